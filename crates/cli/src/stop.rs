//! Being asked to stop: Ctrl+C, or a service manager.

use tokio::sync::watch;

/// Hears what comes after it was made, not after the first wait: whoever reads our first line may stop us at once.
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    pub fn new() -> std::io::Result<Self> {
        let (asked, heard) = watch::channel(false);
        let signal = signal()?;
        tokio::spawn(async move {
            signal.await;
            asked.send_replace(true);
        });
        Ok(Self(heard))
    }

    /// Returns at once from then on.
    pub async fn asked(&mut self) {
        // The sender goes only when the program does.
        let _ = self.0.wait_for(|asked| *asked).await;
    }
}

#[cfg(unix)]
fn signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the unix twin can fail")]
fn signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
