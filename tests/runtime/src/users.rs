//! A resource as the emitter writes it, with what the Clerk API has no operation for: parameters of all places.

use crate::runtime::{
    self, Client, DecodeError, Method, Operation, OperationInfo, RawResponse, Request,
};

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

    /// Deletes a user.
    pub fn delete_user(self, user_id: &str) -> Request<'c, DeleteUser> {
        Request::new(self.client).path_param("user_id", user_id)
    }
}

/// `ListUsers`: `GET /users`.
#[derive(Debug)]
pub enum ListUsers {}

impl Operation for ListUsers {
    type Output = Vec<String>;
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "ListUsers",
        path: "/users",
        security: &[&[], &["bearerAuth"]],
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<Vec<String>, DecodeError> {
        runtime::json(response)
    }
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

/// `DeleteUser`: `DELETE /users/{user_id}`.
#[derive(Debug)]
pub enum DeleteUser {}

impl Operation for DeleteUser {
    type Output = ();
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "DeleteUser",
        method: Method::DELETE,
        path: "/users/{user_id}",
        security: &[&["queryKey"], &["bearerAuth"]],
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<(), DecodeError> {
        runtime::no_content(response)
    }
}

/// `ListNewUsers`: `GET /users?new&since={since}#new`.
#[derive(Debug)]
pub enum ListNewUsers {}

impl Operation for ListNewUsers {
    type Output = ();
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "ListNewUsers",
        path: "/users?new&since={since}#new",
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<(), DecodeError> {
        runtime::no_content(response)
    }
}

impl Request<'_, ListNewUsers> {
    /// At most this many.
    pub fn limit(self, limit: i64) -> Self {
        self.query_param("limit", &limit)
    }
}

/// `AddPicture`: `POST /pictures`.
#[derive(Debug)]
pub enum AddPicture {}

impl Operation for AddPicture {
    type Output = ();
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "AddPicture",
        method: Method::POST,
        path: "/pictures",
        accept: "*/*",
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<(), DecodeError> {
        runtime::no_content(response)
    }
}
