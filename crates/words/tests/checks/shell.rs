//! What the window may do, by its configuration: S02, S04, S05, S09 of faults.md.

use std::fs;

use serde_json::Value;

use crate::tree;

fn configuration() -> Value {
    let text = fs::read_to_string(tree::root().join("src-tauri/tauri.conf.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Faults of a content security policy, given as Tauri's map of directives.
fn policy_faults(policy: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let directive = |name: &str| match &policy[name] {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    for (name, expected) in [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("connect-src", "ipc: http://ipc.localhost"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    ] {
        if directive(name) != expected {
            faults.push(format!("{name} is “{}”, not “{expected}”", directive(name)));
        }
    }
    let whole = policy.to_string();
    for never in ["unsafe-inline", "unsafe-eval", "unsafe-hashes", "https:", "*"] {
        if whole.contains(never) {
            faults.push(format!("the policy holds {never}"));
        }
    }
    faults
}

#[test]
fn a_loose_policy_is_seen() {
    let good = serde_json::json!({ "default-src": "'none'", "script-src": "'self'", "connect-src": "ipc: http://ipc.localhost",
        "object-src": "'none'", "base-uri": "'none'", "form-action": "'none'" });
    assert!(policy_faults(&good).is_empty());
    for (name, loose) in [
        ("script-src", "'self' 'unsafe-eval'"),
        ("connect-src", "*"),
        ("default-src", "'self'"),
        ("style-src", "'unsafe-inline'"),
    ] {
        let mut bad = good.clone();
        bad[name] = Value::from(loose);
        assert!(!policy_faults(&bad).is_empty(), "{name} {loose}");
    }
}

#[test]
fn the_policy_of_the_window_is_strict() {
    let configuration = configuration();
    let security = &configuration["app"]["security"];
    let faults = policy_faults(&security["csp"]);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert_eq!(security["freezePrototype"], Value::Bool(true));
    assert_ne!(configuration["app"]["withGlobalTauri"], Value::Bool(true));
    assert!(!security.to_string().contains("dangerous"), "{security}");
    assert!(
        security["capabilities"].as_array().is_some_and(|list| !list.is_empty()),
        "an empty list enables every file"
    );
}

#[test]
fn a_capability_names_its_windows_and_grants_no_plugin_of_files_or_programs() {
    let files = tree::files("src-tauri/capabilities", &[".json"]);
    assert!(!files.is_empty(), "no capability file was found");
    for file in files {
        let capability: Value = serde_json::from_str(&file.text).unwrap();
        let windows = capability["windows"].as_array().unwrap();
        assert!(
            !windows.is_empty() && windows.iter().all(|window| !window.as_str().unwrap().contains('*')),
            "{}",
            file.name
        );
        assert!(capability.get("remote").is_none(), "{} opens to remote pages", file.name);
        for permission in capability["permissions"].as_array().unwrap() {
            let name = permission.as_str().or_else(|| permission["identifier"].as_str()).unwrap();
            assert!(!name.ends_with(":default"), "{}: {name} is wider than its use", file.name);
            assert!(!["shell:", "fs:", "http:"].iter().any(|plugin| name.starts_with(plugin)), "{}: {name}", file.name);
        }
    }
}
