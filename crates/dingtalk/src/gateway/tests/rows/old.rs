use serde_json::json;

use super::check;
use crate::gateway::Dialect;

/// Each code flat, as a string, and inside 88: all three read the same.
fn rows(expected: &str, rows: &[(i64, &str)]) {
    for (code, message) in rows {
        let wrapped = format!("ding talk error[subcode={code},submsg={message}]");
        for body in [
            json!({"errcode": code, "errmsg": message}),
            json!({"errcode": code.to_string(), "errmsg": message}),
            json!({"errcode": 88, "sub_code": code.to_string(), "sub_msg": message, "errmsg": wrapped}),
            json!({"errcode": 88, "errmsg": wrapped}),
        ] {
            check(Dialect::Old, 200, &body.to_string(), expected);
        }
    }
}

#[test]
fn codes_of_the_old_gateway_about_keys_permissions_and_limits() {
    // V §10.1: 40014, 42001, 40001, 33001, 41001 and a blank access_token ask for a new token
    rows(
        "token_refused",
        &[
            (40014, "不合法的access_token"),
            (42001, "access_token超时"),
            (40001, "获取access_token时Secret错误，或者access_token无效"),
            (33001, "无效的企业ID"),
            (41001, "缺少access_token参数"),
            (40000, "access_token is blank"),
        ],
    );
    // V §10.1: 40089 and 40096 are wrong keys, 853003 is an accessKey that DingTalk does not have
    rows(
        "credentials_refused",
        &[
            (40089, "不合法的corpId或corpSecret"),
            (40096, "不合法的appKey或appSecret"),
            (853_003, "accessKey参数不合法"),
        ],
    );
    // V §10.1: 43007, 48002 and 60011 are a permission that is missing
    rows("permission_missing", &[(43007, "需要授权"), (48002, "Api禁用"), (60011, "没有调用该接口的权限")]);
    // V §10.1: 60020 is an address that is not on the allow list
    rows("address_refused", &[(60020, "访问ip不在白名单之中")]);
    // V §10.1: 50002 is a user and 50004 a department outside the contact scope
    rows("contact_scope(User)", &[(50002, "请求的员工userid不在授权范围内")]);
    rows("contact_scope(Department)", &[(50004, "请求的部门id不在授权范围内")]);
    // V §10.1: 45009, 90001–90006, 90007–90014, 90017 and 90018 are throttles
    let throttles: Vec<_> = [45009, 90017, 90018].into_iter().chain(90001..=90014).collect();
    for code in throttles {
        rows("throttled", &[(code, "接口调用超过限制")]);
    }
    // V §10.1: 143103 and 143104 are work notices above their limit by the minute
    rows("throttled", &[(143_103, "qpm"), (143_104, "qpm"), (143_203, "qpm"), (143_204, "qpm")]);
    // V §10.1: 90020 and 90030 are monthly quotas
    rows("quota_used", &[(90020, "x"), (90030, "webhook over limit")]);
    // V §10.1: -1 is a busy system, 15 a time-out of the gateway
    rows("busy", &[(-1, "系统繁忙")]);
    rows("busy may_have_acted", &[(15, "isp.top-remote-connection-timeout")]);
    // V §10.1: 22 and 404 are wrong paths
    rows("path_unknown", &[(404, "请求的URI地址不存在"), (22, "Invalid method")]);
    // V §10.1: 40056, 41011, 70003 and 70004 are wrong agent ids
    rows(
        "agent_refused",
        &[
            (40056, "不合法的agentid"),
            (41011, "缺少agentid"),
            (70003, "agentid对应微应用不存在"),
            (70004, "企业下没有对应该agentid的微应用"),
            (52019, "无效的agentid"),
            (52023, "无效的服务窗agentid"),
            (52025, "无效的安全微应用"),
        ],
    );
    // V §10.1: 50003 is a disabled app, 50005 a disabled organisation
    rows("app_disabled", &[(50003, "应用已停用"), (50005, "企业已禁用")]);
    // V §10.1: 70001 and 52010 are organisations that are not there
    rows("corp_id_refused", &[(70001, "企业不存在或者已经被解散"), (52010, "无效的corpid")]);
}

