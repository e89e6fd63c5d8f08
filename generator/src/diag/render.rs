//! Diagnostics as text for people, as rustc prints them: a diagnostic and the sources in, a listing out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::spans::{Position, Span};
use super::{Diagnostic, Place, Sources};
use crate::visible::is_hidden;

/// Text from a document is cut after this many characters.
const MAX_ARG: usize = 200;
/// Excerpts are cut after this many characters.
const MAX_EXCERPT: usize = 160;

impl Diagnostic {
    /// The listing of this diagnostic, several lines.
    pub fn rendered(&self, sources: &Sources) -> String {
        let mut out = format!(
            "{}[{}]: {}\n",
            self.severity.word(),
            self.code.id,
            self.message()
        );
        let mut margin = 1;
        for (index, shown) in self.excerpts(sources).into_iter().enumerate() {
            margin = margin.max(shown.line().to_string().len());
            shown.write(&mut out, if index == 0 { "-->" } else { ":::" });
        }
        let pad = " ".repeat(margin);
        if let Some(place) = &self.place {
            let _ = writeln!(out, "{pad} = pointer: {}", shown(&place.at.to_string()));
        }
        match (self.args.get("found"), self.args.get("expected")) {
            (Some(found), Some(expected)) => {
                let _ = writeln!(
                    out,
                    "{pad} = found {}, expected {}",
                    shown(found),
                    shown(expected)
                );
            }
            (Some(found), None) => {
                let _ = writeln!(out, "{pad} = found {}", shown(found));
            }
            _ => {}
        }
        let help = self.help();
        if !help.is_empty() {
            let _ = writeln!(out, "{pad} = help: {help}");
        }
        out
    }

    /// This diagnostic on one line, below others of its code.
    pub(super) fn line(&self, sources: &Sources) -> String {
        let place = self.location(sources).and_then(|(file, at)| {
            let path = sources.path(file)?.display();
            Some(format!("{path}:{}:{}: ", at.line, at.column))
        });
        format!("  {}{}\n", place.unwrap_or_default(), self.message())
    }

    fn excerpts<'s>(&self, sources: &'s Sources) -> Vec<Excerpt<'s>> {
        let mut all = Vec::new();
        if let Some((file, position)) = self.position {
            all.extend(Excerpt::new(
                sources,
                file,
                Span {
                    start: position,
                    end: position,
                },
                "",
            ));
        } else if let Some(place) = &self.place {
            all.extend(Self::excerpt(sources, place, self.focus, ""));
        }
        for label in &self.labels {
            all.extend(Self::excerpt(
                sources,
                &label.place,
                label.focus,
                &label.text,
            ));
        }
        all
    }

    fn excerpt<'s>(
        sources: &'s Sources,
        place: &Place,
        focus: super::Focus,
        text: &str,
    ) -> Option<Excerpt<'s>> {
        let start = Position { line: 1, column: 1 };
        let span = sources
            .span(place, focus)
            .unwrap_or(Span { start, end: start });
        Excerpt::new(sources, place.file, span, text)
    }
}

/// One place of a listing.
struct Excerpt<'s> {
    path: String,
    text: &'s str,
    span: Span,
    label: String,
}

impl<'s> Excerpt<'s> {
    fn new(sources: &'s Sources, file: super::FileId, span: Span, label: &str) -> Option<Self> {
        let text = sources.line(file, span.start.line);
        Some(Self {
            path: sources.path(file)?.display().to_string(),
            text: text.unwrap_or(""),
            span,
            label: label.to_owned(),
        })
    }

    fn line(&self) -> usize {
        self.span.start.line
    }

