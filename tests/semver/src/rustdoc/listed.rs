//! The lines of `api-surface.txt` as the lines of rustdoc are: what the list leaves unsaid, since it follows from the kind of an
//! item, is said, and names stand for what they are names of where rustdoc has only that.

use std::collections::{BTreeMap, BTreeSet};

/// The lines of a list, each trait of a type one of its own.
pub fn listed(surface: &str) -> BTreeSet<String> {
    let surface = bare(&surface.replace("r#", ""));
    let lines = surface.lines().filter(|line| !line.starts_with("# "));
    let lines: Vec<&str> = lines.collect();
    let names = names(&lines);
    let mut all: BTreeSet<String> = lines.iter().flat_map(|line| said(line)).collect();
    all.extend(lines.iter().flat_map(|line| implied(line, &lines)));
    let is_resolved = |line: &&String| {
        line.starts_with("impl From<") || line.starts_with("pub type operations::")
    };
    let resolved: Vec<String> = all.iter().filter(is_resolved).cloned().collect();
    for line in resolved {
        all.remove(&line);
        all.insert(plain(&line, &names));
    }
    all
}

/// A list in which types of the standard library have no modules in front, as rustdoc shows them.
fn bare(surface: &str) -> String {
    let mut parts = surface.split("std::");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, mut rest| {
        while let Some((module, after)) = rest.split_once("::")
            && module.chars().all(|letter| letter.is_ascii_lowercase())
        {
            rest = after;
        }
        out + rest
    })
}

fn said(line: &str) -> Vec<String> {
    let is_type = line.starts_with("pub struct ") || line.starts_with("pub enum ");
    match line.split_once(": ") {
        Some((item, traits)) if is_type => {
            let name = item.split(' ').next_back().unwrap_or_default();
            let traits = traits.split(", ");
            let traits = traits.map(|derived| format!("impl {derived} for {name}"));
            traits.chain([item.to_owned()]).collect()
        }
        _ => vec![line.to_owned()],
    }
}

/// What every enum of its kind has.
fn implied(line: &str, lines: &[&str]) -> Vec<String> {
    let unknown = line.strip_prefix("pub ").and_then(|line| {
        let (name, kind) = line.split_once("::Unknown(runtime::")?;
        Some((name, kind.strip_suffix(')')?))
    });
    let function = |name: &str, rest: &str| format!("pub fn {name}::{rest}");
    let from = |name: &str, ty: &str| format!("impl From<{ty}> for {name}");
    match unknown {
        Some((name, "UnknownValue")) => vec![
            function(name, "as_str(&self) -> &str"),
            function(name, "is_known(&self) -> bool"),
            from(name, "&str"),
            from(name, "String"),
        ],
        Some((name, "UnknownInteger")) => vec![
            function(name, "value(&self) -> i64"),
            function(name, "is_known(&self) -> bool"),
            from(name, "i64"),
        ],
        Some(_) => Vec::new(),
        None => constant(line, lines),
    }
}

/// An enum of models whose variants hold nothing, not even a value that it does not know, has one value only.
fn constant(line: &str, lines: &[&str]) -> Vec<String> {
    let item = line.strip_prefix("pub enum ").unwrap_or_default();
    let name = item.split(": ").next().unwrap_or_default();
    let variant = format!("pub {name}::");
    let holds = |line: &&str| line.starts_with(&variant) && line.contains('(');
    if !name.starts_with("models::") || lines.iter().any(holds) {
        return Vec::new();
    }
    vec![
        format!("pub const fn {name}::as_str(&self) -> &'static str"),
        format!("impl Default for {name}"),
    ]
}

/// The models that are only names, with what each stands for.
fn names<'l>(lines: &[&'l str]) -> BTreeMap<&'l str, &'l str> {
    let names = lines.iter().filter_map(|line| {
        let line = line
            .strip_prefix("pub use models::")
            .or_else(|| line.strip_prefix("pub type models::"))?;
        line.split_once(" = ")
    });
    names.collect()
}

/// A line whose names are replaced by what they stand for, without modules in front of models.
fn plain(line: &str, names: &BTreeMap<&str, &str>) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut out = String::new();
    let mut rest = line;
    while let Some(start) = rest.find(is_word) {
        let (before, from) = rest.split_at(start);
        let (word, behind) = from.split_at(from.find(|c| !is_word(c)).unwrap_or(from.len()));
        out += before;
        match names.get(word).filter(|_| !behind.starts_with("::")) {
            Some(meant) => out += &plain(meant, names),
            None => out += word,
        }
        rest = behind;
    }
    (out + rest).replace("models::", "")
}
