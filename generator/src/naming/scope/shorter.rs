//! Shorter names, for those who wish for one that nobody else has or wishes for.

use std::collections::BTreeMap;

use super::{Granted, Holder, Taken, Wish, fold};
use crate::naming::case::Case;
use crate::naming::reserved::{self, Position};
use crate::naming::words;

/// Why a name is not the shorter one.
const TAKEN: &str = "another item has the shorter name";

/// Grants the shorter names, the shortest first. One that two wish for is nobody's, and so is one that another item has when no
/// name is shortened, one of the generated code and one that Rust could not write as it is: what is longer is clearer then.
pub(super) fn grant(
    wishes: &[Wish],
    (case, position): (Case, Position),
    taken: &mut Taken,
    found: &mut [Granted],
    granted: &mut [Option<Granted>],
) {
    let longest = wishes.iter().map(|wish| wish.shorter.len()).max();
    let Some(longest) = longest.filter(|longest| *longest > 0) else {
        return;
    };
    let mut full: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, wish) in wishes.iter().enumerate() {
        if granted[index].is_none() {
            let name = fold(&words::name(&wish.text, case));
            full.entry(name).or_default().push(index);
        }
    }
    for step in 0..longest {
        let mut claims: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
        for (index, wish) in wishes.iter().enumerate() {
            let Some(text) = wish.shorter.get(step).filter(|_| granted[index].is_none()) else {
                continue;
            };
            let name = words::name(text, case);
            let is_clear = !reserved::is_taken(&name, position)
                && !reserved::is_raw(&name)
                && !words::begins_with_digit(text, case);
            if is_clear {
                let claim = claims.entry(fold(&name)).or_insert((name, Vec::new()));
                claim.1.push(index);
            }
        }
        for (folded, (name, claimants)) in claims {
            let rivals = full.get(&folded).into_iter().flatten();
            let rivals = rivals.chain(&claimants).copied().collect::<Vec<usize>>();
            if let Some(holder) = taken.get(&folded) {
                refuse(&claimants, &[], wishes, found);
                for &index in &claimants {
                    found[index].others.push(holder.at.clone());
                    if holder.is_chosen {
                        found[index].moved_by = Some(holder.at.clone());
                    }
                }
            } else if rivals.iter().any(|&rival| rival != claimants[0]) {
                refuse(&claimants, &rivals, wishes, found);
            } else {
                taken.insert(folded, Holder::of(wishes[claimants[0]].at.clone()));
                granted[claimants[0]] = Some(Granted {
                    name,
                    ..found[claimants[0]].clone()
                });
            }
        }
    }
}

/// Remembers who stands in the way of a shorter name.
fn refuse(claimants: &[usize], rivals: &[usize], wishes: &[Wish], found: &mut [Granted]) {
    for &index in claimants {
        found[index].reason = Some(TAKEN);
        let others = rivals.iter().filter(|&&other| other != index);
        let others = others.map(|&other| wishes[other].at.clone());
        found[index].others.extend(others.take(super::MOST_OTHERS));
    }
}
