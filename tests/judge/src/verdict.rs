//! What is wrong with a case: the request against what was given, the result against what was answered.

mod answer;

use serde_json::Value;
use tintype::ir::{KeyLocation, SchemeKind};
use tintype::url_template;
use tintype_examples_tests::compare::{Outcome, compare, short};
use tintype_examples_tests::document::Document;
use tintype_examples_tests::judge::Judge;
use tintype_examples_tests::schema::View;

use crate::message;
use crate::program;
use crate::run::Case;

/// What a program tells of a stream.
const STREAM: &str = "stream";

/// Judges the cases of a document.
#[derive(Debug)]
pub struct Court<'d> {
    document: &'d Document,
    judge: Judge<'d>,
    /// Query parameters that are credentials.
    keys: Vec<String>,
}

impl<'d> Court<'d> {
    /// For a document.
    pub fn new(document: &'d Document) -> Self {
        let schemes = document.plan.api.schemes.iter();
        let keys = schemes.filter_map(|scheme| match &scheme.kind {
            SchemeKind::ApiKey {
                location: KeyLocation::Query,
                name,
            } => Some(name.clone()),
            _ => None,
        });
        Self {
            document,
            judge: Judge::new(document),
            keys: keys.collect(),
        }
    }

    /// Why nothing can be said of a case.
    pub fn is_impossible(case: &Case) -> Option<&'static str> {
        let refused = case.result["refused"].as_str().unwrap_or_default();
        let is_unsent = refused.starts_with("no method sends");
        if is_unsent && case.given["body"]["twin"].is_string() {
            return Some("the same JSON is sent under another of its names");
        }
        let is_both = is_unsent && refused.ends_with(program::BOTH);
        is_both.then_some(
            "no method sends another form of the body and asks for another form of the answer",
        )
    }

    /// Why the answer of a case is not judged, while its request is.
    pub fn is_unread(case: &Case) -> Option<&'static str> {
        let answer = &case.given["answer"];
        let sent = answer.get("followed").unwrap_or(answer);
        let is_unread = case.result["told"]["kind"] == STREAM && sent["kind"] != STREAM;
        is_unread.then_some("no schema describes the items of the stream")
    }

    /// All that is wrong with a case.
    pub fn faults(&mut self, case: &Case) -> Vec<String> {
        if let Some(why) = case.result["refused"].as_str() {
            return vec![why.to_owned()];
        }
        if case.received.is_null() {
            let why = case.result["message"]
                .as_str()
                .unwrap_or("the program said nothing");
            return vec![format!("nothing arrived: {why}")];
        }
        let mut faults = self.request(case);
        let answer = &case.given["answer"];
        if let Err(fault) = self.answer(answer, &case.result) {
            faults.push(fault);
        }
        if !accepts(&case.received["accept"], answer) {
            faults.push(format!(
                "it asked for {} and not for {}",
                case.received["accept"], answer["media"]
            ));
        }
        faults
    }

    fn request(&mut self, case: &Case) -> Vec<String> {
        let (given, received) = (&case.given, &case.received);
        let mut faults = Vec::new();
        let operation = without_query(text(&given["operation"]));
        let matched = text(&received["matched"]);
        // Templates that differ in names only are one on the wire. The router knows no slash at the end; `decode.mjs` does.
        if shape(matched) != shape(operation) {
            faults.push(format!("it arrived as {}", received["matched"]));
        }
        for parameter in given["parameters"].as_array().into_iter().flatten() {
            let (place, name) = (text(&parameter["in"]), text(&parameter["name"]));
            if place == "querystring" {
                let whole = &received["whole"];
                let difference = if text(&parameter["media"]).ends_with("json") {
                    message::parameter(&parameter["value"], whole).err()
                } else {
                    message::form(parameter, whole).err()
                };
                faults.extend(difference.map(|difference| format!("{place} {name}: {difference}")));
                continue;
            }
            let decoded = &received["values"][place][name];
            if let Err(difference) = message::parameter(&parameter["value"], decoded) {
                faults.push(format!("{place} {name}: {difference}"));
            }
            let is_named = place != "path"
                || matched == operation.trim_end_matches('/') && has_own_segment(operation, name);
            if let Some(decoded) = plainly(parameter, &received["backend"]).filter(|_| is_named)
                && let Err(difference) = message::parameter(&parameter["value"], decoded)
            {
                faults.push(format!(
                    "{place} {name}, says openapi-backend: {difference}"
                ));
            }
        }
        let is_key = |pair: &str| {
            self.keys
                .iter()
                .any(|key| pair.split('=').next() == Some(key))
        };
        for pair in received["rest"].as_array().into_iter().flatten() {
            if !is_key(text(pair)) {
                faults.push(format!("the query has {pair} too"));
            }
        }
        if let Err(fault) = self.body(&given["body"], received) {
            faults.push(format!("body: {fault}"));
        }
        if let Some(reason) = received["invalid"].as_str() {
            faults.push(format!("body, says ajv: {reason}"));
        }
        faults
    }

    fn body(&mut self, given: &Value, received: &Value) -> Result<(), String> {
        let arrived = unhex(text(&received["body"]));
        if given.is_null() {
            return if arrived.is_empty() {
                Ok(())
            } else {
                Err("nobody gave one".to_owned())
            };
        }
        let media = |value: &Value| {
            text(value)
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase()
        };
        let (wanted, sent) = (media(&given["media"]), media(&received["media"]));
        if wanted != sent {
            return Err(format!("it is {wanted} and was sent as {sent}"));
        }
        match text(&given["kind"]) {
            "json" => {
                let value = read(&arrived)?;
                self.same(given, View::Request, &value)
            }
            "form" | "multipart" => message::form(given, &received["form"]),
            "text" if arrived == text(&given["value"]).as_bytes() => Ok(()),
            "bytes" if given["bytes"] == received["body"] => Ok(()),
            _ => Err(format!(
                "it arrived as {:?}",
                String::from_utf8_lossy(&arrived)
            )),
        }
    }

    /// JSON that was read and is told.
    fn value(&mut self, sent: &Value, told: &Value) -> Result<(), String> {
        if let Some(kept) = told["kept"].as_str() {
            return Err(format!(
                "no candidate fits: {kept}: {}",
                short(&sent["value"])
            ));
        }
        self.same(sent, View::Response, &told["value"])
    }

    fn same(&mut self, content: &Value, view: View, after: &Value) -> Result<(), String> {
        let before = &content["value"];
        let Some(schema) = content["schema"].as_str() else {
            return if before == after {
                Ok(())
            } else {
                Err(format!("{} became {}", short(before), short(after)))
            };
        };
        match compare(
            &mut self.judge,
            self.document,
            (schema, view),
            before,
            after,
        ) {
            Outcome::Equal | Outcome::WithoutUnnamed => Ok(()),
            Outcome::Different(difference) => Err(format!("{difference} in {}", short(before))),
        }
    }
}

