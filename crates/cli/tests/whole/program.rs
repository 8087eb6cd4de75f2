use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

pub fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoitung-cli"));
    command.env("HOITUNG_HOME", home).env("NO_PROXY", "").env_remove("HTTP_PROXY").env_remove("HTTPS_PROXY");
    command
}

pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|_| panic!("no JSON: {}{}", self.stdout, self.stderr))
    }
}

/// Runs to the end with `input` on stdin.
pub fn run(home: &Path, arguments: &[&str], input: &str) -> Ran {
    finish(program(home).args(arguments), input)
}

pub fn finish(command: &mut Command, input: &str) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses its arguments closes its input unread.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A failure: its exit code, and in JSON its name, with words in both languages.
pub fn check_refused(home: &Path, arguments: &[&str], input: &str, code: i32, problem: &str) {
    for language in ["en", "zh-HK"] {
        let mut whole = arguments.to_vec();
        whole.extend(["--lang", language]);
        let spoken = run(home, &whole, input);
        assert_eq!(spoken.code, code, "{arguments:?}: {}{}", spoken.stdout, spoken.stderr);
        assert!(spoken.stdout.is_empty(), "{}", spoken.stdout);
        assert!(spoken.stderr.lines().count() >= 2, "{}", spoken.stderr);
        whole.push("--json");
        let ran = run(home, &whole, input);
        let json = ran.json();
        assert_eq!((ran.code, json["problem"].as_str()), (code, Some(problem)), "{arguments:?}: {}", ran.stdout);
        for field in ["who", "what", "fix"] {
            assert!(!json[field].as_str().unwrap().is_empty(), "{field}: {}", ran.stdout);
        }
        assert!(json["args"].is_object(), "{}", ran.stdout);
        assert!(spoken.stderr.starts_with(json["what"].as_str().unwrap()), "{}\n{}", spoken.stderr, ran.stdout);
        // Where the tests lie says nothing of the language: on Windows the user's name stands in it.
        let what = json["what"].as_str().unwrap().replace(&std::env::temp_dir().display().to_string(), "");
        assert_eq!(what.chars().any(|letter| letter > '\u{3400}'), language == "zh-HK", "{json}");
    }
}
