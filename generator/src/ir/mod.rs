//! The API as plain owned data: what `lower` gives and everything after it reads. No OpenAPI quirks, no Rust names.

mod answers;
mod auth;
pub mod holding;
mod limits;
mod ops;
mod paging;
mod params;
mod paths;
mod resolve;
mod types;
mod uses;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::diag::Loss;
use crate::pointer::Pointer;
use crate::source::Origins;

pub use answers::Answer;
pub use auth::{Issue, KeyLocation, Requirement, Scheme, SchemeId, SchemeKind, Security};
pub use limits::{Amount, Bound, Edge, Limit, Measure, Part};
pub use ops::{
    Body, Content, ContentKind, Encoding, Framing, Header, Operation, OperationId, Response, Status,
};
pub use paging::{Advance, PageInput, PageLocation, Paging, PagingSource};
pub use params::{IdempotencyKey, Param, ParamLocation, Style, WholeQuery};
pub use paths::sent_path;
pub use types::{
    Additional, Constant, Enum, EnumKind, EnumValue, Field, Medium, Owner, Section, Shape, Struct,
    TypeDef, TypeId, Union, Variant, literal,
};
pub use uses::{Integer, Number, Text, Type};

/// A whole API.
#[derive(Debug, Clone, Default)]
pub struct Api {
    /// What the API calls itself.
    pub info: Info,
    /// Where it is served, the default first.
    pub servers: Vec<Server>,
    /// Whether the document has webhooks.
    pub has_webhooks: bool,
    /// Descriptions of groups of operations.
    pub tags: Vec<Tag>,
    /// Every type that has a definition, indexed by [`TypeId`].
    pub types: Vec<TypeDef>,
    /// Every operation, in the order of the document.
    pub operations: Vec<Operation>,
    /// Every security scheme, in the order of the document.
    pub schemes: Vec<Scheme>,
    /// The security of operations that say nothing.
    pub security: Security,
    /// What the document says and nothing here depends on, by place.
    pub losses: Vec<Loss>,
    /// Where the document has what is named by a pointer here.
    pub origins: Origins,
}

impl Api {
    /// What people call an item that is at a pointer here: where the document has it.
    pub fn written(&self, at: &Pointer) -> Pointer {
        self.origins.written(at)
    }

    /// Every use of a type: in definitions, parameters, bodies and answers.
    pub fn uses(&self) -> impl Iterator<Item = &Type> {
        let held = self.declared().flat_map(|(_, def)| def.shape.types());
        held.chain(self.called())
    }

    /// The uses in parameters, bodies and answers.
    pub fn called(&self) -> impl Iterator<Item = &Type> {
        let operations = self.operations.iter();
        let params = operations.clone().flat_map(|one| &one.params);
        let bodies = operations.clone().flat_map(|one| &one.body);
        let answers = operations.flat_map(|one| &one.responses);
        let given = answers.flat_map(|one| &one.contents);
        let contents = bodies.flat_map(Body::contents).chain(given);
        let params = params.map(|param| &param.ty);
        params.chain(contents.map(|content| &content.ty))
    }

    /// Every definition with its key, also those that the crate does not have.
    pub fn defined(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        let all = self.types.iter().enumerate();
        all.map(|(index, def)| (TypeId(index), def))
    }

    /// The definitions that the crate has.
    pub fn declared(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        self.defined().filter(|(_, def)| def.declared)
    }

    /// The component schemas that have no type: what they say is in the types of the schemas that take them in, or they are
    /// another one under another spelling.
    pub fn merged(&self) -> impl Iterator<Item = &TypeDef> {
        let declared: BTreeSet<&Pointer> = self.declared().map(|(_, def)| &def.at).collect();
        let components = self
            .types
            .iter()
            .filter(|def| !def.declared && matches!(def.owner, Owner::Component { .. }));
        components.filter(move |def| !declared.contains(&def.at))
    }

