//! The models as somebody writes them by hand, with derives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A page of organizations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct OrganizationPage {
    /// The organizations.
    pub(crate) data: Vec<Organization>,
    /// How many there are in all.
    pub(crate) total_count: i64,
}

/// An organization.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Organization {
    pub(crate) object: Object,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
    pub(crate) status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) image_url: Option<String>,
    pub(crate) logo_url: Option<String>,
    pub(crate) has_image: bool,
    pub(crate) members_count: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pending_invitations_count: Option<i64>,
    pub(crate) max_allowed_memberships: i64,
    pub(crate) admin_delete_enabled: bool,
    pub(crate) public_metadata: BTreeMap<String, serde_json::Value>,
    pub(crate) plan: Plan,
    pub(crate) domains: Vec<Domain>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) created_by: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_active_at: Option<i64>,
}

/// The kind of the object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Object {
    Organization,
}

/// The state of an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Active,
    Suspended,
    Deleted,
}

/// What an organization pays for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Plan {
    pub(crate) name: String,
    pub(crate) seats: i32,
    pub(crate) price: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) trial_ends_at: Option<i64>,
}

/// A domain of an organization.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Domain {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) verified: bool,
}
