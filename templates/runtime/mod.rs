//! What every generated crate carries: reading and writing JSON, and, with the feature `client`, making calls.
//!
//! The emitted code holds what is particular to one API; everything else is here, once. The module is hidden from the
//! documentation: what a user needs is re-exported at the root of the crate.

mod absent;
#[cfg(feature = "client")]
mod address;
#[cfg(feature = "mock")]
mod answers_table;
#[cfg(feature = "client")]
mod attempts;
#[cfg(feature = "blocking")]
mod blocking;
#[cfg(feature = "client")]
mod body;
#[cfg(feature = "client")]
mod boxed;
#[cfg(feature = "client")]
mod builder;
#[cfg(feature = "client")]
mod building;
// Only with chosen types.
mod by_serde;
#[cfg(feature = "client")]
mod call;
// Only with unions.
mod choice;
#[cfg(feature = "client")]
mod client;
mod codec;
#[cfg(feature = "client")]
mod collected;
// Only with constant truth values or constant numbers.
mod const_value;
// Only with constants.
mod constant;
#[cfg(feature = "client")]
mod credential;
#[cfg(feature = "client")]
mod curl;
mod decode_error;
#[cfg(feature = "client")]
mod deviation;
mod digits;
#[cfg(feature = "client")]
mod documented;
#[cfg(feature = "client")]
mod download;
#[cfg(feature = "client")]
mod draft;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod error_text;
mod escapes;
// Only with streams.
#[cfg(feature = "client")]
mod event_parser;
// Only with streams.
#[cfg(feature = "client")]
mod event_source;
// Only with streams.
#[cfg(feature = "client")]
mod event_stream;
#[cfg(feature = "client")]
mod expand;
// Only with files.
mod file;
mod filler;
// Only with encoded forms or query forms.
#[cfg(feature = "client")]
mod form;
// Only with forms.
#[cfg(feature = "client")]
mod form_field;
// Only with streams.
#[cfg(feature = "client")]
mod frame_parser;
// Only with streams.
#[cfg(feature = "client")]
mod frames;
#[cfg(feature = "client")]
mod headers;
#[cfg(feature = "client")]
mod hook;
#[cfg(feature = "client")]
mod hooks;
#[cfg(feature = "transport")]
mod http_transport;
#[cfg(feature = "client")]
mod incoming;
#[cfg(feature = "client")]
mod info;
// Only with integer enums.
mod integer_enum;
// Only with pages.
#[cfg(feature = "client")]
mod items;
// Only with files.
#[cfg(feature = "client")]
mod joined;
mod json;
// Only with pages.
#[cfg(feature = "client")]
mod json_text;
mod json_writer;
mod keeping;
// Only with streams.
#[cfg(feature = "client")]
mod line_parser;
// Only with pages.
#[cfg(feature = "client")]
mod link;
mod making;
#[cfg(feature = "client")]
mod media_type;
#[cfg(feature = "client")]
mod method;
mod mismatch;
#[cfg(feature = "mock")]
mod mock;
#[cfg(feature = "mock")]
mod mock_reply;
#[cfg(feature = "mock")]
mod mock_request;
mod models_table;
// Only with files.
mod multipart;
// Only with files.
#[cfg(feature = "client")]
mod multipart_body;
// Only with files.
mod multipart_table;
mod names;
mod notes;
mod noting;
mod numbers;
// Only with OAuth tokens.
#[cfg(feature = "client")]
mod oauth;
mod object;
mod object_writer;
#[cfg(feature = "client")]
mod operation;
#[cfg(feature = "client")]
mod operation_table;
#[cfg(feature = "client")]
mod outgoing;
// Only with pages.
#[cfg(feature = "client")]
mod pages;
// Only with pages.
#[cfg(feature = "client")]
mod pages_table;
// Only with pages.
#[cfg(feature = "client")]
mod paging;
mod parsing;
#[cfg(feature = "client")]
mod parts;
#[cfg(feature = "client")]
mod percent;
// Only with pages.
#[cfg(feature = "client")]
mod position;
#[cfg(feature = "client")]
mod preparing;
#[cfg(feature = "client")]
mod problem;
#[cfg(feature = "client")]
mod problem_json;
#[cfg(feature = "client")]
mod problem_parts;
#[cfg(feature = "client")]
mod random;
#[cfg(feature = "client")]
mod raw_response;
#[cfg(feature = "client")]
mod reading;
mod record;
mod redact;
#[cfg(feature = "client")]
mod redirect;
#[cfg(feature = "client")]
mod redirects;
#[cfg(feature = "client")]
mod refusal;
// Only with OAuth tokens.
#[cfg(feature = "client")]
mod renewal;
#[cfg(feature = "client")]
mod request;
#[cfg(feature = "client")]
mod request_parts;
#[cfg(feature = "client")]
mod resources_table;
#[cfg(feature = "client")]
mod response;
#[cfg(feature = "client")]
mod retry;
#[cfg(feature = "client")]
mod retry_after;
#[cfg(feature = "client")]
mod retry_settings;
#[cfg(feature = "client")]
mod secrets;
#[cfg(feature = "client")]
mod security;
#[cfg(feature = "client")]
mod send;
#[cfg(feature = "client")]
mod sending;
#[allow(dead_code, reason = "without calls, only forms of parts are sent")]
mod sent;
// Only with server variables.
#[cfg(feature = "client")]
mod server_variables;
// Only with setters.
#[cfg(feature = "client")]
mod setters_table;
// Only with files.
mod shared_reader;
#[cfg(feature = "client")]
mod streams;
// Only with string enums.
mod string_enum;
#[cfg(feature = "client")]
pub mod style;
mod tame;
mod tape;
#[cfg(any(feature = "https", feature = "native-tls"))]
mod tls;
#[cfg(any(feature = "https", feature = "native-tls"))]
mod tls_settings;
// Only with OAuth tokens.
#[cfg(feature = "client")]
mod tokens;
#[cfg(feature = "tracing")]
mod trace;
#[cfg(feature = "tracing")]
mod traced;
#[cfg(feature = "tracing")]
mod traced_settings;
#[cfg(feature = "client")]
mod traceparent;
#[cfg(feature = "client")]
mod transport;
#[cfg(feature = "client")]
mod transport_error;
// Only with tuples.
mod tuples;
// Only with unions.
mod union;
#[cfg(feature = "streaming")]
mod upload;
mod values;
#[cfg(feature = "client")]
mod waiting;
#[cfg(feature = "client")]
mod watch;
mod weighing;

