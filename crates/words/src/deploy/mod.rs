//! The files that start the runner elsewhere, with their remarks in the language on now. None holds a secret: each says
//! where the secret lies, and who may read it there.

mod container;
mod quote;
mod systemd;
mod windows;

use std::fmt::Write as _;

use engine::connection::Region;
use engine::place::{DeployPlan, DeployStep, DeployTarget};

use crate::Speaker;

/// One file, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeployFile {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

impl Speaker {
    pub fn deploy_files(self, plan: &DeployPlan, target: DeployTarget) -> Vec<DeployFile> {
        let remarks = Remarks { speaker: self, name: quote::in_one_line(&plan.name) };
        match target {
            DeployTarget::Systemd => systemd::files(plan, &remarks),
            DeployTarget::Container => container::files(plan, &remarks),
            DeployTarget::WindowsTask => windows::files(plan, &remarks),
        }
    }
}

/// What is to be done with these files, each with the line to be typed if there is one.
pub fn deploy_steps(plan: &DeployPlan, target: DeployTarget) -> Vec<(DeployStep, Option<String>)> {
    match target {
        DeployTarget::Systemd => systemd::steps(),
        DeployTarget::Container => container::steps(plan),
        DeployTarget::WindowsTask => windows::steps(),
    }
}

/// The connection as the place has to be told of it; the secret lies there already.
fn add(plan: &DeployPlan) -> String {
    let name = quote::for_shell(&quote::in_one_line(&plan.name));
    let mut add = format!(
        "connection add --name {name} --region {} --corp-id {} --client-id {}",
        region(plan.region),
        quote::for_shell(&plan.corp_id),
        quote::for_shell(&plan.client_id)
    );
    if !plan.agent_id.is_empty() {
        let _ = write!(add, " --agent-id {}", quote::for_shell(&plan.agent_id));
    }
    add
}

struct Remarks {
    speaker: Speaker,
    name: String,
}

impl Remarks {
    /// As it stands.
    fn say(&self, id: &str) -> String {
        self.speaker.text_with(id, &[("name", &self.name)])
    }

    /// Behind a sharp sign.
    fn note(&self, id: &str) -> String {
        format!("# {}", self.say(id))
    }
}

fn region(region: Region) -> &'static str {
    match region {
        Region::Practice => "practice",
        Region::Com => "com",
        Region::Io => "io",
    }
}

fn file(name: &'static str, text: String) -> DeployFile {
    DeployFile { name, bytes: text.into_bytes() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use engine::place::DeployRobot;

    use super::*;
    use crate::Language;

    fn plan(name: &str) -> DeployPlan {
        DeployPlan {
            name: name.to_owned(),
            region: Region::Com,
            corp_id: "dingcorp1".to_owned(),
            client_id: "dingabc123".to_owned(),
            agent_id: "42".to_owned(),
            times: vec!["07:45".to_owned(), "18:05".to_owned()],
            client_secret_file: "dingabc123.client-secret".to_owned(),
            robots: vec![DeployRobot {
                name: "財務部".to_owned(),
                webhook_file: "dingabc123.robot-085dd561.webhook".to_owned(),
                secret_file: None,
            }],
            windows_program: None,
        }
    }

    fn text(target: DeployTarget, file: &str, name: &str) -> String {
        let files = Speaker::new(Language::En).deploy_files(&plan(name), target);
        let found = files.into_iter().find(|one| one.name == file).unwrap();
        String::from_utf8(found.bytes).unwrap()
    }

    fn task(plan: &DeployPlan) -> String {
        let files = Speaker::new(Language::En).deploy_files(plan, DeployTarget::WindowsTask);
        let units = files[0].bytes[2..].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        char::decode_utf16(units).map(Result::unwrap).collect()
    }

    #[test]
    fn a_task_starts_the_program_that_is_installed_or_where_setup_puts_it() {
        let elsewhere = task(&plan("A"));
        assert!(
            elsewhere.contains(r"<Command>%LOCALAPPDATA%\Programs\Hoitung\hoitung-cli.exe</Command>"),
            "{elsewhere}"
        );
        let program = Some(r"C:\Program Files\A & B\hoitung-cli.exe".into());
        let here = task(&DeployPlan { windows_program: program, ..plan("A") });
        assert!(here.contains(r"<Command>C:\Program Files\A &amp; B\hoitung-cli.exe</Command>"), "{here}");
    }

    #[test]
    fn a_name_with_every_trap_stays_one_word() {
        let name = "A \"B\" %h $HOME 'C' \\ 示範\nX";
        let unit = text(DeployTarget::Systemd, "hoitung-check.service", name);
        assert!(unit.contains(r#"--connection "A \"B\" %%h $$HOME 'C' \\ 示範 X""#), "{unit}");
        let script = text(DeployTarget::Systemd, "install.sh", name);
        assert!(script.contains(r#"--name 'A "B" %h $HOME '\''C'\'' \ 示範 X'"#), "{script}");
        let xml = task(&plan("A \"B\" <&> -- C"));
        assert!(xml.contains(r#"--connection "A \"B\" &lt;&amp;&gt; -- C""#), "{xml}");
    }

    #[test]
    fn a_windows_task_is_what_schtasks_reads() {
        for language in Language::ALL {
            let files = Speaker::new(language).deploy_files(&plan("示範"), DeployTarget::WindowsTask);
            assert_eq!(files[0].bytes[..2], [0xff, 0xfe], "the mark of UTF-16, low byte first");
            assert_eq!(files[0].bytes.len() % 2, 0);
        }
    }

    #[test]
    fn every_file_has_its_remarks_in_its_language_and_no_line_is_broken_by_them() {
        for language in Language::ALL {
            for target in [DeployTarget::Systemd, DeployTarget::Container, DeployTarget::WindowsTask] {
                for DeployFile { name, bytes } in Speaker::new(language).deploy_files(&plan("Demo"), target) {
                    let text = String::from_utf8_lossy(&bytes).replace('\0', "");
                    assert!(!text.contains("deploy-") && !text.contains("{ $"), "{name}: {text}");
                    let chinese = text.replace("財務部", "").chars().any(|letter| letter > '\u{3400}');
                    assert_eq!(
                        chinese && target != DeployTarget::WindowsTask,
                        language == Language::ZhHk && target != DeployTarget::WindowsTask,
                        "{name}: {text}"
                    );
                }
            }
        }
    }
}
