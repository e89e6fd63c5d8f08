//! The files of `templates/`.

mod nodes;
mod slots;

pub use nodes::{node, split};
pub use slots::{Safe, fill, slots};

/// Pairs of path and text for files of one folder of `templates/`.
macro_rules! table {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../templates/", $folder, "/", $name)))),*]
    };
}

/// The runtime that generated crates carry: file name and text, sorted by name.
pub const RUNTIME: &[(&str, &str)] = table!("runtime":
    "absent.rs"
    "address.rs"
    "answers_table.rs"
    "attempts.rs"
    "blocking.rs"
    "body.rs"
    "boxed.rs"
    "builder.rs"
    "building.rs"
    "by_serde.rs"
    "call.rs"
    "choice.rs"
    "client.rs"
    "codec.rs"
    "collected.rs"
    "const_value.rs"
    "constant.rs"
    "credential.rs"
    "curl.rs"
    "decode_error.rs"
    "deviation.rs"
    "digits.rs"
    "documented.rs"
    "download.rs"
    "draft.rs"
    "error.rs"
    "error_text.rs"
    "escapes.rs"
    "event_parser.rs"
    "event_source.rs"
    "event_stream.rs"
    "expand.rs"
    "file.rs"
    "filler.rs"
    "form.rs"
    "form_field.rs"
    "frame_parser.rs"
    "frames.rs"
    "headers.rs"
    "hook.rs"
    "hooks.rs"
    "http_transport.rs"
    "incoming.rs"
    "info.rs"
    "integer_enum.rs"
    "items.rs"
    "joined.rs"
    "json.rs"
    "json_text.rs"
    "json_writer.rs"
    "keeping.rs"
    "line_parser.rs"
    "link.rs"
    "making.rs"
    "media_type.rs"
    "method.rs"
    "mismatch.rs"
    "mock.rs"
    "mock_reply.rs"
    "mock_request.rs"
    "mod.rs"
    "models_table.rs"
    "multipart.rs"
    "multipart_body.rs"
    "multipart_table.rs"
    "names.rs"
    "notes.rs"
    "noting.rs"
    "numbers.rs"
    "oauth.rs"
    "object.rs"
    "object_writer.rs"
    "operation.rs"
    "operation_table.rs"
    "outgoing.rs"
    "pages.rs"
    "pages_table.rs"
    "paging.rs"
    "parsing.rs"
    "parts.rs"
    "percent.rs"
    "position.rs"
    "preparing.rs"
    "problem.rs"
    "problem_json.rs"
    "problem_parts.rs"
    "random.rs"
    "raw_response.rs"
    "reading.rs"
    "record.rs"
    "redact.rs"
    "redirect.rs"
    "redirects.rs"
    "refusal.rs"
    "renewal.rs"
    "request.rs"
    "request_parts.rs"
    "resources_table.rs"
    "response.rs"
    "retry.rs"
    "retry_after.rs"
    "retry_settings.rs"
    "secrets.rs"
    "security.rs"
    "send.rs"
    "sending.rs"
    "sent.rs"
    "server_variables.rs"
    "setters_table.rs"
    "shared_reader.rs"
    "streams.rs"
    "string_enum.rs"
    "style.rs"
    "tame.rs"
    "tape.rs"
    "tls.rs"
    "tls_settings.rs"
    "tokens.rs"
    "trace.rs"
    "traced.rs"
    "traced_settings.rs"
    "traceparent.rs"
    "transport.rs"
    "transport_error.rs"
    "tuples.rs"
    "union.rs"
    "upload.rs"
    "values.rs"
    "waiting.rs"
    "watch.rs"
    "weighing.rs"
);

/// The types of texts with a format, of which generated crates carry those that they use; sorted by name.
pub const FORMATS: &[(&str, &str)] = table!("formats":
    "base64.rs"
    "date.rs"
    "date_time.rs"
    "decimal.rs"
    "duration.rs"
    "mod.rs"
    "text.rs"
    "time.rs"
    "uri.rs"
    "uuid.rs"
);

/// The check of the signatures of webhooks, which crates of documents with webhooks carry.
pub const WEBHOOKS: &str = include_str!("../../../templates/webhooks/webhooks.rs");

/// The manifest of generated crates.
pub const MANIFEST: &str = include_str!("../../../templates/manifest.toml");

/// The `clippy.toml` of generated crates.
pub const CLIPPY: &str = include_str!("../../../templates/clippy.toml");

/// The `rustfmt.toml` of generated crates.
pub const RUSTFMT: &str = include_str!("../../../templates/rustfmt.toml");

/// The licences whose text generated crates carry where they name them: SPDX id, file name, text.
pub const LICENCES: &[(&str, &str, &str)] = &[
    (
        "Apache-2.0",
        "LICENSE-APACHE",
        include_str!("../../../LICENSE-APACHE"),
    ),
    ("MIT", "LICENSE-MIT", include_str!("../../../LICENSE-MIT")),
];

/// The page of `tintype diff --format html`.
#[cfg(feature = "diff")]
pub const REPORT: &str = include_str!("../../../templates/report/report.html");

/// The style that stands in that page.
#[cfg(feature = "diff")]
pub const REPORT_STYLE: &str = include_str!("../../../templates/report/report.css");

/// The script that stands in that page.
#[cfg(feature = "diff")]
pub const REPORT_SCRIPT: &str = include_str!("../../../templates/report/report.js");

/// The README of generated crates.
pub const README: &str = include_str!("../../../templates/readme.md");

/// The text of a file of the runtime.
pub fn runtime(name: &str) -> Option<&'static str> {
    find(RUNTIME, name)
}

/// The text of a file of a format.
pub fn format(name: &str) -> Option<&'static str> {
    find(FORMATS, name)
}

fn find(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}
