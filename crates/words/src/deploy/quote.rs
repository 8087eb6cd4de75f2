//! A name as each kind of file wants it. Names are people's: they hold blanks, quotes, per cents and Chinese.

/// Nothing that ends a line.
pub fn in_one_line(name: &str) -> String {
    name.split(|letter: char| letter.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One word of `ExecStart=`. Source: systemd.service(5), systemd.unit(5) on specifiers.
pub fn for_unit(name: &str) -> String {
    let quoted: String = name
        .chars()
        .map(|letter| match letter {
            '"' | '\\' => format!("\\{letter}"),
            '%' => "%%".to_owned(),
            '$' => "$$".to_owned(),
            _ => letter.to_string(),
        })
        .collect();
    format!("\"{quoted}\"")
}

/// One word of a POSIX shell.
pub fn for_shell(name: &str) -> String {
    format!("'{}'", name.replace('\'', "'\\''"))
}

/// One string of YAML; JSON's strings are YAML's too.
pub fn for_yaml(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}

/// One argument of a Windows program.
pub fn for_windows(name: &str) -> String {
    let mut quoted = String::from("\"");
    let mut slashes = 0;
    for letter in name.chars() {
        if letter == '"' {
            // The ones before a quote are read in pairs.
            quoted.push_str(&"\\".repeat(slashes + 1));
        }
        slashes = if letter == '\\' { slashes + 1 } else { 0 };
        quoted.push(letter);
    }
    quoted.push_str(&"\\".repeat(slashes));
    quoted.push('"');
    quoted
}

/// Text of XML.
pub fn for_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_reads_back_what_was_meant() {
        for (name, expected) in [
            ("a b", r#""a b""#),
            (r#"a"b"#, r#""a\"b""#),
            (r"a\", r#""a\\""#),
            (r#"a\"b"#, r#""a\\\"b""#),
            (r"a\b", r#""a\b""#),
        ] {
            assert_eq!(for_windows(name), expected);
        }
    }

    #[test]
    fn a_name_in_one_line_has_no_end_of_line() {
        assert_eq!(in_one_line("a\r\nb\tc"), "a b c");
    }
}
