//! The command `tintype` as a user meets it: what it writes, prints and ends with.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const PETS: &str = include_str!("consumer/pets.yaml");

/// How a command ended: exit code, standard output, standard error.
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

fn tintype(dir: &Path, arguments: &[&str]) -> Ended {
    let done = Command::new(env!("CARGO_BIN_EXE_tintype"))
        .current_dir(dir)
        .args(arguments)
        .output()
        .unwrap();
    Ended {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

/// Asserts the exit code and gives both outputs.
fn ends(dir: &Path, code: i32, arguments: &[&str]) -> Ended {
    let ended = tintype(dir, arguments);
    assert_eq!(
        ended.code,
        Some(code),
        "{arguments:?}\n{}{}",
        ended.out,
        ended.err
    );
    ended
}

/// A folder with a document and its configuration.
fn project() -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("spec")).unwrap();
    fs::write(dir.path().join("spec/pets.yaml"), PETS).unwrap();
    let config = "spec = \"pets.yaml\"\noutput = \"../sdk\"\n[package]\nname = \"pets\"\n[client]\nname = \"Pets\"\n";
    fs::write(dir.path().join("spec/tintype.toml"), config).unwrap();
    dir
}

#[test]
fn generate_then_check_then_drift() {
    let dir = project();
    let at = dir.path();
    ends(at, 1, &["check"]);
    let done = ends(at, 0, &["generate"]);
    assert_eq!(done.out, "");
    // One line in every case: what was done, what was wrong, where to look.
    assert!(
        done.err.starts_with("sdk: ")
            && done.err.ends_with(
                "files written, 0 removed, 0 unchanged; no warnings; begin with sdk/README.md\n"
            )
            && done.err.lines().count() == 1,
        "{}",
        done.err
    );
    let again = ends(at, 0, &["generate"]).err;
    assert!(
        again.starts_with("sdk: 0 files written, 0 removed, ")
            && again.ends_with("; no warnings; nothing to do\n"),
        "{again}"
    );
    assert!(at.join("sdk/src/lib.rs").exists() && at.join("sdk/.tintype.lock").exists());
    assert_eq!(ends(at, 0, &["check"]).out, "");

    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace("    Pet:", "    Dog:").replace("/Pet", "/Dog"),
    )
    .unwrap();
    let drift = ends(at, 1, &["check"]);
    assert!(
        drift.out.contains("+++ b/src/models/dog.rs")
            && drift.out.contains("--- a/src/models/pet.rs\n+++ /dev/null"),
        "{}",
        drift.out
    );
    ends(at, 0, &["generate"]);
    assert!(!at.join("sdk/src/models/pet.rs").exists());
    ends(at, 0, &["check"]);
}

#[test]
fn a_document_on_the_command_line_goes_where_it_is_told() {
    let dir = project();
    let at = dir.path();
    let missing = ends(at, 2, &["generate", "spec/pets.yaml"]);
    assert!(missing.err.contains("error[O006]"), "{}", missing.err);
    ends(
        at,
        0,
        &[
            "generate",
            "spec/pets.yaml",
            "-o",
            "a/b c",
            "--package",
            "dogs",
            "--client",
            "Dogs",
        ],
    );
    assert!(at.join("a/b c/Cargo.toml").exists());
    assert!(!at.join("sdk").exists());
    ends(
        at,
        0,
        &[
            "check",
            "spec/pets.yaml",
            "-o",
            "a/b c",
            "--package",
            "dogs",
            "--client",
            "Dogs",
        ],
    );
    ends(
        at,
        0,
        &["generate", "--config", "spec/tintype.toml", "-o", "c"],
    );
    assert!(at.join("c/Cargo.toml").exists());
}

#[test]
fn an_edited_file_is_named_and_force_overrides() {
    let dir = project();
    let at = dir.path();
    ends(at, 0, &["generate"]);
    fs::write(at.join("sdk/src/lib.rs"), "// mine\n").unwrap();
    let refused = ends(at, 2, &["generate"]);
    assert!(
        refused.err.contains("error[O001]") && refused.err.contains("lib.rs"),
        "{}",
        refused.err
    );
    assert_eq!(
        fs::read_to_string(at.join("sdk/src/lib.rs")).unwrap(),
        "// mine\n"
    );
    ends(at, 0, &["generate", "--force"]);
    ends(at, 0, &["check"]);
}

