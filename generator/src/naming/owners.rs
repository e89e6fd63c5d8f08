//! What a type is named after, and what more its place says where another type is named alike: the context of a body, the place
//! of a parameter.

use std::collections::BTreeMap;

use super::{Names, parameters, places};
use crate::ir::{Api, Body, Content, Owner, ParamLocation, Section, Status, TypeDef};
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
pub(super) struct Contexts(BTreeMap<String, Context>);

/// A word for a place, and whether a type there stands back behind one without.
#[derive(Debug, Clone, Default)]
struct Context {
    word: String,
    rank: u8,
}

impl Contexts {
    pub(super) fn of(api: &Api) -> Self {
        let mut contexts = BTreeMap::new();
        for operation in &api.operations {
            let params = operation.params.iter();
            contexts.extend(
                params.map(|param| (param.at.as_str().to_owned(), of_place(param.location))),
            );
            let bodies = operation.body.iter().flat_map(Body::contents);
            contexts
                .extend(bodies.map(|content| (content.at.as_str().to_owned(), of_media(content))));
            for response in &operation.responses {
                let contents = response.contents.iter();
                contexts.extend(contents.map(|content| {
                    let context = of_media(content).within(response.status);
                    (content.at.as_str().to_owned(), context)
                }));
            }
        }
        Self(contexts)
    }

    /// What is said at the place, or at the nearest one around it.
    fn at(&self, at: &Pointer) -> Context {
        let mut next = Some(at.clone());
        while let Some(here) = next {
            if let Some(context) = self.0.get(here.as_str()) {
                return context.clone();
            }
            next = here.parent();
        }
        Context::default()
    }
}

impl Context {
    /// The same in an answer: the types of 200 and 201 are both just those of the response, and 201 stands back.
    fn within(self, status: Status) -> Self {
        if status != Status::Code(201) {
            return self;
        }
        Self {
            word: format!("201 {}", self.word).trim_end().to_owned(),
            rank: self.rank + 1,
        }
    }
}

fn of_place(place: ParamLocation) -> Context {
    Context {
        word: parameters::place(place).to_owned(),
        rank: 0,
    }
}

/// JSON is what bodies usually are, so it needs no word.
fn of_media(content: &Content) -> Context {
    let essence = content.media_type.split(';').next().unwrap_or_default();
    if essence.trim() == "application/json" {
        return Context::default();
    }
    Context {
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
pub(super) fn origin(def: &TypeDef, api: &Api, contexts: &Contexts, names: &Names) -> Origin {
    let composed = |whole: &str, words: &str| format!("{whole} {words}").trim_end().to_owned();
    match &def.owner {
        // The name is for what it is a name of.
        Owner::Component { wire, .. } if api.respelled(def).is_some() => Origin {
            rank: 1,
            ..of_component(wire, None)
        },
        Owner::Component { wire, title } => of_component(wire, title.as_deref()),
        Owner::Shared {
            section: Section::Paths,
            wire,
            words,
        } => Origin {
            text: composed(&places::path(wire), words),
            more: contexts.at(&def.at).word,
            rank: 1,
        },
        Owner::Shared {
            section: Section::Parameters,
            wire,
            words,
        } => Origin {
            text: composed(wire, words),
            more: Section::Parameters.word().to_owned(),
            rank: 1,
        },
        Owner::Shared {
            section,
            wire,
            words,
        } => {
            let context = contexts.at(&def.at);
            Origin {
                text: composed(wire, words),
                more: format!("{} {}", context.word, section.word()),
                rank: 1 + context.rank,
            }
        }
        Owner::Operation { id, words } => {
            let context = contexts.at(&def.at);
            Origin {
                text: composed(names.marker(*id), words),
                more: if context.word.is_empty() {
                    "value".to_owned()
                } else {
                    context.word
                },
                rank: 3 + context.rank,
            }
        }
        Owner::Type { id, words } => Origin {
            text: composed(names.ty(*id), words),
            more: "value".to_owned(),
            rank: 3,
        },
    }
}
