//! Values for examples: the document's example of a type, written as a Rust expression; made up where it has none.

use std::collections::BTreeSet;

use proc_macro2::Literal;
use serde_json::Value;

use crate::ir::{Docs, Field, Integer, Shape, Struct, Type, TypeId, Union, Variant};
use crate::naming::ident;
use crate::plan::{Format, Plan, Presence, Role};

/// Deeper values make no good example.
const DEEPEST: usize = 6;

/// Writes Rust expressions, and remembers which models they need.
pub(super) struct Values<'p> {
    plan: &'p Plan,
    /// The models that the expressions mention.
    pub(super) models: BTreeSet<String>,
}

impl<'p> Values<'p> {
    /// A writer that has written nothing.
    pub(super) fn new(plan: &'p Plan) -> Self {
        Self {
            plan,
            models: BTreeSet::new(),
        }
    }

    /// An expression of the type; `None` where there is no good one.
    pub(super) fn expression(
        &mut self,
        ty: &Type,
        docs: &Docs,
        example: Option<&Value>,
    ) -> Option<String> {
        let said = example.or(docs.example.as_ref()).or(docs.default.as_ref());
        self.value(ty, said, 0)
    }

    fn value(&mut self, ty: &Type, said: Option<&Value>, depth: usize) -> Option<String> {
        if depth > DEEPEST {
            return None;
        }
        match ty {
            Type::Any => Some(json(said)),
            Type::File => {
                let lib = self.plan.package.crate_name();
                Some(format!("{lib}::File::new(\"content\")"))
            }
            Type::Bool => Some(said.and_then(Value::as_bool).unwrap_or(true).to_string()),
            Type::Integer(width) => Some(integer(*width, said)),
            Type::Number(_) => Some(number(said)),
            Type::Text(_) => Some(text(said, self.plan.format(ty))),
            Type::Array(item) => self.list(item, said, depth),
            Type::Tuple(parts) => self.tuple(parts, said, depth),
            Type::Map(_) => Some("std::collections::BTreeMap::new()".to_owned()),
            Type::Nullable(_) if said.is_none_or(Value::is_null) => Some("None".to_owned()),
            Type::Nullable(inner) => Some(format!("Some({})", self.owned(inner, said, depth)?)),
            Type::Named(id) => self.named(*id, said, depth),
        }
    }

    /// The expression of a value that is kept, not lent.
    fn owned(&mut self, ty: &Type, said: Option<&Value>, depth: usize) -> Option<String> {
        let value = self.value(ty, said, depth)?;
        let Some(_) = self.plan.text(ty) else {
            return Some(value);
        };
        Some(match self.plan.format(ty) {
            None => format!("{value}.to_owned()"),
            Some(format) => {
                let lib = self.plan.package.crate_name();
                format!("{lib}::{}::new({value})", format.name)
            }
        })
    }

    fn list(&mut self, item: &Type, said: Option<&Value>, depth: usize) -> Option<String> {
        let items = said
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let items: Option<Vec<String>> = items
            .iter()
            .take(3)
            .map(|said| self.owned(item, Some(said), depth + 1))
            .collect();
        Some(format!("vec![{}]", items?.join(", ")))
    }

    fn tuple(&mut self, parts: &[Type], said: Option<&Value>, depth: usize) -> Option<String> {
        let parts = parts.iter().enumerate().map(|(index, part)| {
            let said = said.and_then(|said| said.get(index));
            self.owned(part, said, depth + 1)
        });
        let parts: Option<Vec<String>> = parts.collect();
        Some(format!("({},)", parts?.join(", ")))
    }

    fn named(&mut self, id: TypeId, said: Option<&Value>, depth: usize) -> Option<String> {
        let def = self.plan.api.get(id);
        let said = said.or(def.docs.example.as_ref());
        match &def.shape {
            Shape::Alias(ty) => self.value(ty, said, depth + 1),
            Shape::Struct(object) => self.record(id, object, said, depth),
            Shape::Enum(list) => {
                let wire = said.map(crate::ir::literal);
                let index = list
                    .values
                    .iter()
                    .position(|value| Some(&value.wire) == wire.as_ref())
                    .unwrap_or(0);
                let name = self.mention(id);
                Some(format!("{name}::{}", self.plan.names.variant(id, index)))
            }
            Shape::Union(union) => self.variant(id, union, said, depth),
        }
    }