    /// These types and all that they hold.
    pub fn reached(&self, types: impl IntoIterator<Item = TypeId>) -> BTreeSet<TypeId> {
        let mut open: Vec<TypeId> = types.into_iter().collect();
        let mut is_reached = vec![false; self.types.len()];
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut is_reached[id.0], true) {
                let held = self.get(id).shape.types();
                open.extend(held.into_iter().flat_map(Type::named));
            }
        }
        let all = is_reached.into_iter().enumerate();
        all.filter_map(|(index, is_reached)| is_reached.then_some(TypeId(index)))
            .collect()
    }

    /// The type that a type is named after in the end: itself, unless another one owns it.
    pub fn root(&self, id: TypeId) -> TypeId {
        let mut root = id;
        while let Owner::Type { id, .. } = self.get(root).owner {
            root = id;
        }
        root
    }

    /// The definition of a type.
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// Every operation with its key, in the order of the document.
    pub fn keyed(&self) -> impl Iterator<Item = (OperationId, &Operation)> {
        let all = self.operations.iter().enumerate();
        all.map(|(index, operation)| (OperationId(index), operation))
    }

    /// An operation.
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.0]
    }

    /// The keys of the security schemes, in the order of the document.
    pub fn scheme_ids(&self) -> impl Iterator<Item = SchemeId> {
        (0..self.schemes.len()).map(SchemeId)
    }

    /// A security scheme.
    pub fn scheme(&self, id: SchemeId) -> &Scheme {
        &self.schemes[id.0]
    }

    /// A tag.
    pub fn tag(&self, id: TagId) -> &Tag {
        &self.tags[id.0]
    }
}

/// The `info` object.
#[derive(Debug, Clone, Default)]
pub struct Info {
    /// The title.
    pub title: String,
    /// The version of the API; any text.
    pub version: String,
    /// The description, Markdown.
    pub description: Option<String>,
}

/// A server of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Server {
    /// The URL, with `{variables}`.
    pub url: String,
    /// What the server is for.
    pub description: Option<String>,
    /// The variables with their defaults.
    pub variables: Vec<ServerVariable>,
}

impl Server {
    /// The URL where nobody sets a variable.
    pub fn with_defaults(&self) -> String {
        let variables = self.variables.iter();
        variables.fold(self.url.clone(), |url, variable| match &variable.default {
            Some(default) => url.replace(&format!("{{{}}}", variable.wire), default),
            None => url,
        })
    }

    /// Whether the URL says where the server is, and not only where it is from another one.
    pub fn is_absolute(&self) -> bool {
        self.with_defaults().contains("://")
    }

    /// The variable without a value that the URL begins with: all that says where the server is.
    pub fn endpoint(&self) -> Option<&str> {
        let (name, rest) = self.url.strip_prefix('{')?.split_once('}')?;
        let mut variables = self.variables.iter();
        let has_value = variables.any(|known| known.wire == name && known.default.is_some());
        let is_alone = rest.is_empty() || rest.starts_with(['/', ':']);
        (is_alone && !has_value).then_some(name)
    }
}

/// A variable of a server's URL.
#[derive(Debug, Clone, PartialEq)]
pub struct ServerVariable {
    /// Its name between the braces.
    pub wire: String,
    /// The value that is used when nobody sets it; `None` where the document has none, or an empty one that cannot be.
    pub default: Option<String>,
    /// The values that the document allows; empty for any.
    pub values: Vec<String>,
    /// What it selects.
    pub description: Option<String>,
}

impl ServerVariable {
    /// What a client puts in the URL where nobody sets it; `None` for a variable that it knows no more of than that it has no value.
    pub fn taken(&self) -> Option<&str> {
        // One that is not among the values is an error of the call, which names those.
        let none = || (!self.values.is_empty()).then_some("");
        self.default.as_deref().or_else(none)
    }
}

/// The index of a [`Tag`] in [`Api::tags`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TagId(pub usize);

/// A tag of an operation.
#[derive(Debug, Clone)]
pub struct Tagged {
    /// Its name.
    pub wire: String,
    /// The tag of the document, if that describes it.
    pub tag: Option<TagId>,
}

/// A tag: the description of a group of operations.
#[derive(Debug, Clone)]
pub struct Tag {
    /// The name that operations refer to.
    pub wire: String,
    /// Markdown.
    pub description: Option<String>,
    /// A page with more.
    pub link: Option<String>,
}

/// What a person reads about an item.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Docs {
    /// The `summary` or `title`.
    pub title: Option<String>,
    /// The `description`, Markdown.
    pub description: Option<String>,
    /// The page with more of it.
    pub link: Option<String>,
    /// Whether the document marks it as deprecated.
    pub deprecated: bool,
    /// An example value.
    pub example: Option<Value>,
    /// The default of the document, which the server applies.
    pub default: Option<Value>,
    /// A made-up value within the limits, where not every value is.
    pub sample: Option<Value>,
    /// What a value has to be beside its type.
    pub limits: Vec<Limit>,
    /// What the value holds that no type with a definition documents, each with its description.
    pub held: Vec<(Part, Option<String>)>,
}

/// Whether a URL leads to a page from wherever it is read: of what a relative one is a part is not said.
pub fn is_page(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// What two texts share that differ only in signs and capitals.
pub fn folded(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether two names differ, and in signs and capitals only.
pub fn is_respelled(one: &str, other: &str) -> bool {
    one != other && folded(one) == folded(other)
}
