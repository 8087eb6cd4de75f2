//! What the console does when a push address is saved: it asks the address to answer. Source: dingtalk-api.md §6.1.

use serde_json::json;

use super::delivery::send;
use super::letter::{Letter, judge};
use crate::event::{Subscription, Why};
use crate::state::Shared;

/// Pushes `check_url` and wants the encrypted `success`.
pub async fn verify(shared: &Shared, client_id: &str, subscription: &Subscription) -> Result<(), Why> {
    let keys = shared.read(|world| world.push_keys(client_id, subscription)).ok_or(Why::Keys)?;
    let now = shared.clock().now();
    let letter = Letter::new(&keys, now, &json!({"EventType": "check_url"}).to_string());
    let reply = send(shared, &subscription.url, &letter, now).await?;
    judge(&keys, &reply)
}
