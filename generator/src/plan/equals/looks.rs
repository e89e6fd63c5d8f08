//! What a type looks like in the crate and its pages, as a text: two with the same differ in nothing but their names.

use std::fmt::Write;

use crate::ir::{
    Additional, Docs, Enum, Field, Shape, Struct, Type, TypeId, Union, Variant, literal,
};
use crate::markdown;
use crate::plan::Plan;

/// The text of a type. What it holds is told by the first type that is known to be equal, and otherwise by itself.
pub(super) fn of(plan: &Plan, id: TypeId, first: &[Option<TypeId>]) -> String {
    let mut looks = Looks {
        plan,
        first,
        text: String::new(),
    };
    let def = plan.api.get(id);
    looks.docs(&def.docs);
    looks.fact(&def.nullable);
    looks.fact(&plan.attributes(id));
    match &def.shape {
        Shape::Struct(object) => looks.object(id, object),
        Shape::Enum(list) => looks.list(id, list),
        Shape::Union(union) => looks.union(id, union),
        Shape::Alias(ty) => {
            looks.word("alias");
            looks.ty(ty);
        }
    }
    looks.text
}

struct Looks<'a> {
    plan: &'a Plan,
    first: &'a [Option<TypeId>],
    text: String,
}

impl Looks<'_> {
    /// A text of the document, which cannot be taken for anything behind it.
    fn word(&mut self, word: &str) {
        self.fact(&word.len());
        self.text.push_str(word);
    }

    fn words(&mut self, words: Option<&str>) {
        self.fact(&words.is_some());
        self.word(words.unwrap_or_default());
    }

    fn fact(&mut self, fact: &impl std::fmt::Debug) {
        // Writing to a `String` cannot fail.
        let _ = write!(self.text, "{fact:?};");
    }

    fn docs(&mut self, docs: &Docs) {
        self.words(docs.title.as_deref());
        self.words(docs.description.as_deref());
        self.words(docs.link.as_deref());
        for value in [&docs.example, &docs.default, &docs.sample] {
            self.fact(
                &value
                    .as_ref()
                    .map(|value| (value.is_string(), literal(value))),
            );
        }
        self.fact(&(docs.deprecated, &docs.limits));
        self.word(&markdown::held(docs).join(" "));
    }

    fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Named(id) => self.fact(&self.first[id.0].unwrap_or(*id)),
            Type::Array(_) => self.word("array"),
            Type::Map(_) => self.word("map"),
            Type::Nullable(_) => self.word("nullable"),
            Type::Tuple(parts) => self.fact(&("tuple", parts.len())),
            plain => self.fact(plain),
        }
        ty.parts().iter().for_each(|part| self.ty(part));
    }

    fn object(&mut self, id: TypeId, object: &Struct) {
        self.fact(&("struct", object.fields.len(), object.medium));
        // The order is that of the keys of a body, and of the arguments of `new`.
        for (index, field) in object.fields.iter().enumerate() {
            self.field(id, index, field);
        }
        if let Additional::Kept(value) = &object.additional {
            self.word(self.plan.names.additional(id));
            self.ty(value);
        }
    }

    fn field(&mut self, id: TypeId, index: usize, field: &Field) {
        let (plan, names) = (self.plan, &self.plan.names);
        self.word(&field.wire);
        self.word(names.field(id, index));
        self.docs(&field.docs);
        self.ty(&field.ty);
        // When it is there and who fills it in may depend on where its struct stands.
        self.fact(&(plan.presence(id, field), plan.role(id, field)));
        self.words(plan.tag(id, field));
        self.fact(&(field.required, field.read_only, field.write_only));
        self.fact(&(field.constant, plan.is_secret(id, index)));
    }

    fn list(&mut self, id: TypeId, list: &Enum) {
        self.fact(&("enum", list.values.len(), list.kind));
        self.fact(&(list.is_constant(), list.is_open));
        let mut values: Vec<_> = list.values.iter().enumerate().collect();
        values.sort_by_key(|(_, value)| &value.wire);
        for (index, value) in values {
            self.word(&value.wire);
            self.word(self.plan.names.variant(id, index));
            self.words(value.description.as_deref());
        }
    }

    fn union(&mut self, id: TypeId, union: &Union) {
        self.fact(&("union", union.variants.len(), union.medium));
        self.words(union.tag.as_deref());
        for (index, variant) in union.variants.iter().enumerate() {
            self.variant(id, index, variant);
        }
    }

    fn variant(&mut self, id: TypeId, index: usize, variant: &Variant) {
        self.word(self.plan.names.variant(id, index));
        self.word(&variant.words);
        self.ty(&variant.ty);
        self.fact(&(&variant.tags, variant.is_default, &variant.limits));
        self.words(variant.description.as_deref());
        self.fact(&variant.example.as_ref().map(ToString::to_string));
    }
}