pub use absent::OptionalNullable;
// Only with chosen types.
pub use by_serde::{read_by_serde, write_by_serde};
// Only with unions.
pub use choice::read_union;
pub use codec::{Decode, Encode, deserialize, from_slice, read, serialize};
// Only with constant truth values.
pub use const_value::ConstBool;
// Only with constant numbers.
pub use const_value::ConstInt;
// Only with constants.
pub use constant::{Constant, read_constant};
pub use decode_error::DecodeError;
// Only with files.
pub use file::{File, Files};
// Only with integer enums.
pub use integer_enum::{IntegerEnum, UnknownInteger, integer_variant, read_integer_enum};
pub use json::Json;
pub use json_writer::JsonWriter;
pub use making::label;
// Only with files.
pub use multipart::{Multipart, MultipartForm};
pub use notes::DeviationKind;
pub use object::Object;
pub use object_writer::ObjectWriter;
pub use redact::Redacted;
// Only with string enums.
pub use string_enum::{StringEnum, UnknownValue, parse_enum, read_enum};
pub use tape::Tape;
// Only with unions.
pub use union::{Candidate, Union, UnknownVariant, write_tagged};

#[cfg(feature = "mock")]
#[allow(unused_imports, reason = "an API may have models only")]
pub(crate) use answers_table::answers;
#[cfg(feature = "transport")]
pub use http_transport::{HttpTransport, HttpTransportBuilder};
#[cfg(feature = "client")]
pub use {
    body::{Body, ByteStream},
    boxed::{BoxError, BoxFuture},
    builder::ClientBuilder,
    call::{Action, Call, Event, Limits},
    client::Client,
    credential::Credential,
    deviation::{Deviation, Undocumented},
    documented::{DocumentedError, documented},
    download::Download,
    error::Error,
    // Only with streams.
    event_parser::EventParser,
    // Only with streams.
    event_source::Reconnect,
    // Only with streams.
    event_stream::{
        EventStream, events, lines, messages, sequence, server_sent_events, text_messages,
    },
    // Only with encoded forms.
    form::form,
    // Only with forms.
    form_field::FormField,
    // Only with streams.
    frames::{Frame, ServerSentEvent, TooLarge},
    hook::{CallContext, Hook},
    incoming::Incoming,
    // Only with server variables.
    info::ServerVariable,
    info::{ApiInfo, OperationInfo, Scheme, SchemeKind, Server},
    // Only with streams.
    line_parser::LineParser,
    method::Method,
    // Only with OAuth tokens.
    oauth::OAuth,
    operation::Operation,
    percent::encode,
    raw_response::RawResponse,
    // Only with byte answers.
    reading::bytes,
    // Only with other answers.
    reading::other_than,
    // Only with text answers.
    reading::text,
    // Only with answers by status.
    reading::undocumented,
    reading::{json, no_content, raw},
    redirect::{OrNotModified, Redirect, Unfollowed, redirect},
    refusal::ErrorKind,
    request::Request,
    response::Response,
    retry::{Attempt, Classifier, RetryBudget, RetryConfig},
    retry_after::retry_after,
    sending::{Awaiting, Sending},
    sent::{Sent, texts},
    // Only with JSON parameters.
    sent::{ascii_json_text, json_text},
    // Only with path styles.
    style::PathStyle,
    style::{ParameterError, QueryStyle},
    transport::{HttpRequest, HttpResponse, Transport},
    transport_error::TransportError,
};
#[cfg(feature = "mock")]
pub use {
    mock::{MockAnswer, MockTransport},
    mock_reply::MockReply,
    mock_request::MockRequest,
};

