use std::time::Duration;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::reading::tree;
use crate::formats::Json;
use crate::publication::Doi;
use crate::sources::{Request, Source, wait};

/// The DOI in a text, as it is compared; nothing where there is none.
#[wasm_bindgen(js_name = doiIn)]
pub fn doi_in(text: &str) -> Option<String> {
    Doi::parse(text).map(|doi| doi.as_str().to_owned())
}

/// The names of the sources.
#[wasm_bindgen(js_name = sourceNames)]
pub fn source_names() -> Vec<String> {
    Source::ALL.map(|source| source.name().to_owned()).into()
}

/// The requests to a source for some DOIs: `{ url, body?, dois }` each. None for a source that is not known. What the page
/// does not say of endpoint and mailto is empty.
#[wasm_bindgen(js_name = requestsFor)]
pub fn requests_for(
    source: &str,
    dois: Vec<String>,
    endpoint: &str,
    mailto: &str,
) -> Result<JsValue, JsValue> {
    let said = |text| Some(text).filter(|it: &&str| !it.is_empty());
    let requests = Source::named(source)
        .map(|source| source.requests(&parsed(dois), said(endpoint), said(mailto)));
    let requests = requests.unwrap_or_default().into_iter().map(written);
    as_js(&Json::Array(requests.collect()))
}

/// What the answer to a request says of each of its DOIs, in their order: a record, or null.
#[wasm_bindgen(js_name = recordsOf)]
pub fn records_of(source: &str, dois: Vec<String>, answer: JsValue) -> Result<JsValue, JsValue> {
    let Some(source) = Source::named(source) else {
        return as_js(&Json::Array(Vec::new()));
    };
    let records = source.records(&parsed(dois), &tree(answer)?).into_iter();
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

fn parsed(dois: Vec<String>) -> Vec<Doi> {
    dois.into_iter()
        .filter_map(|doi| Doi::parse(&doi))
        .collect()
}

fn written(request: Request) -> Json {
    let dois = request.dois.iter();
    let mut entries = vec![
        (String::from("url"), Json::String(request.url)),
        (
            String::from("dois"),
            Json::Array(
                dois.map(|doi| Json::String(doi.as_str().to_owned()))
                    .collect(),
            ),
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
