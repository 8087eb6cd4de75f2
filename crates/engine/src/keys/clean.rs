//! Taking out of a typed key what a copy, an input method or a chat brought along.

/// A key as it will be used, and what was done to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cleaned {
    pub value: String,
    pub spaces_removed: bool,
    pub full_width_converted: bool,
}

/// Spaces, zero-width characters and quotes around it go; full-width letters become plain ones.
pub(crate) fn clean(typed: &str) -> Cleaned {
    let full_width_converted = typed.chars().any(|letter| plain(letter) != letter && letter != '\u{3000}');
    let plain_text: String = typed.chars().map(plain).collect();
    let unquoted = plain_text.trim_matches(|letter: char| is_removed(letter) || is_quote(letter));
    let value: String = unquoted.chars().filter(|letter| !is_removed(*letter)).collect();
    let spaces_removed = plain_text.chars().any(is_removed);
    Cleaned { value, spaces_removed, full_width_converted }
}

/// The plain twin of a full-width character.
pub(crate) fn plain(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// White space, and what takes no room at all.
fn is_removed(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, value: &str, spaces_removed: bool, full_width_converted: bool) {
        let expected = Cleaned { value: value.to_owned(), spaces_removed, full_width_converted };
        assert_eq!(clean(typed), expected, "{typed:?}");
    }

    #[test]
    fn what_a_copy_brought_along_is_taken_out() {
        // D43
        check("dingabc123", "dingabc123", false, false);
        check("  dingabc123\r\n", "dingabc123", true, false);
        check("ding abc 123", "dingabc123", true, false);
        check("ding\u{200b}abc\u{feff}123", "dingabc123", true, false);
        check("\u{202a}dingabc123\u{202c}", "dingabc123", true, false);
        check("ｄｉｎｇａｂｃ１２３", "dingabc123", false, true);
        check("　ｄｉｎｇ　", "ding", true, true);
        check("\"dingabc123\"", "dingabc123", false, false);
        check("「dingabc123」", "dingabc123", false, false);
        check(" ' dingabc123 ' ", "dingabc123", true, false);
        check("", "", false, false);
        check("ding\u{0}abc", "ding\u{0}abc", false, false);
    }
}
