//! The little language of the drawings: a window, its menu, what stands in it. The window draws it; the ring around one
//! thing is the step's.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Scene {
    pub frame: Frame,
    /// Labels from top to bottom; `#label` is a heading over the lines below it, `-` a line that does not matter.
    pub menu: Vec<String>,
    /// The line of the menu that is open.
    #[serde(default)]
    pub open: Option<String>,
    /// The label above the rows.
    #[serde(default)]
    pub heading: Option<String>,
    pub rows: Vec<Row>,
}

/// What kind of window it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    /// A page of a console, in the browser.
    Console,
    /// A page without a menu, in the browser.
    Page,
    /// A group in DingTalk's own program.
    Chat,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub kind: RowKind,
    #[serde(default)]
    pub label: Option<String>,
    /// A button at the row's right end.
    #[serde(default)]
    pub button: Option<String>,
    /// What a ring calls the row, if not by its label.
    #[serde(default)]
    pub name: Option<String>,
    /// The labels of a list of choices.
    #[serde(default)]
    pub choices: Vec<String>,
    /// The choice that is ticked.
    #[serde(default)]
    pub on: Option<String>,
    /// Choices beside the labelled ones, drawn as bars.
    #[serde(default)]
    pub bars: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// Text that does not matter.
    Bars,
    /// A label, or a bar, with perhaps a button.
    Line,
    /// A label with something to copy beside it.
    Value,
    /// A label above something to type into.
    Field,
    Choices,
    Button,
    Tabs,
    Cards,
    /// A message in a group.
    Message,
}

impl Scene {
    /// All that a ring may go around.
    pub(super) fn targets(&self) -> impl Iterator<Item = &str> {
        let menu = self.menu.iter().map(String::as_str).filter(|line| *line != "-" && !line.starts_with('#'));
        menu.chain(self.rows.iter().flat_map(Row::targets))
    }

    /// All labels that it shows.
    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        let menu = self.menu.iter().map(|line| line.trim_start_matches('#')).filter(|line| *line != "-");
        let rows = self.rows.iter().flat_map(|row| {
            [row.label.as_deref(), row.button.as_deref()]
                .into_iter()
                .flatten()
                .chain(row.choices.iter().map(String::as_str))
        });
        menu.chain(self.heading.as_deref()).chain(self.open.as_deref()).chain(rows)
    }
}

impl Row {
    fn targets(&self) -> impl Iterator<Item = &str> {
        let own = self.name.as_deref().or(self.label.as_deref());
        [own, self.button.as_deref()].into_iter().flatten().chain(self.choices.iter().map(String::as_str))
    }
}
