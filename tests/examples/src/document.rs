//! A document with what the generator made of it: its text as values, the generated crate, and the report of `inspect`.

use std::path::Path;

use serde_json::Value;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::draft::Output;
use tintype::plan::Plan;
use tintype::pointer::Pointer;
use tintype::source::Tree;
use tintype::source::files::Disk;
use tintype::{inspect, normalize, pipeline, source};

/// A document that generates.
#[derive(Debug)]
pub struct Document {
    /// The name of its file.
    pub file: String,
    /// The name of the generated package.
    pub package: String,
    /// The document as it was written.
    pub root: Value,
    /// What is generated.
    pub plan: Plan,
    /// The files of the generated crate.
    pub output: Output,
    /// The report of `inspect`.
    pub report: Value,
    normal: Tree,
}

impl Document {
    /// Reads and generates.
    ///
    /// # Errors
    ///
    /// The first diagnostic, where the document does not generate.
    pub fn read(path: &Path) -> Result<Self, String> {
        let file = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let package = package(&file);
        let mut config = Config::default();
        config.package.name = Some(package.clone());
        let mut cx = Cx::new(config.clone());
        let first = |cx: &Cx| cx.rendered().lines().next().unwrap_or_default().to_owned();
        let plan = pipeline::plan(&Disk, path, &mut cx).map_err(|_| first(&cx))?;
        let output = pipeline::output(&plan);
        let report = inspect::json(&plan);
        let mut cx = Cx::new(config);
        let tree = source::read(&Disk, path, &mut cx).map_err(|_| first(&cx))?;
        let root = tree.root.clone();
        let normal = normalize::to_v30(tree, &mut cx).map_err(|_| first(&cx))?;
        let report = serde_json::from_str(&report).map_err(|error| error.to_string())?;
        Ok(Self {
            file,
            package,
            root,
            plan,
            output,
            report,
            normal,
        })
    }

    /// Where the user wrote what `inspect` names by a pointer.
    pub fn written(&self, pointer: &str) -> Option<String> {
        let at = Pointer::parse(pointer)?;
        // What the document does not have was made of something that it has.
        if self.get(at.as_str()).is_some() {
            return Some(at.as_str().to_owned());
        }
        Some(self.normal.place(&at).at.as_str().to_owned())
    }

    /// The node at a pointer.
    pub fn get(&self, at: &str) -> Option<&Value> {
        self.root.pointer(at)
    }

    /// The schema of an element of a list. Before 2020-12 the places of a tuple stood under `items`.
    pub fn element(&self, list: &str, index: usize) -> String {
        let places = ["prefixItems", "items"].map(|key| format!("{list}/{key}/{index}"));
        let own = places.into_iter().find(|at| self.get(at).is_some());
        let rest = match self.get(&child(list, "items")) {
            Some(Value::Array(_)) => "additionalItems",
            _ => "items",
        };
        own.unwrap_or_else(|| child(list, rest))
    }
}

/// A package may not be named after a keyword or begin with a digit, which the prefix sees to.
fn package(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let words: String = stem.chars().map(plain).collect();
    format!("sdk-{words}")
}

/// The pointer of a child.
pub fn child(at: &str, key: &str) -> String {
    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The `$ref` that leads to a definition which is named by its pointer in the document.
pub fn definition(at: &str) -> String {
    use std::fmt::Write as _;

    let mut reference = String::from("#");
    for byte in child("/$defs", at).bytes() {
        // A pointer is a fragment of a URI here, and that may not hold braces, for one.
        if byte.is_ascii_alphanumeric() || b"/-._~$".contains(&byte) {
            reference.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(reference, "%{byte:02X}");
        }
    }
    reference
}

/// The pointer that a `$ref` of the same document leads to.
pub fn target(reference: &str) -> Option<String> {
    Pointer::parse(reference)
        .filter(|_| reference.starts_with('#'))
        .map(|at| at.as_str().to_owned())
}
