//! YAML: text in, values out. The only file that names the YAML reader; positions of nodes are in `yaml_spans.rs`.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::Broken;
use super::reading::Reading;
use super::texts::{self, Texts};
use super::values::Node;
use super::yaml_breaks::Breaks;

/// Reads a document. Where it wants text, a plain scalar is the text that it is written as: `1.10` is no `1.1` there, which only
/// a second reading can tell, once the first one has shown what the scalars are for.
pub(super) fn read(text: &str, reading: &mut Reading) -> Result<Value, Broken> {
    let value = once(text, reading, None)?;
    let Some(texts) = texts::wanted(&value) else {
        return Ok(value);
    };
    // What is wrong was found by the first reading.
    Ok(once(text, &mut Reading::default(), Some(&texts)).unwrap_or(value))
}

/// Reads a text once more, where it is known which scalars mean their texts.
pub(super) fn read_again(text: &str, texts: &Texts) -> Option<Value> {
    once(text, &mut Reading::default(), Some(texts)).ok()
}

fn once(text: &str, reading: &mut Reading, texts: Option<&Texts>) -> Result<Value, Broken> {
    reading.has_merge_keys = true;
    Node::root(reading, texts)
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(|error| {
            let place = error.location();
            let breaks = place.as_ref().map(|_| Breaks::of(text));
            let position = place.as_ref().zip(breaks).map(|(place, breaks)| {
                let before = |number: usize| number.saturating_sub(1);
                breaks.position(before(place.line()), before(place.column()))
            });
            let reason = error.to_string();
            // The place has a line of its own in the listing.
            let place = place.map(|at| format!(" at line {} column {}", at.line(), at.column()));
            let reason = place.map_or(reason.clone(), |place| reason.replacen(&place, "", 1));
            Broken { reason, position }
        })
}

/// The text of a document.
pub(super) fn text(value: &Value) -> String {
    // Keys are texts and numbers are finite, so there is nothing that YAML cannot say.
    serde_yaml::to_string(value).unwrap_or_default()
}
