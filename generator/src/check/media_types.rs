//! Media types: each is sent in a header, so it stands on one line.

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::Tree;
use crate::source::grammar::Kind;
use crate::source::grammar::walk::{Met, Trail};

/// Looks at every media type, and at those of the fields of forms.
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
    let (at, name) = match met {
        Met::Object(Kind::MediaType, _) => {
            let at = trail.pointer();
            let name = at.last().unwrap_or_default();
            (at, name)
        }
        Met::Object(Kind::Encoding, encoding) => {
            let name = encoding.get("contentType").and_then(Value::as_str);
            let at = trail.pointer().child("contentType");
            (at, name.unwrap_or_default().to_owned())
        }
        _ => return,
    };
    if name.contains(char::is_control) {
        let found = codes::ODD_MEDIA_TYPE.at(tree.place(&at)).on_key();
        cx.report(found.arg("name", name.escape_debug()));
    }
}
