//! Files of the working tree, by folder and ending.

use std::fs;
use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_path_buf()
}

pub struct SourceFile {
    /// From the root, with `/`.
    pub name: String,
    pub text: String,
}

impl SourceFile {
    pub fn has_ending(&self, ending: &str) -> bool {
        Path::new(&self.name).extension().is_some_and(|found| found == ending)
    }
}

/// All files under `folder` with one of `endings`, sorted by name; none if the folder is not there.
pub fn files(folder: &str, endings: &[&str]) -> Vec<SourceFile> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found);
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<SourceFile>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "target", "dist", "gen"].contains(&name.as_str()) {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            // A neighbour may be writing: a file that vanished between listing and reading is no file.
            let Ok(text) = fs::read_to_string(&path) else {
                continue;
            };
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(SourceFile { name, text });
        }
    }
}

/// Rust that goes into the product: `src` of every crate and of the window, without its test modules.
pub fn rust_sources() -> Vec<SourceFile> {
    let mut sources = files("crates", &[".rs"]);
    sources.retain(|file| file.name.split('/').nth(2) == Some("src"));
    sources.extend(files("src-tauri/src", &[".rs"]));
    sources.retain(|file| !file.name.ends_with("/tests.rs") && !file.name.contains("/tests/"));
    for file in &mut sources {
        if let Some(at) = file.text.find("#[cfg(test)]\nmod ") {
            file.text.truncate(at);
        }
    }
    sources
}

/// TypeScript that goes into the product: no tests, no generated files, no gallery of hand-made states.
pub fn ui_sources() -> Vec<SourceFile> {
    let mut sources = files("ui/src", &[".ts", ".tsx"]);
    sources.retain(|file| {
        !file.name.starts_with("ui/src/generated/")
            && !file.name.starts_with("ui/src/gallery/")
            && !file.name.contains(".test.")
    });
    sources
}

/// The text without line comments, block comments and doc comments, line for line. Strings that hold `//` keep it.
pub fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside_block = false;
    for line in text.lines() {
        let trimmed = line.trim_start();
        if inside_block || trimmed.starts_with("/*") || trimmed.starts_with("{/*") {
            inside_block = !line.contains("*/");
        } else if !trimmed.starts_with("//") {
            out.push_str(line.split(" // ").next().unwrap());
        }
        out.push('\n');
    }
    out
}
