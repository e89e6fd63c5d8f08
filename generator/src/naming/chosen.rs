//! Names that the configuration chooses, by JSON pointer.

use super::case::Case;
use super::words;
use crate::config::Config;
use crate::ir::Api;
use crate::pointer::Pointer;

/// The name that the configuration chooses for an item. What is written in one place may be a field and its type, and each takes a
/// name that is written as its own is.
pub(super) fn chosen(api: &Api, config: &Config, at: &Pointer, case: Case) -> Option<String> {
    if config.rename.is_empty() {
        return None;
    }
    let at = api.written(at).to_string();
    let own = config.rename.get(&at).into_iter();
    let mut names = own.chain(config.renamed.get(&at).into_iter().flatten());
    names.find(|name| words::is_cased(name, case)).cloned()
}
