//! A service that answers for many publications at once, and fails in every way that services do.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::server::{Answer, Asked};

/// How often one request may be sent.
const ATTEMPTS: usize = 4;
/// How many publications one request may ask for.
const BATCH: usize = 50;
/// How many requests may be under way at once.
const AT_ONCE: usize = 4;
/// What the service asks for, where it is asked too often.
const RETRY_AFTER: Duration = Duration::from_secs(1);
/// How much sooner it may seem to be asked again, by clocks that are not the same.
const SLACK: Duration = Duration::from_millis(20);
/// How long every answer takes, so that requests are under way together.
const QUICK: Duration = Duration::from_millis(40);
/// How slow it is, where it is slow.
const SLOW: Duration = Duration::from_millis(300);

/// What may pass by itself.
#[derive(Clone, Copy, PartialEq)]
enum Failure {
    Error,
    TooMany,
    Cut,
}

/// What is never asked again.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Sound,
    Slow,
    Reordered,
    /// Every third is not there.
    Missing,
    /// Each twice, and among them one that nobody asked for.
    Doubled,
    NotFound,
    Malformed,
    /// Nothing but failures.
    Never,
}

/// What becomes of the first request, the second, and so on.
const PLANS: [(&[Failure], End); 8] = [
    (&[Failure::Error, Failure::TooMany, Failure::Cut], End::Sound),
    (&[Failure::Error; ATTEMPTS], End::Never),
    (&[], End::Reordered),
    (&[Failure::Error], End::Slow),
    (&[Failure::TooMany], End::Missing),
    (&[Failure::Cut], End::Doubled),
    (&[], End::NotFound),
    (&[], End::Malformed),
];

/// One request, as the service saw it.
struct Attempt {
    at: Instant,
    /// When the answer was sent.
    until: Instant,
    is_too_many: bool,
}

/// What is asked for together, and when.
struct Batch {
    numbers: Vec<u32>,
    plan: (&'static [Failure], End),
    attempts: Vec<Attempt>,
}

/// The service.
#[derive(Default)]
pub struct Service {
    batches: Mutex<Vec<Batch>>,
}

/// How often a publication is cited.
fn count(number: u32) -> u32 {
    number * 3 + 1
}

impl Service {
    /// Answers for works whose DOI is `10.5555/` and a number.
    pub fn answer(&self, asked: &Asked<'_>) -> Answer {
        let numbers = numbers(asked.query);
        let mut batches = self.batches.lock().expect("no panic while held");
        let known = batches.iter().position(|it| it.numbers == numbers);
        let at = known.unwrap_or_else(|| {
            let plan = PLANS[batches.len() % PLANS.len()];
            batches.push(Batch { numbers, plan, attempts: Vec::new() });
            batches.len() - 1
        });
        let Batch { numbers, plan: (failures, end), attempts } = &mut batches[at];
        let failure = failures.get(attempts.len());
        let now = Instant::now();
        let delay = if failure.is_none() && *end == End::Slow { SLOW } else { QUICK };
        attempts.push(Attempt { at: now, until: now + delay, is_too_many: failure == Some(&Failure::TooMany) });
        let answer = match failure {
            Some(Failure::Error) => Answer::status(500),
            Some(Failure::TooMany) => Answer::status(429).with_header("retry-after", RETRY_AFTER.as_secs().to_string()),
            Some(Failure::Cut) => works(numbers).cut_short(),
            None => end.answer(numbers),
        };
        answer
            .after(delay)
            .with_header("access-control-allow-origin", "*")
            .with_header("access-control-expose-headers", "retry-after")
    }

    /// What each publication is to come to, by its number.
    pub fn outcomes(&self) -> HashMap<u32, String> {
        let batches = self.batches.lock().expect("no panic while held");
        let of = |batch: &Batch| {
            let end = batch.plan.1;
            let outcomes = batch.numbers.iter().map(move |it| (*it, end.outcome(*it)));
            outcomes.collect::<Vec<_>>()
        };
        batches.iter().flat_map(of).collect()
    }

    /// It was asked as services want to be asked. In words, what it was asked.
    #[track_caller]
    pub fn was_asked_politely(&self) -> String {
        let batches = self.batches.lock().expect("no panic while held");
        for Batch { numbers, plan: (failures, _), attempts } in &*batches {
            assert!(numbers.len() <= BATCH, "{} in one request", numbers.len());
            assert_eq!(attempts.len(), (failures.len() + 1).min(ATTEMPTS), "requests for {numbers:?}");
            for next in attempts.windows(2) {
                let waited = next[1].at - next[0].until;
                let asked = if next[0].is_too_many { RETRY_AFTER } else { Duration::from_millis(250) };
                assert!(waited + SLACK >= asked, "asked again after {waited:?}, not {asked:?}");
            }
        }
        let asked: Vec<u32> = batches.iter().flat_map(|it| it.numbers.clone()).collect();
        let mut once = asked.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), asked.len(), "some were asked for in two requests");
        let attempts: Vec<&Attempt> = batches.iter().flat_map(|it| &it.attempts).collect();
        let under_way = |at: Instant| attempts.iter().filter(|it| it.at <= at && at < it.until).count();
        let most = attempts.iter().map(|it| under_way(it.at).max(1)).max().unwrap_or_default();
        assert!(most <= AT_ONCE, "{most} requests at once");
        assert!(most > 1, "requests one after the other say nothing of how many there may be");
        format!("{} publications in {} batches by {} requests, {most} at once", asked.len(), batches.len(), attempts.len())
    }
}

impl End {
    fn answer(self, numbers: &[u32]) -> Answer {
        match self {
            Self::Sound | Self::Slow => works(numbers),
            Self::Reordered => works(&numbers.iter().rev().copied().collect::<Vec<_>>()),
            Self::Missing => works(&numbers.iter().filter(|it| !is_missing(**it)).copied().collect::<Vec<_>>()),
            Self::Doubled => works(&[numbers, &[999_999], numbers].concat()),
            Self::NotFound => Answer::status(404),
            Self::Malformed => Answer::json(r#"{ "results": [{ "doi": "10.5555/1", "#),
            Self::Never => Answer::status(500),
        }
    }

    fn outcome(self, number: u32) -> String {
        match self {
            Self::Missing if is_missing(number) => "nothing".into(),
            Self::NotFound => "nothing".into(),
            Self::Malformed => "not-json".into(),
            Self::Never => "http-500".into(),
            _ => count(number).to_string(),
        }
    }
}

fn is_missing(number: u32) -> bool {
    number.is_multiple_of(3)
}

/// As `OpenAlex` answers.
fn works(numbers: &[u32]) -> Answer {
    let work = |it: &u32| -> Value {
        json!({ "id": format!("https://openalex.org/W{it}"), "doi": format!("https://doi.org/10.5555/{it}"),
            "title": format!("Study {it}"), "cited_by_count": count(*it), "authorships": [], "publication_date": "2021-03-04" })
    };
    Answer::json(json!({ "results": numbers.iter().map(work).collect::<Vec<_>>() }).to_string())
}

/// Those that a query names: `filter=doi:10.5555%2F1%7C10.5555%2F2`, with or without its signs escaped.
fn numbers(query: &str) -> Vec<u32> {
    let plain = query.replace("%2F", "/").replace("%7C", "|");
    let named = plain.split("10.5555/").skip(1);
    let number = |it: &str| it.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok();
    named.filter_map(number).collect()
}
