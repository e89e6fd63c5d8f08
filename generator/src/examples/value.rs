//! Values for examples: the document's example of a type, written as a Rust expression; made up where it has none.

use std::collections::BTreeSet;

use serde_json::Value;

use super::extent::Extent;
use super::fit::fits;
use super::literal::{exact, integer, json, number, quoted, text};
use crate::ir::{Docs, Number, Type, TypeId};
use crate::naming::Name;
use crate::plan::{Kind, Member, Plan, Presence, Role, Struct, Union, Variant};
use crate::rust::Holding;

/// Deeper values make no good example.
const DEEPEST: usize = 6;

/// More items make no better example.
const LISTED: usize = 3;

/// Down to here an example has items in its lists, and a full one what is optional.
const FULL: usize = 3;

/// Writes Rust expressions, and remembers which models they need.
pub(super) struct Values<'p> {
    plan: &'p Plan,
    extent: Extent,
    /// The models that the expressions mention.
    pub(super) models: BTreeSet<String>,
}

impl<'p> Values<'p> {
    /// A writer that has written nothing.
    pub(super) fn new(plan: &'p Plan, extent: Extent) -> Self {
        Self {
            plan,
            extent,
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
        self.value(ty, example.or_else(|| known(docs)), 0)
    }

    /// A list of texts, for who takes whatever texts there are.
    pub(super) fn texts(&self, item: &Type, said: Option<&Value>) -> String {
        let format = self.plan.format(item);
        let items: Vec<String> = match said.and_then(Value::as_array) {
            Some(items) => {
                let items = items.iter().take(LISTED);
                items.map(|said| text(Some(said), format)).collect()
            }
            None => vec![text(None, format)],
        };
        if items.is_empty() {
            return "[\"\"; 0]".to_owned();
        }
        format!("[{}]", items.join(", "))
    }

    fn value(&mut self, ty: &Type, said: Option<&Value>, depth: usize) -> Option<String> {
        if depth > DEEPEST {
            return None;
        }
        // A null says nothing about what else there could be.
        let said = said.filter(|said| !said.is_null());
        match ty {
            Type::Any => Some(json(said)),
            // Only whoever chose it knows how it is made.
            Type::Chosen(_) => None,
            Type::File => {
                let lib = self.plan.package.crate_name();
                Some(format!("{lib}::File::new(\"content\")"))
            }
            Type::Bool => Some(said.and_then(Value::as_bool).unwrap_or(true).to_string()),
            Type::Integer(width) => Some(integer(*width, said)),
            Type::Number(Number::Exact) => Some(exact(said)),
            Type::Number(Number::F32 | Number::F64) => Some(number(said)),
            Type::Text(_) => Some(text(said, self.plan.format(ty))),
            Type::Array(item) => self.list(item, said, depth),
            Type::Tuple(parts) => self.tuple(parts, said, depth),
            Type::Map(item) => self.map(item, said, depth),
            Type::Nullable(_) if said.is_none() && !self.is_full(depth) => Some("None".to_owned()),
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
        let items: Vec<Option<&Value>> = match said.and_then(Value::as_array) {
            Some(items) => items.iter().take(LISTED).map(Some).collect(),
            None if depth <= FULL => vec![None],
            None => Vec::new(),
        };
        let items: Option<Vec<String>> = items
            .into_iter()
            .map(|said| self.owned(item, said, depth + 1))
            .collect();
        Some(format!("vec![{}]", items?.join(", ")))
    }

    fn tuple(&mut self, parts: &[Type], said: Option<&Value>, depth: usize) -> Option<String> {
        let holdings = self.plan.holdings(parts);
        let parts = parts.iter().zip(holdings).enumerate();
        let parts = parts.map(|(index, (part, holding))| {
            let said = said.and_then(|said| said.get(index));
            let value = self.owned(part, said, depth + 1)?;
            Some(in_box(value, holding))
        });
        let parts: Option<Vec<String>> = parts.collect();
        Some(format!("({},)", parts?.join(", ")))
    }

    fn map(&mut self, item: &Type, said: Option<&Value>, depth: usize) -> Option<String> {
        let Some(entries) = said.and_then(Value::as_object) else {
            return Some("std::collections::BTreeMap::new()".to_owned());
        };
        let entries: Option<Vec<String>> = entries
            .iter()
            .take(LISTED)
            .map(|(key, said)| {
                let value = self.owned(item, Some(said), depth + 1)?;
                Some(format!("({}.to_owned(), {value})", quoted(key)))
            })
            .collect();
        let entries = entries?.join(", ");
        Some(format!("std::collections::BTreeMap::from([{entries}])"))
    }

    /// Whether what is optional is given.
    fn is_full(&self, depth: usize) -> bool {
        self.extent == Extent::Full && depth <= FULL
    }

    fn named(&mut self, id: TypeId, said: Option<&Value>, depth: usize) -> Option<String> {
        let model = self.plan.model(id);
        let said = said.or_else(|| known(&model.source.docs));
        match &model.kind {
            Kind::Alias { source, .. } => self.value(source, said, depth + 1),
            Kind::Struct(object) => self.record(model.name, object, said, depth),
            Kind::Enum(_) | Kind::Constant(_) => {
                let wire = said.map(crate::ir::literal);
                let mut values = model.values().iter();
                let meant = values.find(|value| Some(value.wire) == wire.as_deref());
                let value = meant.or(model.values().first())?;
                let name = self.mention(model.name);
                Some(format!("{name}::{}", value.name))
            }
            Kind::Union(union) => self.variant(model.name, union, said, depth),
        }
    }

    /// The variant that the tag of the example selects, or the first one that the example fits, or the first one.
    fn variant(
        &mut self,
        name: &Name,
        union: &Union<'_>,
        said: Option<&Value>,
        depth: usize,
    ) -> Option<String> {
        let tag = union.tag.and_then(|tag| said?.get(tag)?.as_str());
        let is_tagged = |variant: &&Variant<'_>| {
            tag.is_some_and(|tag| variant.source.tags.iter().any(|known| known == tag))
        };
        let is_fitting = |variant: &&Variant<'_>| {
            said.is_some_and(|said| fits(&variant.source.ty, said, self.plan))
        };
        let meant = union.variants.iter().find(is_tagged);
        let meant = meant.or_else(|| union.variants.iter().find(is_fitting));
        let variant = meant.or(union.variants.first())?;
        let said = meant.and(said).or(variant.source.example.as_ref());
        let value = self.owned(&variant.source.ty, said, depth + 1)?;
        let value = in_box(value, variant.holding);
        let name = self.mention(name);
        Some(format!("{name}::{}({value})", variant.name))
    }

