/// A Digital Object Identifier, such as `10.1038/s41571-024-00939-2`.
///
/// Kept in lower case: a DOI is not sensitive to case (ISO 26324, DOI Handbook 2.4), and two that
/// differ in case alone are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Doi(String);
