//! The table of all diagnostics: the only place where their texts live. Sorted by id; ids are never reused.

use super::{Diagnostic, Place, Severity};

/// A kind of diagnostic.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable id: the letter of the stage and a number.
    pub id: &'static str,
    /// The stable name, a few words.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, with slots such as `{key}`.
    pub message: &'static str,
    /// What to do about it, with slots; may be empty.
    pub help: &'static str,
    /// The long text of `tintype explain`.
    pub explain: &'static str,
}

impl Code {
    /// A diagnostic about a place.
    pub fn at(&'static self, place: Place) -> Diagnostic {
        Diagnostic::new(self, Some(place))
    }

    /// A diagnostic without a place, such as a missing file.
    pub fn plain(&'static self) -> Diagnostic {
        Diagnostic::new(self, None)
    }

    /// A diagnostic about a place if there is one.
    pub fn maybe_at(&'static self, place: Option<Place>) -> Diagnostic {
        Diagnostic::new(self, place)
    }
}

/// The code with this id or name.
pub fn find(text: &str) -> Option<&'static Code> {
    ALL.iter()
        .find(|code| code.id.eq_ignore_ascii_case(text) || code.name.eq_ignore_ascii_case(text))
        .copied()
}

macro_rules! codes {
    ($($(#[$doc:meta])* $constant:ident = $id:literal $name:literal $severity:ident {
        message: $message:literal, help: $help:literal, explain: $explain:literal $(,)?
    })*) => {
        $($(#[$doc])* pub const $constant: &Code = &Code {
            id: $id,
            name: $name,
            severity: Severity::$severity,
            message: $message,
            help: $help,
            explain: $explain,
        };)*

        /// Every code, sorted by id.
        pub const ALL: &[&Code] = &[$($constant),*];
    };
}

codes! {
    /// An option of the configuration that does not exist.
    UNKNOWN_OPTION = "C001" "unknown-option" Error {
        message: "the configuration has no option `{key}`",
        help: "{help}",
        explain: "Options are few and fixed, and a misspelt one would silently do nothing. The README lists them all."
    }
    /// Parts of an `allOf` give one member two types.
    CONFLICTING_MEMBERS = "L001" "conflicting-members" Warning {
        message: "the parts of an `allOf` give `{member}` two types; the nearer one is taken",
        help: "give the member one type, or leave it out of one part",
        explain: "An `allOf` is one object with the members of all its parts. Where two parts declare the same member with different types, no value may satisfy both; the generated struct has the type of the part that stands later, and what stands beside the `allOf` wins over its parts."
    }
    /// A schema became free-form JSON.
    NOT_MODELLED = "L002" "not-modelled" Warning {
        message: "this becomes free-form JSON: {reason}",
        help: "`tintype inspect` lists every such place",
        explain: "The generated crate reads and writes the value as `serde_json::Value`. Nothing is lost on the wire, but the compiler does not know what the value holds."
    }
    /// A chosen name is no identifier.
    RENAME_IS_NO_IDENTIFIER = "C005" "rename-is-no-identifier" Error {
        message: "`{name}` cannot be the name of `{pointer}`",
        help: "choose letters, digits and `_`, not starting with a digit, and no `self`, `super`, `crate` or `Self`",
        explain: "Names in `[rename]` are taken as they are, so they have to be Rust identifiers. Keywords are allowed; they are written `r#...`."
    }
    /// A chosen name belongs to nothing.
    RENAME_WITHOUT_ITEM = "C006" "rename-without-item" Error {
        message: "nothing at `{pointer}` has a name",
        help: "`tintype inspect` lists the pointers of operations and schemas",
        explain: "A key of `[rename]` is the JSON pointer of a component schema, an inline schema, a property, an enum value, an operation or a parameter. One that leads to nothing would silently do nothing, for example after the document has changed."
    }
    /// The file is missing or cannot be read.
    FILE_NOT_READABLE = "S001" "file-not-readable" Error {
        message: "cannot read `{path}`: {reason}",
        help: "",
        explain: "The file does not exist, is a folder, or may not be read. Paths in a configuration file are relative to that file."
    }
}
