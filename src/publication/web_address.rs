/// An absolute `http:` or `https:` address that is safe to put in a link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WebAddress(String);
