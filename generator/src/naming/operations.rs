//! Names of groups, operations, their parameters and their errors.

use super::case::Case;
use super::chosen::chosen;
use super::repeated::Repeated;
use super::reserved::Position;
use super::scope::{self, Holder, Taken};
use super::wish::Wish;
use super::{
    Name, Names, OperationNames, ResourceNames, bodies, features, given, ids, note, parameters,
    places, statuses,
};
use crate::config::Config;
use crate::groups::{self, Group};
use crate::ir::{Api, Operation, OperationId, Scheme, SchemeKind};
use crate::pointer::Pointer;

/// Names everything about operations.
pub(super) fn assign(api: &Api, groups: &[Group], config: &Config, names: &mut Names) {
    self::groups(api, groups, config, names);
    schemes(api, names);
    names.operations = vec![OperationNames::open(); api.operations.len()];
    let repeated = Repeated::of(api);
    markers(api, groups, (config, &repeated), names);
    for group in groups {
        functions(api, group, (config, &repeated), names);
    }
    let groups_of = groups::of_operations(groups, api);
    for (id, operation) in api.keyed() {
        let group = groups_of[id.0];
        let holder = Holder::of(api.written(&of_group(api, &groups[group])).to_string());
        parameters::assign(id, (group, holder), (api, config), names);
        let statuses = operation
            .responses
            .iter()
            .map(|response| Name::new(statuses::variant(response.status)));
        names.operations[id.0].statuses = statuses.collect();
    }
}

fn groups(api: &Api, groups: &[Group], config: &Config, names: &mut Names) {
    let wish = |group: &Group| Wish {
        chosen: None,
        shorter: Vec::new(),
        text: group.text.clone(),
        more: String::new(),
        rank: 0,
        at: api.written(&of_group(api, group)).to_string(),
        key: group.text.clone(),
    };
    let mut wishes: Vec<Wish> = groups.iter().map(wish).collect();
    let modules = scope::grant(&wishes, Case::Snake, Position::Module, &mut Taken::new());
    note(&mut names.notes, &wishes, &modules);
    for (wish, module) in wishes.iter_mut().zip(&modules) {
        wish.text.clone_from(&module.name);
    }
    let types = scope::grant(&wishes, Case::Camel, Position::Resource, &mut Taken::new());
    note(&mut names.notes, &wishes, &types);
    let named = given(modules).into_iter().zip(given(types));
    names.groups = named
        .map(|(method, name)| ResourceNames {
            feature: features::feature(&method, config),
            name,
            method,
        })
        .collect();
}

/// The tag that describes a group, or where its first operation names it.
fn of_group(api: &Api, group: &Group) -> Pointer {
    if let Some(tag) = group.tag {
        return Pointer::root().child("tags").index(tag.0);
    }
    let first = group.operations.first();
    match first.map(|first| api.operation(*first)) {
        Some(operation) if operation.group.is_some() => operation.at.child("x-speakeasy-group"),
        Some(operation) if !operation.tags.is_empty() => operation.at.child("tags").index(0),
        Some(operation) => operation.at.clone(),
        None => Pointer::root(),
    }
}

/// Setters of the builder.
fn schemes(api: &Api, names: &mut Names) {
    let schemes = Pointer::root().child("components").child("securitySchemes");
    let wish = |scheme: &Scheme| Wish {
        chosen: None,
        shorter: mechanism(scheme),
        text: scheme.wire.clone(),
        more: "credential".to_owned(),
        rank: 0,
        at: api.written(&schemes.child(&scheme.wire)).to_string(),
        key: scheme.wire.clone(),
    };
    let wishes: Vec<Wish> = api.schemes.iter().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Snake, Position::Setting, &mut Taken::new());
    note(&mut names.notes, &wishes, &granted);
    names.schemes = given(granted);
}

/// What the credential of a scheme is, where its key says no more than how it is sent or had: `OAuth2PasswordBearer`.
fn mechanism(scheme: &Scheme) -> Vec<String> {
    /// Words of such keys.
    const WORDS: &[&str] = &[
        "access",
        "api",
        "auth",
        "authentication",
        "authorization",
        "authorizationcode",
        "basic",
        "bearer",
        "clientcredentials",
        "cookie",
        "default",
        "header",
        "http",
        "implicit",
        "jwt",
        "key",
        "oauth",
        "oauth2",
        "openid",
        "openidconnect",
        "password",
        "query",
        "scheme",
        "security",
        "token",
    ];
    fn is_made_of_words(text: &str) -> bool {
        text.is_empty()
            || WORDS
                .iter()
                .any(|word| text.strip_prefix(word).is_some_and(is_made_of_words))
    }
    let letters = scheme.wire.chars().filter(char::is_ascii_alphanumeric);
    let key: String = letters.collect::<String>().to_ascii_lowercase();
    let is_long = key.len() > 64 || !scheme.wire.is_ascii();
    if is_long || !is_made_of_words(&key) {
        return Vec::new();
    }
    let kind = match &scheme.kind {
        SchemeKind::Bearer => "bearer",
        SchemeKind::Basic => "basic",
        SchemeKind::ApiKey { name, .. } if name.eq_ignore_ascii_case("authorization") => {
            "authorization"
        }
        SchemeKind::ApiKey { .. } => "api_key",
        SchemeKind::Http(_) | SchemeKind::Outside => return Vec::new(),
    };
    vec![kind.to_owned()]
}

