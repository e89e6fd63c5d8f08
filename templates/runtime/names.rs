//! Which names an object has, in a few bits: enough to know at once of most that they are not there, and of most that they are
//! not there twice.

/// Beyond so many names, whether one is there twice is looked up for all at once.
const MANY: u32 = 128;

/// The names of an object that is being taken in.
#[derive(Debug, Default)]
pub(super) struct Names {
    seen: [u64; 4],
    count: u32,
    may_repeat: bool,
}

impl Names {
    /// Adds a name; `is_there` says whether it is there already, and is asked where the bits say so.
    #[inline]
    pub(super) fn add(&mut self, name: &str, is_there: impl FnOnce() -> bool) {
        let (word, bit) = place(name);
        if self.seen[word] & bit != 0 && !self.may_repeat {
            self.may_repeat = self.count >= MANY || is_there();
        }
        self.seen[word] |= bit;
        self.count += 1;
    }

    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// Whether a name may be there twice.
    pub(super) fn may_repeat(&self) -> bool {
        self.may_repeat
    }

    /// The bits of all names, for [`may_have`].
    pub(super) fn marks(&self) -> u64 {
        self.seen.iter().fold(0, |marks, word| marks | word)
    }
}

/// Whether an object with these marks may have a member of this name.
pub(super) fn may_have(marks: u64, name: &str) -> bool {
    marks & place(name).1 != 0
}

/// A word and a bit in it. A few bytes of the name decide: those in which the names of an API differ most.
#[inline]
fn place(name: &str) -> (usize, u64) {
    let bytes = name.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let mark = byte(0)
        .wrapping_mul(31)
        .wrapping_add(byte(bytes.len() / 2).wrapping_mul(17))
        .wrapping_add(byte(bytes.len().saturating_sub(1)).wrapping_mul(7))
        .wrapping_add(bytes.len().to_le_bytes()[0]);
    (usize::from(mark >> 6), 1 << (mark & 63))
}
