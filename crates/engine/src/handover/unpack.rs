//! From the bytes of a file to connections that could be taken in, and everything wrong with them found on the way.

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde_json::Value;
use uuid::Uuid;

use super::content::{Content, Packed, PackedSecret, SecretOf};
use super::export::slots;
use super::view::Told;
use super::{passphrase, seal};
use crate::connection::{ConnectionId, check_hosts, new_id};
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::packed::{self, Tables};
use crate::store::{RemovalRow, StoreError};
use crate::vault::Slot;

/// Nobody looks after more companies than this.
const MOST: usize = 200;

/// A file that was opened with its passphrase, and fits.
pub(super) struct Opened {
    pub made_at: String,
    pub made_by: String,
    pub program: String,
    pub connections: Vec<Unpacked>,
}

/// Under the ids it had where it came from.
pub(super) struct Unpacked {
    pub told: Told,
    tables: Tables,
    secrets: Vec<PackedSecret>,
}

/// Under ids of its own: nothing here can be mistaken for it.
pub(super) struct Renamed {
    pub id: ConnectionId,
    pub tables: Tables,
    pub secrets: Vec<(Slot, SecretString)>,
    robots: Vec<String>,
}

impl Opened {
    /// # Errors
    /// Those of the lock, of the shape, and of what is inside.
    pub fn read(sealed: &[u8], passphrase: &SecretString) -> Result<Self> {
        let plain = seal::open(sealed, passphrase::canonical(passphrase))?;
        let content = Content::from_bytes(&plain)?;
        if content.connections.is_empty() || content.connections.len() > MOST {
            return Err(damaged());
        }
        let schema = content.schema;
        let connections =
            content.connections.into_iter().map(|packed| unpacked(schema, packed)).collect::<Result<_>>()?;
        Ok(Self { made_at: content.made_at, made_by: content.made_by, program: content.program, connections })
    }
}

fn unpacked(schema: usize, packed: Packed) -> Result<Unpacked> {
    let id = match packed.tables.get("connection").map(Vec::as_slice) {
        Some([row]) => row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned(),
        Some(_) | None => String::new(),
    };
    // It becomes part of names in the key store.
    if !is_id(&id) {
        return Err(damaged());
    }
    let id = ConnectionId(id);
    let (tables, told) =
        packed::replay(schema, &packed.tables, &id, |store| Told::read(store, &id)).map_err(|error| match error {
            StoreError::Problem(problem) => *problem,
            StoreError::Sqlite(_) | StoreError::File(_) => damaged(),
        })?;
    check_hosts(told.row.region, told.row.given_hosts.as_ref()).map_err(|_| damaged())?;
    if told.robots.iter().any(|robot| !is_id(&robot.id)) {
        return Err(damaged());
    }
    let wanted: Vec<SecretOf> = slots(&told).into_iter().map(|(of, _)| of).collect();
    let complete = wanted.len() == packed.secrets.len()
        && wanted.iter().all(|of| packed.secrets.iter().any(|secret| secret.of == *of));
    if complete { Ok(Unpacked { told, tables, secrets: packed.secrets }) } else { Err(damaged()) }
}

impl Unpacked {
    pub fn renamed(&self) -> Renamed {
        let id = new_id();
        let mut whole = BTreeMap::from([(self.told.row.id.0.clone(), id.0.clone())]);
        for robot in &self.told.robots {
            whole.insert(robot.id.clone(), fresh(&robot.id));
        }
        let mut all = whole.clone();
        for row in self.tables.values().flatten() {
            if let Some(Value::String(old)) = row.get("id").filter(|value| value.as_str().is_some_and(is_id)) {
                all.entry(old.clone()).or_insert_with(|| fresh(old));
            }
        }
        let mut tables = self.tables.clone();
        for value in tables.values_mut().flatten().flat_map(|row| row.values_mut()) {
            rename(value, &all, &whole);
        }
        let of = |robot: &String| whole.get(robot).cloned().unwrap_or_default();
        let slot = |secret: &PackedSecret| match &secret.of {
            SecretOf::ClientSecret => Slot::ClientSecret,
            SecretOf::RobotWebhook(robot) => Slot::RobotWebhook(of(robot)),
            SecretOf::RobotSecret(robot) => Slot::RobotSecret(of(robot)),
        };
        let secrets = self.secrets.iter().map(|secret| (slot(secret), secret.value.clone())).collect();
        let robots = self.told.robots.iter().map(|robot| of(&robot.id)).collect();
        Renamed { id, tables, secrets, robots }
    }
}

impl Renamed {
    /// What finds its secrets again if it never becomes whole.
    pub fn note(&self, name: &str, begun_at: &str) -> RemovalRow {
        RemovalRow {
            connection: self.id.clone(),
            name: name.to_owned(),
            robots: self.robots.clone(),
            secrets: u32::try_from(self.secrets.len()).unwrap_or(u32::MAX),
            begun_at: begun_at.to_owned(),
        }
    }
}

/// A reference is a cell of its own, or stands inside of JSON: there only the ids that others refer to are looked for.
fn rename(value: &mut Value, all: &BTreeMap<String, String>, whole: &BTreeMap<String, String>) {
    let Value::String(text) = value else { return };
    if let Some(new) = all.get(text.as_str()) {
        new.clone_into(text);
    } else if text.starts_with(['{', '[', '"']) {
        for (old, new) in whole {
            if text.contains(old.as_str()) {
                *text = text.replace(old.as_str(), new);
            }
        }
    }
}

