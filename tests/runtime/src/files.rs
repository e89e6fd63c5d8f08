//! A resource as the emitter writes it, whose answers are not JSON: texts, bytes and redirects.

use bytes::Bytes;

use crate::runtime::{
    self, Client, DecodeError, Method, Operation, OperationInfo, RawResponse, Redirect, Request,
};

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

    /// Moves the files, and says where they are.
    pub fn relocate(self, body: &str) -> Request<'c, Relocate> {
        Request::new(self.client).raw_body("text/plain", body.to_owned())
    }
}

/// `Note`: `GET /note`.
#[derive(Debug)]
pub enum Note {}

impl Operation for Note {
    type Output = String;
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "Note",
        path: "/note",
        accept: "text/plain, */*;q=0.1",
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<String, DecodeError> {
        runtime::text(response)
    }
}

/// `Content`: `GET /content`.
#[derive(Debug)]
pub enum Content {}

impl Operation for Content {
    type Output = Bytes;
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "Content",
        path: "/content",
        accept: "application/octet-stream",
        security: &[&["bearerAuth"]],
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<Bytes, DecodeError> {
        runtime::bytes(response)
    }
}

impl Request<'_, Content> {
    /// The session, in a cookie.
    pub fn session(self, session: &str) -> Self {
        self.cookie_param("session", false, session)
    }
}

/// `Archive`: `GET /archive`.
#[derive(Debug)]
pub enum Archive {}

impl Operation for Archive {
    type Output = Redirect;
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "Archive",
        path: "/archive",
        accept: "*/*",
        security: &[&["bearerAuth"]],
        gives_redirects: true,
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<Redirect, DecodeError> {
        runtime::redirect(response, runtime::no_content)
    }
}

/// `Report`: `GET /report`.
#[derive(Debug)]
pub enum Report {}

impl Operation for Report {
    type Output = Vec<String>;
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "Report",
        path: "/report",
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<Vec<String>, DecodeError> {
        runtime::json(runtime::other_than(response, &["text/csv", "image/*"])?)
    }
}

impl<Answer: Operation> Request<'_, Report, Answer> {
    /// At most this many.
    pub fn limit(self, limit: i64) -> Self {
        self.query_param("limit", &limit)
    }
}

/// `Report`, answered as `text/csv`.
#[derive(Debug)]
pub enum ReportCsv {}

impl Operation for ReportCsv {
    type Output = String;
    const INFO: &'static OperationInfo = &OperationInfo {
        accept: "text/csv",
        ..*<Report as Operation>::INFO
    };

    fn read(response: &RawResponse) -> Result<String, DecodeError> {
        runtime::text(runtime::other_than(
            response,
            &["application/json", "image/*"],
        )?)
    }
}

/// `Relocate`: `POST /relocate`.
#[derive(Debug)]
pub enum Relocate {}

impl Operation for Relocate {
    type Output = Redirect<Vec<String>>;
    const INFO: &'static OperationInfo = &OperationInfo {
        id: "Relocate",
        method: Method::POST,
        path: "/relocate",
        security: &[&["bearerAuth"]],
        gives_redirects: true,
        ..OperationInfo::DEFAULT
    };

    fn read(response: &RawResponse) -> Result<Redirect<Vec<String>>, DecodeError> {
        runtime::redirect(response, runtime::json)
    }
}
