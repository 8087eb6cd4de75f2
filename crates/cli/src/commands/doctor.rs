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
        Destination::Network => json!({ "page": "network" }),
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
    use std::collections::BTreeSet;
    use std::path::Path;

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

    /// A cause, whose turn it is, and the codes that tell it.
    type Row = (&'static str, &'static str, &'static str);

    fn rows(rows: &[Row]) {
        for (problem, who, codes) in rows {
            for code in codes.split_whitespace() {
                check(code, problem, who);
            }
        }
    }

    const OLD: &[Row] = &[
        ("busy", "dingtalk", "-1 15"),
        ("path-unknown", "it", "22 404"),
        ("hr-managed", "dingtalk_admin", "12150"),
        ("token-refused", "you", "33001 40001 40014 41001 42001"),
        ("credentials-refused", "you", "40089 40096 853003"),
        ("permission-missing", "dingtalk_admin", "43007 48002 60011"),
        ("address-refused", "dingtalk_admin", "60020"),
        ("contact-scope", "dingtalk_admin", "50002 50004"),
        (
            "throttled",
            "dingtalk",
            "45009 90001 90002 90003 90004 90005 90006 90007 90008 90009 90010 90011 90012 90013",
        ),
        ("throttled", "dingtalk", "90014 90017 90018 143103 143104 143203 143204"),
        ("quota-used", "boss", "90020 90030"),
        ("user-unknown", "you", "33012 40003 60111 60121"),
        ("department-unknown", "you", "40009 60003"),
        ("user-disabled", "dingtalk_admin", "60120"),
        ("already-exists", "you", "60102 60104 60107 40100 40101 60106 60016 60021 71006 400041 143106 143206"),
        ("consent-needed", "you", "40103"),
        ("mobile-fixed", "you", "40021 40022 41054"),
        ("field-refused", "you", "40010 40011 40031 40063 40064 40065 40066 40068 40069 40093 40104 60001 60004 60009"),
        ("field-refused", "you", "60010 60019 60022 60103 60105 60109 60112 60113 60122 60123 60128 60510 600109"),
        ("field-refused", "you", "52014 52017 52022 52024 52026"),
        ("limit-reached", "dingtalk_admin", "40019 40020 40023 40024 60002 60110 41029 41045 41046 41047 41048 143105"),
        ("department-not-empty", "you", "60005 60006"),
        ("root-department-fixed", "you", "60007 60018"),
        ("recipient-refused", "you", "81001 81002"),
        ("parameter-refused", "it", "40000 40035 400002 400105"),
        ("request-malformed", "it", "43001 43002 43003 43004 43005 43009 44002"),
        ("agent-id-refused", "you", "40056 41011 70003 70004 52019"),
        ("app-disabled", "dingtalk_admin", "50003 50005"),
        ("corp-id-refused", "you", "52010 70001"),
        ("sign-in-code-refused", "you", "40029 42003 40078"),
        ("redirect-refused", "dingtalk_admin", "50001"),
        ("not-authorised", "dingtalk_admin", "40079 41030"),
        ("suite-ticket-refused", "it", "40085"),
        ("signature-refused", "it", "52011 52012 52013 52015 52016 853004"),
        ("signature-time", "you", "52018 853001 853002"),
        ("callback-refused", "it", "71007 71008 71009 71010 71011 71012 71013 400040 900001 900002 900003 900004"),
        ("callback-refused", "it", "900005 900006 900007 900008 900009 900010"),
    ];

    // V §10.1: the codes of the old gateway, each with its meaning
    #[test]
    fn every_code_of_the_old_gateway_has_words_in_both_languages() {
        rows(OLD);
    }

    const ROBOT: &[Row] = &[
        ("robot-unknown", "you", "300005 400101 400106 token.notExisted"),
        ("robot-security", "you", "310000"),
        ("robot-throttled", "you", "130101 660026 410100 send.too.fast send.byToken.tooFast"),
        ("robot-group-gone", "dingtalk_admin", "400013"),
        ("robot-disabled", "dingtalk_admin", "400102 send.forbidden bot.forbidden.sendMessage"),
        ("robot-content", "you", "430101 430102 430103 430104 contain.unsafe.url contain.notAllowed.text"),
        ("robot-content", "you", "contain.notAllowed.picture contain.notAllowed.content"),
        ("robot-signature", "you", "sign.not.match"),
        ("robot-keyword", "you", "keywords.not.match"),
        ("robot-address", "dingtalk_admin", "ip.not.match"),
    ];

    // V §5.1: the codes of a group's robot
    #[test]
    fn every_code_of_a_robot_has_words_in_both_languages() {
        rows(ROBOT);
    }

    const NEW: &[Row] = &[
        ("token-refused", "you", "InvalidAuthentication AuthenticationFailed.MissingParameter accesstoken.expired"),
        ("credentials-refused", "you", "invalidClientIdOrSecret invalid.client authFailed invalidSuiteKey"),
        ("sign-in-code-refused", "you", "invalidParameter.authCode.notFound"),
        ("permission-missing", "dingtalk_admin", "unauthorized.client apiPermissionDenied"),
        ("permission-missing", "dingtalk_admin", "Forbidden.AccessDenied.AccessTokenPermissionDenied"),
        ("address-refused", "dingtalk_admin", "Forbidden.AccessDenied.IpNotInWhiteList"),
        (
            "throttled",
            "dingtalk",
            "Forbidden.AccessDenied.QpsLimitForApi Forbidden.AccessDenied.QpmLimitForAppkeyAndApi",
        ),
        ("throttled", "dingtalk", "qps.exceed.limit request.overlimit invokeFrequency"),
        ("quota-used", "boss", "Forbidden.AccessDenied.ApiCountLimitForOrg"),
        ("suite-ticket-refused", "it", "invalidSuiteTicket"),
        ("not-authorised", "dingtalk_admin", "invalidAuthInfo"),
        ("user-unknown", "you", "user.not.exist userNotExist invalidUser staff.not.found staffId.notExisted"),
        ("user-unknown", "you", "invalidParameter.user.notFound"),
        ("parameter-missing", "it", "MissingoperatorId Missingbody missingParameter miss.param.robotCode"),
        (
            "parameter-refused",
            "it",
            "param.error invalidParam invalidParameter illegalParameter parameter.error illegalIp",
        ),
        (
            "parameter-refused",
            "it",
            "invalidParameter.robotCode.empty invalidParameter.userIds.overMax illegal.receivers",
        ),
        ("parameter-refused", "it", "template.not.existed template.stopped unsupported.grant.type"),
        ("path-unknown", "it", "InvalidAction.NotFound"),
        ("already-exists", "you", "invalidRequest.duplicateClientToken"),
        ("org-account-only", "you", "exclusive.account.only"),
        ("limit-reached", "dingtalk_admin", "receivers.exceed too.many.group too.many.people"),
        ("busy", "dingtalk", "unknownError systemError system.busy service.timeout"),
        ("throttled", "dingtalk", "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"),
        ("parameter-refused", "it", "invalidParameter.msgKey.invalid invalidParameter.msgParam.invalid"),
        ("parameter-refused", "it", "invalidParameter.msgParam.tooLong invalidParameter.param.invalid"),
        ("parameter-refused", "it", "invalidParameter.subscriptions"),
    ];

    // V §10.2: the codes of the new gateway; V §5.2: those of the app's robot
    #[test]
    fn every_code_of_the_new_gateway_has_words_in_both_languages() {
        rows(NEW);
    }

    /// The codes that stand in practice's sources where a call is refused.
    fn practised(dir: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                practised(&path, found);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for call in ["Failure::new(", "plain_failure(", "errcode: "] {
                let numbers = source.split(call).skip(1).filter_map(|rest| {
                    let rest = rest.trim_start();
                    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '_' | '-'))?;
                    Some(rest[..end].replace('_', "")).filter(|number| number.parse::<i64>().is_ok())
                });
                found.extend(numbers);
            }
            let texts = source.split('"').skip(1).step_by(2);
            found.extend(texts.filter(|text| is_code(text)).map(str::to_owned));
        }
    }

    /// A sub-code, or a name that begins as the new gateway's refusals do.
    fn is_code(text: &str) -> bool {
        let digits = (5..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let begins = ["invalid", "Invalid", "Forbidden.", "unauthorized", "unsupported", "authFailed", "accesstoken."];
        let named = begins.iter().any(|start| text.starts_with(start));
        let is_other = ["123456", "Forbidden.", "invalidStaffIdList"].contains(&text);
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        !is_other && (digits || named && plain)
    }

    #[test]
    fn every_refusal_that_practice_can_give_has_a_row() {
        let mut found = BTreeSet::new();
        practised(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../practice/src"), &mut found);
        assert!(found.len() > 60, "the sources were read: {found:?}");
        let known: BTreeSet<&str> =
            [OLD, ROBOT, NEW].concat().iter().flat_map(|(_, _, codes)| codes.split_whitespace()).collect();
        let without: Vec<&String> = found.iter().filter(|code| !known.contains(code.as_str())).collect();
        assert!(without.is_empty(), "no row for {without:?}");
    }
}
