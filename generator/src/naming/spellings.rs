//! The spellings of a name, from the one that is wished for to the one that nobody else can have. Pure; knows nothing of scopes.

use super::case::Case;
use super::length;
use super::reserved::{self, Position};
use super::wish::Wish;
use super::words;

/// A name that a spelling makes of a wish.
#[derive(Debug, Clone, Default)]
pub(super) struct Spelled {
    pub(super) name: String,
    /// Why it is not just what was spelled.
    changed: Option<&'static str>,
}

/// A way to make a name, and why it is taken where it is not the first.
pub(super) struct Spelling {
    pub(super) name: fn(&Wish, Case, Position) -> Spelled,
    pub(super) reason: Option<&'static str>,
}

/// Tried in order.
pub(super) const SPELLINGS: &[Spelling] = &[
    Spelling {
        name: plain,
        reason: None,
    },
    Spelling {
        name: longer,
        reason: Some("another item has the shorter name"),
    },
    Spelling {
        name: sign_first,
        reason: Some("another item has this name in another spelling"),
    },
    Spelling {
        name: signs,
        reason: Some("another item has this name in another spelling"),
    },
    Spelling {
        name: spelled,
        reason: Some("another item has this name in another spelling"),
    },
];

/// Taken where every other spelling has another owner.
pub(super) const LAST: Spelling = Spelling {
    name: hashed,
    reason: Some("other items have every shorter name"),
};

/// Why the plain spelling is not just the text in the case of Rust.
pub(super) fn reason(wish: &Wish, spelled: &Spelled, case: Case) -> Option<&'static str> {
    let Spelled { name, changed } = spelled;
    if !wish.text.chars().any(char::is_alphanumeric) {
        Some("the text has no letter and no digit")
    } else if changed.is_some() {
        *changed
    } else if reserved::is_raw(name) {
        Some("a keyword of Rust, written with `r#`")
    } else if name.starts_with(['V', 'v']) && words::begins_with_digit(&wish.text, case) {
        Some("no name begins with a digit")
    } else {
        None
    }
}

fn plain(wish: &Wish, case: Case, position: Position) -> Spelled {
    finish(&words::name(&wish.text, case), &wish.text, case, position)
}

fn longer(wish: &Wish, case: Case, position: Position) -> Spelled {
    if wish.more.is_empty() {
        return sign_first(wish, case, position);
    }
    let text = format!("{} {}", wish.text, wish.more);
    finish(&words::name(&text, case), &text, case, position)
}

fn sign_first(wish: &Wish, case: Case, position: Position) -> Spelled {
    finish(
        &words::sign_first(&wish.text, case),
        &wish.text,
        case,
        position,
    )
}

fn signs(wish: &Wish, case: Case, position: Position) -> Spelled {
    finish(&words::signs(&wish.text, case), &wish.text, case, position)
}

fn spelled(wish: &Wish, case: Case, position: Position) -> Spelled {
    finish(
        &words::spelled(&wish.text, case),
        &wish.text,
        case,
        position,
    )
}

fn hashed(wish: &Wish, case: Case, position: Position) -> Spelled {
    let text = format!("{} {}", wish.text, length::hash(&wish.key));
    // The hash stays, however long the text is.
    finish(&words::name(&text, case), &wish.key, case, position)
}

/// The name at its length, or a longer one where the generated code uses it itself.
fn finish(words: &str, text: &str, case: Case, position: Position) -> Spelled {
    let name = free(length::cut(words, text, case, position), case, position);
    let changed = if length::is_too_long(words, position) {
        Some("the text is too long for a name")
    } else {
        (words != name).then_some("the generated code has another use for the shorter name")
    };
    Spelled { name, changed }
}

/// The name, or a longer one where the generated code uses it itself; that one is looked up again.
pub(super) fn free(mut name: String, case: Case, position: Position) -> String {
    let (first, further) = match (case, position) {
        (Case::Camel, Position::Variant) => ("Value", "Value"),
        (Case::Camel, Position::Operation) => ("Operation", "Operation"),
        (Case::Camel, Position::Resource) => ("Resource", "Resource"),
        (Case::Camel, _) => ("Model", "Model"),
        (Case::Snake, Position::Option) => ("_param", "_value"),
        (Case::Snake, Position::ErrorMethod) => ("_model", "_"),
        (Case::Snake, _) => ("_", "_"),
    };
    let mut suffix = first;
    while reserved::is_taken(&name, position) {
        name.push_str(suffix);
        suffix = further;
    }
    name
}
