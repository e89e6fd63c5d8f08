//! Lowers the typed document to the [`Api`]. Never fails: what has no Rust form becomes free-form JSON and is reported.
//!
//! One OpenAPI idea a file, as functions. What each reads and writes is in its signature: who takes a `Document` or a `View` looks at
//! the document and no more, who takes `Reports` reports, and who takes a `Lowering` makes types.

mod adding;
mod beyond;
mod bodies;
mod called;
mod candidates;
mod chains;
mod charsets;
mod classes;
mod compared;
mod compose;
mod covers;
mod cycles;
mod deep;
mod docs;
mod document;
mod encodings;
mod endless;
mod enums;
mod examples;
mod excluded;
mod forms;
mod headers;
mod heirs;
mod homes;
mod idempotency;
mod innermost;
mod joint;
mod keys_beside;
mod keywords;
mod kinds;
mod known_texts;
mod lowering;
mod measure;
mod media;
mod merged;
mod methods;
mod multipart;
mod mutual;
mod narrow;
mod nested;
mod nulls;
mod objects;
mod opaque;
mod open_parts;
mod operations;
mod order;
mod overlaps;
mod paging;
mod params;
mod parents;
mod parts;
mod placing;
mod references;
mod reports;
mod responses;
mod sample;
mod scalars;
mod schemas;
mod security;
mod servers;
mod shapes;
mod sources;
mod spots;
mod statuses;
mod streams;
mod tags;
mod target;
mod texts;
mod titles;
mod tuple_types;
mod tuples;
mod unions;
mod variants;
mod words;
mod wrapping;

use std::cell::OnceCell;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::cx::Cx;
use crate::diag::codes;
use crate::extensions::WEBHOOKS;
use crate::ir::{Api, Info, Tag};
use crate::model;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::threads;
use beyond::Wanted;
use called::Called;
use compared::Compared;
use document::Document;
use heirs::Candidates;
use lowering::Lowering;
use operations::Common;
use reports::Reports;
use security::Requirements;

/// Lowers a 3.0 document to the API model.
pub fn lower(doc: &OpenAPI, tree: &Tree, cx: &mut Cx) -> Api {
    let config = cx.config().clone();
    let wanted = Wanted::of(tree, cx);
    let later = model::later_operations(tree, cx);
    let (candidates, tuples) = threads::both(|| Candidates::of(doc), || tuples::of(tree));
    let doc = Document {
        typed: doc,
        tree,
        later: &later,
        tuples: &tuples,
        candidates: &candidates,
        compared: &Compared::default(),
        heirs: &OnceCell::new(),
        nested: &OnceCell::new(),
        called: &Called::default(),
        formats: &config.types,
        replaced: &config.replace,
        wanted: &wanted,
    };
    let mut lowering = Lowering::new(doc, Reports::new(cx, tree));
    let servers = servers::of_document(doc, &mut lowering.reports);
    let schemes = security::schemes(doc, &mut lowering.reports);
    let mut requirements = Requirements::new(doc, &schemes);
    let of_all = doc.typed.security.as_deref().unwrap_or_default();
    let of_all = requirements.read(of_all, &Pointer::root(), &mut lowering.reports);
    let tags: Vec<Tag> = doc.typed.tags.iter().map(docs::tag).collect();
    let common = Common {
        servers: &servers,
        security: &of_all,
        tags: &tags,
    };
    let types_and_operations = || {
        schemas::components(&mut lowering);
        operations::all(&mut lowering, &mut requirements, &common)
    };
    let (operations, parts) = threads::both(types_and_operations, || merged::parts(tree));
    tell_unmet(&mut lowering);
    let Lowering {
        types, mut reports, ..
    } = lowering;
    let mut api = Api {
        info: info(doc),
        tags,
        types: types.all,
        operations,
        security: of_all,
        servers,
        schemes,
        has_webhooks: has_webhooks(tree),
        losses: Vec::new(),
        origins: tree.origins.clone(),
    };
    break_cycles(&mut api, tree, &mut reports);
    forms::run(doc, &mut api, &mut reports);
    overlaps::keep(&mut api, tree);
    paging::decide(&mut api, doc, &config.pagination, &mut reports);
    merged::leave_out(&mut api, &parts);
    tell_of(&api, &mut reports);
    titles::forget_repeated(&mut api);
    api.losses = reports.losses();
    api
}

/// Tells of what was to be replaced and is not there, and of what there was no room for.
fn tell_unmet(lowering: &mut Lowering<'_, '_>) {
    let replaced = lowering.doc.replaced;
    for at in replaced.keys().filter(|at| !lowering.found.contains(*at)) {
        lowering.reports.without_item("replace", at);
    }
    lowering.doc.compared.tell(&mut lowering.reports);
    if let Some(nested) = lowering.doc.nested.get() {
        nested.tell(&mut lowering.reports);
    }
    shapes::tell_beside(&lowering.beside, &mut lowering.reports);
    lowering.excluded.tell(&mut lowering.reports);
}

/// Tells of what only the whole of it shows.
fn tell_of(api: &Api, reports: &mut Reports<'_, '_>) {
    deep::tell(api, reports);
    keys_beside::tell(api, reports);
}

/// Whether the document has webhooks.
fn has_webhooks(tree: &Tree) -> bool {
    let at = Pointer::root().child(WEBHOOKS.key());
    let all = tree.get(&at).and_then(Value::as_object);
    all.is_some_and(|all| !all.is_empty())
}

fn info(doc: Document<'_>) -> Info {
    let info = &doc.typed.info;
    Info {
        title: info.title.clone(),
        version: info.version.clone(),
        description: info.description.clone(),
    }
}

/// Reports the types that are nothing but names of each other, the unions that hold themselves, and values that never end.
fn break_cycles(api: &mut Api, tree: &Tree, reports: &mut Reports<'_, '_>) {
    mutual::join(api);
    for at in cycles::unions(api) {
        reports.report(codes::UNION_HOLDS_ITSELF, &at, |diagnostic| diagnostic);
    }
    for id in cycles::broken(api) {
        let at = &api.get(id).at;
        let schema = tree.get(at);
        // A cycle of references alone was reported before.
        if schema.is_none_or(|schema| schema.get("$ref").is_none()) {
            reports.not_modelled(at, "the type is made of nothing but itself");
        }
    }
    for at in endless::broken(api) {
        reports.not_modelled(
            &at,
            "a value would need another one like it inside, without end",
        );
    }
}
