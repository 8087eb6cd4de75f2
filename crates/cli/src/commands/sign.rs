use engine::sign;
use serde_json::json;

use crate::arguments::Value;
use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

/// The signature of a robot's address: as computed, and as it stands in the address.
pub fn robot(values: Vec<Value>) -> Result<Answer, Failure> {
    let mut values = stdin::values(values)?;
    let timestamp = values.text("timestamp").trim().parse().map_err(|_| Failure::TimestampMalformed)?;
    let sign = sign::robot(timestamp, &values.take("secret"));
    Ok(Answer {
        json: json!({ "timestamp": timestamp, "sign": sign.base64, "sign_url_encoded": sign.url_encoded }),
        words: format!("{}\n{}", sign.base64, sign.url_encoded),
    })
}
