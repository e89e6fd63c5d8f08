//! What a place is for, by the effects of the keywords that lead to it: a pointer in, whether anything but documentation depends on it out.

use super::effects::Effect;
use super::{Kind, Syntax, newer, syntax_at};
use crate::pointer::Pointer;

/// Keywords that are used, yet only in what people read.
const DOCUMENTATION: &[&str] = &[
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "title",
];

/// Whether nothing that is generated depends on the entry but documentation.
pub fn is_documentation(at: &Pointer) -> bool {
    let Some((owner, key)) = at.parent().zip(at.last()) else {
        return false;
    };
    match syntax_at(&owner) {
        Some(Syntax::One(kind) | Syntax::FlagOr(kind)) => {
            key.starts_with("x-")
                || DOCUMENTATION.contains(&key.as_str())
                || effect(kind, &key) == Some(Effect::Annotation)
        }
        Some(Syntax::Data | Syntax::DataList | Syntax::DataMap) => true,
        _ => false,
    }
}

/// Whether a keyword of an object is for people or for other tools alone.
pub fn is_annotation(kind: Kind, key: &str) -> bool {
    effect(kind, key) == Some(Effect::Annotation)
}

/// Whether what stands there takes part in what is generated: no keyword on the way is one that nothing reads.
pub fn is_read(at: &Pointer) -> bool {
    let mut syntax = Some(Syntax::One(Kind::Document));
    at.segments().all(|key| {
        let is_unread = match syntax {
            Some(Syntax::One(kind) | Syntax::FlagOr(kind)) => {
                key == "not"
                    || matches!(
                        effect(kind, &key),
                        Some(Effect::Annotation | Effect::Reported(_))
                    )
            }
            _ => false,
        };
        syntax = syntax.and_then(|syntax| syntax.inside(&key));
        !is_unread
    })
}

/// What becomes of a keyword of any version.
fn effect(kind: Kind, key: &str) -> Option<Effect> {
    let keys = kind.object().keys.iter();
    let mut rows = keys
        .map(|(name, _, effect)| (*name, *effect))
        .chain(newer::rows(kind));
    rows.find(|(name, _)| *name == key)
        .map(|(_, effect)| effect)
}

#[cfg(test)]
mod tests {
    use super::{is_documentation, is_read};
    use crate::pointer::Pointer;

    #[test]
    fn documentation_is_what_people_read() {
        for (at, expected) in [
            ("#/info/contact", true),
            ("#/components/schemas/A/description", true),
            ("#/components/schemas/A/x-b", true),
            ("#/paths/~1a/get/externalDocs", true),
            ("#/components/schemas/A/properties/description", false),
            ("#/components/schemas/A/maxLength", false),
            ("#/paths/~1a/get/tags", false),
        ] {
            assert_eq!(
                is_documentation(&Pointer::parse(at).unwrap()),
                expected,
                "{at}"
            );
        }
    }

    #[test]
    fn what_nothing_reads_is_not_read_within_either() {
        for (at, expected) in [
            ("#/paths/~1a/get/callbacks/b/c/post/requestBody", false),
            ("#/components/links/A/server", false),
            ("#/components/schemas/A/not/properties/b", false),
            ("#/components/schemas/A/properties/not", true),
            ("#/components/schemas/callbacks/properties/links", true),
        ] {
            assert_eq!(is_read(&Pointer::parse(at).unwrap()), expected, "{at}");
        }
    }
}
