//! How a document gets on a tape.

use serde::Deserializer;

use super::{filler::fill, tape::Tape};

impl<'t> Tape<'t> {
    /// Takes in the text of a document.
    ///
    /// # Errors
    /// The error of `serde_json` when the text is not JSON, or too deep.
    pub fn parse(text: &'t [u8]) -> Result<Self, serde_json::Error> {
        // All at once, it takes a fraction of the time that each text on its own would.
        if let Ok(source) = std::str::from_utf8(text) {
            let mut tape = Self::for_text(source);
            let mut deserializer = serde_json::Deserializer::from_str(source);
            fill(&mut tape, &mut deserializer)?;
            deserializer.end()?;
            Ok(tape)
        } else {
            // This says where.
            let mut tape = Self::empty();
            let mut deserializer = serde_json::Deserializer::from_slice(text);
            fill(&mut tape, &mut deserializer)?;
            deserializer.end()?;
            Ok(tape)
        }
    }

    /// Takes in a value of any format that describes itself.
    ///
    /// # Errors
    /// The error of the deserializer.
    pub fn of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut tape = Self::empty();
        fill(&mut tape, deserializer)?;
        Ok(tape)
    }
}
