//! One flat view of a schema, whichever variant the typed model chose for it. Borrowed, no judgement.

use std::fmt::Display;
use std::sync::LazyLock;

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind, Type,
};
use serde_json::Value;

use super::{sample, scalars};
use crate::config::Types;
use crate::extensions::{self, CLOSED, KEY_PATTERNS};
use crate::ir::{self, Amount, Bound, Edge, Limit, Measure};

/// A property or item schema, as the typed model holds it.
pub(super) type Boxed = ReferenceOr<Box<Schema>>;

/// The keywords of a schema that decide its type.
#[derive(Debug, Clone)]
pub(super) struct Keywords<'d> {
    /// Annotations and extensions.
    pub(super) data: &'d SchemaData,
    /// `type`
    pub(super) ty: Option<&'d str>,
    /// `format`
    pub(super) format: Option<String>,
    /// `enum`
    pub(super) values: Vec<Value>,
    /// `properties`
    pub(super) properties: &'d IndexMap<String, Boxed>,
    /// `required`
    pub(super) required: &'d [String],
    /// `additionalProperties`
    pub(super) additional: Option<&'d AdditionalProperties>,
    /// `items`
    pub(super) items: Option<&'d Boxed>,
    /// `allOf`
    pub(super) all_of: &'d [ReferenceOr<Schema>],
    /// `oneOf`
    pub(super) one_of: &'d [ReferenceOr<Schema>],
    /// `anyOf`
    pub(super) any_of: &'d [ReferenceOr<Schema>],
    /// Whether no value satisfies the schema: `not` of anything.
    pub(super) is_never: bool,
    /// What a value has to be beside its type, apart from what it holds.
    pub(super) limits: Vec<Limit>,
    /// A value within the limits, where not every value is.
    pub(super) sample: Option<Value>,
}

static NO_PROPERTIES: LazyLock<IndexMap<String, Boxed>> = LazyLock::new(IndexMap::new);

impl<'d> Keywords<'d> {
    /// The view of a schema.
    pub(super) fn of(schema: &'d Schema) -> Self {
        let mut view = Self {
            data: &schema.schema_data,
            ty: None,
            format: None,
            values: Vec::new(),
            properties: &NO_PROPERTIES,
            required: &[],
            additional: None,
            items: None,
            all_of: &[],
            one_of: &[],
            any_of: &[],
            is_never: false,
            limits: Vec::new(),
            sample: sample::of(schema),
        };
        match &schema.schema_kind {
            SchemaKind::Type(ty) => view.typed(ty),
            SchemaKind::OneOf { one_of } => view.one_of = one_of,
            SchemaKind::AllOf { all_of } => view.all_of = all_of,
            SchemaKind::AnyOf { any_of } => view.any_of = any_of,
            SchemaKind::Not { not } => view.is_never = is_anything(not),
            SchemaKind::Any(any) => view.mixed(any),
        }
        view.closed();
        view.formatted();
        view
    }

    /// Whether `null` is a value: said so, or listed.
    pub(super) fn is_nullable(&self) -> bool {
        self.data.nullable || self.values.iter().any(Value::is_null)
    }

