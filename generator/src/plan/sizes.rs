//! How much memory values take, and what is held in a `Box` for it: a model that holds models that hold models would fill the
//! stack of a thread.
//!
//! The sizes are upper bounds, taken from the types alone: what the compiler lays out is never larger. A field counts as if it
//! may be left out, so that `required` moves no box.

use std::collections::BTreeSet;

use super::cycles::Containment;
use crate::ir::{
    Additional, Api, EnumKind, Field, Integer, Number, Shape, Struct, Type, TypeId, Union,
};
use crate::rust::Holding;

/// What is larger is never held in place.
const LARGE: usize = 1024;

/// What is no larger always is: a `Box` would save nothing.
const SMALL: usize = 16;

/// Where all that a type holds comes to more, it holds less in place.
const LARGEST: usize = 4096;

/// An upper bound of what a value takes.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    bytes: usize,
    /// Whether enough patterns of bits are no value, so that an `Option` needs no room of its own.
    has_niche: bool,
}

/// A value that a type holds: in place, or in a `Box`.
#[derive(Debug, Clone, Copy)]
struct Part {
    bare: Size,
    boxed: Size,
}

impl Part {
    fn held(self, limit: usize) -> Size {
        if self.bare.bytes > limit {
            self.boxed
        } else {
            self.bare
        }
    }
}

impl Size {
    const fn of(bytes: usize) -> Self {
        let has_niche = false;
        Self { bytes, has_niche }
    }

    /// Of a type that has a value to spare, so that an `Option` of it takes no more.
    const fn with_niche(bytes: usize) -> Self {
        let has_niche = true;
        Self { bytes, has_niche }
    }

    /// Of an `Option` or an `OptionalNullable` of it.
    fn optional(self) -> Self {
        let room = if self.has_niche {
            0
        } else {
            self.bytes.clamp(1, WORD)
        };
        Self::with_niche(self.bytes + room)
    }
}

/// A pointer. Where it is shorter, all is smaller.
const WORD: usize = 8;

/// A `Box`, also in an `Option`: there is just one pattern to spare, so what stands around it has none.
const BOX: Size = Size::of(WORD);

/// An `i128`, with the room that its alignment costs wherever it stands.
const I128: Size = Size::with_niche(40);

/// `String`, `Vec`, and what is one of them.
const TEXT: Size = Size::with_niche(24);

/// `BTreeMap`
const MAP: Size = Size::of(24);

/// `serde_json::Value`: this large only where a crate beside the generated one wants its maps in order.
const JSON: Size = Size::with_niche(72);

/// `File`
const FILE: Size = Size::with_niche(56);

/// An enum, whose largest variant keeps the text that is not known.
const OPEN_TEXT: Size = Size::with_niche(24);

/// An enum of numbers.
const OPEN_INTEGER: Size = Size::with_niche(16);

/// What a union keeps of a value that it does not know.
const UNKNOWN: usize = 2 * WORD;

/// The sizes of types, and what is held in a `Box`.
#[derive(Debug, Clone, Default)]
pub(super) struct Sizes {
    /// By type.
    sizes: Vec<Size>,
    /// Fields and variants.
    boxed: BTreeSet<(TypeId, usize)>,
}

impl Sizes {
    /// Of an API. A type comes after all that it holds, so what is asked for is known.
    pub(super) fn of(api: &Api, containment: Containment) -> Self {
        let mut all = Self {
            sizes: vec![Size::default(); api.types.len()],
            boxed: containment.boxed,
        };
        for id in containment.order {
            all.sizes[id.0] = match &api.get(id).shape {
                Shape::Struct(object) => all.object(id, object, api),
                Shape::Union(union) => all.union(id, union, api),
                Shape::Enum(list) if list.is_constant() => Size::default(),
                Shape::Enum(list) => match list.kind {
                    EnumKind::Text => OPEN_TEXT,
                    EnumKind::Integer => OPEN_INTEGER,
                },
                // A use of the name is one of what it stands for.
                Shape::Alias(_) => Size::default(),
            };
        }
        all
    }

    /// What a definition takes and holds in a `Box` is the same under its other names, where its fields may stand in another order.
    pub(super) fn equal(&mut self, id: TypeId, defined: TypeId, api: &Api) {
        self.sizes[id.0] = self.sizes[defined.0];
        let boxed = self.boxed.range((defined, 0)..=(defined, usize::MAX));
        let boxed = boxed.filter_map(|(_, index)| {
            let here = match (&api.get(id).shape, &api.get(defined).shape) {
                (Shape::Struct(own), Shape::Struct(other)) => {
                    let wire = &other.fields[*index].wire;
                    own.fields.iter().position(|field| field.wire == *wire)?
                }
                _ => *index,
            };
            Some((id, here))
        });
        let boxed: Vec<(TypeId, usize)> = boxed.collect();
        self.boxed.extend(boxed);
    }

