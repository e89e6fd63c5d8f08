//! What every generated crate carries: reading and writing JSON, and, with the feature `client`, making calls.
//!
//! The emitted code holds what is particular to one API; everything else is here, once. The module is hidden from the
//! documentation: what a user needs is re-exported at the root of the crate.

mod absent;
#[cfg(feature = "client")]
mod address;
#[cfg(feature = "blocking")]
mod blocking;
#[cfg(feature = "client")]
mod body;
#[cfg(feature = "client")]
mod builder;
#[cfg(feature = "client")]
mod building;
mod by_serde;
#[cfg(feature = "client")]
mod call;
mod choice;
#[cfg(feature = "client")]
mod client;
mod codec;
#[cfg(feature = "client")]
mod collected;
mod const_value;
mod constant;
#[cfg(feature = "client")]
mod curl;
mod decode_error;
#[cfg(feature = "client")]
mod deviation;
mod digits;
#[cfg(feature = "client")]
mod download;
#[cfg(feature = "client")]
mod draft;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod error_text;
mod escapes;
#[cfg(feature = "client")]
mod event_parser;
#[cfg(feature = "client")]
mod event_source;
#[cfg(feature = "client")]
mod event_stream;
#[cfg(feature = "client")]
mod expand;
mod file;
mod filler;
#[cfg(feature = "client")]
mod form;
#[cfg(feature = "client")]
mod frames;
#[cfg(feature = "client")]
mod headers;
#[cfg(feature = "client")]
mod hooks;
#[cfg(feature = "transport")]
mod http_transport;
mod integer_enum;
#[cfg(feature = "client")]
mod items;
mod json;
mod json_writer;
#[cfg(feature = "client")]
mod line_parser;
#[cfg(feature = "client")]
mod link;
mod making;
#[cfg(feature = "client")]
mod media_type;
#[cfg(feature = "mock")]
mod mock;
#[cfg(feature = "mock")]
mod mock_reply;
mod multipart;
#[cfg(feature = "client")]
mod multipart_body;
mod multipart_table;
mod names;
mod notes;
mod numbers;
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
#[cfg(feature = "client")]
mod pages;
#[cfg(feature = "client")]
mod pages_table;
#[cfg(feature = "client")]
mod paging;
#[cfg(feature = "client")]
mod percent;
#[cfg(feature = "client")]
mod position;
#[cfg(feature = "client")]
mod problem;
#[cfg(feature = "client")]
mod problem_json;
#[cfg(feature = "client")]
mod random;
#[cfg(feature = "client")]
mod reading;
mod record;
mod redact;
#[cfg(feature = "client")]
mod redirect;
#[cfg(feature = "client")]
mod refusal;
#[cfg(feature = "client")]
mod request;
#[cfg(feature = "client")]
mod request_parts;
#[cfg(feature = "client")]
mod response;
#[cfg(feature = "client")]
mod retry;
#[cfg(feature = "client")]
mod retry_after;
#[cfg(feature = "client")]
mod retry_settings;
#[cfg(feature = "client")]
mod security;
#[cfg(feature = "client")]
mod send;
#[cfg(feature = "client")]
mod sending;
mod sent;
mod string_enum;
#[cfg(feature = "client")]
pub mod style;
mod tame;
mod tape;
#[cfg(any(feature = "https", feature = "native-tls"))]
mod tls;
#[cfg(feature = "tracing")]
mod trace;
#[cfg(feature = "tracing")]
mod traced;
#[cfg(feature = "client")]
mod traceparent;
#[cfg(feature = "client")]
mod transport;
mod tuples;
mod union;
#[cfg(feature = "streaming")]
mod upload;
mod values;
#[cfg(feature = "client")]
mod waiting;
mod weighing;

pub use absent::OptionalNullable;
pub use by_serde::{read_by_serde, write_by_serde};
pub use choice::read_union;
pub use codec::{Decode, Encode, deserialize, from_slice, read, serialize};
pub use const_value::{ConstBool, ConstInt};
pub use constant::{Constant, read_constant};
pub use decode_error::DecodeError;
pub use file::{File, Files};
pub use integer_enum::{IntegerEnum, UnknownInteger, integer_variant, read_integer_enum};
pub use json::Json;
pub use json_writer::JsonWriter;
pub use making::label;
pub use multipart::{Multipart, MultipartForm};
pub use notes::DeviationKind;
pub use object::Object;
pub use object_writer::ObjectWriter;
pub use record::{Record, read_record, write_record};
pub use redact::Redacted;
pub use string_enum::{StringEnum, UnknownValue, parse_enum, read_enum};
pub use tape::Tape;
pub use union::{Candidate, Union, UnknownVariant, write_tagged};

#[cfg(feature = "transport")]
pub use http_transport::{HttpTransport, HttpTransportBuilder};
#[cfg(feature = "client")]
pub use {
    body::{Body, ByteStream},
    builder::ClientBuilder,
    call::{Action, Call, Event, Limits},
    client::Client,
    deviation::{Deviation, Undocumented},
    download::Download,
    error::{Error, ErrorKind},
    event_parser::EventParser,
    event_source::Reconnect,
    event_stream::{
        EventStream, events, lines, messages, sequence, server_sent_events, text_messages,
    },
    form::{FormField, form},
    frames::{Frame, ServerSentEvent, TooLarge},
    hooks::{CallContext, Hook},
    line_parser::LineParser,
    oauth::OAuth,
    operation::{
        ApiInfo, DocumentedError, Method, Operation, OperationInfo, Scheme, SchemeKind, Server,
        ServerVariable,
    },
    percent::encode,
    reading::{bytes, json, no_content, other_than, raw, text, undocumented},
    redirect::{OrNotModified, Redirect, Unfollowed, redirect},
    request::Request,
    response::{RawResponse, Response},
    retry::{Attempt, Classifier, RetryBudget, RetryConfig},
    retry_after::retry_after,
    security::Credential,
    sending::{Awaiting, Sending},
    sent::{ascii_json_text, json_text, texts},
    style::{ParameterError, PathStyle, QueryStyle},
    transport::{BoxError, BoxFuture, HttpRequest, HttpResponse, Transport, TransportError},
};
#[cfg(feature = "mock")]
pub use {
    mock::{MockAnswer, MockRequest, MockTransport},
    mock_reply::MockReply,
};

#[cfg(feature = "client")]
pub use items::Items;
#[cfg(feature = "client")]
pub use pages::{Page, Pages};
#[cfg(feature = "client")]
pub use paging::{Listed, Maybe, Paged, Paging};

#[allow(unused_imports, reason = "an API may have no type of the kind")]
pub(crate) use {
    by_serde::by_serde,
    codec::serde_shims,
    constant::constant,
    integer_enum::integer_enum,
    making::{given, initial, making, shown},
    multipart_table::{multipart, part},
    record::{record, wire},
    string_enum::string_enum,
    union::{union, union_from, write_candidate},
};

#[cfg(feature = "client")]
#[allow(unused_imports, reason = "an API may have models only")]
pub(crate) use operation_table::{
    documented_error, is_status, operation, output, read_answer, read_variant,
};
#[cfg(feature = "client")]
#[allow(unused_imports, reason = "pages may have no items")]
pub(crate) use pages_table::{list, pages};