    /// The members that it and the inline parts of its `allOf` declare.
    pub(super) fn members(&self) -> Vec<&'d str> {
        let mut names: Vec<&str> = self.properties.keys().map(String::as_str).collect();
        let parts = self.all_of.iter().filter_map(ReferenceOr::as_item);
        names.extend(parts.flat_map(|part| Keywords::of(part).members()));
        names
    }

    /// Whether nothing here says what the value is.
    pub(super) fn is_silent(&self) -> bool {
        self.ty.is_none()
            && self.values.is_empty()
            && self.properties.is_empty()
            && self.required.is_empty()
            && self.additional.is_none()
            && self.items.is_none()
            && self.all_of.is_empty()
            && self.one_of.is_empty()
            && self.any_of.is_empty()
            && !self.is_never
    }

    /// Whether something here is about values of any kind, limits apart.
    pub(super) fn is_for_any_kind(&self) -> bool {
        self.ty.is_some()
            || self.format.is_some()
            || !self.values.is_empty()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
            || self.is_never
    }

    /// Whether another schema is written with the same keywords, but for limits and annotations, which decide no type.
    pub(super) fn is_written_as(&self, other: &Self) -> bool {
        self.ty == other.ty
            && self.format == other.format
            && self.is_never == other.is_never
            && self.required == other.required
            && self.values == other.values
            && self.properties == other.properties
            && self.additional == other.additional
            && self.items == other.items
            && (self.all_of, self.one_of, self.any_of) == (other.all_of, other.one_of, other.any_of)
    }

    fn typed(&mut self, ty: &'d Type) {
        match ty {
            Type::String(text) => {
                self.ty = Some("string");
                self.format = scalars::format(&text.format);
                self.values = text.enumeration.iter().cloned().map(optional).collect();
                self.lengths(text.min_length, text.max_length, Measure::Characters);
                self.limits
                    .extend(text.pattern.clone().map(Bound::Pattern).map(Limit::own));
            }
            Type::Number(number) => {
                self.ty = Some("number");
                self.format = scalars::format(&number.format);
                self.values = number.enumeration.iter().copied().map(optional).collect();
                self.bound(
                    Bound::Least,
                    number.minimum,
                    number.exclusive_minimum.into(),
                );
                self.bound(Bound::Most, number.maximum, number.exclusive_maximum.into());
                self.multiple(number.multiple_of);
            }
            Type::Integer(integer) => {
                self.ty = Some("integer");
                self.format = scalars::format(&integer.format);
                self.values = integer.enumeration.iter().copied().map(optional).collect();
                self.bound(
                    Bound::Least,
                    integer.minimum,
                    integer.exclusive_minimum.into(),
                );
                self.bound(
                    Bound::Most,
                    integer.maximum,
                    integer.exclusive_maximum.into(),
                );
                self.multiple(integer.multiple_of);
            }
            Type::Boolean(boolean) => {
                self.ty = Some("boolean");
                self.values = boolean.enumeration.iter().copied().map(optional).collect();
            }
            Type::Object(object) => {
                self.ty = Some("object");
                self.properties = &object.properties;
                self.required = &object.required;
                self.additional = object.additional_properties.as_ref();
                self.lengths(
                    object.min_properties,
                    object.max_properties,
                    Measure::Members,
                );
            }
            Type::Array(array) => {
                self.ty = Some("array");
                self.items = array.items.as_ref();
                self.lengths(array.min_items, array.max_items, Measure::Items);
                self.limits
                    .extend(array.unique_items.then(|| Limit::own(Bound::Unique)));
            }
        }
    }

    fn mixed(&mut self, any: &'d AnySchema) {
        self.ty = any.typ.as_deref();
        self.format.clone_from(&any.format);
        self.values.clone_from(&any.enumeration);
        self.properties = &any.properties;
        self.required = &any.required;
        self.additional = any.additional_properties.as_ref();
        self.items = any.items.as_ref();
        self.all_of = &any.all_of;
        self.one_of = &any.one_of;
        self.any_of = &any.any_of;
        self.lengths(any.min_length, any.max_length, Measure::Characters);
        self.lengths(any.min_items, any.max_items, Measure::Items);
        self.lengths(any.min_properties, any.max_properties, Measure::Members);
        self.bound(
            Bound::Least,
            any.minimum,
            any.exclusive_minimum.unwrap_or(false).into(),
        );
        self.bound(
            Bound::Most,
            any.maximum,
            any.exclusive_maximum.unwrap_or(false).into(),
        );
        self.multiple(any.multiple_of);
        let is_unique = any.unique_items.unwrap_or(false);
        self.limits
            .extend(is_unique.then(|| Limit::own(Bound::Unique)));
        self.limits
            .extend(any.pattern.clone().map(Bound::Pattern).map(Limit::own));
    }

    fn lengths(&mut self, least: Option<usize>, most: Option<usize>, measure: Measure) {
        let least = least.filter(|&least| least > 0);
        let least = least.map(|least| Bound::Least(measure, Amount::of(least), Edge::Inclusive));
        let most = most.map(|most| Bound::Most(measure, Amount::of(most), Edge::Inclusive));
        self.limits
            .extend(least.into_iter().chain(most).map(Limit::own));
    }

    fn bound<N: Display>(
        &mut self,
        bound: fn(Measure, Amount, Edge) -> Bound,
        limit: Option<N>,
        edge: Edge,
    ) {
        let limit = limit.map(|limit| bound(Measure::Value, Amount::of(limit), edge));
        self.limits.extend(limit.map(Limit::own));
    }

    fn multiple<N: Display>(&mut self, step: Option<N>) {
        let step = step.map(|step| Bound::Multiple(Amount::of(step)));
        self.limits.extend(step.map(Limit::own));
    }

    fn closed(&mut self) {
        let is_closed = matches!(self.additional, Some(AdditionalProperties::Any(false)));
        if is_closed || CLOSED.is_set(&self.data.extensions) {
            self.limits.push(Limit::own(Bound::Closed));
        } else if let Some(patterns) = KEY_PATTERNS.get(&self.data.extensions) {
            self.limits.push(Limit::own(Bound::Keys(patterns)));
        }
    }

    /// The type of a value that is neither a list nor an object.
    pub(super) fn scalar(&self, types: &Types) -> ir::Type {
        scalars::of(self.ty, &self.values, self.format.as_deref(), types)
    }

    /// A format that decides no type is a limit, which a server may mind.
    fn formatted(&mut self) {
        let format = self.format.iter().filter(|format| {
            let is_typed = match self.ty {
                Some("integer" | "number") => scalars::is_number(format),
                _ => scalars::is_typed(format),
            };
            // A secret is a text like any other.
            !is_typed && *format != "password" && !extensions::is_own(format)
        });
        let format = format.cloned().map(Bound::Format).map(Limit::own);
        let format: Vec<Limit> = format.collect();
        self.limits.extend(format);
    }
}

/// Whether a schema is empty, so that every value satisfies it.
fn is_anything(schema: &ReferenceOr<Schema>) -> bool {
    let kind = schema.as_item().map(|schema| &schema.schema_kind);
    kind.is_some_and(|kind| *kind == SchemaKind::Any(AnySchema::default()))
}

fn optional<T: Into<Value>>(value: Option<T>) -> Value {
    value.map_or(Value::Null, Into::into)
}