#[test]
fn a_wrong_document_is_listed_and_nothing_is_written() {
    let dir = project();
    let at = dir.path();
    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace("in: path", "in: 3")
            .replace("components:\n", "components:\n  parameters: 7\n"),
    )
    .unwrap();
    let refused = ends(at, 2, &["generate"]);
    assert_eq!(refused.err.matches("error[").count(), 2, "{}", refused.err);
    assert!(
        refused.err.contains("spec/pets.yaml:14:15") && refused.out.is_empty(),
        "{}",
        refused.err
    );
    assert!(!at.join("sdk").exists());
    ends(at, 2, &["check"]);
    ends(at, 2, &["inspect"]);
    assert!(
        ends(at, 2, &["generate", "nowhere.yaml", "-o", "x"])
            .err
            .contains("error[S001]")
    );
}

#[test]
fn a_wrong_option_hides_nothing_that_is_wrong_with_the_document() {
    let dir = project();
    let config = "spec = \"pets.yaml\"\noutput = \"../sdk\"\noutptu = \"x\"\n";
    fs::write(dir.path().join("spec/tintype.toml"), config).unwrap();
    let wrong = PETS.replace("openapi: 3.0.3", "openapi: 3.0.3\ntags: wrong");
    fs::write(dir.path().join("spec/pets.yaml"), wrong).unwrap();
    let listing = ends(dir.path(), 2, &["generate"]).err;
    assert!(listing.contains("error[C002]"), "{listing}");
    assert!(listing.contains("error[S013]"), "{listing}");
    assert!(!dir.path().join("sdk").exists());
}

#[test]
fn warnings_are_shown_unless_quiet_and_errors_when_strict() {
    let dir = project();
    let at = dir.path();
    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace(
            "\n      properties:",
            "\n      reqired: [id]\n      properties:",
        ),
    )
    .unwrap();
    assert!(ends(at, 0, &["generate"]).err.contains("warning[S012]"));
    assert_eq!(ends(at, 0, &["generate", "--quiet"]).err, "");
    assert!(
        ends(at, 2, &["generate", "--quiet", "--strict"])
            .err
            .contains("error[S012]")
    );
}

#[test]
fn selections_replace_those_of_the_file() {
    let dir = project();
    let at = dir.path();
    ends(at, 0, &["generate", "--tag", "Pets"]);
    ends(
        at,
        0,
        &["generate", "--operation", "getPet", "--path", "/pets/*"],
    );
    ends(at, 2, &["generate", "--tag", "Cats"]);
    let config = fs::read_to_string(at.join("spec/tintype.toml")).unwrap();
    fs::write(
        at.join("spec/tintype.toml"),
        config + "[select]\ntags = [\"Cats\"]\n",
    )
    .unwrap();
    ends(at, 2, &["generate"]);
    ends(at, 0, &["generate", "--tag", "Pets"]);
}

#[test]
fn one_file_is_written_checked_and_kept_from_being_overwritten() {
    let dir = project();
    let at = dir.path();
    ends(
        at,
        0,
        &[
            "generate",
            "--single-file",
            "-o",
            "src/sdk.rs",
            "--feature",
            "blocking",
        ],
    );
    ends(
        at,
        0,
        &[
            "check",
            "--single-file",
            "-o",
            "src/sdk.rs",
            "--feature",
            "blocking",
        ],
    );
    ends(at, 1, &["check", "--single-file", "-o", "src/sdk.rs"]);
    fs::write(at.join("src/sdk.rs"), "fn mine() {}\n").unwrap();
    assert!(
        ends(at, 2, &["generate", "--single-file", "-o", "src/sdk.rs"])
            .err
            .contains("error[O001]")
    );
    ends(at, 2, &["generate", "-o", "x", "--feature", "blocking"]);
}

#[test]
fn inspect_prints_text_and_json() {
    let dir = project();
    assert!(
        !ends(dir.path(), 0, &["inspect", "spec/pets.yaml"])
            .out
            .is_empty()
    );
    let json = ends(
        dir.path(),
        0,
        &["inspect", "spec/pets.yaml", "--format", "json"],
    )
    .out;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let bodies = &report["operations"][1]["bodies"];
    let expected = serde_json::json!([
        {
            "media_type": "multipart/form-data",
            "function": "set_picture",
            "rust_path": "pets::operations::Pets::set_picture",
            "type": "pets::models::SetPictureRequestBody",
        },
        {
            "media_type": "image/png",
            "function": "set_picture_png",
            "rust_path": "pets::operations::Pets::set_picture_png",
            "type": "pets::Body",
        },
    ]);
    assert_eq!(*bodies, expected);
}

