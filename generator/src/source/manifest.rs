//! A manifest of the user's: a path in, the lines out that it adds to the manifest of the generated crate, every mistake located.

use std::path::Path;
use std::sync::Arc;

use toml::{Table, Value};

use super::files::Files;
use super::grammar::nearest;
use super::{toml_spans, toml_text};
use crate::cargo_toml::{ABOUT, Added, Entry, INHERITED, TABLES, is_owned, takes_features};
use crate::cx::Cx;
use crate::diag::{FileId, Place, codes};

/// Keys of `[package]` that the configuration has a value for.
const CONFIGURED: &[&str] = &[
    "name",
    "version",
    "description",
    "license",
    "repository",
    "rust-version",
];

/// Reads the manifest that the configuration names.
pub(super) fn read(files: &dyn Files, path: &Path, cx: &mut Cx) -> Added {
    let place = cx.config_place(&["crate", "manifest"]);
    let Ok(text) = super::load(files, path, place, cx) else {
        return Added::default();
    };
    let file = cx
        .sources_mut()
        .add(path, Arc::clone(&text), toml_spans::locate);
    let is_toml = toml_text::parsed(&text, file, cx).is_some();
    let Some(manifest) = toml::from_str::<Table>(&text).ok().filter(|_| is_toml) else {
        return Added::default();
    };
    let mut reader = Reader {
        file,
        cx,
        added: Added::default(),
    };
    // Tables of TOML are in the order of the text or of the alphabet, as other packages of a build decide.
    let mut tables: Vec<(String, Value)> = manifest.into_iter().collect();
    tables.sort_by(|one, other| one.0.cmp(&other.0));
    for (name, value) in tables {
        reader.table(&name, value);
    }
    reader.added
}

struct Reader<'c> {
    file: FileId,
    cx: &'c mut Cx,
    added: Added,
}

impl Reader<'_> {
    fn table(&mut self, name: &str, value: Value) {
        if !TABLES.contains(&name) {
            return self.refuse(&[name], TABLES, "no such table can be added");
        }
        match (name, value) {
            ("package", Value::Table(table)) => self.package(table),
            ("features" | "dependencies" | "dev-dependencies", Value::Table(table)) => {
                let entries = self.entries(name, table);
                match name {
                    "features" => self.added.features = entries,
                    "dependencies" => self.added.dependencies = entries,
                    _ => self.added.dev_dependencies = entries,
                }
            }
            ("package" | "features" | "dependencies" | "dev-dependencies", _) => {
                self.refuse(&[name], &[], "it is no table");
            }
            (name, value) => self.other(name, value),
        }
    }

    fn package(&mut self, mut table: Table) {
        if let Some(Value::Table(metadata)) = table.remove("metadata") {
            let keys: Vec<String> = metadata.keys().cloned().collect();
            for key in keys.iter().filter(|key| is_owned("package.metadata", key)) {
                self.refuse(&["package", "metadata", key], &[], "Tintype writes it");
            }
            let metadata = Table::from_iter([("metadata".to_owned(), Value::Table(metadata))]);
            self.other("package", Value::Table(metadata));
        }
        let of_workspace = |key: &str| {
            let value = table.get(key).and_then(Value::as_table);
            value.is_some_and(|table| table.get("workspace") == Some(&Value::Boolean(true)))
        };
        let inherited = INHERITED.iter().filter(|key| of_workspace(key));
        let inherited: Vec<String> = inherited.map(|key| (*key).to_owned()).collect();
        for key in &inherited {
            table.remove(key);
            let config = &self.cx.config().package;
            let said = match key.as_str() {
                "license" => &config.license,
                "repository" => &config.repository,
                _ => &config.rust_version,
            };
            if said.is_some() {
                self.refuse(
                    &["package", key],
                    &[],
                    "`[package]` of the configuration has it",
                );
            }
        }
        let keys: Vec<String> = table.keys().cloned().collect();
        for key in keys {
            if !ABOUT.contains(&key.as_str()) && !is_owned("package", &key) {
                self.refuse(&["package", &key], ABOUT, "Cargo has no such key");
                table.remove(&key);
            }
        }
        self.added.package = self.entries("package", table);
        self.added.inherited = inherited;
    }

    /// The entries of a table that has keys of Tintype's and of the user's.
    fn entries(&mut self, name: &str, table: Table) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (key, value) in table {
            if is_owned(name, &key) {
                match more_features(&value).filter(|_| takes_features(name, &key)) {
                    Some(features) => self.added.more_features.push((key, features)),
                    None => self.refuse(&[name, &key], &[], "Tintype writes it"),
                }
                continue;
            }
            let details = value.as_table();
            let is_optional =
                details.is_some_and(|table| table.get("optional") == Some(&Value::Boolean(true)));
            let entry = Table::from_iter([(key.clone(), value)]);
            // `{ key = value }`, which is how a table is written on one line.
            let text = Value::Table(entry).to_string();
            let line = text
                .strip_prefix('{')
                .and_then(|text| text.strip_suffix('}'));
            entries.extend(line.map(|line| Entry {
                key,
                line: line.trim().to_owned(),
                is_optional,
            }));
        }
        entries.sort_by(|one, other| one.line.cmp(&other.line));
        entries
    }

    fn other(&mut self, name: &str, value: Value) {
        let table = Table::from_iter([(name.to_owned(), value)]);
        // What was TOML can be said in TOML.
        let text = toml::to_string(&table).unwrap_or_default();
        self.added.tables.push('\n');
        self.added.tables.push_str(&text);
    }

    fn refuse(&mut self, keys: &[&str], known: &[&str], reason: &str) {
        let place = Place {
            file: self.file,
            at: keys.iter().collect(),
        };
        let meant = keys
            .last()
            .and_then(|key| nearest(key, known.iter().copied()));
        let advice = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if matches!(keys, ["package", key] if CONFIGURED.contains(key)) => {
                "say it in `[package]` of the configuration".to_owned()
            }
            None if let [table, name] = keys
                && takes_features(table, name) =>
            {
                format!("`{name} = {{ features = [\"…\"] }}` turns on more of its features")
            }
            None => String::new(),
        };
        let found = codes::MANIFEST_KEY.at(place).arg("key", keys.join("."));
        let found = found.arg("reason", reason).arg("advice", advice);
        self.cx.report(found.on_key());
    }
}

/// The features in an entry that says nothing else.
fn more_features(entry: &Value) -> Option<Vec<String>> {
    let table = entry.as_table().filter(|table| table.len() == 1)?;
    let features = table.get("features")?.as_array()?.iter();
    features
        .map(|feature| Some(feature.as_str()?.to_owned()))
        .collect()
}
