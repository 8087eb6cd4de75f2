use engine::event::{self, CallbackKeys, Push};
use serde_json::json;

use crate::arguments::Value;
use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin::{self, Values};

/// What a push holds: it alone stands on stdout.
pub fn decrypt(values: Vec<Value>) -> Result<Answer, Failure> {
    let mut values = stdin::values(values)?;
    let push = Push {
        signature: values.text("signature"),
        timestamp: values.text("timestamp"),
        nonce: values.text("nonce"),
        encrypt: values.text("encrypt"),
    };
    let plaintext = event::open(keys(&mut values), &push)?;
    Ok(Answer { json: json!({ "plaintext": plaintext }), words: plaintext })
}

/// The answer to a push is JSON for either reader.
pub fn encrypt(values: Vec<Value>) -> Result<Answer, Failure> {
    let mut values = stdin::values(values)?;
    let keys = keys(&mut values);
    let push = event::seal(keys, &values.text("message"), &values.text("timestamp"), &values.text("nonce"))?;
    let json = json!(push);
    Ok(Answer { words: json.to_string(), json })
}

fn keys(values: &mut Values) -> CallbackKeys {
    CallbackKeys { token: values.take("token"), aes_key: values.take("aes-key"), owner_key: values.text("owner-key") }
}
