//! Records of other dialects in the words of our own, as far as exports say anything of them. For these tests only.

use serde_json::{Map, Value, json};

/// A record of the project's own dialect; `None` for a dialect that is not known here.
pub fn own(dialect: &str, record: &Value) -> Option<Value> {
    Some(match dialect {
        "native" => record.clone(),
        "csl" | "crossref" => of_csl(record.get("message").unwrap_or(record)),
        "openalex" => of_openalex(record),
        "datacite" => of_datacite(record),
        _ => return None,
    })
}

/// A text, or the first of a list of them.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => text(values.first()?),
        _ => None,
    }
}

fn record(fields: Vec<(&str, Option<Value>)>) -> Value {
    let fields = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn strings(value: &Value, name: impl Fn(&Value) -> Option<String>) -> Value {
    let values = value.as_array().cloned().unwrap_or_default();
    let names = values
        .iter()
        .filter_map(|it| Some(json!({ "name": name(it)? })));
    names.collect()
}

/// CSL-JSON, and Crossref's works, which are much like it.
fn of_csl(item: &Value) -> Value {
    let date = item["issued"]["date-parts"][0].as_array().map(|parts| {
        let parts = parts.iter().filter_map(text).map(|it| format!("{it:0>2}"));
        json!(parts.collect::<Vec<_>>().join("-"))
    });
    let name = |name: &Value| {
        let of = |key: &str| text(&name[key]);
        let family = [of("non-dropping-particle"), of("family")];
        let family = family.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let given = of("given").map(|it| format!(", {it}")).unwrap_or_default();
        let whole = of("literal").or_else(|| of("name"));
        whole.or_else(|| (!family.is_empty()).then_some(family + &given))
    };
    record(vec![
        ("type", text(&item["type"]).map(Value::from)),
        ("title", text(&item["title"]).map(Value::from)),
        ("doi", text(&item["DOI"]).map(Value::from)),
        ("authors", Some(strings(&item["author"], name))),
        ("published", date),
        (
            "venue",
            Some(record(vec![
                ("title", text(&item["container-title"]).map(Value::from)),
                ("volume", text(&item["volume"]).map(Value::from)),
                ("issue", text(&item["issue"]).map(Value::from)),
                ("pages", text(&item["page"]).map(Value::from)),
                ("issn", text(&item["ISSN"]).map(Value::from)),
            ])),
        ),
        ("abstract", text(&item["abstract"]).map(Value::from)),
    ])
}

fn of_openalex(work: &Value) -> Value {
    let biblio = &work["biblio"];
    let pages = [text(&biblio["first_page"]), text(&biblio["last_page"])];
    let pages = pages.into_iter().flatten().collect::<Vec<_>>().join("-");
    let venue = &work["primary_location"]["source"];
    record(vec![
        ("type", text(&work["type"]).map(Value::from)),
        ("title", text(&work["title"]).map(Value::from)),
        ("doi", text(&work["doi"]).map(Value::from)),
        (
            "authors",
            Some(strings(&work["authorships"], |it| {
                text(&it["author"]["display_name"])
            })),
        ),
        (
            "published",
            text(&work["publication_date"]).map(Value::from),
        ),
        (
            "venue",
            Some(record(vec![
                ("title", text(&venue["display_name"]).map(Value::from)),
                ("volume", text(&biblio["volume"]).map(Value::from)),
                ("issue", text(&biblio["issue"]).map(Value::from)),
                ("pages", Some(Value::from(pages))),
            ])),
        ),
    ])
}

fn of_datacite(entry: &Value) -> Value {
    let entry = entry.get("data").unwrap_or(entry);
    let work = entry.get("attributes").unwrap_or(entry);
    record(vec![
        ("type", text(&work["types"]["citeproc"]).map(Value::from)),
        ("title", text(&work["titles"][0]["title"]).map(Value::from)),
        ("doi", text(&work["doi"]).map(Value::from)),
        (
            "authors",
            Some(strings(&work["creators"], |it| text(&it["name"]))),
        ),
        ("published", text(&work["publicationYear"]).map(Value::from)),
        (
            "venue",
            Some(record(vec![(
                "title",
                text(&work["publisher"]).map(Value::from),
            )])),
        ),
    ])
}
