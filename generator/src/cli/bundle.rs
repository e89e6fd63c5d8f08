//! `tintype bundle`: writes a document as one file: with what other files have of it, and as its overlays change it.

use std::path::PathBuf;

use super::messages::Format as Messages;
use super::terminal;
use super::{End, Problem};
use crate::config::Config;
use crate::cx::Cx;
use crate::failure::{Failure, Finding};
use crate::output;
use crate::source::files::Disk;
use crate::source::{self, Written};

/// The arguments of `bundle`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The `OpenAPI` document
    spec: PathBuf,
    /// The file to write; JSON if it ends in `.json`, otherwise YAML [default: YAML to standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The folder that holds every file of the document [default: that of the document]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// An overlay that changes the document; may be repeated
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
}

/// Reads the document with all of its files, and writes it.
pub(super) fn run(args: &Args, format: Messages) -> Result<End, Problem> {
    let mut cx = Cx::new(Config {
        root: args.root.clone(),
        overlays: args.overlays.clone(),
        ..Config::default()
    });
    let read = source::read(&Disk, &args.spec, &mut cx);
    let tree = read
        .and_then(|tree| cx.stop_on_errors().map(|()| tree))
        .map_err(|_| Failure::from_cx(&cx))?;
    let remarks = format.listed(cx.counts(), || cx.rendered(), || Finding::all(&cx));
    if !remarks.is_empty() {
        terminal::complain(&remarks);
    }
    match &args.output {
        Some(path) => {
            let is_json = path.extension().is_some_and(|end| end == "json");
            let syntax = if is_json {
                Written::Json
            } else {
                Written::Yaml
            };
            output::write_one(path, &tree.text(syntax))?;
        }
        None => terminal::print(&tree.text(Written::Yaml)),
    }
    Ok(End::Done)
}
