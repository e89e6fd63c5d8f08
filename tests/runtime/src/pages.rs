//! A resource as the emitter writes it, whose operations answer in pages.

use serde_json::Value;

use crate::runtime::{self, Client, Request};

/// A page of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// The rows.
    pub rows: Option<Vec<i64>>,
}

runtime::record! { Rows;
    rows: optional;
}

/// What has a page inside.
#[derive(Debug, Clone, PartialEq)]
pub struct Nested {
    /// The page.
    pub result: runtime::OptionalNullable<Box<Rows>>,
}

runtime::record! { Nested;
    result: nullable;
}

/// Rows.
#[derive(Debug, Clone, Copy)]
pub struct Pages<'c> {
    client: &'c Client,
}

impl<'c> Pages<'c> {
    pub(crate) fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// By an offset.
    pub fn by_offset(self) -> Request<'c, ByOffset> {
        Request::new(self.client)
    }

    /// By the number of a page in the path.
    pub fn by_number(self, page: i64) -> Request<'c, ByNumber> {
        Request::new(self.client).path_param("page", &page)
    }

    /// By a cursor.
    pub fn by_cursor(self) -> Request<'c, ByCursor> {
        Request::new(self.client)
    }

    /// By a number in the body.
    pub fn by_body(self, body: &Value) -> Request<'c, ByBody> {
        Request::new(self.client).json_body(body)
    }

    /// By a number in the body, which is sent as it is.
    pub fn by_text(self, body: &'static str) -> Request<'c, ByBody> {
        let request = Request::new(self.client);
        if body.is_empty() { request } else { request.raw_body("application/json", body) }
    }

    /// By a URL in the answer.
    pub fn by_url(self) -> Request<'c, ByUrl> {
        Request::new(self.client)
    }

    /// By the header `Link`.
    pub fn by_link(self) -> Request<'c, ByLink> {
        Request::new(self.client)
    }
}

impl Request<'_, ByOffset> {
    /// Behind so many.
    pub fn offset(self, offset: i64) -> Self {
        self.query_param("off set", &offset)
    }
}

impl Request<'_, ByLink> {
    /// So many on a page.
    pub fn per_page(self, per_page: i64) -> Self {
        self.query_param("per_page", &per_page)
    }
}

runtime::operation! {
    ByOffset, "ByOffset": GET "/rows";
    security ["bearerAuth"];
    read json -> Nested;
}

runtime::pages! { ByOffset: offset "off set" in query, more "/more";
    items(result?.rows?) -> i64;
}

runtime::operation! {
    ByNumber, "ByNumber": GET "/rows/{page}";
    read json -> Rows;
}

runtime::pages! { ByNumber: page "page" in path first 1, last "/count";
    items(rows?) -> i64;
}

runtime::operation! {
    ByCursor, "ByCursor": GET "/cursor";
    read json -> Rows;
}

runtime::pages! { ByCursor: cursor "after" in query, next "/about/next~1cursor";
    items(rows?) -> i64;
}

runtime::operation! {
    ByBody, "ByBody": POST "/body";
    read json -> Vec<Value>;
}

runtime::pages! { ByBody: cursor "after" in body as number, next "/-1/id";
    items -> Value;
}

runtime::operation! {
    ByUrl, "ByUrl": GET "/url";
    read json -> Value;
}

runtime::pages! { ByUrl: url "/next"; }

runtime::operation! {
    ByLink, "ByLink": GET "/link";
    security ["queryKey"];
    read json -> Vec<i64>;
}

runtime::pages! { ByLink: link;
    items -> i64;
}
