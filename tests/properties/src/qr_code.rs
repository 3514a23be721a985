//! A QR code is drawn inside of its quiet zone, or there is none, since the link is too long for any.

use publication_metrics::share::QrCode;

/// What a code of the largest size holds of bytes, at the level that survives the loss of 15 % (ISO/IEC 18004, table 7).
const MOST: usize = 2331;

/// Holds the code of a link.
pub fn holds(link: &str) {
    let Some(code) = QrCode::of(link) else {
        assert!(link.len() > MOST, "no code for {link:?}");
        return;
    };
    let size = code.size();
    assert!((21 + 8..=177 + 8).contains(&size), "{size} modules");
    for run in code.path().split_terminator('z') {
        let numbers: Vec<i32> = run
            .split(|it: char| !it.is_ascii_digit())
            .filter_map(|it| it.parse().ok())
            .collect();
        let [x, y, width, _, back] = numbers[..] else {
            panic!("{run}")
        };
        assert!(
            x >= 4 && y >= 4 && x + width <= size - 4 && y < size - 4,
            "{run}"
        );
        assert_eq!(width, back, "{run}");
    }
}
