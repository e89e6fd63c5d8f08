//! The document that is read: made up, and the same each time.

use serde_json::{Value, json};

/// A page of organizations of about this many bytes.
pub fn page(bytes: usize) -> String {
    let mut organizations = Vec::new();
    let mut length = 0;
    while length < bytes {
        let organization = organization(organizations.len());
        length += organization.to_string().len() + 1;
        organizations.push(organization);
    }
    let count = organizations.len();
    json!({ "data": organizations, "total_count": count }).to_string()
}

/// One organization.
pub fn organization(number: usize) -> Value {
    let status = ["active", "suspended", "deleted"][number % 3];
    let mut organization = json!({
        "object": "organization",
        "id": format!("org_2d{number:024}"),
        "name": format!("Organization No. {number} with \u{e9}clat"),
        "slug": format!("organization-no-{number}"),
        "status": status,
        "image_url": format!("https://img.organizations.example/{number:032x}"),
        "logo_url": null,
        "has_image": number % 2 == 0,
        "members_count": number * 7 % 1000,
        "pending_invitations_count": number % 5,
        "max_allowed_memberships": 1000,
        "admin_delete_enabled": true,
        "public_metadata": { "tier": number % 4, "region": "eu-central-1", "tags": ["a", "b"] },
        "plan": { "name": "business", "seats": 50, "price": 12.5 },
        "domains": [
            { "id": format!("dmn_{number}"), "name": format!("no-{number}.example"), "verified": true },
        ],
        "created_by": format!("user_2d{number:024}"),
        "created_at": 1_700_000_000_000_u64 + number as u64,
        "updated_at": 1_700_000_100_000_u64 + number as u64,
    });
    if number % 2 == 0 {
        organization["last_active_at"] = json!(1_700_000_200_000_u64);
    }
    organization
}
