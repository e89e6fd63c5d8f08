//! Do the generated types hold what the document says is valid? Each example is judged by a validator of JSON Schema that
//! knows nothing of the generator; what is valid must decode into the generated type and encode back to equal JSON.

pub mod compare;
pub mod document;
pub mod examples;
pub mod instances;
pub mod judge;
pub mod program;
pub mod random;
pub mod report;
pub mod schema;
pub mod types;
