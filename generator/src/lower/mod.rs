//! Lowers the typed document to the [`Api`]. Never fails: what has no Rust form becomes free-form JSON and is reported.

mod anywhere;
mod bodies;
mod circles;
mod classes;
mod compose;
mod covers;
mod deep;
mod docs;
mod endless;
mod enums;
mod forms;
mod headers;
mod heirs;
mod joint;
mod keywords;
mod media;
mod multipart;
mod narrow;
mod nulls;
mod objects;
mod opaque;
mod operations;
mod overlaps;
mod params;
mod parts;
mod responses;
mod sample;
mod scalars;
mod schemas;
mod security;
mod servers;
mod tags;
mod tuples;
mod unions;

use std::collections::BTreeSet;

use indexmap::IndexMap;
use openapiv3::OpenAPI;
use tuples::Tuples;

use crate::cx::Cx;
use crate::diag::{Code, Diagnostic, codes};
use crate::ir::{Api, Info, Member, Owner, Section, TypeId};
use crate::pointer::Pointer;
use crate::source::Tree;

/// Lowers a 3.0 document to the API model.
pub fn lower(doc: &OpenAPI, tree: &Tree, cx: &mut Cx) -> Api {
    let tuples = tuples::of(tree);
    let mut lower = Lower {
        doc,
        tree,
        tuples: &tuples,
        cx,
        api: Api::default(),
        components: IndexMap::new(),
        inline: IndexMap::new(),
        begun: BTreeSet::new(),
        following: Vec::new(),
        judged: Vec::new(),
        joined: BTreeSet::new(),
        joining: Vec::new(),
        tokens: BTreeSet::new(),
    };
    lower.info();
    lower.security();
    lower.components();
    lower.operations();
    lower.circles();
    lower.forms();
    overlaps::keep(&mut lower.api, lower.tree);
    lower.deep_lists();
    lower.api.losses = lower.cx.losses();
    lower.api
}

/// The document that is lowered and what has come of it so far.
struct Lower<'d> {
    doc: &'d OpenAPI,
    tree: &'d Tree,
    tuples: &'d Tuples,
    cx: &'d mut Cx,
    api: Api,
    /// The types of component schemas, by key.
    components: IndexMap<&'d str, TypeId>,
    /// The types of inline schemas, by place.
    inline: IndexMap<Pointer, TypeId>,
    /// The component schemas that were lowered, or are being.
    begun: BTreeSet<TypeId>,
    /// Pointers of references that are being followed to an inline place, so that a circle ends.
    following: Vec<String>,
    /// Schemas whose kind is being found out, so that a circle ends.
    judged: Vec<Pointer>,
    /// The places of the types that are made of several schemas.
    joined: BTreeSet<Pointer>,
    /// Those that are being made, by the schemas that they are made of.
    joining: Vec<(Vec<Pointer>, TypeId)>,
    /// The schemes that one token is sent for, each pair once.
    tokens: BTreeSet<(String, String)>,
}

/// Where a schema stands, and what a type of its own would be named after.
#[derive(Debug, Clone)]
struct Spot {
    at: Pointer,
    owner: Holder,
    words: String,
}

/// The item that an inline schema belongs to.
#[derive(Debug, Clone, Copy)]
enum Holder {
    Type(TypeId),
    Operation(usize),
    /// What several operations share; the place says which.
    Shared(Section),
}

impl Holder {
    /// Who owns what an operation reaches at a place: a component or a path that others may share, or the operation.
    fn of(at: &Pointer, operation: usize) -> Self {
        let segments: Vec<String> = at.segments().take(3).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments[..] {
            ["components", "parameters", _] => Self::Shared(Section::Parameters),
            ["components", "requestBodies", _] => Self::Shared(Section::RequestBodies),
            ["components", "responses", _] => Self::Shared(Section::Responses),
            ["paths", _, "parameters"] => Self::Shared(Section::Paths),
            _ => Self::Operation(operation),
        }
    }
}

