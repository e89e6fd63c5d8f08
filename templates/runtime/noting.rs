//! How a value that is read notes what its type does not know of it, and what is made of these notes.

#[cfg(feature = "client")]
use super::notes::Lookout;
use super::notes::{DeviationKind, Note};
#[cfg(feature = "client")]
use super::tape::Tape;
use super::{decode_error::DecodeError, json::Json};

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
    pub(super) fn noticed(self) -> Vec<Noticed> {
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
    #[inline]
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
        let note = Note { at: self.at, kind, why };
        self.tape.notes.notes.borrow_mut().push(note);
    }

    /// The steps from the value to one inside.
    #[cfg(feature = "client")]
    fn steps_to(self, at: usize) -> Vec<String> {
        let mut steps = Vec::new();
        let mut here = self;
        let has = |json: Json<'_>| (json.at..json.tape.after(json.at)).contains(&at);
        while here.at != at {
            let next = if let Some(elements) = here.elements() {
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
