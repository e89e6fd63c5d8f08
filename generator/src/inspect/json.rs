//! The report as JSON. Its form is stable: keys are added, never changed.

use serde_json::{Value, json};

use super::{group, method_path, outcome, rust_type, schemas, type_path, values};
use crate::diag::json_text;
use crate::ir::{Shape, TypeId};
use crate::plan::Plan;

/// The report.
pub fn json(plan: &Plan) -> String {
    let operations: Vec<Value> = (0..plan.api.operations.len())
        .map(|index| operation(index, plan))
        .collect();
    // A form has no JSON; its schema stands in the list for the type that has.
    let is_json = |id: TypeId| !plan.api.get(id).shape.is_form();
    let schemas: Vec<Value> = schemas(plan)
        .filter(|(id, _)| is_json(*id))
        .map(|(id, _)| schema(id, plan))
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
        .iter()
        .map(|note| json!({ "pointer": note.at, "name": note.name, "reason": note.reason, "others": note.others }))
        .collect();
    let report = json!({
        "package": plan.package.name,
        "lib": plan.package.crate_name(),
        "client": plan.package.client,
        "operations": operations,
        "schemas": schemas,
        "values": values,
        "not_modelled": not_modelled,
        "names": names,
    });
    json_text(&report)
}

/// A type that `null` is a value of says so, because its uses are what holds `null`; an alias says what it stands for.
fn schema(id: TypeId, plan: &Plan) -> Value {
    let def = plan.api.get(id);
    let mut entry = json!({ "pointer": def.at.to_string(), "type": type_path(id, plan) });
    if def.nullable {
        entry["nullable"] = Value::from(true);
    }
    if let Shape::Alias(target) = &def.shape {
        entry["target"] = Value::from(rust_type(target, plan));
    }
    entry
}

fn operation(index: usize, plan: &Plan) -> Value {
    let operation = &plan.api.operations[index];
    let call = &plan.calls[index];
    let success: Vec<Value> = super::successes(index, plan)
        .into_iter()
        .map(|(status, ty)| json!({ "status": status, "type": ty }))
        .collect();
    let errors = call.errors.iter().map(|(response, found)| {
        let status = operation.responses[*response].status.to_string();
        json!({ "status": status, "type": outcome(found, plan) })
    });
    let bodies = super::bodies(index, plan).map(|(function, content)| {
        json!({
            "media_type": content.media_type,
            "function": function,
            "rust_path": method_path(index, function, plan),
            "type": super::sent(content, plan),
        })
    });
    let answers = super::answers(index, plan).into_iter();
    let answers = answers.map(|(function, media_type, ty)| {
        json!({
            "media_type": media_type,
            "function": function,
            "rust_path": method_path(index, function, plan),
            "type": ty,
        })
    });
    let function = plan.names.function(index);
    json!({
        "operation_id": operation.id,
        "method": operation.method,
        "path": operation.path,
        "resource": plan.names.group_method(group(index, plan)),
        "function": function,
        "rust_path": method_path(index, function, plan),
        "bodies": bodies.collect::<Vec<Value>>(),
        "answers": answers.collect::<Vec<Value>>(),
        "success": success,
        "errors": errors.collect::<Vec<Value>>(),
    })
}
