//! Operation ids without what is said elsewhere: the resource in front, and the route behind it or behind the name; and without the
//! word for the class that they stand in.

use super::case::Case;
use super::chosen::chosen;
use crate::config::Config;
use crate::groups;
use crate::ir::{Api, Operation, folded};

/// What ids put between a tag and a name.
const SEPARATORS: [char; 3] = ['/', '.', '_'];

/// The id without its resource and without its route, as far as it has them; the shortest first.
pub(super) fn within(operation: &Operation, resource: &str) -> Vec<String> {
    let Some(id) = operation.id.as_deref() else {
        return Vec::new();
    };
    let routeless = without_route(operation).map(str::to_owned);
    let classless = without_class(id);
    let bare = |id: &String| without_resource(id, resource).map(str::to_owned);
    let shorter = [
        routeless.as_ref().and_then(bare),
        classless.as_ref().and_then(bare),
        behind_route(operation, resource).map(str::to_owned),
        without_resource(id, resource).map(str::to_owned),
        routeless,
        classless,
    ];
    let mut all: Vec<String> = Vec::new();
    for one in shorter.into_iter().flatten() {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all.sort_by_key(String::len);
    all
}

/// What the type of an operation is called if no other operation is: as the method that somebody chose a name for, or without its
/// route or the word for its class; then the same behind the resource.
pub(super) fn alone(
    operation: &Operation,
    resource: &str,
    api: &Api,
    config: &Config,
) -> Vec<String> {
    let chosen = chosen(api, config, &operation.at, Case::Snake);
    let name = chosen
        .or_else(|| without_route(operation).map(str::to_owned))
        .or_else(|| without_class(operation.id.as_deref()?))
        .or_else(|| Some(format!("{resource}_{}", behind_route(operation, resource)?)));
    let name = name.filter(|name| Some(name) != operation.id.as_ref());
    let is_bare = |name: &&String| without_resource(name, resource).is_none();
    let within = |name: &String| format!("{resource} {name}");
    name.iter()
        .cloned()
        .chain(name.iter().filter(is_bare).map(within))
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

/// The id without the word that says what its class is: `Cats_findAll` of `CatsController_findAll`.
fn without_class(id: &str) -> Option<String> {
    let (class, method) = groups::class_in(id)?;
    Some(format!("{class}_{method}"))
}

/// The id without the words of its path in front of it, which begin with the resource, as Litestar writes them: `GetOne` of
/// `PeoplePersonIdGetOne`. Without a letter of the other case there is no telling where a word ends.
fn behind_route<'o>(operation: &'o Operation, resource: &str) -> Option<&'o str> {
    let id = operation.id.as_deref()?;
    let path = folded(&operation.path);
    let is_tagged = !resource.is_empty() && path.starts_with(&folded(resource));
    if !is_tagged || !id.starts_with(char::is_uppercase) {
        return None;
    }
    let (front, rest) = id.split_at_checked(path.len())?;
    let is_name = rest.starts_with(char::is_uppercase) && !rest.contains(SEPARATORS);
    (is_name && front.to_lowercase() == path).then_some(rest)
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{without_class, without_resource};

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

    #[test]
    fn the_word_for_a_class_is_not_said() {
        for (id, rest) in [
            ("CatsController_findAll", Some("Cats_findAll")),
            ("TodoController.create", Some("Todo_create")),
            ("Controller_create", None),
            ("CatsController_", None),
            ("CatsController", None),
            ("cats_controller", None),
            ("CatsControllers_list", None),
        ] {
            assert_eq!(without_class(id).as_deref(), rest, "{id}");
        }
    }
}
