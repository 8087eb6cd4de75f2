//! Trouble on a stream, switched on by tests (faults.md F43, F44, F46).

use crate::event::Event;

/// What is wrong with what comes next.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Disturbance {
    #[default]
    None,
    /// The next events go out twice each.
    Duplicate { left: u32 },
    /// The next event waits, and goes out after the one that follows it.
    OutOfOrder { held: Option<Box<Event>> },
    /// The next handshake is answered with so many header lines.
    HandshakeHeaders { lines: usize },
}

impl Disturbance {
    pub fn apply(&mut self, event: Event) -> Vec<Event> {
        match self {
            Self::None | Self::HandshakeHeaders { .. } => vec![event],
            Self::Duplicate { left } => {
                *left = left.saturating_sub(1);
                if *left == 0 {
                    *self = Self::None;
                }
                vec![event.clone(), event]
            }
            Self::OutOfOrder { held } => match held.take() {
                None => {
                    *held = Some(Box::new(event));
                    Vec::new()
                }
                Some(earlier) => {
                    *self = Self::None;
                    vec![event, *earlier]
                }
            },
        }
    }

    pub fn take_handshake_headers(&mut self) -> usize {
        match self {
            Self::None | Self::Duplicate { .. } | Self::OutOfOrder { .. } => 0,
            Self::HandshakeHeaders { lines } => {
                let lines = *lines;
                *self = Self::None;
                lines
            }
        }
    }
}
