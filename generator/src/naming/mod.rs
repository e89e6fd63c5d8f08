//! Every name of the generated crate: given once, by place, for the whole document. Nobody else makes names.

mod acronyms;
mod arguments;
mod assign;
mod attribute;
mod bodies;
mod case;
mod chosen;
mod features;
mod ids;
mod length;
mod literal;
mod name;
mod notes;
mod operations;
mod owners;
mod package;
mod parameters;
mod patterns;
mod places;
mod renames;
mod repeated;
mod reserved;
mod scope;
mod spellings;
mod statuses;
mod tables;
mod type_path;
mod wish;
mod words;
mod written;

use crate::ir::{OperationId, SchemeId, TypeId};

pub use assign::assign;
pub use attribute::Attribute;
pub use features::{Featured, featured};
pub use literal::literal;
pub use name::{Name, ident, word};
pub use notes::{Note, Notes};
pub use package::{attributes, builder, client, error, modules, package};
pub use renames::check;
pub use repeated::Repeated;
pub use type_path::TypePath;

use bodies::AnswerNames;
use case::Case;
use notes::note;
use reserved::Position;
use scope::Granted;

/// The names of an API.
#[derive(Debug, Clone, Default)]
pub struct Names {
    types: Vec<TypeNames>,
    operations: Vec<OperationNames>,
    groups: Vec<ResourceNames>,
    schemes: Vec<Name>,
    /// What there is to say about them.
    pub notes: Notes,
}

/// The names of a type and its parts.
#[derive(Debug, Clone)]
struct TypeNames {
    name: Name,
    /// By index of the field or variant.
    parts: Vec<Name>,
    /// The field that keeps additional properties.
    additional: Name,
}

impl TypeNames {
    /// Before anything is named.
    fn open() -> Self {
        Self {
            name: Name::open(),
            parts: Vec::new(),
            additional: Name::open(),
        }
    }
}

/// The names of an operation and its parts.
#[derive(Debug, Clone)]
struct OperationNames {
    marker: Name,
    error: Name,
    output: Name,
    function: Name,
    /// By index of the other forms of the body.
    bodies: Vec<Name>,
    /// By index of the other forms of the answer.
    answers: Vec<AnswerNames>,
    /// By index of the parameter.
    params: Vec<Name>,
    /// By index of the parameter: its argument.
    arguments: Vec<Name>,
    /// By index of the response.
    statuses: Vec<Name>,
}

impl OperationNames {
    /// Before anything is named.
    fn open() -> Self {
        Self {
            marker: Name::open(),
            error: Name::open(),
            output: Name::open(),
            function: Name::open(),
            bodies: Vec::new(),
            answers: Vec::new(),
            params: Vec::new(),
            arguments: Vec::new(),
            statuses: Vec::new(),
        }
    }
}

/// The names of a group.
#[derive(Debug, Clone)]
struct ResourceNames {
    name: Name,
    method: Name,
    feature: String,
}

impl Names {
    /// The Rust name of a type.
    pub fn ty(&self, id: TypeId) -> &Name {
        &self.types[id.0].name
    }

    /// The module, and the page, of a type that owns a file.
    pub fn module(&self, id: TypeId) -> Name {
        let name = file_name(words::name(self.ty(id), Case::Snake));
        Name::new(spellings::free(name, Case::Snake, Position::File))
    }

    /// A field of a struct.
    pub fn field(&self, id: TypeId, index: usize) -> &Name {
        &self.types[id.0].parts[index]
    }

    /// The field of a struct that keeps additional properties.
    pub fn additional(&self, id: TypeId) -> &Name {
        &self.types[id.0].additional
    }

    /// A variant of an enum or a union.
    pub fn variant(&self, id: TypeId, index: usize) -> &Name {
        &self.types[id.0].parts[index]
    }

    fn operation(&self, id: OperationId) -> &OperationNames {
        &self.operations[id.0]
    }

    /// The type that stands for an operation.
    pub fn marker(&self, operation: OperationId) -> &Name {
        &self.operation(operation).marker
    }

    /// The documented errors of an operation.
    pub fn error(&self, operation: OperationId) -> &Name {
        &self.operation(operation).error
    }

    /// What an operation gives, where that depends on the status.
    pub fn output(&self, operation: OperationId) -> &Name {
        &self.operation(operation).output
    }

