//! What Tintype says of a change and what cargo-semver-checks says of the two crates is the same, or `STABILITY.md` says why
//! not: its last table has a row for each rule that the two judge differently, and no row that is not needed.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tintype::diff::{Bump, Change, Report};
use tintype_semver_tests::{Described, Finding, Pair, Table, Tool, described, program};

const GUIDE: &str = include_str!("../../../STABILITY.md");

/// The tool uses all processors, and writes what it knows of either crate into one folder.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A rule that the two judge differently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Difference {
    rule: String,
    tintype: Bump,
    /// Whether the tool finds less or more than Tintype.
    tool: Ordering,
}

/// A step from one document to another, with what both say of it.
struct Step {
    name: String,
    report: Report,
    tool: Bump,
    lints: Vec<String>,
}

impl Step {
    /// `back` are the findings of the step in the other direction: what is gone there was added here.
    fn new(name: String, report: Report, there: &[Finding], back: &[Finding]) -> Self {
        let found = there.iter().map(|one| one.level).max();
        let is_more = back.iter().any(|one| one.level == Bump::Major);
        let added = if is_more { Bump::Minor } else { Bump::Patch };
        Self {
            name,
            report,
            tool: found.unwrap_or_default().max(added),
            lints: there.iter().map(|one| one.lint.clone()).collect(),
        }
    }

    /// What Tintype says. The tool does not know nothing from a patch.
    fn tintype(&self) -> Bump {
        self.report.verdict.max(Bump::Patch)
    }

    fn difference(&self, change: &Change) -> Difference {
        Difference {
            rule: change.rule.id.to_owned(),
            tintype: self.tintype(),
            tool: self.tool.cmp(&self.tintype()),
        }
    }

    /// The differences that explain why the two do not agree; if they do not, what they say is in `Err`.
    fn explained(&self, table: &BTreeSet<Difference>) -> Result<Vec<Difference>, String> {
        let changes = self.report.changes.iter();
        let worst = changes.filter(|change| change.rust == self.report.verdict);
        let differences: BTreeSet<_> = worst.map(|change| self.difference(change)).collect();
        let (known, unknown): (Vec<_>, Vec<_>) =
            differences.into_iter().partition(|one| table.contains(one));
        let is_explained = match self.tool.cmp(&self.tintype()) {
            Ordering::Equal => return Ok(Vec::new()),
            // It sees none of them.
            Ordering::Less => unknown.is_empty(),
            // One of them is enough.
            Ordering::Greater => !known.is_empty(),
        };
        if is_explained {
            Ok(known)
        } else {
            Err(format!("{}: {unknown:?}, {:?}", self.name, self.lints))
        }
    }
}

/// The last table of `STABILITY.md`, with the program of each row.
fn differences() -> BTreeMap<Difference, Option<String>> {
    let rows = Table::below("## Where cargo-semver-checks differs", GUIDE).rows;
    let rows = rows.into_iter().map(|cells| {
        let [rule, tintype, tool, _, link] = &cells[..] else {
            panic!("{cells:?}");
        };
        let levels = [Bump::Patch, Bump::Minor, Bump::Major];
        let difference = Difference {
            rule: rule.trim_matches('`').to_owned(),
            tintype: levels
                .into_iter()
                .find(|level| level.word() == tintype)
                .unwrap(),
            tool: match &**tool {
                "less" => Ordering::Less,
                "more" => Ordering::Greater,
                other => panic!("{other}"),
            },
        };
        (difference, program(link).map(str::to_owned))
    });
    rows.collect()
}

/// Every pair in a folder. Some of the real ones lack files on one side.
fn pairs(root: &Path) -> Vec<Pair> {
    let set = root.file_name().unwrap().to_string_lossy();
    let folders = Pair::folders(root).into_iter();
    let folders = folders.filter(|folder| !folder.ends_with("unbundled-refs"));
    let pairs = folders.map(|folder| {
        let pair = Pair::read(&folder).unwrap();
        Pair {
            name: format!("{set}-{}", pair.name),
            ..pair
        }
    });
    pairs.collect()
}

