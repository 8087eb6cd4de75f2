//! The request for permissions as one printable page, for the person who grants them.

use std::fmt::Write as _;

use engine::permission::{PermissionSheet, PointApproval, PointView};

use super::frame::{Frame, SheetLanguages, code, escape};
use crate::Speaker;

/// More lines than these want smaller letters; in two languages each row has twice as many.
const ROOMY: usize = 5;
const DENSE: usize = 12;

/// One page of A4, whole.
pub fn permission_sheet(sheet: &PermissionSheet, languages: SheetLanguages) -> String {
    Page { sheet, frame: Frame::new(languages) }.whole()
}

struct Page<'a> {
    sheet: &'a PermissionSheet,
    frame: Frame,
}

impl Page<'_> {
    fn whole(&self) -> String {
        let (sheet, frame) = (self.sheet, &self.frame);
        let rows = sheet.wanted.len() + sheet.excess.len();
        let class = match rows * frame.speakers.len() {
            lines if lines > DENSE => "dense tight",
            lines if lines > ROOMY => "dense",
            _ => "roomy",
        };
        let mut body = self.head();
        let _ =
            write!(body, "<div class=\"two\"><section>{}{}</section>", self.frame.title("sheet-why"), self.purposes());
        let _ = write!(
            body,
            "<section>{}{}</section></div>",
            self.frame.title("sheet-where"),
            self.frame.told("sheet-where-how")
        );
        body.push_str(&self.frame.title("sheet-wanted"));
        if sheet.wanted.is_empty() {
            body.push_str(&self.frame.told("sheet-nothing-wanted"));
        } else {
            body.push_str(&self.table(&sheet.wanted));
        }
        if !sheet.excess.is_empty() {
            body.push_str(&self.frame.title("sheet-excess"));
            body.push_str(&self.frame.told("sheet-excess-why"));
            body.push_str(&self.table(&sheet.excess));
        }
        if !sheet.granted.is_empty() {
            let codes: Vec<String> = sheet.granted.iter().map(|point| code(&point.code)).collect();
            let _ = write!(body, "{}<p>{}</p>", self.frame.title("sheet-granted"), codes.join(", "));
        }
        let _ = write!(
            body,
            "{}{}",
            self.frame.title("sheet-until"),
            self.frame.told_with("sheet-until-when", &self.dates())
        );
        body.push_str(&self.signatures());
        let _ = write!(body, "<footer>{}</footer>", self.frame.told_with("sheet-foot", &self.dates()));
        frame.whole("sheet-title", &sheet.company, class, &body)
    }

    fn head(&self) -> String {
        let sheet = self.sheet;
        let client_id = sheet.client_id.as_deref().unwrap_or("—");
        let about = [
            ("sheet-company", escape(&sheet.company)),
            ("sheet-app", code(client_id)),
            ("sheet-asked-by", escape(&sheet.asked_by)),
            ("sheet-made-on", escape(&sheet.made_on)),
        ];
        let mut head = self.frame.head("sheet-title", &about);
        if sheet.practice {
            let _ = write!(head, "<div class=\"practice\">{}</div>", self.frame.told("sheet-practice"));
        }
        head
    }

    fn purposes(&self) -> String {
        let mut list = String::from("<ol>");
        for purpose in &self.sheet.purposes {
            let id = format!("purpose-{}", crate::told::code_name(purpose));
            let _ = write!(list, "<li>{}</li>", self.frame.joined(&id));
        }
        list + "</ol>"
    }

    fn table(&self, points: &[PointView]) -> String {
        let columns = ["", "sheet-permission", "sheet-lets", "sheet-risk"];
        let mut table = format!("<table>{}<tbody>", self.frame.columns(&columns));
        for point in points {
            table.push_str(&self.row(point));
        }
        table + "</tbody></table>"
    }

    fn row(&self, point: &PointView) -> String {
        let mut name = String::new();
        if !point.console_name.is_empty() {
            let _ = write!(name, "<p lang=\"zh-CN\"><b>{}</b></p>", escape(&point.console_name));
        }
        let _ = write!(name, "<p>{}</p>", code(&point.code));
        let lets = self.frame.each(|speaker| {
            let what = escape(&speaker.point_text(point).what);
            let (id, uses) = if point.excess {
                ("sheet-would-serve", named(point, speaker))
            } else {
                ("sheet-serves", self.numbered(point))
            };
            if uses.is_empty() {
                what
            } else {
                format!("{what} {}", escape(&speaker.text_with(id, &[("uses", &uses)])))
            }
        });
        let special = match point.approval {
            PointApproval::Ordinary => String::new(),
            PointApproval::Special => format!(" <small>{}</small>", self.frame.joined("permissions-special")),
            PointApproval::LikelySpecial => {
                format!(" <small>{}</small>", self.frame.joined("permissions-likely-special"))
            }
        };
        let level = crate::told::code_name(&point.risk);
        let risk = format!(
            "<p><span class=\"level\" data-risk=\"{level}\">{}</span>{special}</p>{}",
            self.frame.joined(&format!("risk-{level}")),
            self.frame.each(|speaker| escape(&speaker.point_text(point).risk))
        );
        format!("<tr><td>☐</td><td>{name}</td><td>{lets}</td><td>{risk}</td></tr>")
    }

    fn signatures(&self) -> String {
        let mut signs = String::from("<div class=\"sign\">");
        for name in ["sheet-approver", "sheet-signature", "sheet-date"] {
            let _ = write!(signs, "<p>{}</p>", self.frame.joined(name));
        }
        signs + "</div>"
    }

    fn dates(&self) -> [(&str, &str); 2] {
        [("made", &self.sheet.made_on), ("review", &self.sheet.review_on)]
    }

    /// The uses by their numbers in the list above: the same names in each row would fill the page.
    fn numbered(&self, point: &PointView) -> String {
        let all = self.sheet.purposes.iter().enumerate();
        let needed = all.filter(|(_, purpose)| point.purposes.contains(purpose));
        needed.map(|(at, _)| (at + 1).to_string()).collect::<Vec<_>>().join(", ")
    }
}