/// Whether a request asked for the media type of its answer, if that is a success.
fn accepts(accept: &Value, answer: &Value) -> bool {
    let (Some(accept), Some(media)) = (accept.as_str(), answer["media"].as_str()) else {
        return true;
    };
    let essence = |media: &str| {
        media
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    };
    let media = essence(media);
    let range = format!("{}/*", media.split('/').next().unwrap_or_default());
    let mut asked = accept.split(',').map(essence);
    answer["status"]
        .as_u64()
        .is_some_and(|status| status >= 300)
        || asked.any(|asked| asked == media || asked == range || asked == "*/*")
}

/// What openapi-backend decodes, where it knows the style.
fn plainly<'v>(parameter: &Value, backend: &'v Value) -> Option<&'v Value> {
    let (place, name) = (text(&parameter["in"]), text(&parameter["name"]));
    let value = &parameter["value"];
    let is_plain = !value.is_object()
        && parameter["media"].is_null()
        && !name.is_empty()
        && !name.contains(['[', ']']);
    let style = text(&parameter["style"]);
    match place {
        // It says nothing where it cut a value within an escape.
        "path" if backend[place].is_null() => None,
        "path" if is_plain && style == "simple" && !value.is_array() => Some(&backend[place][name]),
        // A text with a comma is a list to it where `explode` is false, and it takes a `?` away, as `node/foreign.test.mjs` shows.
        "query" if is_plain && style == "form" => {
            let is_split = parameter["explode"] == false && has_comma(value);
            let is_cut = parameter["allowReserved"] == true && value.to_string().contains('?');
            (!is_split && !is_cut).then(|| &backend[place][name])
        }
        "cookie" if is_plain && !value.is_array() => Some(&backend[place][name]),
        _ => None,
    }
}

fn without_query(operation: &str) -> &str {
    operation.split(['?', '#']).next().unwrap_or_default()
}

/// Whether no other parameter of a path stands between the same slashes: openapi-backend reads such a segment from its end, and takes
/// more of `a.json` for the first one than is its own, as `node/foreign.test.mjs` shows. It knows no path with other letters in a name.
fn has_own_segment(operation: &str, name: &str) -> bool {
    let is_plain = |name: &str| {
        name.chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    if !url_template::names(operation).all(is_plain) {
        return false;
    }
    let expression = format!("{{{name}}}");
    let mut segments = operation.split('/');
    segments.any(|segment| segment.contains(&expression) && segment.matches('{').count() == 1)
}

/// A path template without the names in it.
fn shape(template: &str) -> Vec<&str> {
    let parts = template.trim_end_matches('/').split('{');
    parts
        .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
        .collect()
}

fn has_comma(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(has_comma),
        scalar => text(scalar).contains(','),
    }
}

fn read(json: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(json)
        .map_err(|error| format!("{error}: {:?}", String::from_utf8_lossy(json)))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn unhex(hex: &str) -> Vec<u8> {
    let pairs = hex.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            let pair = std::str::from_utf8(pair).unwrap_or_default();
            u8::from_str_radix(pair, 16).unwrap_or_default()
        })
        .collect()
}