/// Every step of the pairs, in both directions.
fn steps(pairs: &[Pair], name: &str) -> Vec<Step> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let tool = Tool::installed(temporary.parent().unwrap()).unwrap();
    let all = described(&temporary.join(name), pairs).unwrap();
    all.iter().flat_map(|one| compared(one, &tool)).collect()
}

/// The steps of the pairs of one crate.
fn compared(one: &Described<'_>, tool: &Tool) -> Vec<Step> {
    let there = tool.compare(&one.name, &one.old, &one.new).unwrap();
    let back = tool.compare(&one.name, &one.new, &one.old).unwrap();
    let modules: BTreeSet<_> = one.pairs.iter().map(Pair::module).collect();
    for finding in there.iter().chain(&back) {
        assert!(modules.contains(&finding.module), "{finding:?}");
    }
    let of = |findings: &[Finding], pair: &Pair| -> Vec<Finding> {
        let here = findings.iter().filter(|one| one.module == pair.module());
        here.cloned().collect()
    };
    let steps = one.pairs.iter().flat_map(|pair| {
        let (there, back) = (of(&there, pair), of(&back, pair));
        [
            Step::new(pair.name.clone(), pair.there(), &there, &back),
            Step::new(format!("{}, back", pair.name), pair.back(), &back, &there),
        ]
    });
    steps.collect()
}

/// The steps that nothing explains, and the rows that were needed.
fn judged(steps: &[Step]) -> (Vec<String>, BTreeSet<Difference>) {
    let table = differences().into_keys().collect();
    let mut faults = Vec::new();
    let mut needed = BTreeSet::new();
    for step in steps {
        match step.explained(&table) {
            Ok(rows) => needed.extend(rows),
            Err(fault) => faults.push(fault),
        }
    }
    (faults, needed)
}

#[test]
fn the_verdicts_on_the_fixtures_agree_or_the_difference_is_explained() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let sets = ["diff", "stability"].map(|set| pairs(&fixtures.join(set)));
    let (faults, needed) = judged(&steps(
        &sets.into_iter().flatten().collect::<Vec<_>>(),
        "semver-fixtures",
    ));
    assert!(faults.is_empty(), "{faults:#?}");
    let table: BTreeSet<_> = differences().into_keys().collect();
    assert_eq!(needed, table, "a row is not needed any more");
}

#[test]
fn the_verdicts_on_real_pairs_agree_or_the_difference_is_explained() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/diff");
    if !corpus.is_dir() {
        eprintln!("{} is not there: nothing was compared", corpus.display());
        return;
    }
    let (faults, _) = judged(&steps(&pairs(&corpus), "semver-corpus"));
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The program of a row stands in the table that agrees with Tintype.
#[test]
fn the_programs_say_that_tintype_is_right() {
    let programs = |headings: &[&str]| -> BTreeSet<String> {
        let tables = headings.iter().map(|heading| Table::below(heading, GUIDE));
        let rows = tables.flat_map(|table| table.rows);
        let links = rows.filter_map(|row| program(row.last()?).map(str::to_owned));
        links.collect()
    };
    let stays = programs(&["## What stays", "## What is no promise"]);
    let breaks = programs(&["## What breaks", "## What means something else"]);
    for (difference, program) in differences() {
        let is_major = difference.tintype == Bump::Major;
        let right = if is_major { &breaks } else { &stays };
        match program {
            Some(program) => assert!(right.contains(&program), "{difference:?}: {program}"),
            // Crates of two names are two packages, and a program does not choose features of its crate.
            None => assert!(
                difference.rule == "package-renamed" || difference.rule.starts_with("resource-"),
                "{difference:?}"
            ),
        }
    }
}
