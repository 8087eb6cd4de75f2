#![allow(clippy::unwrap_used)]
use secrecy::SecretString;
use serde_json::json;

use super::signature::sign;
use super::{CallbackCrypto, CallbackError, Event, Replay, ReplayGuard, Sealed};

const AES_KEY: &str = "1234567890123456789012345678901234567890123";
const OWNER: &str = "dingsnotzck6pm5veliw";

fn crypto(token: &str, aes_key: &str, owner_key: &str) -> CallbackCrypto {
    CallbackCrypto::new(token.into(), &aes_key.into(), owner_key).unwrap()
}

fn ours() -> CallbackCrypto {
    crypto("123456", AES_KEY, OWNER)
}

fn published() -> Sealed {
    Sealed::new(
        "9a95a004dd16f5c307e849b994173f76aa26e5eb",
        "1614767836",
        "A7Co0cJLMzIDtMMI",
        "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1xAFJ5ZA==",
    )
}

// V §14: known answer a of the callback crypto opens to the word success, padded by 17
#[test]
fn the_first_published_message_opens_and_seals_again_byte_for_byte() {
    assert_eq!(ours().decrypt(&published()).unwrap(), "success");
    let again = ours().encrypt_with(*b"dICkEDLj0eb6yAbc", "success", "1614767836", "A7Co0cJLMzIDtMMI");
    assert_eq!(again.unwrap(), published());
}

// V §14: known answer b of the callback crypto opens to the check of a third-party app's address
#[test]
fn the_second_published_message_opens() {
    let sealed = Sealed::new(
        "5a65ceeef9aab2d149439f82dc191dd6c5cbe2c0",
        "1445827045067",
        "nEXhMP4r",
        "1a3NBxmCFwkCJvfoQ7WhJHB+iX3qHPsc9JbaDznE1i03peOk1LaOQoRz3+nlyGNhwmwJ3vDMG+OzrHMeiZI7gTRWVdUBmfxjZ8Ej23JVYa9VrYeJ5as7XM/ZpulX8NEQis44w53h1qAgnC3PRzM7Zc/D6Ibr0rgUathB6zRHP8PYrfgnNOS9PhSBdHlegK+AGGanfwjXuQ9+0pZcy0w9lQ==",
    );
    let crypto = crypto("123456", "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij", "suite4xxxxxxxxxxxxxxx");
    assert_eq!(
        crypto.decrypt(&sealed).unwrap(),
        r#"{"EventType":"check_create_suite_url","Random":"LPIdSnlF","TestSuiteKey":"suite4xxxxxxxxxxxxxxx"}"#
    );
}

// V §6.1: the answer to a push is msg_signature, timeStamp, nonce and the encrypted word success
#[test]
fn the_answer_to_a_push_is_spelt_as_documented_and_opens_to_success() {
    let sealed = ours().success("1783610513000", "n0nce").unwrap();
    assert_eq!(ours().decrypt(&sealed).unwrap(), "success");
    let answer: serde_json::Value = serde_json::from_str(&sealed.to_json()).unwrap();
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["encrypt", "msg_signature", "nonce", "timeStamp"]);
    assert_eq!((answer["timeStamp"].as_str(), answer["nonce"].as_str()), (Some("1783610513000"), Some("n0nce")));
    assert_ne!(sealed.encrypt, ours().success("1783610513000", "n0nce").unwrap().encrypt, "16 bytes are random");
}

#[test]
fn every_length_of_message_comes_back() {
    for length in 0..100 {
        let message = "鐘".repeat(length);
        let sealed = ours().encrypt(&message, "1", "2").unwrap();
        assert_eq!(ours().decrypt(&sealed).as_deref(), Ok(message.as_str()));
    }
}

/// Signed as the owner of the token would, whatever the ciphertext is.
fn signed(encrypt: &str) -> Sealed {
    let token = SecretString::from("123456");
    Sealed::new(sign(&token, "1", "2", encrypt), "1", "2", encrypt)
}

fn check(crypto: &CallbackCrypto, sealed: &Sealed, expected: &CallbackError) {
    assert_eq!(crypto.decrypt(sealed).as_ref(), Err(expected), "{sealed:?}");
}

