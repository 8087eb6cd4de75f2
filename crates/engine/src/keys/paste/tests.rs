#![allow(clippy::unwrap_used)]
use super::*;

const CORP: &str = "ding3f2a9c4b7d1e8056af12bc34de56f789";
const CLIENT: &str = "dingu4xk9pqw2zr7m1ab";
const SECRET: &str = "Ab3_Cd4-Ef5Gh6Ij7Kl8Mn9Op0Qr1St2Uv3Wx4Yz5Ab6Cd7Ef8Gh9Ij0Kl1Mn2Op";
const AGENT: &str = "3456789012";

type Four<'a> = [Option<&'a str>; 4];
const ALL: Four<'static> = [Some(CORP), Some(CLIENT), Some(SECRET), Some(AGENT)];
const APP: Four<'static> = [None, Some(CLIENT), Some(SECRET), Some(AGENT)];

/// `{corp}`, `{client}`, `{secret}` and `{agent}` stand for the keys.
fn filled(page: &str) -> String {
    page.replace("{corp}", CORP).replace("{client}", CLIENT).replace("{secret}", SECRET).replace("{agent}", AGENT)
}

fn check(page: &str, expected: Four<'_>) {
    let found = find(&SecretString::from(filled(page))).unwrap_or_default();
    let secret = found.client_secret.as_ref().map(ExposeSecret::expose_secret);
    let keys = [found.corp_id.as_deref(), found.client_id.as_deref(), secret, found.agent_id.as_deref()];
    assert_eq!(keys, expected, "{page}");
}

fn check_refused(page: &str, expected: ProblemCode) {
    let problem = find(&SecretString::from(page)).err().unwrap();
    assert_eq!((problem.code, problem.field), (expected, Some(Field::Paste)));
}

#[test]
fn the_new_console_is_read() {
    // D43: label, button words and value on lines of their own.
    check(
        "开发者后台\n示範貿易有限公司\nCorpId\n{corp}\n复制\n基础信息\n凭证与基础信息\nUnified App ID\n\
         0b1f2c3d-4e5f-6789-abcd-ef0123456789\n复制\nClient ID （原 AppKey 和 SuiteKey）\n{client}\n复制\n\
         Client Secret （原 AppSecret 和 SuiteSecret）\n{secret}\n复制\n隐藏\n原企业内部应用AgentId\n{agent}\n复制\n版本号 1.0.0",
        ALL,
    );
    check(
        "Client ID\n(原 AppKey 和 SuiteKey)\n复制\n{client}\nClient Secret\n(原 AppSecret 和 SuiteSecret)\n显示\n复制\n{secret}\nAgentId\n复制\n{agent}",
        APP,
    );
    check(
        "Basic Information\nCredentials and basic information\nUnified App ID 0b1f2c3d-4e5f-6789-abcd-ef0123456789 Copy\n\
         Client ID (formerly AppKey and SuiteKey) {client} Copy\nClient Secret (formerly AppSecret and SuiteSecret) {secret} Copy Hide\n\
         AgentId {agent} Copy\nCorpId: {corp}",
        ALL,
    );
}

#[test]
fn the_old_console_is_read() {
    check("应用凭证\nAgentId：{agent}\nAppKey：{client}\nAppSecret：{secret}\n企业ID：{corp}", ALL);
    check("AgentId\t{agent}\nAppKey\t{client}\nAppSecret\t{secret}", APP);
    check("AppKey: {client} 复制 AppSecret: {secret} 复制 AgentId: {agent}", APP);
    check(
        "SuiteKey\nsuite4xk9pqw2zr7m1ab\nSuiteSecret\n{secret}",
        [None, Some("suite4xk9pqw2zr7m1ab"), Some(SECRET), None],
    );
}

#[test]
fn traditional_chinese_and_full_width_are_read() {
    check("企業 CorpId：{corp}\n用戶端 ID：{client}\n用戶端密鑰：{secret}\n應用編號：{agent}", ALL);
    check("ＣｏｒｐＩｄ：{corp}　ＡｐｐＫｅｙ：{client}　ＡｐｐＳｅｃｒｅｔ：{secret}　ＡｇｅｎｔＩｄ：{agent}", ALL);
    check(
        "Client\u{a0}ID\u{200b}：\u{200b}{client}\r\nClient\u{a0}Secret：\u{feff}{secret}\r\n",
        [None, Some(CLIENT), Some(SECRET), None],
    );
}

