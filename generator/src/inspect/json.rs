//! The report as JSON. Its form is stable: keys are added, never changed.

use serde_json::{Value, json};

use super::{method_path, model_path, values};
use crate::diag::json_text;
use crate::plan::{Kind, Model, Operation, Plan};
use crate::rust::View;

/// The report.
pub fn json(plan: &Plan) -> String {
    let operations: Vec<Value> = plan.operations().map(|one| operation(&one, plan)).collect();
    // A form has no JSON; its schema stands in the list for the type that has.
    let models = plan.models().filter(|model| !model.kind.is_form());
    let schemas: Vec<Value> = models.map(|model| schema(&model, plan)).collect();
    let merged = plan.api.merged();
    let merged: Vec<String> = merged
        .map(|def| plan.api.written(&def.at).to_string())
        .collect();
    let values: Vec<Value> = values::all(plan)
        .into_iter()
        .map(|(at, ty)| json!({ "pointer": at, "type": ty }))
        .collect();
    let not_modelled: Vec<Value> = plan
        .api
        .losses
        .iter()
        .map(|loss| json!({ "pointer": loss.place.at.to_string(), "reason": loss.reason, "code": loss.code }))
        .collect();
    let names: Vec<Value> = plan
        .names
        .notes
        .all
        .iter()
        .map(|note| json!({ "pointer": note.at, "name": note.name, "reason": note.reason, "others": note.others }))
        .collect();
    let report = json!({
        "package": plan.package.name,
        "lib": plan.package.crate_name(),
        "client": plan.package.client,
        "operations": operations,
        "schemas": schemas,
        "merged": merged,
        "values": values,
        "not_modelled": not_modelled,
        "names": names,
    });
    json_text(&report)
}

/// A type that `null` is a value of says so, because its uses are what holds `null`; an alias says what it stands for, and
/// a type that is equal to one that is defined elsewhere says which.
fn schema(model: &Model<'_>, plan: &Plan) -> Value {
    let mut entry =
        json!({ "pointer": model.written.to_string(), "type": model_path(model.name, plan) });
    if model.source.nullable {
        entry["nullable"] = Value::from(true);
    }
    if let Some(definition) = model.definition {
        entry["same_as"] = Value::from(model_path(definition, plan));
    }
    if let Kind::Alias { ty, .. } = &model.kind {
        let krate = plan.package.crate_name();
        entry["target"] = Value::from(ty.text(View::Caller(&krate)));
    }
    entry
}

fn operation(operation: &Operation<'_>, plan: &Plan) -> Value {
    let by_status = |all: Vec<(String, String)>| -> Vec<Value> {
        let all = all.into_iter();
        all.map(|(status, ty)| json!({ "status": status, "type": ty }))
            .collect()
    };
    let by_form = |all: Vec<(&_, &str, String)>| -> Vec<Value> {
        let all = all.into_iter();
        all.map(|(function, media_type, ty)| {
            json!({
                "media_type": media_type,
                "function": function,
                "rust_path": method_path(operation, function, plan),
                "type": ty,
            })
        })
        .collect()
    };
    let (source, function) = (operation.source, operation.function);
    let pages = operation.pages.as_ref().map(|pages| {
        let krate = plan.package.crate_name();
        let item = pages.items.as_ref();
        let item = item.map(|items| items.item.text(View::Caller(&krate)));
        json!({ "source": pages.source.source.words(), "by": pages.source.words(), "item": item })
    });
    let mut report = json!({
        "operation_id": source.id,
        "method": source.method.name(),
        "path": source.path,
        "resource": operation.resource.method,
        "function": function,
        "rust_path": method_path(operation, function, plan),
        "bodies": by_form(super::bodies(operation, plan)),
        "answers": by_form(super::answers(operation, plan)),
        "success": by_status(super::successes(operation, plan)),
        "errors": by_status(super::errors(operation, plan)),
    });
    if let Some(pages) = pages {
        report["pages"] = pages;
    }
    if let Some(feature) = operation.resource.feature() {
        report["feature"] = Value::from(feature);
    }
    report
}
