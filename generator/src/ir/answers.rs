//! What an operation answers: which of its answers are successes, and in which forms they can be asked for.

use std::collections::BTreeSet;

use super::{Content, ContentKind, Operation, Response, Status, Type};
use crate::media_type;
use crate::method::Method;

/// One form in which the successes of an operation can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The success, by index, and the form of its body that tell this one from the other ones.
    pub origin: (usize, usize),
    /// The index of each success, and of the form of its body that is read; `None` where it has no body.
    pub reads: Vec<(usize, Option<usize>)>,
}

impl Status {
    /// Whether an answer with this status leads elsewhere. 304 does not.
    pub fn is_redirect(self) -> bool {
        matches!(self, Self::Code(300..=303 | 305..=399) | Self::Range(3))
    }
}

impl Operation {
    /// The indices of the answers that are successes.
    ///
    /// A redirect is one, unless it is followed to another success. `default` is one where nothing else is.
    pub fn successes(&self) -> Vec<usize> {
        let mut statuses = self.responses.iter().map(|response| response.status);
        let is_followed = self.method.only_reads() && statuses.any(Status::is_success);
        let is_meant = |status: Status| status.is_success() || status.is_redirect() && !is_followed;
        let named = self.with(is_meant);
        if named.is_empty() {
            self.with(|status| status == Status::Default)
        } else {
            named
        }
    }

    /// The answers that are successes.
    pub fn succeeding(&self) -> impl Iterator<Item = &Response> {
        let successes = self.successes().into_iter();
        successes.filter_map(|index| self.responses.get(index))
    }

    /// The indices of the answers with such a status.
    fn with(&self, is_wanted: impl Fn(Status) -> bool) -> Vec<usize> {
        let responses = self.responses.iter().enumerate();
        let wanted = responses.filter(|(_, response)| is_wanted(response.status));
        wanted.map(|(index, _)| index).collect()
    }

    /// Whether a redirect is an answer of its own.
    pub fn gives_redirects(&self) -> bool {
        self.succeeding()
            .any(|response| response.status.is_redirect())
    }

    /// The forms of the body of an answer, the best one first. Some never have one, whatever the document says.
    ///
    /// Source: [RFC 9110, section 6.4.1](https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1).
    pub fn answered(&self, response: usize) -> &[Content] {
        self.responses
            .get(response)
            .map_or(&[], |response| self.forms(response))
    }

    /// The same, of an answer.
    pub fn forms<'r>(&self, response: &'r Response) -> &'r [Content] {
        let is_bodiless =
            self.method == Method::Head || matches!(response.status, Status::Code(204 | 205 | 304));
        if is_bodiless { &[] } else { &response.contents }
    }

    /// A form of the body of an answer, both by index.
    pub fn form(&self, (response, content): (usize, usize)) -> Option<(&Response, &Content)> {
        let content = self.answered(response).get(content)?;
        Some((self.responses.get(response)?, content))
    }

    /// The form that the plain method asks for: the best one of each success.
    pub fn plain_answer(&self) -> Answer {
        self.answer((0, 0), |_| false)
    }

    /// The other forms, each of a method of its own: one for each media type that the plain one leaves out.
    pub fn other_answers(&self) -> Vec<Answer> {
        let mut others: Vec<Answer> = Vec::new();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for response in self.successes() {
            let is_redirect = self.responses[response].status.is_redirect();
            let mut before = Before::default();
            for (index, content) in self.answered(response).iter().enumerate() {
                let is_read = before.has_same(content);
                let media_type = content.media_type.as_str();
                if index > 0 && !is_redirect && !is_read && known.insert(media_type) {
                    others.push(
                        self.answer((response, index), |other| other.media_type == media_type),
                    );
                }
            }
        }
        others
    }

    /// The answer that reads the wanted form of each success, or the best one.
    fn answer(&self, origin: (usize, usize), is_wanted: impl Fn(&Content) -> bool) -> Answer {
        let reads = self.successes().into_iter().map(|response| {
            let contents = self.answered(response);
            let wanted = contents.iter().position(&is_wanted);
            let best = (!contents.is_empty()).then_some(0);
            (response, wanted.or(best))
        });
        Answer {
            origin,
            reads: reads.collect(),
        }
    }

    /// The forms of bodies that an answer reads, and the other names of the same JSON.
    pub fn asked_by(&self, answer: &Answer) -> Vec<&Content> {
        let reads = answer.reads.iter().filter_map(|(response, content)| {
            let contents = self.answered(*response).get((*content)?..)?;
            let (read, after) = contents.split_first()?;
            let has_twins = read.kind == ContentKind::Json || read.is_plain_xml();
            let after = if has_twins { after } else { &[] };
            let twins = after.iter().filter(|other| read.is_same(other));
            Some(std::iter::once(read).chain(twins))
        });
        reads.flatten().collect()
    }

    /// The data with which the row of items of an answer ends, where the document says it.
    pub fn ends(&self, answer: &Answer) -> Option<&str> {
        let mut read = self.read_by(answer).into_iter();
        read.find_map(|content| content.ends.as_deref())
    }

    /// The one JSON type that all successes have, as the plain method asks for them; `None` where they differ or are anything else.
    pub fn only_json(&self) -> Option<&Type> {
        let plain = self.plain_answer();
        let read = self.read_by(&plain);
        let (first, others) = read.split_first()?;
        let is_json = |content: &&Content| content.kind == ContentKind::Json;
        let is_same = |content: &&Content| is_json(content) && content.ty == first.ty;
        let is_one =
            read.len() == plain.reads.len() && is_json(first) && others.iter().all(is_same);
        (is_one && !self.gives_redirects()).then_some(&first.ty)
    }

    /// The forms of bodies that an answer reads.
    pub fn read_by(&self, answer: &Answer) -> Vec<&Content> {
        let reads = answer.reads.iter();
        reads
            .filter_map(|(response, content)| self.answered(*response).get((*content)?))
            .collect()
    }
}

/// The forms of JSON that stand before another one, by type: all of them, and those that no vendor names; and whether one of XML does.
#[derive(Debug, Default)]
struct Before<'a> {
    all: BTreeSet<&'a Type>,
    plain: BTreeSet<&'a Type>,
    xml: bool,
}

impl<'a> Before<'a> {
    /// Whether one of them is the same as another form, which is one of them from then on.
    fn has_same(&mut self, content: &'a Content) -> bool {
        if content.is_plain_xml() {
            return std::mem::replace(&mut self.xml, true);
        }
        if content.kind != ContentKind::Json {
            return false;
        }
        if content.is_vendors() {
            let is_same = self.plain.contains(&content.ty);
            self.all.insert(&content.ty);
            return is_same;
        }
        self.plain.insert(&content.ty);
        !self.all.insert(&content.ty)
    }
}

impl Content {
    fn is_vendors(&self) -> bool {
        self.media_type.contains("/vnd.")
    }

    /// Whether it is a text of XML, under one of the names that say no more.
    pub fn is_plain_xml(&self) -> bool {
        self.kind == ContentKind::Text && media_type::is_plain_xml(&self.media_type)
    }

    /// Whether a form is the JSON or the XML of another one under a different name, which needs no method of its own.
    ///
    /// Two names of the vendor tree are there for a reason: they say how the same JSON is meant.
    pub fn is_same(&self, other: &Self) -> bool {
        if self.is_plain_xml() && other.is_plain_xml() {
            return true;
        }
        let is_json = |content: &Self| content.kind == ContentKind::Json;
        let are_vendors = self.is_vendors() && other.is_vendors();
        is_json(self) && is_json(other) && self.ty == other.ty && !are_vendors
    }
}
