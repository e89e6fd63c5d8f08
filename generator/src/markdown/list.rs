//! Where the lines of lists begin: an item's text stands below its own first line, so that no reader guesses what belongs to it.

use super::container;

/// The items that are open, from the outside in.
#[derive(Debug, Default)]
pub(super) struct List {
    /// Where the mark of each item stood, and where its text stands now.
    items: Vec<(usize, usize)>,
    is_after_blank: bool,
}

impl List {
    /// The indentation of a line that was set in so far.
    ///
    /// Never far enough for a code block: a text is set in just as far as the item that it belongs to.
    pub(super) fn place(&mut self, indent: usize, trimmed: &str) -> usize {
        if trimmed.is_empty() {
            self.is_after_blank = true;
            return 0;
        }
        let is_after_blank = std::mem::take(&mut self.is_after_blank);
        let mark = container(trimmed).filter(|_| !trimmed.starts_with('>'));
        if let Some(mark) = mark {
            self.items.retain(|(outer, _)| *outer < indent);
            let place = self.text();
            self.items.push((indent, place + mark + 1));
            return place;
        }
        if is_after_blank {
            self.items.retain(|(outer, _)| *outer < indent);
        }
        self.text()
    }

    /// Where the text of the innermost item stands.
    fn text(&self) -> usize {
        self.items.last().map_or(0, |(_, text)| *text)
    }
}
