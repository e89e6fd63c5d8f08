//! The command `tintype diff`: what it compares, and how it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const OLD: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths:\n  /pets:\n    get:\n      operationId: listPets\n      responses: {'204': {description: Done}}\n";

/// One more operation.
fn more() -> String {
    format!(
        "{OLD}    post:\n      operationId: addPet\n      responses: {{'204': {{description: Done}}}}\n"
    )
}

fn tintype(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tintype"));
    command.current_dir(dir).args(arguments).output().unwrap()
}

/// Asserts the exit code and gives both outputs.
#[track_caller]
fn ends(dir: &Path, code: i32, arguments: &[&str]) -> (String, String) {
    let done = tintype(dir, arguments);
    let out = String::from_utf8(done.stdout).unwrap();
    let err = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(code), "{out}{err}");
    (out, err)
}

/// A folder with two documents.
fn documents() -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("old.yaml"), OLD).unwrap();
    fs::write(dir.path().join("new.yaml"), more()).unwrap();
    dir
}

/// Runs Git there; false where there is no Git.
fn git(dir: &Path, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    let who = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    command.current_dir(dir).args(who).args(arguments);
    command.output().is_ok_and(|done| done.status.success())
}

#[test]
fn two_files_end_as_fail_on_says() {
    let dir = documents();
    let at = dir.path();
    let (out, err) = ends(at, 0, &["diff", "old.yaml", "new.yaml"]);
    assert!(out.starts_with("minor: 1 minor\n"), "{out}");
    assert_eq!(err, "");
    ends(
        at,
        0,
        &["diff", "old.yaml", "new.yaml", "--fail-on", "breaking"],
    );
    ends(at, 1, &["diff", "old.yaml", "new.yaml", "--fail-on", "any"]);
    ends(
        at,
        1,
        &["diff", "new.yaml", "old.yaml", "--fail-on", "breaking"],
    );
    ends(at, 0, &["diff", "old.yaml", "old.yaml", "--fail-on", "any"]);
}

#[test]
fn a_report_can_go_to_a_file() {
    let dir = documents();
    let at = dir.path();
    let arguments = [
        "diff", "old.yaml", "new.yaml", "--format", "json", "-o", "out.json",
    ];
    assert_eq!(ends(at, 0, &arguments).0, "");
    let text = fs::read_to_string(at.join("out.json")).unwrap();
    assert!(text.contains("\"rule\": \"operation-added\""), "{text}");
}

#[test]
fn what_is_wrong_on_both_sides_is_told_at_once() {
    let dir = documents();
    let (out, err) = ends(dir.path(), 2, &["diff", "one.yaml", "two.yaml"]);
    assert_eq!(out, "");
    assert!(
        err.contains("one.yaml") && err.contains("two.yaml"),
        "{err}"
    );
}

#[test]
fn a_revision_of_git_is_compared_with_the_folder() {
    let dir = documents();
    let at = dir.path();
    fs::rename(at.join("old.yaml"), at.join("pets.yaml")).unwrap();
    if !git(at, &["init", "-q", "-b", "main"]) {
        eprintln!("skipped: there is no Git");
        return;
    }
    assert!(git(at, &["add", "pets.yaml"]) && git(at, &["commit", "-qm", "pets"]));
    fs::rename(at.join("new.yaml"), at.join("pets.yaml")).unwrap();
    let (out, _) = ends(at, 0, &["diff", "git:main:pets.yaml", "pets.yaml"]);
    assert!(out.starts_with("minor: 1 minor\n"), "{out}");
    let (_, err) = ends(at, 2, &["diff", "git:main:none.yaml", "pets.yaml"]);
    assert!(err.contains("Git says: "), "{err}");
    let (_, err) = ends(at, 2, &["diff", "git:nowhere:pets.yaml", "pets.yaml"]);
    assert!(err.contains("Git says: "), "{err}");
}

#[test]
fn what_git_could_take_for_an_option_is_refused() {
    let dir = documents();
    for wrong in [
        "git:--output=x:old.yaml",
        "git::old.yaml",
        "git:main",
        "git:main:",
    ] {
        let (_, err) = ends(dir.path(), 2, &["diff", wrong, "old.yaml"]);
        assert!(err.starts_with("error[D001]"), "{wrong}: {err}");
    }
    let (_, err) = ends(dir.path(), 2, &["diff", "git:main:../old.yaml", "old.yaml"]);
    assert!(err.contains("the path leaves the repository"), "{err}");
    assert!(!dir.path().join("x").exists());
}

