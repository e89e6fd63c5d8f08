//! Security schemes and requirements.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

use openapiv3::{APIKeyLocation, SecurityRequirement, SecurityScheme};

use super::document::Document;
use super::reports::Reports;
use super::{headers, texts};
use crate::diag::codes;
use crate::ir::{Issue, KeyLocation, Requirement, Scheme, SchemeId, SchemeKind, Security};
use crate::pointer::Pointer;

/// The schemes of the document; those that a client does not do all for are reported.
pub(super) fn schemes(doc: Document<'_>, reports: &mut Reports<'_, '_>) -> Vec<Scheme> {
    let written = doc.components().map(|all| &all.security_schemes);
    let written = written.into_iter().flatten();
    let schemes = written.filter_map(|(wire, scheme)| Some(lower(wire, scheme.as_item()?)));
    let schemes: Vec<Scheme> = schemes.collect();
    for scheme in &schemes {
        unserved(scheme, reports);
    }
    schemes
}

fn unserved(scheme: &Scheme, reports: &mut Reports<'_, '_>) {
    let how = match &scheme.kind {
        SchemeKind::Http(name) => format!(
            "HTTP `{}` is not worked out: the credential is sent as it is, as the whole `Authorization` header",
            name.escape_debug()
        ),
        SchemeKind::Outside => "nothing is sent for it".to_owned(),
        SchemeKind::Bearer | SchemeKind::Basic | SchemeKind::ApiKey { .. } => return,
    };
    let at: Pointer = ["components", "securitySchemes", &scheme.wire]
        .iter()
        .collect();
    reports.report(codes::UNSERVED_SCHEME, &at, |found| {
        found.arg("name", &scheme.wire).arg("how", how)
    });
}

/// What reads the requirements of one document.
pub(super) struct Requirements<'a, 'd> {
    doc: Document<'d>,
    schemes: &'a [Scheme],
    ids: BTreeMap<&'a str, SchemeId>,
    /// The schemes that one token is sent for, each pair told once.
    tokens: BTreeSet<(SchemeId, SchemeId)>,
}

/// Two schemes of one alternative that write the same header.
struct Collision<'a> {
    first: SchemeId,
    second: SchemeId,
    header: &'a str,
}

impl<'a, 'd> Requirements<'a, 'd> {
    /// Requirements of these schemes.
    pub(super) fn new(doc: Document<'d>, schemes: &'a [Scheme]) -> Self {
        let ids = schemes.iter().enumerate();
        Self {
            doc,
            schemes,
            ids: ids
                .map(|(index, scheme)| (scheme.wire.as_str(), SchemeId(index)))
                .collect(),
            tokens: BTreeSet::new(),
        }
    }

    /// What requirements ask for. One of a scheme that nobody declares is left out of its alternative.
    pub(super) fn read(
        &mut self,
        requirements: &[SecurityRequirement],
        at: &Pointer,
        reports: &mut Reports<'_, '_>,
    ) -> Security {
        let mut security = Security::default();
        for (index, all) in requirements.iter().enumerate() {
            let schemes = all.keys().filter_map(|key| self.ids.get(key.as_str()));
            let mut schemes: Vec<SchemeId> = schemes.copied().collect();
            let collisions = self.collisions(&schemes);
            // A credential that cannot be sent is asked of nobody.
            let unsent: BTreeSet<SchemeId> = collisions.iter().map(|two| two.second).collect();
            schemes.retain(|id| !unsent.contains(id));
            let at = at.child("security").index(index);
            for collision in collisions {
                self.tell(&collision, &at, reports);
            }
            let scopes = schemes.iter().map(|id| {
                let mut scopes = all.get(self.key(*id)).cloned().unwrap_or_default();
                scopes.sort_unstable();
                scopes
            });
            security.alternatives.push(Requirement {
                scopes: scopes.collect(),
                schemes,
            });
        }
        security
    }

