//! Schemas that parts give to one member, or to the elements of it: the type that satisfies all of them.

use super::anywhere::Target;
use super::compose::{Whole, speaking};
use super::keywords::Keywords;
use super::narrow::{common_kind, narrowed};
use super::parts::{Part, Source};
use super::schemas::Use;
use super::{Lower, Spot, docs};
use crate::ir::{Docs, Type, TypeId};

impl<'d> Lower<'d> {
    /// What several schemas come to that hold for one value; nothing if no value satisfies all of them. A type that has to be
    /// made is made at the home.
    pub(super) fn joint(&mut self, sources: &[Source<'d>], home: &Spot) -> Option<Use> {
        let speaking: Vec<Source<'d>> = sources
            .iter()
            .filter(|one| !one.is_silent())
            .cloned()
            .collect();
        let mut used = match &speaking[..] {
            [] => Use::any(),
            [only] => self.use_of(only.target, &only.spot),
            several => match self.covering(several, None) {
                Some(source) => self.use_of(source.target, &source.spot),
                None => self.made(several, home)?,
            },
        };
        used.nullable = match &speaking[..] {
            [_] => used.nullable,
            [] => sources.iter().any(|one| self.allows_null(one)),
            several => several.iter().all(|one| self.allows_null(one)),
        };
        self.say(sources, &mut used);
        Some(used)
    }

    /// A type for schemas of which none says all.
    fn made(&mut self, sources: &[Source<'d>], home: &Spot) -> Option<Use> {
        let parts = self.parts_of(sources);
        let whole = self.whole(&parts);
        match whole {
            Whole::Nothing(_) => None,
            Whole::Object | Whole::Enum(_) | Whole::Union(_) => Some(Use {
                ty: Type::Named(self.joined(&parts, whole, home)),
                ..Use::any()
            }),
            whole => Some(self.value(&parts, &whole, home)),
        }
    }

    /// The definition of parts that no schema of the document holds together, made once for each place. Parts that are met
    /// again inside themselves are the type that is being made.
    fn joined(&mut self, parts: &[Part<'d>], whole: Whole<'d>, home: &Spot) -> TypeId {
        let places = speaking(parts);
        if let Some((_, id)) = self.joining.iter().find(|(known, _)| *known == places) {
            return *id;
        }
        let known = self.inline.get(&home.at).copied();
        let id = known
            .unwrap_or_else(|| self.reserve(home.at.clone(), home.owner(), Docs::default(), false));
        self.inline.insert(home.at.clone(), id);
        if self.joined.insert(home.at.clone()) {
            self.api.types[id.0].docs = said(parts);
            let home = Spot::of(id, home.at.clone());
            self.api.types[id.0].shape = self.shape_of(id, parts, whole, &home);
        }
        id
    }

    /// Whether the null is a value of a schema.
    fn allows_null(&mut self, source: &Source<'d>) -> bool {
        let parts = self.parts_of([source]);
        parts.iter().any(|part| part.keywords.is_nullable())
    }

    /// Adds what the schemas say about a value beside its type; the nearer one wins. Values of one that is wider than the
    /// type may not be values of it.
    fn say(&mut self, sources: &[Source<'d>], used: &mut Use) {
        let mut docs = Docs::default();
        let mut inline = Vec::new();
        for source in sources.iter().rev() {
            let Target::Schema(schema) = source.target else {
                continue;
            };
            let keywords = Keywords::of(schema);
            used.read_only |= keywords.data.read_only;
            used.write_only |= keywords.data.write_only;
            used.sensitive = used.sensitive.or(docs::sensitive(&keywords));
            let own = self.parts_of([source]);
            let others = sources
                .iter()
                .filter(|other| other.spot.at != source.spot.at);
            let others = self.parts_of(others);
            let mut others = others.iter();
            let is_whole = others.all(|part| self.says_nothing_new(part, &own));
            let is_of_type = is_whole || source.is_silent();
            docs::inherit(&mut docs, docs::of(&keywords), is_of_type);
            inline.splice(0..0, own);
        }
        let value = common_kind(&inline)
            .ok()
            .and_then(|kind| narrowed(kind, &inline));
        if let Some(value) = value {
            docs.limits = docs::limits(&value.keywords);
        }
        used.docs = docs;
    }
}

/// What parts say to people about a type that is made of them.
fn said(parts: &[Part<'_>]) -> Docs {
    let mut docs = Docs::default();
    for part in parts.iter().rev() {
        docs::inherit(&mut docs, docs::of(&part.keywords), false);
    }
    docs
}
