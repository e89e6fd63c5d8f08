//! `tintype explain`: the long text of a diagnostic.

use super::examples::EXAMPLES;
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
    let (id, name, severity) = (code.id, code.name, code.severity.word());
    let explain = code.explain.trim_end();
    let mut examples = EXAMPLES.iter();
    let example = examples.find(|(of, ..)| *of == id);
    let Some((_, document, listing)) = example else {
        // Nobody can say here what would fill the slots.
        let [message, help] = [code.message, code.help].map(with_slots);
        let help = if help.is_empty() {
            help
        } else {
            format!("help: {help}\n")
        };
        return format!("{id} {name} ({severity})\n\n{message}\n{help}\n{explain}\n");
    };
    let document: String = document.lines().take(SHOWN).map(set_in).collect();
    let head = format!("{severity}[{id}]");
    let listing = listing.splitn(3, "---\n").nth(2).unwrap_or_default();
    let mut blocks = listing.split("\n\n");
    let said = blocks
        .find(|block| block.contains(&head))
        .unwrap_or_default();
    let said: String = said
        .lines()
        .skip_while(|line| !line.starts_with(&head))
        .map(set_in)
        .collect();
    format!(
        "{id} {name} ({severity})\n\n{explain}\n\nIn this document, for example:\n\n{document}\nTintype says:\n\n{said}"
    )
}

/// So many lines of a document are shown.
const SHOWN: usize = 60;

fn set_in(line: &str) -> String {
    format!("    {line}\n").replace("    \n", "\n")
}

/// A text with an ellipsis in each slot.
fn with_slots(text: &str) -> String {
    let mut pieces = text.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| match piece.split_once('}') {
        Some((_, rest)) => format!("{all}…{rest}"),
        None => all + piece,
    })
}

fn unknown(wanted: &str) -> String {
    let meant = wanted.to_lowercase();
    let names: Vec<String> = codes::ALL
        .iter()
        .flat_map(|code| [code.id.to_lowercase(), code.name.to_owned()])
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let near = similar::get_close_matches(meant.as_str(), &names, 3, 0.5);
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
