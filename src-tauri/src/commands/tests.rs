//! The commands as a page calls them, with the real capabilities, on Tauri's mock runtime: no window and no web view are
//! needed, so it runs in Wine too.
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager as _, WebviewWindow, WebviewWindowBuilder};

use super::{app, connection};
use crate::arguments::Arguments;
use crate::shell::Shell;

fn opened(home: &std::path::Path) -> App<MockRuntime> {
    let home = engine::Home::at(home);
    let shell = tauri::async_runtime::block_on(async { Shell::at(Ok(home), &Arguments::default()).await });
    let builder = mock_builder().invoke_handler(tauri::generate_handler![
        app::app,
        app::choose_language,
        connection::connection_create,
        connection::connection_rename
    ]);
    let app = builder.build(tauri::generate_context!()).unwrap();
    app.manage(shell);
    app
}

fn page(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, tauri::WebviewUrl::default()).build().unwrap()
}

/// What the page is told: an answer, or a problem.
fn call(page: &WebviewWindow<MockRuntime>, command: &str, body: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: page.url().unwrap(),
        body: InvokeBody::Json(body),
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(page, request).map(|answer| answer.deserialize().unwrap())
}

#[test]
fn a_page_makes_a_company_names_it_and_finds_it_again_after_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let app = opened(home.path());
    let main = page(&app, "main");
    assert_eq!(call(&main, "app", json!({})).unwrap()["connections"], json!([]));
    let made = call(&main, "connection_create", json!({ "region": "practice" })).unwrap();
    let id = &made["connection"]["id"];
    let named = call(&main, "connection_rename", json!({ "id": id, "name": "海港示範有限公司" })).unwrap();
    assert_eq!(named["name"], "海港示範有限公司");
    let refused = call(&main, "connection_rename", json!({ "id": id, "name": " " })).unwrap_err();
    assert_eq!(refused["code"], "company-name-empty");
    call(&main, "choose_language", json!({ "language": "zh-HK" })).unwrap();
    drop(app);

    let again = opened(home.path());
    let told = call(&page(&again, "main"), "app", json!({})).unwrap();
    assert_eq!((&told["language"], &told["connections"][0]["id"]), (&json!("zh-HK"), id));
}

/// S03
#[test]
fn a_window_that_is_granted_nothing_is_refused_by_every_command() {
    let home = tempfile::tempdir().unwrap();
    let app = opened(home.path());
    let refused = call(&page(&app, "stranger"), "app", json!({})).unwrap_err();
    assert!(refused.as_str().unwrap().contains("not allowed"), "{refused}");
}
