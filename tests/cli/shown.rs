//! What commands show: listings, explanations, diagnostics for people and for programs.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::{PETS, ends, project, tintype};

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
        ends(dir.path(), 2, &["explain", "ZZzzzz"]).err,
        "error: there is no diagnostic `ZZzzzz`\n"
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
fn explain_alone_lists_every_code() {
    let dir = TempDir::new().unwrap();
    let listed = ends(dir.path(), 0, &["explain"]).out;
    assert!(listed.contains("S012  warning  unknown-keyword\n") && listed.lines().count() > 100);
    // Each shows a document that gives it, or has none: folders, versions, lock files and what is too large to be shown.
    for line in listed.lines() {
        let id = line.split(' ').next().unwrap();
        let text = ends(dir.path(), 0, &["explain", id]).out;
        let is_said = text.contains(&format!("[{id}]: "));
        let has_none =
            id.starts_with(['D', 'O']) || ["K042", "K043", "S002", "S006", "S029"].contains(&id);
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

/// It is gone from the crate, so who looks for it must find why.
#[test]
fn inspect_names_components_that_are_only_taken_in() {
    let dir = project();
    let at = dir.path();
    let document = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths:\n  /cat:\n    get:\n      responses:\n        \
        '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } }\n\
        components:\n  schemas:\n    Base: { type: object, properties: { tag: { type: string } } }\n    \
        Cat: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { age: { type: integer } } }] }\n";
    fs::write(at.join("spec/pets.yaml"), document).unwrap();
    let text = ends(at, 0, &["inspect", "spec/pets.yaml"]).out;
    let line = "#/components/schemas/Base  in the types that take it in (`allOf`)";
    assert!(text.contains(line), "{text}");
    let json = ends(at, 0, &["inspect", "spec/pets.yaml", "--format", "json"]).out;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        report["merged"],
        serde_json::json!(["#/components/schemas/Base"])
    );
}

/// The script of the last step of `action.yml`, as a runner starts it.
#[cfg(unix)]
#[test]
fn the_action_checks_and_annotates() {
    let action = include_str!("../../.github/actions/tintype/action.yml");
    let (_, script) = action.rsplit_once("      run: |\n").unwrap();
    let script: Vec<&str> = script
        .lines()
        .map(|line| line.trim_start_matches("        "))
        .collect();
    let dir = project();
    let at = dir.path();
    let bin = at.join("tintype/bin");
    fs::create_dir_all(&bin).unwrap();
    // A copy that another test's child still holds open for writing could not be run.
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_tintype"), bin.join("tintype")).unwrap();
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
