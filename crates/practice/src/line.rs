//! Listeners whose connections can misbehave as a broken line would, without stopping the server: all of
//! them at once (`unreachable`), or one after a certain answer (faults).

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

use crate::tls::Secured;

/// While `cut` is true, a connection is reset as soon as something arrives on it.
#[derive(Debug)]
pub struct Cuttable {
    pub listener: TcpListener,
    pub cut: Arc<AtomicBool>,
}

/// How one connection goes on. An answer's handler sets it before the answer is written.
#[derive(Debug, Clone, Default)]
pub struct Conduct(Arc<Mutex<Plan>>);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Plan {
    #[default]
    Proper,
    /// The head and so many bytes of the body, then a reset.
    ResetInBody(usize),
    /// Nothing more, and a reset.
    ResetNow,
    /// The head, then our half is closed in good order.
    CloseAfterHead,
    /// The answer, then silence until the next request, which is met by a reset.
    ResetOnNextRequest,
    /// So many bytes are still let through before the reset.
    Cutting(usize),
    /// Our half is closed; whatever is written goes nowhere.
    Silent,
}

impl Conduct {
    pub fn set(&self, plan: Plan) {
        *self.lock() = plan;
    }

    fn plan(&self) -> Plan {
        *self.lock()
    }

    fn lock(&self) -> MutexGuard<'_, Plan> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener for Cuttable {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Answers are small and must not wait for each other; without it they only come later.
        let _ = stream.set_nodelay(true);
        let cut = Arc::clone(&self.cut);
        (Line { stream, cut, conduct: Conduct::default() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, Cuttable>> for Conduct {
    fn connect_info(stream: IncomingStream<'_, Cuttable>) -> Self {
        stream.io().conduct.clone()
    }
}

impl Connected<IncomingStream<'_, Secured<Cuttable>>> for Conduct {
    fn connect_info(stream: IncomingStream<'_, Secured<Cuttable>>) -> Self {
        stream.io().get_ref().0.conduct.clone()
    }
}

#[derive(Debug)]
pub struct Line {
    stream: TcpStream,
    cut: Arc<AtomicBool>,
    conduct: Conduct,
}

impl Line {
    fn reset<T>(&self) -> Poll<io::Result<T>> {
        // With no time to linger, closing sends a reset instead of an orderly end.
        self.conduct.set(Plan::ResetNow);
        self.stream.set_zero_linger()?;
        Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()))
    }
}

/// `None` where the bytes are encrypted.
fn length_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|place| place + 4)
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = ready!(Pin::new(&mut self.stream).poll_read(context, buffer));
        let something = buffer.filled().len() > before;
        let stale = something && self.conduct.plan() == Plan::ResetOnNextRequest;
        if stale || self.cut.load(Ordering::Acquire) {
            return self.reset();
        }
        Poll::Ready(read)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.conduct.plan() {
            Plan::Proper | Plan::ResetOnNextRequest => Pin::new(&mut self.stream).poll_write(context, bytes),
            Plan::Silent => Poll::Ready(Ok(bytes.len())),
            Plan::ResetNow | Plan::Cutting(0) => self.reset(),
            Plan::ResetInBody(body) => {
                let left = length_of_head(bytes).map_or(bytes.len() / 2, |head| head + body);
                self.conduct.set(Plan::Cutting(left));
                self.poll_write(context, bytes)
            }
            Plan::Cutting(left) => {
                let part = &bytes[..left.min(bytes.len())];
                let written = ready!(Pin::new(&mut self.stream).poll_write(context, part))?;
                self.conduct.set(Plan::Cutting(left - written));
                Poll::Ready(Ok(written))
            }
            Plan::CloseAfterHead => {
                let Some(head) = length_of_head(bytes) else {
                    let _ = ready!(Pin::new(&mut self.stream).poll_shutdown(context));
                    self.conduct.set(Plan::Silent);
                    return Poll::Ready(Ok(bytes.len()));
                };
                let written = ready!(Pin::new(&mut self.stream).poll_write(context, &bytes[..head]))?;
                if written == head {
                    let _ = ready!(Pin::new(&mut self.stream).poll_shutdown(context));
                    self.conduct.set(Plan::Silent);
                }
                Poll::Ready(Ok(written))
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // An orderly end before the reset would be seen first.
        if self.conduct.plan() == Plan::ResetNow {
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    // No vectored writes: head and body then come in one piece, which a plan can look at.
}
