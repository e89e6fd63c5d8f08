//! What is asked of a caller, so that two APIs can be compared.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::joined::Joined;
use crate::ir::{Api, Security};
use crate::plan::Credential;

/// The keys of the old schemes, each with the key that the scheme has in the new document.
#[derive(Debug)]
pub(super) struct Keys<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Keys<'a> {
    pub(super) fn of(credentials: &Joined<'a, Credential<'a>>) -> Self {
        let key = |credential: &'a Credential<'a>| credential.scheme.wire.as_str();
        let pairs = credentials.old();
        Self(
            pairs
                .map(|(was, is)| (key(was), key(is.unwrap_or(was))))
                .collect(),
        )
    }

    /// Whether two keys mean one scheme.
    pub(super) fn are_one(&self, old: &'a str, new: &str) -> bool {
        self.of_scheme(old) == new
    }

    /// The key of the new document, or the old one where the scheme is gone.
    fn of_scheme(&self, old: &'a str) -> &'a str {
        self.0.get(old).copied().unwrap_or(old)
    }
}

/// What an API asks of a caller: a scheme, by the key of the new document if it is there, with what a token has to be good for.
#[derive(PartialEq, Eq)]
pub(super) struct Asked<'a>(Vec<Vec<Need<'a>>>);

/// A scheme that is asked for.
#[derive(Debug, PartialEq, Eq)]
struct Need<'a> {
    scheme: &'a str,
    scopes: BTreeSet<&'a str>,
}

impl<'a> Asked<'a> {
    /// What the new API asks for.
    pub(super) fn new(security: &'a Security, api: &'a Api) -> Self {
        Self::by(security, api, |key| key)
    }

    /// What the old API asks for, in the words of the new one.
    pub(super) fn old(security: &'a Security, api: &'a Api, keys: &Keys<'a>) -> Self {
        Self::by(security, api, |key| keys.of_scheme(key))
    }

    fn by(security: &'a Security, api: &'a Api, key: impl Fn(&'a str) -> &'a str) -> Self {
        let all = security.alternatives.iter().map(|all| {
            let schemes = all.schemes.iter().zip(&all.scopes);
            let needs = schemes.map(|(id, scopes)| Need {
                scheme: key(&api.scheme(*id).wire),
                scopes: scopes.iter().map(String::as_str).collect(),
            });
            needs.collect()
        });
        Self(all.collect())
    }

    /// Whether one of the alternatives is met by whatever meets the old ones.
    pub(super) fn takes_all(&self, old: &Self) -> bool {
        let takes = |given: &[Need<'_>]| {
            self.0.is_empty()
                || self.0.iter().any(|needed| {
                    let mut needed = needed.iter();
                    needed.all(|need| given.iter().any(|given| given.meets(need)))
                })
        };
        if old.0.is_empty() {
            takes(&[])
        } else {
            old.0.iter().all(|given| takes(given))
        }
    }
}

impl Need<'_> {
    fn meets(&self, other: &Need<'_>) -> bool {
        self.scheme == other.scheme && self.scopes.is_superset(&other.scopes)
    }
}

/// `key`, or `token (read, write)`.
impl fmt::Display for Need<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.scheme)?;
        if self.scopes.is_empty() {
            return Ok(());
        }
        let scopes: Vec<&str> = self.scopes.iter().copied().collect();
        write!(f, " ({})", scopes.join(", "))
    }
}

/// `a and b, or c`.
impl fmt::Display for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each = self.0.iter().map(|all| match &all[..] {
            [] => "nothing".to_owned(),
            all => {
                let all: Vec<String> = all.iter().map(Need::to_string).collect();
                all.join(" and ")
            }
        });
        let each: Vec<String> = each.collect();
        match &each[..] {
            [] => f.write_str("nothing"),
            each => f.write_str(&each.join(", or ")),
        }
    }
}
