//! What the server answers to one address.

use std::io;
use std::iter;
use std::path::Path;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Response, header};
use futures_util::{StreamExt as _, stream};

/// How long a connection lasts that breaks off.
const BEFORE_CUT: Duration = Duration::from_millis(30);

/// An answer that a test has laid down, or that was made from a file.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    delay: Duration,
    is_cut: bool,
    /// How often the body is sent, one after the other.
    times: usize,
}

impl Answer {
    /// A body of this type.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type", content_type.into())];
        Self {
            status: 200,
            headers,
            body: body.into(),
            delay: Duration::ZERO,
            is_cut: false,
            times: 1,
        }
    }

    /// JSON text, well formed or not.
    pub fn json(text: impl Into<Vec<u8>>) -> Self {
        Self::new("application/json", text)
    }

    /// An HTML document.
    pub fn html(text: impl Into<Vec<u8>>) -> Self {
        Self::new("text/html; charset=utf-8", text)
    }

    /// An error of the server's.
    pub fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::new("text/plain", format!("{status}"))
        }
    }

    /// The same with a header more.
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same, after a while.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// The same, but for its end: the connection breaks off.
    pub fn cut_short(self) -> Self {
        Self {
            is_cut: true,
            ..self
        }
    }

    /// The same with its body so many times, whose length is not told.
    pub fn repeated(self, times: usize) -> Self {
        Self { times, ..self }
    }

    /// Whether it is a page, to which a policy applies.
    pub fn is_html(&self) -> bool {
        self.headers
            .iter()
            .any(|(_, value)| value.starts_with("text/html"))
    }

    /// The file at this path below the directory, `index.html` for a directory; 404 without one.
    pub async fn of_file(directory: &Path, path: &str) -> Self {
        let path = if path.is_empty() || path.ends_with('/') {
            &format!("{path}index.html")
        } else {
            path
        };
        if path.split('/').any(|step| step == "..") {
            return Self::status(404);
        }
        let Ok(body) = tokio::fs::read(directory.join(path)).await else {
            return Self::status(404);
        };
        Self::new(
            mime_guess::from_path(path).first_or_octet_stream().as_ref(),
            body,
        )
    }

    /// The response of these parts. Nothing is kept by browsers unless a test says so: it counts every request.
    pub async fn send(self) -> Response<Body> {
        tokio::time::sleep(self.delay).await;
        let mut response = Response::builder().status(self.status);
        if self
            .headers
            .iter()
            .all(|(name, _)| *name != "cache-control")
        {
            response = response.header(header::CACHE_CONTROL, "no-store");
        }
        for (name, value) in self.headers {
            response = response.header(name, value);
        }
        let body = if self.is_cut {
            response = response.header(header::CONTENT_LENGTH, self.body.len() + 1);
            // Not before the beginning has gone out: browsers ask again, by themselves, for what ends with nothing.
            let end = async {
                tokio::time::sleep(BEFORE_CUT).await;
                Err::<Vec<u8>, io::Error>(io::ErrorKind::ConnectionReset.into())
            };
            Body::from_stream(stream::iter([Ok(self.body)]).chain(stream::once(end)))
        } else if self.times > 1 {
            let parts = iter::repeat_n(self.body, self.times);
            Body::from_stream(stream::iter(parts.map(Ok::<_, io::Error>)))
        } else {
            Body::from(self.body)
        };
        response
            .body(body)
            .expect("statuses and headers of tests are valid")
    }
}
