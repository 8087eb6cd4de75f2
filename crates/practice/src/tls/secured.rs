//! A listener that hands out connections once their handshake is done; a slow one holds nobody up.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::Listener;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// A client that says nothing is let go after this. Sockets' time-outs are real time.
const PATIENCE: Duration = Duration::from_secs(10);

type Arrival<L> = (TlsStream<<L as Listener>::Io>, <L as Listener>::Addr);

pub struct Secured<L: Listener> {
    arrivals: mpsc::Receiver<Arrival<L>>,
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

impl<L: Listener<Addr = SocketAddr>> Secured<L> {
    pub fn new(mut listener: L, acceptor: TlsAcceptor) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let (arrived, arrivals) = mpsc::channel(16);
        let accepting = tokio::spawn(async move {
            loop {
                let (stream, address) = listener.accept().await;
                let (acceptor, arrived) = (acceptor.clone(), arrived.clone());
                tokio::spawn(async move {
                    // A client that does not trust the certificate just goes away.
                    if let Ok(Ok(stream)) = tokio::time::timeout(PATIENCE, acceptor.accept(stream)).await {
                        let _ = arrived.send((stream, address)).await;
                    }
                });
            }
        });
        Ok(Self { arrivals, address, accepting })
    }
}

impl<L: Listener<Addr = SocketAddr>> Listener for Secured<L> {
    type Io = TlsStream<L::Io>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, SocketAddr) {
        match self.arrivals.recv().await {
            Some(arrival) => arrival,
            // The accepting task lives as long as `self`; it never ends on its own.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

impl<L: Listener> Drop for Secured<L> {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}
