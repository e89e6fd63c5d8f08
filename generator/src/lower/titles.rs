//! Titles that say no more than the name, as many generators of documents write for everything: they are no documentation.

use crate::ir::{Api, Docs, Owner, Shape, TypeDef, folded};

/// Words that keys are numbered behind by those who have no name for a schema.
const NAMELESS: &[&str] = &["", "def", "definition", "model", "object", "schema", "type"];

/// Whether a component has a number for a key, so that its title is its name.
pub(super) fn is_numbered(key: &str) -> bool {
    let word = key.trim_end_matches(|c: char| c.is_ascii_digit());
    word.len() < key.len() && NAMELESS.contains(&folded(word).as_str())
}

/// Takes the titles away that repeat a name.
pub(super) fn forget_repeated(api: &mut Api) {
    for index in 0..api.types.len() {
        let def = &api.types[index];
        if repeats(&def.docs, || names(def, api)) {
            api.types[index].docs.title = None;
        }
        if let Shape::Struct(object) = &mut api.types[index].shape {
            for field in &mut object.fields {
                forget(&mut field.docs, &field.wire);
            }
        }
    }
    for param in api.operations.iter_mut().flat_map(|one| &mut one.params) {
        forget(&mut param.docs, &param.wire);
    }
}

fn forget(docs: &mut Docs, name: &str) {
    if repeats(docs, || vec![folded(name)]) {
        docs.title = None;
    }
}

/// Whether there is a title, and it is one of the names.
fn repeats(docs: &Docs, names: impl FnOnce() -> Vec<String>) -> bool {
    let title = docs.title.as_deref();
    title.is_some_and(|title| names().contains(&folded(title)))
}

/// What a type is called by the document.
fn names(def: &TypeDef, api: &Api) -> Vec<String> {
    match &def.owner {
        Owner::Component { wire, title } => {
            let names = [Some(wire), title.as_ref()].into_iter().flatten();
            names.map(|name| folded(name)).collect()
        }
        Owner::Type { words, .. } => {
            let key = def.at.last().unwrap_or_default();
            vec![folded(words), folded(&key)]
        }
        Owner::Shared { wire, words, .. } => {
            vec![folded(wire), folded(&format!("{wire}{words}"))]
        }
        Owner::Operation { id, words } => {
            let id = api.operation(*id).id.as_deref().unwrap_or_default();
            vec![
                folded(words),
                folded(&format!("{words}{id}")),
                folded(&format!("{id}{words}")),
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_numbered;

    #[test]
    fn a_number_is_no_name() {
        for key in ["def-0", "Def12", "schema_3", "1", "Model 1"] {
            assert!(is_numbered(key), "{key}");
        }
        for key in ["error_400", "def", "address2", "Ipv4", "typed-1"] {
            assert!(!is_numbered(key), "{key}");
        }
    }
}
