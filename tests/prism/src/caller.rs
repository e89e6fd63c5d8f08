//! Generates the crate of a document and the program that makes its calls, compiles both, and runs the program.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::output::{Folder, Overwrite};
use tintype::pipeline;
use tintype::source::files::Disk;

use crate::{Mode, Prism, program};

/// A program that makes every call of a document.
#[derive(Debug)]
pub struct Caller {
    document: PathBuf,
    program: PathBuf,
    operations: Vec<String>,
}

/// What became of one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// `short` with the arguments that are needed, `full` with all.
    pub extent: String,
    /// The marker type of the operation.
    pub operation: String,
    /// What went wrong, and how.
    pub fault: Option<(Fault, String)>,
}

/// What can go wrong with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no example of a call.
    NotCalled,
    /// Prism does not accept the request, or answers with an error.
    Refused,
    /// The answer cannot be read.
    Unreadable,
    /// The answer cannot be read, and Prism itself says that the document does not allow it.
    Wrong,
}

impl Caller {
    /// Generates and compiles. `name` is that of the folder below `target`.
    ///
    /// # Errors
    ///
    /// A text for a person: the document is wrong, or what is generated does not compile.
    pub fn compile(document: &Path, name: &str, target: &Path) -> Result<Self, String> {
        let mut cx = Cx::new(configuration(document, name));
        let plan = pipeline::plan(&Disk, document, &mut cx).map_err(|_| cx.rendered())?;
        let folder = target.join("tmp").join(name);
        let output = pipeline::output(&plan);
        Folder::open(&folder.join("sdk"), Overwrite::Any)
            .and_then(|sdk| sdk.write(&output))
            .map_err(|failure| failure.to_string())?;
        write_program(&folder, name, &program::of(&plan)).map_err(|error| error.to_string())?;
        let output = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--quiet", "--target-dir"])
            .arg(target)
            .current_dir(&folder)
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let file = format!("{name}-calls{}", std::env::consts::EXE_SUFFIX);
        let operations = plan.operations();
        Ok(Self {
            document: document.to_path_buf(),
            program: target.join("debug").join(file),
            operations: operations.map(|one| one.marker.to_string()).collect(),
        })
    }

    /// Makes every call against Prism.
    ///
    /// # Errors
    ///
    /// A text for a person: Prism does not start, or the program does not end well.
    pub fn run(&self, mode: Mode) -> Result<Vec<Outcome>, String> {
        let prism = Prism::start(&self.document, mode)?;
        let output = Command::new(&self.program)
            .arg(prism.url())
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let lines = String::from_utf8_lossy(&output.stdout);
        let mut outcomes = lines.lines().map(outcome).collect::<Result<Vec<_>, _>>()?;
        for extent in program::EXTENTS.map(|(_, word)| word) {
            for operation in &self.operations {
                let is_this = |one: &Outcome| one.extent == extent && one.operation == *operation;
                if !outcomes.iter().any(is_this) {
                    outcomes.push(Outcome {
                        extent: extent.to_owned(),
                        operation: operation.clone(),
                        fault: Some((Fault::NotCalled, "there is no example".to_owned())),
                    });
                }
            }
        }
        Ok(outcomes)
    }
}

/// Reads a line that the program prints.
fn outcome(line: &str) -> Result<Outcome, String> {
    let wrong = || format!("not a line of the program: {line}");
    let [extent, operation, kind, text] = line.splitn(4, '\t').collect::<Vec<_>>()[..] else {
        return Err(wrong());
    };
    let fault = match kind {
        "ok" => None,
        "refused" => Some(Fault::Refused),
        "unreadable" => Some(Fault::Unreadable),
        "wrong" => Some(Fault::Wrong),
        _ => return Err(wrong()),
    };
    Ok(Outcome {
        extent: extent.to_owned(),
        operation: operation.to_owned(),
        fault: fault.map(|fault| (fault, text.to_owned())),
    })
}

fn configuration(document: &Path, name: &str) -> Config {
    let mut config = Config {
        spec: Some(document.to_path_buf()),
        ..Config::default()
    };
    config.package.name = Some(name.to_owned());
    config
}

/// The package of the program, with the versions of this workspace, so that no network is needed.
fn write_program(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let manifest = format!(
        r#"[package]
name = "{name}-calls"
version = "0.0.0"
edition = "2024"

[dependencies]
{name} = {{ path = "sdk" }}
http = "1.3"
serde_json = {{ version = "1.0", features = ["preserve_order"] }}
tokio = {{ version = "1.54", features = ["io-util", "macros", "net", "rt", "rt-multi-thread", "time"] }}

[workspace]
"#
    );
    fs::create_dir_all(folder.join("src"))?;
    write_if_changed(&folder.join("src/main.rs"), text)?;
    write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).map(drop)
}

/// What has not changed is not compiled again.
fn write_if_changed(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text)
}