/// The same kind of id.
fn fresh(old: &str) -> String {
    let new = Uuid::now_v7();
    if old.len() == 36 { new.to_string() } else { new.simple().to_string() }
}

fn is_id(text: &str) -> bool {
    Uuid::try_parse(text).is_ok() && (text.len() == 32 || text.len() == 36)
}

pub(super) fn damaged() -> Problem {
    Problem::new(ProblemCode::HandoverDamaged)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    const ID: &str = "0193a5b27c4e7d41a2b3c4d5e6f70819";
    const ROBOT: &str = "5c0f7c8e-52f1-4f4f-9a77-2b7a1f0c9d11";

    /// As the very first store wrote it: what was being written stood in the connection's own row.
    fn old() -> Packed {
        let tables = json!({
            "connection": [{ "id": ID, "name": "示範", "region": "com", "created_at": "2026-11-01T00:00:00Z",
                "here": "test", "register": json!({ "companyName": "示範", "email": "", "appType": null, "region": "com",
                "residency": null }).to_string(), "working_keys": json!({ "corp_id": "dingcorp", "client_id": "dingapp",
                "agent_id": "" }).to_string(), "secret_set_at": "2026-11-01T00:00:00Z", "message": "今日到賬" }],
            "robot": [{ "id": ROBOT, "connection": ID, "name": "財務部", "webhook_host": "oapi.dingtalk.com",
                "webhook_set_at": "2026-11-01T00:00:00Z", "secret_set_at": null, "keyword": "到賬", "mode": null }],
        });
        let secret = |of| PackedSecret { of, value: "canary".into() };
        Packed {
            tables: serde_json::from_value(tables).unwrap(),
            secrets: vec![secret(SecretOf::ClientSecret), secret(SecretOf::RobotWebhook(ROBOT.to_owned()))],
        }
    }

    fn check(name: &str, schema: usize, packed: Packed) {
        let refused = unpacked(schema, packed).err().unwrap_or_else(|| panic!("{name}: it was taken"));
        assert_eq!(refused.code, ProblemCode::HandoverDamaged, "{name}");
    }

    fn cells<'a>(packed: &'a mut Packed, table: &str) -> &'a mut packed::Cells {
        &mut packed.tables.get_mut(table).unwrap()[0]
    }

    // F66
    #[test]
    fn a_file_of_the_first_store_is_brought_up_to_date() {
        let unpacked = unpacked(1, old()).unwrap();
        let item = unpacked.told.item(0);
        assert_eq!(
            (item.name.as_str(), item.client_id.as_str(), item.webhooks, item.draft),
            ("示範", "dingapp", 1, true)
        );
        let renamed = unpacked.renamed();
        let text = serde_json::to_string(&renamed.tables).unwrap();
        assert!(!text.contains(ID) && !text.contains(ROBOT) && text.contains(&renamed.id.0), "{text}");
        assert!(matches!(&renamed.secrets[1].0, Slot::RobotWebhook(robot) if *robot == renamed.robots[0]));
    }

    #[test]
    fn what_does_not_fit_is_found_before_anything_is_written() {
        check("newer columns than its store", 6, old());
        let mut packed = old();
        packed
            .tables
            .insert("setting".to_owned(), Vec::from([packed::Cells::from([("name".to_owned(), json!("current"))])]));
        check("a table that is nobody's", 1, packed);
        packed = old();
        cells(&mut packed, "connection").insert("\"; DROP TABLE robot; --".to_owned(), json!(1));
        check("a column of its own making", 1, packed);
        packed = old();
        cells(&mut packed, "connection").insert("id".to_owned(), json!("../../somebody"));
        check("an id that is none", 1, packed);
        packed = old();
        cells(&mut packed, "robot").insert("connection".to_owned(), json!("0193a5b27c4e7d41a2b3c4d5e6f70810"));
        check("a robot of somebody else", 1, packed);
        packed = old();
        cells(&mut packed, "connection").insert("region".to_owned(), json!("moon"));
        check("a region that is none", 1, packed);
        packed = old();
        let hosts = json!({ "oldHost": "https://evil.example", "newHost": "https://evil.example",
            "loginHost": "https://evil.example", "consoleUrl": "https://evil.example" });
        cells(&mut packed, "connection").insert("given_hosts".to_owned(), json!(hosts.to_string()));
        check("hosts that are not DingTalk's", 1, packed);
        packed = old();
        packed.secrets.pop();
        check("a secret too few", 1, packed);
        packed = old();
        packed.secrets[1].of = SecretOf::RobotSecret(ROBOT.to_owned());
        check("another secret", 1, packed);
        packed = old();
        packed.tables.remove("connection");
        check("nothing", 1, packed);
        check("a store of another day", 10_000, old());
    }

    #[test]
    fn a_newer_and_a_foreign_text_are_told_apart() {
        let text = |format: &str, version: u32, schema: usize| {
            let value = json!({ "format": format, "version": version, "schema": schema, "new": true });
            Content::from_bytes(value.to_string().as_bytes()).err().unwrap().code
        };
        assert_eq!(text("hoitung-handover", 2, 1), ProblemCode::HandoverNewer);
        assert_eq!(text("hoitung-handover", 1, 10_000), ProblemCode::HandoverNewer);
        assert_eq!(text("hoitung-handover", 1, 1), ProblemCode::HandoverDamaged);
        assert_eq!(text("somebody-elses", 1, 1), ProblemCode::HandoverForeign);
        assert_eq!(Content::from_bytes(b"{}").err().unwrap().code, ProblemCode::HandoverForeign);
    }
}
