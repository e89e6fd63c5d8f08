//! Every keyword of the grammar is used, an annotation, or reported: what the table says is what happens to a document that has it.
//!
//! The documents below `fixtures/keywords` have each keyword somewhere. Without the keywords that are reported there is nothing to say
//! about them; one of those at a time gives one warning, one line of `inspect` and one part that `diff` does not compare.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diag::{Severity, Sources};
use tintype::diff::{self, Side, report};
use tintype::inspect;
use tintype::pipeline;
use tintype::plan::Plan;
use tintype::pointer::Pointer;
use tintype::source::Tree;
use tintype::source::files::Memory;
use tintype::source::grammar::effects::together;
use tintype::source::grammar::rewrite::rewrite_by;
use tintype::source::grammar::walk::Trail;
use tintype::source::grammar::{Effect, Kind, Syntax, newer};

const FILES: &[&str] = &["3.0.yaml", "3.1.yaml", "3.2.yaml"];

/// A keyword of the table.
type Keyword = (Kind, &'static str);

/// What the table says about every keyword.
fn table() -> BTreeMap<Keyword, Effect> {
    let old = Kind::ALL.iter().flat_map(|kind| {
        let keys = kind.object().keys.iter();
        keys.map(move |(key, _, effect)| ((*kind, *key), *effect))
    });
    let new = Kind::ALL
        .iter()
        .flat_map(|kind| newer::rows(*kind).map(move |(key, effect)| ((*kind, key), effect)));
    old.chain(new)
        .filter(|((_, key), _)| !key.starts_with("x-tintype-"))
        .collect()
}

/// What becomes of a document.
struct Run {
    root: Value,
    result: Option<(Plan, Tree)>,
    sources: Sources,
    /// The files, or nothing where an error was reported.
    files: BTreeMap<String, String>,
    /// Code and message of all that was reported.
    said: Vec<String>,
    /// The code and the place of each warning.
    warnings: Vec<(&'static str, Pointer)>,
}

impl Run {
    fn of(root: Value) -> Self {
        let files = Memory::default().with("a.json", root.to_string());
        let mut cx = Cx::new(Config::default());
        let result = pipeline::placed(&files, Path::new("a.json"), &mut cx).ok();
        let output = result.as_ref().map(|(plan, _)| pipeline::output(plan));
        let all = cx.diagnostics();
        let said = all
            .iter()
            .map(|one| format!("{} {}", one.code().id, one.message()));
        let warnings = all.iter().filter(|one| one.severity() == Severity::Warning);
        let warnings = warnings.map(|one| (one.code().id, one.place().unwrap().at.clone()));
        Self {
            root,
            files: output.map(|output| output.files).unwrap_or_default(),
            said: said.collect(),
            warnings: warnings.collect(),
            result,
            sources: cx.into_sources(),
        }
    }

    fn side(&self) -> Side<'_> {
        let (plan, tree) = self.result.as_ref().unwrap();
        Side {
            plan,
            tree,
            sources: &self.sources,
        }
    }

    /// The same without what stands at these places.
    fn without<'p>(&self, places: impl IntoIterator<Item = &'p Pointer>) -> Self {
        let mut root = self.root.clone();
        for at in places {
            let owner = root.pointer_mut(at.parent().unwrap().as_str());
            if let Some(Value::Object(map)) = owner {
                map.shift_remove(&at.last().unwrap());
            }
        }
        Self::of(root)
    }

    /// Whether the files are the same, what was reported, and what a comparison sees.
    fn is_as(&self, other: &Self) -> bool {
        self.files == other.files
            && self.said == other.said
            && (self.result.is_none()
                || diff::compare(self.side(), other.side()).changes.is_empty())
    }
}

/// Every keyword in a document, where it is.
fn keywords(root: &Value) -> Vec<(Keyword, Pointer)> {
    let known = table();
    let mut found = Vec::new();
    rewrite_by(
        newer::syntax,
        &mut root.clone(),
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| {
            for ((owner, key), _) in known.iter().filter(|((owner, _), _)| *owner == kind) {
                if map.contains_key(*key) {
                    found.push(((*owner, *key), trail.pointer().child(key)));
                }
            }
        },
    );
    found
}

/// A document, and the same without what is reported in it.
struct Case {
    file: &'static str,
    whole: Run,
    base: Run,
    keywords: Vec<(Keyword, Pointer)>,
}

impl Case {
    fn of(file: &'static str) -> Self {
        let text = fs::read_to_string(Path::new("tests/fixtures/keywords").join(file)).unwrap();
        let files = Memory::default().with(file, text);
        let tree = tintype::source::read(&files, Path::new(file), &mut Cx::new(Config::default()))
            .unwrap();
        let whole = Run::of(tree.root);
        let keywords = keywords(&whole.root);
        let base = whole.without(
            whole
                .warnings
                .iter()
                .flat_map(|(_, at)| family(at))
                .collect::<Vec<_>>()
                .iter(),
        );
        assert_eq!(base.said, [""; 0], "{file}");
        Self {
            file,
            whole,
            base,
            keywords,
        }
    }