impl Spot {
    /// The spot of a type.
    fn of(id: TypeId, at: Pointer) -> Self {
        Self {
            at,
            owner: Holder::Type(id),
            words: String::new(),
        }
    }

    /// Whether what stands here belongs to a type.
    fn is_of(&self, id: TypeId) -> bool {
        matches!(self.owner, Holder::Type(owner) if owner == id)
    }

    /// The place of a part, named by more words behind those of the whole.
    fn part(&self, at: Pointer, words: &str) -> Self {
        let words = if self.words.is_empty() {
            words.to_owned()
        } else {
            format!("{} {words}", self.words)
        };
        Self {
            at,
            owner: self.owner,
            words,
        }
    }

    /// Whether the owner is the type of what stands here.
    fn is_whole(&self) -> bool {
        self.words.is_empty() && matches!(self.owner, Holder::Type(_))
    }

    /// The same place, with these words where the name of the owner is another type's.
    fn named(mut self, words: &str) -> Self {
        if self.is_whole() {
            words.clone_into(&mut self.words);
        }
        self
    }

    /// What a type that is defined here is named after.
    fn owner(&self) -> Owner {
        let member = Member {
            words: self.words.clone(),
        };
        match self.owner {
            Holder::Type(id) => Owner::Type { id, member },
            Holder::Operation(index) => Owner::Operation { index, member },
            Holder::Shared(section) => {
                let key = if section == Section::Paths { 1 } else { 2 };
                let wire = self.at.segments().nth(key).unwrap_or_default();
                Owner::Shared {
                    section,
                    wire,
                    member,
                }
            }
        }
    }
}

impl Lower<'_> {
    fn info(&mut self) {
        let info = &self.doc.info;
        self.api.info = Info {
            title: info.title.clone(),
            version: info.version.clone(),
            description: info.description.clone(),
        };
        self.api.servers = self.document_servers();
        self.api.tags = self.doc.tags.iter().map(docs::tag).collect();
    }

    /// Reports the types that are nothing but names of each other, the unions that hold themselves, and values that never end.
    fn circles(&mut self) {
        for at in circles::unions(&mut self.api) {
            self.report(codes::UNION_HOLDS_ITSELF, &at, |diagnostic| diagnostic);
        }
        for id in circles::broken(&mut self.api) {
            let at = self.api.get(id).at.clone();
            let schema = self.tree.get(&at);
            // A circle of references alone was reported before.
            if schema.is_none_or(|schema| schema.get("$ref").is_none()) {
                self.not_modelled(&at, "the type is made of nothing but itself");
            }
        }
        for at in endless::broken(&mut self.api) {
            self.not_modelled(
                &at,
                "a value would need another one like it inside, without end",
            );
        }
    }

    fn report(
        &mut self,
        code: &'static Code,
        at: &Pointer,
        fill: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let diagnostic = fill(code.at(self.tree.place(at)));
        self.cx.report(diagnostic);
    }

    /// Reports a part that becomes free-form JSON. Said once for each place, however often it is met.
    fn not_modelled(&mut self, at: &Pointer, reason: &str) {
        self.report(codes::NOT_MODELLED, at, |diagnostic| {
            diagnostic.arg("reason", reason)
        });
    }

    /// Reports a reference that leads to no component schema. One that leads nowhere was reported before.
    fn not_followed(&mut self, at: &Pointer, reference: &str) {
        if Pointer::parse(reference).is_some_and(|to| self.tree.get(&to).is_some()) {
            self.not_modelled(at, "the reference does not lead to a component schema");
        }
    }
}

/// The key of a reference into one section of the components.
fn component_key(reference: &str, section: &str) -> Option<String> {
    let at = Pointer::parse(reference)?;
    let mut segments = at.segments();
    let is_section = segments.next()? == "components" && segments.next()? == section;
    let key = segments.next()?;
    (is_section && segments.next().is_none()).then_some(key)
}
