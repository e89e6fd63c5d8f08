//! A scope in which every name is used once. All wishes come in, all names go out: nothing depends on their order.

mod shorter;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::case::Case;
use super::reserved::{self, Position};
use super::spellings::{LAST, SPELLINGS, Spelled, Spelling, reason};
use super::wish::Wish;
use super::words;

/// A name, and why it is not the plain one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Granted {
    pub(super) name: String,
    pub(super) reason: Option<&'static str>,
    /// The items that wish for the plain name too, or have it; the first of them, where thousands do.
    pub(super) others: Vec<String>,
    /// Who has the name that was chosen for the item.
    pub(super) refused: Option<String>,
    /// The item for which somebody chose the plain name of this one.
    pub(super) moved_by: Option<String>,
}

/// Names that belong to a scope, folded, each with the item that has it.
pub(super) type Taken = BTreeMap<String, Holder>;

/// An item that has a name.
#[derive(Debug, Clone)]
pub(super) struct Holder {
    /// Its JSON pointer.
    at: String,
    /// Whether somebody chose the name for it.
    is_chosen: bool,
}

impl Holder {
    /// An item whose name follows from the document.
    pub(super) fn of(at: String) -> Self {
        Self {
            at,
            is_chosen: false,
        }
    }
}

/// What a name is that somebody chose.
pub(super) const CHOSEN: &str = "chosen by name";

/// Names for all wishes of a scope, in their order. `taken` names belong to the scope already; the new ones are added.
pub(super) fn grant(
    wishes: &[Wish],
    case: Case,
    position: Position,
    taken: &mut Taken,
) -> Vec<Granted> {
    let mut granted: Vec<Option<Granted>> = vec![None; wishes.len()];
    let mut found: Vec<Granted> = vec![Granted::default(); wishes.len()];
    let mut open = grant_chosen(wishes, position, taken, &mut found, &mut granted);
    shorter::grant(wishes, (case, position), taken, &mut found, &mut granted);
    open.retain(|index| granted[*index].is_none());
    for spelling in SPELLINGS {
        let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut spelled = vec![Spelled::default(); wishes.len()];
        for &index in &open {
            spelled[index] = (spelling.name)(&wishes[index], case, position);
            let folded = fold(&spelled[index].name);
            claims.entry(folded).or_default().push(index);
        }
        for (folded, claimants) in claims {
            if spelling.reason.is_none() {
                note_others(wishes, &claimants, taken.get(&folded), &mut found);
            }
            let Some(winner) = winner(wishes, &claimants, case, spelling) else {
                continue;
            };
            if let Entry::Vacant(free) = taken.entry(folded) {
                free.insert(Holder::of(wishes[winner].at.clone()));
                let name = std::mem::take(&mut spelled[winner]);
                let name = of_spelling(spelling, name, &wishes[winner], case, &found[winner]);
                granted[winner] = Some(name);
            }
        }
        open.retain(|index| granted[*index].is_none());
    }
    let granted = granted.into_iter().zip(wishes).zip(&found);
    granted
        .map(|((granted, wish), found)| {
            granted.unwrap_or_else(|| {
                // The last spelling holds a hash of the key, which no two items share.
                let last = (LAST.name)(wish, case, position);
                let last = of_spelling(&LAST, last, wish, case, found);
                taken.insert(fold(&last.name), Holder::of(wish.at.clone()));
                last
            })
        })
        .collect()
}

/// Grants the names that somebody chose, where they can be had; the other wishes are still open.
fn grant_chosen(
    wishes: &[Wish],
    position: Position,
    taken: &mut Taken,
    found: &mut [Granted],
    granted: &mut [Option<Granted>],
) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        let Some(name) = &wish.chosen else {
            open.push(index);
            continue;
        };
        if reserved::is_taken(name, position) {
            found[index].refused = Some("the generated code".to_owned());
            open.push(index);
        } else if let Some(holder) = taken.get(&fold(name)) {
            // Of what is written in one place, the first has the name.
            let is_other = holder.at != wish.at;
            found[index].refused = is_other.then(|| format!("`{}`", holder.at));
            open.push(index);
        } else {
            let holder = Holder {
                is_chosen: true,
                ..Holder::of(wish.at.clone())
            };
            taken.insert(fold(name), holder);
            granted[index] = Some(Granted {
                name: name.clone(),
                reason: Some(CHOSEN),
                ..Granted::default()
            });
        }
    }
    open
}

/// As many items explain a name; all of thousands, for each of them, would be millions.
const MOST_OTHERS: usize = 20;

/// Remembers who else wants the plain name, or has it.
fn note_others(
    wishes: &[Wish],
    claimants: &[usize],
    holder: Option<&Holder>,
    found: &mut [Granted],
) {
    for &index in claimants {
        let chosen = holder.filter(|holder| holder.is_chosen && found[index].refused.is_none());
        if let Some(holder) = chosen {
            found[index].moved_by = Some(holder.at.clone());
        }
        let rivals = claimants.iter().filter(|&&other| other != index);
        let rivals = rivals.map(|&other| &wishes[other].at);
        let others = holder.map(|holder| &holder.at).into_iter().chain(rivals);
        found[index]
            .others
            .extend(others.take(MOST_OTHERS).cloned());
    }
}

/// The name that a spelling made of a wish, and what is to be told of it.
fn of_spelling(
    spelling: &Spelling,
    spelled: Spelled,
    wish: &Wish,
    case: Case,
    found: &Granted,
) -> Granted {
    let told = spelling.reason.or(found.reason);
    let is_plain = told.is_none();
    Granted {
        reason: told.or_else(|| reason(wish, &spelled, case)),
        // Who wishes in vain for a name does not explain it.
        others: if is_plain {
            Vec::new()
        } else {
            found.others.clone()
        },
        refused: found.refused.clone(),
        moved_by: found.moved_by.clone(),
        name: spelled.name,
    }
}

/// Who gets a name that several wish for: the lowest rank; within it the one that is spelled most like Rust; a tie is nobody's.
fn winner(wishes: &[Wish], claimants: &[usize], case: Case, spelling: &Spelling) -> Option<usize> {
    let rank = claimants.iter().map(|&index| wishes[index].rank).min()?;
    let first: Vec<usize> = claimants
        .iter()
        .copied()
        .filter(|&index| wishes[index].rank == rank)
        .collect();
    if let [only] = first[..] {
        return Some(only);
    }
    if spelling.reason.is_some() {
        return None;
    }
    let likeness = |&index: &usize| {
        let text = &wishes[index].text;
        if *text == words::name(text, case) {
            2
        } else {
            u8::from(*text == words::name(text, Case::Snake))
        }
    };
    let most = first.iter().map(likeness).max().filter(|&most| most > 0)?;
    let mut likest = first.into_iter().filter(|index| likeness(index) == most);
    let one = likest.next();
    if likest.next().is_none() { one } else { None }
}

/// File systems and readers do not tell capitals apart.
pub(super) fn fold(name: &str) -> String {
    name.to_lowercase()
}

#[cfg(test)]
mod tests;
