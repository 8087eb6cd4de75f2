//! Another secret, and permissions asked and granted, on the command line.

use crate::engine::Company;
use crate::program::{check_refused, run};

#[test]
fn a_secret_is_replaced_only_by_one_that_works() {
    let Some(company) = Company::start() else { return };
    let home = company.home();
    let secret = company.server.text("client_secret");
    let key = |act| ["key", act, "--connection", "示範", "--secret-stdin"];
    check_refused(home, &key("rotate"), &secret, 2, "secret-unchanged");
    check_refused(home, &key("rotate"), "no-such-secret", 1, "credentials-refused");
    check_refused(home, &key("replace"), "no-such-secret", 1, "credentials-refused");
    // What was refused took nothing away.
    assert_eq!(run(home, &["token", "--connection", "示範"], "").code, 0);
    let shown = run(home, &["key", "show", "--connection", "示範", "--json"], "");
    assert!(shown.code == 0 && !shown.stdout.contains(&secret), "{}{}", shown.stdout, shown.stderr);
    // The same again is taken by `replace`: it is tried like any other.
    let again = run(home, &key("replace"), &secret);
    assert_eq!(again.code, 0, "{}{}", again.stdout, again.stderr);
}

#[test]
fn a_check_of_permissions_tells_by_its_exit_code_and_a_sheet_that_cannot_be_written_by_name() {
    let Some(company) = Company::start() else { return };
    let home = company.home();
    let check = ["permission", "check", "--connection", "示範", "--task", "read-staff", "--json"];
    let fine = run(home, &check, "");
    assert_eq!((fine.code, &fine.json()["fine"]), (0, &true.into()), "{}{}", fine.stdout, fine.stderr);
    company.server.switch_on("missing_permission");
    let missing = run(home, &check, "");
    assert_eq!((missing.code, &missing.json()["fine"]), (1, &false.into()), "{}{}", missing.stdout, missing.stderr);
    let out = home.join("no-such-folder").join("request.html");
    let sheet = ["permission", "sheet", "--connection", "示範", "--out", out.to_str().unwrap()];
    check_refused(home, &sheet, "", 4, "file-unwritable");
}
