//! What a crate was made from: the document as it was written, all of its files, and the options, in one text that stands in the
//! folder of the crate. So a folder says by itself what it stands for, wherever it is and whatever became of the document.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::{Config, Own};
use crate::diag::Sources;
use crate::hash::unix;
use crate::paths;
use crate::source::files::Memory;

const HEAD: &str =
    "# What this crate was made from. Do not edit: `tintype generate` keeps it.\n# Tintype ";

/// Begins the line in front of a file: how many lines it has, and its name.
const FILE: &str = "==> ";

/// What the options are called.
const OPTIONS: &str = "tintype.toml";

/// What a crate was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The version of Tintype that made it.
    pub tintype: String,
    /// The options, as a configuration file beside the document.
    options: String,
    /// The name of the document.
    spec: String,
    /// The files of the document, by their way from its folder.
    files: Vec<(String, Arc<str>)>,
}

impl Kept {
    /// What a run read, and the options that it had.
    pub fn of(config: &Config, sources: &Sources) -> Self {
        let spec = config.spec.clone().unwrap_or_default();
        let folder = config
            .root
            .as_deref()
            .or(spec.parent())
            .unwrap_or(Path::new(""));
        let name = |path: &Path| name(folder, path);
        let spec = name(&spec);
        let files = sources
            .texts()
            .filter(|(file, ..)| Some(*file) != config.file);
        let mut files: Vec<(String, Arc<str>)> = files
            .map(|(_, path, text)| (name(path), lines(text)))
            .collect();
        files.sort();
        let options = Config {
            spec: Some(spec.clone().into()),
            root: spec.contains('/').then(PathBuf::new),
            output: None,
            overlays: config
                .overlays
                .iter()
                .map(|path| name(path).into())
                .collect(),
            own: Own {
                manifest: config.own.manifest.as_deref().map(|at| name(at).into()),
                ..config.own.clone()
            },
            ..config.clone()
        };
        Self {
            tintype: env!("CARGO_PKG_VERSION").to_owned(),
            // Options are texts, flags and lists of texts, all of which TOML can say.
            options: toml::to_string(&options).unwrap_or_default(),
            spec,
            files,
        }
    }

    /// All of it as one text. Lines of the files are lines of it.
    pub fn text(&self) -> String {
        let mut out = format!("{HEAD}{}\n", self.tintype);
        let options = (OPTIONS, self.options.as_str());
        let files = self
            .files
            .iter()
            .map(|(name, text)| (name.as_str(), &**text));
        for (name, text) in std::iter::once(options).chain(files) {
            out.reserve(text.len() + name.len() + 32);
            let lines = text.matches('\n').count();
            // Writing to a `String` cannot fail.
            let _ = write!(out, "{FILE}{lines} {name}\n{text}");
        }
        out
    }

    /// Reads such a text; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (tintype, mut rest) = text.strip_prefix(HEAD)?.split_once('\n')?;
        let mut files = Vec::new();
        while !rest.is_empty() {
            let (head, behind) = rest.strip_prefix(FILE)?.split_once('\n')?;
            let (lines, name) = head.split_once(' ')?;
            let lines: usize = lines.parse().ok()?;
            let last = lines.checked_sub(1)?;
            let (end, _) = behind.match_indices('\n').nth(last)?;
            let (text, behind) = behind.split_at(end + 1);
            files.push((name.to_owned(), text));
            rest = behind;
        }
        let mut files = files.into_iter();
        let (_, options) = files.next().filter(|(name, _)| name == OPTIONS)?;
        let table: toml::Table = toml::from_str(options).ok()?;
        Some(Self {
            tintype: tintype.to_owned(),
            options: options.to_owned(),
            spec: table.get("spec")?.as_str()?.to_owned(),
            files: files.map(|(name, text)| (name, text.into())).collect(),
        })
    }

    /// Whether both hold the same documents and options.
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.options, &self.files) == (&other.options, &other.files)
    }

    /// The files as if they lay in a folder, and there the configuration file and the document.
    pub fn files(&self, folder: &Path) -> (Memory, PathBuf, PathBuf) {
        let at = |name: &str| paths::plain(&folder.join(name));
        let mut files = Memory::default().with(at(OPTIONS), self.options.as_bytes());
        for (name, text) in &self.files {
            files = files.with(at(name), text.as_bytes());
        }
        (files, at(OPTIONS), at(&self.spec))
    }

    /// The folder of the files, if the document lies there.
    pub fn folder_of(&self, document: &Path) -> Option<PathBuf> {
        let depth = Path::new(&self.spec).components().count();
        document
            .ends_with(&self.spec)
            .then(|| document.ancestors().nth(depth))
            .flatten()
            .map(Path::to_path_buf)
    }
}

/// A text as it is kept: each line has an end, which is that of Unix. So what is read back is what was kept.
fn lines(text: &Arc<str>) -> Arc<str> {
    let mut kept = match unix(text.as_bytes()) {
        Cow::Borrowed(_) if text.ends_with('\n') => return Arc::clone(text),
        text => String::from_utf8_lossy(&text).into_owned(),
    };
    if !kept.ends_with('\n') {
        kept.push('\n');
    }
    kept.into()
}

/// The way from the folder of the document to one of its files.
fn name(folder: &Path, path: &Path) -> String {
    let (folder, path) = (paths::plain(folder), paths::plain(path));
    let name = match path.strip_prefix(&folder) {
        Ok(name) => name.to_string_lossy().replace('\\', "/"),
        // Links led there, or only one of both is absolute.
        Err(_) => paths::between(&folder, &path).unwrap_or_else(|| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().into_owned()
        }),
    };
    // What ends a line is in no name.
    name.replace(['\n', '\r'], "_")
}

#[cfg(test)]
mod tests {
    use super::{Arc, Kept};

    #[test]
    fn what_is_kept_is_read_back() {
        let kept = Kept {
            tintype: "0.1.0".to_owned(),
            options: "spec = \"a/b c.yaml\"\nroot = \"\"\n".to_owned(),
            spec: "a/b c.yaml".to_owned(),
            files: vec![
                ("a/b c.yaml".to_owned(), Arc::from("one\n==> 7 two\n")),
                ("d.json".to_owned(), Arc::from("{}\n")),
            ],
        };
        assert_eq!(Kept::parse(&kept.text()), Some(kept.clone()));
        assert_eq!(Kept::parse(&kept.text().replace("two\n", "")), None);
        assert_eq!(Kept::parse("openapi: 3.0.3\n"), None);
        let folder = kept.folder_of("spec/a/b c.yaml".as_ref());
        assert_eq!(folder.as_deref(), Some("spec".as_ref()));
    }
}
