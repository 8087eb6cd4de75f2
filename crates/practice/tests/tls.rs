//! TLS: the own authority is enough, and each wrong certificate is refused by a client that knows only it.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::sync::Arc;

use common::Practice;
use common::stream::{Line, opening};
use practice::{Options, Tls};
use reqwest::{Certificate, Client};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use serde_json::{Value, json};
use tokio_tungstenite::{Connector, connect_async_tls_with_config};

async fn with(tls: Tls) -> Practice {
    Practice::with(|options| Options { tls: Some(tls), ..options }).await
}

fn trusting(pem: &str) -> Client {
    let ca = Certificate::from_pem(pem.as_bytes()).unwrap();
    Client::builder().no_proxy().tls_certs_only([ca]).build().unwrap()
}

/// The answer's body, or everything that was wrong.
async fn ask(practice: &Practice, client: &Client) -> Result<String, String> {
    let app = practice.app();
    let url = practice.old_url(&format!("/gettoken?appkey={}&appsecret={}", app.client_id, app.client_secret));
    match client.get(url).send().await {
        Ok(answer) => Ok(answer.text().await.unwrap()),
        Err(error) => Err(format!("{error:?}")),
    }
}

// F32
#[tokio::test]
async fn a_client_of_the_own_authority_lets_in_the_right_certificate_and_no_other() {
    let check = async |tls: Tls, expected: Result<(), &str>| {
        let practice = with(tls).await;
        assert!(practice.running.hosts().old_host.starts_with("https://127.0.0.1:"));
        let answer = ask(&practice, &trusting(practice.running.ca_pem().unwrap())).await;
        match (&answer, expected) {
            (Ok(body), Ok(())) => assert!(body.starts_with(r#"{"errcode":0,"#), "{body}"),
            (Err(error), Err(cause)) => assert!(error.contains(cause), "{tls:?}: {error}"),
            _ => panic!("{tls:?}: {answer:?}"),
        }
    };
    check(Tls::Trusted, Ok(())).await;
    check(Tls::Expired, Err("Expired")).await;
    check(Tls::WrongName, Err("NotValidForName")).await;
    check(Tls::SelfSigned, Err("UnknownIssuer")).await;
    check(Tls::UnknownCa, Err("UnknownIssuer")).await;
}

#[tokio::test]
async fn the_authority_is_kept_and_its_key_is_its_owners() {
    let practice = with(Tls::Trusted).await;
    let pem = practice.running.ca_pem().unwrap().to_owned();
    assert_eq!(fs::read_to_string(practice.running.ca_pem_path().unwrap()).unwrap(), pem);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(practice.dir.path().join("ca.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let Practice { running, client, dir } = practice;
    running.stop().await;
    let options = Options { tls: Some(Tls::Trusted), ..common::ready_options(dir.path()) };
    let running = practice::start(options).await.unwrap();
    assert_eq!(running.ca_pem().unwrap(), pem);
    let again = Practice { running, client, dir };
    assert!(ask(&again, &trusting(&pem)).await.is_ok());
}

/// A file that somebody sent to the robot: the one link that the new gateway gives to itself.
#[tokio::test]
async fn a_link_leads_to_the_encrypted_gateway() {
    let practice = with(Tls::Trusted).await;
    let client = trusting(practice.running.ca_pem().unwrap());
    let practice = Practice { client, ..practice };
    let robot = practice.app().client_id;
    let file = json!({"client_id": robot, "name": "a.txt", "content": "示範單據"});
    let code = practice.stage("/file", file).await["download_code"].clone();
    let wanted = json!({"downloadCode": code, "robotCode": robot});
    let token = practice.token().await;
    let (status, answer) = practice.api("/v1.0/robot/messageFiles/download", &token, wanted).await;
    assert_eq!(status, 200, "{answer}");
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let url = answer["downloadUrl"].as_str().unwrap();
    assert_eq!(practice.client.get(url).send().await.unwrap().text().await.unwrap(), "示範單據");
}

#[tokio::test]
async fn a_stream_is_encrypted_too_and_a_silent_client_holds_nobody_up() {
    let practice = with(Tls::Trusted).await;
    let host = practice.running.hosts().new_host.strip_prefix("https://").unwrap().to_owned();
    let _silent = tokio::net::TcpStream::connect(host).await.unwrap();
    let pem = practice.running.ca_pem().unwrap().to_owned();
    let practice = Practice { client: trusting(&pem), ..practice };
    let (status, body) = practice.open(&opening(&practice.app())).await;
    assert_eq!(status, 200);
    let body: Value = serde_json::from_str(&body).unwrap();
    let endpoint = body["endpoint"].as_str().unwrap();
    assert!(endpoint.starts_with("wss://127.0.0.1:"), "{endpoint}");
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let connector = Some(Connector::Rustls(Arc::new(config)));
    let address = format!("{endpoint}?ticket={}", body["ticket"].as_str().unwrap());
    let (socket, _) = connect_async_tls_with_config(address, None, false, connector).await.unwrap();
    let mut line = Line { socket };
    let id = practice.raise("user_add_org").await;
    assert_eq!(line.frame().await["headers"]["eventId"], id);
}
