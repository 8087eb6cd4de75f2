use serde::Serialize;

use crate::UserId;

/// Who is called by name. DingTalk wants `@mobile` or `@userid` in the content as well: [`At::called_in`] sees to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct At {
    #[serde(rename = "atMobiles")]
    pub mobiles: Vec<String>,
    #[serde(rename = "atUserIds")]
    pub user_ids: Vec<UserId>,
    #[serde(rename = "isAtAll")]
    pub everyone: bool,
}

impl At {
    pub(super) fn is_nobody(&self) -> bool {
        self.mobiles.is_empty() && self.user_ids.is_empty() && !self.everyone
    }

    /// The content with a call at its end for each person whom it does not call yet. Everyone needs none.
    pub fn called_in(&self, content: &str) -> String {
        let ids = self.user_ids.iter().map(|id| id.0.as_str());
        let mut content = content.to_owned();
        for who in self.mobiles.iter().map(String::as_str).chain(ids) {
            if !calls(&content, who) {
                content.push_str(" @");
                content.push_str(who);
            }
        }
        content
    }
}

/// `@u1` calls u1; `@u12` does not.
fn calls(content: &str, who: &str) -> bool {
    let call = format!("@{who}");
    content.match_indices(&call).any(|(start, _)| {
        let next = content.get(start + call.len()..).and_then(|rest| rest.chars().next());
        next.is_none_or(|letter| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &str, mobiles: &[&str], ids: &[&str], expected: &str) {
        let mobiles = mobiles.iter().map(|mobile| (*mobile).to_owned()).collect();
        let user_ids = ids.iter().map(|id| UserId((*id).to_owned())).collect();
        assert_eq!(At { mobiles, user_ids, everyone: false }.called_in(content), expected);
    }

    // V §5.1: the @mobile or @userid text must be in the content
    #[test]
    fn whoever_is_not_called_in_the_content_is_called_at_its_end() {
        check("hi", &[], &[], "hi");
        check("hi", &["+852-00000000"], &["u1"], "hi @+852-00000000 @u1");
        check("@u1 hi", &[], &["u1"], "@u1 hi");
        check("@u12 hi", &[], &["u1", "u12"], "@u12 hi @u1");
        check("@u1，你好 @u1", &[], &["u1"], "@u1，你好 @u1");
        check("@u1", &[], &["u1", "u1"], "@u1");
    }
}
