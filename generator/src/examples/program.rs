//! Whole programs that call an operation.

use super::call::broken;
use super::{Call, Extent, call, client};
use crate::ir::SchemeKind;
use crate::plan::{Address, Operation, Plan};

/// The call that the configuration names, or the first of the document for which good values are known, of an operation that is
/// not deprecated if there is one.
pub fn first(plan: &Plan) -> Option<Call> {
    let example = |operation: Operation<'_>| call(&operation, plan, Extent::Short);
    let wanted = plan.package.example.as_ref();
    let is_wanted =
        |operation: &Operation<'_>| wanted.is_some() && operation.source.id.as_ref() == wanted;
    if let Some(call) = plan.operations().find(is_wanted).and_then(example) {
        return Some(call);
    }
    let is_current = |operation: &Operation<'_>| !operation.source.docs.deprecated;
    let mut current = plan.operations().filter(is_current);
    let found = current.find_map(example);
    found.or_else(|| plan.operations().find_map(example))
}

/// A program that calls one operation, as the lines of a code block.
pub fn program(call: &Call, plan: &Plan) -> Vec<String> {
    let (package, error) = (plan.package.crate_name(), &*plan.package.error);
    let import = import(call, plan, &[]);
    let mut lines = vec![
        import,
        String::new(),
        "#[tokio::main]".to_owned(),
        format!("async fn main() -> Result<(), {package}::{error}> {{"),
    ];
    lines.extend(
        construct(call, plan)
            .iter()
            .map(|line| format!("    {line}")),
    );
    lines.extend(call.lines().iter().map(|line| format!("    {line}")));
    if let Some(result) = call.value() {
        lines.push(format!("    println!(\"{{{result}:?}}\");"));
    }
    lines.extend(["    Ok(())".to_owned(), "}".to_owned()]);
    lines
}

/// A call of one operation with all that it needs, for documentation, where nobody runs it; what surrounds it is hidden.
pub fn excerpt(call: &Call, plan: &Plan) -> Vec<String> {
    let (package, error) = (plan.package.crate_name(), &*plan.package.error);
    let mut lines = vec![
        import(call, plan, &[]),
        String::new(),
        format!("# async fn example() -> Result<(), {package}::{error}> {{"),
    ];
    lines.extend(construct(call, plan));
    lines.extend(call.lines());
    lines.push("# Ok(()) }".to_owned());
    lines
}

/// A program that calls an operation and looks at what went wrong; `None` where the document names no error.
pub fn program_with_errors(operation: &Operation<'_>, plan: &Plan) -> Option<Vec<String>> {
    let call = call(operation, plan, Extent::Short)?;
    let errors = operation.errors.as_ref()?;
    let first = errors.all.first()?;
    let (name, variant, status) = (errors.name, first.variant, first.status());
    let error = &*plan.package.error;
    let mut lines = vec![
        import(
            &call,
            plan,
            &[
                error,
                &format!("operations::{}::{name}", operation.resource.module()),
            ],
        ),
        String::new(),
        "#[tokio::main]".to_owned(),
        format!("async fn main() -> Result<(), {error}> {{"),
    ];
    lines.extend(
        construct(&call, plan)
            .iter()
            .map(|line| format!("    {line}")),
    );
    lines.extend(call.setup.iter().map(|line| format!("    {line}")));
    lines.push(format!("    let error = match {}.await {{", call.request));
    match &call.result {
        Some(result) => lines.extend([
            format!("        Ok({result}) => {{"),
            format!("            println!(\"{{{result}:?}}\");"),
            "            return Ok(());".to_owned(),
            "        }".to_owned(),
        ]),
        None => lines.push("        Ok(()) => return Ok(()),".to_owned()),
    }
    lines.extend([
        "        Err(error) => error,".to_owned(),
        "    };".to_owned(),
    ]);
    lines.push(format!("    match error.documented::<{name}>() {{"));
    lines.push(format!(
        "        Some({name}::{variant}(body)) => println!(\"{status}: {{body:?}}\"),"
    ));
    let rest = [
        "        _ if error.is_rate_limited() => println!(\"again in {:?}\", error.retry_after()),",
        "        _ if !error.was_sent() => println!(\"nothing was sent: {error}\"),",
        "        _ => return Err(error),",
        "    }",
        "    Ok(())",
        "}",
    ];
    lines.extend(rest.map(str::to_owned));
    Some(lines)
}

/// The line that imports the client, these items and the models of a call.
fn import(call: &Call, plan: &Plan, items: &[&str]) -> String {
    let mut names = vec![plan.package.client.to_string()];
    names.extend(items.iter().map(|item| (*item).to_owned()));
    let models: Vec<&str> = call.models.iter().map(String::as_str).collect();
    match models[..] {
        [] => {}
        [one] => names.push(format!("models::{one}")),
        _ => names.push(format!("models::{{{}}}", models.join(", "))),
    }
    names[1..].sort();
    let package = plan.package.crate_name();
    match &names[..] {
        [only] => format!("use {package}::{only};"),
        _ => format!("use {package}::{{{}}};", names.join(", ")),
    }
}

/// The statement that makes a client with the credentials that a call needs.
fn construct(call: &Call, plan: &Plan) -> Vec<String> {
    let made = plan.client();
    let name = made.name;
    let url = made
        .address
        .map(Address::example)
        .map(|url| format!("{url:?}"));
    let credential = made
        .credential
        .map(|one| credential(&one.scheme.kind, plan));
    let expression = if made.from_env.is_some() {
        format!("{name}::from_env({})?", url.unwrap_or_default())
    } else {
        let arguments: Vec<String> = url.into_iter().chain(credential).collect();
        let arguments = arguments.join(", ");
        let setters = call.credentials.iter();
        let setters: Vec<String> = setters
            .map(|(setter, kind)| format!(".{setter}({})", self::credential(kind, plan)))
            .collect();
        match &setters[..] {
            [] => format!("{name}::new({arguments})"),
            _ => format!("{name}::builder({arguments}){}.build()?", setters.concat()),
        }
    };
    broken(&format!("let {} = {expression};", client(plan)))
}

/// A credential that the reader has to put in.
fn credential(kind: &SchemeKind, plan: &Plan) -> String {
    match kind {
        SchemeKind::Basic => {
            let package = plan.package.crate_name();
            format!("{package}::Credential::basic(\"<user name>\", \"<password>\")")
        }
        _ => "\"<your credential>\"".to_owned(),
    }
}
