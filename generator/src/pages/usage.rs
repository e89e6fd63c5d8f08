//! Whole programs that call an operation.

use crate::examples::{self, Call};
use crate::plan::Plan;

/// A program that calls one operation, as the lines of a code block.
pub(super) fn program(call: &Call, plan: &Plan) -> Vec<String> {
    let package = plan.package.crate_name();
    let client = &plan.package.client;
    let models: Vec<&str> = call.models.iter().map(String::as_str).collect();
    let models = match models[..] {
        [] => String::new(),
        [one] => format!(", models::{one}"),
        _ => format!(", models::{{{}}}", models.join(", ")),
    };
    let import = if models.is_empty() {
        format!("use {package}::{client};")
    } else {
        format!("use {package}::{{{client}{models}}};")
    };
    let mut lines = vec![
        import,
        String::new(),
        "#[tokio::main]".to_owned(),
        format!("async fn main() -> Result<(), {package}::Error> {{"),
        format!("    let {} = {};", examples::client(plan), construct(plan)),
    ];
    lines.extend(call.lines.iter().map(|line| format!("    {line}")));
    if let Some(result) = &call.result {
        lines.push(format!("    println!(\"{{{result}:?}}\");"));
    }
    lines.extend(["    Ok(())".to_owned(), "}".to_owned()]);
    lines
}

/// The expression that makes a client.
pub(super) fn construct(plan: &Plan) -> String {
    let client = &plan.package.client;
    if plan.package.from_env.is_some() {
        format!("{client}::from_env()?")
    } else if plan.credential.is_some() {
        format!("{client}::new(\"<your credential>\")")
    } else {
        format!("{client}::new()")
    }
}
