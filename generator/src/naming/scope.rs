//! A scope in which every name is used once. All wishes come in, all names go out: nothing depends on their order.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::forms::{FORMS, Form, LAST, reason};
use super::reserved::{self, Place};
use super::words::{self, Case};

/// What an item would like to be called.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// A name that somebody chose; it is taken as it is.
    pub(super) chosen: Option<String>,
    /// The text that the name comes from.
    pub(super) text: String,
    /// What tells the item from another one of the same name: more of its place. Empty when there is nothing more to say.
    pub(super) more: String,
    /// Lower comes first when two wish for the same name.
    pub(super) rank: u8,
    /// The JSON pointer of the item.
    pub(super) at: String,
    /// What no other item of the scope has, and what nothing that is added beside it changes; decides the last resort.
    pub(super) key: String,
}

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
pub(super) fn grant(wishes: &[Wish], case: Case, place: Place, taken: &mut Taken) -> Vec<Granted> {
    let mut granted: Vec<Option<Granted>> = vec![None; wishes.len()];
    let mut found: Vec<Granted> = vec![Granted::default(); wishes.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        let Some(name) = &wish.chosen else {
            open.push(index);
            continue;
        };
        if reserved::is_taken(name, place) {
            found[index].refused = Some("the generated code".to_owned());
            open.push(index);
        } else if let Some(holder) = taken.get(&fold(name)) {
            found[index].refused = Some(format!("`{}`", holder.at));
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
    for form in FORMS {
        let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &index in &open {
            let name = (form.name)(&wishes[index], case, place);
            claims.entry(fold(&name)).or_default().push(index);
        }
        for (folded, claimants) in claims {
            if form.reason.is_none() {
                note_others(wishes, &claimants, taken.get(&folded), &mut found);
            }
            let Some(winner) = winner(wishes, &claimants, case, form) else {
                continue;
            };
            if let Entry::Vacant(free) = taken.entry(folded) {
                free.insert(Holder::of(wishes[winner].at.clone()));
                let name = of_form(form, &wishes[winner], case, place, &found[winner]);
                granted[winner] = Some(name);
            }
        }
        open.retain(|index| granted[*index].is_none());
    }
    let granted = granted.into_iter().zip(wishes).zip(&found);
    granted
        .map(|((granted, wish), found)| {
            granted.unwrap_or_else(|| {
                // The last form holds a hash of the key, which no two items share.
                let last = of_form(&LAST, wish, case, place, found);
                taken.insert(fold(&last.name), Holder::of(wish.at.clone()));
                last
            })
        })
        .collect()
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
        found[index].moved_by = chosen.map(|holder| holder.at.clone());
        let rivals = claimants.iter().filter(|&&other| other != index);
        let rivals = rivals.map(|&other| &wishes[other].at);
        let others = holder.map(|holder| &holder.at).into_iter().chain(rivals);
        found[index]
            .others
            .extend(others.take(MOST_OTHERS).cloned());
    }
}

fn of_form(form: &Form, wish: &Wish, case: Case, place: Place, found: &Granted) -> Granted {
    let name = (form.name)(wish, case, place);
    let is_plain = form.reason.is_none();
    Granted {
        reason: form.reason.or_else(|| reason(wish, &name, case, place)),
        // Who wishes in vain for a name does not explain it.
        others: if is_plain {
            Vec::new()
        } else {
            found.others.clone()
        },
        refused: found.refused.clone(),
        moved_by: found.moved_by.clone(),
        name,
    }
}

/// Who gets a name that several wish for: the lowest rank; within it the one that is spelled most like Rust; a tie is nobody's.
fn winner(wishes: &[Wish], claimants: &[usize], case: Case, form: &Form) -> Option<usize> {
    let rank = claimants.iter().map(|&index| wishes[index].rank).min()?;
    let first: Vec<usize> = claimants
        .iter()
        .copied()
        .filter(|&index| wishes[index].rank == rank)
        .collect();
    if let [only] = first[..] {
        return Some(only);
    }
    if form.reason.is_some() {
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
mod tests {
    use super::*;

    fn wish(text: &str) -> Wish {
        Wish {
            chosen: None,
            text: text.to_owned(),
            more: String::new(),
            rank: 0,
            at: format!("#/{text}"),
            key: text.to_owned(),
        }
    }

    fn names(texts: &[&str], case: Case, place: Place) -> Vec<String> {
        let wishes: Vec<Wish> = texts.iter().map(|text| wish(text)).collect();
        let granted = grant(&wishes, case, place, &mut Taken::new());
        granted.into_iter().map(|granted| granted.name).collect()
    }

    #[test]
    fn the_one_that_is_spelled_like_rust_keeps_the_name() {
        let found = names(&["foo_bar", "FooBar"], Case::Camel, Place::Type);
        assert_eq!(found, ["FooUnderscoreBar", "FooBar"]);
    }

    #[test]
    fn a_sign_in_front_tells_two_values_apart() {
        let found = names(&["created_at", "-created_at"], Case::Camel, Place::Variant);
        assert_eq!(found, ["CreatedAt", "DashCreatedAt"]);
    }

    #[test]
    fn the_spelling_that_is_most_like_rust_keeps_the_name_and_the_others_say_theirs() {
        let found = names(&["asc", "ASC"], Case::Camel, Place::Variant);
        assert_eq!(found, ["Asc", "AscUpper"]);
        let found = names(&["ASC", "aSC"], Case::Camel, Place::Variant);
        assert_eq!(found, ["AscUpper", "AScMixed"]);
        let found = names(&["A B", "A-B"], Case::Camel, Place::Variant);
        assert_eq!(found, ["ASpaceB", "ADashB"]);
    }

    #[test]
    fn the_order_of_wishes_decides_nothing() {
        let forwards = names(
            &["a b", "a-b", "a_b", "A b", "new"],
            Case::Snake,
            Place::Field,
        );
        let mut backwards = names(
            &["new", "A b", "a_b", "a-b", "a b"],
            Case::Snake,
            Place::Field,
        );
        backwards.reverse();
        assert_eq!(forwards, backwards);
    }

    #[test]
    fn a_name_of_the_generated_code_is_not_given() {
        assert_eq!(
            names(&["String"], Case::Camel, Place::Type),
            ["StringModel"]
        );
        assert_eq!(
            names(&["timeout"], Case::Snake, Place::Option),
            ["timeout_param"]
        );
        assert_eq!(
            names(&["Unknown"], Case::Camel, Place::Variant),
            ["UnknownValue"]
        );
    }

    #[test]
    fn a_chosen_name_is_taken_as_it_is_and_beats_every_other() {
        let mut wishes = vec![wish("Token"), wish("sign_in_token")];
        wishes[1].chosen = Some("Token".to_owned());
        let found = grant(&wishes, Case::Camel, Place::Type, &mut Taken::new());
        assert_eq!(found[1].name, "Token");
        assert_ne!(found[0].name, "Token");
        assert_eq!(found[0].others, ["#/sign_in_token"]);
    }

    #[test]
    fn a_chosen_name_that_is_taken_is_refused() {
        let mut wishes = vec![wish("a"), wish("b"), wish("c")];
        for (wish, name) in wishes.iter_mut().zip(["Token", "token", "Vec"]) {
            wish.chosen = Some(name.to_owned());
        }
        let found = grant(&wishes, Case::Camel, Place::Type, &mut Taken::new());
        let refused: Vec<_> = found
            .iter()
            .map(|granted| granted.refused.as_deref())
            .collect();
        assert_eq!(refused, [None, Some("`#/a`"), Some("the generated code")]);
    }
}
