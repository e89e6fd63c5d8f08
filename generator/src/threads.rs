//! Work on many things at once, a thread for each processor. What comes of it stands in the order of the things.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::{panic, thread};

/// As much as the first thread of a program usually has: what is made may be nested deeply.
const STACK: usize = 8 * 1024 * 1024;

/// Two pieces of work at once, the second on a thread of its own.
pub fn both<A, B: Send>(first: impl FnOnce() -> A, second: impl Fn() -> B + Sync) -> (A, B) {
    thread::scope(|scope| {
        let other = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, &second);
        let first = first();
        let second = match other.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(second)) => second,
            Ok(Err(payload)) => panic::resume_unwind(payload),
            // Where no thread is to be had, it comes after the first.
            Err(_) => second(),
        };
        (first, second)
    })
}

/// Drops what is large and made of much while others work. Nobody waits for it.
pub fn dispose<T: Send + 'static>(value: T) {
    // Where no thread is to be had, the value goes with the closure, here.
    let _ = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || drop(value));
}

/// What the work makes of each thing.
pub fn each<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    if processors.min(things.len()) < 2 {
        return things.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(index) else {
                return done;
            };
            done.push((index, work(thing)));
        }
    };
    let runs = thread::scope(|scope| {
        let others: Vec<_> = (1..processors.min(things.len()))
            // Where no thread is to be had, the others do its work.
            .filter_map(|_| {
                thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, run)
                    .ok()
            })
            .collect();
        let own = run();
        let others = others.into_iter().map(|other| match other.join() {
            Ok(done) => done,
            Err(payload) => panic::resume_unwind(payload),
        });
        std::iter::once(own).chain(others).collect()
    });
    in_order(runs)
}

/// What each thread made of the things that it took, one after the other: put together, where what is large moves once.
fn in_order<R>(runs: Vec<Vec<(usize, R)>>) -> Vec<R> {
    let count = runs.iter().map(Vec::len).sum();
    let mut runs: Vec<_> = runs
        .into_iter()
        .map(|run| run.into_iter().peekable())
        .collect();
    // A run is in order, so that the next one is the first that some run has left.
    let next = |index: usize| {
        let mut runs = runs.iter_mut();
        runs.find_map(|run| run.next_if(|(at, _)| *at == index))
    };
    let all = (0..count).filter_map(next);
    all.map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn what_threads_made_stands_in_the_order_of_the_things() {
        let one = vec![(0, "a"), (3, "d")];
        let other = vec![(1, "b"), (2, "c"), (4, "e")];
        assert_eq!(in_order(vec![other, one]), ["a", "b", "c", "d", "e"]);
    }
}
