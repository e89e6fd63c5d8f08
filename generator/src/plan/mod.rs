//! The plan: the API with its names and every fact that emitters ask for. Frozen; below it nothing can fail.

mod address;
mod answer;
mod capabilities;
mod credentials;
mod cycles;
mod equals;
pub mod exports;
mod fields;
mod files;
mod formats;
mod gates;
mod held;
mod model;
mod models;
mod operation;
mod operations;
mod package;
mod paging;
mod params;
mod remarks;
mod resource;
mod secrets;
mod sizes;
mod streams;
mod tags;
mod types;
mod usage;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::groups::{self, Group};
use crate::ir::{Api, Field, SchemeId, Type, TypeId};
use crate::naming::{self, Attribute, Featured, Name, Names, TypePath};

use crate::rust::Holding;
use crate::threads;
use equals::Equals;
use gates::Gates;
use sizes::Sizes;

pub use address::Address;
pub use answer::{Answer, Documented, Errors, Given, by_status};
pub use capabilities::Capability;
pub use credentials::Credential;
pub use fields::{Fixed, HasDefault, Member, Rest, Taking};
pub use files::File;
pub use formats::Format;
pub use held::Held;
pub use model::{Enum, Kind, Model, Struct, Union, Value, Variant};
pub use operation::{Body, Method, MethodKind, Operation};
pub use operations::{Call, Outcome};
pub use package::Package;
pub use paging::{Listed, Pages, Step};
pub use params::{Lending, Parameter, Sent};
pub use resource::{Client, ErrorModel, Resource};
pub use tags::{TagKind, TagValue};
pub use usage::{Direction, roots};

/// What is generated, decided.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The API.
    pub api: Api,
    /// The package and its client.
    pub package: Package,
    /// Its names.
    pub names: Names,
    /// Groups of operations; each is a resource of the client.
    groups: Vec<Group>,
    /// The group of each operation, by index.
    group_of: Vec<usize>,
    files: Vec<files::Decided>,
    /// What each operation comes to, by index.
    calls: Vec<Call>,
    /// The scheme whose credential a client is made with.
    credential: Option<SchemeId>,
    /// The one type that documented errors have, where there is just one.
    error_model: Option<TypeId>,
    /// The method of errors that gives it.
    error_method: Option<Name>,
    /// The formats of texts that the API uses, sorted by module.
    pub formats: Vec<Format>,
    /// The types that the configuration chose and that the API uses, sorted.
    pub chosen: Vec<TypePath>,
    /// The attributes that the configuration adds to models, by JSON pointer.
    attributes: BTreeMap<String, Vec<Attribute>>,
    /// What each operation is known by at run time.
    ids: Vec<String>,
    sizes: Sizes,
    secret: BTreeSet<(TypeId, usize)>,
    decided: tags::Decided,
    usage: usage::Usage,
    equals: Equals,
    gates: Option<Gates>,
    /// What not every crate can do and this one can.
    pub capabilities: BTreeSet<Capability>,
}

/// Decides everything about the output.
pub fn plan(api: Api, config: &Config) -> Plan {
    let mut plan = before_equals(api, config);
    plan.equals = Equals::of(&plan);
    plan.join_equals();
    if naming::featured(&plan.api, &plan.groups, config) == Featured::Yes {
        plan.gates = Some(Gates::of(&plan));
    }
    plan.capabilities = plan.find_capabilities();
    plan
}

/// As if every type had a definition of its own.
fn before_equals(api: Api, config: &Config) -> Plan {
    let groups = groups::of(&api);
    // Naming takes as long as the rest together.
    let (names, (secret, decided, usage, formats, chosen)) = threads::both(
        || naming::assign(&api, &groups, config),
        || {
            let (formats, chosen) = (formats::used(&api), formats::chosen(&api));
            let (secret, decided) = (secrets::fields(&api, config), tags::decided(&api));
            (secret, decided, usage::of(&api), formats, chosen)
        },
    );
    let calls: Vec<Call> = api.operations.iter().map(operations::call).collect();
    let error_model = operations::error_model(&calls);
    Plan {
        package: Package::of(&api, config),
        ids: operations::ids(&api, &names),
        group_of: groups::of_operations(&groups, &api),
        credential: package::credential(&api, config),
        files: files::of(&api, &names),
        sizes: Sizes::default(),
        equals: Equals::default(),
        gates: None,
        capabilities: BTreeSet::new(),
        secret,
        decided,
        usage,
        formats,
        chosen,
        attributes: naming::attributes(config),
        error_method: error_model.map(|model| names.error_method(model)),
        error_model,
        api,
        names,
        groups,
        calls,
    }
}

