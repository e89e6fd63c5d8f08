//! The forms in which an operation is answered: the plain one, and each other one with a type and a method of its own.

use super::super::Emit;
use crate::ir::Answer;
use crate::naming::Name;
use crate::plan::Outcome;

/// A form of the answer of an operation.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) operation: usize,
    /// The index of one that is not the plain one.
    pub(super) other: Option<usize>,
    pub(super) answer: Answer,
}

impl Form {
    /// The forms of an operation, the plain one first.
    pub(super) fn all(index: usize, emit: Emit<'_>) -> Vec<Self> {
        let operation = &emit.plan.api.operations[index];
        let others = operation.other_answers().into_iter().enumerate();
        let others = others.map(|(other, answer)| Self {
            operation: index,
            other: Some(other),
            answer,
        });
        let plain = Self {
            operation: index,
            other: None,
            answer: operation.plain_answer(),
        };
        std::iter::once(plain).chain(others).collect()
    }

    /// The type that stands for the operation with this form of its answer.
    pub(super) fn marker<'e>(&self, emit: Emit<'e>) -> &'e Name {
        let names = &emit.plan.names;
        match self.other {
            Some(other) => names.answer_marker(self.operation, other),
            None => names.marker(self.operation),
        }
    }

    /// What it gives, where that depends on the status.
    pub(super) fn output<'e>(&self, emit: Emit<'e>) -> &'e Name {
        let names = &emit.plan.names;
        match self.other {
            Some(other) => names.answer_output(self.operation, other),
            None => names.output(self.operation),
        }
    }

    /// What it gives.
    pub(super) fn outcome<'e>(&self, emit: Emit<'e>) -> &'e Outcome {
        let call = &emit.plan.calls[self.operation];
        match self.other {
            Some(other) => &call.others[other],
            None => &call.success,
        }
    }

    /// The media type that tells it from the other ones.
    pub(super) fn media_type<'e>(&self, emit: Emit<'e>) -> &'e str {
        let (response, content) = self.answer.origin;
        let contents = emit.plan.api.operations[self.operation].answered(response);
        contents
            .get(content)
            .map_or("", |content| &content.media_type)
    }

    /// The media types of answers that are read in another way: of one of its successes, or of all.
    pub(super) fn read_otherwise<'e>(
        &self,
        response: Option<usize>,
        emit: Emit<'e>,
    ) -> Vec<&'e str> {
        let operation = &emit.plan.api.operations[self.operation];
        let reads = self.answer.reads.iter();
        let reads = reads.filter(|(read, _)| response.is_none_or(|response| response == *read));
        let contents =
            reads.filter_map(|(read, content)| operation.answered(*read).get((*content)?));
        let mut found: Vec<&str> = Vec::new();
        for other in contents.flat_map(|content| &content.read_otherwise) {
            if !found.contains(&other.as_str()) {
                found.push(other);
            }
        }
        found
    }
}
