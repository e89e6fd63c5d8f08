//! Credentials: how a client is given them, and which of them an operation needs.

use std::collections::BTreeSet;

use super::{Operation, Plan};
use crate::ir::{self, Scheme, SchemeId, SchemeKind};
use crate::naming::Name;
use crate::rust::{Argument, Receiver, Signature, Ty, Word};

/// A credential that a client is given.
#[derive(Debug, Clone, Copy)]
pub struct Credential<'p> {
    /// The scheme.
    pub scheme: &'p Scheme,
    /// The setter, and what it is called as an argument.
    pub name: &'p Name,
}

impl<'p> Credential<'p> {
    pub(super) fn argument(self) -> Argument<'p> {
        Argument {
            name: Word::Name(self.name),
            ty: Ty::Into(Box::new(Ty::Runtime("Credential"))),
        }
    }

    /// The setter of the builder.
    pub fn setter(self) -> Signature<'p> {
        Signature {
            name: Word::Name(self.name),
            receiver: Receiver::Value,
            arguments: vec![self.argument()],
            gives: Ty::Own,
        }
    }
}

impl Plan {
    /// The credential of each scheme, in the order of the document.
    pub fn schemes(&self) -> impl Iterator<Item = Credential<'_>> {
        self.api.scheme_ids().map(|scheme| self.scheme(scheme))
    }

    pub(super) fn scheme(&self, scheme: SchemeId) -> Credential<'_> {
        Credential {
            scheme: self.api.scheme(scheme),
            name: self.names.scheme(scheme),
        }
    }

    /// The credentials that an operation needs beside the one that the client is made with, in alternatives; none where it needs no more.
    pub(super) fn further_credentials<'p>(
        &'p self,
        operation: &'p ir::Operation,
    ) -> Vec<Vec<Credential<'p>>> {
        let is_further = |scheme: &SchemeId| {
            Some(*scheme) != self.credential && self.api.scheme(*scheme).kind != SchemeKind::Outside
        };
        let mut seen = BTreeSet::new();
        let alternatives = operation.security.alternatives.iter().map(|all| {
            let schemes = all.schemes.iter().copied().filter(is_further);
            schemes.collect::<Vec<SchemeId>>()
        });
        let alternatives: Vec<Vec<SchemeId>> = alternatives
            .filter(|all| seen.insert(all.clone()))
            .collect();
        if alternatives.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        let credentials = |all: Vec<SchemeId>| all.into_iter().map(|id| self.scheme(id)).collect();
        alternatives.into_iter().map(credentials).collect()
    }
}

/// What the tokens of an operation have to be good for, in alternatives, each once.
pub(super) fn scopes(operation: &ir::Operation) -> Vec<Vec<&str>> {
    let mut seen = BTreeSet::new();
    let alternatives = operation.security.alternatives.iter().map(|all| {
        let scopes = all.scopes.iter().flatten();
        scopes.map(String::as_str).collect::<Vec<&str>>()
    });
    let alternatives: Vec<Vec<&str>> = alternatives
        .filter(|scopes| seen.insert(scopes.clone()))
        .collect();
    if alternatives.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    alternatives
}

impl Operation<'_> {
    /// Which credentials its client needs, as a sentence with each name as it is written there; `None` where it needs no more.
    pub fn needed(&self, write: impl Fn(&Name) -> String) -> Option<String> {
        let names = |all: &Vec<Credential<'_>>| {
            let names = all.iter().map(|one| write(one.name));
            names.collect::<Vec<String>>().join(" and ")
        };
        let alternatives: Vec<String> = self.credentials.iter().map(names).collect();
        let is_any = !alternatives.is_empty();
        is_any.then(|| {
            format!(
                "The client needs the credential {}.",
                alternatives.join(" or ")
            )
        })
    }

    /// What its tokens have to be good for, likewise.
    pub fn allowed(&self, write: impl Fn(&str) -> String) -> Option<String> {
        let scopes = |all: &Vec<&str>| {
            let scopes = all.iter().map(|scope| write(scope));
            scopes.collect::<Vec<String>>().join(", ")
        };
        let alternatives: Vec<String> = self.scopes.iter().map(scopes).collect();
        let is_any = !alternatives.is_empty();
        is_any.then(|| format!("Scopes: {}.", alternatives.join("; or ")))
    }
}
