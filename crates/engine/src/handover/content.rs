//! What a hand-over file holds, as data. Its shape is a promise to files that exist: see decision 8.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use crate::problem::{Problem, ProblemCode, Result};
use crate::store::packed::{Tables, newest_schema};

const FORMAT: &str = "hoitung-handover";
/// Raised when an older program could not read what is written.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    format: String,
    version: u32,
    /// Of the store that the rows were taken from.
    pub schema: usize,
    /// RFC 3339, UTC.
    pub made_at: String,
    pub made_by: String,
    pub program: String,
    pub connections: Vec<Packed>,
}

/// One connection, whole.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Packed {
    pub tables: Tables,
    pub secrets: Vec<PackedSecret>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PackedSecret {
    pub of: SecretOf,
    #[serde(serialize_with = "exposed", deserialize_with = "hidden")]
    pub value: SecretString,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum SecretOf {
    ClientSecret,
    /// By the robot's id.
    RobotWebhook(String),
    RobotSecret(String),
}

/// Only enough to tell whose it is.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
    schema: usize,
}

impl Content {
    pub fn new(made_at: String, made_by: String, program: String, connections: Vec<Packed>) -> Self {
        let schema = newest_schema();
        Self { format: FORMAT.to_owned(), version: VERSION, schema, made_at, made_by, program, connections }
    }

    /// As it is sealed. Never written anywhere as it is.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>> {
        let failed = |_| Problem::new(ProblemCode::StoreUnusable);
        let mut size = Counted(0);
        serde_json::to_writer(&mut size, self).map_err(failed)?;
        // Room for all of it at once: a buffer that grows leaves what it held behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(size.0));
        serde_json::to_writer(&mut *bytes, self).map_err(failed)?;
        Ok(bytes)
    }

    /// # Errors
    /// `HandoverForeign`, `HandoverNewer`, `HandoverDamaged`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let foreign = |_| Problem::new(ProblemCode::HandoverForeign);
        let head: Head = serde_json::from_slice(bytes).map_err(foreign)?;
        if head.format != FORMAT {
            return Err(Problem::new(ProblemCode::HandoverForeign));
        }
        if head.version > VERSION || head.schema > newest_schema() {
            return Err(Problem::new(ProblemCode::HandoverNewer));
        }
        serde_json::from_slice(bytes).map_err(|_| Problem::new(ProblemCode::HandoverDamaged))
    }
}

fn exposed<S: Serializer>(secret: &SecretString, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose_secret())
}

fn hidden<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<SecretString, D::Error> {
    String::deserialize(deserializer).map(SecretString::from)
}

/// Counts what would be written.
struct Counted(usize);

impl std::io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
