//! Values that are one of several types: chosen by a tag, or by what fits best. Never silently the first.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::fmt::{self, Debug, Formatter};

use serde_json::Value;

use super::codec::Encode;
use super::decode_error::DecodeError;
use super::strict;
use super::unknown::{self, Met};

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
    is_default: bool,
    read: fn(Value) -> Result<T, DecodeError>,
}

impl<T> Candidate<T> {
    /// A type by its name, the tags that select it, and how it is read.
    pub const fn new(
        name: &'static str,
        tags: &'static [&'static str],
        read: fn(Value) -> Result<T, DecodeError>,
    ) -> Self {
        Self {
            name,
            tags,
            is_default: false,
            read,
        }
    }

    /// The same type, also for values whose tag is missing or selects no other one.
    #[must_use]
    pub const fn by_default(self) -> Self {
        Self {
            is_default: true,
            ..self
        }
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

/// Reads a union: by its tag where it has one, otherwise as the type that keeps most of the value. What no type fits is kept as
/// it is, so that one value never fails a whole answer.
pub fn read_union<U: Union>(value: Value) -> U {
    let tag = U::TAG.and_then(|tag| value.get(tag)).and_then(tag_text);
    let tagged = tag.as_ref().and_then(|tag| {
        let mut candidates = U::CANDIDATES.iter();
        candidates.find(|candidate| candidate.tags.contains(&tag.as_ref()))
    });
    let default = || U::CANDIDATES.iter().find(|one| one.is_default);
    let before = unknown::count();
    let mut why = match &tag {
        Some(tag) => DecodeError::new("a known tag", format!("the tag {tag:?}")),
        None => DecodeError::candidates(Vec::new()),
    };
    if let Some(candidate) = tagged.or_else(default) {
        match (candidate.read)(value.clone()) {
            Ok(read) => return read,
            Err(error) => why = error,
        }
        unknown::reset(before);
    }
    let (best, reasons) = best::<U>(&value, before);
    match best {
        // Of a value that says what it is, another type may lose nothing.
        Some((fit, read)) if tag.is_none() || fit.is_whole(&value, before) => {
            unknown::reset(fit.met);
            return read;
        }
        _ if tag.is_none() => why = DecodeError::candidates(reasons),
        _ => {}
    }
    unknown::reset(before);
    unknown::met(unknown::size(&value).saturating_sub(1));
    U::unknown(UnknownVariant {
        json: Box::new(value),
        why,
    })
}

/// A tag as the document writes it: a text, or a number or truth value as one.
fn tag_text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(_) | Value::Bool(_) => Some(Cow::Owned(value.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The type that names most of the value, of what it gives back when it is written again; what a union inside it only keeps does
/// not count. Of equals it is the one that gives back more, then the one that knows more of its enum values, and then the one that
/// the document names first. Each of the others says why it does not fit.
fn best<U: Union>(value: &Value, before: Met) -> (Option<(Fit, U)>, Reasons) {
    let mut best: Option<(Fit, U)> = None;
    let mut reasons = Vec::new();
    for candidate in U::CANDIDATES {
        unknown::reset(before);
        match strict::strictly(|| (candidate.read)(value.clone())) {
            Ok(read) => {
                let fit = Fit::of(value, &read, before);
                if best
                    .as_ref()
                    .is_none_or(|(most, _)| fit.rank() > most.rank())
                {
                    best = Some((fit, read));
                }
            }
            Err(error) => reasons.push((candidate.name, error)),
        }
    }
    (best, reasons)
}

/// Why a value is none of the types, by their names.
type Reasons = Vec<(&'static str, DecodeError)>;

/// How well a type fits a value.
#[derive(Debug, Clone, Copy)]
struct Fit {
    /// How many values are given back.
    kept: usize,
    /// How many of them a type knows.
    known: usize,
    /// What was met when it was read.
    met: Met,
    /// How many values are given back as they are spelled: `3` is no `3.0`.
    same: usize,
}

impl Fit {
    fn of<U: Union>(value: &Value, read: &U, before: Met) -> Self {
        let met = unknown::count();
        let written = strict::strictly(|| read.encode());
        let kept = count(value, &written, is_kept);
        Self {
            same: count(value, &written, |before, after| before == after),
            kept,
            known: kept.saturating_sub(met.inside.wrapping_sub(before.inside)),
            met,
        }
    }

    fn rank(&self) -> (usize, usize, Reverse<usize>, usize) {
        (self.known, self.kept, Reverse(self.met.values), self.same)
    }

    /// Whether all of the value is given back and known.
    fn is_whole(&self, value: &Value, before: Met) -> bool {
        self.met.values == before.values && self.kept == unknown::size(value)
    }
}

/// How many values of `before`, at any depth, stand in `after` at the same place.
fn count(before: &Value, after: &Value, is_same: fn(&Value, &Value) -> bool) -> usize {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let fields = before.iter();
            let pairs = fields.filter_map(|(name, value)| Some((value, after.get(name)?)));
            1 + pairs
                .map(|(before, after)| count(before, after, is_same))
                .sum::<usize>()
        }
        (Value::Array(before), Value::Array(after)) => {
            let pairs = before.iter().zip(after);
            1 + pairs
                .map(|(before, after)| count(before, after, is_same))
                .sum::<usize>()
        }
        (before, after) => usize::from(is_same(before, after)),
    }
}

/// Whether nothing of a value is lost: a number with a fraction of zero is the whole one.
fn is_kept(before: &Value, after: &Value) -> bool {
    let digits = |value: &Value| match value {
        Value::Number(number) if number.is_f64() => number.as_f64().map(|float| float.to_string()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    before == after || before.is_number() && digits(before) == digits(after)
}

/// Writes a variant with a tag that selects it, whatever the type itself holds there; the first tag unless it holds another.
pub fn write_tagged<T: Encode, K: Copy + Into<Value>>(value: &T, name: &str, tags: &[K]) -> Value {
    let mut json = value.encode();
    let tags = || tags.iter().map(|tag| (*tag).into());
    if let (Value::Object(fields), Some(first)) = (&mut json, tags().next())
        && !fields
            .get(name)
            .is_some_and(|held| tags().any(|tag| tag == *held))
    {
        fields.insert(name.to_owned(), first);
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
                ::core::result::Result::Ok(runtime::read_union(value))
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
