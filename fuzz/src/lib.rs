//! What fuzz targets have in common.

use libfuzzer_sys::fuzzer_mutate;
use properties::hostile;

/// Changes JSON as such, or its bytes: bytes alone would seldom be JSON again, and JSON alone would never be broken.
///
/// Takes and gives back what `fuzz_mutator!` does: the length of what is then in `data`.
pub fn change(data: &mut [u8], length: usize, longest: usize, seed: u32) -> usize {
    let changed = (!seed.is_multiple_of(4))
        .then(|| hostile::changed(&data[..length], seed))
        .flatten()
        .filter(|it| it.len() <= longest.min(data.len()));
    match changed {
        Some(changed) => {
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        None => fuzzer_mutate(data, length, longest),
    }
}

/// A target of JSON text.
#[macro_export]
macro_rules! of_json {
    ($holds:expr) => {
        libfuzzer_sys::fuzz_target!(|text: &[u8]| $holds(text));

        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8],
                                      length: usize,
                                      longest: usize,
                                      seed: u32| {
            $crate::change(data, length, longest, seed)
        });
    };
}