#[test]
fn explain_knows_every_code_and_the_nearest() {
    let dir = TempDir::new().unwrap();
    for code in tintype::diag::codes::ALL {
        let text = ends(dir.path(), 0, &["explain", code.id]).out;
        assert!(
            text.starts_with(&format!("{} {}", code.id, code.name)) && text.contains(code.explain),
            "{text}"
        );
    }
    assert!(
        ends(dir.path(), 0, &["explain", "edited-file"])
            .out
            .starts_with("O001 ")
    );
    let unknown = ends(dir.path(), 2, &["explain", "editedfile"]);
    assert!(
        unknown.err.contains("no diagnostic `editedfile`")
            && unknown.err.contains("`O001` (edited-file)"),
        "{}",
        unknown.err
    );
    assert_eq!(
        ends(dir.path(), 2, &["explain", "zzzzzz"]).err,
        "error: there is no diagnostic `zzzzzz`\n"
    );
}

#[test]
fn wrong_arguments_end_with_two_and_help_with_zero() {
    let dir = TempDir::new().unwrap();
    ends(dir.path(), 2, &["generate", "--nonsense"]);
    ends(dir.path(), 2, &[]);
    for command in ["generate", "check", "inspect", "explain"] {
        assert!(!ends(dir.path(), 0, &[command, "--help"]).out.is_empty());
    }
    assert!(
        ends(dir.path(), 2, &["generate"])
            .err
            .contains("error[O007]")
    );
}

#[test]
fn text_of_a_document_commands_neither_the_terminal_nor_a_runner() {
    let dir = TempDir::new().unwrap();
    let id = "a\\n::error::b\\n::add-mask::c\\u001b]8;;http://evil.example\\u0007d\\u009b2J\\u202e##[error]e";
    let document = |rest: &str| {
        format!(
            r#"{{"openapi": "3.0.3", "info": {{"title": "T\\u0000U", "version": "1"}}, "tags": [{{"name": "{id}"}}], "paths": {{"/a": {{"get": {{"operationId": "{id}", "tags": ["{id}"], "responses": {{"200": {{"description": "x"}}}}, "{id}": 1}}}}}}{rest}}}"#
        )
    };
    fs::write(dir.path().join("old.json"), document("")).unwrap();
    fs::write(
        dir.path().join("new.json"),
        document("")
            .replace("\"200\"", "\"201\"")
            .replace("\": 1}", "\": 2}"),
    )
    .unwrap();
    let commands: [&[&str]; 8] = [
        &["inspect", "old.json"],
        &["inspect", "old.json", "--format", "json"],
        &["inspect", "old.json", "--strict"],
        &["diff", "old.json", "new.json"],
        &["diff", "old.json", "new.json", "--format", "markdown"],
        &["diff", "old.json", "new.json", "--format", "json"],
        &["diff", "old.json", "new.json", "--format", "github"],
        &["check", "old.json", "-o", "sdk"],
    ];
    for arguments in commands {
        let ended = tintype(dir.path(), arguments);
        let all = ended.out + &ended.err;
        assert!(all.len() > 100, "{arguments:?}: {all}");
        for line in all.lines() {
            let steers = |one: char| one.is_control() && one != '\t' || one == '\u{202e}';
            assert!(!line.contains(steers), "{arguments:?}: {line:?}");
            let is_ours = arguments.contains(&"github") && line.contains("title=");
            let is_command =
                line.trim_start().starts_with("::") && !is_ours || line.contains("##[");
            assert!(!is_command, "{arguments:?}: {line:?}");
        }
    }
}