// F47
#[test]
fn a_broken_push_is_refused_with_its_cause_and_never_panics() {
    let good = published();
    let with = |change: fn(&mut Sealed)| {
        let mut sealed = good.clone();
        change(&mut sealed);
        sealed
    };
    let wrong = CallbackError::SignatureWrong;
    check(&ours(), &with(|sealed| sealed.signature.clear()), &wrong);
    check(&ours(), &with(|sealed| sealed.signature = sealed.signature.to_uppercase()), &wrong);
    check(&ours(), &with(|sealed| sealed.signature.push('0')), &wrong);
    check(&ours(), &with(|sealed| sealed.signature = "鐘".repeat(20)), &wrong);
    check(&ours(), &with(|sealed| sealed.timestamp.push('0')), &wrong);
    check(&ours(), &with(|sealed| sealed.nonce.clear()), &wrong);
    // Broken ciphertext under a wrong signature tells nothing but the signature.
    check(&ours(), &with(|sealed| sealed.encrypt.truncate(10)), &wrong);
    check(&ours(), &with(|sealed| sealed.encrypt.push('!')), &wrong);
    check(&crypto("another", AES_KEY, OWNER), &good, &wrong);

    check(&ours(), &signed(""), &CallbackError::Malformed);
    check(&ours(), &signed("YvkvaGe4hQxd3VxRmEty0dVl"), &CallbackError::Malformed);
    check(&ours(), &signed("not base64 at all"), &CallbackError::Malformed);
    check(&ours(), &signed(&good.encrypt[..good.encrypt.len() - 1]), &CallbackError::Malformed);
    check(&ours(), &signed("AAAAAAAAAAAAAAAAAAAAAA=="), &CallbackError::KeyWrong);
    check(&crypto("123456", &"a".repeat(43), OWNER), &good, &CallbackError::KeyWrong);
    let found = OWNER.to_owned();
    let expected = "dingdemocorp".to_owned();
    check(&crypto("123456", AES_KEY, "dingdemocorp"), &good, &CallbackError::OwnerWrong { expected, found });
}

/// Content of our own making: sealed with the right key and padding, but not built as a message is.
fn sealed_content(content: &[u8]) -> Sealed {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
    let key = STANDARD.decode("1234567890123456789012345678901234567890120=").unwrap();
    let mut key: [u8; 32] = key.try_into().unwrap();
    assert!(STANDARD_NO_PAD.decode(AES_KEY).is_err(), "the published key has stray bits");
    key[31] = ours_last_byte();
    signed(&STANDARD.encode(super::cipher::encrypt(&key, content).unwrap()))
}

/// The last letters are `123`: 20 bits, of which 16 count.
fn ours_last_byte() -> u8 {
    let letters = [b'1', b'2', b'3'].map(|digit| u32::from(digit - b'0') + 52);
    let bits = letters.iter().fold(0, |bits, letter| (bits << 6) | letter) >> 2;
    u8::try_from(bits & 0xff).unwrap()
}

// F47
#[test]
fn content_that_is_no_message_is_refused_without_a_panic() {
    let fifteen = [0_u8; 15];
    check(&ours(), &sealed_content(b""), &CallbackError::KeyWrong);
    check(&ours(), &sealed_content(&fifteen), &CallbackError::KeyWrong);
    let mut endless = [0_u8; 40];
    endless[16..20].copy_from_slice(&u32::MAX.to_be_bytes());
    check(&ours(), &sealed_content(&endless), &CallbackError::KeyWrong);
    let mut content = vec![0_u8; 16];
    content.extend_from_slice(&2_u32.to_be_bytes());
    content.extend_from_slice(&[0xff, 0xfe]);
    content.extend_from_slice(OWNER.as_bytes());
    check(&ours(), &sealed_content(&content), &CallbackError::Malformed);
    content[20..22].copy_from_slice(b"ok");
    assert_eq!(ours().decrypt(&sealed_content(&content)).as_deref(), Ok("ok"), "the same content, mended");
}

// F47
#[test]
fn a_stranger_cannot_tell_one_refusal_from_another() {
    assert_eq!((CallbackError::STATUS, CallbackError::ANSWER), (400, "refused"));
}

#[test]
fn a_key_of_the_wrong_length_or_alphabet_is_refused_at_once() {
    let refused = |key: &str| CallbackCrypto::new("t".into(), &key.into(), "o").unwrap_err();
    for key in ["", &"a".repeat(42), &"a".repeat(44), &format!("{}=", "a".repeat(42)), &"鐘".repeat(43)] {
        assert_eq!(refused(key), CallbackError::KeyUnusable, "{key}");
    }
}

