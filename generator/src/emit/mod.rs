//! The plan in, the files of the crate out, as drafts. Lists them; how each is made stands in its own file.

mod about;
mod attr;
mod client;
mod crate_root;
mod doc;
mod enums;
mod errors;
mod field;
mod formats;
mod forms;
mod manifest;
mod mock;
mod models;
mod op;
mod runtime;
mod structs;
mod ty;
mod unions;

use std::collections::BTreeSet;

use crate::draft::{Draft, Rust, Unit};
use crate::ir::TypeId;
use crate::plan::Plan;
use crate::templates;

/// What emitters read.
#[derive(Debug, Clone, Copy)]
struct Emit<'p> {
    plan: &'p Plan,
    /// Whether models are written `models::X`, where other types may have their names.
    is_outside: bool,
}

/// Every Rust file of the crate, the runtime included.
pub fn emit(plan: &Plan) -> Vec<Unit<'_>> {
    let emit = Emit {
        plan,
        is_outside: false,
    };
    let outside = Emit {
        is_outside: true,
        ..emit
    };
    let mut units = vec![
        Unit::one(move || crate_root::item(emit)),
        Unit::one(move || models::list(emit)),
    ];
    let files = plan.files.iter();
    units.extend(files.map(|file| Unit::one(move || models::file(file, emit))));
    // Without operations there is nothing to call, and the crate is its models.
    if plan.has_operations() {
        units.push(Unit::one(move || client::item(outside)));
        units.push(Unit::one(move || op::list(outside)));
        let groups = plan.groups.iter().enumerate();
        units.extend(
            groups.map(|(index, group)| Unit::one(move || op::resource(index, group, outside))),
        );
        units.push(Unit::new(move || errors::item(emit)));
        units.push(Unit::one(move || mock::item(outside)));
    }
    units.push(Unit::new(move || formats::items(emit)));
    units.push(Unit::new(runtime::items));
    units
}

/// The code of one model, as it stands in its file.
pub fn model(plan: &Plan, id: TypeId) -> Rust {
    let emit = Emit {
        plan,
        is_outside: false,
    };
    Rust {
        docs: Vec::new(),
        items: models::model(id, emit),
    }
}

/// The code of one operation, as it stands in the file of its resource.
pub fn operation(plan: &Plan, index: usize) -> Rust {
    let emit = Emit {
        plan,
        is_outside: true,
    };
    Rust {
        docs: Vec::new(),
        items: op::operation(index, emit),
    }
}

/// The code of the client, and of what the error model adds to errors.
pub fn client(plan: &Plan) -> Rust {
    let emit = Emit {
        plan,
        is_outside: true,
    };
    let drafts = [Some(client::item(emit)), errors::item(emit)];
    let items = drafts.into_iter().flatten().flat_map(Draft::rust_items);
    Rust {
        docs: Vec::new(),
        items: items.collect(),
    }
}

/// Features that need others, as `templates/manifest.toml` has them.
const NEEDS: &[(&str, &str)] = &[
    ("blocking", "client"),
    ("https", "client"),
    ("mock", "client"),
    ("tracing", "client"),
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
    })
}
