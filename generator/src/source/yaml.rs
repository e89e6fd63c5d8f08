//! YAML: text in, values out. The only file that names the YAML reader; positions of nodes are in `yaml_spans.rs`.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::Broken;
use super::values::{Node, Reading};
use crate::diag::Position;

/// Reads a document.
pub(super) fn read(text: &str, reading: &mut Reading) -> Result<Value, Broken> {
    reading.has_merge_keys = true;
    Node::root(reading)
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .map_err(|error| {
            let position = error.location().map(|place| Position {
                line: place.line(),
                column: place.column(),
            });
            let reason = error.to_string();
            // The place has a line of its own in the listing.
            let place = position.map(|at| format!(" at line {} column {}", at.line, at.column));
            let reason = place.map_or(reason.clone(), |place| reason.replacen(&place, "", 1));
            Broken { reason, position }
        })
}
