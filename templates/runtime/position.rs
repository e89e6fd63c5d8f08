//! Where the next page is: found in an answer, and put into a request.

use url::Url;

use super::paging::{By, Input, Location, Paging};
use super::refusal::{ErrorKind, Refusal};
use super::{client::Core, draft::Draft, incoming::Incoming, json_text::JsonText, link, percent};

/// Where the page behind an answer is, which was asked for from a position and has so many items; `None` behind the last page.
pub(super) fn next(
    paging: &Paging,
    draft: &Draft,
    position: Option<&str>,
    incoming: &Incoming,
    length: Option<usize>,
) -> Result<Option<String>, Refusal> {
    let reads_body =
        paging.more.is_some() || paging.last.is_some() || matches!(paging.by, By::Cursor | By::Url);
    let body = reads_body.then(|| incoming.raw.unmarked());
    let body = body.and_then(JsonText::of);
    let told = |pointer: &str| find(body?, pointer);
    let more = paging.more.and_then(told).and_then(is_true);
    if more == Some(false) {
        return Ok(None);
    }
    match paging.by {
        By::Cursor => text(told(paging.next)),
        By::Url => absolute(text(told(paging.next))?, incoming),
        By::Link => absolute(link::next(&incoming.raw.headers), incoming),
        By::Offset if length.unwrap_or_default() == 0 => match more {
            // Nothing that could be asked for leads there.
            Some(true) => Err(stuck("the page is empty, and says that there are more")),
            _ => Ok(None),
        },
        By::Offset => {
            let before = number(draft, paging.input, position, 0)?;
            sum(before, length.unwrap_or_default() as u64)
        }
        By::Number => {
            let page = number(draft, paging.input, position, paging.first)?;
            let last = paging.last.and_then(told).and_then(whole);
            let is_last = match last {
                Some(count) => page.saturating_sub(paging.first) + 1 >= count,
                None => length == Some(0) && more.is_none(),
            };
            if is_last { Ok(None) } else { sum(page, 1) }
        }
    }
}

/// Lets a request ask for the page at a position.
pub(super) fn go_to(
    paging: &Paging,
    draft: &mut Draft,
    core: &Core,
    position: &str,
) -> Result<(), Refusal> {
    if matches!(paging.by, By::Url | By::Link) {
        draft.at = Some(url(draft, core, position)?);
        return Ok(());
    }
    let Input { name, location, .. } = paging.input;
    match location {
        Location::Query => {
            let name = percent::encode(name);
            draft.query.retain(|(known, _)| *known != name);
            draft.query.push((name, percent::encode(position)));
        }
        Location::Path => {
            draft.path.retain(|(known, _)| *known != name);
            draft.path.push((name, percent::encode(position)));
        }
        Location::Body => {
            let value = in_body(paging.input, position)?;
            let body = body_of(draft)?.with(name, &value);
            let body = body.ok_or_else(no_object)?.into();
            if draft.body.is_empty() {
                draft.body("application/json", body);
            } else {
                draft.body = body;
            }
        }
    }
    Ok(())
}

