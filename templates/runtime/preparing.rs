//! How a request in the making becomes one that can be sent.

use http::HeaderMap;
use url::Url;

use super::secrets::{self, Secret};
use super::{
    address, client::Core, draft::Draft, headers, info::SchemeKind, refusal::Refusal,
    transport::HttpRequest,
};
// Only with named bodies.
use super::media_type;

impl Draft {
    /// The server that it goes to: that of the call, or else of the operation, of the client, or of the document.
    pub(super) fn server_url(&self, core: &Core) -> Result<Url, Refusal> {
        if let Some(server) = &self.server {
            return Ok(server.clone());
        }
        // Only with servers of operations.
        if let Some(own) = self.info.servers.first() {
            return core.server_of(own);
        }
        core.server()
    }

    /// Where it goes, with what else is in the query.
    fn url(&self, core: &Core, query: &[(String, String)]) -> Result<Url, Refusal> {
        // Only with pages.
        if let Some(at) = &self.at {
            return Ok(address::with_pairs(at, query));
        }
        let (server, template) = (self.server_url(core)?, self.info.path);
        // Only with JSON queries.
        if let Some(text) = &self.whole_query {
            let url = address::call(&server, template, &self.path, query)?;
            return address::with_whole_query(url, text);
        }
        address::call(&server, template, &self.path, query)
    }

    /// Makes the request. Headers of the call win over those of the client, and those over all others.
    pub(super) fn prepare(&self, core: &Core, secrets: &[Secret]) -> Result<HttpRequest, Refusal> {
        if let Some(refusal) = &self.refusal {
            return Err(refusal.clone());
        }
        let mut query = self.query.clone();
        // Only with pages.
        if self.at.is_some() {
            query.clear();
        }
        let mut headers = HeaderMap::new();
        if !self.info.accept.is_empty() {
            headers::set(&mut headers, "accept", self.info.accept)?;
        }
        headers::set(&mut headers, "user-agent", &core.settings.user_agent)?;
        for secret in secrets {
            secrets::put(secret, &mut headers, &mut query)?;
        }
        // Only with cookies.
        let cookies = secrets.iter().filter_map(secrets::cookie);
        // Only with cookies.
        headers::set_cookies(&mut headers, self.cookies.iter().cloned().chain(cookies))?;
        for (name, value) in core.settings.headers.iter().chain(&self.headers) {
            headers::put(&mut headers, name, value);
        }
        // Only with named bodies.
        media_type::check(&headers)?;
        let url = self.url(core, &query)?;
        let in_query = secrets.iter().any(|(kind, _)| matches!(kind, SchemeKind::Query(_)));
        let secret = in_query || secrets::is_secret(&headers);
        if secret && !core.settings.allow_plain_http && !secrets::is_private(&url) {
            return Err(secrets::over_plain_http());
        }
        let mut request = HttpRequest::new(self.info.id, self.info.method, url);
        request.headers = headers;
        request.body = self.body.clone();
        Ok(request)
    }
}
