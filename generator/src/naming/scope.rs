//! A scope in which every name is used once. All wishes come in, all names go out: nothing depends on their order.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

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
    /// Where it stands in the document; decides nothing but the last resort.
    pub(super) at: String,
}

/// A name, and why it is not the plain one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Granted {
    pub(super) name: String,
    pub(super) reason: Option<&'static str>,
}

/// Names for all wishes of a scope, in their order. `taken` names belong to the scope already.
pub(super) fn grant(
    wishes: &[Wish],
    case: Case,
    place: Place,
    taken: &BTreeSet<String>,
) -> Vec<Granted> {
    let mut granted: Vec<Option<Granted>> = vec![None; wishes.len()];
    let mut used = taken.clone();
    let mut open: Vec<usize> = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        match &wish.chosen {
            Some(name) if used.insert(fold(name)) => {
                let reason = Some("chosen by name");
                granted[index] = Some(Granted {
                    name: name.clone(),
                    reason,
                });
            }
            _ => open.push(index),
        }
    }
    for form in FORMS {
        let mut claims: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &index in &open {
            let name = (form.name)(&wishes[index], case, place);
            claims.entry(fold(&name)).or_default().push(index);
        }
        for (folded, claimants) in claims {
            let Some(winner) = winner(wishes, &claimants, case, form) else {
                continue;
            };
            if used.insert(folded) {
                let name = (form.name)(&wishes[winner], case, place);
                granted[winner] = Some(Granted {
                    name,
                    reason: form.reason,
                });
            }
        }
        open.retain(|index| granted[*index].is_none());
    }
    // The last form holds a hash of the place, which no two items share.
    let plain = |wish: &Wish| (LAST.name)(wish, case, place);
    let granted = granted.into_iter().zip(wishes);
    granted
        .map(|(granted, wish)| {
            granted.unwrap_or_else(|| Granted {
                name: plain(wish),
                reason: LAST.reason,
            })
        })
        .collect()
}

/// A way to make a name, tried in order.
struct Form {
    name: fn(&Wish, Case, Place) -> String,
    reason: Option<&'static str>,
}

const FORMS: &[Form] = &[
    Form {
        name: plain,
        reason: None,
    },
    Form {
        name: longer,
        reason: Some("another item has the shorter name"),
    },
    Form {
        name: led,
        reason: Some("another item has this name in another spelling"),
    },
    Form {
        name: signs,
        reason: Some("another item has this name in another spelling"),
    },
    Form {
        name: spelled,
        reason: Some("another item has this name in another spelling"),
    },
];

const LAST: Form = Form {
    name: hashed,
    reason: Some("other items have every shorter name"),
};

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

fn plain(wish: &Wish, case: Case, place: Place) -> String {
    free(words::name(&wish.text, case), case, place)
}

fn longer(wish: &Wish, case: Case, place: Place) -> String {
    if wish.more.is_empty() {
        return led(wish, case, place);
    }
    free(
        words::name(&format!("{} {}", wish.text, wish.more), case),
        case,
        place,
    )
}

fn led(wish: &Wish, case: Case, place: Place) -> String {
    free(words::led(&wish.text, case), case, place)
}

fn signs(wish: &Wish, case: Case, place: Place) -> String {
    free(words::signs(&wish.text, case), case, place)
}

fn spelled(wish: &Wish, case: Case, place: Place) -> String {
    free(words::spelled(&wish.text, case), case, place)
}

fn hashed(wish: &Wish, case: Case, place: Place) -> String {
    let digest = Sha256::digest(wish.at.as_bytes());
    let tail = format!("x{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2]);
    free(
        words::name(&format!("{} {tail}", wish.text), case),
        case,
        place,
    )
}

/// The name, or a longer one where the generated code uses it itself.
fn free(name: String, case: Case, place: Place) -> String {
    if !reserved::is_taken(&name, place) {
        return name;
    }
    match (case, place) {
        (Case::Camel, Place::Variant) => format!("{name}Value"),
        (Case::Camel, _) => format!("{name}Model"),
        (Case::Snake, Place::Option) => format!("{name}_param"),
        (Case::Snake, _) => format!("{name}_"),
    }
}

/// File systems and readers do not tell capitals apart.
fn fold(name: &str) -> String {
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
        }
    }

    fn names(texts: &[&str], case: Case, place: Place) -> Vec<String> {
        let wishes: Vec<Wish> = texts.iter().map(|text| wish(text)).collect();
        let granted = grant(&wishes, case, place, &BTreeSet::new());
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
        let found = grant(&wishes, Case::Camel, Place::Type, &BTreeSet::new());
        assert_eq!(found[1].name, "Token");
        assert_ne!(found[0].name, "Token");
    }
}
