use std::time::{Duration, SystemTime};

use reqwest::Method;

use crate::ServerTime;

/// One request and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// When it left, by the wall clock.
    pub began: SystemTime,
    /// E.g. `oapi.dingtalk.com`.
    pub host: String,
    pub method: Method,
    /// The path without its query, and with `{}` or `…` for what varies in it.
    pub api: String,
    /// From leaving to the last byte, or to the failure.
    pub duration: Duration,
    /// What the limiter made it wait before.
    pub waited: Duration,
    /// 1 for the first request of a call.
    pub attempt: u32,
    /// `None` if no answer came.
    pub status: Option<u16>,
    /// `errcode` or `code` with the 88 wrapper taken off; `None` for a good answer and for none.
    pub code: Option<String>,
    /// What DingTalk's support asks for.
    pub request_id: Option<String>,
    /// The clock of whoever answered, if the answer told a date.
    pub server_time: Option<ServerTime>,
    pub fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    Good,
    /// By DingTalk, in its own words.
    Refused,
    /// The server may have done what was asked; also if the caller stopped waiting.
    InDoubt,
    /// Nothing was asked, or not of DingTalk.
    NotAsked,
}
