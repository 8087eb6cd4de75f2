//! The paper that belongs to a sealed file. A person writes its passphrase on it by hand, or keeps it elsewhere.

use std::fmt::Write as _;

use engine::clock::shown;
use engine::handover::RecoverySheet;

use super::frame::{Frame, SheetLanguages, escape, line};

const MOST: usize = 12;
/// Five groups of four, as they are offered; the line below takes any other.
const GROUPS: usize = 5;

/// One page of A4, whole.
pub fn recovery_sheet(sheet: &RecoverySheet, languages: SheetLanguages) -> String {
    let frame = Frame::new(languages);
    let about = [
        ("recovery-file", line(&sheet.file)),
        ("recovery-made-at", escape(&shown(&sheet.made_at))),
        ("handover-sheet-made-by", line(&sheet.made_by)),
    ];
    let mut body = frame.head("recovery-title", &about);
    body.push_str(&frame.told("recovery-what"));
    let (names, more) = frame.some(&sheet.companies, MOST, |name| format!("<li>{}</li>", line(name)));
    let _ = write!(body, "{}<ul>{names}</ul>{more}", frame.title("recovery-inside"));
    let boxes = "<span><i></i><i></i><i></i><i></i></span>".repeat(GROUPS);
    let _ = write!(
        body,
        "{}<div class=\"boxes\">{boxes}</div><p class=\"rule\"></p>{}",
        frame.title("recovery-passphrase"),
        frame.told("recovery-passphrase-how")
    );
    let _ = write!(body, "{}<p class=\"rule\"></p>", frame.title("recovery-place"));
    let steps = ["recovery-step-install", "recovery-step-open", "recovery-step-type", "recovery-step-check"];
    let step = |id: &&str| format!("<li>{}</li>", frame.told(id));
    let _ = write!(body, "{}<ol>{}</ol>", frame.title("recovery-how"), steps.iter().map(step).collect::<String>());
    let _ = write!(body, "{}{}", frame.title("recovery-mind"), frame.told("recovery-mind-apart"));
    let _ = write!(body, "<footer>{}</footer>", frame.told("recovery-foot"));
    frame.whole("recovery-title", &sheet.file, "hand", &body)
}
