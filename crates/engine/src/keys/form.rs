//! What to say beside each field of stop 2 while it is typed, and what cannot go on.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::note::{Note, NoteCode, NoteLevel};
use crate::problem::{Field, Problem, ProblemCode, Result, travels_as};

use super::clean::{Cleaned, clean};
use super::shape::{self, Look};

/// Notes for every field that was typed in, and "empty" for a field that was passed over.
pub(crate) fn notes(fields: &[(Field, &str)]) -> Vec<Note> {
    let last_typed = fields.iter().rposition(|(_, typed)| !clean(typed).value.is_empty());
    let mut notes = Vec::new();
    for (place, (field, typed)) in fields.iter().enumerate() {
        let passed_over = last_typed.is_some_and(|last| place < last);
        field_notes(*field, &clean(typed), passed_over, &mut notes);
    }
    notes
}

/// What the length of a secret that waits inside tells. Its letters are not looked at again.
pub(crate) fn length_note(length: u32) -> Note {
    let expected = u32::try_from(shape::SECRET_LENGTH).unwrap_or_default();
    let (level, code) = match length.cmp(&expected) {
        Ordering::Less => (NoteLevel::Warn, NoteCode::TooShort),
        Ordering::Equal => (NoteLevel::Fine, NoteCode::LooksRight),
        Ordering::Greater => (NoteLevel::Warn, NoteCode::TooLong),
    };
    let args = [("length", length), ("expected", expected)].map(|(name, value)| (name.to_owned(), value.to_string()));
    Note { field: Field::ClientSecret, level, code, args: BTreeMap::from(args) }
}

/// # Errors
/// `KeyEmpty`, `KeyControlCharacters` or `KeysSwapped`, at the first field where nothing else can be right.
pub(crate) fn check(fields: &[(Field, &str)]) -> Result<()> {
    for (field, typed) in fields {
        let value = clean(typed).value;
        if value.is_empty() {
            return Err(Problem::new(ProblemCode::KeyEmpty).at(*field));
        }
        if value.chars().any(char::is_control) {
            return Err(Problem::new(ProblemCode::KeyControlCharacters).at(*field));
        }
        if let Some(other) = swapped_with(*field, &value) {
            return Err(Problem::new(ProblemCode::KeysSwapped).at(*field).arg("other", travels_as(&other)));
        }
    }
    Ok(())
}

/// A clear swap: the value has exactly the look of another key.
fn swapped_with(field: Field, value: &str) -> Option<Field> {
    shape::look(value).field().filter(|other| *other != field)
}

fn field_notes(field: Field, cleaned: &Cleaned, passed_over: bool, notes: &mut Vec<Note>) {
    let mut add = |level, code, args: &[(&str, String)]| {
        let args: BTreeMap<_, _> = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        notes.push(Note { field, level, code, args });
    };
    let value = cleaned.value.as_str();
    if value.is_empty() {
        if passed_over {
            add(NoteLevel::Stop, NoteCode::Empty, &[]);
        }
        return;
    }
    if value.chars().any(char::is_control) {
        add(NoteLevel::Stop, NoteCode::ControlCharacters, &[]);
        return;
    }
    if cleaned.spaces_removed {
        add(NoteLevel::Fine, NoteCode::SpacesRemoved, &[]);
    }
    if cleaned.full_width_converted {
        add(NoteLevel::Fine, NoteCode::FullWidthConverted, &[]);
    }
    if let Some(letter) = shape::look_alike(value) {
        add(NoteLevel::Warn, NoteCode::LookAlike, &[("character", letter.to_string())]);
    } else if let Some(letter) = shape::odd(value) {
        add(NoteLevel::Warn, NoteCode::OddCharacter, &[("character", letter.to_string())]);
    } else if let Some(other) = swapped_with(field, value) {
        add(NoteLevel::Stop, NoteCode::LooksLikeOther, &[("other", travels_as(&other))]);
    } else if shape::look(value).field() == Some(field) {
        add(NoteLevel::Fine, NoteCode::LooksRight, &[]);
    } else {
        unusual(field, value, &mut add);
    }
}

fn unusual(field: Field, value: &str, add: &mut impl FnMut(NoteLevel, NoteCode, &[(&str, String)])) {
    let length = value.chars().count();
    let start = match Look::of_field(field) {
        Look::CorpId | Look::ClientId => "ding",
        Look::ClientSecret | Look::AgentId | Look::Unclear => "",
    };
    let is_suite = field == Field::ClientId && value.starts_with("suite");
    if !is_suite && !value.starts_with(start) {
        add(NoteLevel::Warn, NoteCode::UnusualStart, &[("start", start.to_owned())]);
        return;
    }
    let (least, most) = match Look::of_field(field) {
        Look::CorpId => (36, 36),
        Look::ClientId => (16, 25),
        Look::ClientSecret => (shape::SECRET_LENGTH, shape::SECRET_LENGTH),
        Look::AgentId | Look::Unclear => (6, 12),
    };
    if length < least {
        add(NoteLevel::Warn, NoteCode::TooShort, &[("length", length.to_string()), ("expected", least.to_string())]);
    } else if length > most {
        add(NoteLevel::Warn, NoteCode::TooLong, &[("length", length.to_string()), ("expected", most.to_string())]);
    } else if let Some(letter) = value.chars().find(|letter| !belongs(field, *letter)) {
        add(NoteLevel::Warn, NoteCode::OddCharacter, &[("character", letter.to_string())]);
    }
}

