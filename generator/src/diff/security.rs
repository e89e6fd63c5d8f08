//! What is asked of a caller, so that two APIs can be compared, and which scheme is which.

use std::collections::BTreeSet;
use std::fmt;

use super::joined::Joined;
use crate::ir::{Api, Security};

/// The schemes of two APIs, by their keys, then by what they send: a key is a name within the document.
pub(super) fn schemes(old: &Api, new: &Api) -> Joined {
    let (was, is) = (&old.schemes, &new.schemes);
    let mut joined = Joined::new(was.len(), is.len());
    joined.by(|i| Some(&was[i].wire), |j| Some(&is[j].wire));
    let sent = |all: &[crate::ir::Scheme], index: usize| {
        let scheme = &all[index];
        Some(format!("{:?} {:?}", scheme.kind, scheme.issue))
    };
    joined.by(|i| sent(was, i), |j| sent(is, j));
    joined
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
        Self::by(security, |scheme| &api.schemes[scheme].wire)
    }

    /// What the old API asks for, in the words of the new one.
    pub(super) fn old(security: &'a Security, (old, new): (&'a Api, &'a Api)) -> Self {
        let joined = schemes(old, new);
        Self::by(security, |scheme| match joined.partner(scheme) {
            Some(partner) => &new.schemes[partner].wire,
            None => &old.schemes[scheme].wire,
        })
    }

    fn by(security: &'a Security, key: impl Fn(usize) -> &'a str) -> Self {
        let all = security.alternatives.iter().map(|all| {
            let schemes = all.schemes.iter().zip(&all.scopes);
            let needs = schemes.map(|(id, scopes)| Need {
                scheme: key(id.0),
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
