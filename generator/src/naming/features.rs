//! Features of the crate that stand for resources: whether there are any, and what each is called.

use super::Name;
use crate::cargo_toml;
use crate::config::Config;
use crate::cx::Cx;
use crate::diag::codes;
use crate::groups::{self, Group};
use crate::ir::Api;

/// With more operations than these, resources are features unless the configuration says something else.
const MANY: usize = 300;

/// How many features crates.io takes of a crate.
const MOST: usize = 300;

/// What follows the name of a resource that is one of the crate's own features.
const SUFFIX: &str = "-resource";

/// Whether each resource is a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Featured {
    /// No resource is.
    No,
    /// Each is.
    Yes,
    /// They would be this many, more than crates.io takes of a crate, so no resource is.
    TooMany(usize),
}

/// Decides whether each resource is a feature.
pub fn featured(api: &Api, groups: &[Group], config: &Config) -> Featured {
    let by_itself = api.operations.len() > MANY && groups.len() > 1;
    let is_wanted = config.package.resource_features.unwrap_or(by_itself);
    let others = cargo_toml::own_features().count() + config.own.added.features.len();
    let count = groups.len() + others;
    match (is_wanted && !groups.is_empty(), count > MOST) {
        (false, _) => Featured::No,
        (true, false) => Featured::Yes,
        (true, true) => Featured::TooMany(count),
    }
}

/// Reports that resources are no features since there would be too many.
pub(super) fn check(api: &Api, cx: &mut Cx) {
    let featured = featured(api, &groups::of(api), cx.config());
    if let Featured::TooMany(count) = featured {
        let place = cx.config_place(&["package", "resource-features"]);
        let found = codes::TOO_MANY_FEATURES.maybe_at(place);
        cx.report(found.arg("count", count).arg("most", MOST));
    }
}

/// The feature of a resource whose method has this name: the same words, as Cargo's own features have them.
pub(super) fn feature(method: &Name, config: &Config) -> String {
    let added = &config.own.added.features;
    let added: Vec<&str> = added.iter().map(|entry| entry.key.as_str()).collect();
    let words = super::file_name(method.to_string());
    // Underscores at the end part a name from one of Rust's or of the client's, of which Cargo knows nothing.
    let name = words.trim_end_matches('_').replace('_', "-");
    if is_taken(&name, &added) {
        name + SUFFIX
    } else {
        name
    }
}

/// Whether another feature has the name, or is called so because of one that has.
fn is_taken(name: &str, added: &[&str]) -> bool {
    cargo_toml::own_features().any(|own| own == name)
        || added.contains(&name)
        || name
            .strip_suffix(SUFFIX)
            .is_some_and(|stem| is_taken(stem, added))
}

#[cfg(test)]
mod tests {
    use super::{Config, Name, feature};
    use crate::cargo_toml::Entry;

    #[test]
    fn no_two_resources_and_no_feature_of_the_crate_have_one_name() {
        let mut config = Config::default();
        let added = ["mine", "a.b"].map(|key| Entry {
            key: key.to_owned(),
            line: format!("{key:?} = []"),
            is_optional: false,
        });
        config.own.added.features = added.to_vec();
        let feature = |method: &str| feature(&Name::new(method.to_owned()), &config);
        for (method, name) in [
            ("issues", "issues"),
            ("code_scanning", "code-scanning"),
            ("type", "type"),
            ("new_", "new"),
            ("mock", "mock-resource"),
            ("mock_resource", "mock-resource-resource"),
            ("native_tls", "native-tls-resource"),
            ("default", "default-resource"),
            ("all_models", "all-models-resource"),
            ("mine", "mine-resource"),
            ("resource", "resource"),
        ] {
            assert_eq!(feature(method), name, "{method}");
        }
    }
}
