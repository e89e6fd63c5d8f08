//! The schemas that hold for one value together: those of an `allOf`, through references, each once however often it is repeated.

use std::collections::BTreeSet;

use openapiv3::{AdditionalProperties, ReferenceOr, Schema};

use super::document::{Document, View};
use super::keywords::Keywords;
use super::reports::Reports;
use super::sources::Source;
use super::spots::Site;
use super::target::Target;
use super::{parents, references};
use crate::ir::TypeId;
use crate::pointer::Pointer;

/// What one schema says, without what its `allOf` adds.
#[derive(Debug, Clone)]
pub(super) struct Part<'d> {
    pub(super) keywords: Keywords<'d>,
    pub(super) at: Pointer,
    /// Whose types its inline types are: those of the schema that it is, or is written in the `allOf` of.
    pub(super) site: Site<'d>,
    /// The components that it was reached through, the outermost first.
    pub(super) through: Vec<TypeId>,
    /// Where the text of the whole leads to it: the indices of keys and of elements, from the outside in.
    pub(super) steps: Vec<usize>,
}

impl<'d> Part<'d> {
    /// What a schema says that is looked at as it stands.
    pub(super) fn alone(keywords: Keywords<'d>, site: &Site<'d>) -> Self {
        Self {
            keywords,
            at: site.at.clone(),
            site: site.clone(),
            through: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// A schema inside this one, for looking at it only: its inline types may belong to another one.
    pub(super) fn source(&self, target: Target<'d>, keys: &[&str]) -> Source<'d> {
        let at = keys.iter().fold(self.at.clone(), |at, key| at.child(key));
        Source {
            target,
            site: self.site.moved(at),
        }
    }

    /// The same without `oneOf` and `anyOf`.
    pub(super) fn without_union(&self) -> Self {
        let mut part = self.clone();
        (part.keywords.one_of, part.keywords.any_of) = (&[], &[]);
        part
    }
}

impl<'d> Part<'d> {
    /// Whether it says nothing about the value but limits.
    pub(super) fn is_silent(&self) -> bool {
        self.keywords.is_silent() && self.keywords.format.is_none()
    }

    /// What it says about a member.
    pub(super) fn member(&self, wire: &str) -> Option<Source<'d>> {
        let member = self.keywords.properties.get(wire)?;
        Some(self.source(member.into(), &["properties", wire]))
    }

    /// What it says about the elements of a list.
    pub(super) fn element(&self) -> Option<Source<'d>> {
        let element = self.keywords.items?;
        Some(self.source(element.into(), &["items"]))
    }

    /// What it says about members that are not declared.
    pub(super) fn value(&self) -> Option<Source<'d>> {
        match self.keywords.additional? {
            AdditionalProperties::Schema(schema) => {
                Some(self.source(schema.as_ref().into(), &["additionalProperties"]))
            }
            AdditionalProperties::Any(_) => None,
        }
    }

    /// The candidates of its union.
    pub(super) fn candidates(&self) -> Vec<Source<'d>> {
        let lists = [
            ("oneOf", self.keywords.one_of),
            ("anyOf", self.keywords.any_of),
        ];
        let lists = lists.iter().flat_map(|(key, list)| {
            let list: &'d [ReferenceOr<_>] = list;
            list.iter()
                .enumerate()
                .map(move |(index, schema)| (key, index, schema))
        });
        let sources = lists.map(|(key, index, schema)| {
            self.source(schema.into(), &[key, index.to_string().as_str()])
        });
        sources.collect()
    }
}

/// The parts that were found, and the references that could not be followed to one.
#[derive(Debug, Default)]
pub(super) struct Parts<'d> {
    pub(super) list: Vec<Part<'d>>,
    not_followed: Vec<(Pointer, &'d str)>,
}

impl<'d> Parts<'d> {
    /// The parts; the references that lead to none are reported.
    pub(super) fn told(self, reports: &mut Reports<'_, '_>) -> Vec<Part<'d>> {
        for (at, reference) in self.not_followed {
            reports.not_followed(&at, reference);
        }
        self.list
    }
}

/// Parts as they are found.
#[derive(Default)]
struct Search<'d> {
    found: Parts<'d>,
    seen: BTreeSet<Pointer>,
    /// The references that were followed: the same one leads to what was seen.
    followed: BTreeSet<&'d str>,
    through: Vec<TypeId>,
    steps: Vec<usize>,
    /// The schemas that lead to the one that is looked at now.
    way: Vec<Pointer>,
}

