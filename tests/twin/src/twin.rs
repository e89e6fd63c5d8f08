//! The models as somebody writes them by hand, with derives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A page of organizations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrganizationPage {
    /// The organizations.
    pub data: Vec<Organization>,
    /// How many there are in all.
    pub total_count: i64,
}

/// An organization.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Organization {
    pub object: Object,
    pub id: String,
    pub name: String,
    pub slug: String,
    pub status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    pub logo_url: Option<String>,
    pub has_image: bool,
    pub members_count: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending_invitations_count: Option<i64>,
    pub max_allowed_memberships: i64,
    pub admin_delete_enabled: bool,
    pub public_metadata: BTreeMap<String, serde_json::Value>,
    pub plan: Plan,
    pub domains: Vec<Domain>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_by: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_active_at: Option<i64>,
}

/// The kind of the object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Object {
    Organization,
}

/// The state of an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Status {
    Active,
    Suspended,
    Deleted,
}

/// What an organization pays for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Plan {
    pub name: String,
    pub seats: i32,
    pub price: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial_ends_at: Option<i64>,
}

/// A domain of an organization.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Domain {
    pub id: String,
    pub name: String,
    pub verified: bool,
}
