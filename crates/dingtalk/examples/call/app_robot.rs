//! The app's own robot.

use dingtalk::{Client, ProcessQueryKey, Recalled, Result, RobotTemplate};
use serde_json::{Value, json};

use super::{people, text, texts};

fn recalled(recalled: &Recalled) -> Value {
    json!({"successResult": recalled.keys, "failedResult": recalled.failed})
}

/// `None`: no call has that name.
pub async fn make(client: &Client, call: &str, with: &Value) -> Option<Result<Value>> {
    let (robot, group) = (text(with, "robot_code"), text(with, "open_conversation_id"));
    let message = RobotTemplate::Text { content: text(with, "text") };
    let key = ProcessQueryKey(text(with, "key"));
    let keys: Vec<ProcessQueryKey> = texts(with, "keys").into_iter().map(ProcessQueryKey).collect();
    Some(match call {
        "send_to_users" => client.send_to_users(&robot, &people(with, "recipients"), &message).await.map(|it| {
            json!({
                "processQueryKey": it.process_query_key.0, "invalidStaffIdList": it.invalid,
                "flowControlledStaffIdList": it.flow_controlled,
            })
        }),
        "send_to_group" => {
            client.send_to_group(&robot, &group, &message).await.map(|it| json!({"processQueryKey": it.0}))
        }
        "message_read_status" => client.message_read_status(&robot, &key).await.map(|it| {
            let readers: Vec<Value> =
                it.readers.iter().map(|one| json!({"userId": one.user_id, "readStatus": one.read_status})).collect();
            json!({"sendStatus": it.send_status, "messageReadInfoList": readers})
        }),
        "recall_messages" => client.recall_messages(&robot, &keys).await.map(|it| recalled(&it)),
        "recall_group_messages" => client.recall_group_messages(&robot, &group, &keys).await.map(|it| recalled(&it)),
        "group_message_readers" => client
            .group_message_readers(&robot, &group, &key, None)
            .await
            .map(|it| json!({"sendStatus": it.send_status, "readUserIds": it.readers})),
        _ => return None,
    })
}