    /// The method of the resource.
    pub fn function(&self, operation: OperationId) -> &Name {
        &self.operation(operation).function
    }

    /// The method that sends another form of the body.
    pub fn body_function(&self, operation: OperationId, index: usize) -> &Name {
        &self.operation(operation).bodies[index]
    }

    /// The type that stands for an operation with another form of its answer.
    pub fn answer_marker(&self, operation: OperationId, index: usize) -> &Name {
        &self.operation(operation).answers[index].marker
    }

    /// What an operation gives in another form, where that depends on the status.
    pub fn answer_output(&self, operation: OperationId, index: usize) -> &Name {
        &self.operation(operation).answers[index].output
    }

    /// The method that asks for another form of the answer.
    pub fn answer_function(&self, operation: OperationId, index: usize) -> &Name {
        &self.operation(operation).answers[index].function
    }

    /// A parameter: its setter, and what it is called where it is an argument.
    pub fn param(&self, operation: OperationId, index: usize) -> &Name {
        &self.operation(operation).params[index]
    }

    /// The argument that gives a parameter its value.
    pub fn param_argument(&self, operation: OperationId, index: usize) -> &Name {
        &self.operation(operation).arguments[index]
    }

    /// The variant of a documented status.
    pub fn status(&self, operation: OperationId, index: usize) -> &Name {
        &self.operation(operation).statuses[index]
    }

    /// The setter of a scheme's credential.
    pub fn scheme(&self, scheme: SchemeId) -> &Name {
        &self.schemes[scheme.0]
    }

    /// The type of a group's resource.
    pub fn group(&self, group: usize) -> &Name {
        &self.groups[group].name
    }

    /// The method of the client that leads to a group.
    pub fn group_method(&self, group: usize) -> &Name {
        &self.groups[group].method
    }

    /// The module of a group.
    pub fn group_module(&self, group: usize) -> Name {
        let name = file_name(self.group_method(group).to_string());
        Name::new(spellings::free(name, Case::Snake, Position::Module))
    }

    /// What the feature of a group is called, where it has one.
    pub fn group_feature(&self, group: usize) -> &str {
        &self.groups[group].feature
    }

    /// Whether any name has letters beyond ASCII.
    pub fn has_other_letters(&self) -> bool {
        let types = self.types.iter().flat_map(|ty| {
            let own = [&ty.name, &ty.additional];
            own.into_iter().chain(&ty.parts)
        });
        let operations = self.operations.iter().flat_map(|operation| {
            let own = [&operation.marker, &operation.function];
            let parts = operation.bodies.iter().chain(&operation.params);
            let answers = operation.answers.iter();
            let answers = answers.flat_map(|answer| [&answer.marker, &answer.function]);
            own.into_iter().chain(parts).chain(answers)
        });
        let groups = self
            .groups
            .iter()
            .flat_map(|group| [&group.name, &group.method]);
        let all = types.chain(operations).chain(groups).chain(&self.schemes);
        all.into_iter().any(|name| !name.is_ascii())
    }

    /// The method of errors that gives the API's error model.
    pub fn error_method(&self, model: TypeId) -> Name {
        let name = words::name(self.ty(model), Case::Snake);
        Name::new(spellings::free(name, Case::Snake, Position::ErrorMethod))
    }
}

/// The variable that holds a value of a type, for examples.
pub fn variable(ty: &Name) -> Name {
    let name = words::name(ty, Case::Snake);
    Name::new(spellings::free(name, Case::Snake, Position::Variable))
}

/// The name as that of a file, without its extension. Rust wants files of modules in ASCII.
pub(crate) fn file_name(name: String) -> String {
    if !name.is_ascii() {
        let plain: String = name.chars().filter(char::is_ascii).collect();
        let words = plain.split('_').filter(|word| !word.is_empty());
        let hash = length::hash(&name);
        let all: Vec<&str> = words.chain([hash.as_str()]).collect();
        words::name(&all.join("_"), Case::Snake)
    } else if reserved::is_no_file(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// A text of the document in words, as `snake_case` has them. No name: it may be that of something else, or a keyword.
pub fn in_words(text: &str) -> String {
    words::name(text, Case::Snake)
}

/// The names that a scope gave.
fn given(granted: Vec<Granted>) -> Vec<Name> {
    let names = granted.into_iter().map(|granted| granted.name);
    names.map(Name::new).collect()
}
