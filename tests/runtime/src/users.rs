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
    read json -> Vec<String>;
}

impl Request<'_, ListUsers> {
    /// At most this many.
    pub fn limit(self, limit: i64) -> Self {
        self.query_param("limit", &limit)
    }

    /// Only those that match.
    pub fn query(self, query: &str) -> Self {
        self.query_param("query", query)
    }

    /// Only these.
    pub fn user_id(self, user_id: &[String]) -> Self {
        self.query_param("user_id", user_id)
    }

    /// The tenant, in a header.
    pub fn tenant(self, tenant: &str) -> Self {
        self.header_param("x-tenant", false, tenant)
    }

    /// The session, in a cookie.
    pub fn session(self, session: &str) -> Self {
        self.cookie_param("__session", false, session)
    }
}

runtime::operation! {
    /// `DeleteUser`: `DELETE /users/{user_id}`.
    DeleteUser, "DeleteUser": DELETE "/users/{user_id}";
    security ["queryKey"] | ["bearerAuth"];
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
