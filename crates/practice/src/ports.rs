//! Four ports on 127.0.0.1: the ones asked for, else the last ones, else free ones.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use tokio::net::TcpListener;

use crate::start::StartError;
use crate::state::store::write_whole;

const PORTS_FILE: &str = "ports.json";

/// Old, new, login, console.
#[derive(Debug)]
pub struct Listeners {
    pub old: TcpListener,
    pub new: TcpListener,
    pub login: TcpListener,
    pub console: TcpListener,
}

async fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await
}

/// Exactly this port.
async fn fixed(first: u16, offset: u16) -> Result<TcpListener, StartError> {
    let Some(port) = first.checked_add(offset) else {
        return Err(StartError::PortTaken(first));
    };
    bind(port).await.map_err(|_| StartError::PortTaken(port))
}

/// The wished port if it is free, else any.
async fn wished(port: u16) -> Result<TcpListener, StartError> {
    if let Ok(listener) = bind(port).await {
        return Ok(listener);
    }
    bind(0).await.map_err(|_| StartError::PortTaken(port))
}

pub async fn listen(dir: &Path, first: Option<SocketAddr>) -> Result<Listeners, StartError> {
    let listeners = match first {
        Some(address) if address.ip() != Ipv4Addr::LOCALHOST => {
            return Err(StartError::NotLoopback(address));
        }
        Some(address) if address.port() != 0 => {
            let port = address.port();
            Listeners {
                old: fixed(port, 0).await?,
                new: fixed(port, 1).await?,
                login: fixed(port, 2).await?,
                console: fixed(port, 3).await?,
            }
        }
        Some(_) | None => {
            let [old, new, login, console] = last_ports(dir);
            Listeners {
                old: wished(old).await?,
                new: wished(new).await?,
                login: wished(login).await?,
                console: wished(console).await?,
            }
        }
    };
    remember(dir, &listeners);
    Ok(listeners)
}

/// Zeros, that is free ones, when nothing was remembered.
fn last_ports(dir: &Path) -> [u16; 4] {
    fs::read(dir.join(PORTS_FILE)).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

// Only a convenience: without it the next start takes free ports.
fn remember(dir: &Path, listeners: &Listeners) {
    let Listeners { old, new, login, console } = listeners;
    let ports: io::Result<Vec<u16>> =
        [old, new, login, console].iter().map(|listener| Ok(listener.local_addr()?.port())).collect();
    if let Ok(text) = ports.and_then(|ports| Ok(serde_json::to_vec(&ports)?)) {
        let _ = write_whole(&dir.join(PORTS_FILE), &text);
    }
}
