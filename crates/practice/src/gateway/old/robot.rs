//! `/robot/send`: a group robot's webhook. Never wrapped, always HTTP 200. Source: dingtalk-api.md §5.1.

use axum::http::Method;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use sha2::Sha256;

use super::robot_content::{self, Content};
use super::{Failure, OpenMethod};
use crate::gateway::answer::{Answer, old_plain, old_plain_failure};
use crate::gateway::{Call, server_time};
use crate::limit::window::TooMany;
use crate::random;
use crate::scenario::Scenario;
use crate::state::address::list_holds;
use crate::state::behaviour::Behaviour;
use crate::state::{Effect, Message, Robot, World};

pub const OPEN: &[(&str, OpenMethod)] = &[("/robot/send", send)];

const BLOCK: SignedDuration = SignedDuration::from_mins(10);
const SIGNATURE_VALIDITY: SignedDuration = SignedDuration::from_hours(1);

const SIGNATURE_TEXT: &str = "description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中，请确认机器人的密钥加密和填写正确;link:请参考本接口对应文档获得具体要求，或者在https://open.dingtalk.com/document/  搜索相关文档;";
const KEYWORD_TEXT: &str =
    "description:关键词不匹配;solution:请联系群管理员查看此机器人的关键词，并在发送的信息中包含此关键词;";
const DISABLED_TEXT: &str = "description:机器人已经停用或者未启用;solution:请让企业管理员前往开放平台后台启用对应机器人 :https://open-dev.dingtalk.com/#/";

pub fn send(world: &mut World, call: &Call) -> Answer {
    match deliver(world, call) {
        Ok(()) => old_plain(&vec![("errcode", 0.into()), ("errmsg", "ok".into())]),
        Err(failure) => old_plain_failure(failure.errcode, &failure.errmsg),
    }
}

fn deliver(world: &mut World, call: &Call) -> Result<(), Failure> {
    if call.method != Method::POST {
        return Err(Failure::new(43_002, "需要POST请求"));
    }
    let token = call.query_value("access_token");
    let token = token.ok_or_else(|| Failure::missing("access_token"))?;
    if call.body.is_empty() {
        return Err(Failure::missing("json"));
    }
    if !call.is_json() {
        return Err(Failure::new(43_004, "无效的HTTP HEADER Content-Type"));
    }
    let place = world.groups.iter().enumerate().find_map(|(group, entry)| {
        let robot = entry.robots.iter().position(|robot| robot.token == token)?;
        Some((group, robot))
    });
    let Some((group, robot)) = place else {
        return Err(match world.chosen(Behaviour::WebhookUnknownToken) {
            "400101" => Failure::new(400_101, "access_token不存在"),
            _ => Failure::new(300_005, "token is not exist"),
        });
    };
    let accepted = accept(world, call, &world.groups[group].robots[robot]);
    let group_name = world.groups[group].name.clone();
    let robot_name = world.groups[group].robots[robot].name.clone();
    let result = match accepted {
        Ok(content) => count(world, group, robot).map(|()| content),
        Err(failure) => Err(failure),
    };
    match result {
        Ok(content) => {
            post(world, group, robot, content);
            Ok(())
        }
        Err(failure) => {
            world.record(Effect::RobotRefused {
                group: group_name,
                robot: robot_name,
                errcode: failure.errcode,
                reason: failure.errmsg.clone(),
            });
            Err(failure)
        }
    }
}

/// Content and security; the order of the checks is inferred.
fn accept(world: &World, call: &Call, robot: &Robot) -> Result<Content, Failure> {
    if !robot.enabled {
        return Err(Failure::new(400_102, DISABLED_TEXT));
    }
    if world.is_on(Scenario::Throttled) {
        return Err(too_fast(world));
    }
    let body: Value = serde_json::from_slice(&call.body).map_err(|_| Failure::missing("json"))?;
    let content = robot_content::read(&body)?;
    let security = &robot.security;
    if security.signature {
        let text = wording(world, SIGNATURE_TEXT, "sign not match");
        check_signature(call, &robot.secret, server_time(world), text)?;
    }
    let keywords = &security.keywords;
    if !keywords.is_empty() && !keywords.iter().any(|word| content.holds(word)) {
        return Err(Failure::new(310_000, wording(world, KEYWORD_TEXT, "keywords not in content")));
    }
    let address = world.seen_address();
    if !security.addresses.is_empty() && !list_holds(&security.addresses, address) {
        let text = format!("ip {address} not in whitelist");
        return Err(Failure::new(310_000, &text));
    }
    Ok(content)
}