#[test]
fn a_generated_crate_stands_for_the_document_of_its_lock_file() {
    let dir = documents();
    let at = dir.path();
    fs::create_dir(at.join("spec")).unwrap();
    fs::rename(at.join("old.yaml"), at.join("spec/pets.yaml")).unwrap();
    let config = "spec = \"pets.yaml\"\noutput = \"../sdk\"\n[client]\nname = \"Pets\"\n";
    fs::write(at.join("spec/tintype.toml"), config).unwrap();
    ends(at, 0, &["generate"]);
    let lock = fs::read_to_string(at.join("sdk/.tintype.lock")).unwrap();
    assert!(
        lock.contains("document = \"../spec/pets.yaml\"\n"),
        "{lock}"
    );
    // The configuration of the crate is not that of a document that is named alone.
    let (out, _) = ends(at, 0, &["diff", "sdk", "new.yaml"]);
    assert!(
        out.contains("operation-added") && out.contains("client-renamed"),
        "{out}"
    );
    let both = ["diff", "sdk", "new.yaml", "--config", "spec/tintype.toml"];
    let (out, _) = ends(at, 0, &both);
    assert!(out.starts_with("minor: 1 minor\n"), "{out}");

    // Whatever becomes of the document, the crate stands for what it was made from, and says where that lay.
    fs::rename(at.join("new.yaml"), at.join("spec/pets.yaml")).unwrap();
    let github = ["diff", "sdk", "spec/pets.yaml", "--format", "github"];
    let (out, _) = ends(at, 0, &github);
    assert!(out.contains("file=spec/pets.yaml,line="), "{out}");
    let (out, _) = ends(at, 0, &["diff", "spec/pets.yaml", "sdk"]);
    assert!(out.contains("operation-removed"), "{out}");
}

#[test]
fn crates_of_one_document_each_are_compared_wherever_they_lie() {
    let dir = documents();
    let at = dir.path();
    for (document, to) in [("old.yaml", "one/sdk"), ("new.yaml", "two/sdk")] {
        let package = ["--package", "pets"];
        ends(
            at,
            0,
            &[&["generate", document, "-o", to][..], &package].concat(),
        );
        fs::remove_file(at.join(document)).unwrap();
    }
    let (out, _) = ends(at, 0, &["diff", "one/sdk", "two/sdk"]);
    assert!(out.starts_with("minor: 1 minor\n"), "{out}");
    assert!(out.contains("two/sdk/.tintype.document/new.yaml:"), "{out}");

    let kept = at.join("one/sdk/.tintype.document");
    let text = fs::read_to_string(&kept).unwrap();
    fs::write(&kept, text.replace("listPets", "allPets")).unwrap();
    let (_, err) = ends(at, 2, &["diff", "one/sdk", "two/sdk"]);
    assert!(err.starts_with("error[D003]"), "{err}");
    let lock = fs::read_to_string(at.join("one/sdk/.tintype.lock")).unwrap();
    let old = lock
        .lines()
        .filter(|line| !line.contains("tintype.document"));
    let old: Vec<&str> = old.collect();
    fs::write(at.join("one/sdk/.tintype.lock"), old.join("\n")).unwrap();
    let (_, err) = ends(at, 2, &["diff", "one/sdk", "two/sdk"]);
    assert!(err.starts_with("error[D002]"), "{err}");
}

#[test]
fn a_crate_that_a_revision_does_not_have_is_new() {
    let dir = documents();
    let at = dir.path();
    if !git(at, &["init", "-q", "-b", "main"]) {
        eprintln!("skipped: there is no Git");
        return;
    }
    assert!(git(at, &["add", "old.yaml"]) && git(at, &["commit", "-qm", "pets"]));
    ends(
        at,
        0,
        &["generate", "old.yaml", "-o", "sdk", "--package", "pets"],
    );
    for format in ["text", "markdown", "json", "github", "html"] {
        let arguments = ["diff", "git:main:sdk", "sdk", "--format", format];
        let (out, _) = ends(
            at,
            0,
            &[&arguments[..], &["--fail-on", "breaking"]].concat(),
        );
        assert!(out.contains("new"), "{format}: {out}");
    }
    let (_, err) = ends(at, 2, &["diff", "git:nowhere:sdk", "sdk"]);
    assert!(err.contains("Git says: "), "{err}");
}

#[test]
fn what_a_lock_file_names_is_never_read() {
    let dir = documents();
    let at = dir.path();
    fs::write(at.join("secret.yaml"), OLD.replace("/pets", "/secret")).unwrap();
    ends(
        at,
        0,
        &["generate", "old.yaml", "-o", "sdk", "--package", "pets"],
    );
    let path = at.join("sdk/.tintype.lock");
    let lock = fs::read_to_string(&path).unwrap();
    for way in [
        "../secret.yaml",
        "../../../../../../etc/passwd",
        "../.git/config",
    ] {
        let document = format!("document = \"{way}\"\nconfig = \"{way}\"\n[files]\n");
        fs::write(&path, lock.replace("[files]\n", &document)).unwrap();
        let (out, _) = ends(at, 0, &["diff", "sdk", "new.yaml"]);
        assert!(out.starts_with("minor: 1 minor"), "{way}: {out}");
    }
}

#[test]
fn a_generated_crate_of_a_revision_stands_for_the_document_of_then() {
    let dir = documents();
    let at = dir.path();
    fs::rename(at.join("old.yaml"), at.join("pets.yaml")).unwrap();
    let config = "spec = \"pets.yaml\"\noutput = \"sdk\"\n";
    fs::write(at.join("pets.toml"), config).unwrap();
    let generate = ["generate", "--config", "pets.toml"];
    ends(at, 0, &generate);
    if !git(at, &["init", "-q", "-b", "main"]) {
        eprintln!("skipped: there is no Git");
        return;
    }
    assert!(git(at, &["add", "."]) && git(at, &["commit", "-qm", "pets"]));
    fs::rename(at.join("new.yaml"), at.join("pets.yaml")).unwrap();
    ends(at, 0, &generate);
    let (out, _) = ends(at, 0, &["diff", "git:main:sdk", "sdk"]);
    assert!(out.starts_with("minor: 1 minor\n"), "{out}");
}
