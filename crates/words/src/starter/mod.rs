//! Files for whoever programs against the app. Secrets are placeholders: they are filled in by hand, beside the program
//! that uses them.

mod postman;

use std::fmt::Write as _;

use engine::handover::{StarterFile, StarterKit};

use crate::Speaker;

const PYTHON: &str = include_str!("dingtalk.py");
const NODE: &str = include_str!("dingtalk.mjs");
/// What a person has to fill in begins so; the programs refuse it.
const PLACEHOLDER: &str = "<fill in>";

impl Speaker {
    pub fn starter(self, kit: &StarterKit) -> Vec<StarterFile> {
        vec![
            ("README.md", self.starter_readme(kit)),
            (".env.example", self.starter_env(kit)),
            ("dingtalk.postman_collection.json", postman::collection(self, kit)),
            ("dingtalk.py", PYTHON.to_owned()),
            ("dingtalk.mjs", NODE.to_owned()),
        ]
    }

    fn starter_readme(self, kit: &StarterKit) -> String {
        let company = one_line(&kit.company);
        let values = [("company", company.as_str()), ("app", kit.client_id.as_str())];
        let mut text = format!("# {}\n\n", self.text_with("starter-title", &values));
        if kit.practice {
            let _ = write!(text, "> {}\n\n", self.text("starter-practice"));
        }
        let _ = write!(text, "{}\n\n", self.text_with("starter-what", &values));
        for (file, id) in [
            (".env.example", "starter-env"),
            ("dingtalk.postman_collection.json", "starter-postman"),
            ("dingtalk.py", "starter-python"),
            ("dingtalk.mjs", "starter-node"),
        ] {
            let _ = writeln!(text, "- `{file}`: {}", self.text(id));
        }
        let _ = write!(
            text,
            "\n```\npython3 dingtalk.py\nnode dingtalk.mjs\nnewman run dingtalk.postman_collection.json \
             --env-var client_secret=…\n```\n\n"
        );
        for id in ["starter-secret", "starter-address", "starter-refusal"] {
            let _ = writeln!(text, "- {}", self.text(id));
        }
        text
    }

    fn starter_env(self, kit: &StarterKit) -> String {
        let or_blank = |text: &str| if text.is_empty() { PLACEHOLDER.to_owned() } else { text.to_owned() };
        let mut text = format!("# {}\n", self.text("starter-env-secret"));
        for (name, value) in [
            ("DINGTALK_OLD_HOST", kit.old_host.clone()),
            ("DINGTALK_NEW_HOST", kit.new_host.clone()),
            ("DINGTALK_CORP_ID", or_blank(&kit.corp_id)),
            ("DINGTALK_CLIENT_ID", or_blank(&kit.client_id)),
            ("DINGTALK_AGENT_ID", or_blank(&kit.agent_id)),
            ("DINGTALK_CLIENT_SECRET", PLACEHOLDER.to_owned()),
        ] {
            let _ = writeln!(text, "{name}={value}");
        }
        let _ = writeln!(text, "# {}", self.text("starter-env-robot"));
        let _ = writeln!(text, "ROBOT_WEBHOOK={PLACEHOLDER}\nROBOT_SECRET={PLACEHOLDER}");
        text
    }
}

/// A company's name cannot begin a line of its own.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
