//! Headers by which a server knows a call that it was sent before, and whether anything that is unique will do as such a key.

use openapiv3::ParameterData;

use crate::ir::{Bound, IdempotencyKey, Measure, Param, ParamLocation, Text, Type};

/// Where a document says itself whether a header is one.
const SAID: &str = "x-idempotency-key";

/// The characters of a UUID.
const UUID: f64 = 36.0;

/// What a parameter is to calls that are repeated.
pub(super) fn key(param: &Param, data: &ParameterData) -> Option<IdempotencyKey> {
    let said = data
        .extensions
        .get(SAID)
        .and_then(serde_json::Value::as_bool);
    let is_key = said.unwrap_or_else(|| is_named_so(&param.wire));
    (param.location == ParamLocation::Header && is_key).then(|| {
        if takes_uuid(param) {
            IdempotencyKey::Made
        } else {
            IdempotencyKey::Given
        }
    })
}

/// Whether the name is one of those in use: `Idempotency-Key` (a draft of the IETF, and Stripe's), with a vendor in front, that of
/// `PayPal` and that of LINE.
fn is_named_so(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('_', "-");
    let ends = [
        "idempotency-key",
        "idempotence-key",
        "idempotent-key",
        "idempotency-token",
        "retry-key",
    ];
    let is_end = |end: &&str| {
        name.strip_suffix(*end)
            .is_some_and(|front| front.is_empty() || front.ends_with('-'))
    };
    name == "paypal-request-id" || ends.iter().any(is_end)
}

/// Whether any UUID is a value of the parameter. What a pattern wants is not known.
fn takes_uuid(param: &Param) -> bool {
    let is_text = matches!(param.ty, Type::Text(Text::Plain | Text::Uuid)) && !param.json;
    let allows = |bound: &Bound| match bound {
        Bound::Most(Measure::Characters, most, _) => most.value >= UUID,
        Bound::Least(Measure::Characters, least, _) => least.value <= UUID,
        Bound::Format(_) => true,
        _ => false,
    };
    is_text && param.docs.limits.iter().all(|limit| allows(&limit.bound))
}

#[cfg(test)]
mod tests {
    use super::is_named_so;

    #[test]
    fn names_in_use_are_known_and_others_are_not() {
        let known = [
            "Idempotency-Key",
            "idempotency_key",
            "X-Idempotency-Key",
            "x-apideck-idempotency-key",
            "PayPal-Request-Id",
            "X-Line-Retry-Key",
        ];
        let others = [
            "X-Request-Id",
            "Api-Key",
            "Retry-After",
            "Nonidempotency-Key",
        ];
        assert!(known.iter().all(|name| is_named_so(name)));
        assert!(!others.iter().any(|name| is_named_so(name)));
    }
}
