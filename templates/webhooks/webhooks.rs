//! Webhooks: whether one is genuine, and what it says.

use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::runtime::{Decode, DecodeError, from_slice};

/// How old a webhook may be, and how far ahead the clock of its sender.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// Checks the signatures of [Standard Webhooks](https://www.standardwebhooks.com), which are those of Svix too.
///
/// It reads the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`, or the same with `svix-` in front, and compares
/// signatures in constant time. Give it the body as it came: JSON that was read and written again is another text.
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<Hmac<Sha256>>,
    tolerance: Duration,
}

impl Verifier {
    /// A verifier with the secret of an endpoint: Base64, with or without `whsec_` in front.
    ///
    /// # Errors
    /// [`WebhookError::Secret`] for any other text.
    pub fn new(secret: &str) -> Result<Self, WebhookError> {
        let verifier = Self { keys: Vec::new(), tolerance: TOLERANCE };
        verifier.also(secret)
    }

    /// Takes another secret as well, for the time in which one replaces the other.
    ///
    /// # Errors
    /// [`WebhookError::Secret`] for a text that is none.
    pub fn also(mut self, secret: &str) -> Result<Self, WebhookError> {
        let text = secret.strip_prefix("whsec_").unwrap_or(secret);
        let key = STANDARD.decode(text).ok().filter(|key| !key.is_empty());
        let key = key.ok_or(WebhookError::Secret)?;
        let key = Hmac::new_from_slice(&key).map_err(|_| WebhookError::Secret)?;
        self.keys.push(key);
        Ok(self)
    }

    /// Sets how old a webhook may be, and how far ahead the clock of its sender; five minutes by default.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Checks a webhook at a time, usually [`SystemTime::now`]; `header` gives the text of a header by its name in small letters.
    ///
    /// # Errors
    /// A [`WebhookError`] that says why it cannot be trusted.
    pub fn verify<'h>(
        &self,
        header: impl Fn(&str) -> Option<&'h str>,
        body: &[u8],
        now: SystemTime,
    ) -> Result<(), WebhookError> {
        let find = |standard: &'static str, svix: &str| {
            let found = header(standard).or_else(|| header(svix));
            found.ok_or(WebhookError::MissingHeader(standard))
        };
        let id = find("webhook-id", "svix-id")?;
        let sent = find("webhook-timestamp", "svix-timestamp")?;
        let signatures = find("webhook-signature", "svix-signature")?;
        // Only a text that the sender could have signed is compared, so the number is written in one way.
        let seconds: u64 = sent.parse().map_err(|_| WebhookError::Timestamp)?;
        if seconds.to_string() != sent {
            return Err(WebhookError::Timestamp);
        }
        self.is_recent(seconds, now)?;
        let is_genuine = |signature: &[u8]| {
            self.keys.iter().any(|key| {
                let mut mac = key.clone();
                for part in [id.as_bytes(), b".", sent.as_bytes(), b".", body] {
                    mac.update(part);
                }
                mac.verify_slice(signature).is_ok()
            })
        };
        let mut signatures =
            signatures.split(' ').filter_map(|one| STANDARD.decode(one.strip_prefix("v1,")?).ok());
        if signatures.any(|signature| is_genuine(&signature)) {
            Ok(())
        } else {
            Err(WebhookError::Signature)
        }
    }

    /// Checks a webhook and reads its body, as the model of one event, or as `models::WebhookEvent`, which is an enum of all that the
    /// document's webhooks send where they send more than one.
    ///
    /// # Errors
    /// Those of [`verify`](Self::verify), and [`WebhookError::Body`] when a genuine body is not what the model expects.
    pub fn read<'h, T: Decode>(
        &self,
        header: impl Fn(&str) -> Option<&'h str>,
        body: &[u8],
        now: SystemTime,
    ) -> Result<T, WebhookError> {
        self.verify(header, body, now)?;
        from_slice(body).map_err(WebhookError::Body)
    }

    fn is_recent(&self, seconds: u64, now: SystemTime) -> Result<(), WebhookError> {
        let sent = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        let sent = sent.ok_or(WebhookError::Timestamp)?;
        match now.duration_since(sent) {
            Ok(age) if age > self.tolerance => Err(WebhookError::TooOld),
            Err(ahead) if ahead.duration() > self.tolerance => Err(WebhookError::TooNew),
            _ => Ok(()),
        }
    }
}

/// Shows no key.
impl Debug for Verifier {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("keys", &self.keys.len())
            .field("tolerance", &self.tolerance)
            .finish()
    }
}

/// Why a webhook cannot be trusted, or not be read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum WebhookError {
    /// The secret is no Base64 text.
    Secret,
    /// A header is missing, or no text.
    MissingHeader(&'static str),
    /// The time at which it was sent is no number of seconds.
    Timestamp,
    /// It was sent too long ago: somebody may send it again.
    TooOld,
    /// It was sent later than now.
    TooNew,
    /// No signature is right.
    Signature,
    /// It is genuine, but its body is not what the model expects.
    Body(DecodeError),
}

impl Display for WebhookError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret => f.write_str("the secret of a webhook is a Base64 text, after `whsec_`"),
            Self::MissingHeader(name) => write!(f, "the webhook has no header `{name}`"),
            Self::Timestamp => f.write_str("the webhook does not say when it was sent"),
            Self::TooOld => f.write_str("the webhook was sent too long ago"),
            Self::TooNew => f.write_str("the webhook was sent later than now"),
            Self::Signature => f.write_str("the webhook has no right signature"),
            Self::Body(_) => f.write_str("the body of the webhook is not what the model expects"),
        }
    }
}

impl Error for WebhookError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Body(error) => Some(error),
            _ => None,
        }
    }
}