#[test]
fn modules_and_a_manifest_of_the_users_are_part_of_the_crate_and_stay_theirs() {
    let dir = project();
    let at = dir.path();
    let config = fs::read_to_string(at.join("spec/tintype.toml")).unwrap();
    let config = config
        + "[crate]\nmodules = [\"extra\"]\nmanifest = \"Cargo.extra.toml\"\n\
        [replace]\n\"#/components/schemas/Pet\" = \"crate::extra::Pet\"\n";
    fs::write(at.join("spec/tintype.toml"), config).unwrap();
    let manifest = "[package]\nkeywords = [\"pets\", \"sdk\"]\nrust-version.workspace = true\nmetadata.mine.a = 1\n\
        [dependencies]\nchrono = { version = \"0.4\", features = [\"serde\"] }\n[features]\nmine = [\"client\"]\n\
        [lints.clippy]\npedantic = \"warn\"\n";
    fs::write(at.join("spec/Cargo.extra.toml"), manifest).unwrap();

    let first = ends(at, 0, &["generate"]);
    assert!(
        first.err.contains("src/extra.rs: not there yet"),
        "{}",
        first.err
    );
    let extra = at.join("sdk/src/extra.rs");
    fs::write(&extra, "//! Mine.\n").unwrap();
    assert!(!ends(at, 0, &["generate"]).err.contains("not there yet"));
    ends(at, 0, &["check"]);

    let root = fs::read_to_string(at.join("sdk/src/lib.rs")).unwrap();
    assert!(root.contains("\npub mod extra;\n"), "{root}");
    let text = fs::read_to_string(at.join("sdk/Cargo.toml")).unwrap();
    let parsed: toml::Table = toml::from_str(&text).unwrap();
    let value = |path: &str| {
        let keys = path.split('/');
        let found = keys.fold(toml::Value::Table(parsed.clone()), |value, key| {
            value[key].clone()
        });
        found.to_string()
    };
    assert_eq!(value("package/keywords"), "[\"pets\", \"sdk\"]");
    assert_eq!(value("package/rust-version/workspace"), "true");
    assert_eq!(value("package/metadata/mine/a"), "1");
    assert_eq!(value("package/metadata/docs/rs/all-features"), "true");
    assert_eq!(value("dependencies/chrono/version"), "\"0.4\"");
    assert_eq!(value("features/mine"), "[\"client\"]");
    assert_eq!(value("lints/clippy/pedantic"), "\"warn\"");

    // Another run neither touches nor removes what is theirs, and a key that is gone goes.
    fs::write(at.join("spec/Cargo.extra.toml"), "").unwrap();
    ends(at, 1, &["check"]);
    ends(at, 0, &["generate"]);
    assert_eq!(fs::read_to_string(&extra).unwrap(), "//! Mine.\n");
    let text = fs::read_to_string(at.join("sdk/Cargo.toml")).unwrap();
    assert!(
        !text.contains("chrono") && text.contains("rust-version = \"1.88\""),
        "{text}"
    );

    let one = ends(at, 0, &["generate", "--single-file", "-o", "one.rs"]);
    assert_eq!(one.err, "one.rs: written; no warnings\n");
    let one = fs::read_to_string(at.join("one.rs")).unwrap();
    // Of the crate that includes it.
    assert!(one.contains("pub type Pet = crate::extra::Pet;"));
    assert!(!one.contains("mod extra"));
}

#[test]
fn a_feature_that_no_crate_has_is_an_error() {
    let dir = project();
    let arguments = ["generate", "--single-file", "-o", "one.rs", "--feature"];
    let misspelt = ends(dir.path(), 2, &[&arguments[..], &["blokcing"]].concat());
    assert_eq!(
        misspelt.err,
        "error[O010]: the generated crate has no feature `blokcing`\n  = help: did you mean `blocking`?\n\n\
            1 error; nothing was written; `tintype explain O010` says more\n"
    );
    // A document without such texts has nothing to convert, which is no mistake of whoever asks for it.
    ends(dir.path(), 0, &[&arguments[..], &["uuid"]].concat());
}

