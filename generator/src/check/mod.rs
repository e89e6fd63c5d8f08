//! Checks: a tree in the shape of 3.0 in, diagnostics out. One rule a file; changes nothing.

mod annotations;
mod contents;
mod duplicate_parameters;
mod keywords;
mod media_types;
mod operation_ids;
mod optional_path_parameters;
mod parts;
mod path_parameters;
mod path_templates;
mod paths;
mod references;
mod same_paths;
mod security;
mod servers;
mod styles;
mod types;
mod unread;
mod widths;

use crate::cx::Cx;
use crate::diag::Reported;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax};

/// A rule reads the document and reports what it finds.
type Rule = fn(&Tree, &mut Cx);

const RULES: &[Rule] = &[
    keywords::check,
    references::check,
    operation_ids::check,
    path_templates::check,
    same_paths::check,
    path_parameters::check,
    duplicate_parameters::check,
    unread::check,
];

/// A rule that looks at each object for itself, so that the document is walked once for all of them.
type Look = fn(&Tree, Trail<'_>, Met<'_>, &mut Cx);

const LOOKS: &[Look] = &[
    optional_path_parameters::look,
    styles::look,
    contents::look,
    security::look,
    servers::look,
    media_types::look,
    types::look,
    annotations::look,
];

/// Runs every rule.
///
/// # Errors
///
/// [`Reported`] when the document has no measure, so that lowering it might not end, or not before memory does.
pub fn run(tree: &Tree, cx: &mut Cx) -> Result<(), Reported> {
    widths::check(tree, cx)?;
    for rule in RULES {
        rule(tree, cx);
    }
    let root = Syntax::One(Kind::Document);
    walk(&tree.root, root, Trail::ROOT, &mut |trail, met| {
        for look in LOOKS {
            look(tree, trail, met, cx);
        }
    });
    parts::check(tree, cx)
}
