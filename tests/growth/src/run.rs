//! One measurement: a document of a shape and size through every stage, and what it took.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diff::{self, Side};
use tintype::source::files::Memory;
use tintype::{inspect, pipeline};

/// What a run took, by stage.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    /// Reading, checking and planning.
    pub plan: Duration,
    /// Making the text of all files.
    pub output: Duration,
    /// The report of what is generated.
    pub inspect: Duration,
    /// The comparison of the document with itself.
    pub diff: Duration,
    /// The bytes of the output; zero where the document was refused.
    pub bytes: usize,
}

impl Taken {
    /// All of it.
    pub fn time(&self) -> Duration {
        self.plan + self.output + self.inspect + self.diff
    }
}

/// Generates from a document and compares it with itself.
pub fn run(document: &Value) -> Taken {
    let text = document.to_string();
    let files = Memory::default().with("growth.json", text);
    let path = Path::new("growth.json");
    let mut cx = Cx::new(Config::default());
    let mut taken = Taken::default();
    let (placed, time) = timed(|| pipeline::placed(&files, path, &mut cx));
    taken.plan = time;
    let Ok((plan, tree)) = placed else {
        return taken;
    };
    let (output, time) = timed(|| pipeline::output(&plan));
    taken.output = time;
    taken.bytes = output.files.values().map(String::len).sum();
    drop(output);
    taken.inspect = timed(|| inspect::json(&plan)).1;
    let sources = cx.into_sources();
    let side = Side {
        plan: &plan,
        tree: &tree,
        sources: &sources,
    };
    taken.diff = timed(|| diff::compare(side, side)).1;
    taken
}

/// The processor time that work takes, so that what else runs on the machine makes no difference; the time on the clock where the
/// system does not tell.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let (start, before) = (Instant::now(), processor_time());
    let done = work();
    let taken = processor_time().zip(before);
    (
        done,
        taken.map_or_else(
            || start.elapsed(),
            |(after, before)| after.saturating_sub(before),
        ),
    )
}

fn processor_time() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, behind_name) = text.rsplit_once(')')?;
    let fields = behind_name.split_whitespace().skip(11).take(2);
    let ticks: u64 = fields.filter_map(|field| field.parse::<u64>().ok()).sum();
    Some(Duration::from_millis(ticks * 10))
}
