//! How long a name may be. Of a longer one the first and the last words stay; between them stands a hash of all of its text,
//! so that it depends on nothing else.

use sha2::{Digest, Sha256};

use super::case::Case;
use super::reserved::Position;

/// The length of the hash with what is in front of it: `_x1a2b3c`.
const HASH: usize = 8;

/// The longest name that somebody may choose, in bytes.
pub(super) const CHOSEN: usize = 80;

/// The longest name in bytes. A type may be named after an operation and have a word of its own, and its file after it: with
/// an `_` behind each letter, an extension and the mark of a file that is being written it still fits in the 255 bytes of
/// most file systems.
pub(super) fn longest(position: Position) -> usize {
    match position {
        Position::Type => 100,
        Position::Operation
        | Position::Resource
        | Position::Field
        | Position::Variant
        | Position::Function
        | Position::Option
        | Position::Setting
        | Position::Module
        | Position::File
        | Position::ErrorMethod
        | Position::Variable
        | Position::Client
        | Position::Root => CHOSEN,
        // The rule of crates.io.
        Position::Package => 64,
    }
}

/// Whether a name has to be cut.
pub(super) fn is_too_long(name: &str, position: Position) -> bool {
    name.len() > longest(position)
}

/// The name at its length; `text` is what it was made of. The end says more than the middle: inline types have their owner's
/// name in front.
pub(super) fn cut(name: &str, text: &str, case: Case, position: Position) -> String {
    if !is_too_long(name, position) {
        return name.to_owned();
    }
    let room = longest(position) - HASH;
    let begins_word = |(_, c): &(usize, char)| match case {
        Case::Camel => c.is_uppercase(),
        Case::Snake => *c == '_',
    };
    let mut last = name.char_indices().filter(begins_word);
    let last = last.find(|(index, _)| *index >= name.len() - room * 2 / 5);
    let tail = last.map_or("", |(index, _)| &name[index..]);
    let room = if tail.is_empty() { room } else { room * 3 / 5 };
    let fits = |(index, _): &(usize, char)| *index <= room;
    let between = name.char_indices().filter(begins_word).rfind(fits);
    // A long word alone is better cut than lost.
    let between = between.filter(|(index, _)| *index > room / 2);
    let end = between.or_else(|| name.char_indices().rfind(fits));
    let head = name[..end.map_or(0, |(index, _)| index)].trim_end_matches('_');
    match case {
        Case::Camel => format!("{head}X{}{tail}", digits(text)),
        Case::Snake => format!("{head}_x{}{tail}", digits(text)),
    }
}

/// A word that stands for a text and for no other one.
pub(super) fn hash(text: &str) -> String {
    format!("x{}", digits(text))
}

fn digits(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    format!("{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2])
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn a_long_name_keeps_its_first_and_its_last_words() {
        let text = format!("first {}last", "word ".repeat(60));
        let name = |case, place| cut(&words::name(&text, case), &text, case, place);
        let snake = format!(
            "first{}_{}{}_last",
            "_word".repeat(7),
            hash(&text),
            "_word".repeat(4)
        );
        assert_eq!(name(Case::Snake, Position::Field), snake);
        let camel = name(Case::Camel, Position::Type);
        assert!(
            camel.starts_with("FirstWord") && camel.ends_with("WordLast"),
            "{camel}"
        );
        assert!(camel.len() <= longest(Position::Type));
        let inner = cut(
            &format!("{camel}Inner"),
            "inner",
            Case::Camel,
            Position::Type,
        );
        assert!(
            inner.ends_with("WordLastInner") && inner.len() <= longest(Position::Type),
            "{inner}"
        );
        assert!(!inner.contains(&digits(&text)), "{inner}");
    }

    #[test]
    fn a_word_without_an_end_is_cut_between_letters() {
        let text = "語".repeat(90);
        let name = cut(&text, &text, Case::Snake, Position::Field);
        assert_eq!(name, format!("{}_{}", "語".repeat(24), hash(&text)));
    }

    #[test]
    fn texts_that_begin_alike_have_names_of_their_own() {
        let name = |end: &str| {
            cut(
                &format!("{}_{end}", "a".repeat(90)),
                end,
                Case::Snake,
                Position::Field,
            )
        };
        assert_ne!(name("b"), name("c"));
    }
}
