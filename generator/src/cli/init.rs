//! `tintype init`: writes a configuration to begin with. The text is that of this repository, whose values are comments then.

use std::path::{Path, PathBuf};

use super::input::CONFIGS;
use super::terminal;
use super::{End, Problem};
use crate::diag::codes;
use crate::failure::Failure;
use crate::naming;
use crate::output;
use crate::paths;
use crate::run::{self, Request};
use crate::source::files::Disk;
use crate::templates::Safe;

/// The arguments of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The `OpenAPI` document
    spec: PathBuf,
    /// The folder of the crate [default: the name of the package]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The file to write
    #[arg(long, value_name = "FILE", default_value = super::input::CONFIGS[0])]
    config: PathBuf,
}

/// Every option with what it means.
const TEXT: &str = include_str!("../../../spec/tintype.toml");

/// Writes the configuration, unless there is one.
pub(super) fn run(args: &Args) -> Result<End, Problem> {
    if args.config.exists() {
        let at = args.config.display();
        let there = codes::FOREIGN_FILE.plain().arg("path", at);
        return Err(Failure::from_diagnostics(vec![there]).into());
    }
    let request = Request {
        spec: Some(args.spec.clone()),
        ..Request::default()
    };
    let run = run::run(&Disk, &request, &mut Vec::new())?;
    let package = &run.plan.package.name;
    let output = args
        .output
        .clone()
        .unwrap_or_else(|| PathBuf::from(package));
    let folder = args.config.parent().unwrap_or(Path::new(""));
    let beside = |path: &Path| {
        let way = paths::between(folder, path);
        way.unwrap_or_else(|| path.to_string_lossy().into_owned())
    };
    let values = [
        ("", "spec", beside(&args.spec)),
        ("", "output", beside(&output)),
        ("package", "name", package.clone()),
        ("client", "name", naming::client(run.config()).to_string()),
    ];
    output::write_one(&args.config, &text(&values))?;
    let config = args.config.display().to_string();
    // Looked for where nobody names one.
    let option = if CONFIGS.contains(&config.as_str()) {
        String::new()
    } else {
        format!(" --config {config}")
    };
    terminal::complain(&format!(
        "{config}: written, {}; `tintype generate{option}` writes {}",
        run.counts,
        output.display()
    ));
    Ok(End::Done)
}

/// The configuration with these values, all others being comments.
fn text(values: &[(&str, &str, String)]) -> String {
    let mut table = "";
    let mut out = String::new();
    for line in TEXT.lines() {
        if let Some(head) = line.strip_prefix('[') {
            table = head.trim_end_matches(']');
        }
        let key = line.split_once(" = ").map(|(key, _)| key);
        let key = key.filter(|key| !key.starts_with(['#', '"']));
        let value = key.and_then(|key| {
            let mut values = values.iter();
            values.find(|(of, name, _)| (*of, *name) == (table, key))
        });
        match (key, value) {
            (Some(key), Some((_, _, value))) => {
                out.extend([key, " = ", Safe::toml(value).as_str()]);
            }
            (Some(_), None) => out.extend(["# ", line]),
            (None, _) => out.push_str(line),
        }
        out.push('\n');
    }
    out
}
