//! A reader that is taken once, by whoever comes first.

use std::io::Read;
#[cfg(feature = "client")]
use std::sync::PoisonError;
use std::sync::{Arc, Mutex};

/// A reader that the clones of a file share, until one of them is sent.
#[derive(Clone)]
pub(super) struct SharedReader(Arc<Mutex<Option<Box<dyn Read + Send>>>>);

impl SharedReader {
    pub(super) fn new(reader: impl Read + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(Some(Box::new(reader)))))
    }

    #[cfg(feature = "client")]
    pub(super) fn take(&self) -> Option<Box<dyn Read + Send>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl PartialEq for SharedReader {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for SharedReader {}
