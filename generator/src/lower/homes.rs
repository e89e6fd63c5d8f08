//! Where the inline types of parameters and bodies stand, and what they are named after.

use indexmap::IndexMap;
use openapiv3::MediaType;

use super::media;
use super::spots::{Holder, Spot};
use crate::ir::Section;
use crate::pointer::Pointer;

/// What an inline type of a request body is named after.
pub(super) const BODY: &str = "request body";

/// Where the schema of one form of a body is lowered: at the best of the forms that have it, so that they share its type.
pub(super) fn of_body(
    content: &IndexMap<String, MediaType>,
    media_type: &str,
    at: &Pointer,
    owner: Holder,
    words: &str,
) -> Spot {
    let own = content.get(media_type).map(|media| &media.schema);
    let alike = content
        .iter()
        .filter(|(_, media)| Some(&media.schema) == own);
    let home = media::best(alike.map(|(name, _)| name.as_str())).unwrap_or(media_type);
    best_of_body(home, at, owner, words)
}

/// The same for the best of the forms.
pub(super) fn best_of_body(home: &str, at: &Pointer, owner: Holder, words: &str) -> Spot {
    // A component is called by its own name, whatever it is to the operation.
    let words = match owner {
        Holder::Shared(_) => "",
        Holder::Operation(_) | Holder::Type(_) => words,
    };
    Spot {
        at: at.child("content").child(home).child("schema"),
        owner,
        words: words.to_owned(),
    }
}

/// Where the types of a parameter stand.
pub(super) fn of_parameter(name: &str, at: &Pointer, owner: Holder) -> Spot {
    let words = match owner {
        Holder::Shared(Section::Parameters) => String::new(),
        _ => name.to_owned(),
    };
    Spot {
        at: at.clone(),
        owner,
        words,
    }
}
