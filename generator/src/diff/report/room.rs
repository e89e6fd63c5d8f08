//! The room that a comment has: which lines and which code are in it, and what is left out.

use super::Fold;

const END: &str = "\n</details>\n";

/// One or several changes: a line, and below it the code.
pub(super) struct Entry {
    pub(super) line: String,
    pub(super) code: String,
    /// How many changes it is.
    pub(super) count: usize,
}

/// The entries of one level.
pub(super) struct Group {
    pub(super) title: &'static str,
    /// What those are that are left out.
    pub(super) left_out: &'static str,
    pub(super) fold: Fold,
    pub(super) entries: Vec<Entry>,
}

impl Group {
    fn head(&self) -> String {
        let count: usize = self.entries.iter().map(|entry| entry.count).sum();
        format!(
            "\n{}\n<summary>{} ({count})</summary>\n\n",
            self.fold.tag(),
            self.title
        )
    }

    /// Adds what there is room for.
    pub(super) fn print(&self, out: &mut String) {
        let shown = self.entries.iter().filter(|entry| !entry.line.is_empty());
        let shown: Vec<&Entry> = shown.collect();
        if shown.is_empty() {
            return;
        }
        *out += &self.head();
        for entry in shown {
            *out += &entry.line;
            *out += &entry.code;
        }
        *out += END;
    }
}

/// Takes away what there is no room for: first the lines of all groups have their room, then the code. Gives what is left out.
pub(super) fn fit(groups: &mut [Group], mut room: usize) -> Vec<String> {
    let mut left_out = Vec::new();
    let mut take = |text: &str| {
        let rest = room.checked_sub(text.chars().count());
        room = rest.unwrap_or(room);
        rest.is_some()
    };
    for group in &mut *groups {
        let mut missing = 0;
        let mut has_room = group.entries.is_empty() || take(&(group.head() + END));
        for entry in &mut group.entries {
            has_room = has_room && take(&entry.line);
            if !has_room {
                missing += entry.count;
                entry.line.clear();
                entry.code.clear();
            }
        }
        left_out.extend((missing > 0).then(|| format!("{missing} {}", group.left_out)));
    }
    for entry in groups.iter_mut().flat_map(|group| &mut group.entries) {
        if !take(&entry.code) {
            entry.code.clear();
        }
    }
    left_out
}