#[test]
fn codes_of_the_old_gateway_about_people_and_departments() {
    // V §10.1: 33012, 40003, 60111 and 60121 are users who are not there
    rows(
        "not_found",
        &[(33012, "无效的USERID"), (40003, "不合法的UserID"), (60111, "UserID不存在"), (60121, "找不到该用户")],
    );
    // V §10.1: 40009 and 60003 are departments that are not there
    rows("not_found", &[(40009, "不合法的部门id"), (60003, "部门不存在")]);
    // V §10.1: 60102 is a userid, 60104 a mobile number, 60107 a person, 40101 and 60106 an e-mail that exists already
    rows("already_exists(UserId)", &[(60102, "UserID在公司中已存在")]);
    rows("already_exists(Mobile)", &[(60104, "手机号码在公司中已存在")]);
    rows("already_exists(Person)", &[(60107, "使用该手机登录钉钉的用户已经在企业中")]);
    rows("already_exists(Email)", &[(40101, "邮箱已经存在"), (60106, "邮箱已存在")]);
    // V §10.1: 40100 is an extension number, 60016 a department id, 60021 a sibling's name that exists already
    rows("already_exists(Telephone)", &[(40100, "分机号已经存在")]);
    rows("already_exists(DepartmentId)", &[(60016, "部门id已经存在")]);
    rows("already_exists(DepartmentName)", &[(60021, "父部门下该部门名称已存在")]);
    // V §3.2: 40103 waits for the person's consent, and an invitation went out
    rows("needs_consent", &[(40103, "该用户需要其同意才可添加，已向对方发送邀请")]);
    // V §3.3: 41054, 40022 and 40021 are attempts to change a mobile number
    rows(
        "mobile_fixed",
        &[
            (41054, "暂时无法更换手机号，如需修改请删除用户后重试"),
            (40022, "企业中的手机号码和登录钉钉的手机号码不一致"),
            (40021, "更换的号码已注册过钉钉，无法使用该号码"),
        ],
    );
    // V §3.3: 12150 is a title or department that Smart HR manages
    rows("hr_managed", &[(12150, "修改失败，已开启智能人事职位管理，请前往「智能人事」中修改")]);
    // V §10.1: 60120 is a disabled user
    rows("user_disabled", &[(60120, "用户已禁用")]);
    // V §3.5: 60005 and 60006 are departments with members or departments in them
    rows("department_not_empty", &[(60005, "不允许删除有成员的部门"), (60006, "不允许删除有子部门的部门")]);
    // V §3.5: 60007 and 60018 are the root, which is neither deleted nor updated
    rows("root_fixed", &[(60007, "不允许删除根部门"), (60018, "不允许更新根部门")]);
    // V §3.2: 40019, 40020, 40023 and 40024 are limits of an organisation
    rows("limit(UncertifiedOrganisations)", &[(40019, "该手机号码对应的用户最多可以加入5个非认证企业")]);
    rows("limit(TeamSize)", &[(40020, "当前团队人数已经达到上限"), (40024, "(安全校验不通过)保存失败，团队人数超限")]);
    rows("limit(DepartmentSize)", &[(40023, "部门人数达到上限")]);
    // V §10.1: 60002 is too deep, 60110 too many departments
    rows("limit(DepartmentDepth)", &[(60002, "部门层级深度超过限制")]);
    rows("limit(Departments)", &[(60110, "部门个数超出限制")]);
    // V §10.1: 41045–41048 and 143105 are limits of work notices, 143106 is a notice sent twice
    for code in [41045, 41046, 41047, 41048, 143_105, 143_205] {
        rows("limit(WorkNotices)", &[(code, "人次上限")]);
    }
    rows("already_exists(Message)", &[(143_106, "duplicate"), (143_206, "duplicate")]);
    rows("limit(Recipients)", &[(41029, "超过消息接收者人数上限")]);
    // V §10.1: 81001 has no relation to the recipient, 81002 is refused by the recipient
    rows("recipient_refused", &[(81001, "两个用户没有任何关系"), (81002, "用户拒收消息")]);
}

