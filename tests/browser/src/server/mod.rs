//! Serves the shipped site and the pages under test, and remembers who asked for what.

mod answer;
mod stage;
mod wasm;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::Response;
use tokio::net::TcpListener;

pub use self::answer::Answer;
pub use self::stage::{Asked, Origin, Stage};
pub use self::wasm::{Call, starved, trapping};

/// The server of a run: one origin that is the host's, and one that is somebody else's.
pub struct Server {
    site: PathBuf,
    host: SocketAddr,
    neighbour: SocketAddr,
    stages: Mutex<HashMap<u64, Weak<Stage>>>,
    next: AtomicU64,
}

impl Server {
    /// Serves the shipped files of this directory on two free ports.
    pub async fn start(site: PathBuf) -> Result<Arc<Self>> {
        let listen = async || {
            TcpListener::bind("127.0.0.1:0")
                .await
                .context("no port to serve on")
        };
        let (host, neighbour) = (listen().await?, listen().await?);
        let server = Arc::new(Self {
            site,
            host: host.local_addr()?,
            neighbour: neighbour.local_addr()?,
            stages: Mutex::default(),
            next: AtomicU64::new(1),
        });
        for (listener, origin) in [(host, Origin::Host), (neighbour, Origin::Neighbour)] {
            let state = (Arc::clone(&server), origin);
            let router = Router::new().fallback(answer_request).with_state(state);
            tokio::spawn(async move { axum::serve(listener, router).await });
        }
        Ok(server)
    }

    /// A part of the server that is one test's own, until the test drops it.
    pub fn stage(&self) -> Arc<Stage> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let base = |address: SocketAddr| format!("http://{address}/t/{id}/");
        let stage = Arc::new(Stage::new(
            self.site.clone(),
            base(self.host),
            base(self.neighbour),
        ));
        self.stages
            .lock()
            .expect("no panic while held")
            .insert(id, Arc::downgrade(&stage));
        stage
    }

    /// The address of the site served as a server's whole content.
    pub fn root(&self) -> String {
        format!("http://{}/", self.host)
    }

    fn find(&self, id: &str) -> Option<Arc<Stage>> {
        self.stages
            .lock()
            .expect("no panic while held")
            .get(&id.parse().ok()?)?
            .upgrade()
    }
}

async fn answer_request(
    State((server, origin)): State<(Arc<Server>, Origin)>,
    request: Request,
) -> Response<Body> {
    let path = request.uri().path();
    let answer = match path
        .strip_prefix("/t/")
        .and_then(|rest| rest.split_once('/'))
    {
        Some((id, path)) => match server.find(id) {
            Some(stage) => {
                let query = request.uri().query().unwrap_or_default();
                let asked = Asked { path, query };
                stage
                    .answer(origin, &asked, request.headers().clone())
                    .await
            }
            None => Answer::status(410),
        },
        None => Answer::of_file(&server.site, path.trim_start_matches('/')).await,
    };
    answer.send().await
}
