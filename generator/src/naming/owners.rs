//! What a type is named after, and what more its place says where another type is named alike: the form of a body, the place
//! of a parameter.

use std::collections::BTreeMap;

use super::{Names, operations};
use crate::ir::{Api, Body, Content, Member, Owner, ParamPlace, Section, TypeDef};
use crate::pointer::Pointer;

/// The text that the name of a type comes from, and the order in which types get the names that they wish for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) text: String,
    pub(super) more: String,
    pub(super) rank: u8,
}

/// What parameters and bodies say about the types below them, by place.
#[derive(Debug)]
pub(super) struct Forms(BTreeMap<String, Form>);

/// A word for a place, and whether a type there stands back behind one without.
#[derive(Debug, Clone, Default)]
struct Form {
    word: String,
    rank: u8,
}

impl Forms {
    pub(super) fn of(api: &Api) -> Self {
        let mut forms = BTreeMap::new();
        for operation in &api.operations {
            let params = operation.params.iter();
            forms.extend(params.map(|param| (param.at.as_str().to_owned(), of_place(param.place))));
            let bodies = operation.body.iter().flat_map(Body::contents);
            let answers = operation.responses.iter();
            let answers = answers.flat_map(|response| &response.contents);
            let contents = bodies.chain(answers);
            forms.extend(
                contents.map(|content| (content.at.as_str().to_owned(), of_media(content))),
            );
        }
        Self(forms)
    }

    /// What is said at the place, or at the nearest one around it.
    fn at(&self, at: &Pointer) -> Form {
        let mut next = Some(at.clone());
        while let Some(here) = next {
            if let Some(form) = self.0.get(here.as_str()) {
                return form.clone();
            }
            next = here.parent();
        }
        Form::default()
    }
}

fn of_place(place: ParamPlace) -> Form {
    Form {
        word: operations::place(place).to_owned(),
        rank: 0,
    }
}

/// JSON is what bodies usually are, so it needs no word.
fn of_media(content: &Content) -> Form {
    let essence = content.media_type.split(';').next().unwrap_or_default();
    if essence.trim() == "application/json" {
        return Form::default();
    }
    Form {
        word: content.words.clone(),
        rank: 1,
    }
}

/// A title on a key that is only a number stands back behind names that somebody meant for names.
fn of_component(wire: &str, title: Option<&str>) -> Origin {
    Origin {
        text: title.unwrap_or(wire).to_owned(),
        more: title.map(|_| wire).unwrap_or_default().to_owned(),
        rank: u8::from(title.is_some()),
    }
}

/// A component has its own name; what operations share that of the whole; an inline type that of its owner and its part.
pub(super) fn origin(def: &TypeDef, forms: &Forms, names: &Names) -> Origin {
    let composed =
        |whole: &str, member: &Member| format!("{whole} {}", member.words).trim_end().to_owned();
    match &def.owner {
        Owner::Component { wire, title } => of_component(wire, title.as_deref()),
        Owner::Shared {
            section: Section::Paths,
            wire,
            member,
        } => Origin {
            text: composed(&operations::path_text(wire), member),
            more: forms.at(&def.at).word,
            rank: 1,
        },
        Owner::Shared {
            section: Section::Parameters,
            wire,
            member,
        } => Origin {
            text: composed(wire, member),
            more: Section::Parameters.word().to_owned(),
            rank: 1,
        },
        Owner::Shared {
            section,
            wire,
            member,
        } => {
            let form = forms.at(&def.at);
            Origin {
                text: composed(wire, member),
                more: format!("{} {}", form.word, section.word()),
                rank: 1 + form.rank,
            }
        }
        Owner::Operation { index, member } => {
            let form = forms.at(&def.at);
            Origin {
                text: composed(names.marker(*index), member),
                more: if form.word.is_empty() {
                    "value".to_owned()
                } else {
                    form.word
                },
                rank: 3 + form.rank,
            }
        }
        Owner::Type { id, member } => Origin {
            text: composed(names.ty(*id), member),
            more: "value".to_owned(),
            rank: 3,
        },
    }
}