/// The URL of a page. It is of the server of the operation: what the call sends is meant for nobody else.
fn url(draft: &Draft, core: &Core, position: &str) -> Result<Url, Refusal> {
    let server = draft.server_url(core)?;
    let mut url = Url::parse(position).map_err(|_| stuck("where the next page is, is no URL"))?;
    if url.origin() != server.origin() {
        return Err(stuck("the next page is on another server, which is sent nothing"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(stuck("the URL of the next page holds a credential"));
    }
    url.set_fragment(None);
    Ok(url)
}

/// A URL that is relative to that of the request, as a whole one.
fn absolute(told: Option<String>, incoming: &Incoming) -> Result<Option<String>, Refusal> {
    let Some(told) = told else { return Ok(None) };
    let whole = match &incoming.sent {
        Some(sent) => sent.request.url.join(&told),
        None => Url::parse(&told),
    };
    let whole = whole.map_err(|_| stuck("where the next page is, is no URL"))?;
    Ok(Some(whole.into()))
}

/// The number that the position of a page is; what the caller set where it is the first one.
fn number(draft: &Draft, input: Input, position: Option<&str>, first: u64) -> Result<u64, Refusal> {
    let set = match position {
        Some(position) => Some(position.to_owned()),
        None => set_by_caller(draft, input)?,
    };
    let Some(text) = set else { return Ok(first) };
    text.parse().map_err(|_| {
        let message = format!("`{}` is no number that could be counted up", input.name);
        stuck(message)
    })
}

/// What the caller set, as text.
fn set_by_caller(draft: &Draft, input: Input) -> Result<Option<String>, Refusal> {
    let name = percent::encode(input.name);
    Ok(match input.location {
        Location::Query => {
            let mut pairs = draft.query.iter().rev();
            let set = pairs.find(|(known, _)| *known == name);
            set.map(|(_, value)| value.clone())
        }
        Location::Path => {
            let mut values = draft.path.iter().rev();
            let set = values.find(|(known, _)| *known == input.name);
            set.map(|(_, value)| value.clone())
        }
        Location::Body => body_of(draft)?.get(input.name).and_then(scalar),
    })
}

/// The body as it is sent; an empty object where there is none yet.
fn body_of(draft: &Draft) -> Result<JsonText<'_>, Refusal> {
    if draft.body.is_empty() {
        return JsonText::of(b"{}").ok_or_else(no_object);
    }
    let body = draft.body.as_bytes();
    let body = body.and_then(|body| JsonText::of(body));
    body.ok_or_else(no_object)
}

fn no_object() -> Refusal {
    stuck("the body is no JSON object, which the position of a page could be put into")
}

/// A position as the JSON that it is in a body.
fn in_body(input: Input, position: &str) -> Result<String, Refusal> {
    if !input.is_number {
        return Ok(serde_json::Value::from(position).to_string());
    }
    let number = JsonText::of(position.as_bytes()).filter(|number| number.is_number());
    let number = number.map(|number| number.as_str().to_owned());
    number.ok_or_else(|| stuck(format!("`{}` is a number, and the position is none", input.name)))
}

fn sum(before: u64, more: u64) -> Result<Option<String>, Refusal> {
    let sum = before.checked_add(more);
    let sum = sum.ok_or_else(|| stuck("the position of the next page is too large a number"))?;
    Ok(Some(sum.to_string()))
}

/// What stands at a place of an answer.
fn find<'t>(root: JsonText<'t>, pointer: &str) -> Option<JsonText<'t>> {
    let mut steps = pointer.split('/').skip(1);
    steps.try_fold(root, |at, step| {
        let Some(mut elements) = at.elements() else {
            return at.get(&step.replace("~1", "/").replace("~0", "~"));
        };
        if step == "-1" { elements.last() } else { elements.nth(step.parse().ok()?) }
    })
}

/// A text, or a number with all of its digits.
fn scalar(value: JsonText<'_>) -> Option<String> {
    let number = value.is_number().then(|| value.as_str().to_owned());
    number.or_else(|| value.string())
}

/// A position that an answer tells; nothing, null, false and an empty text tell none.
fn text(told: Option<JsonText<'_>>) -> Result<Option<String>, Refusal> {
    let told = told.filter(|told| !matches!(told.as_str(), "null" | "false"));
    let Some(told) = told else { return Ok(None) };
    match scalar(told) {
        Some(text) => Ok(Some(text).filter(|text| !text.is_empty())),
        None => Err(stuck("what the next page is asked for with, is neither a text nor a number")),
    }
}

fn is_true(told: JsonText<'_>) -> Option<bool> {
    told.as_str().parse().ok()
}

fn whole(told: JsonText<'_>) -> Option<u64> {
    scalar(told)?.parse().ok()
}

/// Why there is no way to the next page.
pub(super) fn stuck(message: impl Into<std::borrow::Cow<'static, str>>) -> Refusal {
    Refusal::new(ErrorKind::Pagination, message)
}
