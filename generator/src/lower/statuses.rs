//! The answers of an operation, by their statuses.

use openapiv3::{ReferenceOr, Response as Source, Responses, StatusCode};

use crate::ir::Status;

/// The answers with their statuses, `default` last.
pub(super) fn by_status(
    responses: &Responses,
) -> impl Iterator<Item = (Status, &ReferenceOr<Source>)> {
    let coded = responses.responses.iter();
    let coded = coded.map(|(status, response)| match status {
        StatusCode::Code(code) => (Status::Code(*code), response),
        StatusCode::Range(first) => {
            let first = u8::try_from(*first).unwrap_or_default();
            (Status::Range(first), response)
        }
    });
    let rest = responses.default.iter();
    coded.chain(rest.map(|response| (Status::Default, response)))
}

/// What an inline type of the answer is named after: the first success is just the response.
pub(super) fn words(status: Status) -> String {
    match status {
        Status::Code(200 | 201) => "response".to_owned(),
        Status::Default => "default response".to_owned(),
        other => format!("{other} response"),
    }
}
