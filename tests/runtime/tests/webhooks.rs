//! Signatures of webhooks: the published vectors, and everything that is none.

#![cfg(feature = "webhooks")]
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::error::Error;
use std::time::{Duration, SystemTime};

use tintype_runtime_tests::models::SignInTokenStatus;
use tintype_runtime_tests::webhooks::{Verifier, WebhookError};

/// From the tests of the libraries of Standard Webhooks.
const STANDARD: Vector = Vector {
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    sent: "1614265330",
    body: br#"{"test": 2432232314}"#,
    signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};

/// From the tests of the libraries of Svix.
const SVIX: Vector = Vector {
    secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
    id: "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
    sent: "1649367553",
    body: br#"{"email":"test@example.com","username":"test_user"}"#,
    signature: "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=",
};

#[derive(Clone, Copy)]
struct Vector {
    secret: &'static str,
    id: &'static str,
    sent: &'static str,
    body: &'static [u8],
    signature: &'static str,
}

impl Vector {
    fn verifier(self) -> Verifier {
        Verifier::new(self.secret).unwrap()
    }

    fn verify(self, by: &Verifier, prefix: &str, after: i64) -> Result<(), WebhookError> {
        let header = |name: &str| match name.strip_prefix(prefix)? {
            "id" => Some(self.id),
            "timestamp" => Some(self.sent),
            "signature" => Some(self.signature),
            _ => None,
        };
        let seconds = self
            .sent
            .parse::<i64>()
            .unwrap_or_default()
            .saturating_add(after)
            .max(0);
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds.try_into().unwrap());
        by.verify(header, self.body, now)
    }

    fn fails(self) -> String {
        let error = self.verify(&self.verifier(), "webhook-", 0).unwrap_err();
        format!("{error:?}")
    }
}

#[test]
fn the_published_vectors_are_genuine_under_both_names_of_the_headers() {
    for vector in [STANDARD, SVIX] {
        for prefix in ["webhook-", "svix-"] {
            vector.verify(&vector.verifier(), prefix, 0).unwrap();
        }
    }
}

#[test]
fn what_is_changed_on_the_way_is_not_genuine() {
    let changed = [
        Vector {
            body: b"{}",
            ..STANDARD
        },
        Vector {
            id: "msg_other",
            ..STANDARD
        },
        Vector {
            sent: "1614265331",
            ..STANDARD
        },
        Vector {
            secret: SVIX.secret,
            ..STANDARD
        },
        Vector {
            signature: "",
            ..STANDARD
        },
        Vector {
            signature: "v1,",
            ..STANDARD
        },
        Vector {
            signature: "v1,???",
            ..STANDARD
        },
        Vector {
            signature: "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            ..STANDARD
        },
        Vector {
            signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1A==",
            ..STANDARD
        },
        Vector {
            signature: "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            ..STANDARD
        },
    ];
    for vector in changed {
        assert_eq!(vector.fails(), "Signature", "{}", vector.signature);
    }
}

#[test]
fn a_time_is_a_number_of_seconds_and_within_the_tolerance() {
    for sent in [
        "",
        "now",
        "+1614265330",
        "01614265330",
        "-1",
        "99999999999999999999",
    ] {
        assert_eq!(Vector { sent, ..STANDARD }.fails(), "Timestamp", "{sent}");
    }
    let verifier = STANDARD.verifier();
    let at = |after| STANDARD.verify(&verifier, "webhook-", after);
    assert!(at(300).is_ok() && at(-300).is_ok());
    assert!(matches!(at(301), Err(WebhookError::TooOld)));
    assert!(matches!(at(-301), Err(WebhookError::TooNew)));
    let patient = verifier.clone().tolerance(Duration::from_secs(3600));
    assert!(STANDARD.verify(&patient, "webhook-", 3600).is_ok());
}

#[test]
fn one_of_several_signatures_and_of_several_secrets_is_enough() {
    let signature = "v1a,AAAA v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,BBBB";
    let vector = Vector {
        signature,
        ..STANDARD
    };
    let both = Verifier::new(SVIX.secret)
        .unwrap()
        .also(STANDARD.secret)
        .unwrap();
    vector.verify(&both, "webhook-", 0).unwrap();
    SVIX.verify(&both, "svix-", 0).unwrap();
}

#[test]
fn a_missing_header_and_a_wrong_secret_are_named_and_no_key_is_shown() {
    let verifier = STANDARD.verifier();
    let now = SystemTime::UNIX_EPOCH;
    let error = verifier.verify(|_| None, b"", now).unwrap_err();
    assert!(error.to_string().contains("`webhook-id`"), "{error}");
    for secret in ["", "whsec_", "whsec_***", "*"] {
        assert!(matches!(Verifier::new(secret), Err(WebhookError::Secret)));
    }
    assert_eq!(
        format!("{verifier:?}"),
        "Verifier { keys: 1, tolerance: 300s }"
    );
}

#[test]
fn a_genuine_body_is_read_as_a_model() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_614_265_330);
    let header = |name: &str| match name {
        "webhook-id" => Some(STANDARD.id),
        "webhook-timestamp" => Some(STANDARD.sent),
        "webhook-signature" => Some(STANDARD.signature),
        _ => None,
    };
    let verifier = STANDARD.verifier();
    let read = verifier.read::<SignInTokenStatus>(header, STANDARD.body, now);
    let error = read.unwrap_err();
    assert!(
        error.source().unwrap().to_string().contains("a string"),
        "{error:?}"
    );
    let refused = verifier.read::<SignInTokenStatus>(header, b"\"pending\"", now);
    assert!(matches!(refused, Err(WebhookError::Signature)));
}
