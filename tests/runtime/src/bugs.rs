//! Models with members that only the server sends, as the emitter writes them, and a resource that sends any value anywhere.

use std::collections::BTreeMap;

use crate::runtime::{self, Client, Encode, FormField, Multipart, Request, UnknownVariant};

/// Who a bug belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    /// Given by the server.
    pub uid: Option<String>,
    /// What the owner is called.
    pub nick: String,
}

runtime::record! {
    Owner, read_only "uid";
    uid: optional;
    nick: required;
}

/// A bug.
#[derive(Debug, Clone, PartialEq)]
pub struct Bug {
    /// Given by the server.
    pub id: Option<i64>,
    /// What it is called.
    pub name: String,
    /// In a list.
    pub owners: Vec<Owner>,
    /// In a map.
    pub by_role: BTreeMap<String, Owner>,
    /// In a union.
    pub assignee: Option<Assignee>,
    /// Fields that the document allows and does not name.
    pub rest: BTreeMap<String, Owner>,
}

runtime::record! {
    Bug, rest rest, read_only "id";
    id: optional;
    name: required;
    owners: required;
    by_role: required;
    assignee: optional;
}

/// Who works on a bug.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Assignee {
    Owner(Owner),
    Team(String),
    Unknown(UnknownVariant),
}

runtime::union! {
    Assignee;
    Owner: own;
    Team: own;
}

/// Sends any value anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Bugs<'c> {
    client: &'c Client,
}

impl<'c> Bugs<'c> {
    pub(crate) fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// As JSON.
    pub fn json(self, body: &(impl Encode + ?Sized)) -> Request<'c, AddBug> {
        Request::new(self.client).json_body_as("application/vnd.bug+json", body)
    }

    /// As a form.
    pub fn form(self, body: &(impl Encode + ?Sized), fields: &[FormField]) -> Request<'c, AddBug> {
        Request::new(self.client).form_body("application/x-www-form-urlencoded", body, fields)
    }

    /// As parts.
    pub fn parts(self, content_type: &str, body: &impl Multipart) -> Request<'c, AddBug> {
        Request::new(self.client).multipart_body(content_type, body, &[])
    }

    /// Asks with a body.
    pub fn find(self, body: &(impl Encode + ?Sized)) -> Request<'c, FindBugs> {
        Request::new(self.client).json_body(body)
    }

    /// Asks for all of them.
    pub fn find_all(self) -> Request<'c, FindBugs> {
        Request::new(self.client)
    }

    /// With a method that nothing is known about.
    pub fn copy(self) -> Request<'c, CopyBug> {
        Request::new(self.client)
    }

    /// To a server that only this operation has.
    pub fn elsewhere(self) -> Request<'c, MoveBug> {
        Request::new(self.client)
    }

    /// To a server that is relative.
    pub fn beside(self) -> Request<'c, KeepBug> {
        Request::new(self.client)
    }

    /// With two values in one segment of the path.
    pub fn file(self, name: &str, extension: &str) -> Request<'c, FileBug> {
        Request::new(self.client).path_param("name", name).path_param("extension", extension)
    }

    /// In a header that must be there.
    pub fn header(self, value: &(impl Encode + ?Sized)) -> Request<'c, AddBug> {
        let text = runtime::ascii_json_text(value);
        Request::new(self.client).header_param("X-Bug", false, &text)
    }
}

runtime::operation! {
    /// `AddBug`: `POST /bugs`.
    AddBug, "AddBug": POST "/bugs";
    accept "*/*";
    security;
    read no_content -> ();
}

impl Request<'_, AddBug> {
    /// In the query.
    pub fn query(self, value: &(impl Encode + ?Sized)) -> Self {
        self.query_param_with("bug", runtime::QueryStyle::DeepObject, true, false, value)
    }
}

runtime::operation! {
    /// `FindBugs`: `QUERY /bugs`.
    FindBugs, "FindBugs": QUERY "/bugs";
    read json -> Vec<String>;
}

runtime::operation! {
    /// `CopyBug`: `M-COPY' /bugs`.
    CopyBug, "CopyBug": "M-COPY'" "/bugs";
    security;
    idempotency_key "Idempotency-Key";
    makes_key false;
    read no_content -> ();
}

runtime::operation! {
    /// `MoveBug`: `POST /bugs`, elsewhere.
    MoveBug, "MoveBug": POST "/bugs";
    accept "*/*";
    security;
    server "https://files.{region}.clerk.test/{zone}" ["region" = "us" of "us", "zone" = "a"];
    read no_content -> ();
}

runtime::operation! {
    /// `KeepBug`: `POST /bugs`, beside the server of the others.
    KeepBug, "KeepBug": POST "/bugs";
    accept "*/*";
    security;
    server "../v2";
    read no_content -> ();
}

runtime::operation! {
    /// `FileBug`: `POST /sp ace/{é%20/a%2Fb/{name}.{extension}:verb?mode=1`.
    FileBug, "FileBug": POST "/sp ace/{é%20/a%2Fb/{name}.{extension}:verb?mode=1";
    accept "*/*";
    security [] | ["sid", "csrf"];
    read no_content -> ();
}

impl Request<'_, FileBug> {
    /// In a cookie.
    pub fn cookie(self, name: &str, explode: bool, value: &(impl Encode + ?Sized)) -> Self {
        self.cookie_param(name, explode, value)
    }
}
