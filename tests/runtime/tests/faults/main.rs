//! A server that misbehaves in every way that we know of, over a real socket, and a client that has to survive it.
//!
//! No call lasts longer than its timeout, nothing unsafe is sent twice, nothing panics, no secret goes to another origin, and memory
//! stays what it was.

#![cfg(all(feature = "https", feature = "mock"))]
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]
#![allow(clippy::print_stdout, reason = "counts are what the test is read for")]

mod kinds;
mod server;

use std::alloc::System;
use std::collections::BTreeMap;
use std::future::IntoFuture as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kinds::Fault;
use server::{Seen, Step, serve, serve_by};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tintype_runtime_tests::clerk::{Clerk, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{Error, RetryConfig};
use tokio::task::JoinSet;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const SECRET: &str = "sk_live_0123456789";
const TIMEOUT: Duration = Duration::from_millis(1500);
const PROMPT: RetryConfig = RetryConfig::DEFAULT.initial_backoff(Duration::from_millis(5));

/// How much later than its timeout a call may end on a machine that is busy with other things.
const SLACK: Duration = Duration::from_secs(10);

fn client(address: &str, timeout: Duration) -> Clerk {
    Clerk::builder(SECRET)
        .server_url(format!("http://{address}/v1"))
        .timeout(timeout)
        .attempt_timeout(timeout / 3)
        .max_response_bytes(1 << 20)
        .retries(PROMPT)
        .build()
        .unwrap()
}

/// Held by the test that runs: each takes the whole machine.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The most memory that this process ever had, in MiB; nothing where the system does not say.
fn peak() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? >> 10)
}

/// What went wrong with one fault.
async fn try_out(fault: Fault, other: Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut says = |what: String| wrong.push(format!("{}: {what}", fault.name));
    let (address, seen) = serve(fault.script).await;
    // What is fine has all the time that it needs.
    let timeout = if fault.is_fine { TIMEOUT * 40 } else { TIMEOUT };
    let clerk = client(&address, timeout);
    let start = Instant::now();
    let listed = clerk.users().list_users().await;
    if start.elapsed() > timeout + SLACK {
        says(format!("a GET took {:?}", start.elapsed()));
    }
    match &listed {
        Ok(users) if !fault.is_fine || users != &["user_1"] => {
            says(format!("a GET gave {users:?}"));
        }
        Err(error) if fault.is_fine => says(format!("a GET failed: {error}")),
        _ => {}
    }
    if let Err(error) = &listed {
        check(error, &mut says);
    }
    let start = Instant::now();
    let body = CreateSignInTokenRequestBody::new().user_id("u");
    let created = clerk.sign_in_tokens().create_sign_in_token(&body).await;
    if start.elapsed() > timeout + SLACK {
        says(format!("a POST took {:?}", start.elapsed()));
    }
    let error = created.unwrap_err();
    check(&error, &mut says);
    // A GET may still arrive that was given up.
    let seen = seen.lock().unwrap();
    let posts = seen
        .iter()
        .filter(|request| request.starts_with("POST"))
        .count();
    if posts > 1 {
        says(format!("a POST was sent {posts} times"));
    }
    if posts == 1 && !error.was_sent() {
        says("a POST that arrived is said not to".to_owned());
    }
    for request in other.lock().unwrap().iter() {
        if request.contains(SECRET) || request.to_ascii_lowercase().contains("\r\nauthorization") {
            says(format!("another origin was told {request:?}"));
        }
    }
    wrong
}

