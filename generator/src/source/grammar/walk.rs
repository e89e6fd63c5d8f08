//! Walks a document along the grammar: values in, every object of the grammar and every mismatch out. Judges nothing.

use serde_json::{Map, Value};

use super::{Kind, Shape};
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
        let outer = self.outer.map_or_else(Pointer::root, Trail::pointer);
        match self.step {
            Step::Root => outer,
            Step::Key(key) => outer.child(key),
            Step::Index(index) => outer.index(index),
        }
    }
}

/// What a walk meets.
#[derive(Debug)]
pub enum Met<'v> {
    /// An object of the grammar, before its parts.
    Object(Kind, &'v Map<String, Value>),
    /// A `$ref` in the place of an object; its neighbours are not walked.
    Reference(Kind, &'v str),
    /// A key that the object does not know, and its value. The value is not walked.
    Unknown(Kind, &'v str, &'v Value),
    /// A value of another shape; it is not walked.
    Mismatch(Shape, &'v Value),
}

/// Walks the part of a document under a node of this shape.
pub fn walk<'v>(
    value: &'v Value,
    shape: Shape,
    trail: Trail<'_>,
    meet: &mut dyn FnMut(Trail<'_>, Met<'v>),
) {
    if !fits(shape, value) {
        meet(trail, Met::Mismatch(shape, value));
        return;
    }
    match (shape, value) {
        (Shape::One(kind) | Shape::FlagOr(kind), Value::Object(map)) => {
            walk_object(kind, map, trail, meet);
        }
        (_, Value::Object(map)) => {
            for (key, value) in map {
                step(value, shape.inside(key), trail.child(key), meet);
            }
        }
        (_, Value::Array(list)) => {
            for (index, value) in list.iter().enumerate() {
                step(value, shape.inside(""), trail.index(index), meet);
            }
        }
        _ => {}
    }
}

fn step<'v>(
    value: &'v Value,
    shape: Option<Shape>,
    trail: Trail<'_>,
    meet: &mut dyn FnMut(Trail<'_>, Met<'v>),
) {
    match shape {
        None | Some(Shape::Data | Shape::DataList | Shape::DataMap) => {}
        Some(shape) => walk(value, shape, trail, meet),
    }
}

fn walk_object<'v>(
    kind: Kind,
    map: &'v Map<String, Value>,
    trail: Trail<'_>,
    meet: &mut dyn FnMut(Trail<'_>, Met<'v>),
) {
    let object = kind.object();
    if let Some(Value::String(target)) = map.get("$ref")
        && object.is_referable
    {
        meet(trail, Met::Reference(kind, target));
        return;
    }
    meet(trail, Met::Object(kind, map));
    for (key, value) in map {
        match object.shape(key) {
            None if key == "$ref" && object.is_referable => {
                meet(trail.child(key), Met::Mismatch(Shape::Text, value));
            }
            None => meet(trail.child(key), Met::Unknown(kind, key, value)),
            Some(Shape::Data) => {}
            Some(shape) => walk(value, shape, trail.child(key), meet),
        }
    }
}

/// Whether a value is of this shape, its parts not considered.
pub fn fits(shape: Shape, value: &Value) -> bool {
    match shape {
        Shape::Data => true,
        Shape::Text => value.is_string(),
        Shape::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        Shape::Flag => value.is_boolean(),
        Shape::Number => value.is_number(),
        Shape::Count => {
            value.is_u64()
                || value
                    .as_f64()
                    .is_some_and(|float| float >= 0.0 && float.fract() == 0.0)
        }
        Shape::DataList | Shape::Texts | Shape::Many(_) => value.is_array(),
        Shape::TextMap | Shape::TextsMap | Shape::DataMap | Shape::One(_) | Shape::Named(_) => {
            value.is_object()
        }
        Shape::FlagOr(_) => value.is_object() || value.is_boolean(),
    }
}
