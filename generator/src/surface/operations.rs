//! Resources: their methods, what stands for each operation, what it gives and what can be set.

use super::lines::{Lines, Path};
use crate::plan::{Documented, Given, Held, Operation, Resource};
use crate::rust::View;

const VIEW: View<'static> = View::Operations;

/// The lines of a resource and of its operations.
pub(super) fn add(resource: Resource<'_>, lines: &mut Lines) {
    let module = Path::ROOT.join("operations");
    let path = module.join(&resource.name.code());
    let module = module.join(&resource.module().code());
    lines.item("struct", &path, &["Debug", "Clone", "Copy"]);
    for operation in resource.operations() {
        for method in operation.methods() {
            let docs = Some(&operation.source.docs);
            lines.function(&path, &method.signature, VIEW, docs);
        }
        answers(&operation, &module, lines);
        if let Some(items) = operation
            .pages
            .as_ref()
            .and_then(|pages| pages.items.as_ref())
        {
            let marker = module.join(&operation.marker.code());
            lines.alias(&marker.join("Item"), &items.item.text(VIEW));
        }
        if let Some(errors) = &operation.errors {
            let path = module.join(&errors.name.code());
            statuses(&errors.all, &path, errors.derives(), lines);
        }
        setters(&operation, lines);
    }
}

fn answers(operation: &Operation<'_>, module: &Path, lines: &mut Lines) {
    for answer in &operation.answers {
        let path = module.join(&answer.marker.code());
        lines.item("enum", &path, &[]);
        lines.alias(&path.join("Output"), &answer.ty().text(VIEW));
        if let Given::ByStatus(all) = &answer.given {
            let path = module.join(&answer.output.code());
            statuses(all, &path, answer.derives(), lines);
        }
    }
}

/// An enum of documented statuses.
fn statuses(all: &[Documented<'_>], path: &Path, derived: &[&str], lines: &mut Lines) {
    lines.item("enum", path, derived);
    for one in all {
        let held = match &one.held {
            Held::Nothing => String::new(),
            held => format!("({})", held.ty_inside().text(VIEW)),
        };
        lines.part(&path.join(&one.variant.code()), &held);
    }
}

/// Setters of the request value, which are the same for all forms of the answer.
fn setters(operation: &Operation<'_>, lines: &mut Lines) {
    let request = format!("Request<{}>", operation.marker.code());
    let path = Path::ROOT.join(&request);
    for param in operation.setters() {
        lines.function(&path, &param.setter(), VIEW, Some(&param.source.docs));
    }
    if let Some(sent) = operation.optional_body() {
        lines.function(&path, &sent.setter(), VIEW, None);
    }
}
