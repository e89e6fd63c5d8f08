//! When and how soon a call is tried again: the settings and the budget. Decides nothing itself; that is `call`.

use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How failed attempts of a call are repeated.
///
/// By default there are at most 2 retries, after a random wait of up to 0.5 s and 1 s (doubling, never above 8 s), and
/// for the statuses 408, 429, 500, 502, 503 and 504. A call that is not idempotent is only repeated when it was never
/// sent, or was answered with 429.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryConfig {
    max_retries: u32,
    initial_backoff: Duration,
    max_backoff: Duration,
    max_elapsed: Duration,
    statuses: &'static [RangeInclusive<u16>],
}

impl RetryConfig {
    /// The settings of a client that was told nothing else.
    pub const DEFAULT: Self = Self {
        max_retries: 2,
        initial_backoff: Duration::from_millis(500),
        max_backoff: Duration::from_secs(8),
        max_elapsed: Duration::MAX,
        statuses: &[408..=408, 429..=429, 500..=500, 502..=504],
    };

    /// No retries at all.
    pub const NEVER: Self = Self::DEFAULT.max_retries(0);

    /// Repeats a call at most this many times; 2 by default.
    #[must_use]
    pub const fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Waits at most this long before the first retry; 0.5 s by default.
    #[must_use]
    pub const fn initial_backoff(mut self, wait: Duration) -> Self {
        self.initial_backoff = wait;
        self
    }

    /// Waits at most this long before any retry; 8 s by default.
    #[must_use]
    pub const fn max_backoff(mut self, wait: Duration) -> Self {
        self.max_backoff = wait;
        self
    }

    /// Begins no retry after this much time; by default only the timeout of the call ends it.
    #[must_use]
    pub const fn max_elapsed(mut self, time: Duration) -> Self {
        self.max_elapsed = time;
        self
    }

    /// The statuses worth a retry, in place of the default ones.
    #[must_use]
    pub const fn statuses(mut self, statuses: &'static [RangeInclusive<u16>]) -> Self {
        self.statuses = statuses;
        self
    }

    /// Whether one more retry is allowed after this many attempts.
    pub(super) fn allows(&self, attempts: u32) -> bool {
        attempts <= self.max_retries
    }

    /// The time since the start of the call before which a retry must begin.
    pub(super) fn last_start(&self, timeout: Duration) -> Duration {
        timeout.min(self.max_elapsed)
    }

    /// Whether an answer with this status is worth a retry.
    pub(super) fn covers(&self, status: u16) -> bool {
        self.statuses.iter().any(|range| range.contains(&status))
    }

    /// The wait before a retry: exponential, with full jitter from `0.0` up to `1.0`.
    pub(super) fn backoff(&self, attempts: u32, jitter: f64) -> Duration {
        let factor = 1_u32
            .checked_shl(attempts.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let ceiling = self
            .initial_backoff
            .saturating_mul(factor)
            .min(self.max_backoff);
        ceiling.mul_f64(jitter.clamp(0.0, 1.0))
    }
}

impl Default for RetryConfig {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A token bucket that keeps the retries of a client from multiplying an outage.
///
/// It is full at first, which is worth 100 retries in a row. After that, five calls have to succeed for each retry.
#[derive(Debug)]
pub struct RetryBudget(AtomicU32);

impl RetryBudget {
    const FULL: u32 = 500;
    const RETRY: u32 = 5;
    const SUCCESS: u32 = 1;

    /// A full budget.
    pub const fn new() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Pays for a retry, or says that there is nothing left.
    pub fn pay(&self) -> bool {
        let pay = |tokens: u32| tokens.checked_sub(Self::RETRY);
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, pay)
            .is_ok()
    }

    /// Gives a little back for a call that did not need a retry.
    pub fn refill(&self) {
        let refill = |tokens: u32| Some(Self::FULL.min(tokens + Self::SUCCESS));
        let _: Result<u32, u32> = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, refill);
    }
}

impl Default for RetryBudget {
    fn default() -> Self {
        Self::new()
    }
}
