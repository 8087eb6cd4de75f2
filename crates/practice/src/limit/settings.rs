//! The numbers of every limit. Each can be altered or switched off, for tests and for those who practise.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `None` is off: nothing is counted and nothing refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Calls of one app on one API in a second.
    pub app_api_per_second: Option<u32>,
    /// Calls from one address in twenty seconds, all APIs together; one more bans it for five minutes.
    pub ip_per_20_seconds: Option<u32>,
    pub ip_ban_shape: BanShape,
    /// Calls of the company in a month; contacts, tokens and signing in are exempt.
    pub org_per_month: Option<u32>,
    /// Webhook and Stream messages of the company in a month.
    pub webhook_per_month: Option<u32>,
    /// Messages of one custom robot in a minute; one more blocks it for ten.
    pub robot_per_minute: Option<u32>,
}

/// Both are seen in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BanShape {
    Json,
    Html,
}

impl Default for Limits {
    /// As on the standard edition.
    fn default() -> Self {
        Self {
            app_api_per_second: Some(20),
            ip_per_20_seconds: Some(10_000),
            ip_ban_shape: BanShape::Json,
            org_per_month: Some(5_000),
            webhook_per_month: Some(3_000),
            robot_per_minute: Some(20),
        }
    }
}

impl Limits {
    /// Nothing is ever refused for its number.
    pub fn off() -> Self {
        Self {
            app_api_per_second: None,
            ip_per_20_seconds: None,
            ip_ban_shape: BanShape::Json,
            org_per_month: None,
            webhook_per_month: None,
            robot_per_minute: None,
        }
    }

    /// Sets one by its name: a whole number, or `null` for off. What is wrong comes back in words.
    pub fn set(&mut self, name: &str, value: Value) -> Result<(), String> {
        let mut all = serde_json::to_value(&*self).map_err(|error| error.to_string())?;
        let Some(place) = all.get_mut(name) else {
            let names: Vec<&str> = all.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
            return Err(format!("there is no limit called {name:?}; the names are {}", names.join(", ")));
        };
        *place = value;
        *self = serde_json::from_value(all).map_err(|error| format!("{name}: {error}"))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    #[test]
    fn one_limit_is_set_by_its_name_and_nonsense_changes_nothing() {
        let mut limits = Limits::default();
        limits.set("app_api_per_second", json!(3)).unwrap();
        limits.set("org_per_month", Value::Null).unwrap();
        limits.set("ip_ban_shape", json!("html")).unwrap();
        let expected = Limits {
            app_api_per_second: Some(3),
            org_per_month: None,
            ip_ban_shape: BanShape::Html,
            ..Limits::default()
        };
        assert_eq!(limits, expected);
        for (name, value) in [("speed", json!(1)), ("org_per_month", json!(-1)), ("ip_ban_shape", json!("gif"))] {
            assert!(limits.set(name, value).unwrap_err().contains(name));
        }
        assert_eq!(limits, expected);
    }
}
