//! Companies renamed, copied and removed, and what waits for others, on the command line.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::engine::{Company, add};
use crate::kept;
use crate::program::{check_refused, program, run};

#[test]
fn a_company_is_renamed_copied_and_removed_with_a_proof() {
    let Some(company) = Company::start() else { return };
    let (home, server) = (company.home(), &company.server);
    let secret = server.text("client_secret");
    assert!(kept::holds(&secret), "the search sees what is there");
    let renamed = run(home, &["connection", "rename", "--name", "示範", "--to", "Harbour Demo", "--json"], "");
    assert_eq!((renamed.code, &renamed.json()["name"]), (0, &"Harbour Demo".into()), "{}", renamed.stdout);
    let copied = run(home, &["connection", "duplicate", "--name", "Harbour Demo", "--to", "第二個", "--json"], "");
    assert_eq!((copied.code, &copied.json()["stops_done"]), (0, &0.into()), "{}", copied.stdout);
    check_refused(home, &["connection", "rename", "--name", "第二個", "--to", "Harbour Demo"], "", 2, "name-taken");
    check_refused(home, &["connection", "rename", "--name", "第二個", "--to", " "], "", 2, "company-name-empty");
    check_refused(home, &["connection", "remove", "--name", "示範"], "", 2, "connection-unknown");
    let removed = run(home, &["connection", "remove", "--name", "Harbour Demo", "--json"], "").json();
    assert_eq!((&removed["secrets"], &removed["gone"]), (&1.into(), &true.into()), "{removed}");
    assert!(!kept::holds(&secret));
    let left = run(home, &["connection", "list", "--json"], "").json();
    assert_eq!((left.as_array().unwrap().len(), &left[0]["name"]), (1, &"第二個".into()));
}

#[test]
fn a_letter_is_written_in_both_languages_and_what_was_asked_is_listed() {
    let Some(company) = Company::start() else { return };
    let (home, server) = (company.home(), &company.server);
    let secret = server.text("client_secret");
    assert_eq!(run(home, &["waiting", "--json"], "").json(), serde_json::json!([]));
    let asked = ["ask", "--connection", "示範", "--task", "published", "--who", "boss", "--noted", "--json"];
    let asked = run(home, &asked, "");
    let letter = asked.json();
    assert_eq!((asked.code, &letter["who"], &letter["noted"]), (0, &"boss".into(), &true.into()), "{letter}");
    for language in ["en", "zh-HK"] {
        let body = letter[language]["body"].as_str().unwrap();
        assert!(body.contains("示範") && body.contains(&server.text("client_id")), "{body}");
        assert!(!body.contains(&secret) && !body.contains('{'), "{body}");
        let spoken = ["ask", "--connection", "示範", "--task", "points", "--lang", language];
        assert!(run(home, &spoken, "").stdout.lines().count() > 5);
    }
    let waiting = run(home, &["waiting", "--connection", "示範", "--json"], "").json();
    assert_eq!(waiting.as_array().unwrap().len(), 1, "{waiting}");
    assert_eq!(
        (&waiting[0]["task"], &waiting[0]["who"], &waiting[0]["times"]),
        (&"published".into(), &"boss".into(), &1.into())
    );
    assert_eq!(run(home, &["ask", "--connection", "示範", "--task", "nonsense"], "").code, 2);
}

/// F72: whenever the power goes, nothing is left in the key store that nobody remembers.
#[test]
fn a_removal_that_is_killed_at_any_moment_leaves_no_secret_behind() {
    let Some(company) = Company::start() else { return };
    let (home, server) = (company.home(), &company.server);
    let secret = server.text("client_secret");
    let remove = ["connection", "remove", "--name", "示範", "--json"];
    assert!(kept::holds(&secret), "the search sees what is there");
    let begun = Instant::now();
    assert_eq!(run(home, &remove, "").code, 0);
    let whole = begun.elapsed();
    for step in 0..12 {
        assert_eq!(add(home, server, "示範", &secret).code, 0);
        let mut child = program(home)
            .args(remove)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let deadline = Instant::now() + whole.mul_f64(f64::from(step) / 10.0);
        // The moment of the kill, spread over the whole of a removal.
        while Instant::now() < deadline && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let _ = child.kill();
        child.wait().unwrap();
        // Whatever was done before the kill, the same command ends it; if all was done, it knows no such company.
        let again = run(home, &remove, "");
        let unknown = again.code == 2 && again.json()["problem"] == "connection-unknown";
        assert!(again.code == 0 || unknown, "{}{}", again.stdout, again.stderr);
        assert!(!kept::holds(&secret), "killed at step {step}: the secret is still there");
        assert_eq!(run(home, &["connection", "list", "--json"], "").json(), serde_json::json!([]));
    }
}
