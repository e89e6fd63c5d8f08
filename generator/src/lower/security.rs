//! Security schemes and requirements.

use openapiv3::{APIKeyLocation, ReferenceOr, SecurityRequirement, SecurityScheme};

use super::{Lower, docs};
use crate::ir::{KeyPlace, Scheme, SchemeKind};

impl Lower<'_> {
    /// The schemes, and what holds for operations that say nothing.
    pub(super) fn security(&mut self) {
        let schemes = self
            .doc
            .components
            .iter()
            .flat_map(|all| &all.security_schemes);
        for (wire, scheme) in schemes {
            if let ReferenceOr::Item(scheme) = scheme {
                self.api.schemes.push(lower(wire, scheme));
            }
        }
        self.api.security = self.requirements(self.doc.security.as_deref().unwrap_or_default());
    }

    /// Alternatives of scheme keys. A requirement of a scheme that nobody declares is left out of its alternative.
    pub(super) fn requirements(&self, requirements: &[SecurityRequirement]) -> Vec<Vec<String>> {
        let known = |key: &&String| self.api.schemes.iter().any(|scheme| scheme.wire == **key);
        requirements
            .iter()
            .map(|all| all.keys().filter(known).cloned().collect())
            .collect()
    }
}

fn lower(wire: &str, scheme: &SecurityScheme) -> Scheme {
    let (kind, description) = match scheme {
        SecurityScheme::APIKey {
            location,
            name,
            description,
            ..
        } => {
            let place = match location {
                APIKeyLocation::Query => KeyPlace::Query,
                APIKeyLocation::Header => KeyPlace::Header,
                APIKeyLocation::Cookie => KeyPlace::Cookie,
            };
            (
                SchemeKind::ApiKey {
                    place,
                    name: name.clone(),
                },
                description,
            )
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
        description: docs::text(description.as_deref()),
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
