//! What operations give, finished: each form of the answer with what it holds by status, and the documented errors.

use super::{Held, Outcome, Plan};
use crate::ir::{self, Content, Framing, OperationId, Response, Status};
use crate::naming::Name;
use crate::rust::Ty;

/// A form in which an operation is answered.
#[derive(Debug, Clone)]
pub struct Answer<'p> {
    /// The module of its types.
    pub module: Name,
    /// The method that asks for it.
    pub function: &'p Name,
    /// The type that stands for the operation with this form of its answer.
    pub marker: &'p Name,
    /// What it gives, where that depends on the status.
    pub output: &'p Name,
    /// What it gives.
    pub given: Given<'p>,
    /// The media types that are asked for, the best one first.
    pub accepted: Vec<&'p str>,
    /// The success, and the form of its body, that tell it from the other forms.
    pub origin: Option<(&'p Response, &'p Content)>,
    /// Where it is a stream: the media types of answers that are none.
    pub whole: Option<Vec<String>>,
    /// The data with which a stream ends, where the document says it.
    pub ends: Option<&'p str>,
    /// The member of the body that asks for this form, and what it has to be.
    pub flag: Option<(&'static str, bool)>,
}

/// What successes hold: one thing, or one of several by status.
#[derive(Debug, Clone)]
pub enum Given<'p> {
    /// The same, whatever the status.
    Single {
        /// What it is.
        held: Held<'p>,
        /// Media types of answers that are read in another way.
        read_otherwise: Vec<&'p str>,
    },
    /// One of several.
    ByStatus(Vec<Documented<'p>>),
}

/// What a documented status holds.
#[derive(Debug, Clone)]
pub struct Documented<'p> {
    /// The answer.
    pub response: &'p Response,
    /// The variant.
    pub variant: &'p Name,
    /// What it holds.
    pub held: Held<'p>,
    /// Media types of this answer that are read in another way.
    pub read_otherwise: Vec<&'p str>,
}

/// The documented errors of an operation, chosen by status.
#[derive(Debug, Clone)]
pub struct Errors<'p> {
    /// The type.
    pub name: &'p Name,
    /// Each of them.
    pub all: Vec<Documented<'p>>,
}

/// What an enum by status derives that holds nothing but values.
const VALUES: &[&str] = &["Debug", "Clone", "PartialEq"];

impl Errors<'_> {
    /// What the enum derives.
    pub fn derives(&self) -> &'static [&'static str] {
        VALUES
    }
}

impl<'p> Answer<'p> {
    /// The media type that tells it from the other forms.
    pub fn media_type(&self) -> Option<&'p str> {
        self.origin.map(|(_, content)| content.media_type.as_str())
    }

    /// What the enum of what it gives by status derives. A stream is read once.
    pub fn derives(&self) -> &'static [&'static str] {
        self.whole.as_ref().map_or(VALUES, |_| &["Debug"])
    }

    /// The type of what it gives.
    pub fn ty(&self) -> Ty<'p> {
        match &self.given {
            Given::Single { held, .. } => held.ty(),
            Given::ByStatus(_) => Ty::Output(self.module.clone(), self.output),
        }
    }
}

impl<'p> Given<'p> {
    /// What each status holds; a single one without a status.
    pub fn held(&self) -> Vec<&Held<'p>> {
        match self {
            Self::Single { held, .. } => vec![held],
            Self::ByStatus(all) => all.iter().map(|one| &one.held).collect(),
        }
    }
}

