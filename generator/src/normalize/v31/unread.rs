//! What is left of the keywords of later versions when all families have taken theirs: left out, and reported where it says something.

use serde_json::{Map, Value};

use super::defs;
use crate::normalize::edits::Here;
use crate::source::grammar::effects::unread;
use crate::source::grammar::{Kind, newer};

/// Reports those of an object that say something.
pub(super) fn tell(kind: Kind, map: &Map<String, Value>, here: &mut Here<'_>) {
    for one in unread(newer::rows(kind), map) {
        here.report(one.key, one.diagnostic());
    }
}

/// Takes them out of an object.
pub(super) fn run(kind: Kind, map: &mut Map<String, Value>, here: &mut Here<'_>) {
    tell(kind, map, here);
    for key in newer::keys(kind).filter(|key| kind != Kind::Schema || !defs::KEYS.contains(key)) {
        map.shift_remove(key);
    }
}
