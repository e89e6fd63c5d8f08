//! What a type holds, as a text without its name: equal for components that differ in nothing but what they are called.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::ir::{Additional, Api, Shape, Type, TypeId};

/// The structure of a type, the types that it names written out. A cycle is closed by its depth.
pub(super) fn structure(id: TypeId, api: &Api) -> String {
    let mut out = String::new();
    Structure {
        api,
        open: Vec::new(),
    }
    .def(id, &mut out);
    out
}

/// More than this is not looked at: the structure of a deep type would be larger than the document.
const MAX_LENGTH: usize = 16 * 1024;

struct Structure<'a> {
    api: &'a Api,
    open: Vec<TypeId>,
}

impl Structure<'_> {
    fn def(&mut self, id: TypeId, out: &mut String) {
        if let Some(depth) = self.open.iter().rev().position(|open| *open == id) {
            let _ = write!(out, "^{depth}");
            return;
        }
        if out.len() > MAX_LENGTH {
            return;
        }
        self.open.push(id);
        match &self.api.get(id).shape {
            Shape::Struct(object) => {
                let mut fields: Vec<_> = object.fields.iter().collect();
                fields.sort_by_key(|field| &field.wire);
                out.push('{');
                for field in fields {
                    let _ = write!(
                        out,
                        "{:?}{}{}:",
                        field.wire,
                        if field.required { "!" } else { "" },
                        if field.nullable { "?" } else { "" },
                    );
                    self.ty(&field.ty, out);
                }
                if let Additional::Kept(ty) = &object.additional {
                    out.push('*');
                    self.ty(ty, out);
                }
                out.push('}');
            }
            Shape::Enum(list) => {
                let values: BTreeSet<&str> = list
                    .values
                    .iter()
                    .map(|value| value.wire.as_str())
                    .collect();
                let _ = write!(out, "{values:?}");
            }
            Shape::Union(union) => {
                let _ = write!(out, "<{:?}", union.tag);
                for variant in &union.variants {
                    out.push('|');
                    self.ty(&variant.ty, out);
                }
                out.push('>');
            }
            Shape::Alias(ty) => {
                out.push('=');
                self.ty(ty, out);
            }
        }
        self.open.pop();
    }

    fn ty(&mut self, ty: &Type, out: &mut String) {
        match ty {
            Type::Named(id) => self.def(*id, out),
            Type::Array(inner) => {
                out.push('[');
                self.ty(inner, out);
                out.push(']');
            }
            Type::Map(inner) => {
                out.push('%');
                self.ty(inner, out);
            }
            Type::Tuple(parts) => {
                out.push('(');
                for part in parts {
                    self.ty(part, out);
                }
                out.push(')');
            }
            Type::Nullable(inner) => {
                out.push('?');
                self.ty(inner, out);
            }
            plain => {
                let _ = write!(out, "{plain:?},");
            }
        }
    }
}
