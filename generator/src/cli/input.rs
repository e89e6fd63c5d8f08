//! The arguments that commands share, and the request they make.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::messages::Format;
use crate::cli::terminal::Progress;
use crate::config::Select;
use crate::diag::codes;
use crate::failure::Failure;
use crate::paths::cleaned;
use crate::run::{self, Request, Run};
use crate::source::files::{Disk, Given, STDIN};

/// The configuration files of a run without arguments, of which the first one counts that there is.
pub(super) const CONFIGS: &[&str] = &["tintype.toml", "spec/tintype.toml"];

/// What is read, and which part of it.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// The `OpenAPI` document, `-` for standard input; without it, what the configuration file says
    spec: Option<PathBuf>,
    /// The configuration file [default: tintype.toml or spec/tintype.toml, if no SPEC is given]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder that holds every file of the document [default: that of the document]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// An overlay that changes the document before anything else is done with it; may be repeated
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// The name of the generated package
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// The name of the client type
    #[arg(long, value_name = "NAME")]
    client: Option<String>,
    /// Generate the operations with this tag and what they need; may be repeated
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// Generate this operation and what it needs; may be repeated
    #[arg(long = "operation", value_name = "ID")]
    operations: Vec<String>,
    /// Generate the operations of this path, which may end in `*`; may be repeated
    #[arg(long = "path", value_name = "PATH")]
    paths: Vec<String>,
    /// Make warnings errors
    #[arg(long)]
    strict: bool,
    /// Show neither progress nor warnings
    #[arg(long, short)]
    quiet: bool,
}

impl Input {
    /// Reads and plans, and shows warnings and notes.
    pub(super) fn run(
        &self,
        output: Option<&Path>,
        progress: &Progress,
        format: Format,
    ) -> Result<Run, Failure> {
        let request = self.request(output);
        if let Some(path) = request.spec.as_ref().or(request.config.as_ref()) {
            progress.say(&format!("Reading {}", path.display()));
        }
        let run = match &request.spec {
            Some(path) if path == Path::new(STDIN) => {
                let given = Given::read().map_err(|error| {
                    let found = codes::FILE_NOT_READABLE.plain().arg("path", STDIN);
                    Failure::from_diagnostics(vec![found.arg("reason", error)])
                })?;
                run::run(&given, &request, &mut Vec::new())?
            }
            _ => run::run(&Disk, &request, &mut Vec::new())?,
        };
        if !self.quiet {
            let told = format.listed(run.counts, || run.remarks(), || run.findings());
            if !told.is_empty() {
                super::terminal::complain(&told);
            }
        }
        Ok(run)
    }

    /// Where progress is shown.
    pub(super) fn progress(&self, format: Format) -> Progress {
        // What programs read has no words between its lines.
        if self.quiet || format != Format::Human {
            Progress::quiet()
        } else {
            Progress::shown()
        }
    }

    fn request(&self, output: Option<&Path>) -> Request {
        // A document that is named stands for itself: the file of another one would not fit it.
        let all = CONFIGS.iter().map(PathBuf::from);
        let default = all
            .filter(|_| self.spec.is_none())
            .find(|path| path.exists());
        let is_stdin = |path: &PathBuf| path == Path::new("-");
        let spec = self.spec.clone().map(|path| {
            if is_stdin(&path) {
                PathBuf::from(STDIN)
            } else {
                path
            }
        });
        Request {
            config: self.config.clone().or(default),
            spec,
            root: self.root.clone(),
            overlays: self.overlays.clone(),
            output: output.map(cleaned),
            package: self.package.clone(),
            client: self.client.clone(),
            select: Select {
                tags: self.tags.clone(),
                operations: self.operations.clone(),
                paths: self.paths.clone(),
            },
            strict: self.strict,
        }
    }
}

/// Where the output is, and in which form.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// The folder of the crate, or with `--single-file` the file
    #[arg(long, short, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// One file for `include!` instead of a crate
    #[arg(long)]
    pub(super) single_file: bool,
    /// A feature that is on in the single file beside `https`, such as `blocking`; may be repeated
    #[arg(long = "feature", value_name = "NAME", requires = "single_file")]
    features: Vec<String>,
    /// Leaves `https` out of the single file: only the models, unless a feature is named
    #[arg(long, requires = "single_file")]
    no_default_features: bool,
}

impl Target {
    /// The text of the single file.
    ///
    /// # Errors
    ///
    /// A feature that there is not.
    pub(super) fn text(&self, run: &Run) -> Result<String, Failure> {
        let default = (!self.no_default_features).then(|| "https".to_owned());
        let features = self.features.iter().cloned().chain(default).collect();
        Ok(crate::output::lock::seal(&run.single_file(&features)?))
    }
}