#[test]
fn codes_of_the_old_gateway_about_fields() {
    // V §3.2: 60103 and 40104 are mobile numbers in a wrong form
    rows(
        "field(Mobile)",
        &[(60103, "手机号码不合法，如果是国际号码，请使用+xx-xxxxxx的格式"), (40104, "电话号码无效")],
    );
    // V §10.1: 40063 is a bad extension number, 40064 a work place, 40065 a remark, 40066 a department list
    rows("field(Telephone)", &[(40063, "不合法的分机号")]);
    rows("field(WorkPlace)", &[(40064, "不合法的工作地址")]);
    rows("field(Remark)", &[(40065, "不合法的备注")]);
    rows("field(DepartmentList)", &[(40066, "不合法的部门列表")]);
    // V §10.1: 60105 is a bad e-mail, 60112 a name, 60122 an extattr, 60123 a job number, 60128 a manager
    rows("field(Email)", &[(60105, "邮箱不合法")]);
    rows("field(Name)", &[(60112, "用户name不合法")]);
    rows("field(Extension)", &[(60122, "不合法的extattr")]);
    rows("field(JobNumber)", &[(60123, "不合法的jobnumber")]);
    rows("field(Manager)", &[(60128, "无效的主管id")]);
    // V §10.1: 60113 is a user with neither mobile nor e-mail, 60022 a text with sensitive words
    rows("field(MobileAndEmail)", &[(60113, "身份认证信息（手机/邮箱）不能同时为空")]);
    rows("field(Content)", &[(60022, "包含敏感内容，请检查修改后重试！"), (41049, "包含违禁内容")]);
    // V §10.1: 40031 is a list with an unknown userid, 60019 a failed query of a department's members
    rows("field(UserIdList)", &[(40031, "不合法的UserID列表")]);
    rows("field(Department)", &[(60019, "从部门查询人员失败")]);
    // V §10.1: 60001 and 60009 are bad names of a department, 40010, 60004 and 60010 bad parents
    rows("field(DepartmentName)", &[(60001, "不合法的部门名称"), (60009, "部门名称含有非法字符")]);
    rows(
        "field(ParentDepartment)",
        &[(40010, "不合法的父部门id"), (60004, "父亲部门不存在"), (60010, "部门存在循环关系")],
    );
    // V §3.5: 60109 and 600109 are both a bad list of who may see a department
    rows(
        "field(VisibleList)",
        &[(60109, "非法的可查看id列表"), (600_109, "不合法的可见id列表"), (60510, "设置部门权限失败")],
    );
    rows("field(DepartmentOrder)", &[(40011, "不合法的排序order")]);
    rows("field(GroupOwner)", &[(40093, "无效的企业群群主")]);
    // V §10.1: 40068 is a bad offset, 40069 a bad page size
    rows("field(Offset)", &[(40068, "不合法的偏移量")]);
    rows("field(PageSize)", &[(40069, "不合法的分页大小")]);
}

#[test]
fn codes_of_the_old_gateway_about_the_request_and_signing_in() {
    // V §10.1: 40035 with 缺少参数 names what is missing
    rows("ParameterMissing(userid)", &[(40035, "缺少参数 userid")]);
    // V §10.1: 40035, 400002 and 40000 are bad parameters
    rows("ParameterRefused()", &[(40035, "不合法的参数"), (400_002, "参数错误"), (40000, "参数错误")]);
    // V §10.1: 43001–43005, 43009 and 44002 are about method, scheme, content type and body
    rows(
        "RequestMalformed()",
        &[
            (43001, "需要GET请求"),
            (43002, "需要POST请求"),
            (43003, "需要HTTPS"),
            (43004, "无效的HTTP HEADER Content-Type"),
            (43005, "需要application/json"),
            (43009, "post参数需要json类型"),
            (44002, "POST的数据包为空"),
        ],
    );
    // V §10.1: 40029, 42003 and 40078 are codes that are spent, expired or of the wrong kind
    rows("code_refused", &[(40029, "不合法的oauth_code"), (42003, "oauth_code超时"), (40078, "不存在的临时授权码")]);
    // V §10.1: 50001 is a redirect_uri that is not registered
    rows("redirect_refused", &[(50001, "redirect_uri未授权")]);
    // V §10.1: 40079 and 41030 are organisations that have not authorised the app, 40085 an unknown suite ticket
    rows(
        "not_authorised",
        &[
            (40079, "不存在的授权信息"),
            (41030, "企业未对该套件授权"),
            (52020, "未找到服务窗授权"),
            (52021, "未找到微应用授权"),
        ],
    );
    rows("suite_ticket_refused", &[(40085, "不存在的suiteticket")]);
    // V §10.1: 52013 is a JSAPI signature that does not match, 853001–853004 a signature's timestamp, key and value
    rows(
        "signature(Mismatch)",
        &[
            (52011, "jsapi ticket 读取失败"),
            (52012, "jsapi 签名生成失败"),
            (52013, "签名校验失败"),
            (52015, "无效的随机字符串参数"),
            (52016, "无效的签名参数"),
            (853_004, "signature参数不正确"),
        ],
    );
    rows(
        "signature(Timestamp)",
        &[(52018, "无效的时间戳"), (853_001, "timestamp参数格式不正确"), (853_002, "timestamp参数不合法")],
    );
    rows("field(PageUrl)", &[(52014, "无效的url参数"), (52026, "无效的安全微应用URL")]);
    // V §7: 52017 is a bad jsApiList
    rows("field(JsApiList)", &[(52017, "无效的jsapi列表参数"), (52022, "无效的jsapi类型"), (52024, "无效的jsapi tag")]);
    // V §6.1: 71006 and 400041 are a callback that is registered already
    rows("already_exists(Callback)", &[(71006, "回调地址已经存在"), (400_041, "回调已经存在")]);
    // V §10.1: 71007–71013, 400040 and 900001–900010 are callbacks that fail
    for code in (71007..=71013).chain([400_040]).chain(900_001..=900_010) {
        rows("callback_refused", &[(code, "回调")]);
    }
}

// F19
#[test]
fn a_code_nobody_knows_is_unknown_and_keeps_its_number() {
    rows("unknown", &[(12345, "?"), (-2, "?"), (99_999_999, "?")]);
}
