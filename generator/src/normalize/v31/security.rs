//! Security: requirements by the URI of a scheme get its name. `mutualTLS` is a certificate, which belongs to the connection, so the
//! scheme and what requires it are left out.

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

/// Names the schemes of a requirement, and takes the certificates out of it; the others of its schemes are still required.
pub(super) fn requirement(
    map: &mut Map<String, Value>,
    elsewhere: &Elsewhere,
    here: &mut Here<'_>,
) {
    let names: Vec<Option<String>> = map.keys().map(|key| elsewhere.scheme(key)).collect();
    if names.iter().any(Option::is_some) {
        let entries = std::mem::take(map).into_iter().zip(names);
        for ((key, scopes), name) in entries {
            if let Some(name) = &name {
                here.renamed(&key, name);
            }
            map.entry(name.unwrap_or(key)).or_insert(scopes);
        }
    }
    map.retain(|name, _| !elsewhere.certificates.contains(name));
}