#[test]
fn neither_token_nor_key_is_shown() {
    let crypto = crypto("CANARYtoken", &format!("CANARY{}", "k".repeat(37)), OWNER);
    assert!(!format!("{crypto:?}").contains("CANARY"));
}

const NOW: i64 = 1_783_610_513_000;

fn admit(guard: &mut ReplayGuard, timestamp: &str, nonce: &str) -> Result<(), Replay> {
    guard.admit(timestamp, nonce, NOW)
}

// F48
#[test]
fn a_push_is_admitted_once_and_never_after_an_hour() {
    let mut guard = ReplayGuard::new();
    assert_eq!(admit(&mut guard, "1783610513000", "a"), Ok(()));
    assert_eq!(admit(&mut guard, "1783610513000", "a"), Err(Replay::Repeated));
    assert_eq!(admit(&mut guard, "1783610513000", "b"), Ok(()));
    // One of the documents' own examples has seconds.
    assert_eq!(admit(&mut guard, "1783610513", "a"), Err(Replay::Repeated));
    assert_eq!(guard.admit("1783610513000", "a", NOW + 3_600_000), Err(Replay::Stale));
    assert_eq!(guard.admit("1783610513000", "a", NOW + 3_599_999), Err(Replay::Repeated));
    assert_eq!(admit(&mut guard, "1783606913000", "c"), Err(Replay::Stale));
    assert_eq!(admit(&mut guard, "1783614113000", "c"), Err(Replay::Stale));
    for nonsense in ["", "now", "1e9", "99999999999999999999"] {
        assert_eq!(admit(&mut guard, nonsense, "c"), Err(Replay::TimestampUnreadable));
    }
    assert_eq!(admit(&mut guard, &i64::MIN.to_string(), "c"), Err(Replay::Stale));
}

// F48
#[test]
fn a_full_guard_forgets_no_push_that_it_would_still_admit() {
    let mut guard = ReplayGuard::with_limits(std::time::Duration::from_hours(1), 3);
    for second in 0..5_i64 {
        assert_eq!(guard.admit(&(NOW + second * 1_000).to_string(), "a", NOW), Ok(()));
    }
    for second in 0..2_i64 {
        assert_eq!(guard.admit(&(NOW + second * 1_000).to_string(), "a", NOW), Err(Replay::Stale));
    }
    for second in 2..5_i64 {
        assert_eq!(guard.admit(&(NOW + second * 1_000).to_string(), "a", NOW), Err(Replay::Repeated));
    }
}

// V §6.2: an event pushed over HTTP is flat: EventType, EventTime, CorpId and eventId beside its own fields
#[test]
fn a_pushed_event_is_parted_into_envelope_and_fields() {
    let opened = json!({
        "EventType": "user_add_org", "EventTime": 1_783_610_513_000_i64, "CorpId": "dingdemo", "BizId": "b",
        "eventId": "e1", "timeStamp": "1783610513001", "userId": ["u1"],
    });
    let expected = Event {
        id: Some("e1".into()),
        kind: "user_add_org".into(),
        corp_id: Some("dingdemo".into()),
        born_at: Some(1_783_610_513_000),
        fields: json!({"BizId": "b", "timeStamp": "1783610513001", "userId": ["u1"]}),
    };
    assert_eq!(Event::from_callback(&opened.to_string()), Some(expected));
}

// V §6.2: old pushes have TimeStamp and UserId in capitals and no eventId
#[test]
fn an_old_push_has_no_id_and_its_time_among_the_fields() {
    let opened = r#"{"EventType":"user_leave_org","TimeStamp":"1783610513001","UserId":["u1"],"CorpId":"dingdemo"}"#;
    let event = Event::from_callback(opened).unwrap();
    assert_eq!((event.id, event.born_at), (None, Some(1_783_610_513_001)));
    assert_eq!(event.fields["UserId"], json!(["u1"]));
}

// V §6.1: saving an address pushes EventType check_url
#[test]
fn the_trial_of_an_address_is_an_event_and_what_is_none_is_not() {
    assert_eq!(Event::from_callback(r#"{"EventType":"check_url"}"#).unwrap().kind, "check_url");
    for nothing in ["", "success", "[]", "{}", r#"{"EventType":""}"#, r#"{"EventType":[]}"#, "{"] {
        assert_eq!(Event::from_callback(nothing), None, "{nothing}");
    }
    assert_eq!(Event::from_callback(&"[".repeat(100_000)), None);
}
