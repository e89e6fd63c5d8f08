//! The output folder: only what Tintype wrote and nobody edited is touched, and all problems are named before anything is.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use tintype::Failure;
use tintype::draft::Output;
use tintype::hash;
use tintype::output::drift::Kind;
use tintype::output::lock;
use tintype::output::{Folder, Overwrite, Written, compare, compare_one, write_one, write_sealed};
use tintype::paths;

fn output(files: &[(&str, &str)]) -> Output {
    let files = files
        .iter()
        .map(|&(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    Output {
        files,
        spec: Some("abc".to_owned()),
        ..Output::default()
    }
}

fn write(dir: &Path, output: &Output, overwrite: Overwrite) -> Result<Written, Failure> {
    Folder::open(dir, overwrite)?.write(output)
}

/// A folder that holds `src/a.rs` and `src/old/b.rs`, both written by Tintype.
fn written() -> TempDir {
    let dir = TempDir::new().unwrap();
    write(
        dir.path(),
        &output(&[("src/a.rs", "a\n"), ("src/old/b.rs", "b\n")]),
        Overwrite::Own,
    )
    .unwrap();
    dir
}

fn contents(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(dir)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            if path.is_dir() {
                found.insert(format!("{name}/"), String::new());
                folders.push(path);
            } else {
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn codes(failure: &Failure) -> Vec<(&str, &str)> {
    failure
        .diagnostics()
        .iter()
        .map(|one| (one.code, one.message.as_str()))
        .collect()
}

/// Asserts that the write fails with these codes and leaves the folder as it is.
fn refuses(dir: &Path, output: &Output, expected: &[&str]) -> Failure {
    let before = contents(dir);
    let failure = write(dir, output, Overwrite::Own).unwrap_err();
    let found: Vec<_> = codes(&failure).into_iter().map(|(code, _)| code).collect();
    assert_eq!(found, expected, "{failure}");
    assert_eq!(contents(dir), before);
    failure
}

#[test]
fn a_new_folder_gets_files_and_a_lock_that_names_them() {
    let dir = written();
    let found = contents(dir.path());
    let names: Vec<_> = found.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            ".tintype.lock",
            "src/",
            "src/a.rs",
            "src/old/",
            "src/old/b.rs"
        ]
    );
    let version = env!("CARGO_PKG_VERSION");
    let lock = format!(
        "tintype = \"{version}\"\nspec = \"abc\"\n\n[files]\n\
         \"src/a.rs\" = \"87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7\"\n\
         \"src/old/b.rs\" = \"0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f\"\n"
    );
    assert_eq!(found[".tintype.lock"].split_once('\n').unwrap().1, lock);
}

#[test]
fn only_what_changed_is_written_and_what_is_stale_goes_with_its_folder() {
    let dir = written();
    let new = output(&[("src/a.rs", "a\n"), ("src/c.rs", "c\n")]);
    let done = write(dir.path(), &new, Overwrite::Own).unwrap();
    let expected = Written {
        changed: vec!["src/c.rs".to_owned()],
        removed: vec!["src/old/b.rs".to_owned()],
        unchanged: 1,
    };
    assert_eq!(done, expected);
    let found = contents(dir.path());
    assert_eq!(
        found.keys().map(String::as_str).collect::<Vec<_>>(),
        [".tintype.lock", "src/", "src/a.rs", "src/c.rs"]
    );
}

#[test]
fn writing_the_same_again_touches_no_file() {
    let dir = written();
    let times = || {
        ["src/a.rs", ".tintype.lock"].map(|name| {
            fs::metadata(dir.path().join(name))
                .unwrap()
                .modified()
                .unwrap()
        })
    };
    let before = times();
    let same = output(&[("src/a.rs", "a\n"), ("src/old/b.rs", "b\n")]);
    assert_eq!(
        write(dir.path(), &same, Overwrite::Own).unwrap(),
        Written {
            unchanged: 2,
            ..Written::default()
        }
    );
    assert_eq!(times(), before);
}

#[test]
fn files_of_other_people_stay() {
    let dir = written();
    fs::write(dir.path().join("src/old/mine.rs"), "mine").unwrap();
    write(dir.path(), &output(&[]), Overwrite::Own).unwrap();
    assert_eq!(contents(dir.path())["src/old/mine.rs"], "mine");
    assert!(!dir.path().join("src/a.rs").exists());
}

#[test]
fn every_edited_and_foreign_file_is_named_and_force_takes_them() {
    let dir = written();
    fs::write(dir.path().join("src/a.rs"), "edited\n").unwrap();
    fs::write(dir.path().join("src/old/b.rs"), "edited\n").unwrap();
    fs::write(dir.path().join("README.md"), "mine\n").unwrap();
    let new = output(&[("src/a.rs", "new\n"), ("README.md", "r\n")]);
    let failure = refuses(dir.path(), &new, &["O001", "O001", "O002"]);
    for name in ["a.rs", "b.rs", "README.md"] {
        assert!(failure.to_string().contains(name), "{failure}");
    }
    write(dir.path(), &new, Overwrite::Any).unwrap();
    let found = contents(dir.path());
    assert_eq!(
        (found["src/a.rs"].as_str(), found["README.md"].as_str()),
        ("new\n", "r\n")
    );
    assert!(!found.contains_key("src/old/b.rs"));
}

#[test]
fn an_edit_that_is_what_would_be_written_is_no_edit() {
    let dir = written();
    fs::write(dir.path().join("src/a.rs"), "new\n").unwrap();
    fs::write(dir.path().join("c.rs"), "c\n").unwrap();
    let new = output(&[("src/a.rs", "new\n"), ("c.rs", "c\n")]);
    write(dir.path(), &new, Overwrite::Own).unwrap();
    assert!(compare(dir.path(), &new).unwrap().is_empty());
}

#[test]
fn line_ends_of_a_checkout_are_no_edit() {
    let dir = written();
    fs::write(dir.path().join("src/a.rs"), "a\r\n").unwrap();
    assert!(
        compare(
            dir.path(),
            &output(&[("src/a.rs", "a\n"), ("src/old/b.rs", "b\n")])
        )
        .unwrap()
        .is_empty()
    );
    write(
        dir.path(),
        &output(&[("src/a.rs", "new\n")]),
        Overwrite::Own,
    )
    .unwrap();
    assert_eq!(contents(dir.path())["src/a.rs"], "new\n");
}

#[test]
fn paths_that_leave_the_folder_or_fit_no_system_are_refused() {
    let dir = TempDir::new().unwrap();
    let bad = [
        "../x",
        "/x",
        "a//b",
        "a/./b",
        "",
        "a\\b",
        "c:x",
        "nul.rs",
        "a/COM1",
        "a.",
        "a ",
        "a\nb",
        ".tintype.lock",
        ".tintype-new",
        ".git/config",
        "src/.hidden/x",
    ];
    for path in bad {
        assert!(paths::fault(path).is_some(), "{path}");
        refuses(dir.path(), &output(&[(path, "x")]), &["O003"]);
    }
    for path in [
        "src/lib.rs",
        ".gitignore",
        "docs/sdks/a/README.md",
        "src/com.rs",
        "src/nulls.rs",
    ] {
        assert_eq!(paths::fault(path), None, "{path}");
    }
    refuses(
        dir.path(),
        &output(&[("a/User.rs", "x"), ("a/user.rs", "x")]),
        &["O003"],
    );
    refuses(dir.path(), &output(&[("a", "x"), ("a/b", "x")]), &["O003"]);
}

#[test]
fn a_lock_that_points_outside_removes_nothing() {
    let outer = TempDir::new().unwrap();
    let dir = outer.path().join("sdk");
    fs::create_dir(&dir).unwrap();
    fs::write(outer.path().join("precious"), "p").unwrap();
    let lock = format!(
        "tintype = \"0.1.0\"\n[files]\n\"../precious\" = \"{}\"\n",
        hash::hash(b"p")
    );
    fs::write(dir.join(lock::NAME), lock).unwrap();
    refuses(&dir, &output(&[]), &["O003"]);
    assert!(write(&dir, &output(&[]), Overwrite::Any).is_err());
    assert!(compare(&dir, &output(&[])).is_ok());
    assert_eq!(
        fs::read_to_string(outer.path().join("precious")).unwrap(),
        "p"
    );
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let outer = TempDir::new().unwrap();
    fs::write(outer.path().join("precious"), "p").unwrap();
    let dir = written();
    std::os::unix::fs::symlink(outer.path(), dir.path().join("docs")).unwrap();
    std::os::unix::fs::symlink(outer.path().join("precious"), dir.path().join("x.rs")).unwrap();
    let linked = output(&[("docs/precious", "x"), ("x.rs", "x")]);
    let refused = write(dir.path(), &linked, Overwrite::Any).unwrap_err();
    let codes: Vec<_> = codes(&refused).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["O003", "O003"], "{refused}");
    // Nor one that stands where new files wait.
    std::os::unix::fs::symlink(outer.path(), dir.path().join(".tintype-new")).unwrap();
    let refused = write(dir.path(), &output(&[("src/a.rs", "new")]), Overwrite::Any).unwrap_err();
    assert_eq!(refused.diagnostics()[0].code, "O002", "{refused}");
    assert_eq!(
        fs::read_to_string(outer.path().join("precious")).unwrap(),
        "p"
    );
    assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_where_a_file_belongs_is_in_the_way_even_with_force() {
    let dir = written();
    fs::create_dir(dir.path().join("c.rs")).unwrap();
    refuses(dir.path(), &output(&[("c.rs", "c")]), &["O002"]);
    assert!(write(dir.path(), &output(&[("c.rs", "c")]), Overwrite::Any).is_err());
}

#[test]
fn a_lock_that_is_no_lock_is_an_error_that_force_overcomes() {
    let dir = written();
    fs::write(dir.path().join(lock::NAME), "<<<<<<< HEAD\n").unwrap();
    refuses(dir.path(), &output(&[("src/a.rs", "a\n")]), &["O004"]);
    write(dir.path(), &output(&[("src/a.rs", "a\n")]), Overwrite::Any).unwrap();
    assert!(lock::Lock::parse(&contents(dir.path())[lock::NAME]).is_ok());
}

#[test]
fn a_lock_of_a_later_version_says_to_update() {
    let dir = written();
    fs::write(
        dir.path().join(lock::NAME),
        "tintype = \"999.0.0\"\nnew = 1\n",
    )
    .unwrap();
    let refused = refuses(dir.path(), &output(&[("src/a.rs", "b\n")]), &["O009"]);
    assert!(refused.to_string().contains("999.0.0"), "{refused}");
    write(dir.path(), &output(&[("src/a.rs", "b\n")]), Overwrite::Any).unwrap();
}

#[test]
fn a_folder_for_the_output_that_was_made_for_nothing_goes_again() {
    let dir = TempDir::new().unwrap();
    let refused = write(
        &dir.path().join("a/b"),
        &output(&[("../x", "x")]),
        Overwrite::Own,
    );
    refused.unwrap_err();
    assert_eq!(contents(dir.path()), BTreeMap::new());
}

#[test]
fn a_run_that_cannot_write_leaves_nothing() {
    let dir = TempDir::new().unwrap();
    // The second file's name is longer than any file system takes.
    let long = format!("b/{}", "x".repeat(300));
    refuses(
        dir.path(),
        &output(&[("a/a.rs", "a"), (&long, "b")]),
        &["O005"],
    );
}

#[test]
fn drift_is_shown_for_files_that_differ_are_missing_or_stale() {
    let dir = written();
    let new = output(&[("src/a.rs", "a\nand more\n"), ("c.rs", "")]);
    let drift = compare(dir.path(), &new).unwrap();
    let kinds: Vec<_> = drift
        .changes
        .iter()
        .map(|change| (change.path.as_str(), change.kind))
        .collect();
    let expected = [
        ("c.rs", Kind::Missing),
        ("src/a.rs", Kind::Different),
        ("src/old/b.rs", Kind::Stale),
        (".tintype.lock", Kind::Different),
    ];
    assert_eq!(kinds, expected);
    let text: String = drift
        .changes
        .iter()
        .take(3)
        .map(|change| change.diff.as_str())
        .collect();
    let expected = "\
--- /dev/null
+++ b/c.rs
--- a/src/a.rs
+++ b/src/a.rs
@@ -1 +1,2 @@
 a
+and more
--- a/src/old/b.rs
+++ /dev/null
@@ -1 +0,0 @@
-b
";
    assert_eq!(text, expected);
    write(dir.path(), &new, Overwrite::Own).unwrap();
    assert!(compare(dir.path(), &new).unwrap().is_empty());
    let end = "4 files differ from what would be generated: 2 with another text, 1 missing, 1 not generated any more. `tintype generate` makes them so.\n";
    assert!(drift.to_string().ends_with(end), "{drift}");
}

#[test]
fn one_file_is_rewritten_only_on_change_and_never_over_an_edit() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("out/sdk.rs");
    let text = lock::seal("// x\n");
    assert!(write_sealed(&path, &text, Overwrite::Own).unwrap());
    assert!(!write_sealed(&path, &text, Overwrite::Own).unwrap());
    assert!(write_sealed(&path, &lock::seal("// y\n"), Overwrite::Own).unwrap());
    assert_eq!(compare_one(&path, &text).unwrap().changes.len(), 1);
    assert!(write_one(&path, "mine").unwrap() && !write_one(&path, "mine").unwrap());
    assert_eq!(
        codes(&write_sealed(&path, &text, Overwrite::Own).unwrap_err())[0].0,
        "O001"
    );
    fs::write(&path, text.replace('x', "z")).unwrap();
    assert!(write_sealed(&path, &text, Overwrite::Own).is_err());
    assert!(write_sealed(&path, &text, Overwrite::Any).unwrap());
    assert!(compare_one(&path, &text).unwrap().is_empty());
}
