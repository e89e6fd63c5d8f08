//! Names that the document cannot have: Rust's keywords, and what the generated code uses itself. Sorted tables.

/// Keywords of edition 2024, strict and reserved, that may be written `r#…`.
const RAW: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "union", "unsafe", "unsized",
    "use", "virtual", "where", "while", "yield",
];

/// Keywords that have no raw form.
const NEVER: &[&str] = &["Self", "_", "crate", "self", "super"];

/// Type names that the generated code uses itself, and one that its constructors have.
const TYPES: &[&str] = &[
    "AsRef",
    "BTreeMap",
    "Box",
    "Default",
    "Err",
    "From",
    "Into",
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
const FIELDS: &[&str] = &["new"];

/// Variants of every open enum.
const VARIANTS: &[&str] = &["Self", "Unknown"];

/// Methods of every request value.
const OPTIONS: &[&str] = &[
    "attempt_timeout",
    "body",
    "call",
    "clone",
    "cookie_param",
    "form_body",
    "header",
    "header_param",
    "idempotency_key",
    "into_future",
    "json_body",
    "json_body_as",
    "multipart_body",
    "new",
    "or_not_modified",
    "path_param",
    "path_param_with",
    "query_param",
    "query_param_with",
    "raw_body",
    "retries",
    "send",
    "send_blocking",
    "send_raw",
    "send_raw_blocking",
    "server_url",
    "timeout",
    "to_curl",
    "unfollowed",
];

/// Methods of every client builder.
const SETTINGS: &[&str] = &[
    "allow_plain_http",
    "attempt_timeout",
    "build",
    "build_lazily",
    "connect_timeout",
    "credential",
    "header",
    "http_client",
    "max_response_bytes",
    "new",
    "retries",
    "server",
    "server_url",
    "server_variable",
    "timeout",
    "transport",
];

/// Functions of the client, whose names modules of operations share.
const MODULES: &[&str] = &[
    "builder",
    "clone",
    "from",
    "from_env",
    "into",
    "new",
    "operations",
];

/// The module around those of models. One of the same name reads badly, and clippy says so.
const MODELS: &[&str] = &["models"];

/// Methods of the error.
const ERROR_METHODS: &[&str] = &[
    "after",
    "attempts",
    "body",
    "decode",
    "decode_error",
    "documented",
    "elapsed",
    "failed",
    "headers",
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
    "with_response",
    "with_retry_after",
    "with_source",
];

/// Packages that the generated one depends on, and names that Cargo or the compiler keep for themselves.
const PACKAGES: &[&str] = &[
    "alloc",
    "base64",
    "build",
    "bytes",
    "core",
    "deps",
    "examples",
    "http",
    "httpdate",
    "incremental",
    "jiff",
    "percent_encoding",
    "proc_macro",
    "reqwest",
    "serde",
    "serde_json",
    "std",
    "test",
    "tokio",
    "tracing",
    "url",
    "uuid",
];

/// What stands beside the client: in the root of the crate and in the file of the client.
const CLIENTS: &[&str] = &[
    "Base64",
    "ConstBool",
    "ConstInt",
    "Credential",
    "Date",
    "DateTime",
    "Decimal",
    "DecodeError",
    "Default",
    "Duration",
    "Err",
    "Error",
    "ErrorKind",
    "File",
    "From",
    "Into",
    "MockAnswer",
    "MockReply",
    "MockTransport",
    "MultipartForm",
    "None",
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

/// Names that file systems keep for devices, and the file that lists modules.
const FILES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "mod", "nul", "prn",
];

/// Where a name is used, which decides what it cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Type,
    /// The type that stands for an operation.
    Operation,
    /// The type of a group of operations.
    Resource,
    Field,
    Variant,
    Function,
    Option,
    Setting,
    /// The module of a group, and the method of the client that leads to it.
    Module,
    /// The module of a model.
    File,
    /// The method of the error that gives the error model.
    ErrorMethod,
    /// A variable of an example.
    Variable,
    Package,
    Client,
}

/// Whether the name is taken by the generated code.
pub(super) fn is_taken(name: &str, place: Place) -> bool {
    let table = match place {
        Place::Type | Place::Operation | Place::Resource => TYPES,
        Place::Field => FIELDS,
        Place::Variant => VARIANTS,
        Place::Function => &["new"],
        Place::Option => OPTIONS,
        Place::Setting => SETTINGS,
        Place::Module => MODULES,
        Place::File => MODELS,
        Place::ErrorMethod => ERROR_METHODS,
        Place::Variable => &[],
        Place::Package => PACKAGES,
        Place::Client => CLIENTS,
    };
    let is_file = matches!(place, Place::Module | Place::File | Place::Package) && is_no_file(name);
    let is_word = place == Place::Package && is_raw(name);
    table.contains(&name) || NEVER.contains(&name) || is_file || is_word
}

/// Whether no file can have the name.
pub(super) fn is_no_file(name: &str) -> bool {
    FILES.contains(&name)
}

/// Whether the name is a keyword that needs `r#`.
pub(super) fn is_raw(name: &str) -> bool {
    RAW.contains(&name)
}

/// Whether a text can be a Rust identifier as it is.
pub(super) fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    let first = chars
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    first && chars.all(unicode_ident::is_xid_continue) && !NEVER.contains(&name)
}

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
            ERROR_METHODS,
            PACKAGES,
            CLIENTS,
            FILES,
        ] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
