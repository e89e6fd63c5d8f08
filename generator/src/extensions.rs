//! The extensions that Tintype writes into a document for itself: what the shape of OpenAPI 3.0 cannot say, by key, from those who
//! normalise to those who lower.
//!
//! ARCHITECTURE.md says what each of them holds. Nobody else names a key.

use indexmap::IndexMap;
use serde_json::{Map, Value};

/// What all the keys begin with.
const PREFIX: &str = "x-tintype-";

/// Whether a key is one of ours.
pub fn is_own(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// Keys of other programs that are read.
const READ: &[&str] = &[
    "x-discriminator-value",
    "x-dropshot-pagination",
    "x-enum-descriptions",
    "x-enum-varnames",
    "x-enumDescriptions",
    "x-enumNames",
    "x-fern-enum",
    "x-idempotency-key",
    "x-ms-discriminator-value",
    "x-ms-enum",
    "x-ms-pageable",
    "x-nullable",
    "x-sensitive",
    "x-speakeasy-enum-descriptions",
    "x-speakeasy-enums",
    "x-speakeasy-group",
    "x-speakeasy-name-override",
    "x-speakeasy-pagination",
    "x-speakeasy-sse-sentinel",
];

/// Whether something depends on a key of another program.
pub fn is_read(key: &str) -> bool {
    READ.contains(&key)
}

/// A fact that is there or not.
#[derive(Debug, Clone, Copy)]
pub struct Flag(&'static str);

/// Marks the candidate of a union that is the parent alone, with no more members than it declares.
pub const ITSELF: Flag = Flag("x-tintype-itself");

/// Says of an object that is made of several schemas that none of them leaves it another member.
pub const CLOSED: Flag = Flag("x-tintype-closed");

/// On a schema: the patterns of which every member that is not declared matches one.
pub const KEY_PATTERNS: Texts = Texts("x-tintype-key-patterns");

/// A fact that is several texts.
#[derive(Debug, Clone, Copy)]
pub struct Texts(&'static str);

impl Texts {
    /// Notes the texts.
    pub fn set(self, map: &mut Map<String, Value>, texts: Vec<String>) {
        map.insert(self.0.to_owned(), texts.into());
    }

    /// The texts.
    pub fn get(self, extensions: &IndexMap<String, Value>) -> Option<Vec<String>> {
        let texts = extensions.get(self.0)?.as_array()?.iter();
        let texts = texts.filter_map(Value::as_str).map(str::to_owned);
        Some(texts.collect())
    }
}

/// On a parameter of the query: its value is the whole query, a form or a JSON document.
pub const WHOLE_QUERY: Flag = Flag("x-tintype-whole-query");

impl Flag {
    /// Notes the fact.
    pub fn set(self, map: &mut Map<String, Value>) {
        map.insert(self.0.to_owned(), Value::Bool(true));
    }

    /// Whether the fact is noted.
    pub fn is_set(self, extensions: &IndexMap<String, Value>) -> bool {
        extensions.contains_key(self.0)
    }
}

/// A fact that is a text.
#[derive(Debug, Clone, Copy)]
pub struct Text(&'static str);

/// On a discriminator: the schema of values whose tag is missing or in no mapping.
pub const DEFAULT_MAPPING: Text = Text("x-tintype-default-mapping");

impl Text {
    /// The key, to tell where the text stands.
    pub fn key(self) -> &'static str {
        self.0
    }

    /// Notes the text.
    pub fn set(self, map: &mut Map<String, Value>, text: Value) {
        map.insert(self.0.to_owned(), text);
    }

    /// The text, to be changed.
    pub fn get_mut(self, map: &mut Map<String, Value>) -> Option<&mut Value> {
        map.get_mut(self.0)
    }

    /// The text.
    pub fn get(self, extensions: &IndexMap<String, Value>) -> Option<&str> {
        extensions.get(self.0)?.as_str()
    }
}

/// A fact for each value of an `enum`, in the order of the values; null where there is nothing.
#[derive(Debug, Clone, Copy)]
pub struct ByValue(&'static str);

/// The names of values.
pub const ENUM_NAMES: ByValue = ByValue("x-tintype-enum-names");

/// What is said about values.
pub const ENUM_DESCRIPTIONS: ByValue = ByValue("x-tintype-enum-descriptions");

impl ByValue {
    /// The key: documents have keys of their own for the same thing, which are looked for beside it.
    pub const fn key(self) -> &'static str {
        self.0
    }

    /// Notes what there is about the values, if there is anything.
    pub fn set(self, map: &mut Map<String, Value>, facts: &[&Value]) {
        if facts.iter().any(|fact| !fact.is_null()) {
            let facts = facts.iter().map(|fact| (*fact).clone()).collect();
            map.insert(self.0.to_owned(), Value::Array(facts));
        }
    }
}

/// What the document has in a place that 3.0 has not, kept under another key. References lead there.
#[derive(Debug, Clone, Copy)]
pub struct Kept(&'static str);

/// On a schema: the schemas of the first elements of a list, one each.
pub const PREFIX_ITEMS: Kept = Kept("x-tintype-prefix-items");

/// On a schema: the schema of the elements after those.
pub const REST_ITEMS: Kept = Kept("x-tintype-rest-items");

/// On a schema: the schema of the names of members.
pub const KEY_NAMES: Kept = Kept("x-tintype-key-names");

/// On a media type: the schema of one item of a stream.
pub const ITEM_SCHEMA: Kept = Kept("x-tintype-item-schema");

/// On the document: the webhooks, in the shape of 3.0, by name.
pub const WEBHOOKS: Kept = Kept("x-tintype-webhooks");

/// On the document: the path items of the components.
pub const PATH_ITEMS: Kept = Kept("x-tintype-path-items");

/// On the document: the paths that are not selected but referred to.
pub const UNSELECTED: Kept = Kept("x-tintype-unselected");

impl Kept {
    /// The key, which is a step of pointers and a row of the grammar.
    pub const fn key(self) -> &'static str {
        self.0
    }

    /// Puts it there.
    pub fn set(self, map: &mut Map<String, Value>, part: Value) {
        map.insert(self.0.to_owned(), part);
    }

    /// What is there.
    pub fn get(self, extensions: &IndexMap<String, Value>) -> Option<&Value> {
        extensions.get(self.0)
    }

    /// The parts of a list; none where it is not there.
    pub fn all(self, extensions: &IndexMap<String, Value>) -> &[Value] {
        let parts = self.get(extensions).and_then(Value::as_array);
        parts.map_or(&[], Vec::as_slice)
    }

    /// Whether it is there.
    pub fn is_in(self, extensions: &IndexMap<String, Value>) -> bool {
        extensions.contains_key(self.0)
    }
}

/// The `format` of whole numbers that need an `i64` and a `u64`.
pub const WIDE_INTEGER: &str = "x-tintype-wide-integer";

/// The `format` of whole numbers that no 64 bits hold.
pub const EXACT_INTEGER: &str = "x-tintype-exact-integer";
