//! Types of other crates in models: read and written by what `serde` knows of them.

use std::net::IpAddr;

use serde_json::Value;
use tintype_runtime_tests::chosen::Host;
use tintype_runtime_tests::runtime::from_slice;

#[test]
fn a_type_of_another_crate_is_read_and_written_by_serde() {
    let text = r#"{"address":"10.0.0.1","others":["::1"],"age":{"secs":1,"nanos":0},"maybe":null}"#;
    let host: Host = from_slice(text.as_bytes()).unwrap();
    assert_eq!(host.address, IpAddr::from([10, 0, 0, 1]));
    assert_eq!(
        host.others,
        Some(vec![IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1])])
    );
    assert_eq!(host.maybe, None);
    // The order of the members of such a type is that of `serde_json::Map`.
    let read: Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_value(&host).unwrap(), read);
}

#[test]
fn what_the_type_does_not_take_is_an_error_with_its_place() {
    let error = from_slice::<Host>(br#"{"address":"10.0.0.1","others":["secret"],"maybe":null}"#)
        .unwrap_err();
    assert_eq!(error.pointer(), "/others/0");
    assert_eq!(error.expected(), "what `core::net::ip_addr::IpAddr` reads");
    // What the type says of it may quote the value.
    assert!(!error.expected().contains("secret"));
}
