//! Which item of the new plan is which of the old one, once that is known; `search` finds out.

use std::collections::{BTreeMap, BTreeSet};

use super::blueprint::Blueprint;
use super::joined::{Joined, Pair};
use crate::ir::{Api, Issue, Type, TypeId};
use crate::plan::{Credential, Model, Operation};

/// The pairs of two plans.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    pub(super) old: &'a Blueprint<'a>,
    pub(super) new: &'a Blueprint<'a>,
    types: BTreeMap<TypeId, TypeId>,
    /// The new types that have a partner.
    known: BTreeSet<TypeId>,
    pub(super) operations: Joined<'a, Operation<'a>>,
    pub(super) credentials: Joined<'a, Credential<'a>>,
}

impl<'a> Pairs<'a> {
    /// Operations by method and path, then by id; schemes by their keys, then by what they send: a key is a name within the document.
    pub(super) fn without_types(old: &'a Blueprint<'a>, new: &'a Blueprint<'a>) -> Self {
        let mut operations = Joined::new(&old.operations, &new.operations);
        operations.by_own(|one| Some((&one.source.method, one.source.path_without_names())));
        operations.by_own(|one| one.source.id.as_deref());
        let mut credentials = Joined::new(&old.credentials, &new.credentials);
        let key = |one: &'a Credential<'a>| Some(one.scheme.wire.as_str());
        credentials.by(key, key);
        let sent = |one: &'a Credential<'a>| Some((&one.scheme.kind, written(&one.scheme.issue)));
        credentials.by(sent, sent);
        Self {
            old,
            new,
            types: BTreeMap::new(),
            known: BTreeSet::new(),
            operations,
            credentials,
        }
    }

    /// The old API and the new one.
    pub(super) fn apis(&self) -> Pair<&'a Api> {
        (&self.old.plan.api, &self.new.plan.api)
    }

    /// The pairs of definitions that the crate has on one side at least, in the order of the old document.
    pub(super) fn definitions(&self) -> impl Iterator<Item = Pair<Option<&'a Model<'a>>>> {
        let pairs = self.types.iter();
        pairs.map(|(old, new)| (self.old.model(*old), self.new.model(*new)))
    }

    /// The pairs of models, in the order of the old document.
    pub(super) fn models(&self) -> impl Iterator<Item = Pair<&'a Model<'a>>> {
        self.definitions()
            .filter_map(|(old, new)| Some((old?, new?)))
    }

    /// The new type that an old one is.
    pub(super) fn partner(&self, old: TypeId) -> Option<TypeId> {
        self.types.get(&old).copied()
    }

    /// Whether a new type has a partner.
    pub(super) fn is_known(&self, new: TypeId) -> bool {
        self.known.contains(&new)
    }

    /// Pairs two types, unless one of them has a partner.
    pub(super) fn join(&mut self, old: TypeId, new: TypeId) -> bool {
        let are_free = self.partner(old).is_none() && !self.is_known(new);
        if are_free {
            self.types.insert(old, new);
            self.known.insert(new);
        }
        are_free
    }

    /// Whether two uses mean the same type, whatever it is called and holds.
    pub(super) fn is_same(&self, old: &Type, new: &Type) -> bool {
        self.translated(old).as_ref() == Some(new)
    }

    /// The type of the new API that an old use means, `None` where it has no partner.
    pub(super) fn translated(&self, old: &Type) -> Option<Type> {
        let inner = |old: &Type| self.translated(old).map(Box::new);
        Some(match old {
            Type::Named(id) => Type::Named(self.partner(*id)?),
            Type::Array(item) => Type::Array(inner(item)?),
            Type::Map(value) => Type::Map(inner(value)?),
            Type::Nullable(some) => Type::Nullable(inner(some)?),
            Type::Tuple(parts) => {
                let parts = parts.iter().map(|part| self.translated(part));
                Type::Tuple(parts.collect::<Option<_>>()?)
            }
            plain => plain.clone(),
        })
    }
}

/// How a caller comes by a credential, as the document has it: the flows, or an address.
fn written(issue: &Issue) -> (Option<String>, Option<&str>) {
    match issue {
        Issue::Unsaid => (None, None),
        Issue::OAuth2(flows) => (Some(flows.to_string()), None),
        Issue::OpenIdConnect(address) => (None, Some(address)),
    }
}
