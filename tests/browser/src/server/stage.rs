//! What the server shows to one test, and what the test's page asked of it.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::http::HeaderMap;

use super::Answer;

/// The project's directory, of which some files are served.
const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The site of the widget with faults that a page can ask for, as the chores build it beside this program.
fn faulty_site() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let target = program.ancestors().nth(2).unwrap_or(Path::new(""));
    target.join("faulty-site")
}

/// Whose server was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The page's own.
    Host,
    /// Another one, reached on another port.
    Neighbour,
}

/// What was asked for.
pub struct Asked<'a> {
    /// The path on the stage.
    pub path: &'a str,
    /// What is behind the question mark, as it came.
    pub query: &'a str,
}

/// Answers whatever is below a path.
type Answering = Arc<dyn Fn(&Asked<'_>) -> Answer + Send + Sync>;

/// A part of the server that is one test's own. Below its address lie `site/` (the shipped files), `faulty/` (the same, with faults),
/// `records/`, `examples/`, `pages/` (what pages under test share) and whatever the test laid down itself.
pub struct Stage {
    site: PathBuf,
    host: String,
    neighbour: String,
    laid: Mutex<HashMap<String, Answer>>,
    /// What is answered before that, once each.
    first: Mutex<HashMap<String, VecDeque<Answer>>>,
    /// What answers below a path, where nothing is laid down.
    answering: Mutex<Vec<(String, Answering)>>,
    policy: Mutex<Option<String>>,
    allows_all: AtomicBool,
    requests: Mutex<Vec<(Origin, String, HeaderMap)>>,
}

impl Stage {
    pub(super) fn new(site: PathBuf, host: String, neighbour: String) -> Self {
        let (laid, first, answering, policy, allows_all, requests) = Default::default();
        Self {
            site,
            host,
            neighbour,
            laid,
            first,
            answering,
            policy,
            allows_all,
            requests,
        }
    }

    /// The address of a path at this origin.
    pub fn address(&self, origin: Origin, path: &str) -> String {
        let base = match origin {
            Origin::Host => &self.host,
            Origin::Neighbour => &self.neighbour,
        };
        format!("{base}{path}")
    }

    /// The directory of the shipped files.
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// Lays down what is answered at a path, in place of a file or beside them.
    pub fn lay(&self, path: &str, answer: Answer) {
        self.laid
            .lock()
            .expect("no panic while held")
            .insert(path.into(), answer);
    }

    /// Lays down a script of the site that takes any wasm: as it is shipped, it takes the one that it was built with.
    pub fn unseal(&self, script: &str) {
        let path = self.site.join(script);
        let text = std::fs::read_to_string(&path).expect("the site has its scripts");
        let mut parts = text.split(".wasm#sha256-");
        let mut unsealed: String = parts.next().unwrap_or_default().into();
        for part in parts {
            let end = part.find('"').expect("an address ends");
            unsealed.push_str(".wasm");
            unsealed.push_str(&part[end..]);
        }
        assert_ne!(unsealed, text, "{script} is not held to its wasm");
        self.lay(
            &format!("site/{script}"),
            Answer::new("text/javascript", unsealed),
        );
    }

    /// Lays down what is answered at a path once each, before what is laid down for good.
    pub fn lay_first(&self, path: &str, answers: impl IntoIterator<Item = Answer>) {
        let mut first = self.first.lock().expect("no panic while held");
        first.entry(path.into()).or_default().extend(answers);
    }

    /// Has whatever is asked for below a path answered by a function, which may be a service that fails now and then.
    pub fn answer_by(
        &self,
        prefix: &str,
        answering: impl Fn(&Asked<'_>) -> Answer + Send + Sync + 'static,
    ) {
        let mut all = self.answering.lock().expect("no panic while held");
        all.push((prefix.into(), Arc::new(answering)));
    }

    /// The `Content-Security-Policy` of every page from now on.
    pub fn set_policy(&self, policy: &str) {
        *self.policy.lock().expect("no panic while held") = Some(policy.into());
    }

    /// Lets pages of every origin read whatever is answered from now on, as a CDN does.
    pub fn allow_all_origins(&self) {
        self.allows_all.store(true, Ordering::Relaxed);
    }

    /// How often a path was asked for.
    pub fn requests(&self, origin: Origin, path: &str) -> usize {
        self.log(origin)
            .iter()
            .filter(|asked| *asked == path)
            .count()
    }

    /// Every path that was asked for, in order.
    pub fn log(&self, origin: Origin) -> Vec<String> {
        let requests = self.requests.lock().expect("no panic while held");
        requests
            .iter()
            .filter(|(asked, ..)| *asked == origin)
            .map(|(_, path, _)| path.clone())
            .collect()
    }

    /// The headers of the last request for a path.
    pub fn headers(&self, origin: Origin, path: &str) -> HeaderMap {
        let requests = self.requests.lock().expect("no panic while held");
        let last = requests
            .iter()
            .rfind(|(asked, at, _)| *asked == origin && at == path);
        let (.., headers) = last.unwrap_or_else(|| panic!("nobody asked for {path}"));
        headers.clone()
    }

    pub(super) async fn answer(
        &self,
        origin: Origin,
        asked: &Asked<'_>,
        headers: HeaderMap,
    ) -> Answer {
        let path = asked.path;
        self.requests
            .lock()
            .expect("no panic while held")
            .push((origin, path.into(), headers));
        let first = self
            .first
            .lock()
            .expect("no panic while held")
            .get_mut(path)
            .and_then(VecDeque::pop_front);
        let laid = first.or_else(|| {
            let laid = self.laid.lock().expect("no panic while held");
            laid.get(path).cloned()
        });
        let laid = laid.or_else(|| Some(self.answering(path)?(asked)));
        let answer = match laid {
            Some(answer) => answer,
            None => self.file(path).await,
        };
        let answer = if self.allows_all.load(Ordering::Relaxed) {
            answer.with_header("access-control-allow-origin", "*")
        } else {
            answer
        };
        let policy = self.policy.lock().expect("no panic while held").clone();
        match policy {
            Some(policy) if answer.is_html() => {
                answer.with_header("content-security-policy", policy)
            }
            _ => answer,
        }
    }

    fn answering(&self, path: &str) -> Option<Answering> {
        let all = self.answering.lock().expect("no panic while held");
        let (_, found) = all.iter().find(|(prefix, _)| path.starts_with(prefix))?;
        Some(Arc::clone(found))
    }

    async fn file(&self, path: &str) -> Answer {
        let project = Path::new(PROJECT);
        match path.split_once('/') {
            Some(("site", rest)) => Answer::of_file(&self.site, rest).await,
            Some(("faulty", rest)) => Answer::of_file(&faulty_site(), rest).await,
            // The record of the demo is kept with the demo.
            Some(("records", name)) => Answer::of_file(&project.join("www"), name).await,
            // The guide's page has the widget's files in a folder beside it.
            Some(("examples", path)) => match path.split_once("/publication-metrics/") {
                Some((_, file)) => Answer::of_file(&self.site, file).await,
                None => Answer::of_file(&project.join("examples"), path).await,
            },
            Some(("pages", name)) => {
                Answer::of_file(&project.join("tests/browser/pages"), name).await
            }
            _ => Answer::status(404),
        }
    }
}
