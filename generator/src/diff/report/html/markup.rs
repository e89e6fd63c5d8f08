//! HTML as it grows: markup is a constant of the program, everything else is escaped here and nowhere else.

use std::fmt::Write;

use crate::templates::Safe;
use crate::visible;

/// A piece of HTML. There is no way to put text into it unescaped.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// The markup, to be packed.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Its bytes.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Markup of our own. Text of a document does not live as long.
    pub(super) fn mark(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text between tags. A character that is not seen, or that turns the direction of writing, shows its number
    /// (CVE-2021-42574).
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            if is_hidden(letter) {
                // Writing to a `String` cannot fail.
                let _ = write!(
                    self.0,
                    "<span class=\"hidden\">U+{:04X}</span>",
                    u32::from(letter)
                );
            } else {
                self.letter(letter);
            }
        }
        self
    }

    /// Text that a narrow screen breaks where one of its words ends.
    pub(super) fn words(&mut self, text: &str) -> &mut Self {
        let mut last = ' ';
        for letter in text.chars() {
            // In names of types, a word begins with a capital.
            let is_word = letter.is_uppercase() && last.is_lowercase();
            if is_word || "./_:-".contains(last) {
                self.mark("<wbr>");
            }
            self.text(letter.encode_utf8(&mut [0; 4]));
            last = letter;
        }
        self
    }

    /// A sentence of our own, in which code stands between backticks.
    pub(super) fn sentence(&mut self, sentence: &'static str) -> &mut Self {
        for (index, part) in sentence.split('`').enumerate() {
            if index % 2 == 1 {
                self.mark("<code>").text(part).mark("</code>");
            } else {
                self.text(part);
            }
        }
        self
    }

    /// An attribute with its value.
    pub(super) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        for letter in value.chars() {
            self.letter(if is_hidden(letter) {
                char::REPLACEMENT_CHARACTER
            } else {
                letter
            });
        }
        self.0.push('"');
        self
    }

    /// A number, as text or in the value of an attribute.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        let _ = write!(self.0, "{number}");
        self
    }

    /// Another piece.
    pub(super) fn piece(&mut self, piece: Self) -> &mut Self {
        self.0.push_str(&piece.0);
        self
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '&' => self.0.push_str("&amp;"),
            '<' => self.0.push_str("&lt;"),
            // Runners of CI take these for commands, at the begin of a line and anywhere.
            ':' if self.0.ends_with('\n') => self.0.push_str("&#58;"),
            '[' if self.0.ends_with("##") => self.0.push_str("&#91;"),
            '>' => self.0.push_str("&gt;"),
            '"' => self.0.push_str("&quot;"),
            '\'' => self.0.push_str("&#39;"),
            _ => self.0.push(letter),
        }
    }
}

impl From<Html> for Safe {
    fn from(html: Html) -> Self {
        Self::written(html.0)
    }
}

fn is_hidden(letter: char) -> bool {
    (visible::is_hidden(letter) && !matches!(letter, '\t' | '\n'))
        // Noncharacters, which HTML does not allow (section 13.2.3.5).
        || matches!(letter, '\u{fdd0}'..='\u{fdef}')
        || u32::from(letter) & 0xfffe == 0xfffe
}
