use crate::widget::Attributes;

/// The styles of every widget, and those of panels and whole pages.
const STYLES: [&str; 3] = [
    include_str!(concat!(env!("OUT_DIR"), "/styles.css")),
    include_str!(concat!(env!("OUT_DIR"), "/panels.css")),
    include_str!(concat!(env!("OUT_DIR"), "/page.css")),
];

/// The colours of the theme `auto`, before the script has read those of the page.
const FOLLOWING: &str = include_str!(concat!(env!("OUT_DIR"), "/auto.css"));

/// While what was written here stands, the script's own is not shown beside it: the script takes it away together with
/// these styles.
const ALONE: &str = " [data-theme] ~ [data-theme] { display: none; }";

/// The element with its attributes, as it is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Element<'a> {
    /// What is shown, and how.
    pub attributes: Attributes<'a>,
    /// `lang`
    pub lang: &'a str,
    /// `theme`
    pub theme: &'a str,
    /// `loading`
    pub loading: Option<&'a str>,
    /// What a strict policy of the page knows the styles by.
    pub nonce: Option<&'a str>,
    /// Where the script finds the record, in place of one in the page.
    pub src: Option<&'a str>,
    /// The dialect of the record there, where its name is needed.
    pub format: Option<&'a str>,
}

impl Element<'_> {
    /// The element with a declarative shadow root, as the script would fill it, and its record, which is JSON in our own
    /// dialect.
    pub fn html(&self, widget: &str, record: &str) -> String {
        let mut html = String::from("<publication-metrics");
        for (name, value) in self.written() {
            html.extend([" ", name, "=\"", &escaped(value), "\""]);
        }
        if self.attributes.hide_empty {
            html.push_str(" hide-empty");
        }
        html.push_str("><template shadowrootmode=\"open\"><style");
        if let Some(nonce) = self.nonce {
            html.extend([" nonce=\"", &escaped(nonce), "\""]);
        }
        html.push('>');
        html.extend(self.styles());
        html.extend([
            "</style><div data-theme=\"",
            &escaped(self.theme),
            "\" data-served>",
            widget,
            "</div></template>",
        ]);
        if self.src.is_none() {
            html.push_str("<script type=\"application/json\">");
            // Only `</script` could end the data early, and JSON can write it otherwise.
            html.push_str(&record.replace('<', "\\u003c"));
            html.push_str("</script>");
        }
        html.push_str("</publication-metrics>");
        html
    }

    /// The attributes that have a value and are there.
    fn written(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let shown = &self.attributes;
        // Spares the script to look for signs of other dialects in what is written here.
        let own = Some("native");
        [
            ("layout", shown.layout),
            ("theme", Some(self.theme)),
            ("lang", Some(self.lang)),
            ("badges", shown.badges),
            ("share", shown.share),
            ("sections", shown.sections),
            ("heading-level", shown.heading_level),
            ("loading", self.loading),
            ("format", self.src.map_or(own, |_| self.format)),
            ("src", self.src),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
    }

    fn styles(&self) -> impl Iterator<Item = &'static str> {
        let is_page = self.attributes.layout.map(str::trim) == Some("full");
        let wanted = if is_page { STYLES.len() } else { 1 };
        let follows = !matches!(self.theme, "light" | "dark" | "mono");
        STYLES
            .into_iter()
            .take(wanted)
            .chain(follows.then_some(FOLLOWING))
            .chain([ALONE])
    }
}

/// Text as an attribute between double quotes has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::Element;
    use crate::widget::Attributes;

    #[test]
    fn nothing_of_a_value_or_a_record_is_markup() {
        let hostile = "\"><script>alert(1)</script>&lt;";
        let element = Element {
            attributes: Attributes {
                layout: Some("card"),
                badges: Some(hostile),
                hide_empty: true,
                ..Attributes::default()
            },
            lang: hostile,
            theme: hostile,
            nonce: Some(hostile),
            ..Element::default()
        };
        let html = element.html("", "{\"title\":\"</ScRiPt><!--<script>\"}");
        assert_eq!(html.matches("<script").count(), 1, "{html}");
        assert_eq!(html.to_lowercase().matches("</script").count(), 1, "{html}");
        assert!(
            html.contains(" lang=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;\""),
            "{html}"
        );
        assert!(html.contains("{\"title\":\"\\u003c/ScRiPt>\\u003c!--\\u003cscript>\"}"));
    }

    #[test]
    fn a_record_at_an_address_is_not_written_again() {
        let element = Element {
            src: Some("record.json?a=1&b=2"),
            lang: "en",
            theme: "auto",
            ..Element::default()
        };
        let html = element.html("<p>shown</p>", "{}");
        assert!(html.contains(" src=\"record.json?a=1&amp;b=2\">") && !html.contains("<script"));
        assert!(
            html.contains("<div data-theme=\"auto\" data-served><p>shown</p></div></template>")
        );
    }
}