// Only with pages.
#[cfg(feature = "client")]
pub use items::Items;
// Only with pages.
#[cfg(feature = "client")]
pub use pages::{Page, Pages};
// Only with pages.
#[cfg(feature = "client")]
pub use paging::{Listed, Maybe, Paged, Paging};

#[allow(unused_imports, reason = "an API may have no type of the kind")]
pub(crate) use {
    // Only with chosen types.
    by_serde::by_serde,
    codec::serde_shims,
    // Only with constants.
    constant::{code, constant},
    // Only with integer enums.
    integer_enum::integer_enum,
    making::{given, initial, making, shown},
    models_table::models,
    // Only with files.
    multipart_table::{multipart, part},
    record::{record, wire},
    // Only with string enums.
    string_enum::string_enum,
    // Only with unions.
    union::{union, union_from, write_candidate},
};

#[cfg(feature = "client")]
#[allow(unused_imports, reason = "an API may have models only")]
pub(crate) use operation_table::{
    documented_error,
    is_status,
    method,
    operation,
    // Only with answers by status.
    output,
    read_answer,
    // Only with answers by status.
    read_variant,
};
#[cfg(feature = "client")]
#[allow(unused_imports, reason = "an API may have models only")]
pub(crate) use resources_table::resources;
// Only with setters.
#[cfg(feature = "client")]
#[allow(unused_imports, reason = "the resources that are on may set nothing")]
pub(crate) use setters_table::{lent, put, setters};
// Only with pages.
#[cfg(feature = "client")]
#[allow(unused_imports, reason = "pages may have no items")]
pub(crate) use pages_table::{list, pages};
