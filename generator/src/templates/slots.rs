//! How the named slots of a template are filled with values that are safe in its language.

use crate::visible::is_hidden;

/// A value that is safe in the language of its template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Safe(String);

impl Safe {
    /// A TOML string with its quotes.
    pub fn toml(text: &str) -> Self {
        let shown = text.chars().map(|c| if is_hidden(c) { ' ' } else { c });
        Self(toml::Value::String(shown.collect()).to_string())
    }

    /// Plain words in Markdown, on one line: nothing in the text is markup.
    pub fn markdown(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if r"\`*_{}[]<>()#+-.!|~&".contains(c) {
                out.push('\\');
            }
            out.push(if is_hidden(c) { ' ' } else { c });
        }
        Self(out)
    }

    /// The text as it goes into the slot.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Text that already is in the language of the template, made by Tintype and not by a document.
    pub fn written(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// Puts the values into the slots `{{name}}`; a value is never searched for slots, an unknown slot stays.
pub fn fill(template: &str, slots: &[(&str, Safe)]) -> String {
    let mut out = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Slot(name, whole) => {
                let value = slots
                    .iter()
                    .find(|(slot, _)| *slot == name)
                    .map(|(_, value)| value.0.as_str());
                out.push_str(value.unwrap_or(whole));
            }
            Piece::Text(text) => out.push_str(text),
        }
    }
    out
}

/// The names of the slots of a template, in their order, for tests.
pub fn slots(template: &str) -> Vec<&str> {
    let name = |piece| {
        if let Piece::Slot(name, _) = piece {
            Some(name)
        } else {
            None
        }
    };
    pieces(template).into_iter().filter_map(name).collect()
}

enum Piece<'t> {
    Text(&'t str),
    Slot(&'t str, &'t str),
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find("{{") {
        let Some(length) = rest[open..].find("}}") else {
            break;
        };
        let whole = &rest[open..open + length + 2];
        found.push(Piece::Text(&rest[..open]));
        found.push(Piece::Slot(whole[2..length].trim(), whole));
        rest = &rest[open + length + 2..];
    }
    found.push(Piece::Text(rest));
    found
}