/// The parts of a schema and its `allOf`, in their order; what stands beside the `allOf` comes last, since it is nearer.
pub(super) fn of<'d>(view: View<'_, 'd>, keywords: &Keywords<'d>, site: &Site<'d>) -> Parts<'d> {
    behind(view, keywords, site, &[])
}

/// The same of a schema that these steps lead to.
pub(super) fn behind<'d>(
    view: View<'_, 'd>,
    keywords: &Keywords<'d>,
    site: &Site<'d>,
    steps: &[usize],
) -> Parts<'d> {
    let mut search = Search {
        way: view.way(),
        steps: steps.to_vec(),
        ..Search::default()
    };
    search.open(view.doc, keywords.clone(), &site.at, site);
    search.found
}

/// The parts of several schemas that hold together.
pub(super) fn of_all<'s, 'd: 's>(
    view: View<'_, 'd>,
    sources: impl IntoIterator<Item = &'s Source<'d>>,
) -> Parts<'d> {
    let mut search = Search {
        way: view.way(),
        ..Search::default()
    };
    for (index, source) in sources.into_iter().enumerate() {
        search.steps = vec![index];
        search.gather(view.doc, source, None);
    }
    search.found
}

/// The parts of a schema that belongs to the type that is being made, behind parts that are known.
pub(super) fn beside<'d>(
    view: View<'_, 'd>,
    known: Vec<Part<'d>>,
    own: &Source<'d>,
    steps: &[usize],
) -> Parts<'d> {
    let mut search = Search {
        seen: known.iter().map(|part| part.at.clone()).collect(),
        way: view.way(),
        steps: steps.to_vec(),
        ..Search::default()
    };
    search.found.list = known;
    search.way.push(own.site.at.clone());
    search.gather(view.doc, own, Some(&own.site));
    search.found
}

impl<'d> Search<'d> {
    /// Adds the parts of a schema, whose inline types belong to the site if there is one.
    fn gather(&mut self, doc: Document<'d>, source: &Source<'d>, site: Option<&Site<'d>>) {
        match source.target {
            Target::Schema(schema) => {
                let own = source.site.inside(schema);
                let keywords = Keywords::of(schema);
                self.open(doc, keywords, &source.site.at, site.unwrap_or(&own));
            }
            Target::Reference(reference) => {
                let Some((schema, site)) = references::schema_behind(doc, reference) else {
                    // A cycle of references was reported before.
                    if references::find(doc, reference).is_none() {
                        let at = source.site.at.clone();
                        self.found.not_followed.push((at, reference));
                    }
                    return;
                };
                self.followed.insert(reference);
                let id = site.whole();
                self.through.extend(id);
                let own = site.inside(schema);
                self.open(doc, Keywords::of(schema), &site.at, &own);
                if id.is_some() {
                    self.through.pop();
                }
            }
        }
    }

    fn has_followed(&self, part: &ReferenceOr<Schema>) -> bool {
        match part {
            ReferenceOr::Reference { reference } => self.followed.contains(reference.as_str()),
            ReferenceOr::Item(_) => false,
        }
    }

    fn open(
        &mut self,
        doc: Document<'d>,
        mut keywords: Keywords<'d>,
        at: &Pointer,
        site: &Site<'d>,
    ) {
        if !self.seen.insert(at.clone()) {
            return;
        }
        // A parent of a schema on the way gives its members, and never its union.
        if parents::is_parent(doc, &keywords, at, &self.way) {
            (keywords.one_of, keywords.any_of) = (&[], &[]);
        }
        self.way.push(at.clone());
        let here = self.steps.len();
        let all_of = std::mem::take(&mut keywords.all_of);
        let step = all_of.first().map(|_| doc.step(at, "allOf"));
        for (index, part) in all_of.iter().enumerate() {
            if self.has_followed(part) {
                continue;
            }
            self.steps.extend(step.into_iter().chain([index]));
            let at = at.child("allOf").index(index);
            let source = Source::of(part, site.moved(at));
            self.gather(doc, &source, Some(site));
            self.steps.truncate(here);
        }
        self.way.pop();
        self.found.list.push(Part {
            keywords,
            at: at.clone(),
            site: site.clone(),
            through: self.through.clone(),
            steps: self.steps.clone(),
        });
    }
}
