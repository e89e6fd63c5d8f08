//! A file of `templates/` as the content of a module, line by line: reading its syntax would take most of a build script.
//!
//! `tests/format/templates.rs` compares what comes of every template with what comes of reading its syntax.

use std::iter::Peekable;
use std::mem;

use super::cfgs;
use super::conditions::{Conditions, Settled};
use crate::templates;

/// A part of a template.
#[derive(Debug)]
pub enum Part {
    /// Whole lines, set in.
    Text(String),
    /// A module whose content is another file.
    Module {
        /// Its name.
        name: String,
        /// What stands up to its opening brace.
        head: String,
    },
}

/// The parts of a template that lies as deep as this below the root, with its conditions settled and its lines set in.
pub fn parts(text: &str, depth: usize, conditions: &mut Conditions<'_>) -> Vec<Part> {
    let mut writer = Writer {
        parts: Vec::new(),
        text: String::with_capacity(text.len() * 2),
        margin: "    ".repeat(depth),
        notes: None,
        is_example: false,
    };
    // Most lines are none of those that are looked for, so finding that out has to be cheap.
    let mut lines = text.split_terminator('\n').peekable();
    while let Some(line) = lines.next() {
        let (_, code) = templates::split(line);
        match code.as_bytes().first() {
            None => writer.blank(),
            Some(b'/') => writer.documentation(line, code),
            Some(b'#') => writer.attribute(line, code, &mut lines, conditions),
            Some(b'm' | b'p') if code.len() == line.len() => match module(code) {
                Some(name) => writer.module(name, code),
                None => writer.code(line),
            },
            Some(b'u') => match line.split_once("use crate::") {
                Some((before, path)) => writer.code(&rooted(before, path, depth)),
                None => writer.code(line),
            },
            Some(_) => writer.code(line),
        }
    }
    writer.flush();
    writer.parts
}

struct Writer {
    parts: Vec<Part>,
    text: String,
    /// What stands in front of each line.
    margin: String,
    /// Where the notes above the next node begin.
    notes: Option<usize>,
    /// Whether the line above belongs to an example of the documentation.
    is_example: bool,
}

impl Writer {
    fn push(&mut self, line: &str) {
        self.text.push_str(&self.margin);
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A line that belongs to the node below it.
    fn note(&mut self, line: &str) {
        self.notes.get_or_insert(self.text.len());
        self.push(line);
    }

    /// A comment. No test compiles the examples in one: they name a crate that a single file is not.
    fn documentation(&mut self, line: &str, code: &str) {
        let fence = ["/// ```", "//! ```"]
            .iter()
            .find_map(|mark| code.strip_prefix(mark));
        if let Some(language) = fence {
            self.is_example = !self.is_example;
            if self.is_example && language != "text" {
                let before = &line[..line.len() - language.len()];
                return self.note(&format!("{before}ignore"));
            }
        }
        self.note(line);
    }

    /// An attribute; a condition that does not hold takes the node below it along.
    fn attribute<'t>(
        &mut self,
        line: &'t str,
        code: &'t str,
        lines: &mut Peekable<impl Iterator<Item = &'t str>>,
        conditions: &mut Conditions<'_>,
    ) {
        let indent = &line[..line.len() - code.len()];
        if code.starts_with("#[cfg_attr(") {
            let left = cfgs::attributes(&whole(code, lines), conditions);
            left.lines()
                .for_each(|left| self.note(&(indent.to_owned() + left)));
            return;
        }
        match condition(code).map(|text| conditions.settled(text)) {
            None => self.note(line),
            Some(Settled::True) => {}
            Some(Settled::False) => {
                self.forget();
                templates::node(indent.len(), lines);
            }
            Some(Settled::Open(open)) => self.note(&(indent.to_owned() + &open)),
        }
    }

    fn code(&mut self, line: &str) {
        self.notes = None;
        self.push(line);
    }

    fn blank(&mut self) {
        self.notes = None;
        // What is left out leaves no gap.
        let is_gap =
            self.text.is_empty() || self.text.ends_with("\n\n") || self.text.ends_with("{\n");
        if !is_gap {
            self.text.push('\n');
        }
    }

    /// Leaves out the notes of a node that is left out.
    fn forget(&mut self) {
        if let Some(begin) = self.notes.take() {
            self.text.truncate(begin);
        }
    }

    fn module(&mut self, name: &str, code: &str) {
        let notes = self.notes.take().map(|begin| self.text.split_off(begin));
        self.flush();
        self.parts.push(Part::Module {
            name: name.to_owned(),
            head: notes.unwrap_or_default() + &self.margin + code.trim_end_matches(';') + " {",
        });
    }

    fn flush(&mut self) {
        let mut text = mem::take(&mut self.text);
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            text.push('\n');
            self.parts.push(Part::Text(text));
        }
    }
}

/// An attribute that may stand over several lines.
fn whole<'t>(code: &str, lines: &mut Peekable<impl Iterator<Item = &'t str>>) -> String {
    let mut whole = code.to_owned();
    while !whole.ends_with(")]")
        && let Some(line) = lines.next()
    {
        whole.push_str(line);
    }
    whole
}

/// The condition of an attribute that is one.
fn condition(code: &str) -> Option<&str> {
    code.strip_prefix("#[cfg(")?.strip_suffix(")]")
}

/// The name of a module whose content is another file.
fn module(code: &str) -> Option<&str> {
    let (visibility, name) = code.strip_suffix(';')?.split_once("mod ")?;
    let is_visibility = visibility.is_empty() || visibility.starts_with("pub");
    is_visibility.then(|| name.trim_start_matches("r#"))
}

/// The import of a path from the root.
fn rooted(before: &str, path: &str, depth: usize) -> String {
    let root = if depth == 0 {
        "self::".to_owned()
    } else {
        "super::".repeat(depth)
    };
    format!("{before}use {root}{path}")
}
