//! DingTalk's sentences where nobody copied the code beside them. Compared without spaces, in small letters.
//! Source: dingtalk-api.md § 10, § 3.2, § 5.1.

use dingtalk::{Asked, read_refusal};
use serde_json::json;

use super::{Clue, Source};
use crate::refusal;

/// A sentence, and the code it is known to come with. A more particular one stands before what it contains.
const SENTENCES: &[(&str, &str)] = &[
    // §8
    ("访问ip不在白名单", "60020"),
    ("ipnotinwhitelist", "Forbidden.AccessDenied.IpNotInWhiteList"),
    ("accesstokenpermissiondenied", "Forbidden.AccessDenied.AccessTokenPermissionDenied"),
    // §4.3
    ("应用尚未开通所需的权限", "60011"),
    ("没有调用该接口的权限", "60011"),
    ("无权限访问此接口", "apiPermissionDenied"),
    ("应用未被授权", "unauthorized.client"),
    ("员工userid不在授权范围", "50002"),
    ("企业员工不在授权范围", "50002"),
    ("部门id不在授权范围", "50004"),
    ("企业部门不在授权范围", "50004"),
    // §1
    ("不合法的appkey或appsecret", "40096"),
    ("不合法的corpid或corpsecret", "40089"),
    ("无效的clientid或者clientsecret", "invalidClientIdOrSecret"),
    ("获取access_token时secret错误", "40001"),
    ("不合法的access_token", "40014"),
    ("access_token超时", "42001"),
    ("access_tokenisblank", "40000"),
    ("缺少access_token参数", "41001"),
    ("无效的企业id", "33001"),
    ("不合法的临时授权码", "40078"),
    ("不存在的临时授权码", "40078"),
    ("不合法的oauth_code", "40029"),
    ("oauth_code超时", "42003"),
    ("不合法的agentid", "40056"),
    ("缺少agentid", "41011"),
    ("agentid对应微应用不存在", "70003"),
    ("企业下没有对应该agentid的微应用", "70004"),
    ("企业不存在或者已经被解散", "70001"),
    ("应用已停用", "50003"),
    ("企业已禁用", "50005"),
    ("redirect_uri未授权", "50001"),
    ("不存在的suiteticket", "40085"),
    ("不存在的授权信息", "40079"),
    ("企业未对该套件授权", "41030"),
    // §5.1
    ("signnotmatch", "310000"),
    ("签名不匹配", "310000"),
    ("keywordsnotincontent", "310000"),
    ("关键词不匹配", "310000"),
    ("invalidtimestamp", "310000"),
    ("notinwhitelist", "310000"),
    ("tokenisnotexist", "300005"),
    ("access_token不存在", "400101"),
    ("sendtoofast", "130101"),
    ("sendingtoomanymessagesperminute", "660026"),
    ("发送速度太快而限流", "410100"),
    ("webhookoverlimit", "90030"),
    ("群已被解散", "400013"),
    ("机器人已停用", "400102"),
    ("机器人已经停用", "400102"),
    ("机器人不存在", "400106"),
    ("不支持的消息类型", "400105"),
    ("含有不安全的外链", "430101"),
    ("含有不合适的", "430104"),
    // §3.2
    ("userid在公司中已存在", "60102"),
    ("手机号码在公司中已存在", "60104"),
    ("使用该手机登录钉钉的用户已经在企业中", "60107"),
    ("需要其同意才可添加", "40103"),
    ("对方同意后即可加入组织", "40103"),
    ("手机号码不合法", "60103"),
    ("电话号码无效", "40104"),
    ("分机号已经存在", "40100"),
    ("邮箱已经存在", "40101"),
    ("邮箱已存在", "60106"),
    ("邮箱不合法", "60105"),
    ("最多可以加入5个非认证企业", "40019"),
    ("团队人数已经达到上限", "40020"),
    ("团队人数超限", "40024"),
    ("部门人数达到上限", "40023"),
    ("部门个数超出限制", "60110"),
    ("部门层级深度超过限制", "60002"),
    ("暂时无法更换手机号", "41054"),
    ("更换的号码已注册过钉钉", "40021"),
    ("企业中的手机号码和登录钉钉的手机号码不一致", "40022"),
    ("智能人事职位管理", "12150"),
    ("只能操作归属该组织的专属账号", "exclusive.account.only"),
    ("找不到该用户", "60121"),
    ("用户已禁用", "60120"),
    ("userid不存在", "60111"),
    ("不合法的userid列表", "40031"),
    ("不合法的userid", "40003"),
    ("无效的userid", "33012"),
    ("父亲部门不存在", "60004"),
    ("部门不存在", "60003"),
    ("不合法的部门id", "40009"),
    ("父部门下该部门名称已存在", "60021"),
    ("部门id已经存在", "60016"),
    ("部门名称含有非法字符", "60009"),
    ("不合法的部门名称", "60001"),
    ("不允许删除有成员的", "60005"),
    ("不允许删除有子部门", "60006"),
    ("不允许删除根部门", "60007"),
    ("不允许更新根部门", "60018"),
    ("根部门不能被更新", "60018"),
    ("部门存在循环关系", "60010"),
    ("包含敏感内容", "60022"),
    ("无效的主管id", "60128"),
    ("两个用户没有任何关系", "81001"),
    ("用户拒收消息", "81002"),
    // §9
    ("请求总次数超过", "90018"),
    ("都被暂时禁用了", "90018"),
    ("接口调用超过限制", "45009"),
    ("受调用量超量影响", "90020"),
    // The rest of the tables
    ("不合法apiname", "22"),
    ("请求的uri地址不存在", "404"),
    ("specifiedapiisnotfound", "InvalidAction.NotFound"),
    ("缺少参数", "40035"),
    ("不合法的参数", "40035"),
    ("无效的httpheader", "43004"),
    ("需要post请求", "43002"),
    ("需要get请求", "43001"),
    ("需要https", "43003"),
    ("签名校验失败", "52013"),
    ("系统繁忙", "-1"),
    ("isp.top-remote-connection-timeout", "15"),
];

pub(super) fn read(text: &str, clues: &mut Vec<Clue>) {
    let mut told: Vec<usize> =
        clues.iter().filter(|clue| clue.source != Source::Answer).map(|clue| clue.line).collect();
    told.sort_unstable();
    let mut at = 0;
    for (number, line) in text.lines().enumerate() {
        if told.binary_search(&number).is_err()
            && let Some((place, code)) = sentence(line)
        {
            let field = if code.parse::<i64>().is_ok() { "errcode" } else { "code" };
            let answer = json!({field: code, "errmsg": line, "message": line});
            if let Some(mut problem) = read_refusal(&answer, None, Asked::Untold).map(|error| refusal::problem(&error))
            {
                // The code is ours to look it up by, not the text's.
                if let Some(server) = &mut problem.server {
                    server.code.clear();
                }
                clues.push(Clue { problem, source: Source::Phrase, at: at + place, line: number });
            }
        }
        at += line.len() + 1;
    }
}

fn sentence(line: &str) -> Option<(usize, &'static str)> {
    let compact: String = line.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
    if compact.len() < 8 {
        return None;
    }
    let find = |(words, code): &(&str, &'static str)| compact.find(words).map(|place| (place, *code));
    SENTENCES.iter().find_map(find)
}
