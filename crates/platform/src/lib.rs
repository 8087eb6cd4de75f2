//! What one operating system alone can tell: through which proxy the system wants an address to be reached, what starts
//! at sign-in, whether there is a tray, under which name Windows knows us, who installed us, what
//! would open the web view to others, and what the company's IT has laid down.
//!
//! The environment is asked first everywhere, as other programs do. On Windows WinHTTP follows: the proxy of the user's
//! settings, or the one that an automatic configuration script (PAC) names for this very address. On macOS the system's
//! settings follow. A desktop's own setting on Linux is not read.

pub mod autostart;
mod environment;
pub mod identity;
pub mod installation;
pub mod policy;
#[cfg(any(windows, test))]
mod proxy_list;
#[cfg(windows)]
mod registry;
pub mod tray;
pub mod webview;
#[cfg(windows)]
mod windows;

use secrecy::SecretString;

/// The system's answer for one address.
#[derive(Debug, Clone)]
pub enum SystemProxy {
    /// Straight out.
    Direct,
    Through {
        /// `scheme://host:port`, without anybody's name or password. The scheme may be one that the caller cannot use.
        url: String,
        /// The value of a `Proxy-Authorization` header, if the system's settings hold a password.
        authorization: Option<SecretString>,
    },
}

/// The system knows that there is a script or a detection, and could not run it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system did not tell which proxy to use")]
pub struct Unresolved;

/// Which way the system wants `url` to be reached. May take many seconds where a script has to be fetched first: not
/// for a thread that others wait for.
pub fn system_proxy(url: &str) -> Result<SystemProxy, Unresolved> {
    if let Some(found) = environment::proxy_for(url) {
        return Ok(found);
    }
    #[cfg(windows)]
    return windows::proxy_for(url);
    #[cfg(not(windows))]
    Ok(SystemProxy::Direct)
}

/// The same where IT has laid down that the system's settings hold. On Windows a variable is none, and anybody can set one;
/// elsewhere there is nothing but variables.
pub fn settings_proxy(url: &str) -> Result<SystemProxy, Unresolved> {
    #[cfg(windows)]
    return windows::proxy_for(url);
    #[cfg(not(windows))]
    system_proxy(url)
}
