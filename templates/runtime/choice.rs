//! Which of its types a union is: chosen by a tag, or by what fits best. Never silently the first.
//!
//! Every candidate is read once for how well it fits, and the one that is chosen once more for its value. What a union inside is
//! was chosen then already, for all candidates of those around it: so the work grows with the value, however deep unions lie.

use std::any::TypeId;
use std::borrow::Cow;

use serde_json::Value;

use super::union::{CandidateInfo, Union, UnknownVariant};
use super::weighing::{Choice, Fit, WrittenTag};
use super::{decode_error::DecodeError, json::Json, mismatch::shorten, tape::Node};

/// Reads a union: by its tag where it has one, otherwise as the type that keeps most of the value. What no type fits is kept as
/// it is, so that one value never fails a whole answer.
pub fn read_union<U: Union>(json: Json<'_>) -> U {
    // Of each union there is a copy of this function: what does not depend on its type is done by the erased one.
    let union = ErasedUnion::of::<U>();
    if json.is_weighed() {
        return U::unknown(union.weighed(json));
    }
    let mut why = None;
    if let Some(selected) = union.selected(json) {
        match (U::CANDIDATES[selected].read)(json) {
            Ok(read) => {
                union.knows_tag(json);
                return read;
            }
            Err(error) => {
                json.forget_notes();
                why = Some(error);
            }
        }
    }
    let failed = match union.choose(json).candidate {
        Some(chosen) => match json.strictly(|| (U::CANDIDATES[chosen].read)(json)) {
            Ok(read) => {
                union.knows_tag(json);
                return read;
            }
            Err(error) => Some(error),
        },
        None => None,
    };
    U::unknown(union.unknown(json, failed, why))
}

/// A union without its type, so that the choice is compiled once for all of them.
#[derive(Clone, Copy)]
struct ErasedUnion {
    union: TypeId,
    tag: Option<&'static str>,
    count: usize,
    candidate: fn(usize) -> CandidateInfo,
    /// Reads a candidate, and gives nothing back of it.
    read: fn(usize, Json<'_>) -> Result<(), DecodeError>,
}

impl ErasedUnion {
    fn of<U: Union>() -> Self {
        Self {
            union: TypeId::of::<U>(),
            tag: U::TAG,
            count: U::CANDIDATES.len(),
            candidate: |index| U::CANDIDATES[index].info,
            read: |index, json| (U::CANDIDATES[index].read)(json).map(drop),
        }
    }

    fn candidates(self) -> impl Iterator<Item = CandidateInfo> {
        (0..self.count).map(self.candidate)
    }

    /// Counts how well the value fits, whatever it is: what is read is thrown away.
    fn weighed(self, json: Json<'_>) -> UnknownVariant {
        json.fits(self.choose(json).fit);
        UnknownVariant::new(Value::Null, DecodeError::candidates(Vec::new()))
    }

    /// The candidate that the tag selects, unless the value is read to the letter.
    fn selected(self, json: Json<'_>) -> Option<usize> {
        if json.is_strict() {
            return None;
        }
        Tagged::of(self, json).selected(self)
    }

    /// Takes back that the tag is a member which nobody knows: a candidate may leave it to its union.
    fn knows_tag(self, json: Json<'_>) {
        if json.looks_for_unknown() {
            let tag = self.tag.and_then(|name| json.get(name));
            tag.into_iter().for_each(Json::forget_notes);
        }
    }

    /// Keeps a value that is of none of the types, with the reason: the one that was chosen failed, or there is none but the one
    /// that the tag selects, which failed.
    fn unknown(
        self,
        json: Json<'_>,
        failed: Option<DecodeError>,
        selected: Option<DecodeError>,
    ) -> UnknownVariant {
        let why = failed.unwrap_or_else(|| self.explain(json, selected));
        json.is_unknown_value(|| {
            json.forget_notes();
            why.clone()
        });
        UnknownVariant::new(json.to_value(), why)
    }

