//! Measures generated code beside its twin, written by hand with derives and `reqwest`: reading and writing a megabyte of JSON, and
//! calls over loopback.
//!
//! `cargo run --release -p tintype-twin` prints a table, ratios last. Both sides take turns within one run, and of the times of each
//! the one that a tenth of the runs stays below counts, since other programs only ever add to them.
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

mod sample;
mod server;
mod twin;

/// The generated client.
#[allow(
    clippy::all,
    clippy::pedantic,
    dead_code,
    unreachable_pub,
    reason = "it is made for another crate"
)]
mod organizations {
    include!(concat!(env!("OUT_DIR"), "/organizations.rs"));
}

use std::alloc::System;
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use organizations::{models, runtime};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tokio::runtime::Builder;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

type Failure = Box<dyn Error>;

/// How often each side has its turn.
const TURNS: usize = 200;

/// What one side took.
#[derive(Debug, Default)]
struct Taken {
    times: Vec<Duration>,
    bytes: usize,
}

impl Taken {
    /// Does it once more.
    fn turn<T>(&mut self, does: impl FnOnce() -> Result<T, Failure>) -> Result<(), Failure> {
        let region = Region::new(ALLOCATOR);
        let start = Instant::now();
        let done = does()?;
        self.times.push(start.elapsed());
        self.bytes = region.change().bytes_allocated;
        drop(black_box(done));
        Ok(())
    }

    fn milliseconds(&mut self) -> f64 {
        self.times.sort_unstable();
        let time = self.times.get(self.times.len() / 10).copied();
        time.unwrap_or_default().as_secs_f64() * 1e3
    }
}

/// Measures both sides in turns, and prints a line for time and one for what they allocate.
fn compare<A, B>(
    what: &str,
    goal: f64,
    mut generated: impl FnMut() -> Result<A, Failure>,
    mut twin: impl FnMut() -> Result<B, Failure>,
) -> Result<(), Failure> {
    let (mut ours, mut theirs) = (Taken::default(), Taken::default());
    for _ in 0..TURNS {
        ours.turn(&mut generated)?;
        theirs.turn(&mut twin)?;
    }
    let (time, their_time) = (ours.milliseconds(), theirs.milliseconds());
    let ratio = time / their_time;
    println!("{what:<34} {time:>9.3} ms {their_time:>9.3} ms {ratio:>6.2} {goal:>6.2}");
    let kib = |bytes: usize| f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0;
    let (bytes, their_bytes) = (kib(ours.bytes), kib(theirs.bytes));
    let ratio = bytes / their_bytes;
    println!(
        "{:<34} {bytes:>8.1} KiB {their_bytes:>8.1} KiB {ratio:>6.2}",
        "  allocated"
    );
    Ok(())
}

fn main() -> Result<(), Failure> {
    let page = sample::page(1024 * 1024);
    let other_order = serde_json::from_str::<serde_json::Value>(&page)?.to_string();
    println!(
        "{:<34} {:>12} {:>12} {:>6} {:>6}",
        "", "generated", "by hand", "ratio", "goal"
    );
    let read = |text: &str| {
        Ok(runtime::from_slice::<models::OrganizationPage>(
            text.as_bytes(),
        )?)
    };
    let derived = |text: &str| {
        Ok(serde_json::from_slice::<twin::OrganizationPage>(
            text.as_bytes(),
        )?)
    };
    compare("read 1 MiB", 1.2, || read(&page), || derived(&page))?;
    let (generated, by_hand) = (read(&page)?, derived(&page)?);
    compare(
        "read 1 MiB, names in another order",
        1.2,
        || read(&other_order),
        || derived(&other_order),
    )?;
    let write = || {
        let mut json = runtime::JsonWriter::default();
        runtime::Encode::encode(&generated, &mut json);
        Ok(json)
    };
    compare("write 1 MiB", 1.0, write, || {
        Ok(serde_json::to_vec(&by_hand)?)
    })?;
    calls(page)
}

/// Calls over loopback.
fn calls(page: String) -> Result<(), Failure> {
    let address = server::start(page, sample::organization(1))?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let url = format!("http://{address}");
    let client = organizations::Organizations::builder()
        .server_url(&url)
        .build()?;
    let by_hand = reqwest::Client::new();
    let list = async || Ok::<_, Failure>(client.api().list_organizations().await?);
    let list_by_hand = async || {
        let response = by_hand.get(format!("{url}/organizations")).send().await?;
        Ok::<_, Failure>(
            response
                .error_for_status()?
                .json::<twin::OrganizationPage>()
                .await?,
        )
    };
    compare(
        "call for 1 MiB",
        1.15,
        || runtime.block_on(list()),
        || runtime.block_on(list_by_hand()),
    )?;
    let get = async || Ok::<_, Failure>(client.api().get_organization("org_1").await?);
    let get_by_hand = async || {
        let response = by_hand
            .get(format!("{url}/organizations/org_1"))
            .send()
            .await?;
        Ok::<_, Failure>(
            response
                .error_for_status()?
                .json::<twin::Organization>()
                .await?,
        )
    };
    compare(
        "call for one organization",
        1.05,
        || runtime.block_on(get()),
        || runtime.block_on(get_by_hand()),
    )
}
