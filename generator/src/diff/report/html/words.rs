//! The words that changed in a line: two lines in, the parts of each that the other one does not have out.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Parts of two lines, as ranges of bytes in their order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) old: Vec<Range<usize>>,
    pub(super) new: Vec<Range<usize>>,
}

/// Lines that share less than so many percent of their letters are not versions of each other.
const ALIKE: usize = 40;

/// What differs; `None` if the lines have too little in common for that to be of use.
pub(super) fn between(old: &str, new: &str) -> Option<Marks> {
    let (before, after) = (words(old), words(new));
    let texts = |line: &str, words: &[Range<usize>]| -> Vec<String> {
        let texts = words.iter().map(|word| line[word.clone()].to_owned());
        texts.collect()
    };
    let (left, right) = (texts(old, &before), texts(new, &after));
    let ops = capture_diff_slices(Algorithm::Myers, &left, &right);
    if likeness(&ops, &left, &right) < ALIKE {
        return None;
    }
    let mut marks = Marks::default();
    for op in ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
        push(&mut marks.old, old, &before[op.old_range()]);
        push(&mut marks.new, new, &after[op.new_range()]);
    }
    for (line, marks) in [(old, &mut marks.old), (new, &mut marks.new)] {
        marks.retain_mut(|mark| trim(line, mark));
    }
    Some(marks)
}

/// The percentage of letters that stand in words that both lines have.
fn likeness(ops: &[DiffOp], old: &[String], new: &[String]) -> usize {
    let letters = |words: &[String]| -> usize { words.iter().map(|word| word.trim().len()).sum() };
    let same = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    let same: usize = same.map(|op| letters(&old[op.old_range()])).sum();
    200 * same / (letters(old) + letters(new)).max(1)
}

/// Leaves out spaces at the ends of a mark, and all of one at the start of the line: how deep it stands is no word.
fn trim(line: &str, mark: &mut Range<usize>) -> bool {
    let text = &line[mark.clone()];
    if text.trim().is_empty() {
        return mark.start > 0;
    }
    mark.end -= text.len() - text.trim_end().len();
    mark.start += text.len() - text.trim_start().len();
    true
}

/// Adds the range of these words, joined with the last one if only a space lies between.
fn push(marks: &mut Vec<Range<usize>>, line: &str, words: &[Range<usize>]) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    match marks.last_mut() {
        Some(mark) if line[mark.end..first.start].trim().is_empty() => mark.end = last.end,
        _ => marks.push(first.start..last.end),
    }
}

/// The words of a line: runs of letters and digits, runs of spaces, and each sign alone.
fn words(line: &str) -> Vec<Range<usize>> {
    let kind = |letter: char| match letter {
        _ if letter.is_alphanumeric() || letter == '_' => 0,
        _ if letter.is_whitespace() => 1,
        _ => 2,
    };
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut last = 2;
    for (at, letter) in line.char_indices() {
        let (this, end) = (kind(letter), at + letter.len_utf8());
        match words.last_mut() {
            Some(word) if this == last && this != 2 => word.end = end,
            _ => words.push(at..end),
        }
        last = this;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn only_what_differs_is_marked() {
        let (old, new) = (
            "    pub user_id: Option<String>,",
            "    pub user_id: String,",
        );
        let marks = between(old, new).expect("versions of one line");
        let marked = |line: &str, marks: &[std::ops::Range<usize>]| -> Vec<String> {
            marks
                .iter()
                .map(|mark| line[mark.clone()].to_owned())
                .collect()
        };
        assert_eq!(marked(old, &marks.old), ["Option<", ">"]);
        assert!(marks.new.is_empty());
    }

    #[test]
    fn lines_without_likeness_are_not_compared() {
        assert_eq!(between("type: object", "- name"), None);
        assert!(between("Größe: 1", "Größe: 2").is_some());
    }
}
