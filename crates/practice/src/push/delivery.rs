//! Pushing one event to one app: three tries, then it is on the list of failures. Source: dingtalk-api.md §6.1.

use jiff::{SignedDuration, Timestamp};

use super::http::post;
use super::letter::{Letter, judge};
use crate::event::body::flat;
use crate::event::{Delivery, DeliveryState, Event, Way, Why};
use crate::state::Shared;
use crate::stream::RETRIES;

/// How long an answer may take: 2.5 s (current page; an older one says 1.5 s).
pub const PATIENCE: SignedDuration = SignedDuration::from_millis(2_500);

pub async fn deliver(shared: Shared, client_id: String, event: Event) {
    let number = shared.hub().begin(Delivery::new(&client_id, &event, Way::Http));
    let mut waits = RETRIES.iter();
    loop {
        let at = shared.clock().now();
        shared.hub().update(number, |delivery| delivery.attempts += 1);
        let Err(why) = push(&shared, &client_id, at, &flat(&event).to_string()).await else {
            return shared.hub().update(number, |delivery| delivery.state = DeliveryState::Delivered);
        };
        shared.hub().update(number, |delivery| delivery.why = Some(why));
        let Some(wait) = waits.next() else {
            break;
        };
        // From the try on, so that it does not matter how soon it failed.
        shared.clock().sleep_until(at.saturating_add(*wait).unwrap_or(Timestamp::MAX)).await;
    }
    // When it cannot be saved it is not on the list: the delivery still says that it failed.
    let _ = shared.change(|world| world.give_up_push(&client_id, &event));
    shared.hub().update(number, |delivery| delivery.state = DeliveryState::Failed);
}

/// One try, with the keys and the address that the app has at that moment.
pub async fn push(shared: &Shared, client_id: &str, at: Timestamp, message: &str) -> Result<(), Why> {
    let found = shared.read(|world| {
        let subscription = world.subscription(client_id)?.clone();
        Some((world.push_keys(client_id, &subscription)?, subscription))
    });
    let (keys, subscription) = found.ok_or(Why::Keys)?;
    let letter = Letter::new(&keys, at, message);
    shared.hub().remember_letter(client_id, &letter);
    let reply = send(shared, &subscription.url, &letter, at).await?;
    judge(&keys, &reply)
}

/// Posts the letter, and waits as long as DingTalk would.
pub async fn send(shared: &Shared, url: &str, letter: &Letter, at: Timestamp) -> Result<super::http::Reply, Why> {
    let late = at.saturating_add(PATIENCE).unwrap_or(Timestamp::MAX);
    tokio::select! {
        biased;
        reply = post(url, letter) => reply,
        () = shared.clock().sleep_until(late) => Err(Why::Late),
    }
}
