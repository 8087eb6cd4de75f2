//! Calls that are held on their way until the test lets them go.

use std::sync::Arc;

use engine::practice::PracticeHosts;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore};

use super::Stage;

/// Stands before the new gateway, whose calls are held here.
pub struct Gate {
    url: String,
    arrived: Arc<Notify>,
    open: Arc<Semaphore>,
}

impl Gate {
    /// From now on the stage's calls pass here.
    pub async fn before(stage: &Stage) -> Self {
        let hosts = super::hosts(&stage.practice);
        let target = hosts.new_host.strip_prefix("http://").unwrap().to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let own = listener.local_addr().unwrap().to_string();
        let url = format!("http://{own}");
        let gate = Self { url, arrived: Arc::default(), open: Arc::new(Semaphore::new(0)) };
        let (arrived, open) = (gate.arrived.clone(), gate.open.clone());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                arrived.notify_one();
                let (open, own, target) = (open.clone(), own.clone(), target.clone());
                tokio::spawn(async move {
                    let _through = open.acquire().await.unwrap();
                    pass(near, &own, &target).await;
                });
            }
        });
        stage.engine.set_practice_hosts(Some(PracticeHosts { new_host: gate.url.clone(), ..hosts }));
        gate
    }

    /// For another engine on the same practice server.
    pub fn hosts(&self, stage: &Stage) -> PracticeHosts {
        PracticeHosts { new_host: self.url.clone(), ..super::hosts(&stage.practice) }
    }

    /// A call stands at the gate.
    pub async fn arrived(&self) {
        self.arrived.notified().await;
    }

    pub fn open(&self) {
        self.open.add_permits(100);
    }
}

/// Practice answers only who calls it by its own address.
async fn pass(near: TcpStream, own: &str, target: &str) {
    let (mut near_in, mut near_out) = near.into_split();
    let (mut far_in, mut far_out) = TcpStream::connect(target).await.unwrap().into_split();
    let up = async {
        let mut bytes = vec![0; 64 * 1024];
        loop {
            let length = near_in.read(&mut bytes).await.unwrap_or_default();
            // A head is one write of the client's.
            let text = String::from_utf8(bytes[..length].to_vec()).unwrap().replace(own, target);
            if length == 0 || far_out.write_all(text.as_bytes()).await.is_err() {
                break;
            }
        }
    };
    tokio::select! {
        () = up => {}
        _ = tokio::io::copy(&mut far_in, &mut near_out) => {}
    }
}
