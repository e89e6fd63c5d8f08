//! The names of the package and of its client: made of the title, or chosen and then checked before the gate.

use super::Name;
use super::length;
use super::reserved::{self, Position};
use super::words::{self, Case};
use crate::config::Config;
use crate::cx::Cx;
use crate::diag::codes;
use crate::ir::Api;

/// The name of a package whose title has no word that a registry takes.
const UNTITLED: &str = "api-client";

/// The error, unless somebody chooses another name.
const ERROR: &str = "Error";

/// The package of an API with this title: ASCII letters and digits, as registries want them.
pub fn package(title: &str) -> String {
    let words = words::name(title, Case::Snake);
    let plain: Vec<&str> = words.split('_').filter(|word| word.is_ascii()).collect();
    if title.trim().is_empty() || plain.is_empty() {
        return UNTITLED.to_owned();
    }
    let name = words::name(&plain.join(" "), Case::Snake);
    let name = length::cut(&name, title, Case::Snake, Position::Package);
    let is_taken = reserved::is_taken(&name, Position::Package);
    let name = name.replace('_', "-");
    if is_taken {
        format!("{name}-client")
    } else {
        name
    }
}

/// The client, as the configuration calls it.
pub fn client(config: &Config) -> Name {
    let chosen = config.client.name.as_deref();
    Name::new(chosen.unwrap_or("Client").to_owned())
}

/// The settings of a client.
pub fn builder(client: &Name) -> Name {
    Name::new(format!("{client}Builder"))
}

/// The error of all calls, as the configuration calls it.
pub fn error(config: &Config) -> Name {
    let chosen = config.client.error.as_deref();
    Name::new(chosen.unwrap_or(ERROR).to_owned())
}

/// The modules of the user's, as the configuration calls them.
pub fn modules(config: &Config) -> Vec<Name> {
    let modules = config.own.modules.iter().cloned();
    modules.map(Name::new).collect()
}

/// Reports a name of the package, the client or the error that somebody chose and that cannot be one, and an example that is none.
pub(super) fn check(api: &Api, cx: &mut Cx) {
    let client = client(cx.config());
    let builder = builder(&client);
    let error = cx.config().client.error.clone();
    let is_error =
        |name: &str| name == ERROR || is_client(name) && *name != *client && *name != *builder;
    if let Some(name) = error.filter(|name| !is_error(name)) {
        let place = cx.config_place(&["client", "error"]);
        cx.report(codes::ERROR_NAME.maybe_at(place).arg("name", name));
    }
    let example = cx.config().client.example.clone();
    let is_operation = |id: &String| {
        let mut operations = api.operations.iter();
        operations.any(|operation| operation.id.as_ref() == Some(id))
    };
    if let Some(id) = example.filter(|id| !is_operation(id)) {
        let place = cx.config_place(&["client", "example"]);
        let wrong = codes::OPTION_WITHOUT_ITEM.maybe_at(place);
        cx.report(wrong.arg("option", "example").arg("value", id));
    }
    check_package(cx);
    check_modules(cx);
}

fn check_modules(cx: &mut Cx) {
    let modules = cx.config().own.modules.clone();
    for (index, name) in modules.iter().enumerate() {
        if !is_module(name) || modules[..index].contains(name) {
            let place = cx.config_place(&["crate", "modules", &index.to_string()]);
            let wrong = codes::MODULE_NAME.maybe_at(place);
            cx.report(wrong.arg("name", name));
        }
    }
}

fn is_module(name: &str) -> bool {
    reserved::is_identifier(name)
        && name.is_ascii()
        && name.len() <= length::CHOSEN
        && words::is_cased(name, Case::Snake)
        && !reserved::is_raw(name)
        && !reserved::is_taken(name, Position::Root)
}

fn check_package(cx: &mut Cx) {
    let config = cx.config();
    let (package, client) = (config.package.name.clone(), config.client.name.clone());
    if let Some(name) = package.filter(|name| !is_package(name)) {
        let place = cx.config_place(&["package", "name"]);
        let wrong = codes::PACKAGE_NAME.maybe_at(place);
        cx.report(wrong.arg("name", name));
    }
    if let Some(name) = client.filter(|name| !is_client(name)) {
        let place = cx.config_place(&["client", "name"]);
        let wrong = codes::CLIENT_NAME.maybe_at(place);
        cx.report(wrong.arg("name", name));
    }
}

/// The rules of Cargo, and no name that the generated crate cannot live with.
fn is_package(name: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(is_sign)
        && name.len() <= length::longest(Position::Package)
        && !reserved::is_taken(&name.replace('-', "_"), Position::Package)
}

fn is_client(name: &str) -> bool {
    reserved::is_identifier(name)
        && name.len() <= length::CHOSEN
        && words::is_cased(name, Case::Camel)
        && !reserved::is_taken(name, Position::Client)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_gives_a_package_that_cargo_takes() {
        let cases = [
            ("Clerk Backend API", "clerk-backend-api"),
            ("", "api-client"),
            ("  ", "api-client"),
            ("***", "star-star-star"),
            ("日本語", "api-client"),
            ("日本語 2 API", "v2-api"),
            ("Prüfungs-API", "api"),
            ("2FA", "v2fa"),
            ("Serde JSON", "serde-json-client"),
            ("Type", "type-client"),
            ("test", "test-client"),
        ];
        for (title, name) in cases {
            assert_eq!(package(title), name, "{title}");
            assert!(is_package(name), "{name}");
        }
        assert!(is_package(&package(&"long title ".repeat(50))));
    }

    #[test]
    fn no_package_is_called_like_one_that_it_depends_on() {
        let manifest = include_str!("../../../templates/manifest.toml");
        let dependencies = manifest.split("\n[dependencies]\n").nth(1);
        let dependencies = dependencies.and_then(|text| text.split("\n\n").next());
        let names = dependencies.into_iter().flat_map(str::lines);
        let names: Vec<&str> = names.filter_map(|line| line.split(" = ").next()).collect();
        assert!(names.contains(&"serde"));
        for name in names {
            assert!(!is_package(name), "{name}");
        }
    }
}
