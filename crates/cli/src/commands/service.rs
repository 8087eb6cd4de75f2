//! What a service manager is told. Where none asks, nothing is.

#[cfg(target_os = "linux")]
mod told {
    use sd_notify::NotifyState;

    pub fn ready() {
        let _ = sd_notify::notify(&[NotifyState::Ready]);
    }

    pub fn stopping() {
        let _ = sd_notify::notify(&[NotifyState::Stopping]);
    }

    pub fn alive() {
        let _ = sd_notify::notify(&[NotifyState::Watchdog]);
    }

    /// Beats at half of what the manager waits, as it advises; never, if it does not watch. Made once: news that come
    /// meanwhile must not put it off.
    pub struct Watchdog(Option<tokio::time::Interval>);

    impl Watchdog {
        pub fn new() -> Self {
            Self(sd_notify::watchdog_enabled().map(|patience| tokio::time::interval(patience / 2)))
        }

        pub async fn is_due(&mut self) {
            match &mut self.0 {
                Some(beats) => drop(beats.tick().await),
                None => std::future::pending().await,
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod told {
    pub fn ready() {}
    pub fn stopping() {}
    pub fn alive() {}

    pub struct Watchdog;

    impl Watchdog {
        pub fn new() -> Self {
            Self
        }

        pub async fn is_due(&mut self) {
            std::future::pending::<()>().await;
        }
    }
}

pub use told::{Watchdog, alive, ready, stopping};
