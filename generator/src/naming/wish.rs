//! What the items of a scope would like to be called.

/// What an item would like to be called.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// A name that somebody chose; it is taken as it is.
    pub(super) chosen: Option<String>,
    /// Shorter texts, the shortest first. Each is taken if the name of it is wished for by nobody else, and free.
    pub(super) shorter: Vec<String>,
    /// The text that the name comes from.
    pub(super) text: String,
    /// What tells the item from another one of the same name: more of its place. Empty when there is nothing more to say.
    pub(super) more: String,
    /// Lower comes first when two wish for the same name.
    pub(super) rank: u8,
    /// The JSON pointer of the item.
    pub(super) at: String,
    /// What no other item of the scope has, and what nothing that is added beside it changes; decides the last resort.
    pub(super) key: String,
}
