//! The document that is read: made up, and the same each time.

use std::fmt::Write as _;

/// A page of organizations of about this many bytes, its members in the order of the API's document.
pub(crate) fn page(bytes: usize) -> String {
    let mut data = String::new();
    let mut count = 0;
    while data.len() < bytes {
        if count > 0 {
            data.push(',');
        }
        data.push_str(&organization(count));
        count += 1;
    }
    format!(r#"{{"data":[{data}],"total_count":{count}}}"#)
}

/// One organization.
pub(crate) fn organization(number: usize) -> String {
    let status = ["active", "suspended", "deleted"][number % 3];
    let (has_image, members, pending) = (number.is_multiple_of(2), number * 7 % 1000, number % 5);
    let (created, updated) = (1_700_000_000_000 + number, 1_700_000_100_000 + number);
    let mut text = format!(
        r#"{{"object":"organization","id":"org_2d{number:024}","name":"Organization No. {number}","slug":"organization-no-{number}","#
    );
    let _ = write!(
        text,
        r#""status":"{status}","image_url":"https://img.organizations.example/{number:032x}","logo_url":null,"has_image":{has_image},"#
    );
    let _ = write!(
        text,
        r#""members_count":{members},"pending_invitations_count":{pending},"max_allowed_memberships":1000,"admin_delete_enabled":true,"#
    );
    let _ = write!(
        text,
        r#""public_metadata":{{"tier":{pending},"region":"eu-central-1","tags":["a","b"]}},"plan":{{"name":"business","seats":50,"price":12.5}},"#
    );
    let _ = write!(
        text,
        r#""domains":[{{"id":"dmn_{number}","name":"no-{number}.example","verified":true}}],"created_by":"user_2d{number:024}","#
    );
    let _ = write!(text, r#""created_at":{created},"updated_at":{updated}"#);
    if has_image {
        let _ = write!(text, r#","last_active_at":{updated}"#);
    }
    text.push('}');
    text
}
