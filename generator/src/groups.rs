//! Groups of operations: each becomes a resource of the client. Decided by the document's own group, then by the first tag, then by an
//! id that has a group in front.

use indexmap::IndexMap;

use crate::ir::{Api, Operation, OperationId, TagId, folded};

/// The group of operations that have none of these.
const UNGROUPED: &str = "api";

/// A group of operations.
#[derive(Debug, Clone)]
pub struct Group {
    /// The text that it is named after.
    pub text: String,
    /// The tag that describes it.
    pub tag: Option<TagId>,
    /// Its operations, in the order of the document.
    pub operations: Vec<OperationId>,
}

/// Sorts the operations into groups. Texts that differ only in signs and capitals are one group.
pub fn of(api: &Api) -> Vec<Group> {
    let mut groups: IndexMap<String, Group> = IndexMap::new();
    for (id, operation) in api.keyed() {
        let text = text(operation);
        let group = groups.entry(folded(text)).or_insert_with(|| Group {
            text: text.to_owned(),
            tag: None,
            operations: Vec::new(),
        });
        group.operations.push(id);
        if group.tag.is_none() {
            group.tag = operation.tags.first().and_then(|first| first.tag);
        }
    }
    groups.into_values().collect()
}

/// The group of each operation, by index.
pub fn of_operations(groups: &[Group], api: &Api) -> Vec<usize> {
    let mut found = vec![0; api.operations.len()];
    for (index, group) in groups.iter().enumerate() {
        for operation in &group.operations {
            found[operation.0] = index;
        }
    }
    found
}

fn text(operation: &Operation) -> &str {
    let tag = operation.tags.first().map(|tag| &tag.wire);
    let chosen = operation.group.as_ref().or(tag).map(String::as_str);
    let id = operation.id.as_deref();
    let by_class = || Some(class_in(id?)?.0);
    let by_id = || by_class().or_else(|| in_id(id?));
    chosen.or_else(by_id).unwrap_or(UNGROUPED)
}

/// The class that an id says and the method of it, as `NestJS` and `LoopBack` write them: `Cats` and `findAll` of
/// `CatsController_findAll`.
pub fn class_in(id: &str) -> Option<(&str, &str)> {
    let (class, method) = id.split_once(['_', '.', '/'])?;
    let class = class.strip_suffix("Controller")?;
    let is_both = [class, method]
        .iter()
        .all(|part| part.contains(char::is_alphabetic));
    is_both.then_some((class, method))
}

/// Words that an id begins with to say what is done, and not to what.
const VERBS: &[&str] = &[
    "Add", "Cancel", "Check", "Create", "Delete", "Disable", "Download", "Enable", "Fetch", "Find",
    "Get", "Head", "List", "Patch", "Post", "Put", "Query", "Read", "Remove", "Replace", "Run",
    "Search", "Send", "Set", "Start", "Stop", "Update", "Upload", "Write",
];

/// The group that an id says, as those of Azure do: `VirtualMachines_Start`. Other operations decide nothing about it, so one that is
/// added moves none.
fn in_id(id: &str) -> Option<&str> {
    let is_pascal = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_uppercase())
            && word.contains(|letter: char| letter.is_ascii_lowercase())
            && word.chars().all(|letter| letter.is_ascii_alphanumeric())
    };
    let (group, operation) = id.split_once('_')?;
    let is_both = is_pascal(group) && is_pascal(operation);
    (is_both && !VERBS.contains(&group)).then_some(group)
}
