//! Request bodies and media types.

use indexmap::IndexMap;
use openapiv3::{Example, MediaType, ReferenceOr, RequestBody};
use serde_json::Value;

use super::{Holder, Lower, Spot, component_key, docs, params};
use crate::ir::{Body, Content, ContentKind, Encoding, Style, Text, Type};
use crate::source::pointer::Pointer;

/// What an inline type of a request body is named after.
pub(super) const WORDS: &str = "request body";

impl<'d> Lower<'d> {
    /// What an operation sends.
    pub(super) fn body(
        &mut self,
        body: Option<&'d ReferenceOr<RequestBody>>,
        at: &Pointer,
        index: usize,
    ) -> Option<Body> {
        let components = self.doc.components.as_ref();
        let (body, at) = follow(body?, at.clone(), "requestBodies", |key| {
            components?.request_bodies.get(key)
        })?;
        let contents = self.contents(&body.content, &at, index, WORDS);
        if contents.is_empty() {
            return None;
        }
        Some(Body {
            required: body.required,
            description: docs::text(body.description.as_deref()),
            contents,
        })
    }

    /// The forms of a body, in the order of the document.
    pub(super) fn contents(
        &mut self,
        content: &'d IndexMap<String, MediaType>,
        at: &Pointer,
        index: usize,
        words: &str,
    ) -> Vec<Content> {
        let mut contents = Vec::new();
        for (media_type, media) in content {
            let spot = spot(at, media_type, index, words);
            let at = at.child("content").child(media_type);
            let kind = kind(media_type);
            let ty = self.content_type(kind, media, &spot);
            let encodings = self.encodings(media, &at);
            contents.push(Content {
                encodings,
                at,
                media_type: media_type.clone(),
                kind,
                ty,
                examples: example(media.example.as_ref(), &media.examples)
                    .into_iter()
                    .collect(),
            });
        }
        contents
    }

    /// How fields are written, where the document says so.
    fn encodings(&self, media: &MediaType, at: &Pointer) -> Vec<Encoding> {
        let said = media.encoding.iter().filter_map(|(wire, encoding)| {
            let style = params::query_style(encoding.style.as_ref()?);
            // The typed model has `false` also where nothing is said, which stands for `true` in a form.
            let explode = self
                .tree
                .get(&at.child("encoding").child(wire).child("explode"));
            let explode = explode
                .and_then(Value::as_bool)
                .unwrap_or(style == Style::Form);
            Some(Encoding {
                wire: wire.clone(),
                style,
                explode,
            })
        });
        said.collect()
    }

    /// Only what is read as a value has a type of its own; the rest is text or bytes.
    fn content_type(&mut self, kind: ContentKind, media: &'d MediaType, spot: &Spot) -> Type {
        match (kind, &media.schema) {
            (ContentKind::Json | ContentKind::Form | ContentKind::Multipart, Some(schema)) => {
                self.use_of(schema, spot).whole()
            }
            (ContentKind::Text, _) => Type::Text(Text::Plain),
            _ => Type::Any,
        }
    }
}

/// Where the schema of one form of a body stands.
pub(super) fn spot(body: &Pointer, media_type: &str, index: usize, words: &str) -> Spot {
    let owner = Holder::of(body, index);
    // A component is called by its own name, whatever it is to the operation.
    let words = match owner {
        Holder::Shared(_) => "",
        Holder::Operation(_) | Holder::Type(_) => words,
    };
    Spot {
        at: body.child("content").child(media_type).child("schema"),
        owner,
        words: words.to_owned(),
    }
}

/// How a media type is read and written; parameters such as `charset` do not count.
fn kind(media_type: &str) -> ContentKind {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match essence.as_str() {
        "application/json" | "text/json" | "*/*" | "application/*" => ContentKind::Json,
        "application/x-www-form-urlencoded" => ContentKind::Form,
        "multipart/form-data" => ContentKind::Multipart,
        other if other.ends_with("+json") => ContentKind::Json,
        other if other.starts_with("text/") => ContentKind::Text,
        _ => ContentKind::Bytes,
    }
}

/// The first example of a parameter or a body.
pub(super) fn example(
    one: Option<&Value>,
    many: &IndexMap<String, ReferenceOr<Example>>,
) -> Option<Value> {
    let named = many.values().find_map(|example| match example {
        ReferenceOr::Item(example) => example.value.clone(),
        ReferenceOr::Reference { .. } => None,
    });
    one.cloned().or(named)
}

/// What stands behind a chain of references into one section of the components, and where.
pub(super) fn follow<'d, T>(
    start: &'d ReferenceOr<T>,
    at: Pointer,
    section: &str,
    find: impl Fn(&str) -> Option<&'d ReferenceOr<T>>,
) -> Option<(&'d T, Pointer)> {
    /// Longer chains are circles.
    const LONGEST: usize = 32;
    let (mut current, mut at) = (start, at);
    for _ in 0..LONGEST {
        match current {
            ReferenceOr::Item(item) => return Some((item, at)),
            ReferenceOr::Reference { reference } => {
                let key = component_key(reference, section)?;
                current = find(&key)?;
                at = Pointer::root()
                    .child("components")
                    .child(section)
                    .child(&key);
            }
        }
    }
    None
}
