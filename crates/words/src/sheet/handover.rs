//! What somebody has to know who takes over, on one page.

use std::fmt::Write as _;

use engine::connection::Region;
use engine::handover::{HandoverSheet, SheetProof, SheetReminder, SheetRobot};
use engine::permission::PointView;
use engine::setup::EvidenceKind;

use super::frame::{Frame, SheetLanguages, code, escape, line};
use crate::told::code_name;

/// So many lines of each kind; the rest is counted. Two languages need twice the room.
struct Most {
    points: usize,
    robots: usize,
    reminders: usize,
}

const ROOMY: Most = Most { points: 12, robots: 8, reminders: 5 };
const TIGHT: Most = Most { points: 9, robots: 5, reminders: 4 };

/// One page of A4, whole.
pub fn handover_sheet(sheet: &HandoverSheet, languages: SheetLanguages) -> String {
    let frame = Frame::new(languages);
    let (class, most) = if frame.speakers.len() > 1 { ("hand dense tight", TIGHT) } else { ("hand dense", ROOMY) };
    let page = Page { sheet, frame, most };
    let body = page.body();
    page.frame.whole("handover-sheet-title", &sheet.company, class, &body)
}

struct Page<'a> {
    sheet: &'a HandoverSheet,
    frame: Frame,
    most: Most,
}

