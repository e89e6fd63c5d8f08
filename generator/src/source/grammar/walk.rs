//! Walks a document along the grammar: values in, every object of the grammar and every mismatch out. Judges nothing.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Kind, Syntax};
use crate::pointer::Pointer;

/// The way from the root to a node; becomes a pointer only when somebody asks.
#[derive(Debug, Clone, Copy)]
pub struct Trail<'t> {
    outer: Option<&'t Trail<'t>>,
    step: Step<'t>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'t> {
    Root,
    Key(&'t str),
    Index(usize),
}

impl<'t> Trail<'t> {
    /// The root of a document.
    pub const ROOT: Self = Self {
        outer: None,
        step: Step::Root,
    };

    /// The way to what stands under a key.
    #[must_use]
    pub fn child(&'t self, key: &'t str) -> Self {
        Self {
            outer: Some(self),
            step: Step::Key(key),
        }
    }

    /// The way to an element of a list.
    #[must_use]
    pub fn index(&'t self, index: usize) -> Self {
        Self {
            outer: Some(self),
            step: Step::Index(index),
        }
    }

    /// The pointer of the node.
    pub fn pointer(&self) -> Pointer {
        self.under(Vec::new())
    }

    /// The pointer of the node, where the root of the way stands at `at`.
    pub fn below(&self, at: &Pointer) -> Pointer {
        self.under(at.segments().map(Cow::Owned).collect())
    }

    fn under(&self, mut keys: Vec<Cow<'t, str>>) -> Pointer {
        let begun = keys.len();
        let mut trail = Some(self);
        while let Some(Trail { outer, step }) = trail {
            match step {
                Step::Root => {}
                Step::Key(key) => keys.push(Cow::Borrowed(key)),
                Step::Index(index) => keys.push(Cow::Owned(index.to_string())),
            }
            trail = *outer;
        }
        keys[begun..].reverse();
        keys.into_iter().collect()
    }
}

/// What a walk meets.
#[derive(Debug, Clone, Copy)]
pub enum Met<'v> {
    /// An object of the grammar, before its parts.
    Object(Kind, &'v Map<String, Value>),
    /// A `$ref` in the place of an object; its neighbours are not walked.
    Reference(Kind, &'v str),
    /// A key that the object does not know, and its value. The value is not walked.
    Unknown(Kind, &'v str, &'v Value),
    /// A value of another shape; it is not walked.
    Mismatch(Syntax, &'v Value),
}

/// Walks the part of a document under a node of this shape.
pub fn walk<'v>(
    value: &'v Value,
    syntax: Syntax,
    trail: Trail<'_>,
    meet: &mut dyn FnMut(Trail<'_>, Met<'v>),
) {
    if !fits(syntax, value) {
        meet(trail, Met::Mismatch(syntax, value));
        return;
    }
    match (syntax, value) {
        (Syntax::One(kind) | Syntax::FlagOr(kind), Value::Object(map)) => {
            walk_object(kind, map, trail, meet);
        }
        (_, Value::Object(map)) => {
            for (key, value) in map {
                step(value, syntax.inside(key), trail.child(key), meet);
            }
        }
        (_, Value::Array(list)) => {
            for (index, value) in list.iter().enumerate() {
                step(value, syntax.inside(""), trail.index(index), meet);
            }
        }
        _ => {}
    }
}

fn step<'v>(
    value: &'v Value,
    syntax: Option<Syntax>,
    trail: Trail<'_>,
    meet: &mut dyn FnMut(Trail<'_>, Met<'v>),
) {
    match syntax {
        None | Some(Syntax::Data | Syntax::DataList | Syntax::DataMap) => {}
        Some(syntax) => walk(value, syntax, trail, meet),
    }
}

fn walk_object<'v>(
    kind: Kind,
    map: &'v Map<String, Value>,
    trail: Trail<'_>,
    meet: &mut dyn FnMut(Trail<'_>, Met<'v>),
) {
    let object = kind.object();
    if object.is_referable
        && let Some(Value::String(target)) = map.get("$ref")
    {
        meet(trail, Met::Reference(kind, target));
        return;
    }
    meet(trail, Met::Object(kind, map));
    for (key, value) in map {
        match object.syntax(key) {
            None if key == "$ref" && object.is_referable => {
                meet(trail.child(key), Met::Mismatch(Syntax::Text, value));
            }
            None => meet(trail.child(key), Met::Unknown(kind, key, value)),
            Some(Syntax::Data) => {}
            Some(syntax) => walk(value, syntax, trail.child(key), meet),
        }
    }
}

/// Whether a value is of this shape, its parts not considered.
pub fn fits(syntax: Syntax, value: &Value) -> bool {
    match syntax {
        Syntax::Data => true,
        Syntax::Text => value.is_string(),
        Syntax::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        Syntax::Flag => value.is_boolean(),
        Syntax::Number => value.is_number(),
        Syntax::Count => {
            value.is_u64()
                || value
                    .as_f64()
                    .is_some_and(|float| float >= 0.0 && float.fract() == 0.0)
        }
        Syntax::DataList | Syntax::Texts | Syntax::Many(_) => value.is_array(),
        Syntax::TextMap
        | Syntax::TextsMap
        | Syntax::DataMap
        | Syntax::One(_)
        | Syntax::Named(_) => value.is_object(),
        Syntax::FlagOr(_) => value.is_object() || value.is_boolean(),
    }
}
