//! Measured values, with their spread.

/// The values of one thing, over the rounds of a run.
#[derive(Clone, Debug, Default)]
pub struct Sample(Vec<f64>);

impl Sample {
    /// Takes in one more.
    pub fn add(&mut self, value: f64) {
        self.0.push(value);
        self.0.sort_by(f64::total_cmp);
    }

    /// The one in the middle; of an even number, the mean of the two.
    pub fn median(&self) -> Option<f64> {
        let middle = self.0.len() / 2;
        let upper = self.0.get(middle)?;
        if self.0.len() % 2 == 1 {
            return Some(*upper);
        }
        let lower = self.0.get(middle.checked_sub(1)?)?;
        Some(f64::midpoint(*lower, *upper))
    }

    /// The smallest and the largest.
    pub fn range(&self) -> Option<(f64, f64)> {
        Some((*self.0.first()?, *self.0.last()?))
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn the_median_is_in_the_middle_whatever_the_order() {
        let mut sample = Sample::default();
        assert_eq!(sample.median(), None);
        for value in [9.0, 1.0, 4.0] {
            sample.add(value);
        }
        assert_eq!(sample.median(), Some(4.0));
        sample.add(5.0);
        assert_eq!(sample.median(), Some(4.5));
        assert_eq!(sample.range(), Some((1.0, 9.0)));
    }
}
