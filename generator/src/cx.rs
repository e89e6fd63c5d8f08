//! What every stage of the front half is handed: the configuration, the texts that were read, the diagnostics. Holds no document.

use std::path::Path;

use crate::config::Config;
use crate::diag::{Counts, Diagnostic, Loss, Place, Reported, Sink, Sources};
use crate::pointer::Pointer;

/// The configuration, the texts and the diagnostics of one run.
#[derive(Debug, Default)]
pub struct Cx {
    config: Config,
    sources: Sources,
    sink: Sink,
}

impl Cx {
    /// Begins a run.
    pub fn new(config: Config) -> Self {
        Self {
            config,
            ..Self::default()
        }
    }

    /// Makes warnings errors.
    pub fn be_strict(&mut self) {
        self.sink.be_strict();
    }

    /// Records a diagnostic.
    pub fn report(&mut self, new: Diagnostic) {
        self.sink.push(new);
    }

    /// Records an error and gives the proof.
    pub fn error(&mut self, new: Diagnostic) -> Reported {
        self.sink.error(new)
    }

    /// Takes back what was said about places that this names, but for errors.
    pub fn forget(&mut self, is_gone: impl Fn(&Place) -> bool) {
        self.sink.forget(is_gone);
    }

    /// The gate: fails if any error was recorded.
    pub fn stop_on_errors(&self) -> Result<(), Reported> {
        self.sink.stop_on_errors()
    }

    /// Whether an error was recorded at this place or inside it.
    pub fn has_error_within(&self, place: &Place) -> bool {
        self.sink.has_error_within(place)
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The configuration, for what overrides the file: flags and builder calls.
    pub fn config_mut(&mut self) -> &mut Config {
        &mut self.config
    }

    /// The place of an option in the configuration file, if there is a file.
    pub fn config_place(&self, keys: &[&str]) -> Option<Place> {
        Some(Place {
            file: self.config.file?,
            at: keys.iter().collect::<Pointer>(),
        })
    }

    /// The texts that were read.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The texts that were read, to add one.
    pub fn sources_mut(&mut self) -> &mut Sources {
        &mut self.sources
    }

    /// The texts that were read, when the run is over.
    pub fn into_sources(self) -> Sources {
        self.sources
    }

    /// The paths of all files that were read, as they were given.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.sources.paths()
    }

    /// What the document says and nothing generated depends on, by place.
    pub fn losses(&self) -> Vec<Loss> {
        self.sink.losses()
    }

    /// The diagnostics, sorted by file, line, column and code.
    pub fn diagnostics(&self) -> Vec<&Diagnostic> {
        self.sink.sorted(&self.sources)
    }

    /// Looks up now where the diagnostics lie in their texts, which takes as long as to read these again.
    pub fn locate(&self) {
        for file in self.sink.files() {
            self.sources.locate(file);
        }
    }

    /// How many diagnostics there are of each severity.
    pub fn counts(&self) -> Counts {
        self.sink.counts()
    }

    /// The listing of all diagnostics; empty if there are none.
    pub fn rendered(&self) -> String {
        self.sink.rendered(&self.sources)
    }
}
