use std::hash::{BuildHasher, RandomState};
use std::thread;
use std::time::{Duration, SystemTime};

use publication_metrics::formats::Json;
use publication_metrics::sources::{Request, wait};
use ureq::Agent;
use ureq::http::Response;

/// The network, as services are asked through it.
pub struct Service {
    agent: Agent,
}

impl Service {
    /// `mailto` tells services whom to write to; `timeout` is that of one attempt.
    pub fn new(mailto: Option<&str>, timeout: Duration) -> Self {
        let contact = mailto
            .map(|it| format!(" (mailto:{it})"))
            .unwrap_or_default();
        let name = format!("publication-metrics/{}{contact}", env!("CARGO_PKG_VERSION"));
        let config = Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            .user_agent(name)
            .build();
        Self {
            agent: config.into(),
        }
    }

    /// The answer; nothing where there is nothing at the address. Asks again where that may help.
    pub fn send(&self, request: &Request) -> Result<Option<Json>, String> {
        for attempt in 1.. {
            let failure = match self.once(request) {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            let next = match failure.kind {
                Kind::Passing {
                    status,
                    retry_after,
                } => wait(attempt, status, retry_after, random()),
                Kind::Final => None,
            };
            match next {
                Some(wait) => thread::sleep(wait),
                None => return Err(failure.message),
            }
        }
        Ok(None)
    }

    fn once(&self, request: &Request) -> Result<Option<Json>, Failure> {
        let sent = match &request.body {
            Some(body) => {
                let post = self.agent.post(&request.url);
                post.content_type("application/json").send(body)
            }
            None => self.agent.get(&request.url).call(),
        };
        let passing = |status, retry_after, message| Failure {
            kind: Kind::Passing {
                status,
                retry_after,
            },
            message,
        };
        let mut response = sent.map_err(|error| passing(None, None, error.to_string()))?;
        let status = response.status().as_u16();
        if status == 404 {
            return Ok(None);
        }
        if !response.status().is_success() {
            let asked = retry_after(&response);
            let message = format!("the service answered {status}");
            return Err(passing(Some(status), asked, message));
        }
        let text = response
            .body_mut()
            .with_config()
            .limit(LARGEST)
            .read_to_string();
        let text = text.map_err(|error| passing(None, None, error.to_string()))?;
        serde_json::from_str(&text)
            .map(Some)
            .map_err(|error| Failure {
                kind: Kind::Final,
                message: if text.trim_start().starts_with('<') {
                    String::from("the service answered with a web page")
                } else {
                    format!("the answer is not JSON: {error}")
                },
            })
    }
}

/// No answer to fifty DOIs comes near, in bytes.
const LARGEST: u64 = 256 << 20;

/// An attempt that failed.
struct Failure {
    kind: Kind,
    message: String,
}

enum Kind {
    /// It may pass by itself.
    Passing {
        status: Option<u16>,
        retry_after: Option<Duration>,
    },
    Final,
}

/// What the header of that name asks for: seconds, or a date (RFC 9110, section 10.2.3).
fn retry_after<T>(response: &Response<T>) -> Option<Duration> {
    let asked = response.headers().get("retry-after")?.to_str().ok()?.trim();
    if let Ok(seconds) = asked.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(asked).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

/// A number between 0 and 1 that differs from run to run, from the keys that std draws for its maps.
fn random() -> f64 {
    let drawn = RandomState::new().hash_one(0_u8);
    f64::from(u32::try_from(drawn >> 32).unwrap_or_default()) / f64::from(u32::MAX)
}