fn belongs(field: Field, letter: char) -> bool {
    match Look::of_field(field) {
        Look::CorpId | Look::ClientId => letter.is_ascii_alphanumeric(),
        Look::AgentId => letter.is_ascii_digit(),
        Look::ClientSecret | Look::Unclear => shape::is_secret_letter(letter),
    }
}

impl Look {
    fn of_field(field: Field) -> Self {
        for look in [Self::CorpId, Self::ClientId, Self::ClientSecret, Self::AgentId] {
            if look.field() == Some(field) {
                return look;
            }
        }
        Self::Unclear
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const CORP: &str = "ding3f2a9c4b7d1e8056af12bc34de56f789";
    const CLIENT: &str = "dingu4xk9pqw2zr7m1ab";
    const SECRET: &str = "Ab3_Cd4-Ef5Gh6Ij7Kl8Mn9Op0Qr1St2Uv3Wx4Yz5Ab6Cd7Ef8Gh9Ij0Kl1Mn2Op";
    const AGENT: &str = "3456789012";

    fn check_note(field: Field, typed: &str, expected: &[(NoteLevel, NoteCode)]) {
        let found: Vec<_> = notes(&[(field, typed)]).into_iter().map(|note| (note.level, note.code)).collect();
        assert_eq!(found, expected, "{field:?} {typed:?}");
    }

    #[test]
    fn each_field_says_what_it_sees() {
        // D30, D43
        let fine = [(NoteLevel::Fine, NoteCode::LooksRight)];
        check_note(Field::CorpId, CORP, &fine);
        check_note(Field::ClientId, CLIENT, &fine);
        check_note(Field::ClientSecret, SECRET, &fine);
        check_note(Field::AgentId, AGENT, &fine);
        check_note(Field::CorpId, "", &[]);
        let tidied = [(NoteLevel::Fine, NoteCode::SpacesRemoved), fine[0]];
        check_note(Field::ClientId, &format!(" {CLIENT}\n"), &tidied);
        let wide: String = AGENT.chars().map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap()).collect();
        check_note(Field::AgentId, &wide, &[(NoteLevel::Fine, NoteCode::FullWidthConverted), fine[0]]);
        check_note(Field::ClientSecret, &SECRET[..30], &[(NoteLevel::Warn, NoteCode::TooShort)]);
        check_note(Field::ClientSecret, &format!("{SECRET}x"), &[(NoteLevel::Warn, NoteCode::TooLong)]);
        check_note(Field::ClientId, "dingu4xk9pqw2zr7m1аb", &[(NoteLevel::Warn, NoteCode::LookAlike)]);
        check_note(Field::ClientId, "dingu4xk9pqw2zr陳", &[(NoteLevel::Warn, NoteCode::OddCharacter)]);
        check_note(Field::CorpId, "corp1234", &[(NoteLevel::Warn, NoteCode::UnusualStart)]);
        check_note(Field::CorpId, "ding1234", &[(NoteLevel::Warn, NoteCode::TooShort)]);
        check_note(Field::AgentId, "12ab5678", &[(NoteLevel::Warn, NoteCode::OddCharacter)]);
        check_note(Field::ClientId, SECRET, &[(NoteLevel::Stop, NoteCode::LooksLikeOther)]);
        check_note(Field::ClientSecret, CLIENT, &[(NoteLevel::Stop, NoteCode::LooksLikeOther)]);
        check_note(Field::ClientId, "ding\u{7}abc", &[(NoteLevel::Stop, NoteCode::ControlCharacters)]);
    }

    #[test]
    fn a_short_secret_is_told_with_both_lengths() {
        let notes = notes(&[(Field::ClientSecret, &SECRET[..30])]);
        assert_eq!((notes[0].args["length"].as_str(), notes[0].args["expected"].as_str()), ("30", "64"));
    }

    #[test]
    fn only_a_field_that_was_passed_over_is_called_empty() {
        let notes = notes(&[(Field::CorpId, ""), (Field::ClientId, CLIENT), (Field::AgentId, "")]);
        let empty: Vec<_> = notes.iter().filter(|note| note.code == NoteCode::Empty).map(|note| note.field).collect();
        assert_eq!(empty, [Field::CorpId]);
    }

    fn check_stop(fields: [&str; 3], expected: std::result::Result<(), (ProblemCode, Field)>) {
        let [corp_id, client_id, secret] = fields;
        let found = check(&[(Field::CorpId, corp_id), (Field::ClientId, client_id), (Field::ClientSecret, secret)]);
        assert_eq!(found.map_err(|problem| (problem.code, problem.field.unwrap())), expected, "{fields:?}");
    }

    #[test]
    fn only_what_cannot_be_right_stops() {
        check_stop([CORP, CLIENT, SECRET], Ok(()));
        check_stop([CORP, "odd-client", &SECRET[..30]], Ok(()));
        check_stop(["", CLIENT, SECRET], Err((ProblemCode::KeyEmpty, Field::CorpId)));
        check_stop([CORP, "\u{200b} ", SECRET], Err((ProblemCode::KeyEmpty, Field::ClientId)));
        check_stop([CORP, CLIENT, "a\u{1b}b"], Err((ProblemCode::KeyControlCharacters, Field::ClientSecret)));
        check_stop([CORP, SECRET, CLIENT], Err((ProblemCode::KeysSwapped, Field::ClientId)));
        check_stop([CLIENT, CORP, SECRET], Err((ProblemCode::KeysSwapped, Field::CorpId)));
    }

    #[test]
    fn a_swap_names_the_other_field() {
        let problem = check(&[(Field::ClientId, SECRET)]).unwrap_err();
        assert_eq!(problem.args["other"], "client-secret");
    }
}
