//! What rows of the grammar are made with. Facts only; `mod.rs` asks the questions.

use super::{Effect, Object, Syntax};

pub(super) type Keys = &'static [(&'static str, Syntax, Effect)];

/// An object with fixed keys only.
pub(super) const fn fixed(
    name: &'static str,
    keys: Keys,
    required: &'static [&'static str],
) -> Object {
    Object {
        name,
        keys,
        rest: None,
        accepts: any_key,
        required,
        is_referable: false,
    }
}

/// An object that `$ref` can stand for.
pub(super) const fn referable(
    name: &'static str,
    keys: Keys,
    required: &'static [&'static str],
) -> Object {
    Object {
        is_referable: true,
        ..fixed(name, keys, required)
    }
}

/// An object whose keys the user chooses.
pub(super) const fn free(name: &'static str, keys: Keys, rest: Syntax) -> Object {
    Object {
        rest: Some(rest),
        ..fixed(name, keys, &[])
    }
}

const fn any_key(_: &str) -> bool {
    true
}

/// A status code, a range of them such as `2XX`, or `default`.
pub(super) fn is_status(key: &str) -> bool {
    let is_code = |bytes: &[u8]| match bytes {
        [first, rest @ ..] if rest.len() == 2 => {
            first.is_ascii_digit()
                && (rest.iter().all(u8::is_ascii_digit) || rest.eq_ignore_ascii_case(b"xx"))
        }
        _ => false,
    };
    key == "default" || is_code(key.as_bytes())
}
