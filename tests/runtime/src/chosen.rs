//! A model that holds types which somebody chose.

use std::net::IpAddr;
use std::time::Duration;

use crate::runtime;

runtime::by_serde!(IpAddr);
runtime::by_serde!(Duration);

/// A host.
#[derive(Debug, Clone, PartialEq)]
pub struct Host {
    /// Always there.
    pub address: IpAddr,
    /// In a list.
    pub others: Option<Vec<IpAddr>>,
    /// An object.
    pub age: Option<Duration>,
    /// Perhaps null.
    pub maybe: Option<IpAddr>,
}

runtime::record! {
    Host;
    address: required;
    others: optional;
    age: optional;
    maybe: required;
}
