//! The runtime, file by file, as it stands in `templates/`.

use crate::draft::Draft;
use crate::templates;

/// The files of the runtime.
pub(super) fn items() -> impl Iterator<Item = Draft> {
    let files = templates::RUNTIME.iter();
    files.map(|(name, text)| Draft::verbatim(format!("src/runtime/{name}"), text))
}
