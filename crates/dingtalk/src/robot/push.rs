use secrecy::SecretString;
use subtle::ConstantTimeEq as _;

use super::robot_sign;

/// The reference: a request is good for an hour. One from the future as long is refused too (inferred).
const WINDOW: i64 = 3_600_000;

/// Why a request that claims to bring a message to the robot is not to be believed. Tell a stranger none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RobotPushFault {
    #[error("the timestamp is no number")]
    TimestampUnreadable,
    #[error("the signature is wrong")]
    SignatureWrong,
    /// The signature is right, and older than an hour.
    #[error("the request is too far from now")]
    Stale,
}

/// Checks the headers `timestamp` and `sign` of a request in HTTP mode; `now` in milliseconds since 1970. The body is not
/// signed: only the whole way, by HTTPS, protects it. Source: receive-message.
pub fn check_robot_push(
    timestamp: &str,
    sign: &str,
    app_secret: &SecretString,
    now: i64,
) -> Result<(), RobotPushFault> {
    let at: i64 = timestamp.trim().parse().map_err(|_| RobotPushFault::TimestampUnreadable)?;
    let expected = robot_sign(at, app_secret);
    if !bool::from(expected.as_bytes().ct_eq(sign.trim().as_bytes())) {
        return Err(RobotPushFault::SignatureWrong);
    }
    if now.abs_diff(at) > WINDOW.unsigned_abs() {
        return Err(RobotPushFault::Stale);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    // Computed apart from this code, with Python 3:
    //   import base64, hashlib, hmac
    //   secret, timestamp = "app-secret-示範", "1765432100000"
    //   print(base64.b64encode(hmac.new(secret.encode(), f"{timestamp}\n{secret}".encode(), hashlib.sha256).digest()))
    const SECRET: &str = "app-secret-示範";
    const TIMESTAMP: i64 = 1_765_432_100_000;
    const SIGN: &str = "WlBKxmFkZ8oMrwKwdKRcTkxJMFuluY+gQKhtps/JHFk=";

    fn check(timestamp: &str, sign: &str, secret: &str, now: i64, expected: Result<(), RobotPushFault>) {
        assert_eq!(check_robot_push(timestamp, sign, &SecretString::from(secret), now), expected, "{timestamp} {sign}");
    }

    // V §5.3: sign is base64 of HMAC-SHA256 with the app secret over timestamp, a line break and the app secret
    // V §5.3: a request more than an hour old is refused
    #[test]
    fn a_request_is_believed_with_the_right_signature_for_an_hour() {
        let text = TIMESTAMP.to_string();
        check(&text, SIGN, SECRET, TIMESTAMP, Ok(()));
        check(&text, SIGN, SECRET, TIMESTAMP + WINDOW, Ok(()));
        check(&text, SIGN, SECRET, TIMESTAMP + WINDOW + 1, Err(RobotPushFault::Stale));
        check(&text, SIGN, SECRET, TIMESTAMP - WINDOW - 1, Err(RobotPushFault::Stale));
        let known = "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=";
        check("1577262236757", known, "this is a secret", 1_577_262_236_757, Ok(()));
    }

    #[test]
    fn a_forged_request_is_refused() {
        let text = TIMESTAMP.to_string();
        let wrong = Err(RobotPushFault::SignatureWrong);
        check(&(TIMESTAMP + 1).to_string(), SIGN, SECRET, TIMESTAMP, wrong);
        check(&text, SIGN, "another secret", TIMESTAMP, wrong);
        check(&text, "", SECRET, TIMESTAMP, wrong);
        check(&text, &SIGN.replace('=', "%3D"), SECRET, TIMESTAMP, wrong);
        check(&text, &SIGN.to_lowercase(), SECRET, TIMESTAMP, wrong);
        // A forger learns nothing of the clock.
        check(&text, "x", SECRET, TIMESTAMP + WINDOW * 2, wrong);
        check("now", SIGN, SECRET, TIMESTAMP, Err(RobotPushFault::TimestampUnreadable));
        check("", SIGN, SECRET, TIMESTAMP, Err(RobotPushFault::TimestampUnreadable));
    }
}
