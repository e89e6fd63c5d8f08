//! Operations whose answers are streams: which bodies are taken whole all the same, and the member of the body that asks for a stream.

use super::Held;
use super::Plan;
use super::answer::Given;
use crate::ir::{Answer, ContentKind, Operation, Shape, Type};

/// The member of a body that says whether the answer is a stream.
const FLAG: &str = "stream";

impl Given<'_> {
    /// The media types of answers that are no streams, where another one is; `None` where none is.
    pub(super) fn whole(&self, operation: &Operation, answer: &Answer) -> Option<Vec<String>> {
        let is_stream = |held: &Held<'_>| matches!(held, Held::Stream { .. });
        if !self.held().into_iter().any(is_stream) {
            return None;
        }
        // Redirects are taken whole in any case.
        let reads = answer.reads.iter();
        let reads =
            reads.filter(|(response, _)| !operation.responses[*response].status.is_redirect());
        let read =
            reads.filter_map(|(response, content)| operation.answered(*response).get((*content)?));
        let mut whole = Vec::new();
        for content in read {
            let own = !matches!(content.kind, ContentKind::Stream(_));
            let own = own.then_some(&content.media_type);
            for other in content.read_otherwise.iter().chain(own) {
                if !whole.contains(other) {
                    whole.push(other.clone());
                }
            }
        }
        Some(whole)
    }
}

impl Plan {
    /// Whether any operation answers with a stream.
    pub fn has_streams(&self) -> bool {
        let operations = self.api.operations.iter();
        let mut calls = operations.flat_map(|one| {
            let answers = std::iter::once(one.plain_answer()).chain(one.other_answers());
            answers
                .flat_map(|answer| one.read_by(&answer))
                .collect::<Vec<_>>()
        });
        calls.any(|content| matches!(content.kind, ContentKind::Stream(_)))
    }

    /// Whether any operation gives items one after the other: of a stream, or of pages.
    pub fn has_items(&self) -> bool {
        self.has_streams() || self.has_pages()
    }

    /// What an answer needs the flag of the body to be: on for a stream, off for the other form of it. `None` where the same success
    /// has one form only, or the body has no such flag.
    pub(super) fn flag(
        &self,
        operation: &Operation,
        answer: &Answer,
    ) -> Option<(&'static str, bool)> {
        let success = *operation.successes().first()?;
        let is_stream = |kind: ContentKind| matches!(kind, ContentKind::Stream(_));
        let forms = operation.answered(success);
        let has_both = forms.iter().any(|one| is_stream(one.kind))
            && !forms.iter().all(|one| is_stream(one.kind));
        let body = operation
            .body
            .as_ref()
            .filter(|body| has_both && body.others.is_empty())?;
        let can_be_set = match body.main.kind {
            ContentKind::Json => true,
            ContentKind::Form | ContentKind::Multipart => body.required,
            _ => false,
        };
        if !can_be_set || !self.has_flag(&body.main.ty, 0) {
            return None;
        }
        let read = operation.read_by(answer).into_iter();
        Some((
            FLAG,
            read.into_iter().any(|content| is_stream(content.kind)),
        ))
    }

    /// Whether a value has the flag, whichever candidate of a union it is.
    fn has_flag(&self, ty: &Type, depth: usize) -> bool {
        /// Longer chains are cycles.
        const LONGEST: usize = 32;
        let Some((_, def)) = self.api.definition(ty).filter(|_| depth < LONGEST) else {
            return false;
        };
        match &def.shape {
            Shape::Struct(object) => object.fields.iter().any(|field| {
                let value = field.value();
                field.wire == FLAG && *self.api.resolved_value(&value) == Type::Bool
            }),
            Shape::Union(union) => {
                let mut variants = union.variants.iter();
                variants.all(|variant| self.has_flag(&variant.ty, depth + 1))
            }
            Shape::Enum(_) | Shape::Alias(_) => false,
        }
    }
}
