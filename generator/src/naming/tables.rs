//! Names that the document cannot have: Rust's keywords, and what the generated code uses itself. Sorted tables.

/// Keywords of edition 2024, strict and reserved, that may be written `r#…`.
pub(super) const RAW: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "union", "unsafe", "unsized",
    "use", "virtual", "where", "while", "yield",
];

/// Keywords that have no raw form.
pub(super) const NEVER: &[&str] = &["Self", "_", "crate", "self", "super"];

/// Type names that the generated code uses itself, and one that its constructors have.
pub(super) const TYPES: &[&str] = &[
    "AsRef",
    "BTreeMap",
    "Box",
    "Default",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "New",
    "None",
    "Ok",
    "Option",
    "OptionalNullable",
    "Result",
    "Self",
    "Some",
    "String",
    "Vec",
];

/// Methods of every model.
pub(super) const FIELDS: &[&str] = &["new"];

/// Variants of every open enum.
pub(super) const VARIANTS: &[&str] = &["Self", "Unknown"];

/// Methods of every request value.
pub(super) const OPTIONS: &[&str] = &[
    "answered_by",
    "attempt_timeout",
    "body",
    "body_text",
    "call",
    "clone",
    "cookie_param",
    "credential",
    "form_body",
    "header",
    "header_param",
    "idempotency_key",
    "into_future",
    "items",
    "json_body",
    "json_body_as",
    "multipart_body",
    "new",
    "or_not_modified",
    "pages",
    "path_param",
    "path_param_or_empty",
    "path_param_with",
    "query_form",
    "query_pair",
    "query_param",
    "query_param_with",
    "query_text",
    "raw_body",
    "read_timeout",
    "retries",
    "send",
    "send_blocking",
    "send_raw",
    "send_raw_blocking",
    "send_stream",
    "server_url",
    "timeout",
    "to_curl",
    "unfollowed",
];

/// Methods of every client builder, its private ones too, and what stands beside a credential where a client is made.
pub(super) const SETTINGS: &[&str] = &[
    "allow_plain_http",
    "attempt_timeout",
    "build",
    "build_lazily",
    "chosen_server",
    "connect_timeout",
    "core",
    "credential",
    "endpoint",
    "header",
    "hook",
    "idempotency_keys",
    "lenient",
    "max_response_bytes",
    "new",
    "read_timeout",
    "refuse",
    "retries",
    "server",
    "server_url",
    "server_variable",
    "timeout",
    "traced_headers",
    "traced_query",
    "traceparent",
    "transport",
    "undocumented",
    "usable_transport",
    "user_agent",
];

/// Functions of the client, whose names modules of operations share.
pub(super) const MODULES: &[&str] = &[
    "builder",
    "builder_without_credential",
    "clone",
    "from",
    "from_env",
    "into",
    "new",
    "operations",
];

/// The module around those of models. One of the same name reads badly, and clippy says so.
pub(super) const MODELS: &[&str] = &["models"];

/// Methods of the error.
pub(super) const ERROR_METHODS: &[&str] = &[
    "after",
    "attempts",
    "body",
    "decode_error",
    "documented",
    "elapsed",
    "failed",
    "for_good",
    "headers",
    "is_final",
    "is_rate_limited",
    "is_timeout",
    "kind",
    "model",
    "operation",
    "raw",
    "request_id",
    "retry_after",
    "sent",
    "status",
    "was_sent",
    "why",
    "with_response",
    "with_retry_after",
    "with_source",
];

/// Packages that the generated one depends on, and names that Cargo or the compiler keep for themselves.
pub(super) const PACKAGES: &[&str] = &[
    "alloc",
    "base64",
    "build",
    "bytes",
    "core",
    "deps",
    "examples",
    "futures_core",
    "hmac",
    "http",
    "http_body",
    "httpdate",
    "incremental",
    "jiff",
    "percent_encoding",
    "proc_macro",
    "reqwest",
    "serde",
    "serde_json",
    "sha2",
    "std",
    "test",
    "tokio",
    "tracing",
    "url",
    "uuid",
];

/// What stands beside the client: in the root of the crate and in the file of the client.
pub(super) const CLIENTS: &[&str] = &[
    "Base64",
    "Body",
    "ConstBool",
    "ConstInt",
    "Credential",
    "Date",
    "DateTime",
    "Decimal",
    "DecodeError",
    "Default",
    "Download",
    "Duration",
    "Err",
    "Error",
    "ErrorKind",
    "File",
    "Files",
    "From",
    "Into",
    "MockAnswer",
    "MockReply",
    "MockRequest",
    "MockTransport",
    "MultipartForm",
    "None",
    "OAuth",
    "Ok",
    "Option",
    "OptionalNullable",
    "Redirect",
    "Request",
    "Response",
    "Result",
    "RetryConfig",
    "Self",
    "Some",
    "String",
    "Time",
    "UnknownInteger",
    "UnknownValue",
    "UnknownVariant",
    "Uri",
    "Url",
    "Uuid",
];

/// Modules and files in the root of the crate.
pub(super) const ROOTS: &[&str] = &[
    "bin",
    "calls",
    "chosen",
    "client",
    "core",
    "errors",
    "formats",
    "lib",
    "main",
    "mock",
    "models",
    "operations",
    "runtime",
    "std",
    "transport",
    "webhooks",
];

/// Names that file systems keep for devices, and the file that lists modules.
pub(super) const FILES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "mod", "nul", "prn",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        for table in [
            RAW,
            NEVER,
            TYPES,
            FIELDS,
            VARIANTS,
            OPTIONS,
            SETTINGS,
            MODULES,
            MODELS,
            ERROR_METHODS,
            PACKAGES,
            CLIENTS,
            ROOTS,
            FILES,
        ] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
