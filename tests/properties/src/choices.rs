/// Bytes that decide: each question takes some of them. Once they are used up, every answer is the first.
///
/// So the same bytes always make the same record, whoever made them up: a property test, which shrinks them, or a fuzzer.
pub struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    /// All of them.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// A number below a bound, which is at most 65 536; 0 where the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let wanted = if bound > 256 { 2 } else { 1 };
        let (taken, rest) = self.0.split_at(wanted.min(self.0.len()));
        self.0 = rest;
        let number = taken
            .iter()
            .fold(0, |number, byte| number << 8 | usize::from(*byte));
        number % bound.max(1)
    }

    /// One of a list, which is not empty.
    pub fn one_of<'list, T>(&mut self, list: &'list [T]) -> &'list T {
        &list[self.below(list.len())]
    }

    /// Whether any are left.
    pub fn are_left(&self) -> bool {
        !self.0.is_empty()
    }
}
