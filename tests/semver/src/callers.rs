//! Programs against two versions of their crates: Cargo compiles them all at once, and says what is wrong with which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tintype_compile_tests::update;

use crate::crates::{self, Added};
use crate::pair::Pair;

const MANIFEST: &str = r#"
[package]
name = "callers"
version = "0.0.0"
edition = "2024"

[dependencies]
old = { path = "old", package = "documents" }
new = { path = "new", package = "documents" }

# What matters is whether they compile, not whether anybody runs them.
[lints.rust]
unused = "allow"

# The two crates have one name, which the members of a workspace may not.
[workspace]
exclude = ["old", "new"]
"#;

/// What a program is compiled against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The crate of `old.yaml`.
    Old,
    /// The crate of `new.yaml`.
    New,
}

impl Side {
    const fn word(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }
}

/// What the compiler says of each program: the codes of its errors and warnings.
#[derive(Debug)]
pub struct Callers {
    codes: BTreeMap<String, BTreeSet<String>>,
}

impl Callers {
    /// Compiles `caller.rs` of each pair below `fixtures` against both of its crates. It calls its crate `sdk`.
    ///
    /// # Errors
    ///
    /// A text for a person: a crate does not compile, or a program was not looked at.
    pub fn compile(fixtures: &Path, pairs: &[Pair], target: &Path) -> Result<Self, String> {
        let folder = target.join("tmp/callers");
        write(&folder, fixtures, pairs).map_err(|error| error.to_string())?;
        let output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--bins", "--keep-going"])
            .args(["--message-format=json", "--target-dir"])
            .arg(target)
            .current_dir(folder.join("programs"))
            .output()
            .map_err(|error| error.to_string())?;
        let messages = String::from_utf8_lossy(&output.stdout);
        let codes = codes(&messages);
        match names(pairs).find(|name| !codes.contains_key(name)) {
            Some(name) => Err(format!(
                "{name} was not compiled:\n{}{}",
                errors(&messages),
                String::from_utf8_lossy(&output.stderr)
            )),
            None => Ok(Self { codes }),
        }
    }

    /// What the compiler says of a program, sorted; nothing if it is content.
    pub fn codes(&self, pair: &str, side: Side) -> Vec<&str> {
        let codes = self.codes.get(&name(side, pair)).into_iter().flatten();
        codes.map(String::as_str).collect()
    }
}

fn name(side: Side, pair: &str) -> String {
    format!("{}-{pair}", side.word())
}

fn names(pairs: &[Pair]) -> impl Iterator<Item = String> {
    let sides = [Side::Old, Side::New].into_iter();
    sides.flat_map(|side| pairs.iter().map(move |pair| name(side, &pair.name)))
}

fn write(folder: &Path, fixtures: &Path, pairs: &[Pair]) -> io::Result<()> {
    let [old, new] = crates::of("documents", pairs, Added::Plain);
    for (side, merged) in [(Side::Old, old), (Side::New, new)] {
        merged.write(&folder.join("programs").join(side.word()))?;
    }
    let mut files = BTreeMap::from([("Cargo.toml".to_owned(), MANIFEST.to_owned())]);
    for pair in pairs {
        let program = fs::read_to_string(fixtures.join(&pair.name).join("caller.rs"))?;
        for side in [Side::Old, Side::New] {
            // At the end, so that what the compiler says has the lines of the fixture.
            let text = format!(
                "{program}\nuse {}::{} as sdk;\nfn main() {{}}\n",
                side.word(),
                pair.module()
            );
            files.insert(format!("src/bin/{}.rs", name(side, &pair.name)), text);
        }
    }
    update(&folder.join("programs"), &files)
}

fn parsed(messages: &str) -> impl Iterator<Item = Value> {
    let lines = messages.lines();
    lines.filter_map(|line| serde_json::from_str(line).ok())
}

fn is_program(message: &Value) -> bool {
    message["target"]["kind"][0] == "bin"
}

/// The codes of each program that Cargo looked at.
fn codes(messages: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut codes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for message in parsed(messages).filter(is_program) {
        let Some(name) = message["target"]["name"].as_str() else {
            continue;
        };
        let seen = codes.entry(name.to_owned()).or_default();
        if let Some(code) = message["message"]["code"]["code"].as_str() {
            seen.insert(code.to_owned());
        }
    }
    codes
}

/// What is wrong with the crates themselves.
fn errors(messages: &str) -> String {
    let messages = parsed(messages).filter(|message| !is_program(message));
    let errors = messages.filter(|message| message["message"]["level"] == "error");
    let texts = errors.filter_map(|error| Some(error["message"]["rendered"].as_str()?.to_owned()));
    texts.collect()
}