    fn key(&self, id: SchemeId) -> &'a str {
        &self.schemes[id.0].wire
    }

    fn tell(&mut self, collision: &Collision<'_>, at: &Pointer, reports: &mut Reports<'_, '_>) {
        let pair = (collision.first, collision.second);
        let (first, second) = (self.key(pair.0), self.key(pair.1));
        let at = at.child(second);
        if !self.is_token(first) || !self.is_token(second) {
            reports.report(codes::COLLIDING_SCHEMES, &at, |found| {
                let found = found.arg("first", first).arg("second", second).on_key();
                found.arg("header", collision.header)
            });
        } else if self.tokens.insert(pair) {
            reports.report(codes::ONE_TOKEN, &at, |found| {
                found.arg("first", first).arg("second", second).on_key()
            });
        }
    }

    /// Whether a scheme is a token that a server gives out for scopes, so that one may be good for several schemes.
    fn is_token(&self, key: &str) -> bool {
        let schemes = self.doc.components().map(|all| &all.security_schemes);
        let scheme = schemes.and_then(|all| all.get(key)?.as_item());
        matches!(
            scheme,
            Some(SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. })
        )
    }

    /// The schemes of one alternative that write the same header as another one before.
    fn collisions(&self, all: &[SchemeId]) -> Vec<Collision<'a>> {
        let mut found = Vec::new();
        let mut written: BTreeMap<String, SchemeId> = BTreeMap::new();
        for &second in all {
            let Some(header) = header(&self.schemes[second.0].kind) else {
                continue;
            };
            match written.entry(header.to_ascii_lowercase()) {
                Entry::Occupied(first) => found.push(Collision {
                    first: *first.get(),
                    second,
                    header,
                }),
                Entry::Vacant(place) => {
                    place.insert(second);
                }
            }
        }
        found
    }
}

/// The header that a scheme writes.
fn header(kind: &SchemeKind) -> Option<&str> {
    match kind {
        SchemeKind::Bearer | SchemeKind::Basic | SchemeKind::Http(_) => Some("Authorization"),
        SchemeKind::ApiKey {
            location: KeyLocation::Header,
            name,
        } => Some(name),
        SchemeKind::ApiKey { .. } | SchemeKind::Outside => None,
    }
}

/// What `Authorization: Bearer` means in the place of the name of a header, where its value begins already.
fn of_header_line(name: &str) -> Option<SchemeKind> {
    let (header, scheme) = name.split_once(':')?;
    if !header.trim().eq_ignore_ascii_case("authorization") {
        return None;
    }
    match scheme.trim().to_ascii_lowercase().as_str() {
        "bearer" => Some(SchemeKind::Bearer),
        "basic" => Some(SchemeKind::Basic),
        _ => None,
    }
}

fn lower(wire: &str, scheme: &SecurityScheme) -> Scheme {
    let issue = match scheme {
        SecurityScheme::OAuth2 { flows, .. } => {
            Issue::OAuth2(serde_json::to_value(flows).unwrap_or_default())
        }
        SecurityScheme::OpenIDConnect {
            open_id_connect_url,
            ..
        } => Issue::OpenIdConnect(open_id_connect_url.clone()),
        SecurityScheme::APIKey { .. } | SecurityScheme::HTTP { .. } => Issue::Unsaid,
    };
    let (kind, description) = match scheme {
        SecurityScheme::APIKey {
            location,
            name,
            description,
            ..
        } => {
            let location = match location {
                APIKeyLocation::Query => KeyLocation::Query,
                APIKeyLocation::Header => KeyLocation::Header,
                APIKeyLocation::Cookie => KeyLocation::Cookie,
            };
            let kind = if location != KeyLocation::Header || headers::is_name(name) {
                let name = name.clone();
                SchemeKind::ApiKey { location, name }
            } else {
                of_header_line(name).unwrap_or(SchemeKind::Outside)
            };
            (kind, description)
        }
        SecurityScheme::HTTP {
            scheme,
            description,
            ..
        } => (http(scheme), description),
        SecurityScheme::OAuth2 { description, .. }
        | SecurityScheme::OpenIDConnect { description, .. } => (SchemeKind::Bearer, description),
    };
    Scheme {
        wire: wire.to_owned(),
        kind,
        issue,
        description: texts::said(description.as_deref()),
    }
}

/// Scheme names are case-insensitive (RFC 9110, section 11.1).
fn http(scheme: &str) -> SchemeKind {
    match scheme.to_ascii_lowercase().as_str() {
        "bearer" => SchemeKind::Bearer,
        "basic" => SchemeKind::Basic,
        "mutual" => SchemeKind::Outside,
        _ => SchemeKind::Http(scheme.to_owned()),
    }
}