impl Page<'_> {
    fn body(&self) -> String {
        let (sheet, frame) = (self.sheet, &self.frame);
        let about = [
            ("sheet-company", line(&sheet.company)),
            ("handover-sheet-made-by", line(&sheet.made_by)),
            ("sheet-made-on", escape(&sheet.made_on)),
        ];
        let mut body = frame.head("handover-sheet-title", &about);
        if sheet.practice {
            let _ = write!(body, "<div class=\"practice\">{}</div>", frame.told("handover-sheet-practice"));
        }
        let _ = write!(body, "{}{}{}", frame.title("handover-sheet-app"), self.app(), frame.told("handover-sheet-ids"));
        let _ = write!(body, "{}{}", frame.title("handover-sheet-permissions"), self.points());
        let _ = write!(
            body,
            "<div class=\"two\"><section>{}{}</section><section>{}{}</section></div>",
            frame.title("handover-sheet-robots"),
            self.robots(),
            frame.title("handover-sheet-reminders"),
            self.reminders()
        );
        let _ = write!(body, "{}{}", frame.title("handover-sheet-known"), self.proofs());
        let _ = write!(
            body,
            "<div class=\"two\"><section>{}{}</section><section>{}{}</section></div>",
            frame.title("handover-sheet-who"),
            self.lines(&["handover-who-admin", "handover-who-it", "handover-who-boss"]),
            frame.title("handover-sheet-recover"),
            self.lines(&["handover-recover-pc", "handover-recover-secret", "handover-recover-address"])
        );
        let _ =
            write!(body, "<footer>{}</footer>", frame.told_with("handover-sheet-foot", &[("made", &sheet.made_on)]));
        body
    }

    fn app(&self) -> String {
        let (sheet, frame) = (self.sheet, &self.frame);
        let none = || "—".to_owned();
        let id = |text: &str| if text.is_empty() { none() } else { code(text) };
        let region = match sheet.region {
            Region::Practice => "handover-region-practice",
            Region::Com => "region-com",
            Region::Io => "region-io",
        };
        let secret = match &sheet.secret_set_on {
            Some(date) => frame.joined_with("handover-sheet-secret-set", &[("date", date)]),
            None => none(),
        };
        let place = sheet.place.map_or_else(none, |place| frame.joined(&format!("place-{}", code_name(&place))));
        let kept = sheet.residency.map_or_else(none, |kept| frame.joined(&format!("residency-{}", code_name(&kept))));
        frame.list(&[
            ("handover-sheet-region", frame.joined(region)),
            ("handover-sheet-corp-id", id(&sheet.corp_id)),
            ("handover-sheet-kept", kept),
            ("handover-sheet-client-id", id(&sheet.client_id)),
            ("handover-sheet-place", place),
            ("handover-sheet-agent-id", id(&sheet.agent_id)),
            ("handover-sheet-address", sheet.address.as_deref().map_or_else(none, code)),
            ("handover-sheet-secret", secret),
        ])
    }

    fn points(&self) -> String {
        let frame = &self.frame;
        if self.sheet.points.is_empty() {
            return frame.told("handover-sheet-none");
        }
        let row = |point: &PointView| {
            let uses = frame.beside(|speaker| {
                let name = |purpose| speaker.text(&format!("purpose-{}", code_name(purpose)));
                let all: Vec<String> = point.purposes.iter().map(name).collect();
                escape(&all.join(&speaker.text("sheet-and")))
            });
            let state = frame.beside(|speaker| escape(&speaker.point_text(point).state));
            let name = escape(&point.console_name);
            format!(
                "<tr><td><b lang=\"zh-CN\">{name}</b> {}</td><td><span class=\"line\">{uses}</span></td><td>{state}</td></tr>",
                code(&point.code)
            )
        };
        let (rows, more) = frame.some(&self.sheet.points, self.most.points, row);
        let columns = frame.columns(&["sheet-permission", "handover-sheet-for", "handover-sheet-state"]);
        format!("<table class=\"points\">{columns}<tbody>{rows}</tbody></table>{more}")
    }

    fn robots(&self) -> String {
        let frame = &self.frame;
        if self.sheet.robots.is_empty() {
            return frame.told("handover-sheet-none");
        }
        let row = |robot: &SheetRobot| {
            let security = robot.security;
            let kinds = [
                (security.signature, "handover-security-signature"),
                (security.keyword, "handover-security-keyword"),
                (security.address, "handover-security-address"),
            ];
            let asked: Vec<&str> = kinds.iter().filter(|(asked, _)| *asked).map(|(_, id)| *id).collect();
            let told = frame.beside(|speaker| {
                let all: Vec<String> = asked.iter().map(|id| speaker.text(id)).collect();
                escape(&all.join(&speaker.text("sheet-and")))
            });
            let last = match &robot.delivered_on {
                Some(date) => frame.joined_with("handover-sheet-delivered", &[("date", date)]),
                None => String::new(),
            };
            format!("<li>{}<small>{told} {last}</small></li>", line(&robot.name))
        };
        let (rows, more) = frame.some(&self.sheet.robots, self.most.robots, row);
        format!("<ul>{rows}</ul>{more}")
    }

    fn reminders(&self) -> String {
        let frame = &self.frame;
        if self.sheet.reminders.is_empty() {
            return frame.told("handover-sheet-none");
        }
        let row = |reminder: &SheetReminder| {
            let what = frame.joined(&format!("reminder-kind-{}", reminder.kind));
            format!("<li>{} {what}</li>", escape(&reminder.due))
        };
        let (rows, more) = frame.some(&self.sheet.reminders, self.most.reminders, row);
        format!("<ul>{rows}</ul>{more}")
    }

    /// Which call told it, or who said it, and when: two columns of one line each.
    fn proofs(&self) -> String {
        let frame = &self.frame;
        if self.sheet.proofs.is_empty() {
            return frame.told("handover-sheet-none");
        }
        let row = |proof: &SheetProof| {
            let evidence = &proof.evidence;
            let how = match (evidence.kind, &evidence.call, &evidence.by) {
                (EvidenceKind::Verified, Some(call), _) => code(call.split(',').next().unwrap_or_default()),
                (EvidenceKind::Verified, None, _) => frame.joined("handover-sheet-checked"),
                (EvidenceKind::Said, _, by) => {
                    frame.joined_with("handover-sheet-said", &[("by", by.as_deref().unwrap_or("—"))])
                }
            };
            let task = frame.joined(&format!("task-{}", code_name(&proof.task)));
            format!(
                "<li><span class=\"line\">{task}</span><small class=\"line\">{how} {}</small></li>",
                escape(&proof.on)
            )
        };
        format!("<ul class=\"proofs\">{}</ul>", self.sheet.proofs.iter().map(row).collect::<String>())
    }

    fn lines(&self, ids: &[&str]) -> String {
        let frame = &self.frame;
        let line = |id: &&str| format!("<li>{}</li>", frame.told(id));
        format!("<ul>{}</ul>", ids.iter().map(line).collect::<String>())
    }
}