    /// How a type holds a field or a variant.
    pub(super) fn holding(&self, id: TypeId, index: usize) -> Holding {
        if self.boxed.contains(&(id, index)) {
            Holding::Boxed
        } else {
            Holding::InPlace
        }
    }

    /// What a value takes at most.
    pub(super) fn bytes(&self, ty: &Type, api: &Api) -> usize {
        self.size(ty, api).bytes
    }

    /// Whether a value is too large to be held in place.
    pub(super) fn is_large(&self, ty: &Type, api: &Api) -> bool {
        self.size(ty, api).bytes > LARGE
    }

    /// How a tuple holds its parts.
    pub(super) fn holdings(&self, parts: &[Type], api: &Api) -> Vec<Holding> {
        let parts = self.parts(parts, api);
        let limit = limit(&parts);
        let holding = |part: &Part| {
            if part.bare.bytes > limit {
                Holding::Boxed
            } else {
                Holding::InPlace
            }
        };
        parts.iter().map(holding).collect()
    }

    fn object(&mut self, id: TypeId, object: &Struct, api: &Api) -> Size {
        let fields = object.fields.iter().enumerate();
        let mut parts: Vec<Part> = fields
            .map(|(index, field)| self.field((id, index), field, api))
            .collect();
        let rest = matches!(object.additional, Additional::Kept(_));
        parts.extend(rest.then_some(Part {
            bare: MAP,
            boxed: MAP,
        }));
        let limit = limit(&parts);
        let fields = parts.iter().take(object.fields.len()).enumerate();
        for (index, part) in fields {
            if part.bare.bytes > limit {
                self.boxed.insert((id, index));
            }
        }
        sum(&parts, limit)
    }

    fn field(&self, key: (TypeId, usize), field: &Field, api: &Api) -> Part {
        let boxed = if field.nullable { BOX.optional() } else { BOX };
        let bare = if self.boxed.contains(&key) {
            boxed
        } else {
            self.size(&field.ty, api).optional()
        };
        Part { bare, boxed }
    }

    fn parts(&self, types: &[Type], api: &Api) -> Vec<Part> {
        let sizes = types.iter().map(|ty| self.size(ty, api));
        sizes.map(|bare| Part { bare, boxed: BOX }).collect()
    }

    fn union(&mut self, id: TypeId, union: &Union, api: &Api) -> Size {
        let mut largest = UNKNOWN;
        for (index, variant) in union.variants.iter().enumerate() {
            let bytes = self.size(&variant.ty, api).bytes;
            if bytes > LARGE {
                self.boxed.insert((id, index));
            }
            if self.holding(id, index) == Holding::InPlace {
                largest = largest.max(bytes);
            }
        }
        Size::with_niche(largest.next_multiple_of(WORD) + WORD)
    }

    /// Of a use of a type.
    fn size(&self, ty: &Type, api: &Api) -> Size {
        match ty {
            Type::Any => JSON,
            Type::Bool => Size::with_niche(1),
            Type::Integer(Integer::I8 | Integer::U8) => Size::of(1),
            Type::Integer(Integer::I16 | Integer::U16) => Size::of(2),
            Type::Integer(Integer::I32 | Integer::U32) | Type::Number(Number::F32) => Size::of(4),
            Type::Integer(Integer::I64 | Integer::U64) | Type::Number(Number::F64) => Size::of(8),
            Type::Integer(Integer::I128) => I128,
            // Of one that somebody chose nothing is known; most are as large as a text.
            Type::Text(_) | Type::Array(_) | Type::Number(Number::Exact) | Type::Chosen(_) => TEXT,
            Type::Map(_) => MAP,
            Type::File => FILE,
            Type::Nullable(inner) => self.size(inner, api).optional(),
            Type::Tuple(parts) => {
                let parts = self.parts(parts, api);
                sum(&parts, limit(&parts))
            }
            Type::Named(id) => match &api.get(*id).shape {
                Shape::Alias(target) => self.size(target, api),
                _ => self.sizes[id.0],
            },
        }
    }
}

/// The size up to which a type holds values in place: half of it, and half again, until they fit.
fn limit(parts: &[Part]) -> usize {
    let mut limit = LARGE;
    while limit > SMALL && sum(parts, limit).bytes > LARGEST {
        limit /= 2;
    }
    limit
}

/// Of values side by side. The compiler sorts them, so there is no gap but at the end.
fn sum(parts: &[Part], limit: usize) -> Size {
    let held = parts.iter().map(|part| part.held(limit));
    let sum = held.fold(Size::default(), |sum, size| Size {
        bytes: sum.bytes + size.bytes,
        has_niche: sum.has_niche || size.has_niche,
    });
    Size {
        bytes: sum.bytes.next_multiple_of(WORD),
        ..sum
    }
}