    /// The document with one of its warnings alone.
    fn with_only(&self, at: &Pointer) -> Run {
        let others = self.whole.warnings.iter().filter(|(_, other)| other != at);
        let others: Vec<_> = others.flat_map(|(_, at)| family(at)).collect();
        self.whole.without(&others)
    }

    /// The warnings that are about a keyword at this place.
    fn about(&self, at: &Pointer) -> impl Iterator<Item = (&'static str, &Pointer)> {
        let about = self
            .whole
            .warnings
            .iter()
            .filter(move |(_, place)| place.is_within(at) || family(place).contains(at));
        about.map(|(code, place)| (*code, place))
    }
}

/// The places that one report is for.
fn family(at: &Pointer) -> Vec<Pointer> {
    let (owner, key) = (at.parent().unwrap(), at.last().unwrap());
    together(&key)
        .into_iter()
        .map(|key| owner.child(key))
        .collect()
}

fn cases() -> Vec<Case> {
    FILES.iter().map(|file| Case::of(file)).collect()
}

#[test]
fn every_keyword_is_in_a_document() {
    let seen: BTreeSet<Keyword> = cases()
        .iter()
        .flat_map(|case| case.keywords.iter().map(|(keyword, _)| *keyword))
        .collect();
    let missing: Vec<_> = table()
        .into_keys()
        .filter(|one| !seen.contains(one))
        .collect();
    assert_eq!(missing, []);
}

#[test]
fn what_is_used_changes_what_is_generated_and_an_annotation_nothing() {
    let (mut idle, mut annotations) = (BTreeSet::new(), BTreeSet::new());
    let mut used = BTreeSet::new();
    let table = table();
    for case in cases() {
        for (keyword, at) in &case.keywords {
            if case.base.root.pointer(at.as_str()).is_none() {
                continue;
            }
            let is_idle = || case.base.without([at]).is_as(&case.base);
            match table[keyword] {
                Effect::Annotation if !is_idle() => {
                    annotations.insert((case.file, *keyword));
                }
                Effect::Used | Effect::Partly(_) if used.contains(keyword) => {}
                Effect::Used | Effect::Partly(_) if is_idle() => {
                    idle.insert(*keyword);
                }
                Effect::Used | Effect::Partly(_) => {
                    used.insert(*keyword);
                }
                Effect::Annotation | Effect::Reported(_) => {}
            }
        }
    }
    let idle: Vec<_> = idle.difference(&used).collect();
    let wrong = (idle, annotations);
    assert_eq!(
        wrong,
        (Vec::new(), BTreeSet::new()),
        "used without effect; annotations with one"
    );
}

#[test]
fn what_is_reported_is_told_once_and_in_each_place() {
    let cases = cases();
    for (keyword, effect) in table() {
        let Some(code) = effect.code() else { continue };
        let told = cases.iter().find_map(|case| {
            let places = case.keywords.iter().filter(|(one, _)| *one == keyword);
            places
                .flat_map(|(_, at)| case.about(at))
                .find(|(id, _)| *id == code.id)
                .map(|(_, at)| (case, at))
        });
        let Some((case, at)) = told else {
            panic!("nothing tells of {keyword:?}");
        };
        let with = case.with_only(at);
        assert_eq!(with.warnings, [(code.id, at.clone())], "{keyword:?}");
        assert_eq!(with.said.len(), 1, "{keyword:?}: {:?}", with.said);
        compared(&case.base, &with, code.id);
    }
}

/// One line in `inspect`, and one part that is not compared, in every format.
fn compared(base: &Run, with: &Run, code: &str) {
    let (plan, _) = with.result.as_ref().unwrap();
    let listed: Value = serde_json::from_str(&inspect::json(plan)).unwrap();
    assert_eq!(listed["not_modelled"].as_array().unwrap().len(), 1);
    assert_eq!(inspect::text(plan).matches(code).count(), 1);
    let report = diff::compare(base.side(), with.side());
    assert_eq!(report.unknown().len(), 1, "{}", report::text(&report));
    for (text, title) in [
        (report::text(&report), "Not compared"),
        (report::markdown(&report), "Not compared"),
        (report::json(&report), "\"not_compared\""),
        (report::github(&report), "not compared"),
        (report::html(&report, "old", "new"), "Not compared"),
    ] {
        assert!(text.contains(title), "{text}");
        assert!(text.contains(code), "{text}");
    }
}
