use super::Json;
use super::node::Node;

/// How services hand over a record: inside of what says how the request went. Each is the way to the record, a list on
/// it standing for its first item.
const WRAPPERS: [&[&str]; 12] = [
    &["message", "items"],
    &["message"],
    &["data", "attributes"],
    &["attributes"],
    &["results"],
    &["resultList", "result"],
    &["hits", "hits"],
    &["search-results", "entry"],
    &["abstracts-retrieval-response", "coredata"],
    &["data"],
    &["response"],
    &["items"],
];

/// How deep one wrapper may stand in another.
const DEEPEST: usize = 4;

/// Takes the wrappers off until `is_record`, and reads what is inside; the outermost value where none of them is one.
pub(super) fn unwrapped<T>(
    value: &Node,
    is_record: &dyn Fn(&Json) -> bool,
    read: &mut dyn FnMut(&Node) -> T,
) -> T {
    inside(value, is_record, read, DEEPEST).unwrap_or_else(|| read(value))
}

fn inside<T>(
    value: &Node,
    is_record: &dyn Fn(&Json) -> bool,
    read: &mut dyn FnMut(&Node) -> T,
    room: usize,
) -> Option<T> {
    if is_record(value.value()) {
        return Some(read(value));
    }
    let room = room.checked_sub(1)?;
    WRAPPERS.iter().find_map(|way| {
        along(value, way, &mut |inner| {
            inside(inner, is_record, read, room)
        })
    })
}

/// Goes along a way, through objects and the first items of lists.
fn along<T>(
    value: &Node,
    way: &[&'static str],
    found: &mut dyn FnMut(&Node) -> Option<T>,
) -> Option<T> {
    value.first(&mut |value| match way.split_first() {
        None => matches!(value.value(), Json::Object(_))
            .then(|| found(value))
            .flatten(),
        Some((key, rest)) => {
            value.value().get(key)?;
            along(&value.field(key), rest, found)
        }
    })
}
