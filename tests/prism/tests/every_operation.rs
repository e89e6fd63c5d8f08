//! Every operation of a document, called through the SDK that is generated for it: with the arguments that are needed and
//! with all, against Prism that answers with examples and with made-up values. Each request is accepted, each answer read.

#![expect(
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it does"
)]

use std::path::{Path, PathBuf};

use tintype_prism_tests::{Caller, Fault, Mode, Outcome};

const SHOWCASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/showcase.yaml");

/// Operations with a fault that is not one of the SDK. Each has to be there still.
struct Exception {
    limit: &'static Limit,
    operations: &'static [&'static str],
}

/// Something that a call of the showcase proves.
struct Limit {
    reason: &'static str,
    fault: Fault,
    /// Where it happens; `None` for everywhere.
    mode: Option<Mode>,
    extent: Option<&'static str>,
}

const EITHER: Limit = Limit {
    reason: "a schema demands one of several members, which no type says",
    fault: Fault::Refused,
    mode: None,
    extent: Some("short"),
};

const SPACES: Limit = Limit {
    reason: "Prism looks for %20 in a list with spaces, after it has decoded it",
    fault: Fault::Refused,
    mode: None,
    extent: Some("full"),
};

const FLOAT: Limit = Limit {
    reason: "the float of Prism is -2^128, which no float can be",
    fault: Fault::Unreadable,
    mode: Some(Mode::Static),
    extent: None,
};

const RECURSION: Limit = Limit {
    reason: "the inner values of Prism's sample are empty objects, whatever their type demands",
    fault: Fault::Wrong,
    mode: Some(Mode::Static),
    extent: None,
};

const BESIDE: Limit = Limit {
    reason: "the sample of Prism has no member that stands beside an anyOf",
    fault: Fault::Wrong,
    mode: Some(Mode::Static),
    extent: None,
};

const NARROWED: Limit = Limit {
    reason: "Prism makes up a value that only one part of an allOf allows",
    fault: Fault::Wrong,
    mode: Some(Mode::Dynamic),
    extent: None,
};

const REQUIRED: Limit = Limit {
    reason: "Prism leaves out members that are demanded and described nowhere",
    fault: Fault::Wrong,
    mode: None,
    extent: None,
};

/// The minimal case of each limit.
const SHOWCASE_EXCEPTIONS: &[Exception] = &[
    Exception {
        limit: &EITHER,
        operations: &["EitherMember"],
    },
    Exception {
        limit: &SPACES,
        operations: &["SpaceDelimited"],
    },
    Exception {
        limit: &FLOAT,
        operations: &["FloatSample"],
    },
    Exception {
        limit: &RECURSION,
        operations: &["RecursiveSample"],
    },
    Exception {
        limit: &BESIDE,
        operations: &["BesideAnyOf"],
    },
    Exception {
        limit: &NARROWED,
        operations: &["NarrowedEnum"],
    },
    Exception {
        limit: &REQUIRED,
        operations: &["RequiredOnly"],
    },
];

const CLERK_EXCEPTIONS: &[Exception] = &[
    Exception {
        limit: &EITHER,
        operations: &["CreateSamlConnection"],
    },
    Exception {
        limit: &FLOAT,
        operations: &[
            "CancelCommerceSubscriptionItem",
            "CreateBillingPriceTransition",
            "ExtendBillingSubscriptionItemFreeTrial",
            "GetCommerceSubscriptionItemList",
            "GetOrganizationBillingSubscription",
            "GetUserBillingSubscription",
        ],
    },
    Exception {
        limit: &BESIDE,
        operations: &[
            "BanUser",
            "CreateUser",
            "DeleteUserProfileImage",
            "GetUser",
            "GetUserList",
            "LockUser",
            "RemoveUserPassword",
            "ReplaceUserMetadata",
            "SetUserPasswordCompromised",
            "SetUserProfileImage",
            "UnbanUser",
            "UnlockUser",
            "UnsetUserPasswordCompromised",
            "UpdateUser",
            "UpdateUserMetadata",
            "UsersBan",
            "UsersUnban",
        ],
    },
    Exception {
        limit: &NARROWED,
        operations: &["RevokeInvitation"],
    },
    Exception {
        limit: &REQUIRED,
        operations: &[
            "CreateEnterpriseConnection",
            "CreateSamlConnection",
            "GetEnterpriseConnection",
            "GetSamlConnection",
            "ListEnterpriseConnections",
            "ListSamlConnections",
            "UpdateEnterpriseConnection",
            "UpdateSamlConnection",
        ],
    },
];

impl Exception {
    fn covers(&self, mode: Mode, outcome: &Outcome) -> bool {
        let fault = outcome.fault.as_ref().map(|(fault, _)| *fault);
        let limit = self.limit;
        fault == Some(limit.fault)
            && limit.mode.is_none_or(|its| its == mode)
            && limit.extent.is_none_or(|its| its == outcome.extent)
            && self.operations.contains(&outcome.operation.as_str())
    }
}

/// Makes every call of a document in both modes, and finds no fault but those that are named.
fn check(document: &Path, name: &str, exceptions: &[Exception]) {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let target = temporary.parent().unwrap_or(temporary);
    let caller = Caller::compile(document, name, target).unwrap_or_else(|error| panic!("{error}"));
    let mut outcomes = Vec::new();
    for mode in [Mode::Static, Mode::Dynamic] {
        let found = caller.run(mode).unwrap_or_else(|error| panic!("{error}"));
        outcomes.extend(found.into_iter().map(|outcome| (mode, outcome)));
    }
    let mut faults = Vec::new();
    for (mode, outcome) in &outcomes {
        let call = format!("{mode:?} {} {}", outcome.extent, outcome.operation);
        let exception = exceptions.iter().find(|one| one.covers(*mode, outcome));
        match (&outcome.fault, exception) {
            (None, _) => println!("{call}: ok"),
            (Some(_), Some(exception)) => println!("{call}: {}", exception.limit.reason),
            (Some((fault, text)), None) => faults.push(format!("{call}: {fault:?}: {text}")),
        }
    }
    for exception in exceptions {
        for operation in exception.operations {
            let is_it = |(mode, outcome): &(Mode, Outcome)| {
                outcome.operation == *operation && exception.covers(*mode, outcome)
            };
            if !outcomes.iter().any(is_it) {
                faults.push(format!(
                    "{operation}: not any more: {}",
                    exception.limit.reason
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The documents of the corpus, which are not part of the project.
fn corpus() -> PathBuf {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/dev");
    std::env::var_os("TINTYPE_CORPUS").map_or_else(|| beside.into(), PathBuf::from)
}

#[test]
fn every_operation_of_the_showcase_is_called() {
    check(SHOWCASE.as_ref(), "showcase", SHOWCASE_EXCEPTIONS);
}

#[test]
fn every_operation_of_the_clerk_backend_api_is_called() {
    let document = corpus().join("clerk-bapi-2025-11-10.yaml");
    if !document.is_file() {
        eprintln!("{} is not there: nothing was called", document.display());
        return;
    }
    check(&document, "clerk-showcase", CLERK_EXCEPTIONS);
}
