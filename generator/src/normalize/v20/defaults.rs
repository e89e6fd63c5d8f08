//! What a document of 2.0 says for all operations, and what one operation is given.

use serde_json::{Map, Value};

use crate::pointer::Pointer;

/// Longer chains of references are cycles.
const MAX_STEPS: usize = 16;

/// What the document says for all operations.
pub(super) struct Defaults<'d> {
    pub(super) document: &'d Map<String, Value>,
    pub(super) consumes: Option<&'d Value>,
    pub(super) produces: Option<&'d Value>,
}

/// A parameter, without references, and where it is written.
#[derive(Debug, Clone)]
pub(super) struct Given<'d> {
    pub(super) at: Pointer,
    pub(super) map: &'d Map<String, Value>,
}

impl<'d> Defaults<'d> {
    pub(super) fn of(document: &'d Map<String, Value>) -> Self {
        Self {
            document,
            consumes: document.get("consumes"),
            produces: document.get("produces"),
        }
    }

    /// The parameter that a reference or a parameter stands for.
    pub(super) fn given(&self, at: Pointer, value: &'d Value) -> Option<Given<'d>> {
        let (mut at, mut map) = (at, value.as_object()?);
        for _ in 0..MAX_STEPS {
            let Some(target) = map.get("$ref") else {
                return Some(Given { at, map });
            };
            at = Pointer::parse(target.as_str()?)?;
            map = self.at(&at)?.as_object()?;
        }
        None
    }

    /// Whether a schema is of texts, numbers or bytes, which every media type can hold.
    pub(super) fn is_plain(&self, schema: &Value) -> bool {
        let mut schema = schema;
        for _ in 0..MAX_STEPS {
            let Some(target) = schema.get("$ref") else {
                let word = schema.get("type").and_then(Value::as_str);
                return word.is_some_and(|word| !matches!(word, "array" | "object"));
            };
            let at = target.as_str().and_then(Pointer::parse);
            let Some(next) = at.and_then(|at| self.at(&at)) else {
                return false;
            };
            schema = next;
        }
        false
    }

    fn at(&self, at: &Pointer) -> Option<&'d Value> {
        let mut keys = at.segments();
        let first = self.document.get(&keys.next()?)?;
        keys.try_fold(first, |value, key| match value {
            Value::Array(list) => list.get(key.parse::<usize>().ok()?),
            value => value.get(&key),
        })
    }
}

/// The texts of a list.
pub(super) fn texts(list: Option<&Value>) -> Vec<&str> {
    let list = list.and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}
