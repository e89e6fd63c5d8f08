//! The runtime, file by file, as it stands in `templates/`, without what only other crates can do.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::plan::{Capability, Plan};
use crate::templates;

/// The files of the runtime.
pub(super) fn items(plan: &Plan) -> Vec<Draft> {
    let can = &plan.capabilities;
    let list = templates::runtime("mod.rs").unwrap_or_default();
    let left_out: BTreeSet<&str> = left_out(list, can).filter_map(module).collect();
    let files = templates::RUNTIME.iter();
    let files = files.filter(|(name, _)| !left_out.contains(name.trim_end_matches(".rs")));
    files
        .map(|(name, text)| {
            let path = format!("src/runtime/{name}");
            if text.contains(MARK) {
                Draft::verbatim(path, carried(text, can))
            } else {
                Draft::verbatim(path, *text)
            }
        })
        .collect()
}

/// What stands before an item, a field or an arm that only some crates carry: a line of its own, with what they can do.
const MARK: &str = "// Only with ";

/// The words of such a line.
fn words(line: &str) -> Option<impl Iterator<Item = &str>> {
    let words = line.trim_start().strip_prefix(MARK)?.strip_suffix('.')?;
    Some(words.split(" or "))
}

/// The lines of a text, each with whether crates that can do this carry it; no marks.
fn lines<'t>(text: &'t str, can: &BTreeSet<Capability>) -> Vec<(bool, &'t str)> {
    marked(text.lines(), can)
}

/// The same of lines, which may have marks within what is marked.
fn marked<'t>(
    lines: impl Iterator<Item = &'t str>,
    can: &BTreeSet<Capability>,
) -> Vec<(bool, &'t str)> {
    let is_known = |word: &str| can.iter().any(|one| one.word() == word);
    let mut all = Vec::new();
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let Some(mut words) = words(line) else {
            all.push((true, line));
            continue;
        };
        let is_carried = words.any(is_known);
        let (indent, _) = templates::split(line);
        let node = marked(templates::node(indent, &mut lines).into_iter(), can);
        let node = node.into_iter();
        all.extend(node.map(|(is_inner, line)| (is_carried && is_inner, line)));
    }
    all
}

/// What crates that can do this do not carry.
fn left_out<'t>(text: &'t str, can: &BTreeSet<Capability>) -> impl Iterator<Item = &'t str> {
    let lines = lines(text, can).into_iter();
    lines.filter_map(|(is_carried, line)| (!is_carried).then_some(line))
}

/// The name in `mod name;`.
fn module(line: &str) -> Option<&str> {
    line.strip_prefix("mod ")?.strip_suffix(';')
}

/// What crates that can do this carry of a text.
fn carried(text: &str, can: &BTreeSet<Capability>) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether something was left out since the last line.
    let mut is_cut = false;
    for (is_carried, line) in lines(text, can) {
        if !is_carried {
            is_cut = true;
            continue;
        }
        let begins = out.ends_with("\n\n") || out.ends_with("{\n");
        if is_cut && line.is_empty() && begins {
            continue;
        }
        if is_cut && line.trim_start().starts_with('}') && out.ends_with("\n\n") {
            out.pop();
        }
        is_cut = false;
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

#[cfg(test)]
mod tests;