#[test]
fn notes_and_files_people_keep_are_read() {
    check("{\"corpId\":\"{corp}\",\"appKey\":\"{client}\",\"appSecret\":\"{secret}\",\"agentId\":{agent}}", ALL);
    check(
        "DINGTALK_CORP_ID={corp}\nDINGTALK_CLIENT_ID={client}\nDINGTALK_CLIENT_SECRET='{secret}'\nDINGTALK_AGENT_ID={agent}",
        ALL,
    );
    check(
        "你好，釘釘的資料如下：CorpId 是「{corp}」，AppKey 是「{client}」，AppSecret 是「{secret}」，謝謝",
        [Some(CORP), Some(CLIENT), Some(SECRET), None],
    );
    check("| Client ID | {client} |\n| Client Secret | {secret} |", [None, Some(CLIENT), Some(SECRET), None]);
}

#[test]
fn labels_in_one_row_and_values_in_the_next_are_read() {
    check("CorpId\tClient ID\tClient Secret\tAgentId\n{corp}\t{client}\t{secret}\t{agent}", ALL);
}

#[test]
fn values_without_labels_are_known_by_their_look() {
    check("{corp}\n{client}\n{secret}\n{agent}", ALL);
    check("{secret} {client}", [None, Some(CLIENT), Some(SECRET), None]);
    // Two numbers: which is it?
    check("{client}\n{agent}\n9876543210", [None, Some(CLIENT), None, None]);
    // Two apps' keys without labels: neither is taken.
    check("{client}\ndingother0000000000z\n{corp}", [Some(CORP), None, None, None]);
}

#[test]
fn a_secret_broken_over_two_lines_is_joined() {
    let page = format!("Client Secret\n{}\n{}\nAgentId {AGENT}", &SECRET[..40], &SECRET[40..]);
    check(&page, [None, None, Some(SECRET), Some(AGENT)]);
}

#[test]
fn what_only_looks_near_is_not_taken() {
    // A hidden secret must not swallow the next value.
    check("Client Secret\n********\n显示\nAgentId\n{agent}", [None, None, None, Some(AGENT)]);
    // The robot's code looks like a Client ID and is not one.
    check("RobotCode\n{client}\nCorpId\n{corp}", [Some(CORP), None, None, None]);
    // A short secret under its label is still what was meant.
    check("AppSecret: abcdefghij0123456789", [None, None, Some("abcdefghij0123456789"), None]);
    check("AppSecret: abFGdeKLhiMNopQRst", [None, None, Some("abFGdeKLhiMNopQRst"), None]);
}

#[test]
fn a_page_without_keys_is_said_so() {
    check_refused("", ProblemCode::PasteNothingFound);
    check_refused("今日天氣不錯", ProblemCode::PasteNothingFound);
    check_refused("電話 9876543210\nClient ID\nClient Secret", ProblemCode::PasteNothingFound);
    // Practice's own page of troubles: a secret that was pasted before must not give way to a word.
    check_refused("Somebody reset the Client Secret.\nSwitch on\nmissing_permission", ProblemCode::PasteNothingFound);
    check_refused("The Client Secret changed: TemporaryQrCodeInfo", ProblemCode::PasteNothingFound);
    check_refused("https://open-dev.dingtalk.com/fe/app#/corp/app", ProblemCode::PasteNothingFound);
}

#[test]
fn a_page_that_is_none_is_refused_whole() {
    check_refused(&"字".repeat(LIMIT / 3 + 1), ProblemCode::PasteTooLong);
    let full = format!("AppKey {CLIENT} {}", "x ".repeat((LIMIT - 28) / 2));
    assert!(full.len() <= LIMIT);
    assert_eq!(find(&SecretString::from(full)).ok().and_then(|found| found.client_id).as_deref(), Some(CLIENT));
}
