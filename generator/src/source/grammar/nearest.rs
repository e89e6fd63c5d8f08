//! Suggestions: a misspelt word and the known ones in, the one that was probably meant out.

/// The candidate that a misspelt word was probably meant to be.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).clamp(1, 3);
    candidates
        .map(|one| (distance(&word, &one.to_lowercase()), one))
        .filter(|(far, _)| *far <= limit)
        .min_by_key(|(far, _)| *far)
        .map(|(_, one)| one)
}

/// How many letters must be changed, added, removed or swapped with their neighbour.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().take(64).collect();
    let right: Vec<char> = right.chars().take(64).collect();
    let width = right.len() + 1;
    let mut table = vec![0; (left.len() + 1) * width];
    for row in 0..=left.len() {
        for column in 0..width {
            table[row * width + column] = if row == 0 || column == 0 {
                row + column
            } else {
                let is_same = left[row - 1] == right[column - 1];
                let changed = table[(row - 1) * width + column - 1] + usize::from(!is_same);
                let removed = table[(row - 1) * width + column] + 1;
                let added = table[row * width + column - 1] + 1;
                let mut best = changed.min(removed).min(added);
                if row > 1
                    && column > 1
                    && left[row - 1] == right[column - 2]
                    && left[row - 2] == right[column - 1]
                {
                    best = best.min(table[(row - 2) * width + column - 2] + 1);
                }
                best
            };
        }
    }
    table.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_near_words_only() {
        let keys = ["required", "type", "enum", "in"];
        let near = |word| nearest(word, keys.into_iter());
        assert_eq!(near("reqired"), Some("required"));
        assert_eq!(near("Type"), Some("type"));
        assert_eq!(near("enmu"), Some("enum"));
        assert_eq!(near("colour"), None);
    }
}
