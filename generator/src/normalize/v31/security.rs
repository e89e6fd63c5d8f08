//! `mutualTLS`: a certificate belongs to the connection, so the scheme and what requires it are left out.

use serde_json::{Map, Value};

use super::elsewhere::Elsewhere;
use crate::diag::codes;
use crate::normalize::edits::Here;

/// Takes the schemes that are certificates out of the components.
pub(super) fn schemes(
    components: &mut Map<String, Value>,
    elsewhere: &Elsewhere,
    here: &mut Here<'_>,
) {
    let Some(Value::Object(schemes)) = components.get_mut("securitySchemes") else {
        return;
    };
    for name in &elsewhere.certificates {
        if schemes.shift_remove(name).is_some() {
            let at = here.at().child("securitySchemes").child(name);
            here.report_at(at, codes::MUTUAL_TLS.plain().arg("name", name).on_key());
        }
    }
}

/// Takes the certificates out of a requirement; the others of its schemes are still required.
pub(super) fn requirement(map: &mut Map<String, Value>, elsewhere: &Elsewhere) {
    map.retain(|name, _| !elsewhere.certificates.contains(name));
}
