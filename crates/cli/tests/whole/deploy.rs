//! The files that start the runner elsewhere, by the real program and under the eyes of other people's tools: systemd's own
//! checks, an XML validator, a shell. No container is built here: this machine has nothing to build one with.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::mounted::Mounted;
use crate::program::{check_refused, run};

const NAME: &str = "海港 \"示範\" 50% $HOME";

/// A company with a name full of traps, and its files in both languages.
fn deployed(mounted: &Mounted, target: &str, language: &str) -> PathBuf {
    let out = mounted.home().join(format!("{target} {language}"));
    let out_text = out.display().to_string();
    let deploy = ["deploy", "--connection", NAME, "--for", target, "--out", &out_text, "--lang", language, "--json"];
    let ran = run(mounted.home(), &deploy, "");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let told: Value = ran.json();
    for file in told["files"].as_array().unwrap() {
        assert!(Path::new(file.as_str().unwrap()).starts_with(&out), "{told}");
    }
    let client_id = mounted.server.text("client_id");
    assert_eq!(told["secrets"], serde_json::json!([format!("{client_id}.client-secret")]));
    out
}

fn named() -> Mounted {
    let mounted = Mounted::company();
    let renamed = run(mounted.home(), &["connection", "rename", "--name", "示範", "--to", NAME], "");
    assert_eq!(renamed.code, 0, "{}", renamed.stderr);
    mounted
}

/// None where the tool is not on this machine.
fn tool(name: &str, arguments: &[&str]) -> Option<Output> {
    match Command::new(name).args(arguments).output() {
        Ok(output) => Some(output),
        Err(missing) => {
            use std::io::Write;
            let _ = writeln!(std::io::stderr(), "\n!!! SKIPPED, NOT PASSED: {name}: {missing}\n");
            None
        }
    }
}

fn check_fine(name: &str, output: &Output) {
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{name}: {said}");
}

#[test]
fn no_file_holds_a_secret_and_each_speaks_its_language() {
    let mounted = named();
    let secret = mounted.server.text("client_secret");
    for language in ["en", "zh-HK"] {
        for target in ["systemd", "container", "windows-task"] {
            let out = deployed(&mounted, target, language);
            for file in std::fs::read_dir(out).unwrap() {
                let bytes = std::fs::read(file.unwrap().path()).unwrap();
                let wide: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
                for canary in [secret.as_bytes(), &wide] {
                    assert!(!bytes.windows(canary.len()).any(|part| part == canary));
                }
            }
        }
    }
    check_refused(
        mounted.home(),
        &["deploy", "--connection", NAME, "--for", "cloud", "--out", "/x"],
        "",
        2,
        "wrong-use",
    );
    let file = mounted.file().display().to_string();
    check_refused(
        mounted.home(),
        &["deploy", "--connection", NAME, "--for", "systemd", "--out", &file],
        "",
        4,
        "file-unwritable",
    );
}

#[test]
fn systemd_takes_the_units_and_finds_them_well_shut() {
    let mounted = named();
    for language in ["en", "zh-HK"] {
        let out = deployed(&mounted, "systemd", language);
        for name in ["hoitung.service", "hoitung-check.service", "hoitung-check.timer"] {
            let path = out.join(name);
            let text = std::fs::read_to_string(&path).unwrap();
            // The program is not installed here; everything else stays as it is.
            let here = text.replace("/usr/local/bin/hoitung-cli", env!("CARGO_BIN_EXE_hoitung-cli"));
            std::fs::write(&path, here).unwrap();
        }
        for name in ["hoitung.service", "hoitung-check.timer"] {
            let path = out.join(name).display().to_string();
            let Some(output) = tool("systemd-analyze", &["verify", "--man=no", &path]) else { return };
            check_fine(name, &output);
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(!said.contains("hoitung"), "{name}: {said}");
        }
        for name in ["hoitung.service", "hoitung-check.service"] {
            let path = out.join(name).display().to_string();
            let wanted = ["security", "--offline=yes", "--threshold=20", "--no-pager", path.as_str()];
            let Some(output) = tool("systemd-analyze", &wanted) else { return };
            check_fine(name, &output);
        }
        let calendars = std::fs::read_to_string(out.join("hoitung-check.timer")).unwrap();
        for line in calendars.lines().filter_map(|line| line.strip_prefix("OnCalendar=")) {
            check_fine(line, &tool("systemd-analyze", &["calendar", line]).unwrap());
        }
    }
}

