//! JSAPI: what a page inside DingTalk needs before it may use the phone's camera, scanner and the like.

mod sign;
mod ticket;

pub use sign::{JsapiHash, JsapiPage, jsapi_url};
pub use ticket::JsapiTicket;
