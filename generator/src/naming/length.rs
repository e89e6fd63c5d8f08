//! How long a name may be. A longer one is cut between two words and ends in a hash of all of its text, so that it depends
//! on nothing else.

use sha2::{Digest, Sha256};

use super::reserved::Place;
use super::words::Case;

/// The length of the hash with what is in front of it: `_x1a2b3c`.
const TAIL: usize = 8;

/// The longest name that somebody may choose, in bytes.
pub(super) const CHOSEN: usize = 80;

/// The longest name in bytes. A type may be named after an operation and have a word of its own, and its file after it: with
/// an `_` behind each letter, an extension and the mark of a file that is being written it still fits in the 255 bytes of
/// most file systems.
pub(super) fn longest(place: Place) -> usize {
    match place {
        Place::Type => 100,
        Place::Operation
        | Place::Resource
        | Place::Field
        | Place::Variant
        | Place::Function
        | Place::Option
        | Place::Setting
        | Place::Module
        | Place::Client => CHOSEN,
        // The rule of crates.io.
        Place::Package => 64,
    }
}

/// Whether a name has to be cut.
pub(super) fn is_too_long(name: &str, place: Place) -> bool {
    name.len() > longest(place)
}

/// The name at its length; `text` is what it was made of.
pub(super) fn cut(name: &str, text: &str, case: Case, place: Place) -> String {
    if !is_too_long(name, place) {
        return name.to_owned();
    }
    let room = longest(place) - TAIL;
    let begins_word = |c: char| match case {
        Case::Camel => c.is_uppercase(),
        Case::Snake => c == '_',
    };
    let fits = |(index, _): &(usize, char)| *index <= room;
    let mut words = name.char_indices().filter(|(_, c)| begins_word(*c));
    let between = words.rfind(fits).map(|(index, _)| index);
    let anywhere = name.char_indices().rfind(fits).map(|(index, _)| index);
    // A long word alone is better cut than lost.
    let end = between.filter(|&index| index > room / 2).or(anywhere);
    let head = name[..end.unwrap_or(0)].trim_end_matches('_');
    match case {
        Case::Camel => format!("{head}X{}", digits(text)),
        Case::Snake => format!("{head}_x{}", digits(text)),
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
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_words() {
        let text = "word ".repeat(60);
        let snake = cut(&"_word".repeat(60)[1..], &text, Case::Snake, Place::Field);
        assert_eq!(
            snake,
            format!("{}_{}", &"_word".repeat(14)[1..], hash(&text))
        );
        let camel = cut(&"Word".repeat(60), &text, Case::Camel, Place::Type);
        assert!(
            camel.starts_with(&format!("{}X", "Word".repeat(23))),
            "{camel}"
        );
        assert!(camel.len() <= longest(Place::Type));
    }

    #[test]
    fn a_word_without_an_end_is_cut_between_letters() {
        let text = "語".repeat(90);
        let name = cut(&text, &text, Case::Snake, Place::Field);
        assert_eq!(name, format!("{}_{}", "語".repeat(24), hash(&text)));
    }

    #[test]
    fn texts_that_begin_alike_have_names_of_their_own() {
        let name = |end: &str| {
            cut(
                &format!("{}_{end}", "a".repeat(90)),
                end,
                Case::Snake,
                Place::Field,
            )
        };
        assert_ne!(name("b"), name("c"));
    }
}
