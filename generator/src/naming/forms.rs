//! The forms of a name, from the one that is wished for to the one that nobody else can have. Pure; knows nothing of scopes.

use super::length;
use super::reserved::{self, Place};
use super::scope::Wish;
use super::words::{self, Case};

/// A way to make a name, and why it is taken where it is not the first.
pub(super) struct Form {
    pub(super) name: fn(&Wish, Case, Place) -> String,
    pub(super) reason: Option<&'static str>,
}

/// Tried in order.
pub(super) const FORMS: &[Form] = &[
    Form {
        name: plain,
        reason: None,
    },
    Form {
        name: longer,
        reason: Some("another item has the shorter name"),
    },
    Form {
        name: led,
        reason: Some("another item has this name in another spelling"),
    },
    Form {
        name: signs,
        reason: Some("another item has this name in another spelling"),
    },
    Form {
        name: spelled,
        reason: Some("another item has this name in another spelling"),
    },
];

/// Taken where every other form has another owner.
pub(super) const LAST: Form = Form {
    name: hashed,
    reason: Some("other items have every shorter name"),
};

/// Why the plain form is not just the text in the case of Rust.
pub(super) fn reason(wish: &Wish, name: &str, case: Case, place: Place) -> Option<&'static str> {
    let words = words::name(&wish.text, case);
    if !wish.text.chars().any(char::is_alphanumeric) {
        Some("the text has no letter and no digit")
    } else if length::is_too_long(&words, place) {
        Some("the text is too long for a name")
    } else if words != name {
        Some("the generated code has another use for the shorter name")
    } else if reserved::is_raw(name) {
        Some("a keyword of Rust, written with `r#`")
    } else if words::is_led_by_digit(&wish.text, case) {
        Some("no name begins with a digit")
    } else {
        None
    }
}

fn plain(wish: &Wish, case: Case, place: Place) -> String {
    finish(&words::name(&wish.text, case), &wish.text, case, place)
}

fn longer(wish: &Wish, case: Case, place: Place) -> String {
    if wish.more.is_empty() {
        return led(wish, case, place);
    }
    let text = format!("{} {}", wish.text, wish.more);
    finish(&words::name(&text, case), &text, case, place)
}

fn led(wish: &Wish, case: Case, place: Place) -> String {
    finish(&words::led(&wish.text, case), &wish.text, case, place)
}

fn signs(wish: &Wish, case: Case, place: Place) -> String {
    finish(&words::signs(&wish.text, case), &wish.text, case, place)
}

fn spelled(wish: &Wish, case: Case, place: Place) -> String {
    finish(&words::spelled(&wish.text, case), &wish.text, case, place)
}

fn hashed(wish: &Wish, case: Case, place: Place) -> String {
    let text = format!("{} {}", wish.text, length::hash(&wish.key));
    // The hash stays, however long the text is.
    finish(&words::name(&text, case), &wish.key, case, place)
}

/// The name at its length, or a longer one where the generated code uses it itself.
fn finish(name: &str, text: &str, case: Case, place: Place) -> String {
    free(length::cut(name, text, case, place), case, place)
}

/// The name, or a longer one where the generated code uses it itself; that one is looked up again.
pub(super) fn free(mut name: String, case: Case, place: Place) -> String {
    let (first, further) = match (case, place) {
        (Case::Camel, Place::Variant) => ("Value", "Value"),
        (Case::Camel, Place::Operation) => ("Operation", "Operation"),
        (Case::Camel, Place::Resource) => ("Resource", "Resource"),
        (Case::Camel, _) => ("Model", "Model"),
        (Case::Snake, Place::Option) => ("_param", "_value"),
        (Case::Snake, Place::ErrorMethod) => ("_model", "_"),
        (Case::Snake, _) => ("_", "_"),
    };
    let mut suffix = first;
    while reserved::is_taken(&name, place) {
        name.push_str(suffix);
        suffix = further;
    }
    name
}
