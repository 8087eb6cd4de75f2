use std::fmt::Write as _;

use engine::doctor::{Destination, Diagnosis, Finding, LONGEST_TEXT, diagnose};
use engine::problem::Who;
use serde_json::{Map, Value, json};
use words::Speaker;

use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

/// What an error text means. Exit code 1 when it is not known.
pub fn diagnosis(speaker: Speaker, text: Option<String>, for_it: bool) -> Result<Answer, Failure> {
    let text = match text {
        Some(text) if text.len() > LONGEST_TEXT => return Err(Failure::DoctorTextTooLong),
        Some(text) => text,
        None => stdin::pasted(LONGEST_TEXT)?,
    };
    if text.trim().is_empty() {
        return Err(Failure::DoctorTextMissing);
    }
    let diagnosis = diagnose(&text);
    let answer = told(&diagnosis, speaker, for_it);
    if diagnosis.is_known() { Ok(answer) } else { Err(Failure::No(Box::new(answer))) }
}

fn told(diagnosis: &Diagnosis, speaker: Speaker, for_it: bool) -> Answer {
    let mut json = as_json(&diagnosis.first, speaker);
    let also: Vec<Value> = diagnosis.also.iter().map(|finding| Value::Object(as_json(finding, speaker))).collect();
    json.insert("also".to_owned(), also.into());
    let mut words = as_words(&diagnosis.first, speaker);
    for finding in &diagnosis.also {
        let what = speaker.problem_text(&finding.problem).what;
        let _ = write!(words, "\n{}", speaker.text_with("doctor-also", &[("what", &what)]));
    }
    if for_it {
        let block = speaker.for_it(&diagnosis.first, None);
        let _ = write!(words, "\n\n{block}");
        json.insert("for_it".to_owned(), block.into());
    }
    Answer { json: Value::Object(json), words }
}

fn as_json(finding: &Finding, speaker: Speaker) -> Map<String, Value> {
    let text = speaker.problem_text(&finding.problem);
    let mut json = Map::new();
    json.insert("problem".to_owned(), text.code.into());
    json.insert("who".to_owned(), who(finding.problem.who).into());
    json.insert("args".to_owned(), Value::Object(args(finding)));
    json.insert("cause".to_owned(), text.what.into());
    json.insert("remedy".to_owned(), text.fix.into());
    json.insert("place".to_owned(), place(finding.destination));
    json
}

/// What was read out of the text. What it did not tell is not there.
fn args(finding: &Finding) -> Map<String, Value> {
    let told = finding.problem.args.iter().filter(|(_, value)| !value.is_empty());
    told.map(|(name, value)| {
        let value = match name.as_str() {
            "permissions" => value.split(", ").map(str::to_owned).collect::<Vec<_>>().into(),
            "wait" | "seconds" | "minutes" => {
                value.parse::<u64>().map_or_else(|_| json!(value), |number| json!(number))
            }
            _ => json!(value),
        };
        (name.clone(), value)
    })
    .collect()
}

fn who(who: Who) -> &'static str {
    match who {
        Who::You => "you",
        Who::DingtalkAdmin => "dingtalk_admin",
        Who::It => "it",
        Who::Boss => "boss",
        Who::Dingtalk => "dingtalk",
    }
}

fn place(destination: Destination) -> Value {
    match destination {
        Destination::Task(task) => json!({ "task": task, "stop": task.stop() }),
        Destination::Link(link) => json!({ "link": link }),
        Destination::Nowhere => Value::Null,
    }
}

