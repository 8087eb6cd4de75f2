//! `/call_back/…`: one push address an app, registered by call instead of on the console. Source: dingtalk-api.md §6.1.
//! Inferred: the texts beyond the documented words, the answer of `get_call_back`, and that an app has this address
//! instead of the console's, not beside it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Admitted, Endpoint, Failure, flat};
use crate::event::{MadeBy, Mode, Subscription, Why};
use crate::gateway::Call;
use crate::gateway::answer::Fields;
use crate::gateway::input::Parameters;
use crate::push::verify::verify;
use crate::state::{Refusal, Shared, World};

const REGISTER: &str = "/call_back/register_call_back";
const UPDATE: &str = "/call_back/update_call_back";

// Which point they need is not told: every app has this one.
pub const ENDPOINTS: &[Endpoint] = &[
    flat(REGISTER, "qyapi_base", register),
    flat(UPDATE, "qyapi_base", update),
    flat("/call_back/get_call_back", "qyapi_base", get),
    flat("/call_back/delete_call_back", "qyapi_base", delete),
];

/// Pushes `check_url` to the address of a call that may register one; `None` when there is nothing to ask.
pub async fn prove(shared: &Shared, call: &Call) -> Option<Result<(), Why>> {
    if call.path != REGISTER && call.path != UPDATE {
        return None;
    }
    let wanted = subscription(&call.parameters()).ok()?;
    let client_id = shared.read(|world| caller(world, &call.old_token()?))?;
    Some(verify(shared, &client_id, &wanted).await)
}

/// Who the gateway will let in, most likely. It looks for itself afterwards.
fn caller(world: &World, token: &str) -> Option<String> {
    let token = world.tokens.iter().find(|known| known.value == token && known.expires_at > world.now)?;
    Some(token.client_id.clone())
}

fn subscription(parameters: &Parameters) -> Result<Subscription, Failure> {
    let needed = |name: &str| parameters.text(name).ok_or_else(|| Failure::missing(name));
    let event_types: BTreeSet<String> = parameters.list("call_back_tag").into_iter().collect();
    if event_types.is_empty() {
        return Err(Failure::missing("call_back_tag"));
    }
    let wanted = Subscription {
        mode: Mode::Http,
        made_by: MadeBy::Call,
        url: needed("url")?,
        token: needed("token")?,
        aes_key: needed("aes_key")?,
        verified_at: None,
        event_types,
    };
    wanted.check().map_err(|refusal| match refusal {
        Refusal::EventAddressForeign => unreachable("practice calls http addresses of this computer alone"),
        // What DingTalk says to a malformed one is not known: inferred.
        _ => Failure::new(40_035, "不合法的参数 token/aes_key"),
    })?;
    Ok(wanted)
}

fn unreachable(why: &str) -> Failure {
    Failure::new(71_012, &format!("url地址访问异常, {why}"))
}

fn disproved(why: Why) -> Failure {
    match why.code() {
        Some(900_010) => Failure::new(900_010, "计算解密文字corpid不匹配"),
        Some(71_012) => unreachable(&format!("{why:?}")),
        // Everything that came back and is not the encrypted word.
        _ => Failure::new(71_009, "返回文本非success"),
    }
}

/// The app's own address, if it has one.
fn registered<'a>(admitted: &'a Admitted<'_>) -> Option<&'a Subscription> {
    admitted.world.subscription(admitted.client_id).filter(|subscription| subscription.mode == Mode::Http)
}

fn absent() -> Failure {
    Failure::new(71_007, "回调地址不存在")
}

fn done() -> Fields {
    vec![("errcode", 0.into()), ("errmsg", "ok".into())]
}

fn register(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    if registered(admitted).is_some() {
        return Err(Failure::new(71_006, "回调地址已经存在"));
    }
    save(admitted)
}

fn update(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    registered(admitted).ok_or_else(absent)?;
    save(admitted)
}

fn save(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let wanted = subscription(admitted.parameters)?;
    admitted.proof.unwrap_or(Err(Why::Unreachable)).map_err(disproved)?;
    let proved = Subscription { verified_at: Some(admitted.world.now), ..wanted };
    let saved = admitted.world.subscribe(admitted.client_id, proved);
    saved.map(|()| done()).map_err(|_| Failure::new(40_035, "不合法的参数"))
}

fn get(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let found = registered(admitted).ok_or_else(absent)?;
    let mut fields = done();
    fields.extend([
        ("call_back_tag", json!(found.event_types)),
        ("token", Value::from(found.token.as_str())),
        ("aes_key", found.aes_key.as_str().into()),
        ("url", found.url.as_str().into()),
    ]);
    Ok(fields)
}

fn delete(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    registered(admitted).ok_or_else(absent)?;
    admitted.world.unsubscribe(admitted.client_id);
    Ok(done())
}
