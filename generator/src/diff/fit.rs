//! Whether programs that were built before can do with another type: two uses and a direction in, yes or no out.
//!
//! The new type has to take what they send, and the old one to hold what they are given. Paired types are one type here: what
//! changed in them is told of by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::Direction;
use super::pairs::Pairs;
use super::scalars;
use crate::ir::{
    Additional, Api, Bound, Enum, Field, Limit, Shape, Struct, Type, TypeDef, Union, Variant,
};

/// Whether values of a type that was changed go on to be understood.
pub(super) fn fits(pairs: &Pairs<'_>, direction: Direction, old: &Type, new: &Type) -> bool {
    let sent = || Walk::sent(pairs).differ(old, new);
    let given = || Walk::given(pairs).differ(new, old);
    match direction {
        Direction::Request => sent(),
        Direction::Response => given(),
        Direction::Both => sent() && given(),
    }
}

/// Compares what a type can be with what another one holds.
struct Walk<'a> {
    pairs: &'a Pairs<'a>,
    from: &'a Api,
    to: &'a Api,
    /// Whether a program reads the values, which keeps what it does not know.
    is_read: bool,
    /// Whether types hold others, as far as it was looked at. What is being looked at holds, so that a cycle ends.
    known: BTreeMap<(Type, Type), bool>,
    /// Those that hold, in the order in which they were taken to.
    held: Vec<(Type, Type)>,
}

/// A use without the names that stand for something else, and the limits on the way.
struct Meant<'a> {
    ty: &'a Type,
    def: Option<&'a TypeDef>,
    limits: Vec<&'a Limit>,
}

fn meant<'a>(ty: &'a Type, api: &'a Api) -> Meant<'a> {
    let definitions = api.definitions(ty);
    Meant {
        ty: api.resolved(ty),
        def: api.definition(ty).map(|(_, def)| def),
        limits: definitions.flat_map(|def| &def.docs.limits).collect(),
    }
}

impl<'a> Walk<'a> {
    /// Whether what an old program sends is taken.
    fn sent(pairs: &'a Pairs<'a>) -> Self {
        let (from, to) = pairs.apis();
        Self {
            pairs,
            from,
            to,
            is_read: false,
            known: BTreeMap::new(),
            held: Vec::new(),
        }
    }

    /// Whether an old program reads what is given.
    fn given(pairs: &'a Pairs<'a>) -> Self {
        let (to, from) = pairs.apis();
        Self {
            is_read: true,
            from,
            to,
            ..Self::sent(pairs)
        }
    }

    fn is_paired(&self, from: &Type, to: &Type) -> bool {
        if self.is_read {
            self.pairs.is_same(to, from)
        } else {
            self.pairs.is_same(from, to)
        }
    }

    /// Whether every value of one type is one of the other.
    fn holds(&mut self, from: &Type, to: &Type) -> bool {
        if self.is_paired(from, to) {
            return true;
        }
        let pair = (from.clone(), to.clone());
        if let Some(is_held) = self.known.get(&pair) {
            return *is_held;
        }
        let before = self.held.len();
        self.held.push(pair.clone());
        self.known.insert(pair.clone(), true);
        let is_held = self.differ(from, to);
        if !is_held {
            // What was found to hold meanwhile may only do so because this was taken to; what does not, does not even then.
            for later in self.held.drain(before..) {
                self.known.remove(&later);
            }
            self.known.insert(pair, false);
        }
        is_held
    }

    fn differ(&mut self, from: &Type, to: &Type) -> bool {
        let (one, other) = (meant(from, self.from), meant(to, self.to));
        if !self.keeps(&one.limits, &other.limits) {
            return false;
        }
        match (one.ty, other.ty) {
            (_, Type::Any) => true,
            (Type::Nullable(from), Type::Nullable(to)) => self.holds(from, to),
            (from, Type::Nullable(to)) => self.holds(from, to),
            (Type::Array(from), Type::Array(to)) | (Type::Map(from), Type::Map(to)) => {
                self.holds(from, to)
            }
            (Type::Tuple(parts), Type::Array(to)) => parts.iter().all(|from| self.holds(from, to)),
            (Type::Tuple(from), Type::Tuple(to)) => {
                from.len() == to.len() && from.iter().zip(to).all(|(from, to)| self.holds(from, to))
            }
            (from, to) => match (
                one.def.map(|def| &def.shape),
                other.def.map(|def| (&def.shape, def)),
            ) {
                (Some(Shape::Union(from)), Some((Shape::Union(to), _))) if from.tag == to.tag => {
                    self.unions(from, to)
                }
                (Some(Shape::Union(from)), _) => {
                    from.variants.iter().all(|one| self.holds(&one.ty, to))
                }
                (_, Some((Shape::Union(to), _))) => to.variants.iter().any(|one| {
                    // Nobody wrote the tag that selects it.
                    (self.is_read || one.tags.is_empty()) && self.holds(from, &one.ty)
                }),
                (Some(Shape::Struct(from)), Some((Shape::Struct(to), def))) => {
                    self.structs(from, (to, def))
                }
                (Some(Shape::Enum(from)), Some((Shape::Enum(to), _))) => self.enums(from, to),
                (Some(Shape::Enum(from)), None) => scalars::takes_values(from, to),
                // What is no value of it is kept as unknown.
                (None, Some((Shape::Enum(to), _))) => {
                    self.is_read && !to.is_constant() && scalars::is_of(from, to)
                }
                (Some(Shape::Struct(from)), None) => match to {
                    Type::Map(to) => self.members(from, to),
                    _ => false,
                },
                (None, None) => scalars::holds(from, to),
                _ => false,
            },
        }
    }

