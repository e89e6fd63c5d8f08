//! Which media types are JSON, forms, and rows of items: for those who normalise and those who lower.

/// The type and its subtype, in small letters and without parameters such as `charset`.
pub fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether a body of a media type is one JSON value. A range that JSON is in is JSON.
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    let is_named = matches!(
        &*essence,
        "application/json" | "text/json" | "*/*" | "application/*"
    );
    let is_built_on = essence.ends_with("+json") || essence.starts_with("application/json+");
    (is_named || is_built_on) && !is_stream(&essence)
}

/// Whether a body of a media type is an XML document and nothing else, as an image in XML is.
pub fn is_xml(media_type: &str) -> bool {
    let essence = essence(media_type);
    let is_built_on = essence.starts_with("application/") && essence.ends_with("+xml");
    is_built_on || is_plain_xml(&essence)
}

/// Whether a media type says of a body that it is XML, and no more.
///
/// Source: [RFC 7303, section 9](https://www.rfc-editor.org/rfc/rfc7303#section-9), where `text/xml` is another name of `application/xml`.
pub fn is_plain_xml(media_type: &str) -> bool {
    let essence = essence(media_type);
    matches!(
        &*essence,
        "application/xml" | "text/xml" | "application/*+xml"
    )
}

/// Whether what has a media type is the fields of a form, written as in a query.
pub fn is_form(media_type: &str) -> bool {
    essence(media_type) == "application/x-www-form-urlencoded"
}

/// Whether a body of a media type is a row of items, which may never end.
pub fn is_stream(media_type: &str) -> bool {
    let essence = essence(media_type);
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

/// A media type that is in a range, for examples.
pub fn in_range(range: &str) -> String {
    let usual = match range {
        "image/*" => "image/png",
        "audio/*" => "audio/mpeg",
        "video/*" => "video/mp4",
        "font/*" => "font/woff2",
        other => return other.replace('*', "example"),
    };
    usual.to_owned()
}
