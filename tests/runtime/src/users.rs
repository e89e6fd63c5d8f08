//! A resource as the emitter writes it, with what the Clerk API has no operation for: parameters of all places.

use crate::runtime::{self, Client, Request};

/// Users.
#[derive(Debug, Clone, Copy)]
pub struct Users<'c> {
    client: &'c Client,
}

impl<'c> Users<'c> {
    pub(crate) fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// Lists the ids of users.
    pub fn list_users(self) -> Request<'c, ListUsers> {
        Request::new(self.client)
    }

    /// Lists the ids of new users.
    pub fn list_new_users(self, since: &str) -> Request<'c, ListNewUsers> {
        Request::new(self.client).path_param("since", since)
    }

    /// Adds a picture.
    pub fn add_picture(
        self,
        body: &impl runtime::Multipart,
        fields: &[runtime::FormField],
    ) -> Request<'c, AddPicture> {
        Request::new(self.client).multipart_body("multipart/form-data", body, fields)
    }

    /// Adds a user.
    pub fn add_user(self, body: &str) -> Request<'c, AddUser> {
        Request::new(self.client).json_body(body)
    }

    /// Deletes a user.
    pub fn delete_user(self, user_id: &str) -> Request<'c, DeleteUser> {
        Request::new(self.client).path_param("user_id", user_id)
    }
}

runtime::operation! {
    /// `ListUsers`: `GET /users`.
    ListUsers, "ListUsers": GET "/users";
    security [] | ["bearerAuth"];
    /// At most this many.
    set limit: query, i64;
    /// Only those that match.
    set query: query, &str;
    /// Only these.
    set user_id: query, &[String];
    /// The tenant, in a header.
    set tenant: header = "x-tenant", &str;
    /// The session, in a cookie.
    set session: cookie = "__session", &str;
    read json -> Vec<String>;
}

runtime::operation! {
    /// `DeleteUser`: `DELETE /users/{user_id}`.
    DeleteUser, "DeleteUser": DELETE "/users/{user_id}";
    security ["queryKey"] | ["bearerAuth"] | ["basicAuth"];
    read no_content -> ();
}

runtime::operation! {
    /// `ListNewUsers`: `GET /users?new&since={since}#new`.
    ListNewUsers, "ListNewUsers": GET "/users?new&since={since}#new";
    security;
    read no_content -> ();
}

impl Request<'_, ListNewUsers> {
    /// At most this many.
    pub fn limit(self, limit: i64) -> Self {
        self.query_param("limit", &limit)
    }
}

runtime::operation! {
    /// `AddPicture`: `POST /pictures`.
    AddPicture, "AddPicture": POST "/pictures";
    accept "*/*";
    security;
    read no_content -> ();
}

runtime::operation! {
    /// `AddUser`: `POST /users`.
    AddUser, "AddUser": POST "/users";
    idempotency_key "X-Request-Key";
    read no_content -> ();
}

impl Request<'_, AddUser> {
    /// The key.
    pub fn key(self, key: &str) -> Self {
        self.header_param("X-Request-Key", false, key)
    }
}
