//! What not every crate can do: the parts of the runtime that only some documents ask for.

use std::collections::BTreeSet;

use super::{Fixed, Kind, Plan};
use crate::ir::{Body, ContentKind, EnumKind, Type};

/// Something that only some crates can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// Types of other packages and of the user's.
    ChosenTypes,
    /// Truth values that have one value.
    ConstBools,
    /// Whole numbers that have one value.
    ConstInts,
    /// Texts that have one value.
    Constants,
    /// Forms of parts, which may hold files.
    Files,
    /// Bodies that are forms, of parts or not, and queries that are.
    Forms,
    /// Enums of whole numbers.
    IntegerEnums,
    /// Answers that come in pages.
    Pages,
    /// Queries that are forms.
    QueryForms,
    /// Resources that are features.
    ResourceFeatures,
    /// Requests that can be given more than what a call asks for.
    Setters,
    /// Answers that are streams.
    Streams,
    /// Enums of texts.
    StringEnums,
    /// Lists of a fixed length.
    Tuples,
    /// Values of one of several types.
    Unions,
}

impl Capability {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::ChosenTypes,
        Self::ConstBools,
        Self::ConstInts,
        Self::Constants,
        Self::Files,
        Self::Forms,
        Self::IntegerEnums,
        Self::Pages,
        Self::QueryForms,
        Self::ResourceFeatures,
        Self::Setters,
        Self::Streams,
        Self::StringEnums,
        Self::Tuples,
        Self::Unions,
    ];

    /// What the templates call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ChosenTypes => "chosen types",
            Self::ConstBools => "constant truth values",
            Self::ConstInts => "constant numbers",
            Self::Constants => "constants",
            Self::Files => "files",
            Self::Forms => "forms",
            Self::IntegerEnums => "integer enums",
            Self::Pages => "pages",
            Self::QueryForms => "query forms",
            Self::ResourceFeatures => "resource features",
            Self::Setters => "setters",
            Self::Streams => "streams",
            Self::StringEnums => "string enums",
            Self::Tuples => "tuples",
            Self::Unions => "unions",
        }
    }
}

impl Plan {
    /// What the crate can do.
    pub fn capabilities(&self) -> BTreeSet<Capability> {
        let mut found = BTreeSet::new();
        for model in self.models() {
            match &model.kind {
                Kind::Struct(object) => {
                    let members = object.members.iter();
                    let constants = members.filter_map(|member| match member.constant {
                        Some(Fixed::ConstBool) => Some(Capability::ConstBools),
                        Some(Fixed::ConstInt) => Some(Capability::ConstInts),
                        _ => None,
                    });
                    found.extend(constants);
                }
                Kind::Enum(list) => {
                    found.insert(match list.kind {
                        EnumKind::Text => Capability::StringEnums,
                        EnumKind::Integer => Capability::IntegerEnums,
                    });
                }
                Kind::Constant(_) => {
                    found.insert(Capability::Constants);
                }
                Kind::Union(_) => {
                    found.insert(Capability::Unions);
                }
                Kind::Alias { .. } => {}
            }
            if model.kind.is_form() {
                found.insert(Capability::Files);
            }
        }
        found.extend(self.forms());
        if !self.chosen.is_empty() {
            found.insert(Capability::ChosenTypes);
        }
        if self.api.uses().any(has_tuple) {
            found.insert(Capability::Tuples);
        }
        if self.has_pages() {
            found.insert(Capability::Pages);
        }
        if self.has_resource_features() {
            found.insert(Capability::ResourceFeatures);
        }
        if self.operations().any(|one| one.has_setters()) {
            found.insert(Capability::Setters);
        }
        if self.has_streams() {
            found.insert(Capability::Streams);
        }
        found
    }

    /// What the forms that are sent ask for.
    fn forms(&self) -> BTreeSet<Capability> {
        let mut found = BTreeSet::new();
        for operation in &self.api.operations {
            for content in operation.body.iter().flat_map(Body::contents) {
                match content.kind {
                    ContentKind::Multipart => {
                        found.extend([Capability::Files, Capability::Forms]);
                    }
                    ContentKind::Form => {
                        found.insert(Capability::Forms);
                    }
                    _ => {}
                }
            }
            if operation.params.iter().any(|param| param.form.is_some()) {
                found.extend([Capability::Forms, Capability::QueryForms]);
            }
        }
        found
    }
}

/// Whether a type is made of a tuple.
fn has_tuple(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(_)) || ty.parts().iter().any(has_tuple)
}
