use std::time::Duration;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::reading::tree;
use crate::formats::Json;
use crate::sources::{Identifier, Request, Source, wait};

/// The identifier in a text, a DOI or `pmid:…` and the like, as it is compared; nothing where there is none.
#[wasm_bindgen(js_name = identifierIn)]
pub fn identifier_in(text: &str) -> Option<String> {
    Identifier::parse(text).map(|it| it.text())
}

/// Whether a source can be asked by an identifier.
#[wasm_bindgen(js_name = answersFor)]
pub fn answers_for(source: &str, identifier: &str) -> bool {
    Source::named(source)
        .zip(Identifier::parse(identifier))
        .is_some_and(|(source, identifier)| source.answers_for(&identifier))
}

/// The names of the sources.
#[wasm_bindgen(js_name = sourceNames)]
pub fn source_names() -> Vec<String> {
    Source::ALL.map(|source| source.name().to_owned()).into()
}

/// The requests to a source for some identifiers: `{ url, body?, asked }` each. None for a source that is not known. What the page
/// does not say of endpoint and mailto is empty.
#[wasm_bindgen(js_name = requestsFor)]
pub fn requests_for(
    source: &str,
    identifiers: Vec<String>,
    endpoint: &str,
    mailto: &str,
) -> Result<JsValue, JsValue> {
    let said = |text| Some(text).filter(|it: &&str| !it.is_empty());
    let requests = Source::named(source)
        .map(|source| source.requests(&parsed(identifiers), said(endpoint), said(mailto)));
    let requests = requests.unwrap_or_default().into_iter().map(written);
    as_js(&Json::Array(requests.collect()))
}

/// What the answer to a request says of each of its identifiers, in their order: a record, or null.
#[wasm_bindgen(js_name = recordsOf)]
pub fn records_of(source: &str, asked: Vec<String>, answer: JsValue) -> Result<JsValue, JsValue> {
    let Some(source) = Source::named(source) else {
        return as_js(&Json::Array(Vec::new()));
    };
    let records = source.records(&parsed(asked), &tree(answer)?).into_iter();
    as_js(&Json::Array(
        records.map(|it| it.unwrap_or(Json::Null)).collect(),
    ))
}

/// How many milliseconds to wait before a request is sent again; nothing where it is not to be. `retry_after` is in
/// seconds.
#[wasm_bindgen(js_name = waitBefore)]
pub fn wait_before(
    attempt: u32,
    status: Option<u16>,
    retry_after: Option<f64>,
    random: f64,
) -> Option<f64> {
    // What is no number of seconds is nothing that could be obeyed.
    let asked = retry_after.and_then(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).ok());
    wait(attempt, status, asked, random).map(|wait| wait.as_secs_f64() * 1000.0)
}

fn parsed(identifiers: Vec<String>) -> Vec<Identifier> {
    identifiers
        .into_iter()
        .filter_map(|it| Identifier::parse(&it))
        .collect()
}

fn written(request: Request) -> Json {
    let asked = request.asked.iter();
    let mut entries = vec![
        (String::from("url"), Json::String(request.url)),
        (
            String::from("asked"),
            Json::Array(asked.map(|it| Json::String(it.text())).collect()),
        ),
    ];
    entries.extend(
        request
            .body
            .map(|body| (String::from("body"), Json::String(body))),
    );
    Json::Object(entries)
}

fn as_js(json: &Json) -> Result<JsValue, JsValue> {
    json.serialize(&Serializer::json_compatible())
        .map_err(JsValue::from)
}
