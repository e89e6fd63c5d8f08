//! What is asked of a caller, so that two APIs can be compared.

use std::fmt;

use crate::ir::{Api, SchemeId, Security};

/// What an API asks of a caller, by the keys of the schemes.
#[derive(PartialEq, Eq)]
pub(super) struct Asked<'a>(Vec<Vec<&'a str>>);

impl<'a> Asked<'a> {
    pub(super) fn of(security: &Security, api: &'a Api) -> Self {
        let key = |id: &SchemeId| api.scheme(*id).wire.as_str();
        let all = security.alternatives.iter();
        Self(
            all.map(|all| all.schemes.iter().map(key).collect())
                .collect(),
        )
    }

    /// Whether one of the alternatives is met by whatever meets the old ones.
    pub(super) fn takes_all(&self, old: &Self) -> bool {
        let takes = |given: &[&str]| {
            self.0.is_empty()
                || self
                    .0
                    .iter()
                    .any(|needed| needed.iter().all(|scheme| given.contains(scheme)))
        };
        if old.0.is_empty() {
            takes(&[])
        } else {
            old.0.iter().all(|given| takes(given))
        }
    }
}

/// `a and b, or c`.
impl fmt::Display for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each = self.0.iter().map(|all| match &all[..] {
            [] => "nothing".to_owned(),
            all => all.join(" and "),
        });
        let each: Vec<String> = each.collect();
        match &each[..] {
            [] => f.write_str("nothing"),
            each => f.write_str(&each.join(", or ")),
        }
    }
}
