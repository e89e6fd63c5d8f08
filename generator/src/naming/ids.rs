//! Operation ids without what is said elsewhere: the resource in front, and the route behind.

use super::case::Case;
use super::chosen::chosen;
use crate::config::Config;
use crate::ir::{Api, Operation, folded};

/// What ids put between a tag and a name.
const SEPARATORS: [char; 3] = ['/', '.', '_'];

/// The id without its resource and without its route, as far as it has them; the shortest first.
pub(super) fn within(operation: &Operation, resource: &str) -> Vec<String> {
    let Some(id) = operation.id.as_deref() else {
        return Vec::new();
    };
    let routeless = without_route(operation);
    let both = routeless.and_then(|id| without_resource(id, resource));
    let shorter = [both, routeless, without_resource(id, resource)];
    let mut all: Vec<String> = Vec::new();
    for one in shorter.into_iter().flatten() {
        if !all.iter().any(|known| known == one) {
            all.push(one.to_owned());
        }
    }
    all.sort_by_key(String::len);
    all
}

/// What the type of an operation is called if no other operation is: as the method that somebody chose a name for, or without its
/// route; then the same behind the resource.
pub(super) fn alone(
    operation: &Operation,
    resource: &str,
    api: &Api,
    config: &Config,
) -> Vec<String> {
    let chosen = chosen(api, config, &operation.at, Case::Snake);
    let name = chosen.or_else(|| without_route(operation).map(str::to_owned));
    let name = name.filter(|name| Some(name) != operation.id.as_ref());
    let within = |name: &String| format!("{resource} {name}");
    name.iter()
        .cloned()
        .chain(name.iter().map(within))
        .collect()
}

/// The id without the words of the resource in front of it: `create` of `issues/create`, `issues.create` and `issues_create`.
fn without_resource<'i>(id: &'i str, resource: &str) -> Option<&'i str> {
    let resource = folded(resource);
    let mut left = resource.chars().peekable();
    for (at, c) in id.char_indices() {
        if left.peek().is_none() && SEPARATORS.contains(&c) {
            let rest = id[at..].trim_start_matches(SEPARATORS);
            return has_letters(rest).then_some(rest);
        }
        let mut letters = c.to_lowercase().filter(|_| c.is_alphanumeric());
        if !letters.all(|letter| left.next() == Some(letter)) {
            return None;
        }
    }
    None
}

/// The id without the path and the method behind it, as `FastAPI` writes them: `read_item` of `read_item_items__item_id__get`.
fn without_route(operation: &Operation) -> Option<&str> {
    let id = operation.id.as_deref()?;
    let name = id
        .strip_suffix(&operation.method.word())?
        .strip_suffix('_')?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let path = operation.path.replace(|c| !is_word(c), "_");
    let name = name.strip_suffix(&path)?;
    has_letters(name).then_some(name)
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::without_resource;

    #[test]
    fn words_of_the_resource_are_not_said_twice() {
        for (id, resource, rest) in [
            ("issues/create", "issues", Some("create")),
            ("issues.create", "Issues", Some("create")),
            ("machine_tokens_list", "Machine tokens", Some("list")),
            (
                "code-scanning/list-alerts",
                "code-scanning",
                Some("list-alerts"),
            ),
            ("issues__create", "issues", Some("create")),
            ("issuesCreate", "issues", None),
            ("create", "issues", None),
            ("issues/", "issues", None),
            ("issue_create", "issues", None),
            ("_", "_", None),
        ] {
            assert_eq!(without_resource(id, resource), rest, "{id}");
        }
    }
}
