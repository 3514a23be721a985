use super::kind::Kind;
use crate::percent;
use crate::publication::{Doi, PartialDate, Publication, RichText, WebAddress};

/// The `ContextObject` that stands in the `title` of a COinS `span` (`class="Z3988"`), where Zotero and other reference
/// managers find it: an OpenURL (ANSI/NISO Z39.88) in keys and values, of the formats for journals, books, dissertations
/// and, for all else, Dublin Core. Names are as the record has them; readers of COinS take them apart themselves. Empty
/// where there is no title, for there is nothing to keep then.
pub fn coins(publication: &Publication) -> String {
    let Some(title) = publication.title.as_ref().map(RichText::plain) else {
        return String::new();
    };
    let kind = Kind::of(publication);
    let (format, own, host) = match kind {
        Kind::Article => ("journal&rft.genre=article", "atitle", "jtitle"),
        Kind::Book => ("book&rft.genre=book", "btitle", "series"),
        Kind::Chapter => ("book&rft.genre=bookitem", "atitle", "btitle"),
        Kind::ConferencePaper => ("book&rft.genre=proceeding", "atitle", "btitle"),
        Kind::Report => ("book&rft.genre=report", "btitle", "series"),
        Kind::Thesis => ("dissertation", "title", "inst"),
        Kind::Dataset => ("dc&rft.type=dataset", "title", "publisher"),
        Kind::Preprint => ("dc&rft.type=preprint", "title", "publisher"),
        Kind::Software => ("dc&rft.type=computerProgram", "title", "publisher"),
        Kind::Other => ("dc&rft.type=document", "title", "publisher"),
    };
    let mut context = [
        "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:",
        format,
    ]
    .concat();
    add(&mut context, "&rft.", own, Some(&title));
    let author = if format.starts_with("dc") {
        "creator"
    } else {
        "au"
    };
    for it in &publication.authors {
        let name = it.full_name.as_ref().unwrap_or(&it.name);
        add(&mut context, "&rft.", author, Some(name));
    }
    let date = publication.published.map(PartialDate::iso);
    add(&mut context, "&rft.", "date", date.as_deref());
    if let Some(venue) = &publication.venue {
        for (key, value) in [
            (host, &venue.title),
            ("volume", &venue.volume),
            ("issue", &venue.issue),
            ("pages", &venue.pages),
            ("issn", &venue.issn),
        ] {
            add(&mut context, "&rft.", key, value.as_deref());
        }
    }
    let doi = publication.doi.as_ref().map(Doi::as_str);
    add(&mut context, "&rft_id=info:doi/", "", doi);
    let url = publication.url.as_ref().map(WebAddress::as_str);
    add(&mut context, "&rft_id=", "", url);
    context
}

/// A pair, where there is a value. Without a key the place has one.
fn add(context: &mut String, place: &str, key: &str, value: Option<&str>) {
    let value = value.unwrap_or_default();
    if !value.is_empty() {
        context.push_str(place);
        context.push_str(key);
        if !key.is_empty() {
            context.push('=');
        }
        context.push_str(&percent::encode(value, |byte| b"-._~".contains(&byte)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Json, read};

    fn of(record: &str) -> String {
        let json: Json = serde_json::from_str(record).expect("JSON");
        coins(&read(&json).expect("a publication").publication)
    }

    #[test]
    fn an_article_is_told_with_its_place_in_the_journal() {
        let context = of(r#"{
            "type": "review", "title": "A <i>title</i> & more", "doi": "10.1000/a#b", "published": "2025-06",
            "authors": [{"name": "Prat, A", "fullName": "Prat Aparicio, Aleix"}, {"name": "Ada Lovelace"}, {"name": ""}],
            "venue": {"title": "Nature", "volume": "22", "issue": "3", "pages": "101-120", "issn": "1759-4774"}
        }"#);
        assert_eq!(
            context,
            "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article\
             &rft.atitle=A%20title%20%26%20more&rft.au=Prat%20Aparicio%2C%20Aleix&rft.au=Ada%20Lovelace\
             &rft.date=2025-06&rft.jtitle=Nature&rft.volume=22&rft.issue=3&rft.pages=101-120&rft.issn=1759-4774\
             &rft_id=info:doi/10.1000%2Fa%23b"
        );
    }

    #[test]
    fn what_no_library_format_knows_is_told_in_dublin_core() {
        let context = of(
            r#"{"type": "dataset", "title": "Data", "authors": [{"name": "A"}], "venue": "Zenodo"}"#,
        );
        assert!(
            context.contains(
                "mtx:dc&rft.type=dataset&rft.title=Data&rft.creator=A&rft.publisher=Zenodo"
            )
        );
    }

    #[test]
    fn without_a_title_there_is_nothing_to_keep() {
        assert_eq!(of(r#"{"doi": "10.1000/a"}"#), "");
    }
}
