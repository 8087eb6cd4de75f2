use std::fmt::Write as _;

use serde_json::{Value, json};
use words::{Speaker, Term};

use crate::failure::Failure;
use crate::output::Answer;

/// What DingTalk's words mean: all of them, or those of which a name holds `word`.
pub fn explain(speaker: Speaker, word: Option<&str>) -> Result<Answer, Failure> {
    let mut terms = speaker.glossary();
    if let Some(word) = word {
        terms.retain(|term| term.is_called(word));
        if terms.is_empty() {
            return Err(Failure::TermUnknown { word: word.to_owned() });
        }
    }
    let words: Vec<_> = terms.iter().map(|term| as_words(term, speaker)).collect();
    Ok(Answer { json: json!({ "terms": terms.iter().map(as_json).collect::<Vec<_>>() }), words: words.join("\n\n") })
}

fn as_json(term: &Term) -> Value {
    json!({
        "name": term.name, "title": term.title, "other": term.other,
        "label": term.label, "older": term.older, "what": term.what,
    })
}

fn as_words(term: &Term, speaker: Speaker) -> String {
    let mut text = format!("{}\n  {}", term.title, term.what);
    let facts = [
        ("glossary-other", Some(&term.other)),
        ("glossary-label", term.label.as_ref()),
        ("glossary-older", term.older.as_ref()),
    ];
    for (id, value) in facts {
        if let Some(value) = value {
            let fact = [("fact", &*speaker.text(id)), ("value", value)];
            let _ = write!(text, "\n  {}", speaker.text_with("cli-glossary-fact", &fact));
        }
    }
    text
}
