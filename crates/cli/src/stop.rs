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

/// F77: the window it runs in is closed, its user signs out, the computer is shut down. Windows waits a few seconds.
#[cfg(windows)]
fn signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_logoff, ctrl_shutdown};
    let (mut interrupted, mut broken) = (ctrl_c()?, ctrl_break()?);
    let (mut closed, mut signed_out, mut shut_down) = (ctrl_close()?, ctrl_logoff()?, ctrl_shutdown()?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = broken.recv() => {}
            _ = closed.recv() => {}
            _ = signed_out.recv() => {}
            _ = shut_down.recv() => {}
        }
    })
}
