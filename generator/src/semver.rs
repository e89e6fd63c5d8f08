//! How much a change asks of callers in Rust.

/// The part of a semantic version that a change asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Bump {
    /// Nothing changes.
    #[default]
    None,
    /// Every caller compiles as before and finds nothing new.
    Patch,
    /// Every caller compiles as before; there is something new, or something is deprecated.
    Minor,
    /// There is a caller that does not compile any more.
    Major,
}

impl Bump {
    /// The word of the reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// The least version after this one that says what changed, as Cargo reads it: below 1.0.0 the first number that is not zero says
/// that something broke.
pub fn next(version: &str, level: Bump) -> Option<String> {
    let [major, minor, patch] = numbers(version)?;
    let next = match (level, major, minor) {
        (Bump::None, ..) => [major, minor, patch],
        (Bump::Major, 0, 0) | (Bump::Minor | Bump::Patch, 0, _) | (Bump::Patch, ..) => {
            [major, minor, patch + 1]
        }
        (Bump::Major, 0, _) | (Bump::Minor, ..) => [major, minor + 1, 0],
        (Bump::Major, ..) => [major + 1, 0, 0],
    };
    Some(next.map(|number| number.to_string()).join("."))
}

/// Whether a version comes before another one.
pub fn is_before(version: &str, other: &str) -> bool {
    numbers(version)
        .zip(numbers(other))
        .is_some_and(|(version, other)| version < other)
}

/// The three numbers; what stands behind a `-` or a `+` is for people.
fn numbers(version: &str) -> Option<[u64; 3]> {
    let core = version.split(['-', '+']).next()?;
    let numbers: Result<Vec<u64>, _> = core.split('.').map(str::parse).collect();
    numbers.ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_that_is_not_zero_says_that_something_broke() {
        let due = |version: &str| {
            [Bump::None, Bump::Patch, Bump::Minor, Bump::Major]
                .map(|level| next(version, level).unwrap_or_default())
        };
        assert_eq!(due("1.2.3"), ["1.2.3", "1.2.4", "1.3.0", "2.0.0"]);
        assert_eq!(due("0.2.3"), ["0.2.3", "0.2.4", "0.2.4", "0.3.0"]);
        assert_eq!(due("0.0.3"), ["0.0.3", "0.0.4", "0.0.4", "0.0.4"]);
        assert_eq!(due("next"), ["", "", "", ""]);
    }

    #[test]
    fn numbers_are_compared_as_numbers() {
        assert!(is_before("0.9.0", "0.10.0"));
        assert!(!is_before("1.0.0-beta", "1.0.0"));
        assert!(!is_before("2", "1.0.0"));
    }
}
