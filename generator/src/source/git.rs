//! Files of a revision of the Git repository around the current folder. Asks the command `git`, never through a shell.

use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use super::files::{Files, MAX_BYTES};

/// The files of one revision.
#[derive(Debug, Clone)]
pub struct Revision {
    name: String,
}

impl Revision {
    /// The revision of this name: a branch, a tag, a commit. `None` if no revision can have it.
    pub fn new(name: &str) -> Option<Self> {
        // A name that begins with a hyphen would be an option.
        let is_name = !name.is_empty()
            && !name.starts_with('-')
            && !name.contains(|letter: char| letter == ':' || letter.is_control());
        is_name.then(|| Self {
            name: name.to_owned(),
        })
    }

    /// Whether the repository has it.
    pub fn is_there(&self) -> bool {
        let tree = format!("{}^{{tree}}", self.name);
        let mut git = git(&["cat-file", "-e", &tree]);
        git.status().is_ok_and(|status| status.success())
    }
}

/// Git, as it lies in the repository: no filter, no pager, no question.
fn git(arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.arg("--no-pager").args(arguments);
    git.env("GIT_TERMINAL_PROMPT", "0");
    git.stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    git
}

impl Files for Revision {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let object = format!("{}:{}", self.name, inside(path)?);
        let mut git = git(&["cat-file", "blob", &object])
            .spawn()
            .map_err(|error| io::Error::other(format!("`git` cannot be run: {error}")))?;
        let mut bytes = Vec::new();
        if let Some(out) = git.stdout.take() {
            out.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        }
        let done = git.wait_with_output()?;
        if done.status.success() || bytes.len() > MAX_BYTES {
            return Ok(bytes);
        }
        let said = String::from_utf8_lossy(&done.stderr);
        Err(io::Error::other(format!("Git says: {}", said.trim())))
    }

    /// A link in a revision is a file that holds a path, so it leads nowhere.
    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_path_buf())
    }
}

/// The path as Git writes it. One that leaves the repository is none.
fn inside(path: &Path) -> io::Result<String> {
    let mut parts: Vec<String> = Vec::new();
    // `./` in front means from the current folder, as everywhere in Git.
    let is_here = path.starts_with(".");
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::ParentDir if parts.pop().is_some() => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(io::Error::other("the path leaves the repository"));
            }
        }
    }
    let path = parts.join("/");
    Ok(if is_here { format!("./{path}") } else { path })
}

#[cfg(test)]
mod tests {
    use super::{Revision, inside};

    #[test]
    fn names_that_are_options_or_paths_are_no_revisions() {
        for name in ["", "-h", "--output=x", "a:b", "a\nb"] {
            assert!(Revision::new(name).is_none(), "{name}");
        }
        assert!(Revision::new("main~2^{tree}").is_some());
    }

    #[test]
    fn paths_stay_inside_the_repository() {
        let path = |text: &str| inside(text.as_ref()).ok();
        assert_eq!(path("sdk/../spec/a.yaml"), Some("spec/a.yaml".to_owned()));
        assert_eq!(path("./a.yaml"), Some("./a.yaml".to_owned()));
        assert_eq!(path("../a.yaml"), None);
        assert_eq!(path("/etc/passwd"), None);
    }
}
