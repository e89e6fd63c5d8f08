//! Objects: named fields, free maps, and both together.

use openapiv3::AdditionalProperties;

use super::keywords::{Boxed, Keywords};
use super::{Lower, Spot};
use crate::ir::{Additional, Docs, Field, Shape, Struct, Type};
use crate::source::pointer::Pointer;

impl<'d> Lower<'d> {
    /// A struct of the schema's properties.
    pub(super) fn object(&mut self, keywords: &Keywords<'d>, spot: &Spot) -> Shape {
        let mut object = Struct::default();
        for (wire, property) in keywords.properties {
            let at = spot.at.child("properties").child(wire);
            let required = keywords.required.contains(wire);
            object
                .fields
                .push(self.field(wire, property, required, spot, at));
        }
        for wire in keywords.required {
            if !object.fields.iter().any(|field| field.wire == *wire) {
                object.fields.push(undeclared(wire, &spot.at));
            }
        }
        object.additional = self.additional(keywords, spot);
        Shape::Struct(object)
    }

    /// A named field.
    pub(super) fn field(
        &mut self,
        wire: &str,
        property: &'d Boxed,
        required: bool,
        spot: &Spot,
        at: Pointer,
    ) -> Field {
        let place = spot.part(at.clone(), wire);
        let used = self.use_of_boxed(property, &place);
        Field {
            at,
            wire: wire.to_owned(),
            ty: used.ty,
            constant: used.constant,
            required,
            nullable: used.nullable,
            read_only: used.read_only,
            write_only: used.write_only,
            sensitive: used.sensitive,
            docs: used.docs,
        }
    }

    /// A map: an object without named properties.
    pub(super) fn map(&mut self, keywords: &Keywords<'d>, spot: &Spot) -> Type {
        match self.additional(keywords, spot) {
            Additional::Kept(value) => Type::Map(Box::new(value)),
            Additional::Ignored => Type::Map(Box::new(Type::Any)),
        }
    }

    /// What other fields an object may have.
    pub(super) fn additional(&mut self, keywords: &Keywords<'d>, spot: &Spot) -> Additional {
        match keywords.additional {
            None | Some(AdditionalProperties::Any(false)) => Additional::Ignored,
            Some(AdditionalProperties::Any(true)) => Additional::Kept(Type::Any),
            Some(AdditionalProperties::Schema(schema)) => {
                let value = spot.part(spot.at.child("additionalProperties"), "value");
                Additional::Kept(self.use_of(schema, &value).whole())
            }
        }
    }
}

/// A field that `required` names and nobody declares: any JSON.
pub(super) fn undeclared(wire: &str, at: &Pointer) -> Field {
    Field {
        at: at.child("required"),
        wire: wire.to_owned(),
        ty: Type::Any,
        constant: None,
        required: true,
        nullable: false,
        read_only: false,
        write_only: false,
        sensitive: None,
        docs: Docs::default(),
    }
}
