//! When and how soon a call is tried again: the settings and the budget. Decides nothing itself; that is `call`.

use std::fmt::{self, Debug, Formatter};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::{error::Error, raw_response::RawResponse};

/// How failed attempts of a call are repeated.
///
/// By default there are at most 2 retries, after a random wait of up to 0.5 s and 1 s (doubling, never above 8 s), and
/// for the statuses 408, 429, 500, 502, 503 and 504. A call that is not idempotent, such as a POST, is only repeated when it
/// was never sent, or was answered with 429: after a 503 nobody knows what the server has done. An idempotency key makes it
/// one that is.
///
/// They can come from a configuration file: see the implementation of `Deserialize`.
#[derive(Clone, Copy)]
pub struct RetryConfig {
    max_retries: u32,
    initial_backoff: Duration,
    max_backoff: Duration,
    max_elapsed: Duration,
    statuses: Statuses,
    classifier: Option<Classifier>,
}

/// Says whether an attempt is worth another one; `None` leaves that to the statuses.
pub type Classifier = fn(&Attempt<'_>) -> Option<bool>;

impl RetryConfig {
    /// The settings of a client that was told nothing else.
    pub const DEFAULT: Self = Self {
        max_retries: 2,
        initial_backoff: Duration::from_millis(500),
        max_backoff: Duration::from_secs(8),
        max_elapsed: Duration::MAX,
        statuses: Statuses::of(&[408..=408, 429..=429, 500..=500, 502..=504]),
        classifier: None,
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
    pub const fn statuses(mut self, statuses: &[RangeInclusive<u16>]) -> Self {
        self.statuses = Statuses::of(statuses);
        self
    }

    /// Asks a function whether an attempt is worth a retry, before the statuses are. Whatever it says, a call that is not
    /// idempotent and may have been received is repeated after 429 alone.
    #[must_use]
    pub const fn classifier(mut self, classifier: Classifier) -> Self {
        self.classifier = Some(classifier);
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
        self.statuses.has(status)
    }

    /// What the classifier says of an attempt.
    pub(super) fn classify(&self, attempt: &Attempt<'_>) -> Option<bool> {
        self.classifier?(attempt)
    }

    /// The wait before a retry: exponential, with full jitter from `0.0` up to `1.0`.
    pub(super) fn backoff(&self, attempts: u32, jitter: f64) -> Duration {
        let factor = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        let ceiling = self.initial_backoff.saturating_mul(factor).min(self.max_backoff);
        part(ceiling, jitter)
    }
}

impl Default for RetryConfig {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Two settings are equal that ask the same function.
impl PartialEq for RetryConfig {
    fn eq(&self, other: &Self) -> bool {
        let address = |config: &Self| config.classifier.map(|function| function as usize);
        (self.max_retries, self.initial_backoff, self.max_backoff)
            == (other.max_retries, other.initial_backoff, other.max_backoff)
            && (self.max_elapsed, self.statuses) == (other.max_elapsed, other.statuses)
            && address(self) == address(other)
    }
}

impl Eq for RetryConfig {}

impl Debug for RetryConfig {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryConfig")
            .field("max_retries", &self.max_retries)
            .field("initial_backoff", &self.initial_backoff)
            .field("max_backoff", &self.max_backoff)
            .field("max_elapsed", &self.max_elapsed)
            .field("statuses", &self.statuses)
            .field("classifier", &self.classifier.is_some())
            .finish()
    }
}

/// A part of a wait, from none of it to all.
pub(super) fn part(wait: Duration, jitter: f64) -> Duration {
    let seconds = wait.as_secs_f64() * jitter.clamp(0.0, 1.0);
    // The longest duration is more than itself as a float.
    Duration::try_from_secs_f64(seconds).unwrap_or(wait)
}

/// A set of statuses, a bit for each.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Statuses([u64; 16]);

impl Statuses {
    const fn of(ranges: &[RangeInclusive<u16>]) -> Self {
        let mut words = [0; 16];
        let mut index = 0;
        while index < ranges.len() {
            let (mut status, last) = (*ranges[index].start(), *ranges[index].end());
            // There are no statuses beyond 999.
            while status <= last && status < 1000 {
                words[(status >> 6) as usize] |= 1 << (status & 63);
                status += 1;
            }
            index += 1;
        }
        Self(words)
    }

    fn has(self, status: u16) -> bool {
        let word = self.0.get(usize::from(status >> 6));
        word.is_some_and(|word| word & (1 << (status & 63)) != 0)
    }
}

impl Debug for Statuses {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_set().entries((0..1000).filter(|&status| self.has(status))).finish()
    }
}

/// An attempt that is over, as a [`Classifier`] and a hook see it.
#[derive(Debug)]
pub struct Attempt<'a>(Result<&'a RawResponse, &'a Error>);

impl<'a> Attempt<'a> {
    pub(super) const fn of(outcome: Result<&'a RawResponse, &'a Error>) -> Self {
        Self(outcome)
    }
}

impl Attempt<'_> {
    /// The status of the answer; `None` without one.
    pub fn status(&self) -> Option<StatusCode> {
        match self.0 {
            Ok(response) => Some(response.status),
            Err(error) => error.status(),
        }
    }

    /// The headers of the answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        match self.0 {
            Ok(response) => Some(&response.headers),
            Err(error) => error.headers(),
        }
    }

    /// The body of the answer, or as much of it as came.
    pub fn body(&self) -> Option<&[u8]> {
        match self.0 {
            Ok(response) => Some(&response.body),
            Err(error) => error.body(),
        }
    }

    /// Why there is no whole answer.
    pub fn error(&self) -> Option<&Error> {
        self.0.err()
    }
}

/// A token bucket that keeps the retries of a client from multiplying an outage.
///
/// It is full at first, which is worth 100 retries that do not help. A retry that does gives back what it took, any other
/// success a fifth of that, and a failure nothing.
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
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, pay).is_ok()
    }

    /// Gives something back for a call that succeeded, by a retry or without one.
    pub fn refill(&self, retried: bool) {
        let tokens = if retried { Self::RETRY } else { Self::SUCCESS };
        let refill = |held: u32| Some(Self::FULL.min(held + tokens));
        let _: Result<u32, u32> = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, refill);
    }
}

impl Default for RetryBudget {
    fn default() -> Self {
        Self::new()
    }
}
