//! Whether what was decoded of a parameter or a form is what was given. What is decoded is text, as it stood on the wire.

use serde_json::{Map, Value};
use tintype_examples_tests::compare::short;

/// Compares the value of a parameter with what was decoded.
///
/// # Errors
///
/// How they differ.
pub fn parameter(given: &Value, decoded: &Value) -> Result<(), String> {
    if let Some(text) = decoded
        .get("json")
        .and_then(Value::as_str)
        .filter(|_| is_json(decoded))
    {
        return json(given, text);
    }
    let is_same = match (given, decoded) {
        // What is not there has no elements.
        (Value::Array(items), Value::Null) => items.is_empty(),
        (Value::Array(items), Value::String(text)) if text.is_empty() => items.is_empty(),
        (Value::Array(items), Value::Array(texts)) => {
            items.len() == texts.len()
                && items
                    .iter()
                    .zip(texts)
                    .all(|(item, text)| is_text_of(item, text))
        }
        (Value::Array(items), text) => items.len() == 1 && is_text_of(&items[0], text),
        (Value::Object(members), decoded) => object(members, decoded),
        // One text is a list of one as well, if only its style is known.
        (scalar, Value::Array(texts)) => matches!(&texts[..], [text] if is_text_of(scalar, text)),
        (scalar, text) => is_text_of(scalar, text),
    };
    if is_same {
        Ok(())
    } else {
        Err(format!("{} arrived as {}", short(given), short(decoded)))
    }
}

/// The decoder's word for a text that is JSON, and not an object that happens to have such a member.
fn is_json(decoded: &Value) -> bool {
    decoded.as_object().is_some_and(|object| object.len() == 1)
}

/// Compares a value with the JSON text that arrived.
///
/// # Errors
///
/// How they differ.
pub fn json(given: &Value, text: &str) -> Result<(), String> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) if value == *given => Ok(()),
        Ok(value) => Err(format!("{} arrived as {}", short(given), short(&value))),
        Err(error) => Err(format!(
            "{} arrived as no JSON: {error}: {text}",
            short(given)
        )),
    }
}

/// Members by name, or as a list of names and values in turn; deep ones as objects of their own.
fn object(members: &Map<String, Value>, decoded: &Value) -> bool {
    match decoded {
        Value::Object(found) => {
            found.len() == members.len()
                && members
                    .iter()
                    .all(|(name, value)| match (value, found.get(name)) {
                        (Value::Object(inner), Some(decoded)) => object(inner, decoded),
                        (value, Some(text)) => is_text_of(value, text),
                        (_, None) => false,
                    })
        }
        Value::Array(flat) => {
            let mut found = flat.chunks(2);
            flat.len() == 2 * members.len()
                && found.all(|pair| {
                    let value = pair[0].as_str().and_then(|name| members.get(name));
                    value.is_some_and(|value| is_text_of(value, &pair[1]))
                })
        }
        _ => false,
    }
}

/// Whether a text says a scalar: whole numbers digit by digit, others by their value.
fn is_text_of(scalar: &Value, text: &Value) -> bool {
    let Some(text) = text.as_str() else {
        return false;
    };
    match scalar {
        Value::String(given) => given == text,
        Value::Number(number) if number.is_f64() => text.parse::<f64>().ok() == number.as_f64(),
        Value::Number(number) => number.to_string() == text,
        Value::Bool(given) => text == if *given { "true" } else { "false" },
        Value::Null => text.is_empty() || text == "null",
        Value::Array(_) | Value::Object(_) => {
            serde_json::from_str::<Value>(text).is_ok_and(|value| value == *scalar)
        }
    }
}

