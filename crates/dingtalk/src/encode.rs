//! Percent-encoding that every decoder undoes: a space is `%20`, never `+`.

/// Everything but letters, digits and `-_.~`, so that it stays one segment of a path or one value of a query.
pub(crate) fn percent_encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
