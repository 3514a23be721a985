//! The rest of the web, as a proxy that connects to nothing and remembers whom it was asked for.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Every host but this machine, for one browser.
pub struct Elsewhere {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Elsewhere {
    /// Listens on a free port.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .context("no port for the proxy")?;
        let address = listener.local_addr()?;
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let log = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let log = Arc::clone(&log);
                tokio::spawn(async move { refuse(stream, &log).await });
            }
        });
        Ok(Self { address, asked })
    }

    /// Where the browser finds its proxy.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The hosts that were asked for, with the ports of secure ones.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic while held").clone()
    }

    /// Begins a new list.
    pub fn forget(&self) {
        self.asked.lock().expect("no panic while held").clear();
    }
}

/// Takes the first line of a request (`CONNECT host:443 HTTP/1.1`, `GET http://host/ HTTP/1.1`).
async fn refuse(mut stream: TcpStream, log: &Mutex<Vec<String>>) -> Option<()> {
    let mut line = String::new();
    BufReader::new(&mut stream)
        .read_line(&mut line)
        .await
        .ok()?;
    let target = line.split(' ').nth(1)?;
    let host = target
        .strip_prefix("http://")
        .unwrap_or(target)
        .split(['/', ':'])
        .next()?;
    log.lock().expect("no panic while held").push(host.into());
    stream
        .write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        .await
        .ok()
}
