//! `sbom.cdx.json`: the bill of materials, in CycloneDX.
//!
//! It has no date and no number of its own: two builds of the same sources are to have the same.

use anyhow::{Result, anyhow, ensure};
use cyclonedx_bom::external_models::normalized_string::NormalizedString;
use cyclonedx_bom::external_models::spdx::SpdxExpression;
use cyclonedx_bom::external_models::uri::Purl;
use cyclonedx_bom::models::bom::{Bom, SpecVersion};
use cyclonedx_bom::models::component::{Classification, Component, Components};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::hash::{self, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;
use cyclonedx_bom::models::property::{Properties, Property};
use cyclonedx_bom::validation::Validate;

use super::part::{Hash, Kind, Part};

/// The name of the file, by which programs know what it is.
pub const BILL: &str = "sbom.cdx.json";

/// The property that names a file that a part is in.
const IN: &str = "publication-metrics:file";

/// The bill of a version that needs `direct`, and all `parts`.
pub fn bill(version: &str, parts: &[Part], direct: Vec<String>) -> Result<String> {
    let ours = format!("pkg:npm/publication-metrics@{version}");
    let mut root = Component::new(
        Classification::Library,
        "publication-metrics",
        version,
        Some(ours.clone()),
    );
    root.purl = Some(purl(&ours)?);
    root.licenses = licence("MIT OR Apache-2.0")?;
    let mut dependencies = vec![Dependency {
        dependency_ref: ours,
        dependencies: direct,
    }];
    for part in parts {
        dependencies.push(Dependency {
            dependency_ref: part.id.clone(),
            dependencies: part.needs.iter().cloned().collect(),
        });
    }
    let components = parts.iter().map(component).collect::<Result<_>>()?;
    let bom = Bom {
        serial_number: None,
        spec_version: SpecVersion::V1_5,
        metadata: Some(Metadata {
            component: Some(root),
            ..Metadata::default()
        }),
        components: Some(Components(components)),
        dependencies: Some(Dependencies(dependencies)),
        ..Bom::default()
    };
    let valid = bom.validate_version(SpecVersion::V1_5);
    ensure!(
        valid.passed(),
        "the bill of materials is not as CycloneDX has it: {valid:?}"
    );
    let mut written = Vec::new();
    bom.output_as_json_v1_5(&mut written)?;
    written.push(b'\n');
    Ok(String::from_utf8(written)?)
}

fn component(part: &Part) -> Result<Component> {
    let kind = match part.kind {
        Kind::Code => Classification::Library,
        Kind::Data => Classification::Data,
    };
    let version = part.version.as_deref().unwrap_or_default();
    let mut component = Component::new(kind, &part.name, version, Some(part.id.clone()));
    if part.version.is_none() {
        component.version = None;
    }
    if part.id.starts_with("pkg:") {
        component.purl = Some(purl(&part.id)?);
    }
    component.licenses = licence(&part.licence)?;
    component.hashes = part.hash.as_ref().map(|hash| {
        let (alg, content) = match hash {
            Hash::Sha256(content) => (HashAlgorithm::SHA_256, content),
            Hash::Sha512(content) => (HashAlgorithm::SHA_512, content),
        };
        let content = HashValue(content.clone());
        Hashes(vec![hash::Hash { alg, content }])
    });
    if part.kind == Kind::Data && !part.authors.is_empty() {
        component.copyright = Some(NormalizedString::new(&part.authors.join("; ")));
    }
    let files = part.files.iter().map(|file| Property::new(IN, file));
    component.properties = Some(Properties(files.collect()));
    Ok(component)
}

fn licence(expression: &str) -> Result<Option<Licenses>> {
    let expression = SpdxExpression::parse_lax(expression.to_owned())
        .map_err(|error| anyhow!("{expression} is no licence: {error}"))?;
    Ok(Some(Licenses(vec![LicenseChoice::Expression(expression)])))
}

fn purl(id: &str) -> Result<Purl> {
    id.parse()
        .map_err(|()| anyhow!("{id} is no address of a package"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use jsonschema::{Registry, Resource};
    use serde_json::Value;

    use super::bill;
    use crate::supply::part::{Hash, Kind, Part};
    use crate::supply::plan;

    /// One of each kind, with and without a version.
    fn parts() -> Vec<Part> {
        let std = plan::std("1.95.0");
        let files = BTreeSet::from(["publication-metrics.wasm".to_owned()]);
        let serde = Part {
            name: "serde".to_owned(),
            version: Some("1.0.229".to_owned()),
            id: "pkg:cargo/serde@1.0.229".to_owned(),
            licence: "MIT/Apache-2.0".to_owned(),
            hash: Some(Hash::Sha256("0f".repeat(32))),
            needs: BTreeSet::from([std.id.clone()]),
            files,
            ..std.clone()
        };
        let drawings = Part {
            name: "drawings".to_owned(),
            id: "pkg:npm/drawings@1.0.0".to_owned(),
            kind: Kind::Data,
            licence: "CC0-1.0".to_owned(),
            hash: Some(Hash::Sha512("0f".repeat(64))),
            ..std.clone()
        };
        let dates = Part {
            name: "dates".to_owned(),
            version: None,
            id: "data:dates".to_owned(),
            kind: Kind::Data,
            licence: "Unicode-3.0".to_owned(),
            ..std.clone()
        };
        vec![std, serde, drawings, dates]
    }

    fn made() -> Value {
        let direct = vec!["pkg:cargo/serde@1.0.229".to_owned()];
        let text = bill("1.2.3", &parts(), direct).expect("a bill");
        serde_json::from_str(&text).expect("JSON")
    }

    /// The schema as CycloneDX publishes it, without what it is not.
    fn faults(bill: &Value) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tools/node_modules/@cyclonedx/cyclonedx-library/res/schema");
        let read = |name: &str| -> Value {
            let path = folder.join(format!("{name}.SNAPSHOT.schema.json"));
            let text = fs::read_to_string(&path).unwrap_or_else(|error| {
                panic!("{}: {error}. `cargo xtask setup` gets it", path.display())
            });
            serde_json::from_str(&text).expect("a schema")
        };
        let mut registry = Registry::new();
        for name in ["spdx", "jsf-0.82"] {
            let uri = format!("http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json");
            registry = registry
                .add(uri, Resource::from_contents(read(name)))
                .expect("a schema");
        }
        let registry = registry.prepare().expect("schemas");
        let validator = jsonschema::options()
            .with_registry(&registry)
            .build(&read("bom-1.5"))
            .expect("a schema");
        let faults = validator.iter_errors(bill);
        faults
            .map(|it| format!("{}: {it}", it.instance_path()))
            .collect()
    }

    #[test]
    fn the_bill_is_as_its_schema_has_it() {
        let bill = made();
        assert_eq!(faults(&bill), Vec::<String>::new());
        let mut broken = bill;
        broken["components"][1]["hashes"][0]["content"] = "none".into();
        assert_eq!(faults(&broken).len(), 1);
    }

    #[test]
    fn the_bill_tells_what_needs_what() {
        let bill = made();
        assert_eq!(bill["specVersion"], "1.5");
        assert_eq!(
            bill["metadata"]["component"]["purl"],
            "pkg:npm/publication-metrics@1.2.3"
        );
        assert_eq!(bill["components"][1]["purl"], "pkg:cargo/serde@1.0.229");
        assert_eq!(bill["components"][1]["hashes"][0]["alg"], "SHA-256");
        let needs = |at: usize| bill["dependencies"][at]["dependsOn"][0].clone();
        assert_eq!(needs(0), "pkg:cargo/serde@1.0.229");
        assert_eq!(needs(2), "pkg:github/rust-lang/rust@1.95.0");
    }

    #[test]
    fn two_bills_of_the_same_are_the_same() {
        assert_eq!(made(), made());
        assert!(made().get("serialNumber").is_none());
        assert!(made()["metadata"].get("timestamp").is_none());
    }
}
