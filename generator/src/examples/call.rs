//! The call of an operation as an example: what to import, what to prepare, how to call.

use std::collections::BTreeSet;

use super::extent::Extent;
use super::literal::text;
use super::value::{Values, known};
use crate::ir::{ContentKind, Docs, SchemeKind, Type};
use crate::media_type;
use crate::naming::variable;
use crate::plan::{Given, Held, Operation, Parameter, Plan, Role, Sent};
use crate::rust::Ty;

/// Lines longer than this are broken before each method.
const WIDTH: usize = 90;

/// A call, ready to be put into a program.
#[derive(Debug, Clone)]
pub struct Call {
    /// The models that it needs.
    pub models: BTreeSet<String>,
    /// The credentials that the client needs beside the one that it is made with.
    pub credentials: Vec<(String, SchemeKind)>,
    /// The statements before the call.
    pub setup: Vec<String>,
    /// The request value, as an expression.
    pub request: String,
    /// The name of what comes back; `None` for nothing.
    pub result: Option<String>,
    /// Whether that is a stream, whose items come one by one.
    pub streams: bool,
}

/// An example of calling an operation; `None` where no good argument can be made up.
pub fn call(operation: &Operation<'_>, plan: &Plan, extent: Extent) -> Option<Call> {
    let mut values = Values::new(plan, extent);
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for param in &operation.params {
        match param.role {
            Role::Argument => arguments.push(lent(param, &mut values)?),
            Role::Setter if extent == Extent::Full => {
                if let Some(value) = lent(param, &mut values) {
                    setters.push(format!(".{}({value})", param.name.code()));
                }
            }
            Role::Setter | Role::Fixed => {}
        }
    }
    let mut lines = Vec::new();
    if let Some(body) = &operation.body {
        let value = sent(&body.main, &mut values)?;
        let given = if takes_reference(&body.main.taken) {
            "&body"
        } else {
            "body"
        };
        lines.extend(broken(&format!("let body = {value};")));
        if body.required {
            arguments.push(given.to_owned());
        } else {
            setters.push(format!(".body({given})"));
        }
        if body.main.content.is_named_by_callers() {
            let named = media_type::in_range(&body.main.content.sent);
            setters.push(format!(".header(\"content-type\", {named:?})"));
        }
    }
    let (client, resource) = (client(plan), operation.resource.method.code());
    let method = operation.function.code();
    let credentials = operation.credentials.iter().take(1).flatten();
    let credentials = credentials.map(|one| (one.name.code(), one.scheme.kind.clone()));
    Some(Call {
        models: values.models,
        credentials: credentials.collect(),
        setup: lines,
        request: format!(
            "{client}.{resource}().{method}({}){}",
            arguments.join(", "),
            setters.concat()
        ),
        result: result(operation),
        streams: operation
            .answer()
            .is_some_and(|answer| answer.whole.is_some()),
    })
}

impl Call {
    /// The name of what comes back, if its items come one by one.
    fn items(&self) -> Option<&str> {
        self.result
            .as_deref()
            .filter(|name| self.streams && *name == "stream")
    }

    /// The name of what comes back as one value.
    pub fn value(&self) -> Option<&str> {
        self.result.as_deref().filter(|_| self.items().is_none())
    }

    /// The statements of the call, not indented.
    pub fn lines(&self) -> Vec<String> {
        let binding = self
            .result
            .as_ref()
            .map_or_else(String::new, |name| match self.items() {
                Some(_) => format!("let mut {name} = "),
                None => format!("let {name} = "),
            });
        let mut lines = self.setup.clone();
        lines.extend(broken(&format!("{binding}{}.await?;", self.request)));
        if let Some(name) = self.items() {
            lines.extend([
                format!("while let Some(item) = {name}.next().await {{"),
                "    println!(\"{:?}\", item?);".to_owned(),
                "}".to_owned(),
            ]);
        }
        lines
    }
}

/// The variable that holds the client.
pub fn client(plan: &Plan) -> String {
    variable(&plan.package.client).code()
}

/// What is sent as the body; `None` where no good value can be made up.
fn sent(sent: &Sent<'_>, values: &mut Values<'_>) -> Option<String> {
    let content = sent.content;
    let example = content.example.as_deref().or(content.sample.as_ref());
    match content.kind {
        // A form that no schema describes is put together by hand.
        ContentKind::Multipart if content.ty == Type::Any => None,
        ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
            values.expression(&content.ty, &Docs::default(), example)
        }
        ContentKind::Text | ContentKind::Bytes | ContentKind::Stream(_) => {
            Some(text(example, None))
        }
    }
}

/// The argument of a parameter.
fn lent(param: &Parameter<'_>, values: &mut Values<'_>) -> Option<String> {
    if let (Ty::AsTexts, Type::Array(item)) = (&param.taken, &param.source.ty) {
        return Some(values.texts(item, known(&param.source.docs)));
    }
    let value = values.expression(&param.source.ty, &param.source.docs, None)?;
    Some(match &param.taken {
        Ty::Slice(_) => format!("&{}", value.replacen("vec!", "", 1)),
        taken if takes_reference(taken) => format!("&{value}"),
        _ => value,
    })
}

/// Whether an argument of this type is lent with a `&`; a literal text is a reference already.
fn takes_reference(taken: &Ty<'_>) -> bool {
    match taken {
        Ty::Ref(inner) => **inner != Ty::Plain("str"),
        Ty::Slice(_) => true,
        _ => false,
    }
}

/// What comes back, named after its type.
fn result(operation: &Operation<'_>) -> Option<String> {
    match &operation.answer()?.given {
        Given::Single { held, .. } => match held {
            Held::Nothing => None,
            Held::Json {
                ty: Ty::Model(name),
                ..
            } => Some(variable(name).code()),
            Held::Redirect(_) => Some("redirect".to_owned()),
            Held::Stream { .. } => Some("stream".to_owned()),
            Held::Json { .. } | Held::Text | Held::Bytes => Some("answer".to_owned()),
        },
        Given::ByStatus(_) => Some("answer".to_owned()),
    }
}

/// A statement, broken before its methods where it is long.
pub(super) fn broken(statement: &str) -> Vec<String> {
    if statement.len() <= WIDTH {
        return vec![statement.to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    let mut rest = statement.chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        match c {
            '"' if !is_escaped => in_text = !in_text,
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_method = c == '.' && rest.peek().is_some_and(char::is_ascii_alphabetic);
        if is_method && !in_text && depth == 0 && (before == ')' || !lines.is_empty()) {
            lines.push(std::mem::take(&mut line));
            line.push_str("    ");
        }
        is_escaped = c == '\\' && !is_escaped;
        before = c;
        line.push(c);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn a_long_statement_is_broken_before_its_methods_and_never_within_a_text() {
        let text = "x".repeat(70);
        let found = broken(&format!(
            "let body = Body::new(\"a.b ({text})\").first(1).second(\"two.three\");"
        ));
        assert_eq!(
            found,
            [
                format!("let body = Body::new(\"a.b ({text})\")"),
                "    .first(1)".to_owned(),
                "    .second(\"two.three\");".to_owned(),
            ]
        );
    }
}
