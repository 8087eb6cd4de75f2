use engine::sign::{self, PageHash};
use serde_json::json;

use crate::arguments::{Explain, Value};
use crate::failure::Failure;
use crate::output::{self, Answer, Format};
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

/// The signature alone on stdout; what was signed stands beside it, for a person on stderr.
pub fn page(values: Vec<Value>, hash: PageHash, explain: Explain, format: Format) -> Result<Answer, Failure> {
    let mut values = stdin::values(values)?;
    let timestamp = values.text("timestamp").trim().parse().map_err(|_| Failure::TimestampMalformed)?;
    let (ticket, nonce, url) = (values.take("ticket"), values.text("nonce"), values.text("url"));
    let sign = sign::page(&ticket, &nonce, timestamp, &url, hash);
    let mut json = json!({ "signature": sign.signature });
    if explain == Explain::Yes {
        if format == Format::Words {
            output::aside(&sign.signed);
        }
        json["signed"] = sign.signed.into();
    }
    Ok(Answer { json, words: sign.signature })
}
