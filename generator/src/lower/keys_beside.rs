//! API keys that go into the query of a call whose query is one JSON document: there is no place for them.

use std::collections::BTreeSet;

use super::reports::Reports;
use crate::diag::codes;
use crate::ir::{Api, KeyLocation, Operation, SchemeId, SchemeKind, WholeQuery};

/// Tells of such keys, at each parameter that is a whole query.
pub(super) fn tell(api: &Api, reports: &mut Reports<'_, '_>) {
    let mut told = BTreeSet::new();
    for operation in &api.operations {
        let mut whole = operation.params.iter();
        let Some(whole) = whole.find(|param| param.whole_query == Some(WholeQuery::Json)) else {
            continue;
        };
        for id in keys(api, operation) {
            if !told.insert((whole.at.clone(), id)) {
                continue;
            }
            let scheme = &api.schemes[id.0].wire;
            reports.report(codes::KEY_BESIDE_WHOLE_QUERY, &whole.at, |found| {
                found.arg("scheme", scheme).arg("whole", &whole.wire)
            });
        }
    }
}

/// The keys in the query that an operation may be called with.
fn keys<'a>(api: &'a Api, operation: &'a Operation) -> impl Iterator<Item = SchemeId> {
    let alternatives = operation.security.alternatives.iter();
    let schemes = alternatives.flat_map(|one| one.schemes.iter().copied());
    schemes.filter(|id| {
        matches!(
            &api.schemes[id.0].kind,
            SchemeKind::ApiKey {
                location: KeyLocation::Query,
                ..
            }
        )
    })
}
