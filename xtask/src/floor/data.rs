//! Since when browsers have what: the data of the package web-features, which are those of MDN.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};
use serde::Deserialize;

/// What is known of all features, held against the floor.
pub struct Data {
    /// By its place, as in `css.properties.gap`: the browsers that have it too late, or nothing.
    lacking: HashMap<String, Vec<String>>,
    /// The names of interfaces and their members, with nothing that has this name and is old enough.
    names: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Package {
    features: HashMap<String, Feature>,
}

#[derive(Deserialize)]
struct Feature {
    status: Option<Status>,
}

#[derive(Deserialize)]
struct Status {
    #[serde(default)]
    by_compat_key: HashMap<String, Support>,
}

#[derive(Deserialize)]
struct Support {
    support: HashMap<String, String>,
}

impl Data {
    /// From the package's text.
    pub fn read(text: &str, floor: &BTreeMap<String, String>) -> Result<Self> {
        let package: Package =
            serde_json::from_str(text).context("the package web-features is not understood")?;
        let lacking: HashMap<String, Vec<String>> = package
            .features
            .into_values()
            .filter_map(|feature| feature.status)
            .flat_map(|status| status.by_compat_key)
            .map(|(key, Support { support })| (key, too_late(&support, floor)))
            .collect();
        let mut by_name: HashMap<&str, Vec<&Vec<String>>> = HashMap::new();
        for (key, lacking) in &lacking {
            if key.starts_with("api.") || key.starts_with("javascript.builtins.") {
                let name = key.rsplit('.').next().unwrap_or(key);
                let name = name.strip_suffix("_static").unwrap_or(name);
                by_name.entry(name).or_default().push(lacking);
            }
        }
        let names = by_name
            .into_iter()
            .filter(|(_, all)| all.iter().all(|it| !it.is_empty()))
            .map(|(name, all)| (name.to_owned(), all[0].join(", ")))
            .collect();
        Ok(Self { lacking, names })
    }

    /// The browsers that have what is at this place too late; nothing where it is old enough, or not known.
    pub fn at(&self, place: &str) -> Option<String> {
        let lacking = self.lacking.get(place)?;
        (!lacking.is_empty()).then(|| lacking.join(", "))
    }

    /// The same for the name of an interface or a member of one, unless an old one has the same name.
    pub fn named(&self, name: &str) -> Option<&str> {
        self.names.get(name).map(String::as_str)
    }

    /// The same for a function of styles.
    pub fn function(&self, name: &str) -> Option<String> {
        let end = format!(".{name}");
        let mut all = self
            .lacking
            .iter()
            .filter(|(key, _)| key.starts_with("css.types.") && key.ends_with(&end))
            .map(|(_, lacking)| lacking);
        let first = all.next()?;
        (!first.is_empty() && all.all(|it| !it.is_empty())).then(|| first.join(", "))
    }
}

/// The browsers of the floor that do not have it yet, with the version that does.
fn too_late(support: &HashMap<String, String>, floor: &BTreeMap<String, String>) -> Vec<String> {
    floor
        .iter()
        .filter_map(|(browser, version)| {
            let since = support.get(browser);
            let is_there = since.is_some_and(|since| number(since) <= number(version));
            let since = since.map_or("no version", String::as_str);
            (!is_there).then(|| format!("{browser} {since}"))
        })
        .collect()
}

/// A version as numbers that can be compared; one that is not out yet is above all.
fn number(version: &str) -> Vec<u32> {
    version
        .trim_start_matches('≤')
        .split('.')
        .map(|part| part.parse().unwrap_or(u32::MAX))
        .collect()
}

#[cfg(test)]
pub mod tests {
    use std::collections::BTreeMap;

    use super::Data;

    /// Of a few features.
    pub fn data() -> Data {
        let text = r#"{ "features": { "a": { "status": { "by_compat_key": {
            "api.URL.canParse_static": { "support": { "chrome": "120", "safari": "17" } },
            "api.Element.animate": { "support": { "chrome": "36", "safari": "≤13.1" } },
            "api.Old.twice": { "support": { "chrome": "36", "safari": "10" } },
            "api.New.twice": { "support": { "chrome": "136" } },
            "css.properties.gap": { "support": { "chrome": "57", "safari": "10.1" } },
            "css.properties.gap.twice": { "support": { "chrome": "157" } },
            "css.properties.text-wrap": { "support": { "chrome": "114", "safari": "preview" } },
            "css.selectors.has": { "support": { "chrome": "105", "safari": "16.10" } },
            "css.at-rules.scope": { "support": { "chrome": "118" } },
            "css.types.color.light-dark": { "support": { "chrome": "123" } } } } }, "b": {} } }"#;
        let floor = [("chrome", "111"), ("safari", "16.4")];
        let floor = BTreeMap::from(floor.map(|(name, version)| (name.into(), version.into())));
        Data::read(text, &floor).expect("data")
    }

    #[test]
    fn what_is_newer_is_told_with_its_versions() {
        let data = data();
        assert_eq!(data.named("canParse"), Some("chrome 120, safari 17"));
        assert_eq!(data.named("animate"), None);
        assert_eq!(data.named("twice"), None, "there is an old one");
        assert_eq!(data.at("css.properties.gap"), None);
        let text_wrap = data.at("css.properties.text-wrap");
        assert_eq!(text_wrap.as_deref(), Some("chrome 114, safari preview"));
        assert_eq!(
            data.at("css.selectors.has").as_deref(),
            Some("safari 16.10")
        );
        let light_dark = data.function("light-dark");
        assert_eq!(light_dark.as_deref(), Some("chrome 123, safari no version"));
        assert_eq!(data.function("rgb"), None);
    }
}
