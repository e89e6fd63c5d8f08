//! Which paths a generated file may have: relative, inside the folder, and possible on every system. No disk here.

use std::collections::BTreeMap;

/// Names that Windows keeps for devices, with or without an extension.
const DEVICES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Why a path is no place for a generated file, if it is none.
pub fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.starts_with('/') {
        return Some("it is absolute");
    }
    if path == crate::lock::NAME {
        return Some("this name belongs to the lock file");
    }
    path.split('/').find_map(part_fault)
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
