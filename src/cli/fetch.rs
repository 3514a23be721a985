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
use publication_metrics::sources::{Identifier, Request, Source};

use super::service::Service;
use super::{Outcome, fault};

/// Asks services for publications by their DOIs or other identifiers, and writes each as a record in our own dialect, one on each line
///
/// Services are asked for many at once where they allow it, and again where they fail for a moment, no sooner than they
/// say. What could not be had is told on standard error; the exit code is then 1.
#[derive(Args)]
pub struct Fetch {
    /// DOIs in any written form, pmid:…, arxiv:… and isbn:…; without any, standard input has one on each line
    identifiers: Vec<String>,
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

/// How many are gathered before services are asked: as many as OpenAlex answers at once.
const TOGETHER: usize = 50;

/// How many requests to one service are under way at once.
const AT_ONCE: usize = 4;

/// What services gave for a publication, in the order of the sources, and what went wrong.
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
                wanted.retain(|it| !it.doi().is_some_and(|doi| known.contains(doi)));
                Box::new(OpenOptions::new().create(true).append(true).open(path)?)
            }
            None => Box::new(io::stdout()),
        };
        let service = Service::new(self.mailto.as_deref(), Duration::from_secs(self.timeout));
        // It draws on a terminal alone.
        let progress = ProgressBar::new(wanted.len() as u64).with_style(style());
        for some in wanted.chunks(TOGETHER) {
            let mut answers = self.ask(&service, some);
            for identifier in some {
                let mut answers = answers.remove(identifier).unwrap_or_default();
                let record = merged(&mut answers);
                if record.is_none() && answers.faults.is_empty() {
                    answers.faults.push(self.unknown(identifier));
                }
                for message in answers.faults {
                    progress.suspend(|| fault(identifier, message));
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

    /// Why nothing is known of it.
    fn unknown(&self, identifier: &Identifier) -> String {
        if self.source.iter().any(|it| it.answers_for(identifier)) {
            return String::from("no service that was asked knows it");
        }
        let able: Vec<_> = Source::ALL
            .into_iter()
            .filter(|it| it.answers_for(identifier))
            .map(Source::name)
            .collect();
        format!("can only be asked of {} (--source)", able.join(", "))
    }

    /// What is asked for, each once, in order.
    fn wanted(&self) -> io::Result<(Vec<Identifier>, Outcome)> {
        let mut outcome = Outcome::AllUsable;
        let (mut wanted, mut seen) = (Vec::new(), HashSet::new());
        let mut take = |place: &str, text: &str| match Identifier::parse(text) {
            Some(identifier) if seen.insert(identifier.clone()) => wanted.push(identifier),
            Some(_) => {}
            None => {
                fault(
                    place,
                    format_args!("{text:?} is no DOI, and no pmid:…, arxiv:… or isbn:…"),
                );
                outcome = Outcome::SomeUnusable;
            }
        };
        for text in &self.identifiers {
            take("publication-metrics", text);
        }
        if self.identifiers.is_empty() {
            for (at, line) in io::stdin().lock().lines().enumerate() {
                let line = line?;
                if !line.trim().is_empty() {
                    take(&format!("standard input:{}", at + 1), &line);
                }
            }
        }
        Ok((wanted, outcome))
    }

    /// What each service says of each. Of what is no DOI, those that can be asked by it are, until one knows it; its record
    /// has the DOI by which the others are asked.
    fn ask(&self, service: &Service, wanted: &[Identifier]) -> HashMap<Identifier, Answers> {
        let mut answers: HashMap<Identifier, Answers> = HashMap::new();
        for source in &self.source {
            let others = wanted.iter().filter(|it| it.doi().is_none());
            let unknown = others
                .filter(|it| answers.get(it).is_none_or(|it| it.records.is_empty()))
                .map(|it| (it.clone(), vec![it.clone()]))
                .collect();
            self.ask_one(*source, service, &unknown, &mut answers);
        }
        for source in &self.source {
            let mut by_doi: HashMap<_, Vec<_>> = HashMap::new();
            for identifier in wanted {
                if let Some(doi) = doi_of(identifier, &answers, *source) {
                    by_doi.entry(doi).or_default().push(identifier.clone());
                }
            }
            self.ask_one(*source, service, &by_doi, &mut answers);
        }
        for answers in answers.values_mut() {
            let place = |source| self.source.iter().position(|it| *it == source);
            answers.records.sort_by_key(|(source, _)| place(*source));
        }
        answers
    }

    /// Asks one for some; `wanted` has what is asked for by what it is asked by.
    fn ask_one(
        &self,
        source: Source,
        service: &Service,
        wanted: &HashMap<Identifier, Vec<Identifier>>,
        answers: &mut HashMap<Identifier, Answers>,
    ) {
        let mut asked: Vec<_> = wanted.keys().cloned().collect();
        asked.sort();
        let requests = source.requests(&asked, self.endpoint.as_deref(), self.mailto.as_deref());
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
                take(source, request, given, wanted, answers);
            }
        }
    }
}

/// The DOI by which a source is to be asked for a publication; nothing where it has said what it knows.
fn doi_of(
    identifier: &Identifier,
    answers: &HashMap<Identifier, Answers>,
    source: Source,
) -> Option<Identifier> {
    if identifier.doi().is_some() {
        return Some(identifier.clone());
    }
    let records = &answers.get(identifier)?.records;
    if records.iter().any(|(known, _)| *known == source) {
        return None;
    }
    let (known, record) = records.first()?;
    let reading = read_any(record, Dialect::named(known.name())).ok()?;
    reading.publication.doi.map(Identifier::Doi)
}

/// Puts what a service gave to the publications that it was asked for.
fn take(
    source: Source,
    request: &Request,
    given: Result<Option<Json>, String>,
    wanted: &HashMap<Identifier, Vec<Identifier>>,
    answers: &mut HashMap<Identifier, Answers>,
) {
    let records = match given {
        Ok(Some(answer)) => source.records(&request.asked, &answer),
        Ok(None) => Vec::new(),
        Err(message) => {
            for identifier in request
                .asked
                .iter()
                .filter_map(|it| wanted.get(it))
                .flatten()
            {
                let answers = answers.entry(identifier.clone()).or_default();
                answers.faults.push(format!("{}: {message}", source.name()));
            }
            return;
        }
    };
    for (asked, record) in request.asked.iter().zip(records) {
        for identifier in wanted.get(asked).into_iter().flatten() {
            let answers = answers.entry(identifier.clone()).or_default();
            answers
                .records
                .extend(record.clone().map(|record| (source, record)));
        }
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
    ProgressStyle::with_template("{bar:40} {pos} of {len} publications, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
