use subtle::ConstantTimeEq as _;

use super::AuthCode;
use crate::redact::Redactor;

/// Why somebody who came back was not let in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RedirectError {
    #[error("no state came back")]
    StateMissing,
    /// Not the answer to what this browser was sent away with: an old tab, or an attack.
    #[error("another state came back")]
    StateWrong,
    /// The person refused, or DingTalk did: its own word for it.
    #[error("signing in was refused: {error}")]
    Refused { error: String },
    #[error("no code came back")]
    CodeMissing,
    /// A parameter came twice, or `authCode` and `code` differ.
    #[error("more than one answer came back")]
    Ambiguous,
}

/// Reads the address that a person came back to, whole or from its `?` on. The state is compared first, and in
/// constant time: nothing of an answer with a wrong one is looked at. The code stands in `authCode`, in older
/// documents in `code`, and some answers have both. Source: obtain-identity-credentials.
pub fn read_redirect(address: &str, state: &str) -> Result<AuthCode, RedirectError> {
    let address = address.split_once('#').map_or(address, |(before, _)| before);
    let query = address.split_once('?').map_or(address, |(_, query)| query);
    let returned = only(query, "state")?.filter(|returned| !returned.is_empty()).ok_or(RedirectError::StateMissing)?;
    if state.is_empty() || !bool::from(returned.as_bytes().ct_eq(state.as_bytes())) {
        return Err(RedirectError::StateWrong);
    }
    if let Some(error) = only(query, "error")? {
        return Err(RedirectError::Refused { error: Redactor::default().clean(&error) });
    }
    let code = match (only(query, "authCode")?, only(query, "code")?) {
        (Some(auth_code), Some(code)) if auth_code != code => return Err(RedirectError::Ambiguous),
        (Some(code), _) | (None, Some(code)) => code,
        (None, None) => return Err(RedirectError::CodeMissing),
    };
    if code.trim().is_empty() {
        return Err(RedirectError::CodeMissing);
    }
    Ok(AuthCode(code.into()))
}

fn only(query: &str, name: &str) -> Result<Option<String>, RedirectError> {
    let mut values = url::form_urlencoded::parse(query.as_bytes()).filter(|(found, _)| found == name);
    let value = values.next().map(|(_, value)| value.into_owned());
    if values.next().is_some() { Err(RedirectError::Ambiguous) } else { Ok(value) }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    fn check(address: &str, expected: Result<&str, RedirectError>) {
        let found = read_redirect(address, "dddd").map(|code| code.0.expose_secret().to_owned());
        assert_eq!(found, expected.map(str::to_owned), "{address}");
    }

    // V §2.1: who signed in comes back with authCode and state, or with error and state
    // V §2.1: an official tutorial shows both code and authCode with the same value
    #[test]
    fn a_code_is_taken_only_with_the_state_that_was_sent() {
        use RedirectError as E;
        check("https://www.aaaaa.com/a/b?authCode=xxxx&state=dddd", Ok("xxxx"));
        check("/a/b?code=xxxx&state=dddd", Ok("xxxx"));
        check("code=xxxx&authCode=xxxx&state=dddd", Ok("xxxx"));
        check("?state=dddd&authCode=a%2Bb%20c&x=y#fragment&state=eeee", Ok("a+b c"));
        check("/a/b?error=yyyyyy&state=dddd", Err(E::Refused { error: "yyyyyy".to_owned() }));
        check("/a/b?error=y%0Ay&state=dddd&authCode=x", Err(E::Refused { error: "y y".to_owned() }));
        check("/a/b?authCode=xxxx", Err(E::StateMissing));
        check("/a/b?authCode=xxxx&state=", Err(E::StateMissing));
        check("", Err(E::StateMissing));
        check("/a/b?authCode=xxxx&state=ddde", Err(E::StateWrong));
        check("/a/b?authCode=xxxx&state=ddd", Err(E::StateWrong));
        check("/a/b?error=yyyyyy&state=eeee", Err(E::StateWrong));
        check("/a/b?state=dddd", Err(E::CodeMissing));
        check("/a/b?authCode=&state=dddd", Err(E::CodeMissing));
        check("/a/b?AuthCode=x&state=dddd", Err(E::CodeMissing));
        check("/a/b?authCode=x&code=y&state=dddd", Err(E::Ambiguous));
        check("/a/b?authCode=x&authCode=x&state=dddd", Err(E::Ambiguous));
        check("/a/b?authCode=x&state=dddd&state=dddd", Err(E::Ambiguous));
    }

    #[test]
    fn an_empty_state_lets_nobody_in() {
        assert_eq!(read_redirect("?authCode=x&state=", "").err(), Some(RedirectError::StateMissing));
        assert_eq!(read_redirect("?authCode=x&state=y", "").err(), Some(RedirectError::StateWrong));
    }

    proptest::proptest! {
        #[test]
        fn no_other_state_is_taken(state in "[a-z]{1,8}", other in "[a-z]{1,8}") {
            let taken = read_redirect(&format!("?authCode=x&state={other}"), &state).is_ok();
            assert_eq!(taken, state == other);
        }

        #[test]
        fn no_address_makes_the_reader_panic(address: String, state: String) {
            let _ = read_redirect(&address, &state);
        }
    }
}
