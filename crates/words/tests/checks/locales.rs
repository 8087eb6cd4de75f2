//! locales/ as data: every message with the variables of its value and of each attribute.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::text::PLACED;
use crate::tree;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Message {
    pub file: String,
    /// `""` is the value; the others are attributes.
    pub patterns: BTreeMap<String, BTreeSet<String>>,
    /// The text of each pattern as it stands in the file, selectors flattened; for reading, not for showing.
    pub texts: BTreeMap<String, String>,
    /// What each pattern can say: one text for each way through its selectors, terms put in.
    pub readings: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Default)]
pub struct Locale {
    pub messages: BTreeMap<String, Message>,
    pub terms: BTreeMap<String, String>,
    pub used_terms: BTreeSet<String>,
    /// What cannot be parsed, or stands twice.
    pub faults: Vec<String>,
}

pub fn read(language: &str) -> Locale {
    let mut locale = Locale::default();
    for file in tree::files(&format!("locales/{language}"), &[".ftl"]) {
        read_file(&mut locale, &file.name, &file.text);
    }
    let terms = &locale.terms;
    for reading in locale.messages.values_mut().flat_map(|message| message.readings.values_mut()).flatten() {
        for (name, value) in terms {
            *reading = reading.replace(&format!("\u{1}{name}\u{1}"), value);
        }
    }
    locale
}

pub fn read_file(locale: &mut Locale, name: &str, text: &str) {
    let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
        locale.faults.push(format!("{name}: {errors:?}"));
        resource
    });
    let short = name.rsplit('/').next().unwrap().to_owned();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let mut read = Message { file: short.clone(), ..Message::default() };
                if let Some(value) = &message.value {
                    walk_into(locale, &mut read, "", value);
                }
                for attribute in &message.attributes {
                    walk_into(locale, &mut read, attribute.id.name, &attribute.value);
                }
                if let Some(before) = locale.messages.insert(id.clone(), read) {
                    locale.faults.push(format!("{name}: {id} stands in {} too", before.file));
                }
            }
            Entry::Term(term) => {
                let mut read = Message::default();
                walk_into(locale, &mut read, "", &term.value);
                if locale.terms.insert(term.id.name.to_owned(), read.texts[""].clone()).is_some() {
                    locale.faults.push(format!("{name}: -{} stands twice", term.id.name));
                }
            }
            Entry::Junk { content } => locale.faults.push(format!("{name}: cannot be read: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
}

fn walk_into(locale: &mut Locale, message: &mut Message, place: &str, pattern: &Pattern<&str>) {
    let mut found = Walk::default();
    found.pattern(pattern);
    locale.used_terms.extend(found.terms);
    message.patterns.insert(place.to_owned(), found.variables);
    message.texts.insert(place.to_owned(), found.text);
    message.readings.insert(place.to_owned(), readings(pattern));
}

fn readings(pattern: &Pattern<&str>) -> Vec<String> {
    let mut all = vec![String::new()];
    for element in &pattern.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => readings_of(expression),
        };
        all = all.iter().flat_map(|before| parts.iter().map(move |part| format!("{before}{part}"))).collect();
    }
    all
}

fn readings_of(expression: &Expression<&str>) -> Vec<String> {
    match expression {
        Expression::Select { variants, .. } => variants.iter().flat_map(|variant| readings(&variant.value)).collect(),
        Expression::Inline(InlineExpression::Placeable { expression }) => readings_of(expression),
        Expression::Inline(InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value }) => {
            vec![(*value).to_owned()]
        }
        Expression::Inline(InlineExpression::TermReference { id, .. }) => vec![format!("\u{1}{}\u{1}", id.name)],
        Expression::Inline(_) => vec![PLACED.to_string()],
    }
}

#[derive(Default)]
struct Walk {
    variables: BTreeSet<String>,
    terms: BTreeSet<String>,
    text: String,
}

impl Walk {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let text = std::mem::take(&mut self.text);
                self.inline(selector);
                self.text = text;
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                self.text.push_str(value);
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            InlineExpression::MessageReference { id, .. } => {
                self.terms.insert(id.name.to_owned());
                self.text.push('x');
            }
            InlineExpression::TermReference { id, .. } => {
                self.terms.insert(format!("-{}", id.name));
                self.text.push('x');
            }
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                self.text.push('x');
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }
}
