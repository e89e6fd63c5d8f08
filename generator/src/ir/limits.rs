//! Limits of a value as facts: comparisons ask which of two lets more through, people read them as words.

mod words;

use std::fmt;

/// A limit of a value, or of what the value holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// The way from the value to what is limited; empty for the value itself.
    pub of: Vec<Part>,
    /// What holds there.
    pub bound: Bound,
}

/// What a value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The elements of a list.
    Items,
    /// The values of a map.
    Values,
    /// The names of the members of an object.
    Names,
    /// The element of a tuple in this place, from 0.
    Element(usize),
}

/// What a value has to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Bound {
    /// Not less.
    Least(Measure, Amount, Edge),
    /// Not more.
    Most(Measure, Amount, Edge),
    /// A multiple of a number.
    Multiple(Amount),
    /// A text that matches.
    Pattern(String),
    /// A list without two equal elements.
    Unique,
    /// An object with no other members than those that are named.
    Closed,
    /// An object whose other members have names that match one of these.
    Keys(Vec<String>),
    /// A text or a number of a format that has no type.
    Format(String),
    /// One of these values, as they are written in JSON.
    OneOf(Vec<String>),
}

/// What is measured of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The number itself.
    Value,
    /// The characters of a text.
    Characters,
    /// The elements of a list.
    Items,
    /// The members of an object.
    Members,
}

/// Whether the limit itself is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// It is.
    Inclusive,
    /// It is not.
    Exclusive,
}

/// A number as the document writes it, and as it compares.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// For people.
    pub text: String,
    /// For comparisons.
    pub value: f64,
}

impl From<bool> for Edge {
    /// The edge of a limit that is exclusive, or not.
    fn from(is_exclusive: bool) -> Self {
        if is_exclusive {
            Self::Exclusive
        } else {
            Self::Inclusive
        }
    }
}

impl Amount {
    /// A number that Rust can write.
    pub fn of(number: impl fmt::Display) -> Self {
        let text = number.to_string();
        Self {
            value: text.parse().unwrap_or(f64::NAN),
            text,
        }
    }
}

impl Limit {
    /// A limit of the value itself.
    pub fn own(bound: Bound) -> Self {
        Self {
            of: Vec::new(),
            bound,
        }
    }

    /// The same limit, of a part of the value.
    #[must_use]
    pub fn within(mut self, part: Part) -> Self {
        self.of.insert(0, part);
        self
    }

    /// The same limit, of the part itself; `None` where it is of something else.
    pub fn inside(&self, part: Part) -> Option<Self> {
        let (first, rest) = self.of.split_first()?;
        (*first == part).then(|| Self {
            of: rest.to_vec(),
            bound: self.bound.clone(),
        })
    }

    /// Whether whatever this lets through, `other` lets through as well.
    pub fn implies(&self, other: &Self) -> bool {
        self.of == other.of && self.bound.implies(&other.bound)
    }

    /// Whether the documentation of the generated code says so.
    pub fn is_documented(&self) -> bool {
        let is_measured = |measure: Measure| measure != Measure::Members;
        self.of.is_empty()
            && match &self.bound {
                Bound::Least(measure, ..) | Bound::Most(measure, ..) => is_measured(*measure),
                Bound::OneOf(_) | Bound::Multiple(_) | Bound::Unique => true,
                Bound::Pattern(pattern) => is_short(pattern),
                Bound::Closed | Bound::Keys(_) | Bound::Format(_) => false,
            }
    }
}

impl Bound {
    fn implies(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Least(measure, limit, edge), Self::Least(other, less, open)) => {
                measure == other
                    && (limit.value > less.value || is_within(limit, *edge, less, *open))
            }
            (Self::Most(measure, limit, edge), Self::Most(other, more, open)) => {
                measure == other
                    && (limit.value < more.value || is_within(limit, *edge, more, *open))
            }
            (Self::Multiple(step), Self::Multiple(other)) => step.value % other.value == 0.0,
            (Self::OneOf(values), Self::OneOf(others))
            | (Self::Keys(values), Self::Keys(others)) => {
                values.iter().all(|value| others.contains(value))
            }
            (Self::Closed, Self::Keys(_)) => true,
            (one, other) => one == other,
        }
    }
}

/// Whether a pattern is worth a place in a sentence, and can stand there as it is.
fn is_short(pattern: &str) -> bool {
    !pattern.is_empty() && pattern.len() <= 80 && !pattern.contains(char::is_control)
}

/// Whether a limit is as strict as another one of the same number.
fn is_within(limit: &Amount, edge: Edge, other: &Amount, open: Edge) -> bool {
    let is_same = limit.value.total_cmp(&other.value).is_eq();
    is_same && (edge == Edge::Exclusive || open == Edge::Inclusive)
}

#[cfg(test)]
mod tests {
    use super::{Amount, Bound, Edge, Limit, Measure, Part};

    fn amount(value: f64) -> Amount {
        Amount {
            text: value.to_string(),
            value,
        }
    }

    fn least(value: f64, edge: Edge) -> Limit {
        Limit::own(Bound::Least(Measure::Value, amount(value), edge))
    }

    #[test]
    fn the_narrower_limit_implies_the_wider_one_of_the_same_thing() {
        let (in1, ex1, in2) = (
            least(1.0, Edge::Inclusive),
            least(1.0, Edge::Exclusive),
            least(2.0, Edge::Inclusive),
        );
        assert!(in2.implies(&in1) && in2.implies(&ex1) && ex1.implies(&in1) && in1.implies(&in1));
        assert!(!in1.implies(&in2) && !in1.implies(&ex1));
        assert!(!in2.clone().within(Part::Items).implies(&in1));
        let step = |value| Limit::own(Bound::Multiple(amount(value)));
        assert!(step(6.0).implies(&step(3.0)) && !step(3.0).implies(&step(6.0)));
        let pattern = |text: &str| Limit::own(Bound::Pattern(text.to_owned()));
        assert!(pattern("a").implies(&pattern("a")) && !pattern("a").implies(&pattern("b")));
    }
}