#[test]
fn a_crate_can_be_published_with_the_texts_of_its_licences() {
    let dir = project();
    let at = dir.path();
    let config = fs::read_to_string(at.join("spec/tintype.toml")).unwrap();
    let config = config.replace(
        "[package]\n",
        "[package]\nlicense = \"MIT OR Apache-2.0\"\nrepository = \"https://example.com\"\n",
    );
    fs::write(at.join("spec/tintype.toml"), config).unwrap();
    fs::create_dir(at.join("sdk")).unwrap();
    fs::write(at.join("sdk/LICENSE-MIT"), "Mine.\n").unwrap();
    ends(at, 0, &["generate"]);
    ends(at, 0, &["check"]);
    // A text of the user's stays.
    assert_eq!(
        fs::read_to_string(at.join("sdk/LICENSE-MIT")).unwrap(),
        "Mine.\n"
    );
    fs::remove_file(at.join("sdk/LICENSE-MIT")).unwrap();
    ends(at, 1, &["check"]);
    ends(at, 0, &["generate"]);
    let text = fs::read_to_string(at.join("sdk/LICENSE-MIT")).unwrap();
    assert!(
        text.contains("Copyright (c) The authors of pets\n"),
        "{text}"
    );

    let cargo = |arguments: &[&str]| {
        let done = Command::new(env!("CARGO"))
            .current_dir(at.join("sdk"))
            .args(arguments)
            .args(["--offline", "--allow-dirty", "--color", "never"])
            .env("CARGO_TARGET_DIR", at.join("target"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
        // Nothing is missing for readers of the registry.
        assert!(!said.contains("manifest has no"), "{said}");
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    // What `cargo publish --dry-run` does and needs no network.
    cargo(&["package", "--no-verify"]);
    let listed = cargo(&["package", "--list"]);
    assert!(
        listed.contains("LICENSE-APACHE") && !listed.contains(".tintype"),
        "{listed}"
    );
}

/// The same with something on standard input.
fn fed(dir: &Path, input: &str, arguments: &[&str]) -> Ended {
    use std::io::Write as _;
    let mut child = Command::new(env!("CARGO_BIN_EXE_tintype"))
        .current_dir(dir)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    let done = child.wait_with_output().unwrap();
    Ended {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

#[test]
fn a_document_comes_from_standard_input_and_one_file_goes_to_standard_output() {
    let dir = project();
    let at = dir.path();
    let one = ["--single-file", "-o", "-"];
    let piped = fed(at, PETS, &[&["generate", "-"], &one[..]].concat());
    assert_eq!((piped.code, piped.err.as_str()), (Some(0), ""));
    // As from a file, but for the name of the file.
    let named = ends(at, 0, &[&["generate", "spec/pets.yaml"], &one[..]].concat());
    let without_name = named
        .out
        .replace("//\n// Generated from `pets.yaml`.\n", "");
    let body = |text: &str| text.rsplit_once("// SHA-256").unwrap().0.to_owned();
    assert_eq!(body(&piped.out), body(&without_name));

    let broken = fed(at, "openapi: 3.0.3\ninfo: [}", &["inspect", "-"]);
    assert_eq!(broken.code, Some(2));
    assert!(broken.err.contains("--> <stdin>:2:8"), "{}", broken.err);
    let folder = fed(at, PETS, &["generate", "-", "-o", "-"]);
    assert!(
        folder.code == Some(2) && folder.err.contains("error[O011]"),
        "{}",
        folder.err
    );
}

#[test]
fn a_first_run_says_what_to_type_and_init_writes_a_configuration_that_works() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    let empty = ends(at, 2, &["generate"]).err;
    assert!(
        empty.contains("error[O007]") && empty.contains("`tintype init openapi.yaml`"),
        "{empty}"
    );
    let url = ends(
        at,
        2,
        &[
            "generate",
            "https://example.com/v1/api.yaml?raw=1",
            "-o",
            "sdk",
        ],
    )
    .err;
    assert!(
        url.contains("`curl -fsSL -o api.yaml 'https://example.com/v1/api.yaml?raw=1'`"),
        "{url}"
    );

    fs::write(at.join("api.yaml"), PETS).unwrap();
    let written = ends(at, 0, &["init", "api.yaml"]).err;
    assert!(
        written.starts_with("tintype.toml: written, no warnings; "),
        "{written}"
    );
    let config = fs::read_to_string(at.join("tintype.toml")).unwrap();
    let table: toml::Table = toml::from_str(&config).unwrap();
    assert_eq!(table["spec"].as_str(), Some("api.yaml"));
    assert!(
        config.contains("\n# version = \"0.1.0\"\n") && !config.contains("Clerk\""),
        "{config}"
    );
    let done = ends(at, 0, &["generate"]).err;
    let folder = table["output"].as_str().unwrap();
    assert!(
        done.starts_with(folder) && at.join(folder).join("src/lib.rs").exists(),
        "{done}"
    );
    // What is there is the user's.
    assert!(
        ends(at, 2, &["init", "api.yaml"])
            .err
            .contains("error[O002]")
    );
    assert_eq!(fs::read_to_string(at.join("tintype.toml")).unwrap(), config);
}

#[test]
fn explain_alone_lists_every_code() {
    let dir = TempDir::new().unwrap();
    let listed = ends(dir.path(), 0, &["explain"]).out;
    assert!(listed.contains("S012  warning  unknown-keyword\n") && listed.lines().count() > 100);
    // Each shows a document that gives it, or has none: folders, versions and lock files.
    for line in listed.lines() {
        let id = line.split(' ').next().unwrap();
        let text = ends(dir.path(), 0, &["explain", id]).out;
        let is_said = text.contains(&format!("[{id}]: "));
        let has_none = id.starts_with(['D', 'O']) || ["K042", "S002", "S006", "S029"].contains(&id);
        assert!(is_said || has_none, "{text}");
    }
}

#[test]
fn diagnostics_are_lines_of_json_or_annotations_where_that_is_asked_for() {
    let dir = project();
    let at = dir.path();
    let wrong = PETS.replace(
        "  schemas:\n",
        "  schemas:\n    \"A,B: 100%\": {type: object, reqired: [id]}\n",
    );
    fs::write(at.join("spec/pets.yaml"), wrong).unwrap();
    let json = ends(at, 0, &["generate", "--message-format", "json"]);
    let lines = json.err.lines();
    let lines: Vec<serde_json::Value> = lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let (last, all) = lines.split_last().unwrap();
    assert_eq!(last["kind"], "summary");
    assert_eq!(last["warnings"], all.len());
    let found = all.iter().find(|one| one["code"] == "S012").unwrap();
    assert_eq!(found["file"], "spec/pets.yaml");
    assert_eq!(found["help"], "did you mean `required`?");
    assert!(found["line"].is_u64() && found["pointer"].as_str().unwrap().ends_with("/reqired"));

    let github = ends(at, 0, &["--message-format", "github", "generate"]);
    let line = github
        .err
        .lines()
        .find(|line| line.contains("S012"))
        .unwrap();
    assert!(
        line.starts_with("::warning file=spec/pets.yaml,line=")
            && line.contains(",title=S012 unknown-keyword::"),
        "{line}"
    );

    // Errors in the same form, and nothing else on the stream.
    let failed = ends(at, 2, &["generate", "--strict", "--message-format", "json"]);
    assert!(
        failed
            .err
            .lines()
            .all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()),
        "{}",
        failed.err
    );
    assert!(
        !ends(at, 2, &["generate", "--strict"])
            .err
            .contains('\u{1b}'),
        "no colours in a pipe"
    );
}

/// The script of the last step of `action.yml`, as a runner starts it.
#[test]
fn the_action_checks_and_annotates() {
    let action = include_str!("../.github/actions/tintype/action.yml");
    let (_, script) = action.rsplit_once("      run: |\n").unwrap();
    let script: Vec<&str> = script
        .lines()
        .map(|line| line.trim_start_matches("        "))
        .collect();
    let dir = project();
    let at = dir.path();
    let bin = at.join("tintype/bin");
    fs::create_dir_all(&bin).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_tintype"), bin.join("tintype")).unwrap();
    let run = |command: &str, strict: &str| {
        let done = Command::new("bash")
            .args(["-eo", "pipefail", "-c", &script.join("\n")])
            .current_dir(at)
            .env("RUNNER_TEMP", at)
            .envs([
                ("COMMAND", command),
                ("CONFIG", "spec/tintype.toml"),
                ("STRICT", strict),
            ])
            .output()
            .unwrap();
        let out = [done.stdout, done.stderr].concat();
        (done.status.code(), String::from_utf8(out).unwrap())
    };
    assert_eq!(run("check", "false").0, Some(1));
    assert_eq!(run("generate", "false"), (Some(0), String::new()));
    assert_eq!(run("check", "true"), (Some(0), String::new()));
    assert_eq!(run("rm -rf .", "false").0, Some(2));
    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace("required:", "reqired:"),
    )
    .unwrap();
    let (code, said) = run("check", "true");
    assert!(
        code == Some(2) && said.contains("::error file=spec/pets.yaml,line="),
        "{said}"
    );
}
