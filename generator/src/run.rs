//! One run from what a user asked for to what is generated: shared by the command line, the build script and `check`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cargo_toml;
use crate::config::{Config, Select};
use crate::cx::Cx;
use crate::diag::{Counts, Reported, codes};
#[cfg(feature = "diff")]
use crate::diff::Side;
use crate::draft::Output;
use crate::failure::{Failure, Finding};
use crate::hash::hash;
use crate::ir::Api;
use crate::kept::Kept;
use crate::paths;
use crate::pipeline;
use crate::plan::{self, Plan};
use crate::source::files::{Files, Recorder};
use crate::source::grammar::nearest;
use crate::source::{Tree, settings};
use crate::threads;

/// What a user asks for; what is left out comes from the configuration file.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// The document.
    pub spec: Option<PathBuf>,
    /// The folder that holds every file of the document; that of the document itself if nothing is said.
    pub root: Option<PathBuf>,
    /// Overlays, applied in order after those of the configuration file.
    pub overlays: Vec<PathBuf>,
    /// The output folder.
    pub output: Option<PathBuf>,
    /// The name of the package.
    pub package: Option<String>,
    /// The name of the client type.
    pub client: Option<String>,
    /// The part of the document; if anything is named here, the file's selection does not count.
    pub select: Select,
    /// Whether warnings are errors.
    pub strict: bool,
}

/// A run that came through the gate.
#[derive(Debug)]
pub struct Run {
    /// What was decided about the document.
    pub plan: Plan,
    /// The output folder.
    pub output: Option<PathBuf>,
    /// How many warnings and notes there are.
    pub counts: Counts,
    /// What was configured, read and reported.
    cx: Cx,
    /// The configuration file, where it alone says where the document and the output lie.
    placed_by: Option<PathBuf>,
    spec: String,
    kept: Kept,
}

/// A run, and what leads from its plan back to the text.
#[cfg(feature = "diff")]
#[derive(Debug)]
pub struct Placed {
    /// The run.
    pub run: Run,
    tree: Tree,
}

#[cfg(feature = "diff")]
impl Placed {
    /// The document as one side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side {
            plan: &self.run.plan,
            tree: &self.tree,
            sources: self.run.cx.sources(),
        }
    }
}

/// Reads, checks and plans, for a comparison.
#[cfg(feature = "diff")]
pub fn placed(files: &dyn Files, request: &Request) -> Result<Placed, Failure> {
    let begun = begin(files, request, &mut Vec::new())?;
    Ok(Placed {
        run: finish(begun.api, begun.cx, begun.spec, request),
        tree: begun.tree,
    })
}

/// Reads, checks and plans. `read` gets the path of every file that was asked for, also when the run fails.
pub fn run(files: &dyn Files, request: &Request, read: &mut Vec<PathBuf>) -> Result<Run, Failure> {
    let begun = begin(files, request, read)?;
    // All that is needed of the document is in the API; places in its text are looked up without it.
    threads::dispose(begun.tree);
    Ok(finish(begun.api, begun.cx, begun.spec, request))
}

/// What came through the gate.
struct Begun {
    api: Api,
    tree: Tree,
    cx: Cx,
    /// The hash of the document.
    spec: String,
}

fn begin(files: &dyn Files, request: &Request, read: &mut Vec<PathBuf>) -> Result<Begun, Failure> {
    let recorder = Recorder::of(files);
    let mut cx = Cx::default();
    if request.strict {
        cx.be_strict();
    }
    let found = api(&recorder, request, &mut cx);
    let seen = recorder.into_read();
    read.extend(seen.keys().cloned());
    let (api, tree) = found.map_err(|_| Failure::from_cx(&cx))?;
    let others = [request.config.as_ref(), cx.config().own.manifest.as_ref()];
    let is_spec = |path: &PathBuf| !others.contains(&Some(path));
    let mut hashes: Vec<String> = seen
        .into_iter()
        .filter(|(path, _)| is_spec(path))
        .map(|(_, hash)| hash)
        .collect();
    let spec = match hashes.len() {
        1 => hashes.remove(0),
        // A document in several files: the hash of their hashes.
        _ => hash(hashes.concat().as_bytes()),
    };
    Ok(Begun {
        api,
        tree,
        cx,
        spec,
    })
}

