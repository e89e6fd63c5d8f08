//! Random numbers, without a package for them.
//!
//! The standard library asks the system for 128 random bits in each thread and hashes with them (`SipHash`), so that nobody can foresee its
//! hashes. What is hashed here never repeats. That is enough to spread retries and to tell calls apart, and not for secrets.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// A number from 0 to 1.
pub(super) fn jitter() -> f64 {
    let random = u32::try_from(RandomState::new().hash_one(()) >> 32).unwrap_or_default();
    f64::from(random) / f64::from(u32::MAX)
}

/// A UUID of version 4 ([RFC 9562](https://www.rfc-editor.org/rfc/rfc9562#section-5.4)), made at this time.
pub(super) fn uuid(now: Instant) -> String {
    const VERSION: u128 = 4 << 76;
    const VARIANT: u128 = 2 << 62;
    let bits = bits(now) & !(0xf << 76) & !(3 << 62) | VERSION | VARIANT;
    let text = format!("{bits:032x}");
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    [0..8, 8..12, 12..16, 16..20, 20..32].map(part).join("-")
}

/// 128 bits, made at this time.
pub(super) fn bits(now: Instant) -> u128 {
    u128::from(half(now)) << 64 | u128::from(half(now))
}

/// 64 bits, made at this time.
pub(super) fn half(now: Instant) -> u64 {
    static MADE: AtomicU64 = AtomicU64::new(0);
    // A process that was forked off has the random bits of the other one, and its own time.
    RandomState::new().hash_one((MADE.fetch_add(1, Ordering::Relaxed), now))
}