fn named(point: &PointView, speaker: Speaker) -> String {
    let name = |purpose| speaker.text(&format!("purpose-{}", crate::told::code_name(purpose)));
    point.other_purposes.iter().map(name).collect::<Vec<_>>().join(&speaker.text("sheet-and"))
}

#[cfg(test)]
mod tests {
    use engine::permission::{Purpose, plan};

    use super::*;
    use crate::Language;

    fn sheet(company: &str) -> PermissionSheet {
        let wanted = plan(&Purpose::ALL);
        let mut excess = engine::permission::catalogue();
        excess.retain(|point| point.code == "qyapi_microapp_manage");
        for point in &mut excess {
            point.excess = true;
        }
        PermissionSheet {
            company: company.to_owned(),
            client_id: Some("dingu4xk9pqw2zr7m1ab".to_owned()),
            practice: false,
            made_on: "2026-11-28".to_owned(),
            review_on: "2027-05-28".to_owned(),
            asked_by: "demo".to_owned(),
            purposes: Purpose::ALL.to_vec(),
            wanted,
            granted: Vec::new(),
            excess,
        }
    }

    #[test]
    fn the_page_says_what_why_how_risky_until_when_and_where_in_each_language() {
        for (languages, english, chinese) in [
            (SheetLanguages::Both, true, true),
            (SheetLanguages::One(Language::En), true, false),
            (SheetLanguages::One(Language::ZhHk), false, true),
        ] {
            let page = permission_sheet(&sheet("Harbour Demo"), languages);
            for always in
                ["qyapi_manage_addresslist", "通讯录数据管理权限", "2027-05-28", "权限管理", "dingu4xk9pqw2zr7m1ab"]
            {
                assert!(page.contains(always), "{languages:?} {always}");
            }
            assert_eq!(page.contains("Remove everybody"), english, "{languages:?}");
            assert_eq!(page.contains("請開通以下權限"), chinese, "{languages:?}");
            assert!(!page.contains("sheet-") && !page.contains("purpose-") && !page.contains("&lt;cn"), "{page}");
        }
    }

    #[test]
    fn a_company_cannot_write_into_the_page() {
        let page = permission_sheet(&sheet("<script>alert('x')</script> & \"Sons\""), SheetLanguages::Both);
        assert!(
            !page.contains("<script") && page.contains("&lt;script&gt;") && page.contains("&amp; &quot;Sons&quot;")
        );
    }

    #[test]
    fn the_page_fetches_nothing() {
        let page = permission_sheet(&sheet("Demo"), SheetLanguages::Both);
        for way in ["http://", "https://", "url(", "@import", "<img", "<link", "<script"] {
            assert!(!page.contains(way), "{way}");
        }
    }
}
