use std::fmt;

/// Where a value stands in a record, such as `citations[0].count`.
///
/// A list of segments linked towards the root, each on the stack of the function that reads that level, so
/// that a path costs nothing until a complaint writes it.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Self::Root, key) => formatter.write_str(key),
            Self::Key(parent, key) => write!(formatter, "{parent}.{key}"),
            Self::Item(parent, index) => write!(formatter, "{parent}[{index}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn is_written_as_a_reader_of_json_would() {
        let list = Path::Key(&Path::Root, "citations");
        let item = Path::Item(&list, 12);
        assert_eq!(Path::Key(&item, "count").to_string(), "citations[12].count");
        assert_eq!(Path::Item(&Path::Root, 0).to_string(), "[0]");
    }
}
