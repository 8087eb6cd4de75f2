use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::program::program;

/// `hoitung-cli practice`, running.
pub struct Server {
    child: Child,
    pub ready: Value,
    /// The ready line as it came.
    pub line: String,
}

impl Server {
    pub fn start(home: &Path, arguments: &[&str]) -> Self {
        let mut child = program(home)
            .arg("practice")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let ready = serde_json::from_str(&line).unwrap_or_else(|_| panic!("no ready line: {line:?}"));
        Self { child, ready, line }
    }

    pub fn text(&self, key: &str) -> String {
        self.ready[key].as_str().unwrap_or_else(|| panic!("{key} in {}", self.line)).to_owned()
    }

    pub fn is_up(&self) -> bool {
        TcpStream::connect(self.text("old_host").trim_start_matches("http://")).is_ok()
    }

    /// Asks it to stop, as a service manager does; its exit code.
    #[cfg(unix)]
    pub fn stop(mut self, signal: &str) -> Option<i32> {
        assert!(
            std::process::Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap().success()
        );
        self.child.wait().unwrap().code()
    }

    /// What reached the practice world, oldest first.
    pub fn journal(&self) -> Vec<Value> {
        let body = exchange(&self.text("admin_url"), "GET", "/journal", "");
        serde_json::from_str(&body).unwrap_or_else(|_| panic!("{body}"))
    }

    /// Something happens in the company; the id of its event.
    pub fn raise(&self, kind: &str) -> String {
        let body = exchange(&self.text("admin_url"), "POST", "/event", &format!("{{\"eventType\":\"{kind}\"}}"));
        let told: Value = serde_json::from_str(&body).unwrap();
        told["eventId"].as_str().unwrap().to_owned()
    }

    /// How the telling of each event stands, oldest first.
    pub fn deliveries(&self) -> Vec<Value> {
        serde_json::from_str(&exchange(&self.text("admin_url"), "GET", "/deliveries", "")).unwrap()
    }

    pub fn advance(&self, seconds: u32) {
        exchange(&self.text("admin_url"), "POST", "/clock", &format!("{{\"advance_seconds\":{seconds}}}"));
    }

    /// The next call of this path is done, and its answer is torn.
    pub fn tear(&self, path: &str) {
        let body = format!("{{\"kind\":\"reset\",\"call\":\"{path}\",\"times\":1}}");
        exchange(&self.text("admin_url"), "POST", "/fault", &body);
    }

    pub fn switch_on(&self, scenario: &str) {
        let body = format!("{{\"name\":\"{scenario}\",\"on\":true}}");
        exchange(&self.text("admin_url"), "POST", "/scenario", &body);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One plain HTTP exchange on loopback; the body of the answer, which must be a success.
fn exchange(base: &str, method: &str, path: &str, body: &str) -> String {
    let (host, folder) = base.trim_start_matches("http://").split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "{method} /{folder}{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 2"), "{head}\n{body}");
    assert!(!head.to_ascii_lowercase().contains("chunked"), "{head}");
    body.to_owned()
}
