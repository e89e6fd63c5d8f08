//! Indentation that says nothing: lines of both sides moved to the left, the same way where they were indented the same.

use super::super::super::Excerpt;

/// The lines of an excerpt without what all of them are indented by, and the same for the other side, such that the
/// items of both begin at one column: that a schema stands deeper now is no difference of its lines.
pub(super) fn removed<'e>(
    old: Option<&'e Excerpt>,
    new: Option<&'e Excerpt>,
) -> (Vec<&'e str>, Vec<&'e str>) {
    let sides = [old, new];
    let kept = sides
        .iter()
        .flatten()
        .map(|side| item(side) - least(side))
        .max();
    let kept = kept.unwrap_or_default();
    let [old, new] = sides.map(|side| {
        side.map_or_else(Vec::new, |side| {
            let cut = item(side).saturating_sub(kept);
            side.lines
                .iter()
                .map(|line| &line[cut.min(depth(line))..])
                .collect()
        })
    });
    (old, new)
}

/// How deep the item is indented.
fn item(excerpt: &Excerpt) -> usize {
    let first = excerpt.item.0.saturating_sub(excerpt.first);
    excerpt
        .lines
        .get(first)
        .map_or(0, |line| depth(line))
        .max(least(excerpt))
}

fn least(excerpt: &Excerpt) -> usize {
    let lines = excerpt.lines.iter().filter(|line| !line.trim().is_empty());
    lines.map(|line| depth(line)).min().unwrap_or_default()
}

/// Spaces and tabs at the start; both are one byte long.
fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}
