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

/// Type names that the models use themselves.
const TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Err",
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
    "header",
    "header_param",
    "idempotency_key",
    "into_future",
    "json_body",
    "new",
    "path_param",
    "path_param_with",
    "query_param",
    "query_param_with",
    "raw_body",
    "retries",
    "send",
    "send_blocking",
    "server_url",
    "timeout",
    "to_curl",
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
    Field,
    Variant,
    Function,
    Option,
    Setting,
    Module,
}

/// Whether the name is taken by the generated code.
pub(super) fn is_taken(name: &str, place: Place) -> bool {
    let table = match place {
        Place::Type | Place::Operation => TYPES,
        Place::Field => FIELDS,
        Place::Variant => VARIANTS,
        Place::Function => &["new"],
        Place::Option => OPTIONS,
        Place::Setting => SETTINGS,
        Place::Module => MODULES,
    };
    let is_file = place == Place::Module && is_no_file(name);
    table.contains(&name) || NEVER.contains(&name) || is_file
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
            RAW, NEVER, TYPES, FIELDS, VARIANTS, OPTIONS, SETTINGS, MODULES, FILES,
        ] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
