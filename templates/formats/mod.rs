//! Texts with a format. A generated crate has those that its document uses.

mod base64;
mod date;
mod date_time;
mod decimal;
mod duration;
mod text;
mod time;
mod uri;
mod uuid;

pub use base64::Base64;
pub use date::Date;
pub use date_time::DateTime;
pub use decimal::Decimal;
pub use duration::Duration;
pub use time::Time;
pub use uri::Uri;
pub use uuid::Uuid;
