use super::graph::key_of;
use crate::formats::Json;
use crate::formats::node::Node;
use crate::publication::mentions;

/// The first identifier of a scheme among the properties that have identifiers, which are texts, or objects that may
/// name their scheme. There are all sorts, so that what is none of the scheme is no fault.
pub(super) fn identifier<T>(
    thing: &Node,
    names: &[&str],
    scheme: &str,
    parse: &dyn Fn(&str) -> Option<T>,
) -> Option<T> {
    names.iter().find_map(|name| {
        let key = key_of(thing.value(), name)?;
        thing
            .value()
            .get(key)
            .and_then(|value| identifier_in(value, scheme, parse))
    })
}

fn identifier_in<T>(value: &Json, scheme: &str, parse: &dyn Fn(&str) -> Option<T>) -> Option<T> {
    let string = |name: &str| match value.get(key_of(value, name)?)? {
        Json::String(text) => Some(text.as_str()),
        _ => None,
    };
    match value {
        Json::String(text) => parse(text),
        Json::Array(list) => list
            .iter()
            .find_map(|value| identifier_in(value, scheme, parse)),
        Json::Object(_) => {
            let named = string("propertyID").or_else(|| string("name"));
            if named.is_some_and(|name| !mentions(name, scheme)) {
                return None;
            }
            ["value", "@value", "@id", "url"]
                .iter()
                .find_map(|name| string(name).and_then(parse))
        }
        _ => None,
    }
}
