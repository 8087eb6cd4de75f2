//! What a hand-over file holds, said line by line.

use engine::clock::shown;
use engine::handover::{ConflictKind, HandoverItem, HandoverPreview};

use crate::Speaker;

impl Speaker {
    /// Before it is written.
    pub fn handover_contents(self, preview: &HandoverPreview) -> String {
        preview.connections.iter().map(|item| self.handover_item(item)).collect::<Vec<_>>().join("\n\n")
    }

    /// After it was opened: who made it when, and what stands in its way here.
    pub fn handover_found(self, preview: &HandoverPreview) -> String {
        let made = [("at", shown(&preview.made_at)), ("by", preview.made_by.clone())];
        let made: Vec<(&str, &str)> = made.iter().map(|(name, value)| (*name, value.as_str())).collect();
        // Not every system says who uses it.
        let words = if preview.made_by.is_empty() { "handover-made-unnamed" } else { "handover-made" };
        format!("{}\n\n{}", self.text_with(words, &made), self.handover_contents(preview))
    }

    fn handover_item(self, item: &HandoverItem) -> String {
        let name = if item.name.is_empty() { self.text("handover-nameless") } else { item.name.clone() };
        let mut lines = vec![self.text_with("handover-item-name", &[("name", &name), ("app", &item.client_id)])];
        let and = self.text("sheet-and");
        let count = |id: &str, number: u32| self.text_with(id, &[("count", &number.to_string())]);
        if item.client_secret {
            lines.push(self.text("handover-item-secret"));
        }
        if !item.robots.is_empty() {
            let secrets = item.webhooks.saturating_add(item.robot_secrets).to_string();
            let values = [("names", &*item.robots.join(&and)), ("count", &secrets)];
            lines.push(self.text_with("handover-item-robots", &values));
        }
        lines.push(count("handover-item-proofs", item.proofs));
        if item.permissions > 0 {
            lines.push(count("handover-item-permissions", item.permissions));
        }
        if item.messages > 0 {
            lines.push(count("handover-item-messages", item.messages));
        }
        if item.draft {
            lines.push(self.text("handover-item-draft"));
        }
        if item.reminders > 0 {
            lines.push(count("handover-item-reminders", item.reminders));
        }
        if let Some(here) = &item.conflict {
            let id = match here.kind {
                ConflictKind::SameApp => "handover-conflict-same-app",
                ConflictKind::SameName => "handover-conflict-same-name",
            };
            lines.push(self.text_with(id, &[("name", &here.name)]));
        }
        lines.join("\n- ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn who_made_it_is_left_out_where_the_system_does_not_say() {
        let found = |by: &str| {
            let preview = HandoverPreview {
                made_at: "2026-11-05T02:00:00Z".to_owned(),
                made_by: by.to_owned(),
                program: String::new(),
                connections: Vec::new(),
            };
            [Language::En, Language::ZhHk]
                .map(|language| Speaker::new(language).handover_found(&preview).trim().to_owned())
        };
        let words = |en: &str, zh: &str| [en.to_owned(), zh.to_owned()];
        assert_eq!(found(""), words("Made at 2026-11-05 10:00 Hong Kong time.", "於香港時間 2026-11-05 10:00 製作。"));
        assert_eq!(
            found("may"),
            words("Made at 2026-11-05 10:00 Hong Kong time by may.", "由 may 於香港時間 2026-11-05 10:00 製作。")
        );
    }
}
