//! Whether what is said about pages fits an operation: the inputs that it takes, the members of its answer.

use super::path::pointer;
use super::{By, Part, Said};
use crate::ir::{
    Additional, Advance, Api, ContentKind, Field, Operation, PageInput, PageLocation, Paging,
    PagingSource, ParamLocation, Shape, Struct, Type,
};
use crate::pointer::Pointer;

/// Why something cannot be done, and which part of what is said is to blame.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) part: Part,
    pub(super) reason: String,
}

impl Wrong {
    pub(super) fn of(part: Part, reason: &str) -> Self {
        let reason = reason.to_owned();
        Self { part, reason }
    }
}

/// The header `Link` of the answer that a call gives, if it is documented.
pub(super) fn link_header(operation: &Operation) -> Option<Pointer> {
    let successes = operation.successes().into_iter();
    let responses = successes.map(|index| &operation.responses[index]);
    let mut headers = responses.filter_map(|response| {
        let mut headers = response.headers.iter();
        let link = headers.find(|header| header.wire.eq_ignore_ascii_case("link"))?;
        Some(response.at.child("headers").child(&link.wire))
    });
    headers.next()
}

/// Compares what is said with the operation.
pub(super) fn fit(api: &Api, operation: &Operation, said: &Said) -> Result<Paging, Wrong> {
    let answer = operation
        .only_json()
        .ok_or_else(|| Wrong::of(Part::Whole, "its successes are not all of one JSON type"))?;
    let place = |steps: &Option<Vec<String>>, part: Part| {
        let steps = steps.as_ref();
        let checked = steps.map(|steps| {
            leads(api, answer, steps).map_err(|reason| Wrong { part, reason })?;
            Ok(pointer(steps))
        });
        checked.transpose()
    };
    let items = match &said.items {
        Some(steps) => {
            let reason = |reason| Wrong {
                part: Part::Items,
                reason,
            };
            list(api, answer, steps).map_err(reason)?;
            Some(steps.clone())
        }
        None => only_list(lists(api, answer)),
    };
    let next = place(&said.next, Part::Next)?;
    let more = place(&said.more, Part::More)?;
    let last = place(&said.last, Part::Last)?;
    // A header may lead elsewhere than to pages; where there is any list, there is something to be continued.
    let has_list = items.is_some() || said.by == By::Link && lists(api, answer).next().is_some();
    if let Some(reason) = unending(said, more.as_ref().or(last.as_ref()))
        && !has_list
    {
        return Err(Wrong::of(Part::Items, reason));
    }
    let told = || {
        let reason = "nothing says where the answer tells the next page";
        next.ok_or_else(|| Wrong::of(Part::Next, reason))
    };
    let by = match said.by {
        By::Offset => Advance::Offset(input(api, operation, said)?.0),
        By::Number => {
            let (input, default) = input(api, operation, said)?;
            let first = said.first.or(default).unwrap_or(1);
            Advance::Number { input, first, last }
        }
        By::Cursor => {
            let (input, _) = input(api, operation, said)?;
            Advance::Cursor {
                input,
                next: told()?,
            }
        }
        By::Url => Advance::Url(told()?),
        By::Link => Advance::Link,
    };
    Ok(Paging {
        source: said.source,
        by,
        more,
        items,
    })
}

/// Why nobody can tell without a list which page is the last one, or how many items came before one.
fn unending<T>(said: &Said, end: Option<&T>) -> Option<&'static str> {
    match said.by {
        By::Offset => {
            Some("an offset counts items, and the answer has no list, or several: name it")
        }
        By::Number if end.is_none() => {
            Some("nothing says which page is the last one: the answer has no list, or several")
        }
        By::Link if said.source == PagingSource::Link => {
            Some("the answer is no list, and has none")
        }
        By::Number | By::Cursor | By::Url | By::Link => None,
    }
}

/// Whether the operation has a parameter of the query or the path with this name.
pub(super) fn has_parameter(operation: &Operation, name: &str) -> bool {
    parameter(operation, name).is_some()
}

/// Whether it has such a parameter, or such a member of a JSON body.
pub(super) fn has_input(api: &Api, operation: &Operation, name: &str) -> bool {
    has_parameter(operation, name) || member_of_body(api, operation, name).is_some()
}

fn parameter<'a>(
    operation: &'a Operation,
    name: &str,
) -> Option<(PageLocation, &'a Type, Option<u64>)> {
    let param = operation.params.iter().find(|param| {
        let is_meant = matches!(param.location, ParamLocation::Path | ParamLocation::Query);
        is_meant && param.wire == name && !param.json
    })?;
    let location = match param.location {
        ParamLocation::Path => PageLocation::Path,
        _ => PageLocation::Query,
    };
    let default = param.docs.default.as_ref();
    Some((
        location,
        &param.ty,
        default.and_then(serde_json::Value::as_u64),
    ))
}

