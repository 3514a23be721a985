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

impl Path<'_> {
    /// As whoever reads the JSON would write it.
    pub fn text(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(Self::Root, key) => (*key).to_owned(),
            Self::Key(parent, key) => [&parent.text(), ".", key].concat(),
            Self::Item(parent, index) => [&parent.text(), "[", &index.to_string(), "]"].concat(),
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
        assert_eq!(Path::Key(&item, "count").text(), "citations[12].count");
        assert_eq!(Path::Item(&Path::Root, 0).text(), "[0]");
    }
}
