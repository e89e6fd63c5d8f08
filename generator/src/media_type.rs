//! Which media types are rows of items: for those who normalise and those who lower.

/// Whether a body of a media type is a row of items, which may never end.
pub fn is_stream(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    let subtype = essence.split('/').nth(1).unwrap_or_default();
    let subtype = subtype.strip_prefix("x-").unwrap_or(subtype);
    matches!(
        subtype,
        "event-stream"
            | "json-lines"
            | "json-seq"
            | "jsonl"
            | "jsonlines"
            | "ndjson"
            | "stream+json"
    ) || subtype.ends_with("+json-seq")
}
