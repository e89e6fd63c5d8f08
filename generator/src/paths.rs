//! Which paths a generated file may have: relative, inside the folder, and possible on every system; and the way from one
//! path to another. No disk here.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// Names that Windows keeps for devices, with or without an extension.
const DEVICES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// The name of the lock file in an output directory.
pub const LOCK: &str = ".tintype.lock";

/// The name of the file in an output directory that holds what the crate was made from.
pub const KEPT: &str = ".tintype.document";

/// The name of the file there that holds what the last version of the crate was made from, where that is something else.
pub const RELEASED: &str = ".tintype.released";

/// The name of the changelog in an output directory, which belongs to the user.
pub const CHANGELOG: &str = "CHANGELOG.md";

/// The name of the folder in an output directory where new files wait until all are written.
pub const STAGING: &str = ".tintype-new";

/// Why a path is no place for a generated file, if it is none.
pub fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.starts_with('/') {
        return Some("it is absolute");
    }
    if path == LOCK {
        return Some("this name belongs to the lock file");
    }
    if let Some(fault) = path.split('/').find_map(part_fault) {
        return Some(fault);
    }
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    // Those of other programs, such as `.git`, are hidden.
    if name == STAGING || folders.split('/').any(|folder| folder.starts_with('.')) {
        return Some("it lies in a hidden folder");
    }
    None
}

fn part_fault(part: &str) -> Option<&'static str> {
    let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
    if part.is_empty() || part == "." {
        Some("it has an empty part")
    } else if part == ".." {
        Some("it leaves the folder")
    } else if part
        .chars()
        .any(|c| c.is_control() || r#"\:*?"<>|"#.contains(c))
    {
        Some("it has a character that some systems refuse in names")
    } else if part.ends_with(['.', ' ']) {
        Some("a part of it ends in a dot or a blank")
    } else if DEVICES.contains(&stem.as_str()) {
        Some("Windows keeps this name for a device")
    } else {
        None
    }
}

/// Pairs of paths that are one file where case does not count, or of which one needs a folder where the other is a file.
pub fn clashes<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<&'p str> {
    let mut files = BTreeMap::new();
    let mut clashing = Vec::new();
    let mut all: Vec<(String, &str)> = paths.map(|path| (path.to_lowercase(), path)).collect();
    all.sort();
    for (folded, path) in all {
        let is_below_file = folded
            .match_indices('/')
            .any(|(end, _)| files.contains_key(&folded[..end]));
        if is_below_file || files.insert(folded, path).is_some() {
            clashing.push(path);
        }
    }
    clashing
}

/// The way from a folder to a file, with `/`; `None` where they have no folder in common, since the way would then say where
/// on the machine they lie.
pub fn between(folder: &Path, file: &Path) -> Option<String> {
    let absolute = |path: &Path| std::path::absolute(path).ok().map(|path| plain(&path));
    let (folder, file) = (absolute(folder)?, absolute(file)?);
    let (from, to): (Vec<_>, Vec<_>) = (folder.components().collect(), file.components().collect());
    let pairs = from.iter().zip(&to);
    let shared = pairs.take_while(|(from, to)| from == to).count();
    let is_near = from[..shared]
        .iter()
        .any(|part| matches!(part, Component::Normal(_)));
    let up = from[shared..].iter().map(|_| "..".to_owned());
    let down = to[shared..]
        .iter()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    is_near.then(|| up.chain(down).collect::<Vec<_>>().join("/"))
}

/// The path without `.`, and without `..` behind a folder.
pub fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        let is_inside = matches!(out.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if is_inside => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// `spec/../sdk` is `sdk`, for those who read it.
pub fn cleaned(path: &Path) -> PathBuf {
    let plain = plain(path);
    if plain.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::{Path, between, plain};

    #[test]
    fn the_way_from_a_folder_to_a_file_is_the_same_from_everywhere() {
        let way = |from: &str, to: &str| between(from.as_ref(), to.as_ref());
        let expected = Some("../spec/pets.yaml".to_owned());
        assert_eq!(way("/a/sdk", "/a/spec/pets.yaml"), expected);
        assert_eq!(way("/a/spec/../sdk", "/a/./spec/pets.yaml"), expected);
        assert_eq!(way("sdk", "spec/pets.yaml"), expected);
        assert_eq!(way("/a/sdk", "/b/pets.yaml"), None);
        assert_eq!(plain("../a/../b/./c".as_ref()), Path::new("../b/c"));
    }
}
