//! `tintype explain`: the long text of a diagnostic.

use super::terminal;
use super::{End, Problem};
use crate::diag::{Code, codes};

/// The arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The id or the name of the diagnostic, such as `S001` or `file-not-readable`; without it, all are listed
    code: Option<String>,
}

/// Prints the text, or the codes that come nearest.
pub(super) fn run(args: &Args) -> Result<End, Problem> {
    let Some(wanted) = &args.code else {
        terminal::print(&list());
        return Ok(End::Done);
    };
    let code = codes::find(wanted).ok_or_else(|| Problem::Text(unknown(wanted)))?;
    terminal::print(&text(code));
    Ok(End::Done)
}

fn list() -> String {
    let line = |code: &&Code| format!("{}  {:7}  {}\n", code.id, code.severity.word(), code.name);
    codes::ALL.iter().map(line).collect()
}

fn text(code: &Code) -> String {
    let head = format!(
        "{} {} ({})\n\n{}\n",
        code.id,
        code.name,
        code.severity.word(),
        code.message
    );
    let help = if code.help.is_empty() {
        String::new()
    } else {
        format!("help: {}\n", code.help)
    };
    format!("{head}{help}\n{}\n", code.explain.trim_end())
}

fn unknown(wanted: &str) -> String {
    let wanted = wanted.to_lowercase();
    let names: Vec<String> = codes::ALL
        .iter()
        .flat_map(|code| [code.id.to_lowercase(), code.name.to_owned()])
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let near = similar::get_close_matches(wanted.as_str(), &names, 3, 0.5);
    let near: Vec<String> = near
        .into_iter()
        .filter_map(|name| codes::find(name))
        .map(|code| format!("`{}` ({})", code.id, code.name))
        .collect();
    let hint = if near.is_empty() {
        String::new()
    } else {
        format!("\nhelp: the nearest: {}", near.join(", "))
    };
    format!("error: there is no diagnostic `{wanted}`{hint}")
}