/// `timestamp` in milliseconds, good for an hour, and `sign` = base64(HMAC-SHA256(secret, timestamp + "\n" + secret)).
fn check_signature(call: &Call, secret: &str, now: Timestamp, text: &str) -> Result<(), Failure> {
    let refused = || Failure::new(310_000, text);
    let timestamp = call.query_value("timestamp").ok_or_else(refused)?;
    let sign = call.query_value("sign").ok_or_else(refused)?;
    let sign = STANDARD.decode(sign).map_err(|_| refused())?;
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(|_| refused())?;
    mac.update(format!("{timestamp}\n{secret}").as_bytes());
    mac.verify_slice(&sign).map_err(|_| refused())?;
    let signed_at = timestamp.parse().ok();
    let signed_at = signed_at.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    let signed_at = signed_at.ok_or_else(refused)?;
    if now.duration_since(signed_at).abs() > SIGNATURE_VALIDITY {
        return Err(Failure::new(310_000, "invalid timestamp"));
    }
    Ok(())
}

/// The current text, or the document's.
fn wording<'a>(world: &World, current: &'a str, older: &'a str) -> &'a str {
    if world.chosen(Behaviour::RobotWording) == "older" { older } else { current }
}

fn too_fast(world: &World) -> Failure {
    match world.chosen(Behaviour::RobotThrottle) {
        "660026" => Failure::new(660_026, "sending too many messages per minute"),
        "410100" => Failure::new(410_100, "发送速度太快而限流"),
        _ => Failure::new(130_101, "send too fast, exceed 20 times per minute"),
    }
}

/// Twenty deliveries a minute, then nothing for ten.
fn count(world: &mut World, group: usize, robot: usize) -> Result<(), Failure> {
    let (now, refused) = (world.now, too_fast(world));
    let per_minute = world.limits.robot_per_minute;
    let robot = &mut world.groups[group].robots[robot];
    if robot.blocked_until.is_some_and(|until| until > now) {
        return Err(refused);
    }
    robot.blocked_until = None;
    match per_minute {
        // What nobody counts is not kept: the list is saved with each message.
        None => robot.recent.clear(),
        Some(limit) => {
            let minute = SignedDuration::from_mins(1);
            robot.recent.retain(|at| now.duration_since(*at) < minute);
            if robot.recent.len() >= usize::try_from(limit).unwrap_or(usize::MAX) {
                robot.blocked_until = Some(now + BLOCK);
                return Err(refused);
            }
            robot.recent.push(now);
        }
    }
    // Where in the order the quota stands is inferred.
    world.use_webhook_quota().map_err(|TooMany| Failure::new(90_030, "webhook over limit"))
}

fn post(world: &mut World, group: usize, robot: usize, content: Content) {
    let now = world.now;
    let group = &mut world.groups[group];
    let robot = &group.robots[robot];
    let again = |message: &Message| message.robot_id == robot.id && message.msg_uuid == content.msg_uuid;
    if content.msg_uuid.is_some() && group.messages.iter().any(again) {
        return;
    }
    let effect = Effect::RobotMessage {
        group: group.name.clone(),
        robot: robot.name.clone(),
        message_type: content.message_type.clone(),
        text: content.text.clone(),
    };
    group.messages.push(Message {
        id: random::uuid(),
        at: now,
        robot_id: robot.id.clone(),
        robot_name: robot.name.clone(),
        message_type: content.message_type,
        title: content.title,
        text: content.text,
        mentioned: content.mentioned,
        everyone_mentioned: content.everyone_mentioned,
        msg_uuid: content.msg_uuid,
    });
    world.record(effect);
}