/// The type of each operation, named by its id, or by method and path. Groups have their names first.
fn markers(
    api: &Api,
    groups: &[Group],
    (config, repeated): (&Config, &Repeated),
    names: &mut Names,
) {
    let mut taken = Taken::new();
    for (group, named) in groups.iter().zip(&names.groups) {
        let holder = Holder::of(api.written(&of_group(api, group)).to_string());
        taken.insert(scope::fold(&named.name), holder);
    }
    let groups_of = groups::of_operations(groups, api);
    let wish = |(id, operation): (OperationId, &Operation)| {
        let more = repeated.more(id);
        let shorter = ids::alone(operation, &groups[groups_of[id.0]].text, api, config);
        Wish {
            chosen: None,
            shorter: if more.is_some() { Vec::new() } else { shorter },
            text: text(operation),
            more: more.unwrap_or("operation").to_owned(),
            rank: rank(operation, more),
            at: api.written(&operation.at).to_string(),
            key: operation.at.to_string(),
        }
    };
    let wishes: Vec<Wish> = api.keyed().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Camel, Position::Operation, &mut taken);
    note(&mut names.notes, &wishes, &granted);
    for (named, granted) in names.operations.iter_mut().zip(granted) {
        named.marker = Name::new(granted.name);
    }
    for (suffix, more) in [("Error", "kind"), ("Output", "by status")] {
        let wish = |(index, operation): (usize, &Operation)| Wish {
            chosen: None,
            shorter: Vec::new(),
            text: format!("{}{suffix}", names.operations[index].marker),
            more: more.to_owned(),
            rank: 0,
            at: api.written(&operation.at).to_string(),
            key: operation.at.to_string(),
        };
        let wishes: Vec<Wish> = api.operations.iter().enumerate().map(wish).collect();
        let granted = scope::grant(&wishes, Case::Camel, Position::Type, &mut taken);
        for (named, granted) in names.operations.iter_mut().zip(granted) {
            let slot = if suffix == "Error" {
                &mut named.error
            } else {
                &mut named.output
            };
            *slot = Name::new(granted.name);
        }
    }
    bodies::markers(api, names, &mut taken);
}

/// The methods of a resource: the document's own name for it, then the operation id.
fn functions(
    api: &Api,
    group: &Group,
    (config, repeated): (&Config, &Repeated),
    names: &mut Names,
) {
    let wish = |&id: &OperationId| {
        let operation = api.operation(id);
        let told_apart = repeated.more(id).filter(|_| operation.name.is_none());
        let (text, more) = match &operation.name {
            Some(name) => (name.clone(), format!("by {}", text(operation))),
            None => (text(operation), told_apart.unwrap_or_default().to_owned()),
        };
        let shorter = match &operation.name {
            None if told_apart.is_none() => ids::within(operation, &group.text),
            _ => Vec::new(),
        };
        Wish {
            chosen: chosen(api, config, &operation.at, Case::Snake),
            shorter,
            text,
            more,
            rank: rank(operation, told_apart),
            at: api.written(&operation.at).to_string(),
            key: operation.at.to_string(),
        }
    };
    let wishes: Vec<Wish> = group.operations.iter().map(wish).collect();
    let mut taken = Taken::new();
    let granted = scope::grant(&wishes, Case::Snake, Position::Function, &mut taken);
    note(&mut names.notes, &wishes, &granted);
    for (id, granted) in group.operations.iter().zip(granted) {
        names.operations[id.0].function = Name::new(granted.name);
    }
    bodies::functions(api, group, config, names, &mut taken);
}

/// The id, or the method and the path, whose parameters read as `by`.
fn text(operation: &Operation) -> String {
    operation
        .id
        .clone()
        .unwrap_or_else(|| places::of(operation))
}

/// An id that names one operation comes before what stands in the place of one.
fn rank(operation: &Operation, told_apart: Option<&str>) -> u8 {
    u8::from(operation.id.is_none() || told_apart.is_some())
}