    /// The variant that the tag of the example selects, or the first one.
    fn variant(
        &mut self,
        id: TypeId,
        union: &Union,
        said: Option<&Value>,
        depth: usize,
    ) -> Option<String> {
        let tag = union.tag.as_ref().and_then(|tag| said?.get(tag)?.as_str());
        let is_tagged = |variant: &Variant| {
            tag.is_some_and(|tag| variant.tags.iter().any(|known| known == tag))
        };
        let tagged = union.variants.iter().position(is_tagged);
        let said = tagged.and(said);
        let index = tagged.unwrap_or(0);
        let value = self.owned(&union.variants.get(index)?.ty, said, depth + 1)?;
        let value = if self.plan.is_boxed(id, index) {
            format!("Box::new({value})")
        } else {
            value
        };
        let name = self.mention(id);
        Some(format!(
            "{name}::{}({value})",
            self.plan.names.variant(id, index)
        ))
    }

    fn record(
        &mut self,
        id: TypeId,
        object: &Struct,
        said: Option<&Value>,
        depth: usize,
    ) -> Option<String> {
        let name = self.mention(id);
        let mut arguments = Vec::new();
        let mut setters = Vec::new();
        for (index, field) in object.fields.iter().enumerate() {
            let own = said.and_then(|said| said.get(&field.wire));
            let known = own
                .or(field.docs.example.as_ref())
                .or(field.docs.default.as_ref());
            let is_shown = own.is_some() || said.is_none() && field.docs.example.is_some();
            match self.plan.role(id, field) {
                Role::Argument => arguments.push(self.argument(id, field, known, depth)?),
                Role::Setter if is_shown => {
                    let setter = ident(self.plan.names.field(id, index));
                    let value = self.argument(id, field, known, depth);
                    setters.extend(value.map(|value| format!(".{setter}({value})")));
                }
                Role::Setter | Role::Fixed => {}
            }
        }
        Some(format!(
            "{name}::new({}){}",
            arguments.join(", "),
            setters.concat()
        ))
    }

    fn argument(
        &mut self,
        id: TypeId,
        field: &Field,
        said: Option<&Value>,
        depth: usize,
    ) -> Option<String> {
        let ty = &field.ty;
        match self.plan.presence(id, field) {
            Presence::RequiredNullable | Presence::OptionalNullable
                if said.is_none_or(Value::is_null) =>
            {
                Some("None".to_owned())
            }
            Presence::RequiredNullable => {
                Some(format!("Some({})", self.owned(ty, said, depth + 1)?))
            }
            Presence::OptionalNullable if self.plan.format(ty).is_none() => {
                self.owned(ty, said, depth + 1)
            }
            Presence::Required | Presence::Optional | Presence::OptionalNullable => {
                self.value(ty, said, depth + 1)
            }
        }
    }

    fn mention(&mut self, id: TypeId) -> String {
        let name = self.plan.names.ty(id).to_owned();
        self.models.insert(name.clone());
        name
    }
}

fn text(said: Option<&Value>, format: Option<Format>) -> String {
    let made_up = || format.map_or("text", |format| format.sample).to_owned();
    quoted(&said.map_or_else(made_up, crate::ir::literal))
}

/// A string literal that does not end the code block it stands in.
fn quoted(text: &str) -> String {
    Literal::string(text)
        .to_string()
        .replace("```", "\\u{60}\\u{60}\\u{60}")
}

fn integer(width: Integer, said: Option<&Value>) -> String {
    let fits = |value: &i64| match width {
        Integer::I8 => i8::try_from(*value).is_ok(),
        Integer::I16 => i16::try_from(*value).is_ok(),
        Integer::I32 => i32::try_from(*value).is_ok(),
        Integer::U8 => u8::try_from(*value).is_ok(),
        Integer::U16 => u16::try_from(*value).is_ok(),
        Integer::U32 => u32::try_from(*value).is_ok(),
        Integer::U64 => *value >= 0,
        Integer::I64 => true,
    };
    grouped(said.and_then(Value::as_i64).filter(fits).unwrap_or(1))
}

/// With a sign between thousands, as clippy likes it.
fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    if value < 0 { format!("-{out}") } else { out }
}

fn number(said: Option<&Value>) -> String {
    let value = said
        .and_then(Value::as_f64)
        .filter(|value| value.is_finite())
        .unwrap_or(1.5);
    format!("{value:?}")
}

fn json(said: Option<&Value>) -> String {
    match said {
        Some(value) if value.is_object() || value.is_array() => {
            format!("serde_json::json!({})", literal(value))
        }
        _ => "serde_json::Value::Null".to_owned(),
    }
}

/// JSON as the macro reads it: texts are Rust literals.
fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(literal).collect::<Vec<_>>().join(", ")
        ),
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), literal(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        other => other.to_string(),
    }
}
