//! Values that are one of several types: chosen by a tag, or by what fits best. Never silently the first.

use std::cmp::Reverse;
use std::fmt::{self, Debug, Formatter};

use serde_json::Value;

use super::codec::Encode;
use super::decode_error::DecodeError;
use super::unknown;

/// An enum of the types that a value may have.
pub trait Union: Encode + Sized + 'static {
    /// The property that tells which type it is, where the document names one.
    const TAG: Option<&'static str> = None;

    /// The types, in the order of the document.
    const CANDIDATES: &'static [Candidate<Self>];

    /// Writes the value of whichever variant it is.
    fn write(&self) -> Value;

    /// Keeps a value that is none of the types.
    fn unknown(value: UnknownVariant) -> Self;
}

/// A type that a value may have.
pub struct Candidate<T> {
    name: &'static str,
    tags: &'static [&'static str],
    read: fn(Value) -> Result<T, DecodeError>,
}

impl<T> Candidate<T> {
    /// A type by its name, the tags that select it, and how it is read.
    pub const fn new(
        name: &'static str,
        tags: &'static [&'static str],
        read: fn(Value) -> Result<T, DecodeError>,
    ) -> Self {
        Self { name, tags, read }
    }
}

impl<T> Debug for Candidate<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Candidate")
            .field("name", &self.name)
            .field("tags", &self.tags)
            .finish_non_exhaustive()
    }
}

/// A value of a type that this version does not know, as it came.
///
/// Only the crate makes one, so that a match stays right when a later version has a variant for it.
#[derive(Clone)]
pub struct UnknownVariant {
    json: Box<Value>,
    why: DecodeError,
}

impl UnknownVariant {
    /// The value as it came.
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// Why it is none of the types; each says its own reason.
    pub fn why(&self) -> &DecodeError {
        &self.why
    }
}

/// Shows the reason, and not the value: it may hold a secret.
impl Debug for UnknownVariant {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownVariant")
            .field("why", &self.why.to_string())
            .finish_non_exhaustive()
    }
}

impl PartialEq for UnknownVariant {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

/// Reads a union: by its tag where it has one, otherwise as the type that keeps most of the value.
///
/// # Errors
///
/// A [`DecodeError`] when a tag names a type that the value does not fit.
pub fn read_union<U: Union>(value: Value) -> Result<U, DecodeError> {
    let tag = U::TAG
        .and_then(|tag| value.get(tag))
        .and_then(Value::as_str);
    let Some(tag) = tag else {
        return Ok(best(value));
    };
    let tagged = U::CANDIDATES
        .iter()
        .find(|candidate| candidate.tags.contains(&tag));
    if let Some(candidate) = tagged {
        return (candidate.read)(value);
    }
    unknown::met();
    let why = DecodeError::new("a known tag", format!("the tag {tag:?}"));
    Ok(U::unknown(UnknownVariant {
        json: Box::new(value),
        why,
    }))
}

/// The type that gives back most of the value when it is written again; of equals the one that knows more of its enum values,
/// and then the one that the document names first.
fn best<U: Union>(value: Value) -> U {
    let before = unknown::count();
    let mut best: Option<(Fit, U)> = None;
    let mut reasons = Vec::new();
    for candidate in U::CANDIDATES {
        unknown::reset(before);
        match (candidate.read)(value.clone()) {
            Ok(read) => {
                let kept = kept(&value, &read.encode());
                let fit = (kept, Reverse(unknown::count()));
                if best.as_ref().is_none_or(|(most, _)| fit > *most) {
                    best = Some((fit, read));
                }
            }
            Err(error) => reasons.push((candidate.name, error)),
        }
    }
    if let Some(((_, Reverse(met)), read)) = best {
        unknown::reset(met);
        return read;
    }
    unknown::reset(before);
    unknown::met();
    U::unknown(UnknownVariant {
        json: Box::new(value),
        why: DecodeError::candidates(reasons),
    })
}

/// How many values are given back, and how many of them are not known.
type Fit = (usize, Reverse<usize>);

/// How many values of `before`, at any depth, stand in `after` at the same place.
fn kept(before: &Value, after: &Value) -> usize {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let fields = before.iter();
            let pairs = fields.filter_map(|(name, value)| Some((value, after.get(name)?)));
            1 + pairs
                .map(|(before, after)| kept(before, after))
                .sum::<usize>()
        }
        (Value::Array(before), Value::Array(after)) => {
            let pairs = before.iter().zip(after);
            1 + pairs
                .map(|(before, after)| kept(before, after))
                .sum::<usize>()
        }
        (before, after) => usize::from(before == after),
    }
}

/// Writes a variant with its tag, where the type itself does not have one.
pub fn write_tagged<T: Encode>(value: &T, name: &str, tag: &str) -> Value {
    let mut json = value.encode();
    if let Value::Object(fields) = &mut json {
        fields.entry(name).or_insert_with(|| Value::from(tag));
    }
    json
}

/// Makes a [`Union`] readable and writable as JSON, for this crate and for `serde`.
#[allow(unused_macros, reason = "an API may have no such type")]
macro_rules! union {
    ($name:ident) => {
        impl runtime::Decode for $name {
            fn decode(
                value: ::serde_json::Value,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_union(value)
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self) -> ::serde_json::Value {
                runtime::Union::write(self)
            }
        }

        runtime::serde_shims!($name);
    };
}

#[allow(unused_imports, reason = "an API may have no such type")]
pub(crate) use union;
