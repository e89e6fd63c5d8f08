//! Random changes of bytes, the same for the same seed: what a fuzzer does, where there is none.

/// Numbers that look random ([xorshift](https://en.wikipedia.org/wiki/Xorshift)).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// Begins with a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a limit; zero where that is zero.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let number = usize::try_from(self.0 >> 16).unwrap_or_default();
        number.checked_rem(limit).unwrap_or_default()
    }
}

/// What means something in YAML, JSON, TOML or OpenAPI.
const WORDS: &[&str] = &[
    ": ",
    "\n- ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "&a ",
    "*a",
    "<<: *a",
    "|\n",
    ">\n",
    "\t",
    "\n---\n",
    "\n...\n",
    "'",
    "\"",
    "!!binary ",
    "!a ",
    "? ",
    "#",
    "\n",
    "\r\n",
    "\r",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\0",
    "\\u0000",
    "~",
    "null",
    "true",
    "1e999",
    "-0",
    "0x1F",
    "$ref: ",
    "'#/components/schemas/A'",
    "allOf: ",
    "oneOf: ",
    "items: ",
    "enum: ",
    "type: ",
    "= ",
    "[[",
    "]]",
    "é",
    "😀",
    "%",
    "@",
    "`",
];

/// The bytes with a few changes.
pub fn changed(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(out.len() + 1);
        let end = (at + random.below(24)).min(out.len());
        match random.below(5) {
            0 => drop(out.drain(at..end)),
            1 => {
                let again = out[at..end].to_vec();
                let to = random.below(out.len() + 1);
                out.splice(to..to, again);
            }
            2 if at < out.len() => out[at] = u8::try_from(random.below(256)).unwrap_or_default(),
            3 => {
                let word = WORDS[random.below(WORDS.len())];
                out.splice(at..end, word.bytes());
            }
            _ => {
                let word = WORDS[random.below(WORDS.len())];
                out.splice(at..at, word.bytes());
            }
        }
    }
    out
}