    /// Whether the limits of what is sent leave nothing that the other ones forbid. Nobody checks what is read.
    fn keeps(&self, known: &[&Limit], wanted: &[&Limit]) -> bool {
        let is_kept = |limit: &&Limit| {
            // What an object holds is looked at one by one.
            limit.bound == Bound::Closed || known.iter().any(|known| known.implies(limit))
        };
        self.is_read || wanted.iter().all(is_kept)
    }

    fn enums(&self, from: &Enum, to: &Enum) -> bool {
        let known: BTreeSet<&str> = to.values.iter().map(|value| &*value.wire).collect();
        let mut values = from.values.iter();
        let are_known = values.all(|value| known.contains(&*value.wire));
        from.kind == to.kind && (are_known || self.is_read && !to.is_constant())
    }

    /// Unions of one tag. A candidate that a program does not know is kept as unknown.
    fn unions(&mut self, from: &Union, to: &Union) -> bool {
        let held = from.variants.iter().filter(|one| {
            let is_selected = |other: &&Variant| {
                one.tags.is_empty() == other.tags.is_empty()
                    && one.tags.iter().all(|tag| other.tags.contains(tag))
            };
            let mut others = to.variants.iter().filter(is_selected);
            others.any(|other| self.holds(&one.ty, &other.ty))
        });
        let held = held.count();
        held == from.variants.len() || self.is_read && held > 0
    }

    fn structs(&mut self, from: &Struct, (to, def): (&Struct, &TypeDef)) -> bool {
        let (sent, taken) = (by_wire(from), by_wire(to));
        let is_closed = !self.is_read && is_closed(def);
        // Objects of optional members hold each other whatever they are about.
        let mut known = to.fields.iter();
        let is_other = !from.fields.is_empty()
            && !to.fields.is_empty()
            && known.all(|field| !sent.contains_key(&*field.wire));
        let are_there = !is_other
            && to.fields.iter().all(|field| match sent.get(&*field.wire) {
                Some(sent) => self.fields(sent, field),
                None => !self.is_demanded(field),
            });
        let mut others = from
            .fields
            .iter()
            .filter(|field| !taken.contains_key(&*field.wire));
        are_there
            && others.all(|field| match &to.additional {
                _ if self.is_unsent(field) => true,
                Additional::Kept(to) => self.holds(&field.ty, to),
                Additional::Ignored => !is_closed,
            })
            && match (&from.additional, &to.additional) {
                (Additional::Kept(from), Additional::Kept(to)) => self.holds(from, to),
                (Additional::Kept(_), Additional::Ignored) => !is_closed,
                (Additional::Ignored, _) => true,
            }
    }

    fn fields(&mut self, from: &Field, to: &Field) -> bool {
        if self.is_unsent(from) {
            return !self.is_demanded(to);
        }
        let (known, wanted): (Vec<_>, Vec<_>) = (
            from.docs.limits.iter().collect(),
            to.docs.limits.iter().collect(),
        );
        (!from.nullable || to.nullable)
            && (!self.is_demanded(to) || self.is_demanded(from))
            && (to.constant.is_none() || to.constant == from.constant)
            && self.keeps(&known, &wanted)
            && self.holds(&from.ty, &to.ty)
    }

    /// Whether a map holds all members of an object, those without a name too.
    fn members(&mut self, from: &Struct, to: &Type) -> bool {
        let rest = match &from.additional {
            Additional::Kept(rest) => Some(rest),
            Additional::Ignored => None,
        };
        let fields = from.fields.iter();
        fields
            .map(|field| &field.ty)
            .chain(rest)
            .all(|from| self.holds(from, to))
    }

    fn is_demanded(&self, field: &Field) -> bool {
        field.required && !self.is_unsent(field)
    }

    /// Whether nobody writes it in this direction.
    fn is_unsent(&self, field: &Field) -> bool {
        if self.is_read {
            field.write_only
        } else {
            field.read_only
        }
    }
}

/// The fields of an object by their names in JSON.
fn by_wire(object: &Struct) -> BTreeMap<&str, &Field> {
    let fields = object.fields.iter();
    fields.map(|field| (&*field.wire, field)).collect()
}

/// Whether an object has no other members than those that are named.
pub(super) fn is_closed(def: &TypeDef) -> bool {
    let mut limits = def.docs.limits.iter();
    limits.any(|limit| limit.of.is_empty() && limit.bound == Bound::Closed)
}
