//! A resource as the emitter writes it, whose answers are not JSON: texts, bytes and redirects.

use bytes::Bytes;

use crate::runtime::{self, Client, Redirect, Request};

/// Files.
#[derive(Debug, Clone, Copy)]
pub struct Files<'c> {
    client: &'c Client,
}

impl<'c> Files<'c> {
    pub(crate) fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// The note about the files.
    pub fn note(self) -> Request<'c, Note> {
        Request::new(self.client)
    }

    /// A file, here or where the API keeps it.
    pub fn content(self) -> Request<'c, Content> {
        Request::new(self.client)
    }

    /// Where the archive of all files is.
    pub fn archive(self) -> Request<'c, Archive> {
        Request::new(self.client)
    }

    /// The report about the files.
    pub fn report(self) -> Request<'c, Report> {
        Request::new(self.client)
    }

    /// As `report`, and asks for an answer as `text/csv`.
    pub fn report_csv(self) -> Request<'c, Report, ReportCsv> {
        Request::new(self.client)
    }

    /// Looks for files; what is asked for is the whole query.
    pub fn find(self, names: &[String]) -> Request<'c, Find> {
        Request::new(self.client).query_text(&runtime::json_text(names))
    }

    /// Moves the files, and says where they are.
    pub fn relocate(self, body: &str) -> Request<'c, Relocate> {
        Request::new(self.client).raw_body("text/plain", body.to_owned())
    }
}

runtime::operation! {
    /// `Note`: `GET /note`.
    Note, "Note": GET "/note";
    accept "text/plain, */*;q=0.1";
    read text -> String;
}

runtime::operation! {
    /// `Content`: `GET /content`.
    Content, "Content": GET "/content";
    accept "application/octet-stream";
    read bytes -> Bytes;
}

runtime::operation! {
    /// `Find`: `GET /find`.
    Find, "Find": GET "/find";
    accept "text/plain, */*;q=0.1";
    read text -> String;
}

impl Request<'_, Content> {
    /// The session, in a cookie.
    pub fn session(self, session: &str) -> Self {
        self.cookie_param("session", false, session)
    }
}

runtime::operation! {
    /// `Archive`: `GET /archive`.
    Archive, "Archive": GET "/archive";
    accept "*/*";
    gives_redirects true;
    read redirect(no_content) -> Redirect;
}

runtime::operation! {
    /// `Report`: `GET /report`.
    Report, "Report": GET "/report";
    security;
    several answers;
    /// At most this many.
    set limit: query, i64;
    read json not "text/csv" | "image/*" -> Vec<String>;
}

runtime::operation! {
    /// `Report`, answered as `text/csv`.
    ReportCsv like Report;
    accept "text/csv";
    read text not "application/json" | "image/*" -> String;
}

runtime::operation! {
    /// `Relocate`: `POST /relocate`.
    Relocate, "Relocate": POST "/relocate";
    gives_redirects true;
    read redirect(json) -> Redirect<Vec<String>>;
}
