//! TOML: a text in, its entries out, with every mistake of the grammar located.

use toml::Spanned;
use toml::de::DeTable;

use crate::cx::Cx;
use crate::diag::lines::Lines;
use crate::diag::{FileId, codes};

/// The entries of a TOML text, if it is one.
pub(super) fn parsed<'t>(text: &'t str, file: FileId, cx: &mut Cx) -> Option<Spanned<DeTable<'t>>> {
    let (table, broken) = DeTable::parse_recoverable(text);
    for error in &broken {
        let offset = error.span().map_or(0, |span| span.start);
        let position = Lines::new(text).position(offset);
        let found = codes::CONFIG_SYNTAX.plain().arg("reason", error.message());
        cx.report(found.at_position(file, position));
    }
    broken.is_empty().then_some(table)
}
