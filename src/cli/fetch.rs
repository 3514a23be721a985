use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use publication_metrics::formats::{Dialect, Json, read_any, write};
use publication_metrics::publication::{Doi, PartialDate};
use publication_metrics::sources::{Request, Source};

use super::service::Service;
use super::{Outcome, fault};

/// Asks services for publications by their DOIs, and writes each as a record in our own dialect, one on each line
///
/// Services are asked for many at once where they allow it, and again where they fail for a moment, no sooner than they
/// say. What could not be had is told on standard error; the exit code is then 1.
#[derive(Args)]
pub struct Fetch {
    /// DOIs in any written form; without any, standard input has one on each line
    dois: Vec<String>,
    /// Who is asked; several are merged in their order
    #[arg(long, value_delimiter = ',', value_parser = source, default_value = "openalex")]
    source: Vec<Source>,
    /// The address by which services reach who asks; they serve those better
    #[arg(long, value_name = "ADDRESS")]
    mailto: Option<String>,
    /// Where an institution's proxy stands for the service; {source} in it stands for the source's name
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// Appends to this file, and does not ask for what is in it already
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How long one attempt may take, in seconds
    #[arg(long, default_value_t = 30, value_name = "SECONDS")]
    timeout: u64,
}

/// How many DOIs are gathered before services are asked: as many as OpenAlex answers at once.
const TOGETHER: usize = 50;

/// How many requests to one service are under way at once.
const AT_ONCE: usize = 4;

/// What services gave for a DOI, in the order of the sources, and what went wrong.
#[derive(Default)]
struct Answers {
    records: Vec<(Source, Json)>,
    faults: Vec<String>,
}

impl Fetch {
    pub fn run(self) -> io::Result<Outcome> {
        let (mut wanted, mut outcome) = self.wanted()?;
        let mut output: Box<dyn Write> = match &self.output {
            Some(path) => {
                let known = known(path)?;
                wanted.retain(|doi| !known.contains(doi));
                Box::new(OpenOptions::new().create(true).append(true).open(path)?)
            }
            None => Box::new(io::stdout()),
        };
        let service = Service::new(self.mailto.as_deref(), Duration::from_secs(self.timeout));
        // It draws on a terminal alone.
        let progress = ProgressBar::new(wanted.len() as u64).with_style(style());
        for dois in wanted.chunks(TOGETHER) {
            let mut answers = self.ask(&service, dois);
            for doi in dois {
                let mut answers = answers.remove(doi).unwrap_or_default();
                let record = merged(&mut answers);
                if record.is_none() && answers.faults.is_empty() {
                    let message = "no service that was asked knows it";
                    answers.faults.push(String::from(message));
                }
                for message in answers.faults {
                    progress.suspend(|| fault(doi, message));
                    outcome = Outcome::SomeUnusable;
                }
                if let Some(record) = record {
                    writeln!(output, "{}", serde_json::to_string(&record)?)?;
                }
                progress.inc(1);
            }
            output.flush()?;
        }
        progress.finish_and_clear();
        Ok(outcome)
    }

    /// The DOIs, each once, in order.
    fn wanted(&self) -> io::Result<(Vec<Doi>, Outcome)> {
        let mut outcome = Outcome::AllUsable;
        let (mut dois, mut seen) = (Vec::new(), HashSet::new());
        let mut take = |place: &str, text: &str| match Doi::parse(text) {
            Some(doi) if seen.insert(doi.clone()) => dois.push(doi),
            Some(_) => {}
            None => {
                fault(place, format_args!("{text:?} is no DOI"));
                outcome = Outcome::SomeUnusable;
            }
        };
        for text in &self.dois {
            take("publication-metrics", text);
        }
        if self.dois.is_empty() {
            for (at, line) in io::stdin().lock().lines().enumerate() {
                let line = line?;
                if !line.trim().is_empty() {
                    take(&format!("standard input:{}", at + 1), &line);
                }
            }
        }
        Ok((dois, outcome))
    }

    fn ask(&self, service: &Service, dois: &[Doi]) -> HashMap<Doi, Answers> {
        let mut answers: HashMap<Doi, Answers> = HashMap::new();
        for source in &self.source {
            let requests = source.requests(dois, self.endpoint.as_deref(), self.mailto.as_deref());
            for some in requests.chunks(AT_ONCE) {
                let given: Vec<_> = thread::scope(|scope| {
                    let running: Vec<_> = some
                        .iter()
                        .map(|request| scope.spawn(move || service.send(request)))
                        .collect();
                    let stopped = || Err(String::from("the request stopped"));
                    running
                        .into_iter()
                        .map(|it| it.join().unwrap_or_else(|_| stopped()))
                        .collect()
                });
                for (request, given) in some.iter().zip(given) {
                    take(*source, request, given, &mut answers);
                }
            }
        }
        answers
    }
}

/// Puts what a service gave to the DOIs that it was asked for.
fn take(
    source: Source,
    request: &Request,
    given: Result<Option<Json>, String>,
    answers: &mut HashMap<Doi, Answers>,
) {
    let records = match given {
        Ok(Some(answer)) => source.records(&request.dois, &answer),
        Ok(None) => Vec::new(),
        Err(message) => {
            for doi in &request.dois {
                let answers = answers.entry(doi.clone()).or_default();
                answers.faults.push(format!("{}: {message}", source.name()));
            }
            return;
        }
    };
    for (doi, record) in request.dois.iter().zip(records) {
        let answers = answers.entry(doi.clone()).or_default();
        answers
            .records
            .extend(record.map(|record| (source, record)));
    }
}

/// One record of what services gave; each number has the day on which it was given. What was refused is added to the
/// faults.
fn merged(answers: &mut Answers) -> Option<Json> {
    let mut own = Vec::new();
    for (source, record) in answers.records.drain(..) {
        match read_any(&record, Dialect::named(source.name())) {
            Ok(reading) => {
                let mut publication = reading.publication;
                publication.as_of = publication.as_of.or_else(PartialDate::today);
                own.push(write(&publication));
            }
            Err(error) => {
                let message = format!(
                    "{}: the answer is not a publication: {error}",
                    source.name()
                );
                answers.faults.push(message);
            }
        }
    }
    if own.len() > 1 {
        let reading = read_any(&Json::Array(own), None).ok()?;
        return Some(write(&reading.publication));
    }
    own.pop()
}

/// The DOIs of the records that a file has already; none where there is no file yet.
fn known(path: &Path) -> io::Result<HashSet<Doi>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(HashSet::new()),
        Err(error) => return Err(super::of_file(&path.display().to_string(), &error)),
    };
    let mut known = HashSet::new();
    for line in BufReader::new(file).lines() {
        // A line that was cut off has no record, and is asked for again.
        if let Ok(record) = serde_json::from_str::<Json>(&line?)
            && let Some(Json::String(doi)) = record.get("doi")
        {
            known.extend(Doi::parse(doi));
        }
    }
    Ok(known)
}

fn source(name: &str) -> Result<Source, String> {
    Source::named(name).ok_or_else(|| {
        format!(
            "unknown. Known: {}",
            Source::ALL.map(Source::name).join(", ")
        )
    })
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {pos} of {len} DOIs, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
