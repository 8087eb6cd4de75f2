//! What is told by a box of the system's own, because there is no page to tell it on. The program never ends silently.

use std::process::ExitCode;

use engine::lease::{HolderView, Program};
use engine::problem::{Problem, Who};
use tauri::{AppHandle, Manager as _};
use words::Speaker;

use crate::shell::Shell;

/// As `hoitung-cli` ends when the cause is this machine.
pub const CODE: u8 = 4;

/// Where Microsoft gives the runtime away. It ends up on paper too, so it is short.
const WEB_VIEW_PAGE: &str = "https://go.microsoft.com/fwlink/p/?LinkId=2124703";

/// Why no page can be shown.
#[derive(Debug)]
pub enum Unopened {
    WebViewMissing,
    /// By a value in the registry: its path, and the switch in it.
    LookedInto(String, &'static str),
    /// The window could not be made.
    Window,
    /// Not even what makes windows could be started.
    Nothing,
    /// Nor could anything be drawn at all.
    Screen,
    Fault,
}

/// In words.
struct Told {
    what: String,
    fix: String,
    who: String,
}

impl Unopened {
    fn told(&self, speaker: Speaker, folder: &str) -> Told {
        match self {
            Self::WebViewMissing => own(speaker, "unopened-web-view-missing", Who::You, &[("page", WEB_VIEW_PAGE)]),
            Self::LookedInto(setting, switch) => {
                own(speaker, "unopened-looked-into", Who::It, &[("setting", setting), ("switch", switch)])
            }
            Self::Window => own(speaker, "unopened-window", Who::You, &[("folder", folder)]),
            Self::Nothing => own(speaker, "unopened-nothing", Who::You, &[]),
            Self::Screen => own(speaker, "unopened-screen", Who::You, &[]),
            Self::Fault => own(speaker, "unopened-fault", Who::You, &[]),
        }
    }
}

fn own(speaker: Speaker, id: &str, who: Who, values: &[(&str, &str)]) -> Told {
    Told { what: speaker.text_with(id, values), fix: speaker.attribute(id, "fix", values), who: speaker.who_text(who) }
}

fn of_engine(speaker: Speaker, problem: &Problem) -> Told {
    let text = speaker.problem_text(problem);
    Told { what: text.what, fix: text.fix, who: text.who }
}

/// Tells why there is no window: what lies behind it, if the window itself does not know.
pub async fn tell(app: &AppHandle, why: Unopened) {
    let shell = app.state::<Shell>();
    let speaker = shell.speaker_at_any_rate().await;
    let folder = app.path().app_local_data_dir().unwrap_or_default().display().to_string();
    let behind = match shell.engine() {
        Ok(engine) => Ok(engine.app().await.ok().and_then(|app| app.looked_after_by)),
        Err(problem) => Err(problem),
    };
    show(speaker, &judged(&why, behind, speaker, &folder));
}

/// `behind` is whoever looks after the folder, or why it cannot be used.
fn judged(why: &Unopened, behind: Result<Option<HolderView>, Problem>, speaker: Speaker, folder: &str) -> Told {
    match (why, behind) {
        (Unopened::Window, Err(problem)) => of_engine(speaker, &problem),
        // Another window keeps the web view's folder; a runner keeps none.
        (Unopened::Window, Ok(Some(holder))) if holder.program == Program::Window => {
            own(speaker, "unopened-elsewhere", Who::You, &[("computer", &holder.host)])
        }
        (why, _) => why.told(speaker, folder),
    }
}

/// Before there is anything of ours, or after it broke.
pub fn tell_alone(speaker: Speaker, why: &Unopened) -> ExitCode {
    show(speaker, &why.told(speaker, ""));
    ExitCode::from(CODE)
}

fn show(speaker: Speaker, told: &Told) {
    let turn = speaker.text_with("unopened-turn", &[("who", &told.who)]);
    let text = format!("{}\n\n{}\n\n{turn}", told.what, told.fix);
    system::show(&speaker.text("unopened-title"), &text);
}

#[cfg(windows)]
mod system {
    use rfd::{MessageDialog, MessageLevel};

    /// Waits until it was read. On a thread of its own: a box handles the messages of its thread's windows, and ours may be
    /// in the midst of one.
    pub fn show(title: &str, text: &str) {
        let dialog = MessageDialog::new().set_level(MessageLevel::Error).set_title(title).set_description(text);
        let shown = std::thread::spawn(move || dialog.show());
        let _ = shown.join();
    }
}

/// GTK serves the one thread that began with it, which is the very one that cannot show anything. Whoever starts the program
/// there reads it in the terminal or the journal.
#[cfg(not(windows))]
mod system {
    use std::io::Write as _;

    pub fn show(title: &str, text: &str) {
        let _ = writeln!(std::io::stderr(), "{title}\n\n{text}");
    }
}

#[cfg(test)]
mod tests {
    use engine::problem::ProblemCode;
    use words::Language;

    use super::*;

    fn said(why: &Unopened, behind: Result<Option<HolderView>, Problem>) -> String {
        let told = judged(why, behind, Speaker::new(Language::En), "C:\\pages");
        format!("{} {}", told.what, told.fix)
    }

    fn holder(program: Program) -> HolderView {
        HolderView { program, pid: 7, host: "PC-12".to_owned(), since: "2026-11-05T02:00:00Z".to_owned() }
    }

    #[test]
    fn why_there_is_no_window_is_what_lies_behind_it() {
        let unusable = Problem::new(ProblemCode::DiskReadOnly);
        let of_disk = Speaker::new(Language::En).problem_text(&unusable).what;
        assert!(said(&Unopened::Window, Err(unusable.clone())).starts_with(&of_disk));
        assert!(said(&Unopened::Window, Ok(Some(holder(Program::Window)))).contains("open already, on PC-12"));
        // A runner keeps no window from opening; nor does anything where nothing was looked for.
        for behind in [Ok(Some(holder(Program::Runner))), Ok(None)] {
            assert!(said(&Unopened::Window, behind).contains("write to C:\\pages"));
        }
        assert!(said(&Unopened::WebViewMissing, Err(unusable)).contains("WebView2"));
    }

    #[test]
    fn nothing_is_told_with_a_hole_in_it() {
        let looked_into = Unopened::LookedInto("HKLM\\x".to_owned(), "--y");
        for why in [Unopened::WebViewMissing, looked_into, Unopened::Nothing, Unopened::Screen, Unopened::Fault] {
            for language in Language::ALL {
                let told = why.told(Speaker::new(language), "");
                for text in [&told.what, &told.fix, &told.who] {
                    assert!(!text.is_empty() && !text.contains('{') && !text.contains(" ."), "{why:?}: {text}");
                }
            }
        }
    }
}