fn as_words(finding: &Finding, speaker: Speaker) -> String {
    let text = speaker.problem_text(&finding.problem);
    let mut words = format!("{}\n{}\n", text.what, text.fix);
    let _ = write!(words, "{}", speaker.text_with("cli-whose-turn", &[("who", &text.who)]));
    if let Some(place) = speaker.place_text(finding.destination) {
        let _ = write!(words, "\n{place}");
    }
    words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use words::Language;

    use super::*;

    /// In both languages: the id, whose turn, and words that leave no hole.
    fn check(code: &str, problem: &str, who: &str) {
        let quoted = serde_json::to_string(code).unwrap();
        let text = match code.parse::<i64>() {
            Ok(_) => format!(r#"{{"errcode":{code},"errmsg":"x","request_id":"16l4ew3d47pdp"}}"#),
            Err(_) => format!(r#"{{"code":{quoted},"message":"x","requestid":"16l4ew3d47pdp"}}"#),
        };
        for language in Language::ALL {
            let answer = told(&diagnose(&text), Speaker::new(language), true);
            let json = &answer.json;
            assert_eq!((&json["problem"], &json["who"]), (&problem.into(), &who.into()), "{code}: {json}");
            for field in ["cause", "remedy"] {
                let words = json[field].as_str().unwrap();
                assert!(!words.contains(['{', '}']) && !has_hole(words) && words.len() > 10, "{code}: {words}");
                let chinese = words.chars().any(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter));
                assert!(chinese || language == Language::En, "{code}: {words}");
            }
            assert!(answer.words.contains(code) || code == "310000", "{code}: {}", answer.words);
        }
    }

    /// A value that nobody told, without words for that.
    fn has_hole(words: &str) -> bool {
        words.replace("unknown to", "").replace("unknown sites", "").contains("unknown")
    }

    fn rows(problem: &str, who: &str, codes: &str) {
        for code in codes.split_whitespace() {
            check(code, problem, who);
        }
    }

    // V §10.1: the codes of the old gateway, each with its meaning
    #[test]
    fn every_code_of_the_old_gateway_has_words_in_both_languages() {
        rows("busy", "dingtalk", "-1 15");
        rows("path-unknown", "it", "22 404");
        rows("hr-managed", "dingtalk_admin", "12150");
        rows("token-refused", "you", "33001 40001 40014 41001 42001");
        rows("credentials-refused", "you", "40089 40096 853003");
        rows("permission-missing", "dingtalk_admin", "43007 48002 60011");
        rows("address-refused", "dingtalk_admin", "60020");
        rows("contact-scope", "dingtalk_admin", "50002 50004");
        rows(
            "throttled",
            "dingtalk",
            "45009 90001 90002 90003 90004 90005 90006 90007 90008 90009 90010 90011 90012 90013",
        );
        rows("throttled", "dingtalk", "90014 90017 90018 143103 143104 143203 143204");
        rows("quota-used", "boss", "90020 90030");
        rows("user-unknown", "you", "33012 40003 60111 60121");
        rows("department-unknown", "you", "40009 60003");
        rows("user-disabled", "dingtalk_admin", "60120");
        rows("already-exists", "you", "60102 60104 60107 40100 40101 60106 60016 60021 71006 400041 143106 143206");
        rows("consent-needed", "you", "40103");
        rows("mobile-fixed", "you", "40021 40022 41054");
        rows(
            "field-refused",
            "you",
            "40010 40011 40031 40063 40064 40065 40066 40068 40069 40093 40104 60001 60004 60009",
        );
        rows("field-refused", "you", "60010 60019 60022 60103 60105 60109 60112 60113 60122 60123 60128 60510 600109");
        rows("field-refused", "you", "52014 52017 52022 52024 52026");
        rows(
            "limit-reached",
            "dingtalk_admin",
            "40019 40020 40023 40024 60002 60110 41029 41045 41046 41047 41048 143105",
        );
        rows("department-not-empty", "you", "60005 60006");
        rows("root-department-fixed", "you", "60007 60018");
        rows("recipient-refused", "you", "81001 81002");
        rows("parameter-refused", "it", "40000 40035 400002 400105");
        rows("request-malformed", "it", "43001 43002 43003 43004 43005 43009 44002");
        rows("agent-id-refused", "you", "40056 41011 70003 70004 52019");
        rows("app-disabled", "dingtalk_admin", "50003 50005");
        rows("corp-id-refused", "you", "52010 70001");
        rows("sign-in-code-refused", "you", "40029 42003 40078");
        rows("redirect-refused", "dingtalk_admin", "50001");
        rows("not-authorised", "dingtalk_admin", "40079 41030");
        rows("suite-ticket-refused", "it", "40085");
        rows("signature-refused", "it", "52011 52012 52013 52015 52016 853004");
        rows("signature-time", "you", "52018 853001 853002");
        rows("callback-refused", "it", "71007 71008 71009 71010 71011 71012 71013 400040 900001 900002 900003 900004");
        rows("callback-refused", "it", "900005 900006 900007 900008 900009 900010");
    }

    // V §5.1: the codes of a group's robot
    #[test]
    fn every_code_of_a_robot_has_words_in_both_languages() {
        rows("robot-unknown", "you", "300005 400101 400106 token.notExisted");
        rows("robot-security", "you", "310000");
        rows("robot-throttled", "you", "130101 660026 410100 send.too.fast send.byToken.tooFast");
        rows("robot-group-gone", "dingtalk_admin", "400013");
        rows("robot-disabled", "dingtalk_admin", "400102 send.forbidden bot.forbidden.sendMessage");
        rows("robot-content", "you", "430101 430102 430103 430104 contain.unsafe.url contain.notAllowed.text");
        rows("robot-content", "you", "contain.notAllowed.picture contain.notAllowed.content");
        rows("robot-signature", "you", "sign.not.match");
        rows("robot-keyword", "you", "keywords.not.match");
        rows("robot-address", "dingtalk_admin", "ip.not.match");
    }

    // V §10.2: the codes of the new gateway; V §5.2: those of the app's robot
    #[test]
    fn every_code_of_the_new_gateway_has_words_in_both_languages() {
        rows("token-refused", "you", "InvalidAuthentication AuthenticationFailed.MissingParameter accesstoken.expired");
        rows("credentials-refused", "you", "invalidClientIdOrSecret invalid.client authFailed invalidSuiteKey");
        rows("sign-in-code-refused", "you", "invalidParameter.authCode.notFound");
        rows("permission-missing", "dingtalk_admin", "unauthorized.client apiPermissionDenied");
        rows("permission-missing", "dingtalk_admin", "Forbidden.AccessDenied.AccessTokenPermissionDenied");
        rows("address-refused", "dingtalk_admin", "Forbidden.AccessDenied.IpNotInWhiteList");
        rows(
            "throttled",
            "dingtalk",
            "Forbidden.AccessDenied.QpsLimitForApi Forbidden.AccessDenied.QpmLimitForAppkeyAndApi",
        );
        rows("throttled", "dingtalk", "qps.exceed.limit request.overlimit invokeFrequency");
        rows("quota-used", "boss", "Forbidden.AccessDenied.ApiCountLimitForOrg");
        rows("suite-ticket-refused", "it", "invalidSuiteTicket");
        rows("not-authorised", "dingtalk_admin", "invalidAuthInfo");
        rows("user-unknown", "you", "user.not.exist userNotExist invalidUser staff.not.found staffId.notExisted");
        rows("user-unknown", "you", "invalidParameter.user.notFound");
        rows("parameter-missing", "it", "MissingoperatorId Missingbody missingParameter miss.param.robotCode");
        rows(
            "parameter-refused",
            "it",
            "param.error invalidParam invalidParameter illegalParameter parameter.error illegalIp",
        );
        rows(
            "parameter-refused",
            "it",
            "invalidParameter.robotCode.empty invalidParameter.userIds.overMax illegal.receivers",
        );
        rows("parameter-refused", "it", "template.not.existed template.stopped unsupported.grant.type");
        rows("path-unknown", "it", "InvalidAction.NotFound");
        rows("already-exists", "you", "invalidRequest.duplicateClientToken");
        rows("org-account-only", "you", "exclusive.account.only");
        rows("limit-reached", "dingtalk_admin", "receivers.exceed too.many.group too.many.people");
        rows("busy", "dingtalk", "unknownError systemError system.busy service.timeout");
    }
}
