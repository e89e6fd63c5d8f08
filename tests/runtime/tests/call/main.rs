//! What a call does next, without a clock: the state machine, the budget and what servers ask for.

#![cfg(feature = "client")]

mod retry_after;

use std::time::Duration;

use proptest::prelude::*;
use tintype_runtime_tests::runtime::{Action, Call, Event, Limits, RetryBudget, RetryConfig};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn limits(idempotent: bool) -> Limits {
    Limits {
        timeout: seconds(60),
        attempt_timeout: seconds(30),
        retry: RetryConfig::DEFAULT,
        idempotent,
    }
}

const fn answered(status: u16) -> Event {
    Event::Answered {
        status,
        retry_after: None,
    }
}

/// The first attempt of a call is over in this way, after one second; what follows with the longest jitter.
fn after(idempotent: bool, event: Event) -> Action {
    let budget = RetryBudget::new();
    let mut call = Call::new(limits(idempotent), &budget);
    let attempt = call.next(Event::Start, Duration::ZERO, 1.0);
    assert_eq!(
        attempt,
        Action::Attempt {
            timeout: seconds(30)
        }
    );
    call.next(event, seconds(1), 1.0)
}

const RETRY: Action = Action::Wait(Duration::from_millis(500));

#[test]
fn a_success_ends_the_call() {
    assert_eq!(after(true, answered(200)), Action::Done);
}

#[test]
fn an_idempotent_call_is_repeated_for_statuses_that_pass_and_for_no_others() {
    let repeated: Vec<u16> = (100..=599)
        .filter(|&status| after(true, answered(status)) == RETRY)
        .collect();
    assert_eq!(repeated, [408, 429, 500, 502, 503, 504]);
}

#[test]
fn a_call_that_is_not_idempotent_is_repeated_for_429_alone() {
    let repeated: Vec<u16> = (100..=599)
        .filter(|&status| after(false, answered(status)) == RETRY)
        .collect();
    assert_eq!(repeated, [429]);
}

#[test]
fn a_call_that_was_never_sent_is_repeated_whatever_it_is() {
    assert_eq!(after(false, Event::Failed { sent: false }), RETRY);
    assert_eq!(after(true, Event::Failed { sent: false }), RETRY);
}

#[test]
fn a_call_that_may_have_been_sent_is_repeated_only_when_that_is_safe() {
    assert_eq!(after(false, Event::Failed { sent: true }), Action::Done);
    assert_eq!(after(true, Event::Failed { sent: true }), RETRY);
}

#[test]
fn there_are_two_retries_whose_waits_double() {
    let budget = RetryBudget::new();
    let mut call = Call::new(limits(true), &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    assert_eq!(call.next(answered(503), seconds(1), 1.0), RETRY);
    call.next(Event::Waited, seconds(2), 1.0);
    assert_eq!(
        call.next(answered(503), seconds(3), 1.0),
        Action::Wait(seconds(1))
    );
    call.next(Event::Waited, seconds(4), 1.0);
    assert_eq!(call.next(answered(503), seconds(5), 1.0), Action::Done);
    assert_eq!(call.attempts(), 3);
}

#[test]
fn jitter_takes_a_part_of_the_wait() {
    let budget = RetryBudget::new();
    let mut call = Call::new(limits(true), &budget);
    call.next(Event::Start, Duration::ZERO, 0.0);
    let wait = call.next(answered(503), seconds(1), 0.5);
    assert_eq!(wait, Action::Wait(Duration::from_millis(250)));
}

#[test]
fn the_wait_that_a_server_asks_for_is_kept_up_to_a_minute() {
    let asks = |wait| Event::Answered {
        status: 429,
        retry_after: Some(wait),
    };
    let long = Limits {
        timeout: seconds(600),
        ..limits(false)
    };
    let budget = RetryBudget::new();
    let mut call = Call::new(long, &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    assert_eq!(
        call.next(asks(seconds(60)), seconds(1), 1.0),
        Action::Wait(seconds(60))
    );
    assert_eq!(call.next(asks(seconds(61)), seconds(1), 1.0), Action::Done);
}

#[test]
fn no_wait_goes_beyond_the_deadline() {
    let asks = Event::Answered {
        status: 429,
        retry_after: Some(seconds(30)),
    };
    let budget = RetryBudget::new();
    let mut call = Call::new(limits(true), &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    assert_eq!(call.next(asks, seconds(29), 1.0), Action::Wait(seconds(30)));
    assert_eq!(call.next(asks, seconds(30), 1.0), Action::Done);
}

#[test]
fn the_last_attempt_has_the_time_that_is_left_and_none_begins_after_it() {
    let budget = RetryBudget::new();
    let mut call = Call::new(limits(true), &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    let attempt = call.next(Event::Waited, seconds(50), 1.0);
    assert_eq!(
        attempt,
        Action::Attempt {
            timeout: seconds(10)
        }
    );
    assert_eq!(call.next(Event::Waited, seconds(60), 1.0), Action::Done);
}

#[test]
fn the_budget_pays_for_a_hundred_retries_and_successes_earn_more() {
    let budget = RetryBudget::new();
    let fails = || {
        let mut call = Call::new(limits(true), &budget);
        call.next(Event::Start, Duration::ZERO, 1.0);
        call.next(answered(503), seconds(1), 1.0)
    };
    for _ in 0..100 {
        assert_eq!(fails(), RETRY);
    }
    assert_eq!(fails(), Action::Done);
    for _ in 0..5 {
        let mut call = Call::new(limits(true), &budget);
        call.next(Event::Start, Duration::ZERO, 1.0);
        call.next(answered(200), seconds(1), 1.0);
    }
    assert_eq!(fails(), RETRY);
}

#[test]
fn it_is_known_whether_any_attempt_was_sent() {
    let budget = RetryBudget::new();
    let mut call = Call::new(limits(true), &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    call.next(Event::Failed { sent: false }, seconds(1), 1.0);
    assert!(!call.was_sent());
    call.next(Event::Waited, seconds(2), 1.0);
    call.next(Event::Failed { sent: true }, seconds(3), 1.0);
    assert!(call.was_sent());
}

proptest! {
    #[test]
    fn every_call_ends_by_its_deadline_whatever_happens(
        events in proptest::collection::vec((0_u8..4, 0_u64..40, 0.0_f64..1.0), 0..40),
        idempotent: bool,
    ) {
        let budget = RetryBudget::new();
        let mut call = Call::new(limits(idempotent), &budget);
        let mut now = Duration::ZERO;
        let mut action = call.next(Event::Start, now, 0.5);
        for (kind, took, jitter) in events {
            action = match action {
                Action::Done => break,
                Action::Wait(wait) => {
                    now += wait;
                    prop_assert!(now < seconds(60), "a wait ended at {now:?}");
                    call.next(Event::Waited, now, jitter)
                }
                Action::Attempt { timeout } => {
                    now += timeout.min(seconds(took));
                    prop_assert!(now <= seconds(60), "an attempt ended at {now:?}");
                    let event = match kind {
                        0 => answered(503),
                        1 => Event::Answered { status: 429, retry_after: Some(seconds(took)) },
                        2 => Event::Failed { sent: false },
                        _ => Event::Failed { sent: true },
                    };
                    call.next(event, now, jitter)
                }
            };
        }
        prop_assert!(call.attempts() <= 3);
    }
}
