//! The plan in, the files of the crate out, as drafts. Lists them; how each is made stands in its own file.

mod about;
mod attr;
mod chosen;
mod client;
mod crate_root;
mod doc;
mod enums;
mod errors;
mod field;
mod formats;
mod forms;
mod imports;
mod licences;
mod manifest;
mod mock;
mod models;
mod op;
mod runtime;
mod structs;
mod unions;

use std::collections::BTreeSet;

use quote::quote;

use crate::draft::{Draft, Rust, Unit};
use crate::naming::word;
use crate::plan::{Format, Model, Operation, Plan, Variant};
use crate::templates;

/// Every Rust file of the crate, the runtime included.
pub fn emit(plan: &Plan) -> Vec<Unit<'_>> {
    let mut units = vec![
        Unit::one(move || crate_root::item(plan)),
        Unit::one(move || models::list(plan)),
    ];
    let files = plan.files();
    units.extend(files.map(|file| Unit::one(move || models::file(file))));
    // Without operations there is nothing to call, and the crate is its models.
    if plan.has_operations() {
        units.push(Unit::one(move || client::item(plan)));
        units.push(Unit::one(move || op::list(plan)));
        let resources = plan.resources();
        units.extend(resources.map(|one| Unit::one(move || op::resource(one, plan))));
        units.push(Unit::new(move || errors::item(plan)));
        units.push(Unit::one(move || mock::item(plan)));
    }
    units.push(Unit::new(move || formats::items(plan)));
    units.push(Unit::new(move || chosen::item(plan)));
    let webhooks = plan.api.has_webhooks;
    units.push(Unit::new(move || {
        webhooks.then(|| Draft::verbatim("src/webhooks.rs", templates::WEBHOOKS))
    }));
    units.push(Unit::new(move || runtime::items(plan)));
    units
}

/// The code of one model: what stands in its file, and what its table defines there.
pub fn model(model: &Model<'_>) -> Rust {
    Rust {
        docs: Vec::new(),
        items: models::seen(model),
    }
}

/// Where callers find the type of a format.
pub fn reexport(format: &Format) -> Rust {
    let name = word(format.name);
    Rust {
        docs: Vec::new(),
        items: vec![quote! { pub use formats::#name; }],
    }
}

/// What makes a union of the type of a candidate, as callers see it.
pub fn conversions(union: &Model<'_>, variant: &Variant<'_>) -> Rust {
    Rust {
        docs: Vec::new(),
        items: unions::converted(union, variant),
    }
}

/// The code of one operation: what stands in the file of its resource, and what its tables define there.
pub fn operation(operation: &Operation<'_>, plan: &Plan) -> Rust {
    Rust {
        docs: Vec::new(),
        items: op::operation(operation, plan),
    }
}

/// The code of the client, and of what the error model adds to errors.
pub fn client(plan: &Plan) -> Rust {
    let drafts = [Some(client::item(plan)), errors::item(plan)];
    let items = drafts.into_iter().flatten().flat_map(Draft::rust_items);
    Rust {
        docs: Vec::new(),
        items: items.collect(),
    }
}

/// Features that need others, as `templates/manifest.toml` has them.
const NEEDS: &[(&str, &str)] = &[
    ("blocking", "client"),
    ("brotli", "client"),
    ("brotli", "transport"),
    ("futures", "client"),
    ("gzip", "client"),
    ("gzip", "transport"),
    ("https", "client"),
    ("https", "transport"),
    ("mock", "client"),
    ("native-tls", "client"),
    ("native-tls", "transport"),
    ("streaming", "client"),
    ("streaming", "transport"),
    ("tracing", "client"),
    ("transport", "client"),
    ("zstd", "client"),
    ("zstd", "transport"),
];

/// These features and those that they need.
pub fn closed(features: &BTreeSet<String>) -> BTreeSet<String> {
    let needed = NEEDS
        .iter()
        .filter(|(feature, _)| features.contains(*feature));
    let needed = needed.map(|(_, need)| (*need).to_owned());
    features.iter().cloned().chain(needed).collect()
}

/// What makes the code a package: its manifest, and word to formatters and linters.
pub fn package(plan: &Plan) -> Unit<'_> {
    Unit::new(move || {
        [
            manifest::item(plan),
            Draft::verbatim("clippy.toml", templates::CLIPPY),
            Draft::verbatim("rustfmt.toml", templates::RUSTFMT),
        ]
        .into_iter()
        .chain(licences::items(plan))
    })
}
