//! Which fields hold a secret: the document says so, or the name does, unless the configuration says otherwise.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::ir::{Api, Field, Shape, Type, TypeId};
use crate::naming;

/// Names, and ends of names, of texts that must not be shown.
const NAMES: &[&str] = &[
    "access_key",
    "api_key",
    "passphrase",
    "password",
    "private_key",
    "secret",
    "secret_key",
    "token",
];

/// The fields whose values are left out of `Debug`.
pub(super) fn fields(api: &Api, config: &Config) -> BTreeSet<(TypeId, usize)> {
    let mut secret = BTreeSet::new();
    for (index, def) in api.types.iter().enumerate() {
        if let Shape::Struct(object) = &def.shape {
            let fields = object.fields.iter().enumerate();
            let found = fields.filter(|(_, field)| is_secret(field, config));
            secret.extend(found.map(|(field, _)| (TypeId(index), field)));
        }
    }
    secret
}

fn is_secret(field: &Field, config: &Config) -> bool {
    if config.sensitive.fields.contains(&field.wire) {
        return true;
    }
    if config.sensitive.not.contains(&field.wire) {
        return false;
    }
    let by_name = || matches!(field.ty, Type::Text(_)) && is_secret_name(&field.wire);
    field.sensitive.unwrap_or_else(by_name)
}

fn is_secret_name(wire: &str) -> bool {
    let name = naming::in_words(wire);
    let before = |secret: &&str| name.strip_suffix(*secret);
    let mut before = NAMES.iter().filter_map(before);
    before.any(|before| before.is_empty() || before.ends_with('_'))
}
