//! The grammar of OpenAPI 3.0 as a table: a kind of object and a key in, the shape of the value out. Data is never looked into.

pub mod lenient;
pub mod objects;
pub mod rewrite;
pub mod walk;

use super::pointer::Pointer;

/// What a value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// True or false.
    Flag,
    /// A number.
    Number,
    /// A whole number that is not negative.
    Count,
    /// Anything; it belongs to the user.
    Data,
    /// A list of anything.
    DataList,
    /// A list of text.
    Texts,
    /// Free names to texts.
    TextMap,
    /// Free names to lists of text.
    TextsMap,
    /// Free names to anything.
    DataMap,
    /// An object of the grammar.
    One(Kind),
    /// A list of such objects.
    Many(Kind),
    /// Free names to such objects.
    Named(Kind),
    /// True, false or such an object.
    FlagOr(Kind),
}

/// The kinds of objects that OpenAPI knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named as in the specification")]
pub enum Kind {
    Callback,
    Components,
    Contact,
    Discriminator,
    Document,
    Encoding,
    Example,
    ExternalDocs,
    Flow,
    Flows,
    Header,
    Info,
    License,
    Link,
    MediaType,
    Operation,
    Parameter,
    PathItem,
    Paths,
    RequestBody,
    Requirement,
    Response,
    Responses,
    Schema,
    SecurityScheme,
    Server,
    ServerVariable,
    Tag,
    Xml,
}

impl Kind {
    /// How people call it, with its article, such as `an operation`.
    pub fn name(self) -> String {
        let name = self.object().name;
        let article = if name.starts_with(['a', 'e', 'i', 'o', 'O', 'X']) {
            "an"
        } else {
            "a"
        };
        format!("{article} {name}")
    }
}

/// What may be in an object.
#[derive(Debug)]
pub struct Object {
    /// How people call it, such as `schema`.
    pub name: &'static str,
    /// The keys, sorted.
    pub keys: &'static [(&'static str, Shape)],
    /// What stands under a key that is not in the table; such keys are unknown if this is `None`.
    pub rest: Option<Shape>,
    /// Keys without which the object means nothing.
    pub required: &'static [&'static str],
    /// Whether `$ref` may stand in its place.
    pub is_referable: bool,
}

impl Object {
    /// The shape of the value under a key; `None` if the key is unknown.
    pub fn shape(&self, key: &str) -> Option<Shape> {
        if let Ok(found) = self.keys.binary_search_by_key(&key, |(name, _)| name) {
            return self.keys.get(found).map(|(_, shape)| *shape);
        }
        if key.starts_with("x-") && !matches!(self.rest, Some(Shape::Texts)) {
            return Some(Shape::Data);
        }
        self.rest
    }

    /// The key that this one was probably meant to be.
    pub fn nearest(&self, key: &str) -> Option<&'static str> {
        nearest(key, self.keys.iter().map(|(name, _)| *name))
    }
}

impl Shape {
    /// What the value has to be, in words.
    pub fn expected(self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Word(words) => format!("one of {}", words.join(", ")),
            Self::Flag => "true or false".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Count => "a whole number".to_owned(),
            Self::Data => "anything".to_owned(),
            Self::DataList => "a list".to_owned(),
            Self::Texts => "a list of text".to_owned(),
            Self::TextMap => "a map of text".to_owned(),
            Self::TextsMap => "a map of lists of text".to_owned(),
            Self::DataMap => "a map".to_owned(),
            Self::One(kind) => format!("{} object", kind.name()),
            Self::Many(kind) => format!("a list of {} objects", kind.object().name),
            Self::Named(kind) => format!("a map of {} objects", kind.object().name),
            Self::FlagOr(kind) => format!("true, false or {} object", kind.name()),
        }
    }

    /// The shape of what stands under a key or index; `None` if nothing may.
    pub fn inside(self, key: &str) -> Option<Self> {
        match self {
            Self::One(kind) | Self::FlagOr(kind) => kind.object().shape(key),
            Self::Many(kind) | Self::Named(kind) => Some(Self::One(kind)),
            Self::Texts | Self::TextMap => Some(Self::Text),
            Self::TextsMap => Some(Self::Texts),
            Self::Data | Self::DataList | Self::DataMap => Some(Self::Data),
            Self::Text | Self::Word(_) | Self::Flag | Self::Number | Self::Count => None,
        }
    }
}

/// The shape that the grammar wants at a pointer; `None` where it knows nothing.
pub fn shape_at(at: &Pointer) -> Option<Shape> {
    at.segments()
        .try_fold(Shape::One(Kind::Document), |shape, key| shape.inside(&key))
}

/// The kind of object that the grammar wants at a pointer.
pub fn kind_at(at: &Pointer) -> Option<Kind> {
    match shape_at(at)? {
        Shape::One(kind) | Shape::FlagOr(kind) => Some(kind),
        _ => None,
    }
}

/// The candidate that a misspelt word was probably meant to be.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).clamp(1, 3);
    candidates
        .map(|one| (distance(&word, &one.to_lowercase()), one))
        .filter(|(far, _)| *far <= limit)
        .min_by_key(|(far, _)| *far)
        .map(|(_, one)| one)
}

/// How many letters must be changed, added, removed or swapped with their neighbour.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().take(64).collect();
    let right: Vec<char> = right.chars().take(64).collect();
    let width = right.len() + 1;
    let mut table = vec![0; (left.len() + 1) * width];
    for row in 0..=left.len() {
        for column in 0..width {
            table[row * width + column] = if row == 0 || column == 0 {
                row + column
            } else {
                let is_same = left[row - 1] == right[column - 1];
                let changed = table[(row - 1) * width + column - 1] + usize::from(!is_same);
                let removed = table[(row - 1) * width + column] + 1;
                let added = table[row * width + column - 1] + 1;
                let mut best = changed.min(removed).min(added);
                if row > 1
                    && column > 1
                    && left[row - 1] == right[column - 2]
                    && left[row - 2] == right[column - 1]
                {
                    best = best.min(table[(row - 2) * width + column - 2] + 1);
                }
                best
            };
        }
    }
    table.last().copied().unwrap_or(0)
}
