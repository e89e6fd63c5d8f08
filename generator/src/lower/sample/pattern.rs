//! The simplest text that a pattern matches.

use regex_syntax::hir::{Class, ClassUnicodeRange, Hir, HirKind};

/// The characters that are taken first where a pattern leaves the choice.
const LIKED: [char; 3] = ['a', 'A', '1'];

/// More repetitions are not tried to reach the shortest length.
const REPETITIONS: usize = 200;

/// Where it gives up. A short pattern can ask for a text of any length.
const STEPS: usize = 2_000;

/// A text that matches and has a length within the limits; `None` where none is found.
///
/// Patterns of JSON Schema are those of ECMAScript. What `regex-syntax` does not read, such as look-ahead, has no text.
pub(super) fn text(pattern: &str, least: usize, most: usize) -> Option<String> {
    let hir = regex_syntax::parse(pattern).ok()?;
    // What may be left out is left out last: it says what the text is about.
    let tried = (1..=least.clamp(1, REPETITIONS)).chain([0]);
    tried.into_iter().find_map(|repetitions| {
        let mut writer = Writer {
            repetitions: u32::try_from(repetitions).ok()?,
            steps: STEPS,
            text: String::new(),
        };
        writer.write(&hir)?;
        let length = writer.text.chars().count();
        (least..=most).contains(&length).then_some(writer.text)
    })
}

struct Writer {
    /// As many where the pattern allows that.
    repetitions: u32,
    /// The steps that are left.
    steps: usize,
    text: String,
}

impl Writer {
    /// Adds a match.
    fn write(&mut self, hir: &Hir) -> Option<()> {
        self.steps = self.steps.checked_sub(1)?;
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => Some(()),
            HirKind::Literal(literal) => {
                self.text.push_str(std::str::from_utf8(&literal.0).ok()?);
                Some(())
            }
            HirKind::Class(class) => {
                self.text.push(character(class)?);
                Some(())
            }
            HirKind::Repetition(repeated) => {
                let most = repeated.max.unwrap_or(u32::MAX).max(repeated.min);
                let mut count = 0..self.repetitions.clamp(repeated.min, most);
                count.try_for_each(|_| self.write(&repeated.sub))
            }
            HirKind::Capture(group) => self.write(&group.sub),
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.write(part)),
            HirKind::Alternation(branches) => self.write(branches.first()?),
        }
    }
}

fn character(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let ranges = class.ranges();
    let is_in = |c: &char| {
        let mut ranges = ranges.iter();
        ranges.any(|range| (range.start()..=range.end()).contains(c))
    };
    let liked = LIKED.into_iter().find(is_in);
    // The first of a negated class is a control character.
    let printable = || (' '..='~').find(is_in);
    liked
        .or_else(printable)
        .or_else(|| ranges.first().map(ClassUnicodeRange::start))
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn the_text_is_short_and_matches() {
        let any = |pattern| text(pattern, 0, usize::MAX);
        assert_eq!(
            any("^(ak|api_key)_[0-9A-F]{4}$").as_deref(),
            Some("ak_AAAA")
        );
        assert_eq!(any(r"^mch_\w{3}$").as_deref(), Some("mch_aaa"));
        assert_eq!(any(r"^\d+(-\d*)?/[^a]\.$").as_deref(), Some("1-1/A."));
        assert_eq!(any("^(?=x)").as_deref(), None);
    }

    #[test]
    fn the_text_is_as_long_as_it_must_be() {
        assert_eq!(text("^[a-z]+$", 3, 8).as_deref(), Some("aaa"));
        assert_eq!(text("^[a-z]{2}$", 3, 8), None);
        assert_eq!(text("^a?$", 0, 0).as_deref(), Some(""));
    }

    #[test]
    fn a_pattern_without_end_is_given_up() {
        assert_eq!(text("((a{1000}){1000}){1000}", 0, usize::MAX), None);
        assert_eq!(text("(a?){4000000000}", 0, usize::MAX), None);
    }
}
