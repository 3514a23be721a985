//! Numbers from and to text. The browser does both already, and Rust's own would add some 12 kB to the wasm.

/// Reads a number as JSON writes it (RFC 8259, section 6), leading zeros allowed; infinite where it is too large.
pub(super) fn parse(text: &str) -> Option<f64> {
    is_number(text).then(|| convert(text))
}

fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    are_digits(whole)
        && fraction.is_none_or(are_digits)
        && exponent
            .is_none_or(|digits| are_digits(digits.strip_prefix(['+', '-']).unwrap_or(digits)))
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(target_arch = "wasm32")]
fn convert(text: &str) -> f64 {
    js_sys::Number::parse_float(text)
}

#[cfg(not(target_arch = "wasm32"))]
fn convert(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// The shortest text that reads back as the same number.
#[cfg(target_arch = "wasm32")]
pub(super) fn text(number: f64) -> String {
    const DECIMAL: u8 = 10;
    js_sys::Number::from(number)
        .to_string_with_radix(DECIMAL)
        .unwrap_or_default()
        .into()
}

/// The shortest text that reads back as the same number.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn text(number: f64) -> String {
    // As JavaScript writes them, so that a complaint reads the same everywhere.
    if number.abs() >= 1e21 && number.is_finite() {
        format!("{number:e}").replace('e', "e+")
    } else if number.is_infinite() {
        String::from(if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        })
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, text};

    #[test]
    fn reads_what_json_calls_a_number() {
        for (written, number) in [
            ("97", 97.0),
            ("-1", -1.0),
            ("41.4", 41.4),
            ("1e3", 1000.0),
            ("2.5E-1", 0.25),
            ("007", 7.0),
            ("1e+2", 100.0),
        ] {
            assert_eq!(parse(written), Some(number), "{written}");
        }
        assert_eq!(parse("1e999"), Some(f64::INFINITY));
        for written in [
            "", "-", ".", "1.", ".5", "1,234", "1 234", "+1", "0x10", "1e", "e1", "1e1e1", "1.2.3",
            "NaN", "Infinity", "six", "６",
        ] {
            assert_eq!(parse(written), None, "{written}");
        }
    }

    #[test]
    fn writes_numbers_as_javascript_does() {
        for (number, written) in [
            (6.0, "6"),
            (-1.5, "-1.5"),
            (41.4, "41.4"),
            (9_007_199_254_740_993_u64 as f64, "9007199254740992"),
            (1e21, "1e+21"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(text(number), written);
        }
    }
}
