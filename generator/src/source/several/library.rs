//! The files of a document: each is read once, from below one folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Place, Pointer, Syntax, codes};
use crate::cx::Cx;
use crate::diag::{FileId, Sources};
use crate::paths::plain;
use crate::source::files::Files;
use crate::source::grammar::rewrite::Rows;
use crate::source::resources::Resources;
use crate::source::{Tree, is_json_text, parse, texts, uri, yaml};

/// A node of a file; the first file is the document itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node {
    pub(super) file: usize,
    pub(super) at: Pointer,
}

impl Node {
    /// The text of the reference at this node.
    pub(super) fn reference(&self) -> Self {
        Self {
            file: self.file,
            at: self.at.child("$ref"),
        }
    }
}

/// Where a reference leads.
#[derive(Debug)]
pub(super) enum Target {
    /// To a node that is there.
    To(Node),
    /// Into the network, or nowhere from this very document, which the checks report.
    Elsewhere,
    /// Nowhere, and this was said.
    Nowhere,
}

pub(super) struct Library<'l> {
    files: &'l dyn Files,
    folder: PathBuf,
    pub(super) rows: Rows,
    books: Vec<Book>,
    by_path: BTreeMap<PathBuf, Option<usize>>,
}

struct Book {
    path: PathBuf,
    id: FileId,
    root: Value,
    resources: Resources,
}

impl<'l> Library<'l> {
    pub(super) fn new(
        files: &'l dyn Files,
        folder: &Path,
        path: &Path,
        tree: &Tree,
        rows: Rows,
    ) -> Self {
        let path = plain(path);
        Self {
            files,
            folder: plain(folder),
            rows,
            by_path: BTreeMap::from([(path.clone(), Some(0))]),
            books: vec![Book {
                path,
                id: tree.file,
                resources: Resources::of(&tree.root),
                root: tree.root.clone(),
            }],
        }
    }

    pub(super) fn document(&self) -> &Value {
        self.books.first().map_or(&Value::Null, |book| &book.root)
    }

    pub(super) fn get(&self, node: &Node) -> Option<&Value> {
        node.at.find(&self.books.get(node.file)?.root)
    }

    pub(super) fn place(&self, node: &Node) -> Option<Place> {
        let file = self.books.get(node.file)?.id;
        Some(Place {
            file,
            at: node.at.clone(),
        })
    }

    /// The path of a file from the folder, without its extension, and its name alone.
    pub(super) fn names(&self, file: usize) -> (String, String) {
        let Some(book) = self.books.get(file) else {
            return <_>::default();
        };
        let way = book.path.strip_prefix(&self.folder).unwrap_or(&book.path);
        let way = way.with_extension("").to_string_lossy().replace('\\', "/");
        let name = way.rsplit('/').next().unwrap_or_default().to_owned();
        (way, name)
    }

    /// The node of the same file that a reference at a node names by its address.
    pub(super) fn addressed(&self, from: &Node, target: &str) -> Option<Node> {
        let book = self.books.get(from.file)?;
        let at = book.resources.find(&book.root, &from.at, target)?;
        Some(Node {
            file: from.file,
            at,
        })
    }

    /// The place in a file that has a name there.
    pub(super) fn named(&self, file: usize, fragment: &str) -> Option<Pointer> {
        let resources = &self.books.get(file)?.resources;
        resources.named(&Pointer::root(), fragment)
    }

    /// Why the file that a reference at a node leads into cannot be read, if it cannot.
    pub(super) fn unreadable(&self, from: &Node, target: &str) -> Option<&'static str> {
        let (path, _) = uri::split_fragment(target);
        if path.is_empty() || super::is_remote(target) || self.addressed(from, target).is_some() {
            return None;
        }
        let path = self.path(from, path)?;
        if !self.is_inside(&path) {
            return Some("it lies outside of the folder that files are read from");
        }
        let is_there = self.by_path.contains_key(&path) || self.files.read(&path).is_ok();
        (!is_there).then_some("there is no such file")
    }

    fn path(&self, from: &Node, path: &str) -> Option<PathBuf> {
        let base = self.books.get(from.file)?.path.parent()?;
        Some(plain(&base.join(super::decoded(path))))
    }

    /// The file that a path of a reference names.
    pub(super) fn file(
        &mut self,
        from: &Node,
        path: &str,
        target: &str,
        cx: &mut Cx,
    ) -> Option<usize> {
        let place = self.place(&from.reference());
        let path = self.path(from, path)?;
        if let Some(known) = self.by_path.get(&path) {
            return *known;
        }
        if !self.is_inside(&path) {
            let folder = self.folder.display().to_string();
            let folder = if folder.is_empty() { "." } else { &folder };
            let found = codes::OUTSIDE_ROOT.maybe_at(place).arg("target", target);
            cx.report(found.arg("root", folder));
            self.by_path.insert(path, None);
            return None;
        }
        let read = parse(self.files, &path, place, cx);
        let book = read.ok().map(|parsed| {
            let (root, id) = parsed;
            self.books.push(Book {
                path: path.clone(),
                id,
                resources: Resources::of(&root),
                root,
            });
            self.books.len() - 1
        });
        self.by_path.insert(path, book);
        book
    }

    /// Whether a path stays below the folder, links followed.
    fn is_inside(&self, path: &Path) -> bool {
        let rest = path.strip_prefix(&self.folder);
        let is_below = rest.is_ok_and(|rest| {
            rest.components()
                .all(|part| matches!(part, std::path::Component::Normal(_)))
        });
        let here = Path::new(".");
        let folder = if self.folder.as_os_str().is_empty() {
            here
        } else {
            &self.folder
        };
        is_below
            && match (self.files.real(folder), self.files.real(path)) {
                (Ok(folder), Ok(path)) => path.starts_with(&folder) || folder == here,
                // A file that is not there is reported as that.
                _ => true,
            }
    }

    /// Reads other files again, where YAML took a text for something else: what each part is for is known by now.
    pub(super) fn read_texts(
        &mut self,
        roots: &BTreeMap<(usize, Pointer), Syntax>,
        sources: &Sources,
    ) {
        for (index, book) in self.books.iter_mut().enumerate().skip(1) {
            let parts: Vec<(&Pointer, Syntax)> = roots
                .iter()
                .filter(|((file, _), _)| *file == index)
                .map(|((_, at), syntax)| (at, *syntax))
                .collect();
            if let Some(text) = sources.text(book.id)
                && !is_json_text(&book.path, text)
                && let Some(wanted) = texts::wanted_in(&book.root, &parts)
                && let Some(root) = yaml::read_again(text, &wanted)
            {
                book.root = root;
            }
        }
    }
}
