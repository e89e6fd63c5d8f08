//! Futures and errors behind a pointer.

use std::error::Error;
use std::future::Future;
use std::pin::Pin;

/// A future behind a pointer.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// An error of any type.
pub type BoxError = Box<dyn Error + Send + Sync>;
