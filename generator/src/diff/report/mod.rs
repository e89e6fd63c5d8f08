//! The formats of the report, one a file. Text of the documents is made harmless for each.

mod folded;
mod github;
mod html;
mod json;
mod markdown;
mod overview;
mod room;
mod text;

pub use github::github;
pub use html::html;
pub use json::{SCHEMA, json};
pub use markdown::markdown;
pub use text::text;

use super::{Documented, Mark, Report};

/// What is said where there is nothing to compare with.
const NEW: &str = "new crate, there was none before";

/// Whether details are shown at once.
#[derive(Debug, Clone, Copy)]
enum Fold {
    Open,
    Closed,
}

impl Fold {
    /// The tag that details begin with.
    const fn tag(self) -> &'static str {
        match self {
            Self::Open => "<details open>",
            Self::Closed => "<details>",
        }
    }
}

/// How many parts are not modelled and the same on both sides, as a sentence; `None` if there is none.
fn same(report: &Report) -> Option<String> {
    match report.not_compared.len() - report.unknown().len() {
        0 => None,
        1 => Some("1 part that is not modelled is the same in both documents".to_owned()),
        count => Some(format!(
            "{count} parts that are not modelled are the same in both documents"
        )),
    }
}

/// What is said where nothing changed: whether the documents are the same.
fn nothing(report: &Report) -> String {
    let Some(unseen) = &report.unseen else {
        return "nothing changed".to_owned();
    };
    let places = match unseen.count {
        1 => "1 place".to_owned(),
        count => format!("{count} places"),
    };
    let Mark { file, line, column } = &unseen.first;
    format!(
        "nothing that is generated changed; the documents differ in {places}, the first at {file}:{line}:{column}"
    )
}

/// What changed of the documentation of an item besides: `the description of a field was changed: a → b`.
fn documented(with: &Documented) -> String {
    if with.detail.is_empty() {
        return with.rule.title.to_owned();
    }
    format!("{}: {}", with.rule.title, with.detail)
}
