use qrcodegen::QrCodeEcc;

/// A link as a QR code (ISO/IEC 18004), with the quiet zone that the standard demands.
pub struct QrCode(qrcodegen::QrCode);

/// The light margin around a code, in modules.
const QUIET_ZONE: i32 = 4;

impl QrCode {
    /// The smallest code that survives the loss of 15 % of its area. `None`: the link is too long for any.
    pub fn of(link: &str) -> Option<Self> {
        qrcodegen::QrCode::encode_text(link, QrCodeEcc::Medium)
            .ok()
            .map(Self)
    }

    /// How many modules the side of the drawing has, the quiet zone included.
    pub fn size(&self) -> i32 {
        self.0.size() + 2 * QUIET_ZONE
    }

    /// The `d` of an SVG path of the dark modules, each one unit wide: a rectangle for each run of a row.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.0.size() {
            let mut x = 0;
            while x < self.0.size() {
                let width = (x..self.0.size())
                    .take_while(|at| self.0.get_module(*at, y))
                    .count();
                let width = i32::try_from(width).unwrap_or_default();
                if width > 0 {
                    let numbers = [x + QUIET_ZONE, y + QUIET_ZONE, width, -width];
                    for (command, number) in ["M", " ", "h", "v1h"].into_iter().zip(numbers) {
                        path.push_str(command);
                        path.push_str(&number.to_string());
                    }
                    path.push('z');
                }
                x += width.max(1);
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules that a path of ours draws.
    fn drawn(path: &str) -> Vec<(i32, i32)> {
        let mut dark = Vec::new();
        for run in path.split_terminator('z') {
            let (place, size) = run[1..].split_once('h').expect("a place and a size");
            let (x, y) = place.split_once(' ').expect("two numbers");
            let (x, y): (i32, i32) = (x.parse().expect("x"), y.parse().expect("y"));
            let (width, back) = size.split_once("v1h-").expect("down and back");
            assert_eq!(width, back);
            let width: i32 = width.parse().expect("a width");
            dark.extend((x..x + width).map(|x| (x, y)));
        }
        dark
    }

    #[test]
    fn the_path_draws_the_dark_modules_inside_the_quiet_zone() {
        let code = QrCode::of("https://doi.org/10.1038/s41571-024-00939-2").expect("a code");
        let side = code.0.size();
        assert_eq!(code.size(), side + 8);
        let expected: Vec<(i32, i32)> = (0..side)
            .flat_map(|y| (0..side).map(move |x| (x, y)))
            .filter(|(x, y)| code.0.get_module(*x, *y))
            .map(|(x, y)| (x + 4, y + 4))
            .collect();
        assert_eq!(drawn(&code.path()), expected);
        // The finder patterns in three corners begin with a row of seven.
        assert!(code.path().starts_with("M4 4h7v1h-7z"));
    }

    #[test]
    fn a_link_that_no_code_holds_has_none() {
        assert!(QrCode::of(&"x".repeat(4_000)).is_none());
    }
}
