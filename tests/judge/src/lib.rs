//! Is what an SDK sends what it was given, and what it gives what was sent? Values are made up by json-schema-faker and judged by
//! ajv; requests are decoded by openapi-backend, RFC 6570 templates, qs and busboy, over a real socket.

pub mod message;
pub mod program;
pub mod report;
pub mod run;
pub mod verdict;
