//! What a type is under its other names, and which definitions it names. Lowering breaks the cycles of names that are nothing else.

use super::{Api, Docs, Owner, Shape, Type, TypeDef, TypeId, is_respelled};

impl Api {
    /// The component that another one is under a name that differs in signs and capitals only, and about which it says nothing
    /// more: `Node` and `node`, as bundlers write what stands in a file of its own.
    pub fn respelled(&self, def: &TypeDef) -> Option<&TypeDef> {
        let (Owner::Component { wire, .. }, Shape::Alias(Type::Named(id))) =
            (&def.owner, &def.shape)
        else {
            return None;
        };
        let other = self.get(*id);
        let Owner::Component { wire: name, .. } = &other.owner else {
            return None;
        };
        (is_respelled(wire, name) && def.docs == Docs::default()).then_some(other)
    }

    /// The definitions that a type goes by: one other name after another, and at last what it is, if that has a definition.
    pub fn definitions<'a>(&'a self, ty: &'a Type) -> impl Iterator<Item = &'a TypeDef> {
        let def = |ty: &Type| match ty {
            Type::Named(id) => Some(self.get(*id)),
            _ => None,
        };
        std::iter::successors(def(ty), move |known| match &known.shape {
            Shape::Alias(target) => def(target),
            _ => None,
        })
    }

    /// What a type is under whichever name: never another name of a type.
    pub fn resolved<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let aliases = self.definitions(ty).filter_map(|def| match &def.shape {
            Shape::Alias(target) => Some(target),
            _ => None,
        });
        aliases.last().unwrap_or(ty)
    }

    /// The same of a value that is not null.
    pub fn resolved_value<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let mut ty = self.resolved(ty);
        while let Type::Nullable(inner) = ty {
            ty = self.resolved(inner);
        }
        ty
    }

    /// The definition of what a type is under whichever name, if it has one.
    pub fn definition<'a>(&'a self, ty: &'a Type) -> Option<(TypeId, &'a TypeDef)> {
        match self.resolved(ty) {
            Type::Named(id) => Some((*id, self.get(*id))),
            _ => None,
        }
    }
}

impl Type {
    /// The definitions that this type names.
    pub fn named(&self) -> Vec<TypeId> {
        let own = match self {
            Self::Named(id) => Some(*id),
            _ => None,
        };
        let parts = self.parts().iter().flat_map(Self::named);
        own.into_iter().chain(parts).collect()
    }
}