/// What the position is written into, and the default of that.
fn input(api: &Api, operation: &Operation, said: &Said) -> Result<(PageInput, Option<u64>), Wrong> {
    let wrong = |reason: String| Wrong {
        part: Part::Input,
        reason,
    };
    let Some(name) = &said.input else {
        return Err(Wrong::of(
            Part::Input,
            "nothing says which input it goes into",
        ));
    };
    let in_query = parameter(operation, name).filter(|_| said.in_body != Some(true));
    let may_be_member = in_query.is_none() && said.in_body != Some(false);
    let in_body = member_of_body(api, operation, name).filter(|_| may_be_member);
    let found = in_query.or_else(|| {
        let field = in_body?;
        let is_number = matches!(
            api.resolved_value(&field.ty),
            Type::Integer(_) | Type::Number(_)
        );
        let default = field.docs.default.as_ref();
        let default = default.and_then(serde_json::Value::as_u64);
        Some((PageLocation::Body { is_number }, &field.ty, default))
    });
    let Some((location, ty, default)) = found else {
        let what = match said.in_body {
            Some(true) => "its body has no member",
            Some(false) => "it has no parameter of the query or the path that is called",
            None => "it has neither a parameter nor a member of a JSON body that is called",
        };
        return Err(wrong(format!("{what} `{name}`")));
    };
    let is_single = match api.resolved_value(ty) {
        Type::Array(_) | Type::Tuple(_) | Type::Map(_) | Type::File => false,
        Type::Named(id) => !matches!(api.get(*id).shape, Shape::Struct(_)),
        _ => true,
    };
    if !is_single {
        return Err(wrong(format!("`{name}` is no single value")));
    }
    let wire = name.clone();
    Ok((PageInput { wire, location }, default))
}

/// The member of the body, where that is JSON.
fn member_of_body<'a>(api: &'a Api, operation: &'a Operation, name: &str) -> Option<&'a Field> {
    let body = operation.body.as_ref()?;
    let body = Some(&body.main).filter(|main| main.kind == ContentKind::Json)?;
    object(api, &body.ty)?
        .fields
        .iter()
        .find(|field| field.wire == name)
}

fn object<'a>(api: &'a Api, ty: &'a Type) -> Option<&'a Struct> {
    match &api.definition(ty)?.1.shape {
        Shape::Struct(object) => Some(object),
        _ => None,
    }
}

/// Whether a place can be there: members that are declared, or what nothing is said about.
fn leads(api: &Api, answer: &Type, steps: &[String]) -> Result<(), String> {
    let mut ty = answer;
    for step in steps {
        ty = match api.resolved_value(ty) {
            Type::Array(item) if step == "-1" || step.parse::<usize>().is_ok() => item,
            Type::Map(value) => value,
            Type::Any => return Ok(()),
            Type::Named(id) => match &api.get(*id).shape {
                Shape::Struct(object) => {
                    let mut fields = object.fields.iter();
                    match (fields.find(|field| field.wire == *step), &object.additional) {
                        (Some(field), _) => &field.ty,
                        (None, Additional::Kept(_)) => return Ok(()),
                        (None, Additional::Ignored) => return Err(no_member(step)),
                    }
                }
                // Which of them comes is not known before.
                Shape::Union(_) | Shape::Alias(_) => return Ok(()),
                Shape::Enum(_) => return Err(no_member(step)),
            },
            _ => return Err(no_member(step)),
        };
    }
    Ok(())
}

fn no_member(step: &str) -> String {
    format!("the answer has no member `{step}` there")
}

/// Whether members lead through objects to a list.
fn list(api: &Api, answer: &Type, steps: &[String]) -> Result<(), String> {
    let mut ty = answer;
    for step in steps {
        let object = object(api, ty).ok_or_else(|| no_member(step))?;
        let mut fields = object.fields.iter();
        let field = fields.find(|field| field.wire == *step);
        ty = &field.ok_or_else(|| no_member(step))?.ty;
    }
    match api.resolved(ty) {
        Type::Array(_) => Ok(()),
        _ => Err("what stands there is no list".to_owned()),
    }
}

/// The ways to the lists of an answer: to the answer itself, or to its members that are some.
fn lists<'a>(api: &'a Api, answer: &'a Type) -> impl Iterator<Item = Vec<String>> + 'a {
    let is_list = |ty: &Type| matches!(api.resolved(ty), Type::Array(_));
    let itself = is_list(answer).then(Vec::new);
    let fields = object(api, answer)
        .into_iter()
        .flat_map(|object| &object.fields);
    let members = fields.filter(move |field| is_list(&field.ty));
    itself
        .into_iter()
        .chain(members.map(|field| vec![field.wire.clone()]))
}

/// The way to the list that is the only one.
fn only_list(mut lists: impl Iterator<Item = Vec<String>>) -> Option<Vec<String>> {
    let only = lists.next()?;
    lists.next().is_none().then_some(only)
}
