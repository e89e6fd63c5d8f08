//! The names of the package and of its client: made of the title, or chosen and then checked before the gate.

use std::collections::BTreeMap;

use super::Name;
use super::attribute::Attribute;
use super::case::Case;
use super::length;
use super::reserved::{self, Position};
use super::type_path::TypePath;
use super::words;
use crate::config::{Choice, Config};
use crate::cx::Cx;
use crate::diag::codes;
use crate::ir::{Api, Shape, TypeDef};

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
    check_types(cx);
    check_attributes(api, cx);
}

/// The attributes that the configuration adds, by JSON pointer.
pub fn attributes(config: &Config) -> BTreeMap<String, Vec<Attribute>> {
    let all = config.attributes.iter().map(|(at, said)| {
        let said = said.iter().filter_map(|text| Attribute::parse(text));
        (at.clone(), said.collect())
    });
    all.collect()
}

fn check_attributes(api: &Api, cx: &mut Cx) {
    let attributes = cx.config().attributes.clone();
    for (at, said) in &attributes {
        for (index, text) in said.iter().enumerate() {
            if Attribute::parse(text).is_none() {
                let place = cx.config_place(&["attributes", at, &index.to_string()]);
                cx.report(codes::ATTRIBUTE.maybe_at(place).arg("text", text));
            }
        }
        let mut types = api.types.iter();
        let is_at = |def: &TypeDef| api.written(&def.at).to_string() == *at;
        let is_there = types.any(|def| is_at(def) && !matches!(def.shape, Shape::Alias(_)));
        if at != "#" && !is_there {
            let place = cx.config_place(&["attributes", at]);
            let wrong = codes::OPTION_WITHOUT_ITEM.maybe_at(place);
            cx.report(wrong.arg("option", "attributes").arg("value", at));
        }
    }
}

/// Types that the crate reads by itself, so that nothing else can.
const KNOWN: &[&str] = &["alloc", "core", "std"];

fn check_types(cx: &mut Cx) {
    let config = cx.config();
    let types = &config.types;
    let by_format = [
        ("date-time", &types.date_time),
        ("date", &types.date),
        ("time", &types.time),
        ("duration", &types.duration),
        ("uuid", &types.uuid),
        ("decimal", &types.decimal),
        ("byte", &types.byte),
        ("uri", &types.uri),
        ("number", &types.number),
        ("exact-number", &types.exact_number),
    ];
    let by_format = by_format
        .into_iter()
        .filter_map(|(key, choice)| match choice {
            Some(Choice::Path(path)) => Some((["types", key], path)),
            _ => None,
        });
    let replaced = config.replace.iter();
    let replaced = replaced.map(|(at, path)| (["replace", at.as_str()], path));
    let mut wrong = Vec::new();
    for (keys, path) in by_format.chain(replaced) {
        if let Some(reason) = fault_of_type(path) {
            let place = cx.config_place(&keys);
            let found = codes::TYPE_PATH.maybe_at(place).arg("path", path);
            wrong.push(found.arg("reason", reason));
        }
    }
    for found in wrong {
        cx.report(found);
    }
}

/// Why a path cannot be that of a type in a model.
fn fault_of_type(path: &str) -> Option<&'static str> {
    const READ: &[&str] = &["String", "Vec", "BTreeMap", "Box", "Option"];
    let Some(path) = TypePath::parse(path) else {
        return Some("it is no path of a type");
    };
    let text = path.text(None);
    let names: Vec<&str> = text
        .split('<')
        .next()
        .unwrap_or_default()
        .split("::")
        .collect();
    let is_of_std = names
        .iter()
        .find(|name| !name.is_empty())
        .is_some_and(|name| KNOWN.contains(name));
    let is_read = is_of_std && names.last().is_some_and(|name| READ.contains(name));
    is_read.then_some("models read this type by themselves")
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