impl Plan {
    /// The forms of an operation's answer, the one of the plain method first.
    pub(super) fn answers(&self, id: OperationId) -> Vec<Answer<'_>> {
        let (operation, call) = (self.api.operation(id), self.call(id));
        let plain = operation.plain_answer();
        let mut read = plain.reads.iter();
        let best = read.find_map(|(response, content)| Some((*response, (*content)?)));
        let plain = Answer {
            function: self.names.function(id),
            marker: self.names.marker(id),
            output: self.names.output(id),
            origin: best.and_then(|best| operation.form(best)),
            ..self.asked(id, &plain, &call.success)
        };
        let others = operation.other_answers().into_iter().enumerate();
        let others = others.map(|(other, answer)| Answer {
            function: self.names.answer_function(id, other),
            marker: self.names.answer_marker(id, other),
            output: self.names.answer_output(id, other),
            origin: operation.form(answer.origin),
            ..self.asked(id, &answer, &call.others[other])
        });
        std::iter::once(plain).chain(others).collect()
    }

    /// A form of an answer under the names of the operation.
    fn asked<'p>(
        &'p self,
        id: OperationId,
        answer: &ir::Answer,
        outcome: &'p Outcome,
    ) -> Answer<'p> {
        let operation = self.api.operation(id);
        let given = self.given(id, answer, outcome);
        Answer {
            module: self.resource_of(id).module(),
            function: self.names.function(id),
            marker: self.names.marker(id),
            output: self.names.output(id),
            whole: given.whole(operation, answer),
            ends: operation.ends(answer),
            flag: self.flag(operation, answer),
            accepted: self.accepted(id, answer),
            origin: None,
            given,
        }
    }

    fn given<'p>(
        &'p self,
        id: OperationId,
        answer: &ir::Answer,
        outcome: &'p Outcome,
    ) -> Given<'p> {
        let operation = self.api.operation(id);
        match outcome {
            Outcome::ByStatus(all) => {
                let all = all.iter().map(|(response, outcome)| Documented {
                    response: &operation.responses[*response],
                    variant: self.names.status(id, *response),
                    held: self.held(outcome),
                    read_otherwise: read_otherwise(operation, answer, Some(*response)),
                });
                Given::ByStatus(all.collect())
            }
            single => Given::Single {
                held: self.held(single),
                read_otherwise: read_otherwise(operation, answer, None),
            },
        }
    }

    fn held<'p>(&'p self, outcome: &'p Outcome) -> Held<'p> {
        match outcome {
            Outcome::Json(source) => Held::Json {
                ty: self.ty(source),
                source,
                is_large: self.is_large(source),
            },
            Outcome::Text => Held::Text,
            Outcome::Bytes => Held::Bytes,
            Outcome::Stream(framing, source) => Held::Stream {
                framing: *framing,
                item: match framing {
                    Framing::Event => Ty::Runtime("ServerSentEvent"),
                    _ => self.ty(source),
                },
                source,
            },
            Outcome::Redirect(body) => Held::Redirect(Box::new(self.held(body))),
            Outcome::Empty | Outcome::ByStatus(_) => Held::Nothing,
        }
    }

    pub(super) fn errors(&self, id: OperationId) -> Option<Errors<'_>> {
        let errors = &self.call(id).errors;
        let all = errors.iter().map(|(response, outcome)| Documented {
            response: &self.api.operation(id).responses[*response],
            variant: self.names.status(id, *response),
            held: self.held(outcome),
            read_otherwise: Vec::new(),
        });
        (!errors.is_empty()).then(|| Errors {
            name: self.names.error(id),
            all: all.collect(),
        })
    }
}

/// The media types of answers that are read in another way: of one of the successes, or of all.
fn read_otherwise<'p>(
    operation: &'p ir::Operation,
    answer: &ir::Answer,
    response: Option<usize>,
) -> Vec<&'p str> {
    let reads = answer.reads.iter();
    let reads = reads.filter(|(read, _)| response.is_none_or(|response| response == *read));
    // What leads elsewhere is given whatever its body is, which is read when somebody asks for it.
    let reads = reads.filter(|(read, _)| !operation.responses[*read].status.is_redirect());
    let contents = reads.filter_map(|(read, content)| operation.answered(*read).get((*content)?));
    let mut found: Vec<&str> = Vec::new();
    for other in contents.flat_map(|content| &content.read_otherwise) {
        if !found.contains(&other.as_str()) {
            found.push(other);
        }
    }
    found
}

/// Documented statuses in the order in which they are asked for: the exact one before its range, then the rest.
pub fn by_status<'a, 'p>(all: &'a [Documented<'p>]) -> Vec<&'a Documented<'p>> {
    let mut sorted: Vec<&Documented<'_>> = all.iter().collect();
    sorted.sort_by_key(|one| one.response.status);
    sorted
}

impl Documented<'_> {
    /// Its status.
    pub fn status(&self) -> Status {
        self.response.status
    }
}
