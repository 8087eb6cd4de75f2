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

    /// Half of what the manager waits, as it advises; never, if it does not watch.
    pub async fn watchdog_is_due() {
        match sd_notify::watchdog_enabled() {
            Some(patience) => tokio::time::sleep(patience / 2).await,
            None => std::future::pending().await,
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod told {
    pub fn ready() {}
    pub fn stopping() {}
    pub fn alive() {}

    pub async fn watchdog_is_due() {
        std::future::pending().await
    }
}

pub use told::{alive, ready, stopping, watchdog_is_due};
