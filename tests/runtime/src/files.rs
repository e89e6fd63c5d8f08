//! A resource as the emitter writes it, whose answers are not JSON: texts and bytes.

use crate::runtime::{self, Client, DecodeError, Operation, OperationInfo, RawResponse, Request};

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
