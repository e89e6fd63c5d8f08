//! What a call does next: a state machine over attempts, waits and the deadline.
//!
//! It does no I/O and reads no clock: the time and the jitter are given to it. The async client, the blocking one and
//! the mock all run on it.

use std::time::Duration;

use super::retry::{RetryBudget, RetryConfig, part};

/// The longest wait that a server may ask for. If it asks for more, its error is returned at once.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// The limits of one call.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The time for the whole call, waits included.
    pub timeout: Duration,
    /// The time for one attempt.
    pub attempt_timeout: Duration,
    /// The time for each piece of an answer.
    pub read_timeout: Duration,
    /// How often and how soon it is repeated.
    pub retry: RetryConfig,
    /// Whether doing it twice does the same as doing it once.
    pub idempotent: bool,
}

/// What happened last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The call begins.
    Start,
    /// A wait is over.
    Waited,
    /// An attempt was answered in full.
    Answered {
        /// The status of the answer.
        status: u16,
        /// The wait that the server asked for.
        retry_after: Option<Duration>,
        /// Whether it is worth another attempt, where that is known better than by the status.
        again: Option<bool>,
    },
    /// An attempt got no complete answer.
    Failed {
        /// Whether the server may have seen the request.
        sent: bool,
        /// Whether another attempt may fare better.
        again: bool,
    },
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Send the request, and give up after `timeout`.
    Attempt {
        /// The time for the attempt.
        timeout: Duration,
    },
    /// Wait this long.
    Wait(Duration),
    /// Return what the last attempt gave.
    Done,
}

/// One call under way.
#[derive(Debug)]
pub struct Call<'c> {
    limits: &'c Limits,
    budget: &'c RetryBudget,
    attempts: u32,
    sent: bool,
}

impl<'c> Call<'c> {
    /// A call that has not begun.
    pub const fn new(limits: &'c Limits, budget: &'c RetryBudget) -> Self {
        Self { limits, budget, attempts: 0, sent: false }
    }

    /// How many attempts were begun.
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Whether the server may have seen the request in any attempt.
    pub const fn was_sent(&self) -> bool {
        self.sent
    }

    /// Takes what happened, the time since the start and a random number from 0 to 1, and says what to do.
    pub fn next(&mut self, event: Event, now: Duration, jitter: f64) -> Action {
        match event {
            Event::Start | Event::Waited => self.attempt(now),
            Event::Answered { status, retry_after, again } => {
                self.sent = true;
                let is_worth = again.unwrap_or_else(|| self.limits.retry.covers(status));
                if is_worth && (self.limits.idempotent || status == 429) {
                    return self.retry(retry_after, now, jitter);
                }
                // What the caller did wrong, or what may not be repeated, says nothing about the health of the server.
                if status < 400 && !is_worth {
                    self.budget.refill(self.attempts > 1);
                }
                Action::Done
            }
            Event::Failed { sent, again } => {
                self.sent |= sent;
                if again && (self.limits.idempotent || !sent) {
                    self.retry(None, now, jitter)
                } else {
                    Action::Done
                }
            }
        }
    }

    fn attempt(&mut self, now: Duration) -> Action {
        let left = self.limits.timeout.saturating_sub(now);
        if left.is_zero() {
            return Action::Done;
        }
        self.attempts += 1;
        Action::Attempt { timeout: left.min(self.limits.attempt_timeout) }
    }

    fn retry(&self, asked: Option<Duration>, now: Duration, jitter: f64) -> Action {
        let retry = &self.limits.retry;
        if asked.is_some_and(|wait| wait > LONGEST_RETRY_AFTER) || !retry.allows(self.attempts) {
            return Action::Done;
        }
        let wait = asked.unwrap_or_else(|| retry.backoff(self.attempts, jitter));
        let left = retry.last_start(self.limits.timeout).saturating_sub(now).saturating_sub(wait);
        // A wait that ends at the deadline would only delay the error.
        if left.is_zero() || !self.budget.pay() {
            return Action::Done;
        }
        // All clients of a server are asked to wait as long, and should not come back together.
        let spread = asked.map(|wait| part((wait / 4).min(left / 2), jitter));
        Action::Wait(wait + spread.unwrap_or_default())
    }
}