fn finish(api: Api, cx: Cx, spec: String, request: &Request) -> Run {
    let is_placed =
        request.spec.is_none() && request.overlays.is_empty() && request.output.is_none();
    // What there is to tell is told next, and planning leaves processors free.
    let beside = || {
        cx.locate();
        Kept::of(cx.config(), cx.sources())
    };
    let (plan, kept) = threads::both(|| plan::plan(api, cx.config()), beside);
    Run {
        plan,
        output: cx.config().output.clone(),
        counts: cx.counts(),
        placed_by: request.config.clone().filter(|_| is_placed),
        spec,
        kept,
        cx,
    }
}

/// A wrong option does not hide what is wrong with the document: what can be read of the configuration leads to it.
fn api(files: &dyn Files, request: &Request, cx: &mut Cx) -> Result<(Api, Tree), Reported> {
    let loaded = match &request.config {
        Some(path) => settings::load(files, path, cx),
        None => Ok(()),
    };
    request.apply(cx.config_mut());
    let Some(spec) = cx.config().spec.clone() else {
        loaded?;
        return Err(cx.error(codes::NO_SPEC.plain()));
    };
    let api = pipeline::api(files, &spec, cx);
    loaded?;
    api
}

impl Request {
    /// What a configuration file says.
    pub fn of_config(path: PathBuf) -> Self {
        Self {
            config: Some(path),
            ..Self::default()
        }
    }

    /// Overrides what the file says.
    fn apply(&self, config: &mut Config) {
        fn set<T: Clone>(slot: &mut Option<T>, value: Option<&T>) {
            if value.is_some() {
                *slot = value.cloned();
            }
        }
        set(&mut config.spec, self.spec.as_ref());
        set(&mut config.root, self.root.as_ref());
        set(&mut config.output, self.output.as_ref());
        config.overlays.extend(self.overlays.iter().cloned());
        set(&mut config.package.name, self.package.as_ref());
        set(&mut config.client.name, self.client.as_ref());
        if self.select != Select::default() {
            config.select = self.select.clone();
        }
    }
}

impl Run {
    /// The generated crate.
    pub fn crate_files(&self) -> Output {
        let mut output = pipeline::output(&self.plan);
        if let Some(kept) = self.kept() {
            output.files.insert(paths::KEPT.to_owned(), kept.text());
        }
        Output {
            spec: Some(self.spec.clone()),
            document: self.placed_by.as_ref().and(self.config().spec.clone()),
            ..output
        }
    }

    /// What the crate was made from, unless the configuration says that it keeps nothing.
    pub fn kept(&self) -> Option<&Kept> {
        (self.config().keep_document != Some(false)).then_some(&self.kept)
    }

    /// SHA-256 of the document.
    pub fn spec_hash(&self) -> &str {
        &self.spec
    }

    /// The generated crate as one file for `include!`, with these of its features on.
    ///
    /// # Errors
    ///
    /// Every feature that no generated crate has.
    pub fn single_file(&self, features: &BTreeSet<String>) -> Result<String, Failure> {
        let is_unknown = |name: &&String| !cargo_toml::features().any(|known| known == **name);
        let unknown = features.iter().filter(is_unknown).map(|name| {
            let known: Vec<&str> = cargo_toml::features().collect();
            let advice = match nearest(name, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("there are: {}", known.join(", ")),
            };
            let found = codes::UNKNOWN_FEATURE.plain().arg("name", name);
            found.arg("advice", advice)
        });
        let unknown: Vec<_> = unknown.collect();
        if unknown.is_empty() {
            Ok(pipeline::single_file(&self.plan, features))
        } else {
            Err(Failure::from_diagnostics(unknown))
        }
    }

    /// The configuration, flags considered.
    pub fn config(&self) -> &Config {
        self.cx.config()
    }

    /// The listing of warnings and notes; empty if there are none.
    pub fn remarks(&self) -> String {
        self.cx.rendered()
    }

    /// The same as data.
    pub fn findings(&self) -> Vec<Finding> {
        Finding::all(&self.cx)
    }

    /// The output folder, or the failure that says that there is none.
    pub fn output_dir(&self) -> Result<&Path, Failure> {
        let failure = || Failure::from_diagnostics(vec![codes::NO_OUTPUT.plain()]);
        self.output.as_deref().ok_or_else(failure)
    }
}
