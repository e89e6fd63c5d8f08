//! What there is to say about names: why one is not the plain one, and what became of those that somebody chose.

use super::scope::Granted;
use super::wish::Wish;

/// Why a name is what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The JSON pointer of the item.
    pub at: String,
    /// The name.
    pub name: String,
    /// The reason.
    pub reason: &'static str,
    /// The pointers of the items that stand behind the reason, at most twenty of them.
    pub others: Vec<String>,
}

/// A name that was chosen for an item and belongs to another one, or to the generated code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) at: String,
    /// Who has the name.
    pub(super) holder: String,
}

/// An item that has another name than it would have, because somebody chose that one for another item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) at: String,
    /// The name that it has.
    pub(super) name: String,
    /// The item that the name was chosen for.
    pub(super) by: String,
}

/// All that there is to say about names.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    /// Names that are not the plain ones, with the reason; for `inspect`.
    pub all: Vec<Note>,
    /// Names that were chosen and cannot be given.
    pub(super) refused: Vec<Refused>,
    pub(super) moved: Vec<Moved>,
}

impl Notes {
    /// Adds what there is to say about others.
    pub(super) fn extend(&mut self, more: Self) {
        self.all.extend(more.all);
        self.refused.extend(more.refused);
        self.moved.extend(more.moved);
    }
}

/// Remembers names that are not the plain ones, and those that were refused.
pub(super) fn note(notes: &mut Notes, wishes: &[Wish], granted: &[Granted]) {
    for (wish, granted) in wishes.iter().zip(granted) {
        if let Some(reason) = granted.reason {
            notes.all.push(Note {
                at: wish.at.clone(),
                name: granted.name.clone(),
                reason,
                others: granted.others.clone(),
            });
        }
        if let Some(by) = &granted.moved_by {
            notes.moved.push(Moved {
                at: wish.at.clone(),
                name: granted.name.clone(),
                by: by.clone(),
            });
        }
        if let Some(holder) = &granted.refused {
            notes.refused.push(Refused {
                at: wish.at.clone(),
                holder: holder.clone(),
            });
        }
    }
}
