//! Where a schema is lowered at: the types around it are made, as far as they are not.

use super::classes::{self, Class};
use super::keywords::Keywords;
use super::lowering::Lowering;
use super::parts::Part;
use super::spots::{Home, Site, Spot};
use super::{docs, schemas};

/// The spot of a site: the types around it are made, as far as they are not.
pub(super) fn spot<'d>(lowering: &mut Lowering<'_, 'd>, site: &Site<'d>) -> Spot {
    let at = site.at.clone();
    match &site.home {
        Home::Known(owner, words) => Spot {
            at,
            owner: *owner,
            words: words.clone(),
        },
        Home::Schema(schema, around, words) => {
            let around = spot(lowering, around);
            let keywords = Keywords::of(schema);
            let inside = inside(lowering, &keywords, around);
            match words {
                Some(words) => inside.part(at, words),
                None => Spot { at, ..inside },
            }
        }
    }
}

/// Where the parts of a schema are lowered at: inside its type, if it has one of its own.
fn inside<'d>(lowering: &mut Lowering<'_, 'd>, keywords: &Keywords<'d>, spot: Spot) -> Spot {
    let is_merged = spot.at.parent().and_then(|at| at.last()).as_deref() == Some("allOf");
    if spot.is_whole() || is_merged {
        return spot;
    }
    match classes::of(lowering.view(), keywords, &Site::from(&spot)) {
        Class::Defined => {
            let id = schemas::definition(lowering, keywords, &docs::of(keywords), &spot);
            Spot::of(id, spot.at)
        }
        Class::Wrapped(_) | Class::Plain => spot,
    }
}

/// The spot that the members of a part are lowered at.
pub(super) fn spot_of<'d>(lowering: &mut Lowering<'_, 'd>, part: &Part<'d>) -> Spot {
    if let Some(component) = part.through.last() {
        schemas::lower_component(lowering, *component);
    }
    Spot {
        at: part.at.clone(),
        ..spot(lowering, &part.site)
    }
}
