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
        read_timeout: seconds(30),
        retry: RetryConfig::DEFAULT,
        idempotent,
    }
}

const fn answered(status: u16) -> Event {
    Event::Answered {
        status,
        retry_after: None,
        again: None,
    }
}

const fn failed(sent: bool) -> Event {
    Event::Failed { sent, again: true }
}

/// The first attempt of a call is over in this way, after one second; what follows with the longest jitter.
fn after(idempotent: bool, event: Event) -> Action {
    let (limits, budget) = (limits(idempotent), RetryBudget::new());
    let mut call = Call::new(&limits, &budget);
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
    assert_eq!(after(false, failed(false)), RETRY);
    assert_eq!(after(true, failed(false)), RETRY);
}

#[test]
fn a_call_that_may_have_been_sent_is_repeated_only_when_that_is_safe() {
    assert_eq!(after(false, failed(true)), Action::Done);
    assert_eq!(after(true, failed(true)), RETRY);
}

#[test]
fn there_are_two_retries_whose_waits_double() {
    let (limits, budget) = (limits(true), RetryBudget::new());
    let mut call = Call::new(&limits, &budget);
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
    let (limits, budget) = (limits(true), RetryBudget::new());
    let mut call = Call::new(&limits, &budget);
    call.next(Event::Start, Duration::ZERO, 0.0);
    let wait = call.next(answered(503), seconds(1), 0.5);
    assert_eq!(wait, Action::Wait(Duration::from_millis(250)));
}

