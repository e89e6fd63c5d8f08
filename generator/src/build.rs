//! `Build`, for `build.rs`: one Rust file in `OUT_DIR` for `include!`. No network, no rustfmt, no write without a change.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use crate::diag::codes;
use crate::failure::{Failure, Finding};
use crate::output::{self, stamp};
use crate::run::{self, Request};
use crate::source::files::{Disk, Files};

/// Generates an SDK as one file, from a build script.
///
/// ```no_run
/// // build.rs
/// tintype::Build::new("spec/openapi.yaml").client("Clerk").out_file("clerk.rs").run();
/// ```
///
/// ```ignore
/// // src/main.rs
/// mod clerk {
///     include!(concat!(env!("OUT_DIR"), "/clerk.rs"));
/// }
/// ```
///
/// The user's package names what the code uses, with the features that the README of Tintype lists: `serde` and
/// `serde_json` for models, and for calls `base64`, `bytes`, `http`, `httpdate`, `percent-encoding`, `reqwest`, `tokio`, `url`.
///
/// Paths are relative to the folder of the package, where Cargo runs build scripts. Code from a build script is compiled
/// without review; checked-in code that [`crate::check()`] keeps fresh is the better choice for a document of strangers.
#[derive(Debug, Clone)]
#[must_use = "nothing is generated before `run` or `generate`"]
pub struct Build {
    request: Request,
    features: BTreeSet<String>,
    out_dir: Option<PathBuf>,
    out_file: PathBuf,
}

impl Build {
    /// Begins with the document.
    pub fn new(spec: impl Into<PathBuf>) -> Self {
        let request = Request {
            spec: Some(spec.into()),
            ..Request::default()
        };
        Self {
            request,
            features: BTreeSet::from(["https".to_owned()]),
            out_dir: None,
            out_file: PathBuf::from("sdk.rs"),
        }
    }

    /// Reads a configuration file, whose document and output are not used.
    pub fn config(mut self, path: impl Into<PathBuf>) -> Self {
        self.request.config = Some(path.into());
        self
    }

    /// Adds an overlay that changes the document before anything else is done with it, after those that were added before.
    #[cfg(feature = "overlays")]
    pub fn overlay(mut self, path: impl Into<PathBuf>) -> Self {
        self.request.overlays.push(path.into());
        self
    }

    /// Adds the operations with a tag to the selection.
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.request.select.tags.push(tag.into());
        self
    }

    /// Adds an operation to the selection, by its id.
    pub fn operation(mut self, id: impl Into<String>) -> Self {
        self.request.select.operations.push(id.into());
        self
    }

    /// Adds the operations of a path to the selection; it may end in `*`.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.request.select.paths.push(path.into());
        self
    }

    /// Names the client type.
    pub fn client(mut self, name: impl Into<String>) -> Self {
        self.request.client = Some(name.into());
        self
    }

    /// Names the package, as it appears in the `User-Agent` header.
    pub fn package(mut self, name: impl Into<String>) -> Self {
        self.request.package = Some(name.into());
        self
    }

    /// Leaves out what calls need, `https` and `client`; then only the models are generated, unless features are named.
    pub fn no_default_features(mut self) -> Self {
        self.features.clear();
        self
    }

    /// Turns on a feature of the generated crate, such as `blocking`, with the features that it needs.
    pub fn feature(mut self, name: impl Into<String>) -> Self {
        self.features.insert(name.into());
        self
    }

    /// Makes warnings errors.
    pub fn strict(mut self, strict: bool) -> Self {
        self.request.strict = strict;
        self
    }

    /// Names the file; `sdk.rs` if it is not called.
    pub fn out_file(mut self, name: impl Into<PathBuf>) -> Self {
        self.out_file = name.into();
        self
    }

    /// Chooses a folder other than `OUT_DIR`.
    pub fn out_dir(mut self, dir: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(dir.into());
        self
    }

    /// Writes the file and gives its path; prints nothing.
    ///
    /// # Errors
    ///
    /// A wrong document or option, with every diagnostic, or a file that cannot be written.
    pub fn generate(&self) -> Result<PathBuf, Failure> {
        self.work(&mut Vec::new()).map(|(path, _)| path)
    }

    /// Does everything that a build script has to: generates, tells Cargo which files were read, passes warnings on.
    ///
    /// A failure prints the diagnostics and ends the build script with exit code 1.
    pub fn run(&self) {
        let mut read = Vec::new();
        let result = self.work(&mut read);
        let mut lines: Vec<String> = Vec::new();
        lines.extend(
            read.iter()
                .map(|path| format!("cargo::rerun-if-changed={}", path.display())),
        );
        match &result {
            // Cargo shows the output of a successful build script only where it says `warning`.
            Ok((_, remarks)) => {
                let remarks = remarks.lines();
                lines.extend(remarks.map(|line| format!("cargo::warning={line}")));
            }
            Err(failure) => eprint(&failure.to_string()),
        }
        // If Cargo does not listen any more, there is nobody left to tell.
        let _ = writeln!(io::stdout(), "{}", lines.join("\n"));
        if result.is_err() {
            process::exit(1);
        }
    }

    fn work(&self, read: &mut Vec<PathBuf>) -> Result<(PathBuf, String), Failure> {
        let target = self.target();
        let asked = format!("{} {self:?}", program());
        if let Ok(path) = &target
            && let Some(same) = stamp::unchanged(path, &asked)
        {
            read.extend(same.inputs);
            return Ok((path.clone(), same.remarks));
        }
        let kept = Kept::default();
        let run = run::run(&kept, &self.request, read)?;
        let path = target?;
        let text = run.single_file(&self.features)?;
        output::write_one(&path, &text)?;
        let inputs = kept.inputs.into_inner();
        // Each on a line of its own: Cargo puts the name of the package in front of every line.
        let findings = run.findings();
        let remarks = findings.iter().map(Finding::line);
        let remarks = remarks.collect::<Vec<_>>().join("\n");
        stamp::note(&path, &text, &asked, &inputs, &remarks);
        Ok((path, remarks))
    }

    fn target(&self) -> Result<PathBuf, Failure> {
        let dir = self
            .out_dir
            .clone()
            .or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let missing = || Failure::from_diagnostics(vec![codes::NO_OUT_DIR.plain()]);
        let name = self.out_file.to_string_lossy();
        if let Some(reason) = crate::paths::fault(&name) {
            let problem = codes::UNSAFE_PATH
                .plain()
                .arg("path", &name)
                .arg("reason", reason);
            return Err(Failure::from_diagnostics(vec![problem]));
        }
        Ok(dir.ok_or_else(missing)?.join(Path::new(&*name)))
    }
}

/// The version of Tintype, and what tells one build of it from another.
fn program() -> String {
    let built = env::current_exe().and_then(|path| path.metadata());
    let built = built.and_then(|file| Ok((file.len(), file.modified()?)));
    format!("{} {:?}", env!("CARGO_PKG_VERSION"), built.ok())
}

/// The files of the machine, and what was read of them.
#[derive(Debug, Default)]
struct Kept {
    inputs: RefCell<BTreeMap<PathBuf, Vec<u8>>>,
}

impl Files for Kept {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let bytes = Disk.read(path)?;
        let mut inputs = self.inputs.borrow_mut();
        inputs.insert(path.to_path_buf(), bytes.clone());
        Ok(bytes)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        Disk.real(path)
    }
}

fn eprint(text: &str) {
    // A closed stream is no reason to fail in another way.
    let _ = writeln!(io::stderr(), "{text}");
}
