//! What Swagger 2.0 has in other places than 3.0: a kind of object and a key in, the shape of the value out.

use serde_json::Value;

use super::rewrite::Rows;
use super::{Kind, Syntax, newer};

/// What the grammar of 2.0 says is under a key.
pub fn syntax(kind: Kind, key: &str) -> Option<Syntax> {
    match (kind, key) {
        (Kind::Document, "definitions") => Some(Syntax::Named(Kind::Schema)),
        (Kind::Document, "parameters") => Some(Syntax::Named(Kind::Parameter)),
        (Kind::Document, "responses") => Some(Syntax::Named(Kind::Response)),
        (Kind::Document, "securityDefinitions") => Some(Syntax::Named(Kind::SecurityScheme)),
        // A header and a parameter are schemas of what they hold, but for the list of a header's texts.
        (Kind::Parameter | Kind::Header, "items") | (Kind::Response, "schema") => {
            Some(Syntax::One(Kind::Schema))
        }
        (Kind::Parameter | Kind::Header, "enum") => Some(Syntax::DataList),
        _ => kind.object().syntax(key),
    }
}

/// The grammar of a document, by the version that it says.
pub fn rows(document: &Value) -> Rows {
    if document.get("swagger").is_some() {
        syntax
    } else {
        newer::syntax
    }
}