/// Compares a form with its decoded pairs or parts. Of what was not given, it may have the members that have one value.
///
/// # Errors
///
/// How they differ.
pub fn form(content: &Value, decoded: &Value) -> Result<(), String> {
    let (given, encoding) = (&content["value"], &content["encoding"]);
    if let Some(error) = decoded["error"].as_str() {
        return Err(format!("no form: {error}"));
    }
    let (pairs, parts) = (decoded["pairs"].as_array(), decoded["parts"].as_array());
    let fields: Vec<&Value> = pairs.or(parts).into_iter().flatten().collect();
    let members = given.as_object().cloned().unwrap_or_default();
    let mut explained = 0;
    for (name, value) in &members {
        // A file has no style, whatever is said: it is no text that a template of RFC 6570 could write.
        let is_file = value.get("file").is_some();
        let encoding = if is_file {
            &Value::Null
        } else {
            &encoding[name]
        };
        let is_spread = value.as_object().filter(|_| is_exploded(encoding));
        let is_own = |field: &&Value| {
            let said = field["name"].as_str().unwrap_or_default();
            is_spread.map_or(said == name, |members| members.contains_key(said))
        };
        let own: Vec<&Value> = fields.iter().copied().filter(is_own).collect();
        let bracketed = format!("{name}[");
        let is_deep = |field: &&&Value| {
            let said = field["name"].as_str();
            said.is_some_and(|name| name.starts_with(&bracketed))
        };
        explained += own.len() + fields.iter().filter(is_deep).count();
        let spread: Map<String, Value> = own
            .iter()
            .filter_map(|field| Some((field["name"].as_str()?.to_owned(), field["text"].clone())))
            .collect();
        let nested = match (is_spread, own.is_empty()) {
            (Some(_), _) => Some(Value::Object(spread)),
            (None, true) => nested(name, decoded, &fields),
            (None, false) => None,
        };
        member(value, encoding, &own, nested.as_ref())
            .map_err(|difference| format!("{name}: {difference}"))?;
    }
    for (name, value) in content["fixed"].as_object().into_iter().flatten() {
        let is_own = |field: &&&Value| field["name"] == **name;
        let own: Vec<&Value> = fields.iter().filter(is_own).copied().collect();
        explained += own.len();
        if !own.is_empty() {
            member(value, &encoding[name], &own, None)
                .map_err(|difference| format!("{name}: {difference}"))?;
        }
    }
    if explained == fields.len() {
        Ok(())
    } else {
        Err(format!("there is more than was given: {decoded}"))
    }
}

/// Whether the members of an object are fields of their own.
fn is_exploded(encoding: &Value) -> bool {
    encoding["style"] == "form" && encoding["explode"] != false
}

/// The object whose members are named in brackets.
fn nested(name: &str, decoded: &Value, fields: &[&Value]) -> Option<Value> {
    if let Some(found) = decoded["nested"].get(name) {
        return Some(found.clone());
    }
    let members = fields.iter().filter_map(|field| {
        let said = field["name"].as_str()?;
        let member = said
            .strip_prefix(name)?
            .strip_prefix('[')?
            .strip_suffix(']')?;
        Some((member.to_owned(), field["text"].clone()))
    });
    let members: Map<String, Value> = members.collect();
    (!members.is_empty()).then_some(Value::Object(members))
}

fn member(
    given: &Value,
    encoding: &Value,
    own: &[&Value],
    nested: Option<&Value>,
) -> Result<(), String> {
    let differs = || Err(format!("{} arrived as {own:?} {nested:?}", short(given)));
    let is_json = encoding["contentType"]
        .as_str()
        .is_some_and(|media| media.contains("json"));
    let is_joined = encoding["explode"] == false
        || encoding["style"]
            .as_str()
            .is_some_and(|style| style.ends_with("Delimited"));
    let is_item = |item: &Value, field: &Value| {
        if is_json {
            json(item, field["text"].as_str().unwrap_or_default()).is_ok()
        } else {
            is_field(item, field)
        }
    };
    let delimiter = match encoding["style"].as_str() {
        Some("spaceDelimited") => " ",
        Some("pipeDelimited") => "|",
        _ => ",",
    };
    let is_same = match given {
        Value::Null => own.is_empty() || own.iter().all(|field| is_text_of(given, &field["text"])),
        // A list is a field for each item, also where the media type of items is JSON:
        // https://spec.openapis.org/oas/v3.1.1#encoding-object
        Value::Array(items) if !is_joined => {
            let mut fields = items.iter().zip(own);
            items.len() == own.len() && fields.all(|(item, field)| is_item(item, field))
        }
        Value::Array(items) => {
            let texts: Vec<String> = items.iter().map(plain).collect();
            match own {
                [] => items.is_empty(),
                [only] => only["text"] == texts.join(delimiter),
                _ => false,
            }
        }
        Value::Object(members) if nested.is_some() => {
            nested.is_some_and(|nested| object(members, nested))
        }
        Value::Object(members) if encoding["style"].is_string() => {
            let texts = members
                .iter()
                .flat_map(|(name, value)| [name.clone(), plain(value)]);
            let texts: Vec<String> = texts.collect();
            matches!(own, [only] if only["text"] == texts.join(delimiter))
        }
        _ => matches!(own, [only] if is_item(given, only)),
    };
    // The parser of forms gives media types without their parameters.
    let media = encoding["contentType"]
        .as_str()
        .filter(|media| !media.contains([',', '*']))
        .map(|media| media.split(';').next().unwrap_or(media).trim());
    let has_media = |field: &&&Value| {
        let said = field["media"].as_str();
        said.is_none() || media.is_none_or(|media| said.is_some_and(|said| said.starts_with(media)))
    };
    if is_same && own.iter().filter(has_media).count() == own.len() {
        Ok(())
    } else {
        differs()
    }
}

/// Whether a field holds a value: a file with its name, or a text.
fn is_field(given: &Value, field: &Value) -> bool {
    match given.get("file") {
        Some(file) => field["file"] == file["name"] && field["bytes"] == file["bytes"],
        None => is_text_of(given, &field["text"]),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
