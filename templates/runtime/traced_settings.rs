//! What of requests and answers the builder of a client lets spans show.

use super::{builder::ClientBuilder, client::Client};

impl<C: From<Client>> ClientBuilder<C> {
    /// Shows the values of these headers of requests and answers in the spans of attempts; none by default.
    ///
    /// A credential is shown in no case, nor is a cookie.
    pub fn traced_headers<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.settings.traced.headers.extend(names.into_iter().map(Into::into));
        self
    }

    /// Shows the values of these parameters of the query in the spans of attempts; none by default. A credential is shown in no case.
    pub fn traced_query<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.settings.traced.query.extend(names.into_iter().map(Into::into));
        self
    }
}
