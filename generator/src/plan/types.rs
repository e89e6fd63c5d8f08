//! Uses of types, as the generated crate writes them.

use super::Plan;
use crate::ir::{Number, Type};
use crate::naming::TypePath;
use crate::rust::{Outer, Ty};

impl Plan {
    /// The Rust type of a use.
    pub fn ty<'p>(&'p self, ty: &Type) -> Ty<'p> {
        match ty {
            Type::Any => Ty::Foreign("serde_json", "Value"),
            Type::Number(Number::Exact) => Ty::Foreign("serde_json", "Number"),
            Type::File => Ty::Runtime("File"),
            Type::Chosen(path) => Ty::Chosen(TypePath::of(path)),
            Type::Array(item) => self.ty(item).within(Outer::Vec),
            Type::Nullable(inner) => self.ty(inner).within(Outer::Option),
            Type::Map(value) => Ty::Map(Box::new(self.ty(value))),
            Type::Tuple(parts) => {
                let holdings = self.holdings(parts);
                let parts = parts.iter().zip(holdings);
                let parts = parts.map(|(part, holding)| self.ty(part).held(holding));
                Ty::Tuple(parts.collect())
            }
            Type::Named(id) => Ty::Model(self.names.ty(*id)),
            Type::Text(text) if text.is_formatted() => Ty::Format(self.scalar(ty)),
            Type::Text(_) | Type::Bool | Type::Integer(_) | Type::Number(_) => {
                Ty::Plain(self.scalar(ty))
            }
        }
    }
}
