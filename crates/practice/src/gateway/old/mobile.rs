//! Mobile numbers as they come in. Source: dingtalk-api.md §3.2.

use super::Failure;

/// Country code and number of `+852-55500001`.
///
/// The demo company is registered outside mainland China, so mainland numbers need `+86-` too.
/// That a number of the right form and the wrong length is 40104 rather than 60103 is inferred.
pub fn parse(text: &str) -> Result<(String, String), Failure> {
    let malformed = || Failure::new(60_103, "手机号码不合法，如果是国际号码，请使用+xx-xxxxxx的格式");
    let (code, number) = text.strip_prefix('+').and_then(|rest| rest.split_once('-')).ok_or_else(malformed)?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(code) || !digits(number) || code.len() > 4 {
        return Err(malformed());
    }
    let right_length = match code {
        "86" => number.len() == 11,
        "852" | "853" => number.len() == 8,
        _ => (5..=14).contains(&number.len()),
    };
    if !right_length {
        return Err(Failure::new(40_104, "电话号码无效"));
    }
    Ok((code.to_owned(), number.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_needs_its_country_code() {
        let check = |text: &str, expected: Result<(&str, &str), i64>| {
            let parsed = parse(text);
            let parsed = parsed.as_ref().map(|(code, number)| (code.as_str(), number.as_str()));
            assert_eq!(parsed.map_err(|failure| failure.errcode), expected, "{text}");
        };
        check("+852-55500001", Ok(("852", "55500001")));
        check("+86-13900000000", Ok(("86", "13900000000")));
        check("55500001", Err(60_103));
        check("852-55500001", Err(60_103));
        check("+852-5550 0001", Err(60_103));
        check("+852-5550000", Err(40_104));
    }
}
