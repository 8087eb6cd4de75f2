//! Where each problem can happen, how it is brought about there, and where it then stands.

use engine::message::{MessageDraft, MessageKind};
use engine::problem::ProblemCode;
use engine::setup::{AppType, KeysForm, RegisterForm, RobotForm, Stop, Task};
use engine::vault::Fault;
use practice::Scenario;

use crate::support::{Stage, walk};

pub struct Entry {
    pub cases: Vec<Case>,
    /// Why at no other stop. Empty where it happens at all of them.
    pub elsewhere: &'static str,
}

#[derive(Debug, Clone)]
pub struct Case {
    pub stop: Stop,
    pub how: How,
    pub act: Act,
    /// The task that it stands on; without one, the command is refused.
    pub stands: Option<Task>,
}

#[derive(Debug, Clone)]
pub enum How {
    /// DingTalk refuses the call with a code and words.
    Refused(&'static str, &'static str, &'static str),
    /// One of practice's faults strikes the call, in one of its variants.
    Struck(&'static str, &'static str, Option<&'static str>),
    On(Scenario),
    By(Own),
}

/// What the person does meanwhile.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    /// Whatever the stop is for.
    Stop,
    Recipients,
    Notice,
}

/// Trouble that is made on this side.
#[derive(Debug, Clone)]
pub enum Own {
    Register(fn(&mut RegisterForm)),
    Keys(fn(&mut KeysForm)),
    Paste(fn() -> String),
    Robot(fn(&mut RobotForm)),
    Message(fn(&Stage) -> MessageDraft),
    /// Says of a message that it is there, and none is in doubt.
    Seen,
    NoRobot,
    NoRecipient,
    NoSuchPerson,
    NoPurpose,
    Address(&'static str),
    Reminder(u32),
    /// The key store fails while something is saved.
    Vault(Fault),
    /// The app was started again, and the key store fails while a key is read.
    Restarted(Fault),
    /// The app was started again, and the key store holds nothing any more.
    Vanished,
    /// The practice server is not there.
    Stopped,
    /// The computer's time zone is another.
    Abroad,
    /// Whoever answers has a certificate that nobody knows.
    Stranger,
}

/// Beside the company of the walk.
pub const OTHER_COMPANY: &str = "海港示範";

const SCOPES: &str = "/auth/scopes";
const TOKEN: &str = "/v1.0/oauth2/accessToken";
const HOSTS: &str = "/gettoken";
const ROBOT: &str = "/robot/send";
const NOTICE: &str = "/topapi/message/corpconversation/asyncsend_v2";
const DEPARTMENTS: &str = "/topapi/v2/department/listsub";
const PEOPLE: &str = "/topapi/user/listsimple";

/// Names each cause once: the match has no other arm, so a new cause does not compile.
macro_rules! table {
    ($($code:ident => $entry:expr,)*) => {
        const ALL: &[ProblemCode] = &[$(ProblemCode::$code),*];
        pub fn entry(code: ProblemCode) -> Entry {
            match code { $(ProblemCode::$code => $entry),* }
        }
    };
}

pub fn all() -> &'static [ProblemCode] {
    ALL
}

fn markdown(title: &str, text: &str) -> MessageDraft {
    MessageDraft { kind: MessageKind::Markdown, title: title.to_owned(), ..text.into() }
}

fn only(cases: impl Into<Vec<Case>>, elsewhere: &'static str) -> Entry {
    Entry { cases: cases.into(), elsewhere }
}

fn nowhere(reason: &'static str) -> Entry {
    Entry { cases: Vec::new(), elsewhere: reason }
}

fn case(stop: Stop, how: How, stands: Task) -> Case {
    Case { stop, how, act: Act::Stop, stands: Some(stands) }
}

/// The command itself is refused.
fn typed(stop: Stop, own: Own) -> Case {
    Case { stop, how: How::By(own), act: Act::Stop, stands: None }
}

/// At every stop whose calls carry the app's token. `tested` is the task of stop 4 that tells it.
fn by_scopes(tested: Task, code: &'static str, words: &'static str) -> Vec<Case> {
    with_token(tested, &How::Refused(SCOPES, code, words))
}

fn with_token(tested: Task, how: &How) -> Vec<Case> {
    let at = [(Stop::Permissions, Task::Scope), (Stop::Test, tested), (Stop::Protect, Task::AllowList)];
    at.map(|(stop, task)| case(stop, how.clone(), task)).into()
}

fn at_keys(code: &'static str, words: &'static str) -> Case {
    case(Stop::Keys, How::Refused(TOKEN, code, words), Task::Credentials)
}

fn by_robot(code: &'static str, words: &'static str) -> [Case; 1] {
    [case(Stop::Test, How::Refused(ROBOT, code, words), Task::Message)]
}

fn by_notice(code: &'static str, words: &'static str) -> [Case; 1] {
    let how = How::Refused(NOTICE, code, words);
    [Case { stop: Stop::Test, how, act: Act::Notice, stands: Some(Task::Message) }]
}

fn by_list(how: How) -> [Case; 1] {
    [Case { stop: Stop::Test, how, act: Act::Recipients, stands: None }]
}

/// Whatever happens on the way happens at every stop.
fn on_the_way(how: impl Fn(&'static str) -> How) -> Entry {
    let mut cases = with_token(Task::Scope, &how(SCOPES));
    cases.push(case(Stop::Register, how(HOSTS), Task::Hosts));
    cases.push(case(Stop::Keys, how(TOKEN), Task::Credentials));
    only(cases, "")
}

/// Nothing gets through at all, so that stop 4 ends at its first call.
fn shut(how: &How) -> Entry {
    let mut cases = with_token(Task::Token, how);
    cases.push(case(Stop::Register, how.clone(), Task::Hosts));
    cases.push(case(Stop::Keys, how.clone(), Task::Credentials));
    only(cases, "")
}

fn refused_everywhere(own: &Own) -> Entry {
    only(Stop::ALL.map(|stop| typed(stop, own.clone())), "")
}

fn vault(code_at_keys: Fault) -> Vec<Case> {
    vec![typed(Stop::Keys, Own::Vault(code_at_keys)), typed(Stop::Test, Own::Vault(code_at_keys))]
}

fn restarted(fault: Fault) -> [Case; 3] {
    [Stop::Permissions, Stop::Test, Stop::Protect].map(|stop| typed(stop, Own::Restarted(fault)))
}

const TYPED_THERE: &str = "It is about a field, and the field stands at that stop alone.";
const WITHOUT_KEYS: &str = "Nothing is read from or written to the key store at the others.";
const WITH_TOKEN: &str = "Before the keys work no call carries a token; and the call for one is not refused so.";
const NO_TOKEN: &str = "The hosts are reached without any key, and refuse nobody.";
const PEOPLE_ONLY: &str = "People are read and written by the directory's calls, which no stop makes.";
const SIGN_IN: &str = "Signing in and third-party apps are no part of the set-up.";
const WINDOW: &str = "The window's own, before or beside the stops; its journeys prove it.";
const DISK: &str = "Of every write anywhere; the store's own tests bring it about.";
const LISTENING: &str = "Only whoever listens for events meets it.";
const NETWORK: &str = "Loopback never goes through a proxy; the network's own tests use a real one.";
const HANDOVER: &str = "It is met where something is handed over: tests/handover.rs.";
const GUIDES: &str = "Of the file that guides come in, which no stop reads; guide.rs proves it.";
const CHANGING: &str =
    "Only changing the secret of a company that works asks so; key_change.rs fails with it and goes on.";
const SERVERS: &str = "Of the command line on a server, which has no stops; mounted.rs and lease.rs prove it.";
const POLICY: &str = "holds for this computer at every stop alike; tests/policy.rs sets each rule";
const UPDATES: &str = "of the settings, at no stop; tests/update.rs and the window's own tests go through them";
const COMPANIES: &str = "Of the page of companies, which is no stop; connection.rs and remove.rs prove it.";
const GROUP: &str = "Only the group's robot says so, and it is met at that stop.";
const NOTICES: &str = "Only reading the staff list or sending a notice says so.";

table! {
    CompanyNameEmpty => only([typed(Stop::Register, Own::Register(|form| form.company_name.clear()))], TYPED_THERE),
    EmailEmpty => only([typed(Stop::Register, Own::Register(|form| form.email.clear()))], TYPED_THERE),
    EmailMalformed => only([typed(Stop::Register, Own::Register(|form| "office".clone_into(&mut form.email)))], TYPED_THERE),
    EmailFreeMail => only(
        [typed(Stop::Register, Own::Register(|form| "demo@gmail.com".clone_into(&mut form.email)))],
        TYPED_THERE
    ),
    ChoiceMissing => only(
        [
            typed(Stop::Register, Own::Register(|form| form.app_type = None::<AppType>)),
            typed(Stop::Protect, Own::Reminder(0)),
        ],
        "The other stops have nothing to choose one of."
    ),
    KeyEmpty => only(
        [
            typed(Stop::Keys, Own::Keys(|form| form.client_id.clear())),
            typed(Stop::Test, Own::Robot(|form| form.webhook = None)),
        ],
        TYPED_THERE
    ),
    KeyControlCharacters => only([typed(Stop::Keys, Own::Keys(|form| form.client_id.insert(4, '\u{7}')))], TYPED_THERE),
    KeysSwapped => only(
        [typed(Stop::Keys, Own::Keys(|form| std::mem::swap(&mut form.client_id, &mut form.corp_id)))],
        TYPED_THERE
    ),
    PasteNothingFound => only([typed(Stop::Keys, Own::Paste(|| "lunch is at one".to_owned()))], TYPED_THERE),
    PasteTooLong => only([typed(Stop::Keys, Own::Paste(|| "x".repeat(300 * 1024)))], TYPED_THERE),
    WebhookMalformed => only(
        [typed(Stop::Test, Own::Robot(|form| form.webhook = Some("hello".to_owned())))],
        TYPED_THERE
    ),
    WebhookForeign => only(
        [typed(Stop::Test, Own::Robot(|form| form.webhook = Some("https://evil.example/robot/send?access_token=a".to_owned())))],
        TYPED_THERE
    ),
    WebhookReal => only(
        [typed(Stop::Test, Own::Robot(|form| form.webhook = Some("https://oapi.dingtalk.com/robot/send?access_token=a".to_owned())))],
        TYPED_THERE
    ),
    WebhookPractice => nowhere("Only a company's own connection meets it, and that cannot finish without DingTalk; webhook.rs tells it apart."),
    WebhookTokenMissing => only(
        [typed(Stop::Test, Own::Robot(|form| form.webhook = form.webhook.take().and_then(|url| url.split_once('?').map(|(url, _)| url.to_owned()))))],
        TYPED_THERE
    ),
    MessageEmpty => only([typed(Stop::Test, Own::Message(|_| "  ".into()))], TYPED_THERE),
    MessageTooLong => only([typed(Stop::Test, Own::Message(|_| "款".repeat(7_000).into()))], TYPED_THERE),
    MessageTitleMissing => only([typed(Stop::Test, Own::Message(|_| markdown("", "款")))], TYPED_THERE),
    MessageLinkUnsafe => only([typed(Stop::Test, Own::Message(|_| markdown("款", "[看](javascript:alert(1))")))], TYPED_THERE),
    MessageHoldsSecret => only([typed(Stop::Test, Own::Message(|stage| stage.app.client_secret.as_str().into()))], TYPED_THERE),
    MentionMalformed => only(
        [typed(Stop::Test, Own::Message(|_| MessageDraft { mobiles: "A".to_owned(), ..walk::TEXT.into() }))],
        TYPED_THERE,
    ),
    AddressMalformed => only([typed(Stop::Protect, Own::Address("192.168.1.10"))], TYPED_THERE),
    DateMalformed => nowhere("Dates are typed on the page of the reminders; tests/reminder.rs."),
    PurposeMissing => only([typed(Stop::Permissions, Own::NoPurpose)], TYPED_THERE),
    RecipientMissing => only([typed(Stop::Test, Own::NoRecipient)], TYPED_THERE),
    RobotMissing => only([typed(Stop::Test, Own::NoRobot)], TYPED_THERE),

    VaultAbsent => only([vault(Fault::Absent), restarted(Fault::Absent).into()].concat(), WITHOUT_KEYS),
    VaultLocked => only([vault(Fault::Locked), restarted(Fault::Locked).into()].concat(), WITHOUT_KEYS),
    VaultReadBack => only(vault(Fault::Forgets), "Nothing is written to the key store at the others."),
    VaultFailed => nowhere("A store that hangs is given up after five seconds; vault/safe.rs does so with less patience."),
    SecretTooLong => only(
        [
            typed(Stop::Keys, Own::Keys(|form| form.client_secret = Some("x".repeat(2_000)))),
            typed(Stop::Test, Own::Robot(|form| form.secret = Some("x".repeat(2_000)))),
        ],
        TYPED_THERE
    ),
    SecretMissing => only(
        [Stop::Permissions, Stop::Test, Stop::Protect].map(|stop| typed(stop, Own::Vanished)),
        "The first stop needs no secret, and the second asks for it."
    ),
    DiskFull => nowhere(DISK),
    DiskReadOnly => nowhere(DISK),
    StoreUnusable => nowhere(DISK),
    StoreNewer => nowhere(DISK),
    StoreDamaged => nowhere(DISK),
    StoreBusy => nowhere(DISK),
    OthersRunning => nowhere("Only removing everything asks who else has the folder open; tests/purge.rs does."),
    SecretChanged => nowhere("It comes where a lost one does; tests/key_store_faults.rs tells the two apart."),
    HomeUnusable => nowhere(WINDOW),
    AutostartUnset => nowhere(WINDOW),
    PracticePortTaken => nowhere(WINDOW),
    PracticeNotRunning => refused_everywhere(&Own::Stopped),
    PracticeStateUnusable => nowhere(WINDOW),
    ClipboardUnusable => nowhere(WINDOW),
    BrowserUnopened => nowhere(WINDOW),
    RandomMissing => nowhere("A system without random numbers does not start the tests either."),

    Unreachable => shut(&How::On(Scenario::Unreachable)),
    NameUnknown => nowhere("Practice has no name to look up; crates/dingtalk tests it, and the doctor by its texts."),
    TimedOut => shut(&How::On(Scenario::Slow)),
    CertificateRefused => shut(&How::By(Own::Stranger)),
    ProxyRefused => nowhere(NETWORK),
    ProxySignIn => nowhere(NETWORK),
    CaptivePortal => on_the_way(|path| How::Struck(path, "html_page", None)),
    AnswerUnreadable => only(
        {
            let mut cases = with_token(Task::Scope, &How::Struck(SCOPES, "malformed", Some("cut")));
            cases.push(case(Stop::Keys, How::Struck(TOKEN, "malformed", Some("cut")), Task::Credentials));
            cases
        },
        "Reaching a host asks only that it answers."
    ),

    CredentialsRefused => only(
        {
            let mut cases = with_token(Task::Token, &How::On(Scenario::WrongKey));
            cases.push(case(Stop::Keys, How::On(Scenario::WrongKey), Task::Credentials));
            cases
        },
        NO_TOKEN
    ),
    CorpIdRefused => only(
        [case(Stop::Keys, How::By(Own::Keys(|form| "dingffffffffffffffffffffffffffffffff".clone_into(&mut form.corp_id))), Task::Corp)],
        "The CorpID is tried once, with the keys."
    ),
    TokenRefused => only(by_scopes(Task::Token, "40014", "不合法的access_token"), WITH_TOKEN),
    PermissionMissing => only(
        [Stop::Permissions, Stop::Test].map(|stop| case(stop, How::On(Scenario::MissingPermission), Task::Points)),
        "Whoever only lacks a permission was let in, which is all that stop 5 asks; the others call nothing that needs one."
    ),
    AddressRefused => only(
        [
            case(Stop::Keys, How::Refused(TOKEN, "Forbidden.AccessDenied.IpNotInWhiteList", "访问ip不在白名单之中,request ip=203.0.113.7"), Task::Credentials),
            case(Stop::Permissions, How::On(Scenario::IpRefused), Task::Points),
            case(Stop::Test, How::On(Scenario::IpRefused), Task::Points),
            case(Stop::Protect, How::On(Scenario::IpRefused), Task::AllowList),
        ],
        NO_TOKEN
    ),
    ContactScope => only(by_scopes(Task::Scope, "50004", "请求的部门id不在授权范围内"), WITH_TOKEN),
    Throttled => only(
        {
            let mut cases = by_scopes(Task::Scope, "90018", "请求总次数超过 20 次");
            cases.push(at_keys("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", "您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了"));
            cases
        },
        NO_TOKEN
    ),
    QuotaUsed => only(by_scopes(Task::Scope, "90020", "受调用量超量影响"), "Tokens are not counted, nor is reaching a host."),
    AddressBanned => on_the_way(|path| How::Struck(path, "ban_shape", Some("json"))),
    AgentIdRefused => only(by_notice("40056", "不合法的agentid"), NOTICES),
    AppDisabled => only(by_scopes(Task::Scope, "50003", "应用已停用"), WITH_TOKEN),
    Busy => only(
        {
            let mut cases = by_scopes(Task::Scope, "-1", "系统繁忙");
            cases.push(at_keys("system.busy", "系统繁忙"));
            cases
        },
        NO_TOKEN
    ),
    UserUnknown => only(by_notice("33012", "无效的USERID"), NOTICES),
    DepartmentUnknown => only(by_list(How::Refused(DEPARTMENTS, "60003", "部门不存在")), NOTICES),
    UserDisabled => only(by_notice("60120", "用户已禁用"), NOTICES),
    AlreadyExists => nowhere(PEOPLE_ONLY),
    ConsentNeeded => nowhere(PEOPLE_ONLY),
    MobileFixed => nowhere(PEOPLE_ONLY),
    HrManaged => nowhere(PEOPLE_ONLY),
    OrgAccountOnly => nowhere(PEOPLE_ONLY),
    FieldRefused => nowhere(PEOPLE_ONLY),
    ParameterRefused => only(by_scopes(Task::Scope, "40035", "不合法的参数"), WITH_TOKEN),
    ParameterMissing => only([at_keys("MissingappKey", "appKey is mandatory for this action.")], "The old gateway tells a missing parameter as a bad one."),
    RequestMalformed => only(by_scopes(Task::Scope, "43002", "需要POST请求"), WITH_TOKEN),
    LimitReached => only(by_notice("41045", "全员消息次数超过限制"), NOTICES),
    DepartmentNotEmpty => nowhere(PEOPLE_ONLY),
    RootDepartmentFixed => nowhere(PEOPLE_ONLY),
    SignInCodeRefused => nowhere(SIGN_IN),
    RedirectRefused => nowhere(SIGN_IN),
    NotAuthorised => nowhere(SIGN_IN),
    SuiteTicketRefused => nowhere(SIGN_IN),
    SignatureRefused => nowhere(SIGN_IN),
    SignatureTime => nowhere(SIGN_IN),
    CallbackRefused => nowhere("Only registering an address for pushes is refused so."),
    RecipientRefused => only(by_notice("81002", "用户拒收消息"), NOTICES),
    PathUnknown => only(by_scopes(Task::Scope, "22", "不合法ApiName"), WITH_TOKEN),
    ReadIncomplete => only(by_list(How::Struck(PEOPLE, "paging_loop", None)), NOTICES),
    Unknown => only(
        {
            let mut cases = by_scopes(Task::Scope, "987654", "?");
            cases.push(at_keys("brand.new.refusal", "?"));
            cases
        },
        NO_TOKEN
    ),

    RobotUnknown => only(by_robot("300005", "token is not exist"), GROUP),
    RobotSecurity => only(by_robot("310000", "?"), GROUP),
    RobotSignature => only(by_robot("310000", "sign not match"), GROUP),
    RobotSecretNeeded => only(
        [case(Stop::Test, How::By(Own::Robot(|form| form.secret = None)), Task::Message)],
        GROUP
    ),
    RobotKeyword => only(by_robot("310000", "keywords not in content"), GROUP),
    RobotAddress => only(by_robot("310000", "ip 203.0.113.7 not in whitelist"), GROUP),
    RobotClock => only(by_robot("310000", "invalid timestamp"), GROUP),
    RobotThrottled => only(by_robot("130101", "send too fast, exceed 20 times per minute"), GROUP),
    RobotDisabled => only(by_robot("400102", "机器人已停用"), GROUP),
    RobotGroupGone => only(by_robot("400013", "群已被解散"), GROUP),
    RobotContent => only(by_robot("430104", "含有不合适的内容"), GROUP),
    MessageFateUnknown => only([case(Stop::Test, How::Struck(ROBOT, "reset", None), Task::Message)], GROUP),
    // Whoever walked here has sent it.
    MessageSentAlready => only([typed(Stop::Test, Own::Message(|_| walk::TEXT.into()))], GROUP),
    MessageGone => only([typed(Stop::Test, Own::Seen)], GROUP),
    // Nobody has that user ID.
    NoticeNotReceived => only(
        [Case { stop: Stop::Test, how: How::By(Own::NoSuchPerson), act: Act::Notice, stands: Some(Task::Message) }],
        NOTICES,
    ),

    EventKeyUnusable => nowhere(LISTENING),
    EventSignature => nowhere(LISTENING),
    EventKey => nowhere(LISTENING),
    EventOwner => nowhere(LISTENING),
    EventMalformed => nowhere(LISTENING),
    EventLinkForeign => nowhere(LISTENING),
    EventLinkRefused => nowhere(LISTENING),
    EventLinkLost => nowhere(LISTENING),

    ClockOffset => only([case(Stop::Test, How::On(Scenario::ClockOffset), Task::Clock)], "The clock is looked at by that stop's button."),
    ZoneNotHongKong => only([case(Stop::Test, How::By(Own::Abroad), Task::Zone)], "The time zone is looked at by that stop's button."),

    Cancelled => nowhere("Whoever stops a try is told nothing: the task is as it was before."),
    ConnectionUnknown => nowhere("A company that was removed has no stop on any screen."),
    ReminderGone => nowhere("Reminders stand on a page of their own; tests/reminder.rs."),
    NameTaken => only(
        [
            typed(Stop::Register, Own::Register(|form| OTHER_COMPANY.clone_into(&mut form.company_name))),
            typed(Stop::Test, Own::Robot(|form| "財務部".clone_into(&mut form.name))),
        ],
        TYPED_THERE
    ),
    LinkRefused => nowhere("Every link of the list is one of DingTalk's; link.rs proves it."),

    CompanyNameTooLong => only([typed(Stop::Register, Own::Register(|form| form.company_name = "名".repeat(121)))], TYPED_THERE),
    SecretLeft => nowhere(COMPANIES),
    TaskLeft => nowhere(COMPANIES),
    OldSecretWaiting => nowhere(CHANGING),
    SecretUnchanged => nowhere(CHANGING),
    MailUnopened => nowhere(WINDOW),
    ProxyAddressMalformed => nowhere(NETWORK),
    ProxyPasswordMissing => nowhere(NETWORK),
    ProxyUnreachable => nowhere(NETWORK),
    ProxyUnsupported => nowhere(NETWORK),
    ProxyUnresolved => nowhere(NETWORK),
    GuidesKeyMissing => nowhere(GUIDES),
    GuidesUnsigned => nowhere(GUIDES),
    GuidesTampered => nowhere(GUIDES),
    GuidesTooLarge => nowhere(GUIDES),
    GuidesUnfit => nowhere(GUIDES),
    GuidesTooNew => nowhere(GUIDES),
    GuidesOlder => nowhere(GUIDES),
    GuidesUnreadable => nowhere(GUIDES),
    PassphraseWeak => nowhere(HANDOVER),
    PassphraseWrong => nowhere(HANDOVER),
    HandoverForeign => nowhere(HANDOVER),
    HandoverTruncated => nowhere(HANDOVER),
    HandoverDamaged => nowhere(HANDOVER),
    HandoverNewer => nowhere(HANDOVER),
    HandoverTooLarge => nowhere(HANDOVER),
    HandoverCostly => nowhere(HANDOVER),
    HandoverConflict => nowhere(HANDOVER),
    HandoverClosed => nowhere(HANDOVER),
    FileUnreadable => nowhere(HANDOVER),
    FileUnwritable => nowhere(HANDOVER),
    FilesInTheWay => nowhere(HANDOVER),
    SecretFileUnfit => nowhere(SERVERS),
    SecretsReadOnly => nowhere(SERVERS),
    FolderHeld => nowhere(SERVERS),
    FolderLost => nowhere(SERVERS),
    RegionForbidden => nowhere(POLICY),
    PracticeForbidden => nowhere(POLICY),
    ProxyFixed => nowhere(POLICY),
    PolicyUnreadable => nowhere(POLICY),
    UpdatesForbidden => nowhere(UPDATES),
    UpdateSourceMissing => nowhere(UPDATES),
    UpdateMissing => nowhere(UPDATES),
    UpdateRedirected => nowhere(UPDATES),
    UpdateInsecure => nowhere(UPDATES),
    UpdateUnreadable => nowhere(UPDATES),
    UpdateNotForHere => nowhere(UPDATES),
    UpdateTooLarge => nowhere(UPDATES),
    UpdateUnsigned => nowhere(UPDATES),
    UpdateForeign => nowhere(UPDATES),
    UpdateTampered => nowhere(UPDATES),
    UpdateMislabelled => nowhere(UPDATES),
    UpdateByHand => nowhere(UPDATES),
    UpdateNotInstalled => nowhere(UPDATES),
}
