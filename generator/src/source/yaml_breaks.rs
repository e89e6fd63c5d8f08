//! Where lines of YAML begin: YAML 1.1 ends them with more letters than people, editors and `Lines` do.

use crate::diag::Position;

/// The beginning of each line of YAML, as the line of the text and the letters of it that stand before.
#[derive(Debug, Default)]
pub(super) struct Breaks(Vec<Position>);

impl Breaks {
    /// Looks at the ends of lines of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut at = Position { line: 1, column: 1 };
        let mut begins = vec![at];
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            at.column += 1;
            match letter {
                '\n' => {
                    at = Position {
                        line: at.line + 1,
                        column: 1,
                    };
                    begins.push(at);
                }
                '\r' if letters.peek() == Some(&'\n') => {}
                '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => begins.push(at),
                _ => {}
            }
        }
        Self(begins)
    }

    /// The position of a line and a column of YAML, both from 0.
    pub(super) fn position(&self, line: usize, column: usize) -> Position {
        let begin = self.0.get(line).or(self.0.last());
        let begin = begin.copied().unwrap_or(Position { line: 1, column: 1 });
        Position {
            line: begin.line,
            column: begin.column.saturating_add(column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Breaks, Position};

    #[test]
    fn lines_end_where_people_see_them_end() {
        let breaks = Breaks::of("a\rb\r\nc\u{2028}\u{85}d\n");
        let all = (0..6).map(|line| breaks.position(line, 0));
        let at = |line, column| Position { line, column };
        let expected = [at(1, 1), at(1, 3), at(2, 1), at(2, 3), at(2, 4), at(3, 1)];
        assert!(all.eq(expected));
    }
}
