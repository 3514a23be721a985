use super::graph::{Graph, is_of_type, property, surrounds, text, types};
use crate::formats::Json;
use crate::formats::node::Node;
use crate::publication::{Venue, WebAddress};

/// The journal, the volume and the issue, each of which is part of the next; of data, the catalogue or whoever publishes
/// them.
pub(super) fn venue(thing: &Node, graph: &Graph) -> Option<Venue> {
    let pages = match (text(thing, "pageStart"), text(thing, "pageEnd")) {
        (Some(first), Some(last)) if first != last => Some([&first, "-", &last].concat()),
        (first, last) => first.or(last),
    };
    let mut venue = Venue {
        volume: text(thing, "volumeNumber"),
        issue: text(thing, "issueNumber"),
        pages: text(thing, "pagination").or(pages),
        ..Venue::default()
    };
    let mut room = MOST_PARTS;
    for name in ["isPartOf", "periodical"] {
        part_of(&property(thing, name), graph, &mut venue, &mut room);
    }
    let volume = venue.volume.as_deref().and_then(volume_and_issue);
    if let (None, Some((volume, issue))) = (&venue.issue, volume) {
        venue.issue = Some(issue);
        venue.volume = Some(volume);
    }
    let name_of = |name| graph.name_of(thing, name);
    if is_of_type(
        thing,
        &["Dataset", "SoftwareSourceCode", "SoftwareApplication"],
    ) {
        let title = venue.title.or_else(|| name_of("includedInDataCatalog"));
        venue.title = title.or_else(|| name_of("publisher"));
    }
    (venue != Venue::default()).then_some(venue)
}

/// How many things are looked at for the venue: things may be part of each other in a circle.
const MOST_PARTS: u8 = 16;

fn part_of(list: &Node, graph: &Graph, venue: &mut Venue, room: &mut u8) {
    list.each(&mut |entry| {
        let Some(left) = room.checked_sub(1) else {
            return;
        };
        *room = left;
        graph.follow(entry, &mut |part| {
            if let Json::String(name) = part.value() {
                if venue.title.is_none() && WebAddress::parse(name).is_none() {
                    venue.title = part.text();
                }
                return;
            }
            if surrounds(part) {
                return;
            }
            let mut kinds = types(part.value()).peekable();
            let is_part = kinds.peek().is_some()
                && kinds.all(|name| matches!(name, "PublicationVolume" | "PublicationIssue"));
            let title = (!is_part).then(|| text(part, "name")).flatten();
            let own = |known: &mut Option<String>, found: Option<String>| {
                *known = known.take().or(found);
            };
            own(&mut venue.title, title);
            own(&mut venue.volume, text(part, "volumeNumber"));
            own(&mut venue.issue, text(part, "issueNumber"));
            own(&mut venue.issn, text(part, "issn"));
            part_of(&property(part, "isPartOf"), graph, venue, room);
        });
    });
}

/// `7(1)`, as some write a volume and its issue in one.
fn volume_and_issue(text: &str) -> Option<(String, String)> {
    let (volume, issue) = text.strip_suffix(')')?.split_once('(')?;
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    (are_digits(volume) && are_digits(issue)).then(|| (volume.to_owned(), issue.to_owned()))
}