/// When a field is there, and whether it may be `null`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Always there, never `null`.
    Required,
    /// Always there, perhaps `null`.
    RequiredNullable,
    /// Perhaps absent, never `null`.
    Optional,
    /// Perhaps absent, perhaps `null`, and the difference matters.
    OptionalNullable,
}

/// What a caller does about a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Gives it to `new`.
    Argument,
    /// Sets it when wanted.
    Setter,
    /// Nothing: it has only one value, or unions decide it.
    Fixed,
}

impl Plan {
    /// The type whose definition a type has: itself, or an inline one that is equal.
    pub fn definition(&self, id: TypeId) -> TypeId {
        self.equals.definition(id)
    }

    /// Decides what depends on which types are one.
    fn join_equals(&mut self) {
        let aside = self.equals.put_aside(&mut self.api.types);
        self.usage.join(&self.api);
        self.decided = tags::decided(&self.api);
        self.sizes = Sizes::of(&self.api, cycles::broken(&self.api));
        for (id, shape) in aside {
            self.api.types[id.0].shape = shape;
        }
        for (id, defined) in self.equals.all() {
            self.usage.equal(id, defined);
            self.decided.equal(id, defined);
            self.sizes.equal(id, defined, &self.api);
        }
    }

    /// Whether there is anything to call.
    pub fn has_operations(&self) -> bool {
        !self.api.operations.is_empty()
    }

    /// How a type holds a field or a variant.
    fn holding(&self, id: TypeId, index: usize) -> Holding {
        self.sizes.holding(id, index)
    }

    /// What a value takes in memory, at most.
    pub fn bytes(&self, ty: &Type) -> usize {
        self.sizes.bytes(ty, &self.api)
    }

    /// Whether a value is too large to be held in place.
    pub fn is_large(&self, ty: &Type) -> bool {
        self.sizes.is_large(ty, &self.api)
    }

    /// How a tuple holds its parts.
    pub fn holdings(&self, parts: &[Type]) -> Vec<Holding> {
        self.sizes.holdings(parts, &self.api)
    }

    /// What a caller does about a field.
    pub fn role(&self, id: TypeId, field: &Field) -> Role {
        if self.tag(id, field).is_some() || self.is_always_written(id, field) {
            return Role::Fixed;
        }
        match self.presence(id, field) {
            Presence::Required | Presence::RequiredNullable => Role::Argument,
            Presence::Optional | Presence::OptionalNullable => Role::Setter,
        }
    }

    /// The value of a field that tells unions which type its struct is, where they agree on it.
    pub fn tag(&self, id: TypeId, field: &Field) -> Option<&str> {
        self.decided.tag(id, field)
    }

    /// Whether a field holds the one value that it can have from the beginning: a required one, one whose default is that value,
    /// and one of a candidate of a union, which it tells apart.
    fn is_always_written(&self, id: TypeId, field: &Field) -> bool {
        if !self.is_constant(field) || field.read_only && self.is_requested(id) {
            return false;
        }
        self.is_default(field)
            || !field.nullable && (field.required || self.decided.is_candidate(id))
    }

    /// Whether a field must not be shown.
    fn is_secret(&self, id: TypeId, field: usize) -> bool {
        self.secret.contains(&(id, field))
    }

    /// When a field is there. Nobody demands of a caller what only the server sends, nor of the server what only callers send.
    pub fn presence(&self, id: TypeId, field: &Field) -> Presence {
        let is_asked = !(field.read_only && self.is_requested(id));
        let is_required = field.required && !field.write_only && is_asked;
        match (is_required, field.nullable) {
            (true, false) => Presence::Required,
            (true, true) => Presence::RequiredNullable,
            (false, false) => Presence::Optional,
            (false, true) => Presence::OptionalNullable,
        }
    }
}
