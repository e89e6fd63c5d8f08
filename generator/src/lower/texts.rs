//! Texts of the document that say something.

/// A description without the white space around it; `None` when nothing is left.
pub(super) fn said(description: Option<&str>) -> Option<String> {
    let text = description?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