/// The script is run whole, with stand-ins for what changes a system.
#[test]
fn the_script_asks_for_the_secret_keeps_it_to_root_and_starts_the_service() {
    let mounted = named();
    let out = deployed(&mounted, "systemd", "en");
    let root = mounted.home().join("root");
    let script = std::fs::read_to_string(out.join("install.sh")).unwrap();
    let here = ["/etc/hoitung", "/etc/systemd/system", "/usr/local/bin/hoitung-cli"]
        .iter()
        .fold(script, |text, path| text.replace(path, &format!("{}{path}", root.display())));
    let here = here.replace("[ \"$(id -u)\" -eq 0 ]", "true");
    std::fs::write(out.join("install.sh"), &here).unwrap();
    let bin = root.join("usr/local/bin");
    std::fs::create_dir_all(&bin).unwrap();
    std::fs::create_dir_all(root.join("etc/systemd/system")).unwrap();
    let log = root.join("log");
    let stand_in = |name: &str, more: &str| {
        let path = bin.join(name);
        std::fs::write(&path, format!("#!/bin/sh\nprintf '%s|' {name} \"$@\" >>'{}'\n{more}\n", log.display()))
            .unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    };
    stand_in("systemctl", "");
    stand_in("systemd-run", "for one; do [ \"$one\" = token ] && exit 1; done; exit 0");
    stand_in("hoitung-cli", "");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("sh");
    command.arg(out.join("install.sh")).env("PATH", path);
    let ran = crate::program::finish(&mut command, "canary secret\n");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let secret = root.join(format!("etc/hoitung/secrets/{}.client-secret", mounted.server.text("client_id")));
    assert_eq!(std::fs::read_to_string(&secret).unwrap(), "canary secret\n");
    assert_eq!(std::fs::metadata(&secret).unwrap().permissions().mode() & 0o777, 0o400);
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.contains(&format!("|connection|add|--name|{NAME}|--region|practice|")), "{log}");
    assert!(log.ends_with("systemctl|enable|--now|hoitung.service|"), "{log}");
    assert!(!log.contains("canary"), "a secret on a command line: {log}");
    assert!(root.join("etc/systemd/system/hoitung.service").exists());
}

#[test]
fn the_task_for_windows_fits_its_schema() {
    let mounted = named();
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole/task.rng");
    for language in ["en", "zh-HK"] {
        let out = deployed(&mounted, "windows-task", language);
        let task = out.join("hoitung-task.xml").display().to_string();
        let Some(output) = tool("xmllint", &["--noout", "--relaxng", &schema.display().to_string(), &task]) else {
            return;
        };
        check_fine(&task, &output);
        let query = "string(//*[local-name()='Arguments'])";
        let arguments = tool("xmllint", &["--xpath", query, &task]).unwrap();
        let arguments = String::from_utf8(arguments.stdout).unwrap();
        assert_eq!(arguments.trim(), "check --connection \"海港 \\\"示範\\\" 50% $HOME\" --json");
        // A task that stops on battery is refused: the schema can say no.
        let bytes = std::fs::read(&task).unwrap();
        let find: Vec<u8> = "Batteries>false".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let put: Vec<u8> = "Batteries>true ".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let at = bytes.windows(find.len()).position(|part| part == find).unwrap();
        let wrong = [&bytes[..at], &put, &bytes[at + find.len()..]].concat();
        std::fs::write(&task, wrong).unwrap();
        let refused = tool("xmllint", &["--noout", "--relaxng", &schema.display().to_string(), &task]).unwrap();
        assert!(!refused.status.success());
    }
}

#[test]
fn the_container_runs_as_nobody_in_particular_and_its_secret_is_a_mounted_file() {
    let mounted = named();
    let out = deployed(&mounted, "container", "en");
    let container = std::fs::read_to_string(out.join("Containerfile")).unwrap();
    let instructions: Vec<&str> =
        container.lines().filter(|line| !line.starts_with([' ', '#']) && !line.is_empty()).collect();
    let of = |name: &str| instructions.iter().filter(|line| line.starts_with(name)).copied().collect::<Vec<_>>();
    assert_eq!(of("USER "), ["USER 10001:10001"]);
    assert_eq!((of("HEALTHCHECK ").len(), of("ARG ").len()), (1, 0));
    assert!(of("FROM ")[0].ends_with("-slim"), "{container}");
    let compose = std::fs::read_to_string(out.join("compose.yaml")).unwrap();
    for wanted in ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true", "mode: 0400"] {
        assert!(compose.contains(wanted), "{wanted}: {compose}");
    }
    assert!(!compose.contains("environment:"), "{compose}");
}