    fn record(
        &mut self,
        name: &Name,
        object: &Struct<'_>,
        said: Option<&Value>,
        depth: usize,
    ) -> Option<String> {
        let name = self.mention(name);
        let mut arguments = Vec::new();
        let mut setters = Vec::new();
        for member in &object.members {
            let field = member.source;
            let own = said.and_then(|said| said.get(&field.wire));
            let known = own.or_else(|| known(&field.docs));
            let is_shown = own.is_some()
                || said.is_none() && field.docs.example.is_some()
                || self.is_full(depth) && !field.read_only;
            match member.role {
                Role::Argument => arguments.push(self.argument(member, known, depth)?),
                Role::Setter if is_shown => {
                    let setter = member.name.code();
                    let value = self.argument(member, known, depth);
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
        member: &Member<'_>,
        said: Option<&Value>,
        depth: usize,
    ) -> Option<String> {
        let (ty, presence) = (&member.source.ty, member.presence);
        if let (Presence::Required | Presence::Optional, Type::Array(item)) = (presence, ty)
            && self.plan.text(item).is_some()
        {
            return Some(self.texts(item, said));
        }
        match presence {
            Presence::RequiredNullable | Presence::OptionalNullable
                if said.is_none_or(Value::is_null) && !self.is_full(depth) =>
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

    fn mention(&mut self, name: &Name) -> String {
        let name = name.to_string();
        self.models.insert(name.clone());
        name
    }
}

/// As it is kept.
fn in_box(value: String, holding: Holding) -> String {
    match holding {
        Holding::Boxed => format!("Box::new({value})"),
        Holding::InPlace => value,
    }
}

/// What the document says a value may be.
pub(super) fn known(docs: &Docs) -> Option<&Value> {
    let said = docs.example.as_ref().or(docs.default.as_ref());
    said.or(docs.sample.as_ref())
}
