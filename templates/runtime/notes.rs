//! What is noticed while a document is read: members and values that its type does not know, and what was left out.
//!
//! Nothing is looked for unless somebody asks, and places are noted rather than names: only who asks pays for pointers.

use std::cell::RefCell;

use super::decode_error::DecodeError;
use super::json::Json;
#[cfg(feature = "client")]
use super::tape::Tape;

/// What reading looks out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lookout {
    /// Whether an optional member that does not fit is left out.
    pub(super) is_lenient: bool,
    /// Whether what the type does not know is noted.
    pub(super) for_unknown: bool,
}

/// How an answer differs from the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeviationKind {
    /// A member that the document does not name; it is passed over.
    UnknownMember,
    /// A value that is none of those of its enum, or of none of the types of its union; it is kept as it came.
    UnknownValue,
    /// A member that need not be there and does not fit; it is read as if it were not there.
    LeftOut,
}

/// The notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    lookout: Lookout,
    notes: RefCell<Vec<Note>>,
}

/// Something that was noticed.
#[derive(Debug)]
#[cfg_attr(
    not(feature = "client"),
    expect(dead_code, reason = "only calls ask for notes")
)]
struct Note {
    /// The value.
    at: usize,
    kind: DeviationKind,
    /// Why, seen from the value.
    why: DecodeError,
}

/// Something that was noticed, and where.
#[derive(Debug)]
#[cfg(feature = "client")]
pub(super) struct Noticed {
    /// The steps that lead to the value.
    pub(super) steps: Vec<String>,
    pub(super) kind: DeviationKind,
    /// Why, seen from the value.
    pub(super) why: DecodeError,
}

#[cfg(feature = "client")]
impl Tape<'_> {
    /// Asks for notes.
    pub(super) fn look_out(&mut self, lookout: Lookout) {
        self.notes.lookout = lookout;
    }

    /// What was noticed, in the order of the document.
    pub(super) fn noticed(&self) -> Vec<Noticed> {
        let mut notes = self.notes.notes.take();
        notes.sort_by_key(|note| note.at);
        let root = self.root();
        let noticed = notes.into_iter().map(|note| Noticed {
            steps: root.steps_to(note.at),
            kind: note.kind,
            why: note.why,
        });
        noticed.collect()
    }
}

impl Json<'_> {
    /// Whether what the type does not know is noted; not for candidates of a union, which may not be chosen.
    pub(super) fn looks_for_unknown(self) -> bool {
        self.tape.notes.lookout.for_unknown && !self.is_weighed()
    }

    /// Notes that the value is a member which the document does not name.
    pub(super) fn is_unknown_member(self) {
        let why = DecodeError::new("a member that the document names", "another one");
        self.note(DeviationKind::UnknownMember, why);
    }

    // Only with string enums or integer enums or unions.
    /// Notes that the value, which is kept, is none that its type knows.
    pub(super) fn is_unknown_value(self, why: impl FnOnce() -> DecodeError) {
        if self.looks_for_unknown() {
            self.note(DeviationKind::UnknownValue, why());
        }
    }

    /// Leaves out the value of a member that need not be there and does not fit, or gives the error back.
    pub(super) fn leave_out(self, error: DecodeError) -> Result<(), DecodeError> {
        if !self.tape.notes.lookout.is_lenient || self.is_strict() {
            return Err(error);
        }
        self.forget_notes();
        self.note(DeviationKind::LeftOut, error);
        Ok(())
    }

    /// Forgets what was noticed in the value and those inside: it is read in another way.
    pub(super) fn forget_notes(self) {
        let inside = self.at..self.tape.after(self.at);
        let mut notes = self.tape.notes.notes.borrow_mut();
        notes.retain(|note| !inside.contains(&note.at));
    }

    fn note(self, kind: DeviationKind, why: DecodeError) {
        let note = Note {
            at: self.at,
            kind,
            why,
        };
        self.tape.notes.notes.borrow_mut().push(note);
    }

    /// The steps from the value to one inside.
    #[cfg(feature = "client")]
    fn steps_to(self, at: usize) -> Vec<String> {
        let mut steps = Vec::new();
        let mut here = self;
        let has = |json: Json<'_>| (json.at..json.tape.after(json.at)).contains(&at);
        while here.at != at {
            let next = if let Some((_, elements)) = here.elements() {
                let mut elements = elements.enumerate();
                let found = elements.find(|(_, element)| has(*element));
                found.map(|(index, element)| (index.to_string(), element))
            } else {
                let mut members = here.members().into_iter().flatten();
                let found = members.find(|(_, member)| has(*member));
                found.map(|(name, member)| (name.to_owned(), member))
            };
            let Some((step, inner)) = next else { break };
            steps.push(step);
            here = inner;
        }
        steps
    }
}
