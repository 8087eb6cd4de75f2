//! Hears what happened and sends each event off to those who want it. The first try of each leaves in the order of
//! the journal; what becomes of it goes on by itself.

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinSet;

use super::raised::event_of;
use super::{Event, Mode};
use crate::push;
use crate::state::{Entry, Shared};
use crate::stream;

/// Runs until the hub closes; deliveries under way end with it.
pub async fn run(shared: Shared, mut effects: Receiver<Entry>) {
    let hub = shared.hub().clone();
    let mut under_way = JoinSet::new();
    loop {
        let entry = tokio::select! {
            () = hub.closed() => return,
            entry = effects.recv() => entry,
            Some(_) = under_way.join_next() => continue,
        };
        match entry {
            Ok(entry) => post(&shared, &entry, &mut under_way),
            // More happened at once than is remembered: those events are lost, as in a real overload.
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}

fn post(shared: &Shared, entry: &Entry, under_way: &mut JoinSet<()>) {
    let found = shared.read(|world| {
        let event = event_of(world, entry)?;
        let subscribers = world.subscribers(&event.event_type);
        Some((event, subscribers))
    });
    let Some((event, subscribers)) = found else {
        return;
    };
    for event in shared.hub().disturb(event) {
        for (client_id, mode) in &subscribers {
            send(shared, client_id, *mode, event.clone(), under_way);
        }
    }
}

fn send(shared: &Shared, client_id: &str, mode: Mode, event: Event, under_way: &mut JoinSet<()>) {
    match mode {
        Mode::Stream => {
            let first = stream::delivery::begin(shared, client_id, event);
            under_way.spawn(first.finish());
        }
        Mode::Http => {
            under_way.spawn(push::delivery::deliver(shared.clone(), client_id.to_owned(), event));
        }
    }
}
