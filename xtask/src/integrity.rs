//! The hashes by which a page holds what it loads to what was built.

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha384};

/// As the attribute `integrity` has it.
pub fn of(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

/// The shortest that browsers take, for what is written into a script.
pub fn short(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// `integrity.json`: the version, the folder that has the files under names that stay, and each file's hash.
pub fn manifest(version: &str, folder: &str, content: &[(String, Vec<u8>)]) -> Result<String> {
    let files: Map<String, Value> = content
        .iter()
        .map(|(path, bytes)| (path.clone(), Value::String(of(bytes))))
        .collect();
    let manifest = json!({ "version": version, "folder": folder, "files": files });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// A name for these files that no others have.
pub fn name(version: &str, content: &[(String, Vec<u8>)]) -> String {
    let mut all = Sha256::new();
    for (path, bytes) in content {
        all.update(path);
        all.update(Sha256::digest(bytes));
    }
    let mut short = [0; 4];
    short.copy_from_slice(&all.finalize()[..4]);
    format!("{version}-{:08x}", u32::from_be_bytes(short))
}

#[cfg(test)]
mod tests {
    use super::{name, of};

    /// The value that `openssl dgst -sha384 -binary | openssl base64 -A` gives for no bytes.
    #[test]
    fn integrity_is_as_browsers_take_it() {
        assert_eq!(
            of(b""),
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }

    #[test]
    fn other_content_has_another_name() {
        let files = |content: &str| [(String::from("a.js"), content.as_bytes().to_vec())];
        assert_eq!(name("1.0.0", &files("a")), name("1.0.0", &files("a")));
        assert_ne!(name("1.0.0", &files("a")), name("1.0.0", &files("b")));
        assert!(name("1.0.0", &files("a")).starts_with("1.0.0-"));
    }
}
