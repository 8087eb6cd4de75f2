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
        format!("{}\n\n{}", self.text_with("handover-made", &made), self.handover_contents(preview))
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
