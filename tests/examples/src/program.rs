//! The program that reads and writes values with generated types: written, compiled offline, and run.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::document::Document;

/// A value and the type that must hold it.
#[derive(Debug, Clone)]
pub struct Case {
    /// The Rust type.
    pub ty: String,
    /// The value.
    pub value: Value,
}

/// A folder of crates that share what is compiled for all of them.
#[derive(Debug)]
pub struct Programs {
    folder: PathBuf,
    /// Of the generated crate.
    features: &'static [&'static str],
    /// Lines of the manifest for further dependencies.
    further: &'static str,
}

const HEAD: &str = r#"//! Reads values as generated types and writes them again.

use std::fmt::Debug;
use std::io::{BufRead, Write};

use serde_json::{Value, json};

type Check = fn(Value) -> Result<Value, String>;

/// A value that a union could only keep was not decoded. `Debug` of the generated types shows it, however deep it is.
fn round_trip<T: Decode + Encode + Debug>(value: Value) -> Result<Value, String> {
    let text = value.to_string();
    let tape = Tape::parse(text.as_bytes()).map_err(|error| error.to_string())?;
    let read = T::decode(tape.root()).map_err(|error| error.to_string())?;
    let shown = format!("{read:?}");
    match shown.find("UnknownVariant {") {
        Some(at) => Err(format!("no candidate fits: {}", &shown[at..])),
        None => serialize(&read, serde_json::value::Serializer).map_err(|error| error.to_string()),
    }
}

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).expect("the file of cases");
    let cases = std::io::BufReader::new(std::fs::File::open(path)?);
    let mut out = std::io::stdout().lock();
    for line in cases.lines() {
        let mut case: Value = serde_json::from_str(&line?)?;
        let index = case["type"].as_u64().expect("an index") as usize;
        let answer = match CHECKS[index](case["value"].take()) {
            Ok(written) => json!({ "written": written }),
            Err(error) => json!({ "error": error }),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
"#;

impl Programs {
    /// In a folder that is made if it is not there. `lock` is the lock file whose versions are used, so that no network is needed.
    ///
    /// # Errors
    ///
    /// Those of the disk.
    pub fn new(folder: &Path, lock: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        fs::copy(lock, folder.join("Cargo.lock"))?;
        Ok(Self {
            folder: folder.to_path_buf(),
            features: &[],
            further: "",
        })
    }

    /// With what calls over sockets need.
    #[must_use]
    pub fn with_sockets(mut self) -> Self {
        self.features = &["https"];
        self.further = r#"serde = "1.0"
tokio = { version = "1.54", features = ["io-util", "macros", "net", "rt", "rt-multi-thread", "time"] }
"#;
        self
    }

    /// With what calls need, and not the models alone.
    #[must_use]
    pub fn with_calls(mut self) -> Self {
        self.features = &["client"];
        self
    }

    /// Reads and writes each value as its type.
    ///
    /// # Errors
    ///
    /// What Cargo says if the crate does not compile, and what the program says if it ends early.
    pub fn run(
        &self,
        document: &Document,
        cases: &[Case],
    ) -> Result<Vec<Result<Value, String>>, String> {
        let text = |error: io::Error| error.to_string();
        let types: BTreeSet<&str> = cases.iter().map(|case| case.ty.as_str()).collect();
        let types: Vec<&str> = types.into_iter().collect();
        let program = self.build(document, &main(document, &types))?;
        let mut lines = String::new();
        for case in cases {
            let index = types.iter().position(|ty| *ty == case.ty);
            // Writing to a `String` cannot fail.
            let _ = writeln!(lines, "{}", json!({ "type": index, "value": case.value }));
        }
        let data = self.folder.join(&document.package).join("cases.jsonl");
        fs::write(&data, lines).map_err(text)?;
        let output = Command::new(program).arg(&data).output().map_err(text)?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let answers = String::from_utf8_lossy(&output.stdout);
        let answers = answers.lines().map(|line| {
            let mut answer: Value =
                serde_json::from_str(line).map_err(|error| error.to_string())?;
            Ok(match answer.get("error").and_then(Value::as_str) {
                Some(error) => Err(error.to_owned()),
                None => Ok(answer["written"].take()),
            })
        });
        answers.collect()
    }

    /// Compiles a program beside a document's crate and runs it, if it is a `build` and not a `check`.
    ///
    /// # Errors
    ///
    /// What Cargo says if the crate does not compile, and what the program says if it fails.
    pub fn own(&self, document: &Document, main: &str, command: &str) -> Result<(), String> {
        let program = self.made(document, main, command)?;
        if command == "check" {
            return Ok(());
        }
        let output = Command::new(program).output();
        let output = output.map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(())
        } else {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(format!("{}: {said}", output.status))
        }
    }

    /// Compiles a program beside a document's crate, and says where it is.
    ///
    /// # Errors
    ///
    /// What Cargo says if the crate does not compile.
    pub fn build(&self, document: &Document, main: &str) -> Result<PathBuf, String> {
        self.made(document, main, "build")
    }

    fn made(&self, document: &Document, main: &str, command: &str) -> Result<PathBuf, String> {
        let folder = self.folder.join(&document.package);
        self.write(document, &folder, main)
            .map_err(|error| error.to_string())?;
        self.compile(&folder, document, command)
    }

    fn write(&self, document: &Document, folder: &Path, main: &str) -> io::Result<()> {
        let package = &document.package;
        for (path, content) in &document.output.files {
            write_changed(&folder.join("sdk").join(path), content.as_bytes())?;
        }
        write_changed(&folder.join("src/main.rs"), main.as_bytes())?;
        // A large crate has a feature for each resource.
        let resources = ["all-resources"].into_iter().filter(|resources| {
            let manifest = document.output.files.get("Cargo.toml");
            manifest.is_some_and(|manifest| manifest.contains(resources))
        });
        let features: Vec<&str> = self.features.iter().copied().chain(resources).collect();
        let further = self.further;
        let manifest = format!(
            r#"[package]
name = "run-{package}"
version = "0.0.0"
edition = "2024"

[dependencies]
{package} = {{ path = "sdk", default-features = false, features = {features:?} }}
serde_json = {{ version = "1.0", features = ["float_roundtrip", "preserve_order"] }}
{further}
[profile.dev]
debug = false
incremental = false

[workspace]
"#
        );
        write_changed(&folder.join("Cargo.toml"), manifest.as_bytes())?;
        fs::copy(self.folder.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(())
    }

    fn compile(
        &self,
        folder: &Path,
        document: &Document,
        command: &str,
    ) -> Result<PathBuf, String> {
        let target = self.folder.join("target");
        let output = Command::new(env!("CARGO"))
            .args([command, "--offline", "--quiet", "--target-dir"])
            .arg(&target)
            .current_dir(folder)
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let suffix = std::env::consts::EXE_SUFFIX;
        let name = format!("run-{}{suffix}", document.package);
        Ok(target.join("debug").join(name))
    }
}

/// The program that reads and writes values of these types.
fn main(document: &Document, types: &[&str]) -> String {
    let lib = document.package.replace('-', "_");
    let checks: Vec<String> = types
        .iter()
        .map(|ty| format!("    round_trip::<{ty}>,"))
        .collect();
    let checks = checks.join("\n");
    format!(
        "{HEAD}\nuse {lib}::runtime::{{Decode, Encode, Tape, serialize}};\n\nconst CHECKS: &[Check] = &[\n{checks}\n];\n"
    )
}

/// Leaves a file alone that is there already, so that Cargo does not compile it again. A file that is not generated any more is
/// no module of the crate any more.
fn write_changed(path: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|known| known == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content)
}
