//! Versions of an app and their release (版本管理与发布).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::permission::{Approval, point};
use super::{App, Effect, Refusal, Scope, World};

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Version {
    /// `x.y.z`, at least 1.0.0, each part up to 99.
    pub number: String,
    pub description: String,
    /// Who may see and use the app once this is released (应用可见范围).
    pub visible_range: Scope,
    pub created_at: Timestamp,
    pub status: VersionStatus,
    pub released_at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionStatus {
    Draft,
    /// Waits for the administrator.
    Submitted,
    Released,
    Rejected,
}

impl Version {
    pub fn is_released(&self) -> bool {
        self.status == VersionStatus::Released
    }
}

fn parts(number: &str) -> Result<[u8; 3], Refusal> {
    let numbers: Vec<u8> = number
        .split('.')
        .map(|part| part.parse::<u8>().ok().filter(|value| *value <= 99))
        .collect::<Option<_>>()
        .ok_or(Refusal::VersionMalformed)?;
    let numbers: [u8; 3] = numbers.try_into().map_err(|_| Refusal::VersionMalformed)?;
    if numbers[0] == 0 {
        return Err(Refusal::VersionMalformed);
    }
    Ok(numbers)
}

impl App {
    /// A release needs the administrator's approval when it makes a sensitive point work.
    pub fn release_needs_approval(&self) -> bool {
        self.permissions.iter().any(|(code, permission)| {
            permission.approved_in_version.is_none()
                && point(code).is_some_and(|point| point.approval == Approval::Administrator)
        })
    }

    /// The number to offer for the next version: `1.0.0`, then one higher at the last place that has room.
    pub fn next_version_number(&self) -> String {
        let last = self.versions.last().map(|version| parts(&version.number));
        let Some(Ok([major, minor, patch])) = last else {
            return "1.0.0".to_owned();
        };
        match (minor, patch) {
            (99, 99) => format!("{}.0.0", major.saturating_add(1)),
            (_, 99) => format!("{major}.{}.0", minor + 1),
            _ => format!("{major}.{minor}.{}", patch + 1),
        }
    }

    fn version_mut(&mut self, number: &str) -> Result<&mut Version, Refusal> {
        self.versions.iter_mut().find(|version| version.number == number).ok_or(Refusal::NoSuchVersion)
    }
}

impl World {
    /// A new version, as a draft.
    pub fn create_version(
        &mut self,
        client_id: &str,
        number: &str,
        description: &str,
        visible_range: Scope,
    ) -> Result<(), Refusal> {
        let number = number.trim();
        let wanted = parts(number)?;
        self.check_scope(&visible_range)?;
        let now = self.now;
        let app = self.app_mut(client_id)?;
        if let Some(last) = app.versions.last()
            && parts(&last.number)? >= wanted
        {
            return Err(Refusal::VersionNotHigher);
        }
        app.versions.push(Version {
            number: number.to_owned(),
            description: description.trim().to_owned(),
            visible_range,
            created_at: now,
            status: VersionStatus::Draft,
            released_at: None,
        });
        self.record(Effect::VersionCreated { client_id: client_id.to_owned(), number: number.to_owned() });
        Ok(())
    }

    /// Changes who may see the app: of a draft or submitted version before, of a released one at once.
    pub fn set_visible_range(&mut self, client_id: &str, number: &str, visible_range: Scope) -> Result<(), Refusal> {
        self.check_scope(&visible_range)?;
        self.app_mut(client_id)?.version_mut(number)?.visible_range = visible_range;
        Ok(())
    }

    /// Releases a draft at once, or hands it to the administrator when a sensitive point waits on it.
    pub fn publish(&mut self, client_id: &str, number: &str) -> Result<VersionStatus, Refusal> {
        let app = self.app_mut(client_id)?;
        let needs_approval = app.release_needs_approval();
        let version = app.version_mut(number)?;
        match version.status {
            VersionStatus::Draft | VersionStatus::Rejected => {}
            VersionStatus::Submitted | VersionStatus::Released => {
                return Err(Refusal::VersionNotReady);
            }
        }
        version.status = VersionStatus::Submitted;
        if !needs_approval {
            return self.approve_version(client_id, number);
        }
        self.record(Effect::VersionSubmitted { client_id: client_id.to_owned(), number: number.to_owned() });
        Ok(VersionStatus::Submitted)
    }

    /// The administrator approves a submitted version: it is released, and sensitive points that
    /// were granted by then work from now on.
    pub fn approve_version(&mut self, client_id: &str, number: &str) -> Result<VersionStatus, Refusal> {
        let now = self.now;
        let app = self.app_mut(client_id)?;
        let version = app.version_mut(number)?;
        if version.status != VersionStatus::Submitted {
            return Err(Refusal::VersionNotReady);
        }
        version.status = VersionStatus::Released;
        version.released_at = Some(now);
        for permission in app.permissions.values_mut() {
            if permission.granted_at.is_some() && permission.approved_in_version.is_none() {
                permission.approved_in_version = Some(number.to_owned());
            }
        }
        app.revision += 1;
        self.record(Effect::VersionPublished { client_id: client_id.to_owned(), number: number.to_owned() });
        Ok(VersionStatus::Released)
    }

    /// The administrator turns a submitted version down; it can be published again.
    pub fn reject_version(&mut self, client_id: &str, number: &str) -> Result<(), Refusal> {
        let version = self.app_mut(client_id)?.version_mut(number)?;
        if version.status != VersionStatus::Submitted {
            return Err(Refusal::VersionNotReady);
        }
        version.status = VersionStatus::Rejected;
        self.record(Effect::VersionRejected { client_id: client_id.to_owned(), number: number.to_owned() });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_number_has_three_parts_up_to_99_from_1_0_0() {
        let check = |number: &str, expected: Result<[u8; 3], Refusal>| {
            assert_eq!(parts(number), expected, "{number}");
        };
        check("1.0.0", Ok([1, 0, 0]));
        check("99.99.99", Ok([99, 99, 99]));
        check("0.9.9", Err(Refusal::VersionMalformed));
        check("1.0", Err(Refusal::VersionMalformed));
        check("1.0.0.0", Err(Refusal::VersionMalformed));
        check("1.100.0", Err(Refusal::VersionMalformed));
        check("v1.0.0", Err(Refusal::VersionMalformed));
    }
}