    /// The candidate for a value, and how well it fits. It is looked for once.
    fn choose(self, json: Json<'_>) -> Choice {
        let place = json.place_of(self.union);
        let choices = &json.tape.weighing;
        choices.choice(place).unwrap_or_else(|| {
            let choice = self.best(json);
            choices.choose(place, choice);
            choice
        })
    }

    /// The candidate that the tag selects, or else the one that fits best; of equals, the one that the document names first.
    fn best(self, json: Json<'_>) -> Choice {
        let tagged = Tagged::of(self, json);
        let selected = tagged.selected(self);
        let weigh = |index: usize| {
            let fit = self.weigh(index, &tagged, json).ok()?;
            let candidate = Some(index);
            Some(Choice { candidate, fit })
        };
        if let Some(choice) = selected.and_then(weigh) {
            return choice;
        }
        let others = (0..self.count).filter(|index| Some(*index) != selected);
        let best = others.filter_map(weigh).reduce(|best, other| {
            let is_better = other.fit.rank() > best.fit.rank();
            if is_better { other } else { best }
        });
        // Of a value that says what it is, another type may lose nothing.
        let fits = |best: &Choice| tagged.text.is_none() || best.fit.is_whole(json.size());
        best.filter(fits)
            .unwrap_or_else(|| Choice { candidate: None, fit: Fit::unknown(json.size()) })
    }

    /// How well a candidate fits a value.
    fn weigh(self, index: usize, tagged: &Tagged<'_>, json: Json<'_>) -> Result<Fit, DecodeError> {
        let tags = (self.candidate)(index).tags;
        let tag = tagged.at.filter(|_| !tags.is_empty());
        let tag = tag.map(|at| WrittenTag {
            object: json.at,
            at,
            is_held: tagged.is_of(tags),
            is_first: tagged.is_of(tags.get(..1).unwrap_or_default()),
        });
        json.weigh(tag, || (self.read)(index, json))
    }

    /// Why a value is of none of the types; each says its own reason.
    fn explain(self, json: Json<'_>, why: Option<DecodeError>) -> DecodeError {
        let tagged = Tagged::of(self, json);
        let reason = |index| self.weigh(index, &tagged, json).err();
        let Some(tag) = &tagged.text else {
            let reasons = self.candidates().enumerate();
            let reasons = reasons.filter_map(|(index, one)| Some((one.name, reason(index)?)));
            return DecodeError::candidates(reasons.collect());
        };
        let reason = why.or_else(|| reason(tagged.selected(self)?));
        reason
            .unwrap_or_else(|| DecodeError::new("a known tag", format!("the tag {}", shorten(tag))))
    }
}

/// The tag of a value.
struct Tagged<'t> {
    /// As the document writes it: a text, or a number or truth value as one.
    text: Option<Cow<'t, str>>,
    at: Option<usize>,
}

impl<'t> Tagged<'t> {
    fn of(union: ErasedUnion, json: Json<'t>) -> Self {
        let tag = union.tag.and_then(|name| json.get(name));
        let text = tag.and_then(|tag| match tag.node() {
            Node::Bool(value) => Some(Cow::Owned(value.to_string())),
            _ => match (tag.text(), tag.number()) {
                (Some(text), _) => Some(Cow::Borrowed(text)),
                (None, Some(number)) => Some(Cow::Owned(number.to_string())),
                (None, None) => None,
            },
        });
        Self { at: tag.filter(|_| text.is_some()).map(|tag| tag.at), text }
    }

    fn is_of(&self, tags: &[&str]) -> bool {
        self.text.as_deref().is_some_and(|text| tags.contains(&text))
    }

    /// The candidate that the tag selects, or the one for all other values.
    fn selected(&self, union: ErasedUnion) -> Option<usize> {
        let mut candidates = union.candidates();
        let tagged = candidates.position(|candidate| self.is_of(candidate.tags));
        tagged.or_else(|| union.candidates().position(|one| one.is_default))
    }
}
