//! The second table of architecture.md: what each folder of the window's sources may import; and no text in them.

use crate::tree::{self, SourceFile};

/// The modules a file imports, in any of TypeScript's ways.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let text = tree::without_comments(text);
    for opening in ["from '", "from \"", "import '", "import \"", "import('", "import(\""] {
        let quote = opening.chars().last().unwrap();
        for rest in text.split(opening).skip(1) {
            found.push(rest.split(quote).next().unwrap().to_owned());
        }
    }
    found
}

/// Where a relative import leads, from `ui/src`; any other import as it stands.
fn resolve(file: &str, import: &str) -> String {
    if !import.starts_with('.') {
        return import.to_owned();
    }
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for step in import.split('/') {
        match step {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn fault(file: &str, import: &str) -> Option<String> {
    let target = resolve(file, import);
    let here = Folder::of(file);
    if target.starts_with("@tauri-apps/") && !matches!(here, Folder::Ipc) {
        return Some(format!("{file}: only ipc/ imports {target}"));
    }
    if target.starts_with("ui/src/generated/bindings") && !matches!(here, Folder::Ipc) {
        return Some(format!("{file}: only ipc/ imports the generated bindings"));
    }
    let allowed = match (&here, Folder::of(&target)) {
        (Folder::App, Folder::Feature(noun)) => {
            let door = format!("ui/src/features/{noun}");
            target == door || target == format!("{door}/index") || target == format!("{door}/index.ts")
        }
        (Folder::Feature(mine), Folder::Feature(theirs)) => *mine == theirs,
        (_, Folder::Elsewhere | Folder::Generated)
        | (Folder::Elsewhere | Folder::Generated | Folder::App, _)
        | (Folder::Feature(_), Folder::Shared | Folder::Ipc)
        | (Folder::Shared, Folder::Shared)
        | (Folder::Ipc, Folder::Ipc) => true,
        (Folder::Feature(_), Folder::App)
        | (Folder::Shared, Folder::App | Folder::Feature(_) | Folder::Ipc)
        | (Folder::Ipc, Folder::App | Folder::Feature(_) | Folder::Shared) => false,
    };
    (!allowed).then(|| format!("{file} may not import {target}"))
}

enum Folder {
    App,
    Feature(String),
    Shared,
    Ipc,
    Generated,
    /// A package, the entry, or a file that is no source.
    Elsewhere,
}

impl Folder {
    fn of(path: &str) -> Self {
        let mut parts = path.strip_prefix("ui/src/").unwrap_or_default().split('/');
        match (parts.next().unwrap_or_default(), parts.next()) {
            ("app", _) => Self::App,
            ("features", Some(noun)) => Self::Feature(noun.to_owned()),
            ("shared", _) => Self::Shared,
            ("ipc", _) => Self::Ipc,
            ("generated", _) => Self::Generated,
            _ => Self::Elsewhere,
        }
    }
}

fn check(file: &str, import: &str, allowed: bool) {
    assert_eq!(fault(file, import).is_none(), allowed, "{file} imports {import}");
}

#[test]
fn the_import_rules_know_right_from_wrong() {
    check("ui/src/app/App.tsx", "../features/keys", true);
    check("ui/src/app/App.tsx", "../features/keys/Field", false);
    check("ui/src/app/App.tsx", "../shared/look", true);
    check("ui/src/features/keys/Keys.tsx", "../register", false);
    check("ui/src/features/keys/Keys.tsx", "../../features/test/Send", false);
    check("ui/src/features/keys/Keys.tsx", "./Field", true);
    check("ui/src/features/keys/Keys.tsx", "../../ipc", true);
    check("ui/src/features/keys/Keys.tsx", "../../app/shell", false);
    check("ui/src/features/keys/Keys.tsx", "@tauri-apps/api/core", false);
    check("ui/src/features/keys/Keys.tsx", "../../generated/bindings", false);
    check("ui/src/shared/words/ids.ts", "../../generated/words", true);
    check("ui/src/shared/parts/Note.tsx", "../../ipc", false);
    check("ui/src/shared/parts/Note.tsx", "react", true);
    check("ui/src/ipc/commands.ts", "@tauri-apps/api/core", true);
    check("ui/src/ipc/commands.ts", "../shared/lib", false);
    assert_eq!(imports("import a from './a'\nimport('./b')\nimport \"c.css\"\n// from 'd'\n"), ["./a", "c.css", "./b"]);
}

#[test]
fn a_folder_of_the_window_imports_only_what_the_table_lets_it_import() {
    let sources = tree::ui_sources();
    assert!(!sources.is_empty(), "the window's sources were not found");
    let mut faults = Vec::new();
    for file in &sources {
        faults.extend(imports(&file.text).iter().filter_map(|import| fault(&file.name, import)));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Words written into a component instead of the locale files.
fn literal_text(file: &SourceFile) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in tree::without_comments(&file.text).lines().enumerate() {
        let spoken = ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "label=\""]
            .iter()
            .filter_map(|attribute| line.split(attribute).nth(1))
            .map(|rest| rest.split('"').next().unwrap())
            .any(|value| value.contains(char::is_alphabetic) && !is_id(value));
        let trimmed = line.trim();
        let between = line.split('>').skip(1).filter_map(|rest| rest.split_once('<')).any(|(text, _)| is_prose(text));
        let alone = !trimmed.starts_with(['*', '/', '\'', '"', '`']) && is_prose(trimmed) && trimmed.ends_with('.');
        if spoken || between || alone {
            found.push(format!("{}:{}: {}", file.name, number + 1, trimmed));
        }
    }
    found
}

/// A component of ours may take an id where HTML takes words: `<TaskCard title="task-token">`.
fn is_id(value: &str) -> bool {
    value.contains('-')
        && value.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

/// At least two plain words, and no sign of code.
fn is_prose(text: &str) -> bool {
    let text = text.trim();
    let code = "{}()=;:|&[]<>/\\$_'\"`";
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() >= 2
        && !text.contains(|letter| code.contains(letter))
        && text.chars().all(|letter| letter.is_alphanumeric() || letter.is_whitespace() || ".,!?’“”-–".contains(letter))
}

#[test]
fn no_component_speaks_by_itself() {
    let sample = |text: &str| literal_text(&SourceFile { name: "a.tsx".into(), text: text.into() }).len();
    assert_eq!(sample("<p>Paste the keys here</p>"), 1);
    assert_eq!(sample("<button aria-label=\"Copy\" />"), 1);
    assert_eq!(sample("<TaskCard title=\"task-token\" />"), 0);
    assert_eq!(sample("<p>{say('keys-title')}</p>\nconst a = b > c && d < e"), 0);
    assert_eq!(sample("<Words id=\"keys-title\" />\ninterface A { label: string }"), 0);
    let sources = tree::ui_sources();
    let found: Vec<String> = sources.iter().filter(|file| file.has_ending("tsx")).flat_map(literal_text).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
