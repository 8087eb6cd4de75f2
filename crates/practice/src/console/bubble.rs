//! What stands in a message's bubble. DingTalk's markdown in small: headings, quotes and lists of it are drawn, the rest
//! is shown as it was sent; nothing becomes a link.

use super::html::{Html, tag};
use crate::state::Message;

pub fn said(message: &Message) -> Html {
    // A group shows a markdown message without its title, which is for the list of chats.
    if message.message_type == "markdown" {
        return message.text.lines().map(markdown_line).collect();
    }
    let title = (!message.title.is_empty()).then(|| tag("b").text(&message.title));
    Html::empty().add(title).add(Html::text(&message.text))
}

fn markdown_line(line: &str) -> Html {
    let start = line.trim_start();
    let after_hashes = start.trim_start_matches('#');
    if after_hashes.len() < start.len() && after_hashes.starts_with(' ') {
        return tag("b").text(after_hashes.trim()).into();
    }
    if let Some(quoted) = start.strip_prefix("> ") {
        return tag("div").class("quote").text(quoted).into();
    }
    if let Some(item) = start.strip_prefix("- ").or_else(|| start.strip_prefix("* ")) {
        return tag("div").text("• ").text(item).into();
    }
    tag("div").text(line).into()
}

#[cfg(test)]
mod tests {
    use super::markdown_line;
    use crate::console::html::Html;

    fn check(line: &str, expected: &'static str) {
        assert_eq!(markdown_line(line), Html::fixed(expected));
    }

    #[test]
    fn a_line_of_markdown_is_drawn_and_stays_escaped() {
        check("### 付款", "<b>付款</b>");
        check("#1 stays", "<div>#1 stays</div>");
        check("- <img>", "<div>• &lt;img&gt;</div>");
        check("> said", "<div class=\"quote\">said</div>");
        check("a **b** c", "<div>a **b** c</div>");
    }
}
