//! Serves the shipped site, the contenders and the measured pages, as a CDN does: compressed at the best quality, and to be kept.

use std::collections::HashMap;
use std::fs;
use std::io::Read;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, header};
use brotli::CompressorReader;
use tokio::net::TcpListener;
use tokio::runtime::Handle;

use crate::page::Page;

const RECORD: &[u8] = include_bytes!("../../../www/her2-review.json");

/// What the service of `data-metrics-badge` answers.
const COUNTS: &str = r#"{"data":{"counts":{"id":"https://handle.test.datacite.org/10.5555/bench","views":72,"downloads":31,"citations":6}}}"#;

/// A file as it is sent.
#[derive(Clone)]
struct Sent {
    content_type: String,
    body: Vec<u8>,
}

struct Shared {
    /// What is served below which path.
    folders: [(&'static str, PathBuf); 2],
    /// What was asked for before, by its path: the first visit, which is not measured, waits for the compression.
    files: Mutex<HashMap<String, Sent>>,
    pages: Mutex<Vec<String>>,
    /// What was asked for, with the bytes that were sent, but for pages and data.
    log: Mutex<Vec<(String, usize)>>,
}

/// A running server.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

impl Server {
    /// Serves these folders on a free port.
    pub fn start(site: PathBuf, contenders: PathBuf, runtime: &Handle) -> Result<Self> {
        let listener = runtime
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .context("no port to serve on")?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            folders: [("/site/", site), ("/contenders/", contenders)],
            files: Mutex::default(),
            pages: Mutex::default(),
            log: Mutex::default(),
        });
        let router = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self { address, shared })
    }

    /// Lays down a page, and tells its path.
    pub fn lay(&self, page: &Page) -> String {
        let mut pages = lock(&self.shared.pages);
        pages.push(page.html());
        format!("/page/{}", pages.len() - 1)
    }

    /// The port, the same under every name of this machine.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What was asked for since the last time, with the bytes that were sent.
    pub fn take_log(&self) -> Vec<(String, usize)> {
        std::mem::take(&mut lock(&self.shared.log))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let path = request.uri().path();
    let kept = |content_type: &str, cache: &str| {
        Response::builder()
            .header(header::CONTENT_TYPE, content_type)
            .header(header::CACHE_CONTROL, cache)
    };
    let response = if let Some(number) = path.strip_prefix("/page/") {
        let pages = lock(&shared.pages);
        let page = number.parse().ok().and_then(|it: usize| pages.get(it));
        // Pages are new each time, and not kept alive behind the next.
        page.map(|page| kept("text/html; charset=utf-8", "no-store").body(page.clone().into()))
    } else if path == "/record.json" {
        Some(kept("application/json", "no-cache").body(RECORD.into()))
    } else if path.starts_with("/service/") {
        Some(kept("application/json", "no-cache").body(COUNTS.into()))
    } else {
        shared.file(path).map(|file| {
            lock(&shared.log).push((path.to_owned(), file.body.len()));
            kept(&file.content_type, "public, max-age=31536000, immutable")
                .header(header::CONTENT_ENCODING, "br")
                .header(header::VARY, "accept-encoding")
                .body(file.body.into())
        })
    };
    response
        .and_then(Result::ok)
        .unwrap_or_else(|| missing(path))
}

fn missing(path: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(format!("{path} is not there")));
    *response.status_mut() = axum::http::StatusCode::NOT_FOUND;
    response
}

impl Shared {
    fn file(&self, path: &str) -> Option<Sent> {
        if let Some(sent) = lock(&self.files).get(path) {
            return Some(sent.clone());
        }
        let mut folders = self.folders.iter();
        let (folder, name) =
            folders.find_map(|(prefix, folder)| Some((folder, path.strip_prefix(prefix)?)))?;
        if name.split('/').any(|step| step == "..") {
            return None;
        }
        let sent = Sent {
            content_type: mime_guess::from_path(name)
                .first_or_octet_stream()
                .to_string(),
            body: compressed(&fs::read(folder.join(name)).ok()?).ok()?,
        };
        lock(&self.files).insert(path.to_owned(), sent.clone());
        Some(sent)
    }
}

/// At the best quality, and with a window as large as browsers take it.
fn compressed(content: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    CompressorReader::new(content, content.len().max(1), 11, 24).read_to_end(&mut compressed)?;
    Ok(compressed)
}
