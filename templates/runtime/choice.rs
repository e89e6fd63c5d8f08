//! Which of its types a union is: chosen by a tag, or by what fits best. Never silently the first.
//!
//! Every candidate is read once for how well it fits, and the one that is chosen once more for its value. What a union inside is
//! was chosen then already, for all candidates of those around it: so the work grows with the value, however deep unions lie.

use std::borrow::Cow;

use super::decode_error::DecodeError;
use super::json::Json;
use super::mismatch::shorten;
use super::tape::Node;
use super::union::{Candidate, Union, UnknownVariant};
use super::weighing::{Choice, Fit, WrittenTag};

/// Reads a union: by its tag where it has one, otherwise as the type that keeps most of the value. What no type fits is kept as
/// it is, so that one value never fails a whole answer.
pub fn read_union<U: Union>(json: Json<'_>) -> U {
    if json.is_weighed() {
        let choice = choose::<U>(json);
        json.fits(choice.fit);
        let nothing = DecodeError::candidates(Vec::new());
        return U::unknown(UnknownVariant::new(serde_json::Value::Null, nothing));
    }
    let mut why = None;
    let is_lenient = !json.is_strict();
    if let Some(candidate) = is_lenient
        .then(|| Tagged::of::<U>(json).selected::<U>())
        .flatten()
    {
        match (U::CANDIDATES[candidate].read)(json) {
            Ok(read) => {
                knows_tag::<U>(json);
                return read;
            }
            Err(error) => {
                json.forget_notes();
                why = Some(error);
            }
        }
    }
    let chosen = choose::<U>(json).candidate;
    let read = chosen.map(|chosen| json.strictly(|| (U::CANDIDATES[chosen].read)(json)));
    let why = match read {
        Some(Ok(read)) => {
            knows_tag::<U>(json);
            return read;
        }
        Some(Err(error)) => error,
        None => explain::<U>(json, why),
    };
    json.is_unknown_value(|| {
        json.forget_notes();
        why.clone()
    });
    U::unknown(UnknownVariant::new(json.to_value(), why))
}

/// Takes back that the tag is a member which nobody knows: a candidate may leave it to its union.
fn knows_tag<U: Union>(json: Json<'_>) {
    if json.looks_for_unknown() {
        let tag = U::TAG.and_then(|name| json.get(name));
        tag.into_iter().for_each(Json::forget_notes);
    }
}

/// The candidate for a value, and how well it fits. It is looked for once.
fn choose<U: Union>(json: Json<'_>) -> Choice {
    let place = json.place_of::<U>();
    let choices = &json.tape.weighing;
    choices.choice(place).unwrap_or_else(|| {
        let choice = best::<U>(json);
        choices.choose(place, choice);
        choice
    })
}

/// The candidate that the tag selects, or else the one that fits best; of equals, the one that the document names first.
fn best<U: Union>(json: Json<'_>) -> Choice {
    let tagged = Tagged::of::<U>(json);
    let selected = tagged.selected::<U>();
    let weigh = |index: usize| {
        let fit = weigh(&U::CANDIDATES[index], &tagged, json).ok()?;
        let candidate = Some(index);
        Some(Choice { candidate, fit })
    };
    if let Some(choice) = selected.and_then(weigh) {
        return choice;
    }
    let others = (0..U::CANDIDATES.len()).filter(|index| Some(*index) != selected);
    let best = others.filter_map(weigh).reduce(|best, other| {
        let is_better = other.fit.rank() > best.fit.rank();
        if is_better { other } else { best }
    });
    // Of a value that says what it is, another type may lose nothing.
    let fits = |best: &Choice| tagged.text.is_none() || best.fit.is_whole(json.size());
    best.filter(fits).unwrap_or_else(|| Choice {
        candidate: None,
        fit: Fit::unknown(json.size()),
    })
}

/// How well a candidate fits a value.
fn weigh<T>(
    candidate: &Candidate<T>,
    tagged: &Tagged<'_>,
    json: Json<'_>,
) -> Result<Fit, DecodeError> {
    let tag = tagged.at.filter(|_| !candidate.tags.is_empty());
    let tag = tag.map(|at| WrittenTag {
        object: json.at,
        at,
        is_held: tagged.is_of(candidate.tags),
        is_first: tagged.is_of(candidate.tags.get(..1).unwrap_or_default()),
    });
    json.weigh(tag, || (candidate.read)(json))
}

/// Why a value is of none of the types; each says its own reason.
fn explain<U: Union>(json: Json<'_>, why: Option<DecodeError>) -> DecodeError {
    let tagged = Tagged::of::<U>(json);
    let reason = |candidate| weigh(candidate, &tagged, json).err();
    let Some(tag) = &tagged.text else {
        let reasons = U::CANDIDATES.iter();
        let reasons = reasons.filter_map(|one| Some((one.name, reason(one)?)));
        return DecodeError::candidates(reasons.collect());
    };
    let selected = tagged.selected::<U>();
    let reason = why.or_else(|| reason(&U::CANDIDATES[selected?]));
    reason.unwrap_or_else(|| DecodeError::new("a known tag", format!("the tag {}", shorten(tag))))
}

/// The tag of a value.
struct Tagged<'t> {
    /// As the document writes it: a text, or a number or truth value as one.
    text: Option<Cow<'t, str>>,
    at: Option<usize>,
}

impl<'t> Tagged<'t> {
    fn of<U: Union>(json: Json<'t>) -> Self {
        let tag = U::TAG.and_then(|name| json.get(name));
        let text = tag.and_then(|tag| match tag.node() {
            Node::Bool(value) => Some(Cow::Owned(value.to_string())),
            _ => match (tag.text(), tag.number()) {
                (Some(text), _) => Some(Cow::Borrowed(text)),
                (None, Some(number)) => Some(Cow::Owned(number.to_string())),
                (None, None) => None,
            },
        });
        Self {
            at: tag.filter(|_| text.is_some()).map(|tag| tag.at),
            text,
        }
    }

    fn is_of(&self, tags: &[&str]) -> bool {
        self.text
            .as_deref()
            .is_some_and(|text| tags.contains(&text))
    }

    /// The candidate that the tag selects, or the one for all other values.
    fn selected<U: Union>(&self) -> Option<usize> {
        let mut candidates = U::CANDIDATES.iter();
        let tagged = candidates.position(|candidate| self.is_of(candidate.tags));
        tagged.or_else(|| U::CANDIDATES.iter().position(|one| one.is_default))
    }
}
