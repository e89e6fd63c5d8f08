//! How the settings of retries are read from a configuration file.

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::{Deserialize, Deserializer};

use super::codec::{Decode, deserialize};
use super::{decode_error::DecodeError, json::Json, object::Object, retry::RetryConfig};

/// Reads settings from a file, of any format that `serde` reads and that describes itself, such as TOML:
///
/// ```toml
/// max_retries = 4
/// initial_backoff = "250ms"
/// max_backoff = 8
/// max_elapsed = "1m"
/// statuses = [429, "500-504"]
/// ```
///
/// Each is optional. A time is a number of seconds, or a text with the unit `ms`, `s` or `m`. Other keys are an error. A
/// classifier is code, and set there.
impl<'de> Deserialize<'de> for RetryConfig {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl Decode for RetryConfig {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut object = Object::of(json)?;
        let mut settings = Self::DEFAULT;
        if let Some(Some(retries)) = object.optional("max_retries") {
            settings = settings.max_retries(retries);
        }
        if let Some(Some(Time(wait))) = object.optional("initial_backoff") {
            settings = settings.initial_backoff(wait);
        }
        if let Some(Some(Time(wait))) = object.optional("max_backoff") {
            settings = settings.max_backoff(wait);
        }
        if let Some(Some(Time(time))) = object.optional("max_elapsed") {
            settings = settings.max_elapsed(time);
        }
        if let Some(Some(statuses)) = object.optional::<Vec<Statuses>>("statuses") {
            let statuses: Vec<_> = statuses.into_iter().map(|Statuses(range)| range).collect();
            settings = settings.statuses(&statuses);
        }
        object.is_taken()?;
        Ok(settings)
    }
}

struct Time(Duration);

impl Decode for Time {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let seconds = json.number().and_then(|number| number.as_f64());
        let seconds = seconds.or_else(|| seconds_of(json.text()?));
        let time = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        time.map(Self).ok_or_else(|| {
            DecodeError::mismatch("seconds, or a text such as \"500ms\", \"2s\" or \"1m\"", json)
        })
    }
}

fn seconds_of(text: &str) -> Option<f64> {
    // The shorter unit is the end of the longer one.
    let units = [("ms", 0.001), ("s", 1.0), ("m", 60.0)];
    let (number, unit) =
        units.iter().find_map(|(unit, seconds)| Some((text.strip_suffix(unit)?, seconds)))?;
    let number: f64 = number.trim_end().parse().ok()?;
    Some(number * unit)
}

struct Statuses(RangeInclusive<u16>);

impl Decode for Statuses {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let one = json.number().and_then(|number| number.as_u64());
        let one = one.and_then(|status| u16::try_from(status).ok());
        let one = one.map(|status| status..=status);
        let range = one.or_else(|| {
            let (first, last) = json.text()?.split_once('-')?;
            Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
        });
        let is_status = |status: &u16| (100..1000).contains(status);
        let known = range.filter(|range| {
            is_status(range.start()) && is_status(range.end()) && !range.is_empty()
        });
        known
            .map(Self)
            .ok_or_else(|| DecodeError::mismatch("a status, or a text such as \"500-504\"", json))
    }
}
