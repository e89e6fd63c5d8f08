//! Where the nodes of a TOML text lie: text in, spans out, for diagnostics only. Options are read in `settings.rs`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diag::lines::Lines;
use crate::diag::spans::{NodeId, Spans};

/// Finds every node of a TOML text.
pub(super) fn locate(text: &str) -> Spans {
    let lines = Lines::new(text);
    let mut spans = Spans::default();
    let root = spans.node(lines.span(0..0));
    let (table, _) = DeTable::parse_recoverable(text);
    entries(table.get_ref(), root, &lines, &mut spans);
    spans
}

fn entries(table: &DeTable<'_>, owner: NodeId, lines: &Lines<'_>, spans: &mut Spans) {
    for (key, value) in table {
        let node = node(value, lines, spans);
        spans.entry(owner, key.get_ref(), lines.span(key.span()), node);
    }
}

fn node(value: &Spanned<DeValue<'_>>, lines: &Lines<'_>, spans: &mut Spans) -> NodeId {
    let span = lines.span(value.span());
    let id = spans.node(span);
    match value.get_ref() {
        DeValue::Table(table) => entries(table, id, lines, spans),
        DeValue::Array(list) => {
            for (index, element) in list.iter().enumerate() {
                let child = node(element, lines, spans);
                spans.entry(id, &index.to_string(), lines.span(element.span()), child);
            }
        }
        _ => {}
    }
    id
}

#[cfg(test)]
mod tests {
    use super::locate;
    use crate::diag::Focus;
    use crate::pointer::Pointer;

    #[test]
    fn finds_keys_values_and_elements() {
        let text = "spec = 'a'\n[select]\ntags = ['x', 'y']\n[rename]\n'#/a/b' = 'B'\n";
        let spans = locate(text);
        let find = |at: Pointer, focus| {
            spans
                .find(&at, focus)
                .map(|span| (span.start.line, span.start.column))
        };
        assert_eq!(find(["spec"].iter().collect(), Focus::Value), Some((1, 8)));
        assert_eq!(
            find(["select", "tags", "1"].iter().collect(), Focus::Value),
            Some((3, 14))
        );
        assert_eq!(
            find(["rename", "#/a/b"].iter().collect(), Focus::Key),
            Some((5, 1))
        );
    }
}