/// An error is one line, short, without a secret, and keeps no more than it may.
fn check(error: &Error, says: &mut impl FnMut(String)) {
    let text = format!("{error} {error:?}");
    if text.contains(char::is_control) || text.len() > 4000 {
        says(format!("the error reads {text:?}"));
    }
    if text.contains(SECRET) {
        says("the error shows the secret".to_owned());
    }
    if error.body().is_some_and(|body| body.len() > 1 << 20) {
        says("the error keeps too much".to_owned());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_fault_is_survived() {
    let _alone = ALONE.lock().await;
    let before = peak();
    let (other, told) = serve(vec![Step::Send(
        b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n[\"user_1\"]".to_vec(),
    )])
    .await;
    let faults = kinds::all(&other);
    let count = faults.len();
    let mut running = JoinSet::new();
    let mut wrong = Vec::new();
    for fault in faults {
        if running.len() == 12 {
            wrong.extend(running.join_next().await.unwrap().unwrap());
        }
        running.spawn(try_out(fault, Arc::clone(&told)));
    }
    while let Some(done) = running.join_next().await {
        wrong.extend(done.unwrap());
    }
    let grown = peak().unwrap_or_default() - before.unwrap_or_default();
    println!(
        "{count} faults, {} times wrong, {grown} MiB more memory",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(grown < 256, "{grown} MiB");
}

const CALLS: usize = 1500;

/// One attempt in ten fails in some way, while a thousand and more calls are under way.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_at_once_are_each_answered_or_refused() {
    let _alone = ALONE.lock().await;
    let token =
        r#"{"object":"sign_in_token","id":"1","status":"pending","user_id":null,"created_at":1}"#;
    let (address, seen) = serve_by(move |index| match index % 40 {
        0 => vec![answer("503 Unavailable", "")],
        10 => vec![Step::Reset],
        20 => vec![Step::Send(
            b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{".to_vec(),
        )],
        30 => vec![answer("500 Oops", "{\"message\":\"m\"}")],
        _ => vec![answer("200 OK", token)],
    })
    .await;
    let clerk = client(&address, TIMEOUT * 40);
    let mut running = JoinSet::new();
    for index in 0..CALLS {
        let clerk = clerk.clone();
        running.spawn(async move {
            let user = format!("user_{index:06}");
            let body = CreateSignInTokenRequestBody::new().user_id(&user);
            let calls = clerk.sign_in_tokens();
            let call = calls
                .create_sign_in_token(&body)
                .timeout(Duration::from_secs(60));
            let call = call.attempt_timeout(Duration::from_secs(60));
            // Half of them may be repeated.
            let is_safe = index % 2 == 0;
            let call = if is_safe {
                call.idempotency_key(&user)
            } else {
                call
            };
            (user, is_safe, call.send().await)
        });
    }
    let results = running.join_all().await;
    let sent = sent_by_user(&seen);
    let (mut succeeded, mut failed, mut repeated) = (0, 0, 0);
    for (user, is_safe, result) in results {
        // A request may be lost with its connection.
        let sent = sent.get(&user).copied().unwrap_or_default();
        assert!(is_safe || sent <= 1, "{user} was sent {sent} times");
        assert!(sent <= 3, "{user} was sent {sent} times");
        match result {
            Ok(response) => {
                assert!(sent > 0, "{user} was never sent");
                succeeded += 1;
                repeated += usize::from(response.attempts() > 1);
            }
            Err(error) => {
                assert!(sent == 0 || error.was_sent(), "{error}");
                failed += 1;
            }
        }
    }
    println!("{CALLS} calls: {succeeded} answered, {repeated} of them by a retry, {failed} failed");
    assert!(
        succeeded > CALLS * 9 / 10 && repeated > CALLS / 40,
        "{succeeded}, {repeated}"
    );
}

fn answer(status: &str, body: &str) -> Step {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\n\r\n");
    Step::Send([head.as_bytes(), body.as_bytes()].concat())
}

/// How often each user was asked for.
fn sent_by_user(seen: &Seen) -> BTreeMap<String, usize> {
    let mut sent = BTreeMap::new();
    for request in seen.lock().unwrap().iter() {
        let at = request.find("user_0").unwrap();
        *sent.entry(request[at..at + 11].to_owned()).or_default() += 1;
    }
    sent
}

/// How much memory a call is before it is polled: the request and its future are two allocations, and what is moved are pointers.
#[tokio::test]
async fn a_call_is_small_wherever_it_is_moved() {
    let _alone = ALONE.lock().await;
    let clerk = client("127.0.0.1:9", TIMEOUT);
    let region = Region::new(ALLOCATOR);
    let request = clerk.users().list_users();
    let for_request = region.change().bytes_allocated;
    assert!(size_of_val(&request) <= 4 * size_of::<usize>());
    let sending = request.send();
    let for_call = region.change().bytes_allocated - for_request;
    println!("{for_request} bytes for a request, {for_call} for its call");
    assert!(for_request <= 1 << 10, "{for_request}");
    assert!(for_call <= 8 << 10, "{for_call}");
    assert!(size_of_val(&sending) <= 4 * size_of::<usize>());
    assert!(size_of_val(&clerk.users().list_users().into_future()) <= 4 * size_of::<usize>());
}
