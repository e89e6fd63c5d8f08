//! Takes a parameter apart into encoded pieces, which a style then puts together.

use super::{percent::Encoding, sent::Sent};

/// A value in encoded pieces.
#[derive(Debug)]
pub(super) enum Pieces {
    /// A primitive, or a list that is already joined.
    One(String),
    /// The elements of an array.
    Many(Vec<String>),
    /// The properties of an object.
    Pairs(Vec<(String, String)>),
}

impl Pieces {
    /// Takes a value apart; an array or object stays whole, joined by the delimiter, unless it explodes.
    ///
    /// `None` is a value that is not sent: null, and an array or object with nothing in it.
    pub(super) fn of(
        value: &Sent,
        explode: bool,
        delimiter: &str,
        encoding: Encoding,
    ) -> Option<Self> {
        let pieces = match value {
            Sent::List(elements) => {
                let texts: Vec<String> =
                    elements.iter().filter_map(text).map(|text| encoding.value(&text)).collect();
                Self::Many(texts)
            }
            Sent::Members(fields) => {
                let pairs = fields
                    .iter()
                    .filter_map(|(name, value)| Some((name, text(value)?)))
                    .map(|(name, text)| (encoding.name(name), encoding.value(&text)))
                    .collect();
                Self::Pairs(pairs)
            }
            primitive => Self::One(encoding.value(&text(primitive)?)),
        };
        match pieces {
            Self::Many(texts) if texts.is_empty() => None,
            Self::Pairs(pairs) if pairs.is_empty() => None,
            Self::Many(texts) if !explode => Some(Self::One(texts.join(delimiter))),
            Self::Pairs(pairs) if !explode => {
                let texts: Vec<String> =
                    pairs.into_iter().flat_map(|(name, text)| [name, text]).collect();
                Some(Self::One(texts.join(delimiter)))
            }
            pieces => Some(pieces),
        }
    }

    /// The pieces with a separator between them; the name of the parameter does not appear.
    pub(super) fn join(self, separator: &str) -> String {
        match self {
            Self::One(text) => text,
            Self::Many(texts) => texts.join(separator),
            Self::Pairs(pairs) => {
                let texts: Vec<String> =
                    pairs.into_iter().map(|(name, text)| format!("{name}={text}")).collect();
                texts.join(separator)
            }
        }
    }

    /// The pieces as pairs, under the name of the parameter where they have none of their own.
    pub(super) fn named(self, name: &str) -> Vec<(String, String)> {
        match self {
            Self::One(text) => vec![(name.to_owned(), text)],
            Self::Many(texts) => texts.into_iter().map(|text| (name.to_owned(), text)).collect(),
            Self::Pairs(pairs) => pairs,
        }
    }
}

// Only with deep objects.
/// Gives each value inside a value its name: `filter[owner][id]`, `filter[tags][0]`.
///
/// OpenAPI describes one level of an object. Deeper ones, and elements by their positions, follow what servers read that
/// ask for this style; only a position keeps the members of an element together.
pub(super) fn deep(name: &str, value: &Sent, put: &mut dyn FnMut(&str, &Sent)) {
    match value {
        Sent::Members(fields) => {
            for (field, value) in fields {
                deep(&format!("{name}[{field}]"), value, put);
            }
        }
        Sent::List(elements) => {
            for (index, value) in elements.iter().enumerate() {
                deep(&format!("{name}[{index}]"), value, put);
            }
        }
        plain => put(name, plain),
    }
}

/// The text of a value inside a parameter; null has none, and an array or object is written as JSON.
fn text(value: &Sent) -> Option<String> {
    match value {
        Sent::Null => None,
        Sent::Text(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
