//! What there is to say about names: why one is not the plain one, and what became of those that somebody chose.

use super::Names;
use super::scope::{Granted, Wish};

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

/// Remembers names that are not the plain ones, and those that were refused.
pub(super) fn note(names: &mut Names, wishes: &[Wish], granted: &[Granted]) {
    for (wish, granted) in wishes.iter().zip(granted) {
        if let Some(reason) = granted.reason {
            names.notes.push(Note {
                at: wish.at.clone(),
                name: granted.name.clone(),
                reason,
                others: granted.others.clone(),
            });
        }
        if let Some(by) = &granted.moved_by {
            names.moved.push(Moved {
                at: wish.at.clone(),
                name: granted.name.clone(),
                by: by.clone(),
            });
        }
        if let Some(holder) = &granted.refused {
            names.refused.push(Refused {
                at: wish.at.clone(),
                holder: holder.clone(),
            });
        }
    }
}
