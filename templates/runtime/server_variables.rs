//! Variables in the URLs of documented servers, and the values that a client gives them.

use super::info::{ApiInfo, Server, ServerVariable};
use super::refusal::{ErrorKind, Refusal};

/// The first of these names that no server has which a client calls: the one that it chose, and those of operations.
pub(super) fn unknown<'v>(
    api: &ApiInfo,
    server: Option<&Server>,
    values: &'v [(String, String)],
) -> Option<&'v str> {
    let is_known = |name: &str| {
        server.is_some_and(|server| server.has_variable(name))
            || api.further_variables.contains(&name)
    };
    let mut names = values.iter().map(|(name, _)| name.as_str());
    names.find(|name| !is_known(name))
}

/// Whether any of the values is for a variable of this server.
pub(super) fn are_for(server: Option<&Server>, values: &[(String, String)]) -> bool {
    let mut names = values.iter().map(|(name, _)| name);
    server.is_some_and(|server| names.any(|name| server.has_variable(name)))
}

/// Puts values into the URL of a documented server; a variable without one has its default.
pub(super) fn filled(
    url: &str,
    variables: &[ServerVariable],
    values: &[(String, String)],
) -> Result<String, Refusal> {
    let refusal = |message: String| Refusal::new(ErrorKind::Configuration, message);
    let mut text = url.to_owned();
    for variable in variables {
        let given = values.iter().rfind(|(name, _)| name == variable.name);
        let value = given.map_or(variable.default, |(_, value)| value);
        if !variable.allows(value) {
            let allowed = variable.allowed.join(", ");
            return Err(refusal(format!(
                "the server variable `{}` must be one of {allowed}",
                variable.name
            )));
        }
        text = with(&text, variable.name, value);
    }
    // The document may name a variable in the URL and say nothing about it.
    for (name, value) in values {
        text = with(&text, name, value);
    }
    if let Some((_, rest)) = text.split_once('{') {
        let name = rest.split('}').next().unwrap_or_default();
        return Err(refusal(format!(
            "the server variable `{name}` has no value; set it with `server_variable`"
        )));
    }
    Ok(text)
}

/// The URL with a value in place of this name.
fn with(url: &str, name: &str, value: &str) -> String {
    let name = format!("{{{name}}}");
    // What follows a beginning, such as `{endpoint}/v1`, has a slash of its own.
    let value = if url.starts_with(&name) { value.trim_end_matches('/') } else { value };
    url.replace(&name, value)
}

// Only with servers of operations.
/// What a server of an operation's own says, with the values that it can have: a variable of another server may have the same
/// name.
pub(super) fn own(
    url: &str,
    variables: &[ServerVariable],
    values: &[(String, String)],
) -> Result<String, Refusal> {
    let can_be_meant = |(name, value): &&(String, String)| {
        let mut variables = variables.iter();
        variables.all(|variable| variable.name != name || variable.allows(value))
    };
    let values: Vec<(String, String)> = values.iter().filter(can_be_meant).cloned().collect();
    filled(url, variables, &values)
}
