//! Every name of the generated crate: given once, by place, for the whole document. Nobody else makes names.

mod assign;
mod forms;
mod length;
mod operations;
mod owners;
mod package;
mod renames;
mod reserved;
mod scope;
mod statuses;
mod words;

use proc_macro2::{Ident, Span};

use crate::ir::TypeId;

pub use assign::assign;
pub use package::package;
pub use renames::check;

use scope::{Granted, Wish};
use words::Case;

/// The names of an API.
#[derive(Debug, Clone, Default)]
pub struct Names {
    types: Vec<TypeNames>,
    operations: Vec<OperationNames>,
    groups: Vec<GroupNames>,
    schemes: Vec<String>,
    /// Names that are not the plain ones, with the reason; for `inspect`.
    pub notes: Vec<Note>,
    /// Names that were chosen and cannot be given.
    refused: Vec<Refused>,
}

/// Why a name is what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The JSON pointer of the item.
    pub at: String,
    /// The name.
    pub name: String,
    /// The reason.
    pub reason: &'static str,
    /// The pointers of the items that stand behind the reason.
    pub others: Vec<String>,
}

/// A name that was chosen for an item and belongs to another one, or to the generated code.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Refused {
    at: String,
    /// Who has the name.
    holder: String,
}

/// The names of a type and its parts.
#[derive(Debug, Clone, Default)]
struct TypeNames {
    name: String,
    /// By index of the field or variant.
    parts: Vec<String>,
    /// The field that keeps additional properties.
    additional: String,
}

/// The names of an operation and its parts.
#[derive(Debug, Clone, Default)]
struct OperationNames {
    marker: String,
    error: String,
    output: String,
    function: String,
    /// By index of the other forms of the body.
    bodies: Vec<String>,
    /// By index of the parameter.
    params: Vec<String>,
    /// By index of the response.
    statuses: Vec<String>,
}

/// The names of a group.
#[derive(Debug, Clone, Default)]
struct GroupNames {
    name: String,
    method: String,
}

impl Names {
    /// The Rust name of a type.
    pub fn ty(&self, id: TypeId) -> &str {
        &self.types[id.0].name
    }

    /// The module, and the page, of a type that owns a file.
    pub fn module(&self, id: TypeId) -> String {
        let name = file_name(words::name(self.ty(id), Case::Snake));
        // A module of the name of the one around it reads badly, and clippy says so.
        if name == "models" {
            "models_".to_owned()
        } else {
            name
        }
    }

    /// A field of a struct.
    pub fn field(&self, id: TypeId, index: usize) -> &str {
        &self.types[id.0].parts[index]
    }

    /// The field of a struct that keeps additional properties.
    pub fn additional(&self, id: TypeId) -> &str {
        &self.types[id.0].additional
    }

    /// A variant of an enum or a union.
    pub fn variant(&self, id: TypeId, index: usize) -> &str {
        &self.types[id.0].parts[index]
    }

    /// The type that stands for an operation.
    pub fn marker(&self, operation: usize) -> &str {
        &self.operations[operation].marker
    }

    /// The documented errors of an operation.
    pub fn error(&self, operation: usize) -> &str {
        &self.operations[operation].error
    }

    /// What an operation gives, where that depends on the status.
    pub fn output(&self, operation: usize) -> &str {
        &self.operations[operation].output
    }

    /// The method of the resource.
    pub fn function(&self, operation: usize) -> &str {
        &self.operations[operation].function
    }

    /// The method that sends another form of the body.
    pub fn body_function(&self, operation: usize, index: usize) -> &str {
        &self.operations[operation].bodies[index]
    }

    /// A parameter: an argument or a setter.
    pub fn param(&self, operation: usize, index: usize) -> &str {
        &self.operations[operation].params[index]
    }

    /// The variant of a documented status.
    pub fn status(&self, operation: usize, index: usize) -> &str {
        &self.operations[operation].statuses[index]
    }

    /// The setter of a scheme's credential.
    pub fn scheme(&self, scheme: usize) -> &str {
        &self.schemes[scheme]
    }

    /// The type of a group's resource.
    pub fn group(&self, group: usize) -> &str {
        &self.groups[group].name
    }

    /// The method of the client that leads to a group.
    pub fn group_method(&self, group: usize) -> &str {
        &self.groups[group].method
    }

    /// The module of a group.
    pub fn group_module(&self, group: usize) -> String {
        file_name(self.group_method(group).to_owned())
    }
}

/// The name as that of a file, without its extension. Rust wants files of modules in ASCII.
pub(crate) fn file_name(name: String) -> String {
    if !name.is_ascii() {
        let plain: String = name.chars().filter(char::is_ascii).collect();
        let words = plain.split('_').filter(|word| !word.is_empty());
        let hash = length::hash(&name);
        let all: Vec<&str> = words.chain([hash.as_str()]).collect();
        all.join("_")
    } else if reserved::is_no_file(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// The identifier of a name that this stage gave.
pub fn ident(name: &str) -> Ident {
    if reserved::is_raw(name) {
        Ident::new_raw(name, Span::call_site())
    } else {
        Ident::new(name, Span::call_site())
    }
}

/// The field or function that a name from the configuration asks for, as the generated code spells it.
pub fn snake(text: &str) -> String {
    words::name(text, Case::Snake)
}

/// Remembers names that are not the plain ones, and those that were refused.
fn note(names: &mut Names, wishes: &[Wish], granted: &[Granted]) {
    for (wish, granted) in wishes.iter().zip(granted) {
        if let Some(reason) = granted.reason {
            names.notes.push(Note {
                at: wish.at.clone(),
                name: granted.name.clone(),
                reason,
                others: granted.others.clone(),
            });
        }
        if let Some(holder) = &granted.refused {
            names.refused.push(Refused {
                at: wish.at.clone(),
                holder: holder.clone(),
            });
        }
    }
}
