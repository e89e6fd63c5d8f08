//! The styles of parameters: a place in, the styles that it allows out, its default first.

/// The styles that a place allows. Headers of answers say no place.
pub fn styles(place: Option<&str>) -> &'static [&'static str] {
    match place {
        Some("path") => &["simple", "label", "matrix"],
        Some("query") => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        Some("cookie") => &["form"],
        _ => &["simple"],
    }
}
