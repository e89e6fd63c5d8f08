//! What extensions of an operation say about its pages: `x-speakeasy-pagination`, `x-ms-pageable` and `x-dropshot-pagination`.

use serde_json::Value;

use super::fit::{self, Wrong};
use super::{By, Part, Said, path};
use crate::diag::codes;
use crate::ir::{Operation, PagingSource};
use crate::lower::document::Document;
use crate::lower::reports::Reports;
use crate::pointer::Pointer;

/// Says how the pages of an operation follow one another.
const SPEAKEASY: &str = "x-speakeasy-pagination";

/// Says which member of the answer is the URL of the next page.
const MICROSOFT: &str = "x-ms-pageable";

/// Says that an operation answers in the pages of Dropshot, whose names are always the same.
const DROPSHOT: &str = "x-dropshot-pagination";

/// What an extension says and where it stands; `None` where there is none, or it says that there is one page.
pub(super) fn said(
    doc: Document<'_>,
    operation: &Operation,
    reports: &mut Reports<'_, '_>,
) -> Option<(Pointer, Result<Said, Wrong>)> {
    let of = |key: &str| {
        let at = operation.at.child(key);
        doc.tree.get(&at).map(|written| (at, written))
    };
    if let Some((at, written)) = of(SPEAKEASY) {
        tell_wrong_limit(written, operation, &at, reports);
        return Some((at, speakeasy(written)));
    }
    if let Some((at, written)) = of(MICROSOFT) {
        return Some((at, Ok(microsoft(written)?)));
    }
    let (at, written) = of(DROPSHOT)?;
    // It holds what the first page has to be asked for with, which is no matter of pages.
    written.as_object()?;
    Some((at, Ok(dropshot())))
}

fn microsoft(written: &Value) -> Option<Said> {
    let next = written.get("nextLinkName")?.as_str()?;
    let items = written.get("itemName").and_then(Value::as_str);
    Some(Said {
        next: Some(vec![next.to_owned()]),
        items: Some(vec![items.unwrap_or("value").to_owned()]),
        ..Said::of(PagingSource::Extension(MICROSOFT), By::Url)
    })
}

fn dropshot() -> Said {
    Said {
        input: Some("page_token".to_owned()),
        in_body: Some(false),
        next: Some(vec!["next_page".to_owned()]),
        items: Some(vec!["items".to_owned()]),
        ..Said::of(PagingSource::Extension(DROPSHOT), By::Cursor)
    }
}

/// The place of a part of an extension; that of the extension itself where the part is no member of it.
pub(super) fn place(at: &Pointer, part: Part) -> Pointer {
    if at.last().as_deref() != Some(SPEAKEASY) {
        return at.clone();
    }
    let outputs = |key: &str| at.child("outputs").child(key);
    match part {
        Part::Input => at.child("inputs"),
        Part::Items => outputs("results"),
        Part::Last => outputs("numPages"),
        Part::Whole | Part::Next | Part::More => at.clone(),
    }
}

fn speakeasy(written: &Value) -> Result<Said, Wrong> {
    let source = PagingSource::Extension(SPEAKEASY);
    let kind = written
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let output = |key: &str| {
        let text = written.get("outputs")?.get(key)?.as_str()?;
        // Empty texts are left behind by editors.
        Some(text).filter(|text| !text.is_empty())
    };
    let place = |key: &'static str, part: Part, read: fn(&str) -> Option<Vec<String>>| {
        let steps = output(key).map(|text| {
            let reason = format!("`{text}` does not lead to one place");
            read(text).ok_or(Wrong { part, reason })
        });
        steps.transpose()
    };
    let (by, input, next) = match kind {
        "offsetLimit" => match (input(written, "offset"), input(written, "page")) {
            (Some(offset), _) => (By::Offset, Some(offset), None),
            (None, Some(page)) => (By::Number, Some(page), None),
            (None, None) => {
                return Err(Wrong::of(
                    Part::Input,
                    "no input is an `offset` or a `page`",
                ));
            }
        },
        "cursor" => (By::Cursor, input(written, "cursor"), Some("nextCursor")),
        "url" => (By::Url, None, Some("nextUrl")),
        other => {
            let reason = format!("there is no type `{other}`: it is offsetLimit, cursor or url");
            return Err(Wrong {
                part: Part::Whole,
                reason,
            });
        }
    };
    let next = next
        .map(|key| place(key, Part::Next, path::steps))
        .transpose()?;
    Ok(Said {
        input: input.map(|(name, _)| name.to_owned()),
        in_body: input.map(|(_, in_body)| in_body),
        next: next.flatten(),
        items: place("results", Part::Items, path::list)?,
        last: place("numPages", Part::Last, path::steps)?,
        ..Said::of(source, by)
    })
}

/// The name of the input of a type, and whether it is a member of the body.
fn input<'v>(written: &'v Value, kind: &str) -> Option<(&'v str, bool)> {
    let inputs = written.get("inputs")?.as_array()?;
    let input = inputs
        .iter()
        .find(|input| input.get("type").and_then(Value::as_str) == Some(kind))?;
    let place = input.get("in").and_then(Value::as_str);
    let name = input.get("name").and_then(Value::as_str)?;
    Some((name, place == Some("requestBody")))
}

/// The size of pages is the caller's business; a name that leads nowhere is a mistake all the same.
fn tell_wrong_limit(
    written: &Value,
    operation: &Operation,
    at: &Pointer,
    reports: &mut Reports<'_, '_>,
) {
    let Some((name, false)) = input(written, "limit") else {
        return;
    };
    if !fit::has_parameter(operation, name) {
        let reason = format!("there is no parameter `{name}`");
        let at = place(at, Part::Input);
        reports.report(codes::PAGES, &at, |found| found.arg("reason", reason));
    }
}