    fn write(&self, out: &mut String, arrow: &str) {
        let number = self.line().to_string();
        let pad = " ".repeat(number.len());
        let Position { line, column } = self.span.start;
        let _ = writeln!(out, "{pad}{arrow} {}:{line}:{column}", self.path);
        let _ = writeln!(out, "{pad} |");
        // A long line is shown from a little before the place.
        let skipped = if column > MAX_EXCERPT {
            column - MAX_EXCERPT / 2
        } else {
            0
        };
        let letters: Vec<char> = self
            .text
            .trim_end()
            .chars()
            .skip(skipped)
            .take(MAX_EXCERPT)
            .collect();
        let start = column.saturating_sub(1 + skipped).min(letters.len());
        let end = if self.span.end.line == line {
            self.span.end.column.saturating_sub(1 + skipped)
        } else {
            letters.len()
        };
        let end = end.clamp(start, letters.len());
        let shown = |part: &[char]| printable(&part.iter().collect::<String>());
        let (before, marked) = (shown(&letters[..start]), shown(&letters[start..end]));
        let _ = writeln!(
            out,
            "{}",
            format!("{number} | {}", shown(&letters)).trim_end()
        );
        // Letters of Chinese and emoji take two columns, accents none.
        let carets = "^".repeat(marked.width().max(1));
        let before = " ".repeat(before.width());
        let _ = writeln!(
            out,
            "{}",
            format!("{pad} | {before}{carets} {}", self.label).trim_end()
        );
    }
}

/// Why something is lost: the reason that the message gives, if it gives one, otherwise the message.
pub(super) fn reason(lost: &Diagnostic) -> String {
    match lost.args.get("reason") {
        Some(reason) if lost.code.message.ends_with("{reason}") => shown(reason),
        _ => lost.message(),
    }
}

/// A text of [`super::codes`] with its slots filled.
pub(super) fn filled(template: &str, args: &BTreeMap<&'static str, String>) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((slot, after)) = tail.split_once('}') else {
            rest = tail;
            break;
        };
        out.push_str(&args.get(slot).map(|value| shown(value)).unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Text of a document on one line of a terminal: cut, and without control or direction characters.
fn shown(text: &str) -> String {
    let mut out: String = printable(text).chars().take(MAX_ARG).collect();
    if text.chars().nth(MAX_ARG).is_some() {
        out.push('…');
    }
    out
}

/// Text of a document on one line of a terminal or a log: no line ends, nothing that a terminal or a runner of CI acts upon.
pub fn printable(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|letter| match letter {
            '\t' | '\n' => ' ',
            hidden if is_hidden(hidden) => '\u{fffd}',
            other => other,
        })
        .collect();
    // Runners take the first for a command where a line begins, behind blanks too, and the other wherever it stands.
    let line = match line.trim_start().strip_prefix("::") {
        Some(rest) => format!(": :{rest}"),
        None => line,
    };
    line.replace("##[", "## [")
}

/// Text behind the `::` of a command of GitHub Actions, on one line.
pub fn command_data(text: &str) -> String {
    printable(text).replace('%', "%25")
}

/// The value of a property of such a command.
pub fn command_property(text: &str) -> String {
    command_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A value as JSON on one line: what steers a terminal or a runner of CI is escaped.
pub fn json_line(value: &serde_json::Value) -> String {
    harmless(&format!("{value}\n"))
}

/// A report as JSON, indented, for programs and for the eyes: what steers a terminal or a runner of CI is escaped.
pub fn json_text(report: &serde_json::Value) -> String {
    harmless(&format!("{report:#}\n"))
}

fn harmless(json: &str) -> String {
    let mut out = String::new();
    for letter in json.chars() {
        // Line ends stand between values only, where JSON knows no escapes.
        if letter != '\n' && is_hidden(letter) {
            // Writing to a `String` cannot fail.
            for half in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{half:04x}");
            }
        } else {
            out.push(letter);
        }
    }
    out.replace("##[", "#\\u0023[")
}

#[cfg(test)]
mod tests {
    use super::{is_hidden, json_text, printable};
    use serde_json::json;

    const EVIL: &str = "a\n::error::b\r\u{1b}]8;;http://x\u{7}\u{9b}1m\u{202e}##[error]";

    #[test]
    fn text_of_a_document_stays_on_its_line_and_steers_nothing() {
        assert_eq!(
            printable(EVIL),
            "a ::error::b\u{fffd}\u{fffd}]8;;http://x\u{fffd}\u{fffd}1m\u{fffd}## [error]"
        );
        assert_eq!(printable("\n::error::b"), ": :error::b");
    }

    #[test]
    fn json_says_the_same_without_a_letter_that_steers() {
        let text = json_text(&json!({ "a": EVIL }));
        assert!(text.chars().all(|one| one == '\n' || !is_hidden(one)));
        assert!(!text.contains("##["));
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read, json!({ "a": EVIL }));
    }
}
