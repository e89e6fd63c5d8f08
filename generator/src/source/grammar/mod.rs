//! The grammar of OpenAPI 3.0 as a table: a kind of object and a key in, the shape of the value out. Data is never looked into.

mod api;
mod content;
pub mod effects;
pub mod lenient;
mod nearest;
pub mod newer;
pub mod objects;
pub mod older;
pub mod purpose;
pub mod rewrite;
mod rows;
pub mod styles;
pub mod walk;

use crate::pointer::Pointer;
pub use effects::Effect;
pub use nearest::nearest;

/// What a value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Syntax {
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
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::Callback,
        Self::Components,
        Self::Contact,
        Self::Discriminator,
        Self::Document,
        Self::Encoding,
        Self::Example,
        Self::ExternalDocs,
        Self::Flow,
        Self::Flows,
        Self::Header,
        Self::Info,
        Self::License,
        Self::Link,
        Self::MediaType,
        Self::Operation,
        Self::Parameter,
        Self::PathItem,
        Self::Paths,
        Self::RequestBody,
        Self::Requirement,
        Self::Response,
        Self::Responses,
        Self::Schema,
        Self::SecurityScheme,
        Self::Server,
        Self::ServerVariable,
        Self::Tag,
        Self::Xml,
    ];

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
    /// The keys, sorted, and what becomes of them.
    pub keys: &'static [(&'static str, Syntax, Effect)],
    /// What stands under a key that is not in the table; such keys are unknown if this is `None`.
    pub rest: Option<Syntax>,
    /// Keys without which the object means nothing.
    pub required: &'static [&'static str],
    /// Which free keys the object takes, where it takes any.
    pub accepts: fn(&str) -> bool,
    /// Whether `$ref` may stand in its place.
    pub is_referable: bool,
}

impl Object {
    /// The shape of the value under a key; `None` if the key is unknown.
    pub fn syntax(&self, key: &str) -> Option<Syntax> {
        // There are few keys, and most differ in length: looking at each is quicker than comparing texts to find the way.
        if let Some((_, syntax, _)) = self.keys.iter().find(|(name, ..)| *name == key) {
            return Some(*syntax);
        }
        if key.starts_with("x-") && !matches!(self.rest, Some(Syntax::Texts)) {
            return Some(extension(key));
        }
        self.rest.filter(|_| (self.accepts)(key))
    }

    /// The key that this one was probably meant to be.
    pub fn nearest(&self, key: &str) -> Option<&'static str> {
        nearest(key, self.keys.iter().map(|(name, ..)| *name))
    }
}

/// What the value of an extension has to be: anything, but for those of others that are read.
fn extension(key: &str) -> Syntax {
    match key {
        "x-idempotency-key" | "x-sensitive" => Syntax::Flag,
        "x-speakeasy-group" | "x-speakeasy-sse-sentinel" => Syntax::Text,
        _ => Syntax::Data,
    }
}

impl Syntax {
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
            Self::One(kind) | Self::FlagOr(kind) => kind.object().syntax(key),
            Self::Many(kind) | Self::Named(kind) => Some(Self::One(kind)),
            Self::Texts | Self::TextMap => Some(Self::Text),
            Self::TextsMap => Some(Self::Texts),
            Self::Data | Self::DataList | Self::DataMap => Some(Self::Data),
            Self::Text | Self::Word(_) | Self::Flag | Self::Number | Self::Count => None,
        }
    }
}

/// The shape that the grammar wants at a pointer; `None` where it knows nothing.
pub fn syntax_at(at: &Pointer) -> Option<Syntax> {
    at.segments()
        .try_fold(Syntax::One(Kind::Document), |syntax, key| {
            syntax.inside(&key)
        })
}

/// The kind of object that the grammar wants at a pointer.
pub fn kind_at(at: &Pointer) -> Option<Kind> {
    match syntax_at(at)? {
        Syntax::One(kind) | Syntax::FlagOr(kind) => Some(kind),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Syntax, kind_at, syntax_at};
    use crate::pointer::Pointer;

    #[test]
    fn keys_are_sorted_and_required_ones_known() {
        for kind in Kind::ALL {
            let object = kind.object();
            assert!(
                object.keys.is_sorted_by(|left, right| left.0 < right.0),
                "{kind:?}"
            );
            for key in object.required {
                assert!(object.syntax(key).is_some(), "{kind:?} {key}");
            }
        }
    }

    #[test]
    fn names_are_free_where_they_are_and_data_is_data() {
        let kind = |at: &str| kind_at(&Pointer::parse(at).unwrap());
        let syntax = |at: &str| syntax_at(&Pointer::parse(at).unwrap());
        assert_eq!(
            kind("#/components/schemas/x-a/properties/example/items"),
            Some(Kind::Schema)
        );
        assert_eq!(
            kind("#/paths/~1a/get/responses/2XX/content/a~1b/schema/allOf/0"),
            Some(Kind::Schema)
        );
        assert_eq!(syntax("#/paths/~1a/get/responses/2000"), None);
        assert_eq!(
            syntax("#/components/schemas/A/example/properties"),
            Some(Syntax::Data)
        );
        assert_eq!(syntax("#/paths/x-a/get"), Some(Syntax::Data));
        assert_eq!(syntax("#/components/schemas/A/reqired"), None);
    }
}
