//! Who is told of what an answer has that the document does not say.

use std::sync::Arc;

use super::client::{Client, Core};
use super::deviation::{Deviation, Undocumented};
use super::notes::{DeviationKind, Lookout};
#[cfg(feature = "tracing")]
use super::tame::{SHOWN, tame};
use super::{
    decode_error::DecodeError, hook::CallContext, hooks, noting::Noticed, outgoing::Outgoing,
    refusal::Progress,
};

/// Who looks at how an answer differs from the document.
pub(super) struct Watch {
    lookout: Lookout,
    refuses: bool,
    client: Client,
    call: CallContext,
}

impl Watch {
    /// For an answer of a client that looks.
    pub(super) fn of(core: &Core, outgoing: &Outgoing, progress: Progress) -> Option<Arc<Self>> {
        let lookout = Lookout {
            is_lenient: core.settings.is_lenient,
            for_unknown: core.settings.undocumented != Undocumented::Ignored,
        };
        (lookout != Lookout::default()).then(|| {
            Arc::new(Self {
                lookout,
                refuses: core.settings.undocumented == Undocumented::Refused,
                client: outgoing.client.clone(),
                call: hooks::context(outgoing, progress),
            })
        })
    }

    /// What it looks for.
    pub(super) fn lookout(&self) -> Lookout {
        self.lookout
    }

    /// Tells what was noticed.
    ///
    /// # Errors
    /// The first of it that is refused.
    pub(super) fn tell(&self, noticed: Vec<Noticed>) -> Result<(), DecodeError> {
        let mut refused = None;
        for deviation in noticed.into_iter().map(Deviation::of) {
            self.pass_on(&deviation);
            if self.refuses && deviation.kind() != DeviationKind::LeftOut {
                refused.get_or_insert_with(|| deviation.why().clone());
            }
        }
        refused.map_or(Ok(()), Err)
    }

    fn pass_on(&self, deviation: &Deviation) {
        #[cfg(feature = "tracing")]
        log(self.call.operation, deviation);
        if let Ok(core) = self.client.core() {
            hooks::deviation(core, &self.call, deviation);
        }
    }
}

/// Tells how an answer differs from the document: the names that lead there, and no value.
#[cfg(feature = "tracing")]
fn log(operation: &'static str, deviation: &Deviation) {
    let (kind, pointer) = (deviation.kind(), tame(deviation.pointer(), SHOWN));
    if kind == DeviationKind::LeftOut {
        tracing::warn!(operation, ?kind, pointer, "the answer differs from the document");
    } else {
        tracing::info!(operation, ?kind, pointer, "the answer differs from the document");
    }
}