#[test]
fn the_wait_that_a_server_asks_for_is_kept_up_to_a_minute() {
    let asks = |wait| Event::Answered {
        status: 429,
        retry_after: Some(wait),
        again: None,
    };
    let long = Limits {
        timeout: seconds(600),
        ..limits(false)
    };
    let budget = RetryBudget::new();
    let mut call = Call::new(&long, &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    assert_eq!(
        call.next(asks(seconds(60)), seconds(1), 0.0),
        Action::Wait(seconds(60))
    );
    assert_eq!(call.next(asks(seconds(61)), seconds(1), 1.0), Action::Done);
}

/// Servers ask all clients for the same wait; without jitter they would come back together.
#[test]
fn a_wait_that_a_server_asks_for_is_never_shorter_and_a_quarter_longer_at_most() {
    let asks = Event::Answered {
        status: 429,
        retry_after: Some(seconds(8)),
        again: None,
    };
    let budget = RetryBudget::new();
    for (jitter, wait) in [(0.0, 8), (0.5, 9), (1.0, 10)] {
        let limits = limits(true);
        let mut call = Call::new(&limits, &budget);
        call.next(Event::Start, Duration::ZERO, 0.0);
        assert_eq!(
            call.next(asks, seconds(1), jitter),
            Action::Wait(seconds(wait))
        );
    }
}

#[test]
fn no_wait_goes_beyond_the_deadline() {
    let asks = Event::Answered {
        status: 429,
        retry_after: Some(seconds(30)),
        again: None,
    };
    let (limits, budget) = (limits(true), RetryBudget::new());
    let mut call = Call::new(&limits, &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    let Action::Wait(wait) = call.next(asks, seconds(29), 1.0) else {
        panic!("there is time for a wait");
    };
    assert!(seconds(30) <= wait && wait < seconds(31), "{wait:?}");
    assert_eq!(call.next(asks, seconds(30), 1.0), Action::Done);
}

#[test]
fn the_last_attempt_has_the_time_that_is_left_and_none_begins_after_it() {
    let (limits, budget) = (limits(true), RetryBudget::new());
    let mut call = Call::new(&limits, &budget);
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
        let limits = limits(true);
        let mut call = Call::new(&limits, &budget);
        call.next(Event::Start, Duration::ZERO, 1.0);
        call.next(answered(503), seconds(1), 1.0)
    };
    for _ in 0..100 {
        assert_eq!(fails(), RETRY);
    }
    assert_eq!(fails(), Action::Done);
    for _ in 0..5 {
        let limits = limits(true);
        let mut call = Call::new(&limits, &budget);
        call.next(Event::Start, Duration::ZERO, 1.0);
        call.next(answered(200), seconds(1), 1.0);
    }
    assert_eq!(fails(), RETRY);
}

/// One call, whose attempts are answered in this way.
fn call(budget: &RetryBudget, idempotent: bool, statuses: &[u16]) -> Action {
    let limits = limits(idempotent);
    let mut call = Call::new(&limits, budget);
    let mut action = call.next(Event::Start, Duration::ZERO, 0.0);
    for &status in statuses {
        action = call.next(answered(status), seconds(1), 0.0);
        if let Action::Wait(_) = action {
            call.next(Event::Waited, seconds(2), 0.0);
        }
    }
    action
}

/// A quarter of all attempts fails for a moment, as with a replica that restarts.
#[test]
fn failures_that_pass_do_not_use_the_budget_up() {
    let budget = RetryBudget::new();
    for round in 0..6_000 {
        let statuses: &[u16] = if round % 4 == 0 { &[503, 200] } else { &[200] };
        assert_eq!(call(&budget, true, statuses), Action::Done);
        assert_eq!(after_with(&budget), RETRY, "in round {round}");
        // What the look at the budget took is given back.
        budget.refill(true);
    }
}

fn after_with(budget: &RetryBudget) -> Action {
    let limits = limits(true);
    let mut call = Call::new(&limits, budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    call.next(answered(503), seconds(1), 1.0)
}

#[test]
fn a_failure_that_is_not_repeated_earns_nothing() {
    let budget = RetryBudget::new();
    while budget.pay() {}
    for status in [400, 404, 409, 500, 503] {
        for _ in 0..20 {
            assert_eq!(call(&budget, false, &[status]), Action::Done);
        }
    }
    assert!(
        !budget.pay(),
        "a POST that fails pays for retries of others"
    );
    call(&budget, false, &[201; 1]);
    for _ in 0..4 {
        call(&budget, false, &[200]);
    }
    assert!(budget.pay());
}

#[test]
fn what_cannot_help_is_not_tried_again() {
    for sent in [true, false] {
        let event = Event::Failed { sent, again: false };
        assert_eq!(after(true, event), Action::Done);
    }
}

#[test]
fn a_classifier_is_asked_before_the_statuses_and_makes_no_post_safe() {
    let said = |status, again| Event::Answered {
        status,
        retry_after: None,
        again: Some(again),
    };
    assert_eq!(after(true, said(409, true)), RETRY);
    assert_eq!(after(true, said(503, false)), Action::Done);
    assert_eq!(after(false, said(409, true)), Action::Done);
}

#[test]
fn it_is_known_whether_any_attempt_was_sent() {
    let (limits, budget) = (limits(true), RetryBudget::new());
    let mut call = Call::new(&limits, &budget);
    call.next(Event::Start, Duration::ZERO, 1.0);
    call.next(failed(false), seconds(1), 1.0);
    assert!(!call.was_sent());
    call.next(Event::Waited, seconds(2), 1.0);
    call.next(failed(true), seconds(3), 1.0);
    assert!(call.was_sent());
}

proptest! {
    #[test]
    fn every_call_ends_by_its_deadline_whatever_happens(
        events in proptest::collection::vec((0_u8..4, 0_u64..40, 0.0_f64..1.0), 0..40),
        idempotent: bool,
    ) {
        let (limits, budget) = (limits(idempotent), RetryBudget::new());
        let mut call = Call::new(&limits, &budget);
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
                        1 => Event::Answered { status: 429, retry_after: Some(seconds(took)), again: None },
                        2 => failed(false),
                        _ => failed(true),
                    };
                    call.next(event, now, jitter)
                }
            };
        }
        prop_assert!(call.attempts() <= 3);
    }
}
