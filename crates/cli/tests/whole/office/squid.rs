//! A real office proxy: Debian's squid, which carries everything to one port of this machine and nowhere else.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::authority::Authority;

const PROGRAM: &str = "/usr/sbin/squid";
const FORGER: &str = "/usr/lib/squid/security_file_certgen";

/// What the proxy does beside carrying.
pub enum Manner<'a> {
    Open,
    /// Lets only this user through, with this password.
    SignIn(&'a str, &'a str),
    /// Opens encrypted traffic with certificates of `authority`, and trusts `public` itself.
    Inspects {
        authority: &'a Authority,
        public: &'a Authority,
    },
    /// Lets nobody through.
    Refuses,
}

pub struct Squid {
    child: Child,
    pub port: u16,
    log: PathBuf,
}

/// Says so loudly when it is not installed; `./test` installs it.
pub fn installed() -> bool {
    let there = Path::new(PROGRAM).exists() && Path::new(FORGER).exists();
    if !there {
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "\n!!! SKIPPED, NOT PASSED: no squid here (Debian: squid-openssl)\n");
    }
    there
}

impl Squid {
    /// In a folder of its own; listens when this returns.
    pub fn start(dir: &Path, manner: &Manner<'_>, upstream: u16) -> Self {
        open_to_all(dir);
        for _ in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            if let Some(squid) = Self::try_start(dir, manner, upstream, port) {
                return squid;
            }
        }
        panic!("squid does not start: {}", fs::read_to_string(dir.join("cache.log")).unwrap_or_default());
    }

    fn try_start(dir: &Path, manner: &Manner<'_>, upstream: u16, port: u16) -> Option<Self> {
        let path = dir.join("squid.conf");
        fs::write(&path, configuration(dir, manner, upstream, port)).unwrap();
        let child = Command::new(PROGRAM)
            .args(["-N", "-n", &format!("office{port}"), "-f"])
            .arg(&path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut squid = Self { child, port, log: dir.join("access.log") };
        let patience = Instant::now() + Duration::from_secs(20);
        while Instant::now() < patience {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(squid);
            }
            if squid.child.try_wait().unwrap().is_some() {
                return None;
            }
            std::thread::yield_now();
        }
        None
    }

    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// What it wrote down of what it carried.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Squid {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Started by root, squid becomes another user.
fn open_to_all(dir: &Path) {
    fs::set_permissions(dir, fs::Permissions::from_mode(0o777)).unwrap();
}

fn configuration(dir: &Path, manner: &Manner<'_>, upstream: u16, port: u16) -> String {
    let dir_name = dir.display();
    let (listen, tls, rules) = match manner {
        Manner::Open => (String::new(), String::new(), "http_access allow all\n".to_owned()),
        Manner::Refuses => (String::new(), String::new(), "http_access deny all\n".to_owned()),
        Manner::SignIn(user, password) => {
            let helper = dir.join("sign-in.sh");
            let known = format!("{user} {password}");
            fs::write(
                &helper,
                format!("#!/bin/sh\nwhile read line; do\n[ \"$line\" = '{known}' ] && echo OK || echo ERR\ndone\n"),
            )
            .unwrap();
            fs::set_permissions(&helper, fs::Permissions::from_mode(0o755)).unwrap();
            let rules = format!(
                "auth_param basic program {}\nauth_param basic realm office\nauth_param basic children 1 startup=1\n\
                 acl known proxy_auth REQUIRED\nhttp_access allow known\nhttp_access deny all\n",
                helper.display()
            );
            (String::new(), String::new(), rules)
        }
        Manner::Inspects { authority, public } => {
            let store = dir.join("forged");
            let _ = fs::remove_dir_all(&store);
            let made =
                Command::new(FORGER).args(["-c", "-s"]).arg(&store).args(["-M", "4MB"]).stdout(Stdio::null()).status();
            assert!(made.unwrap().success());
            for each in [&store, &store.join("certs")] {
                open_to_all(each);
            }
            for file in ["index.txt", "size"] {
                fs::set_permissions(store.join(file), fs::Permissions::from_mode(0o666)).unwrap();
            }
            let listen = format!(
                " ssl-bump tls-cert={} generate-host-certificates=on dynamic_cert_mem_cache_size=4MB",
                authority.write_with_key(dir, "inspector.pem").display()
            );
            let public = public.write(dir, "public.pem");
            let tls = format!(" originserver tls tls-cafile={} ssldomain=api.dingtalk.com", public.display());
            let rules = format!(
                "http_access allow all\nssl_bump bump all\nhttp_upgrade_request_protocols websocket allow all\n\
                 sslcrtd_program {FORGER} -s {} -M 4MB\nsslcrtd_children 1 startup=1\n",
                store.display()
            );
            (listen, tls, rules)
        }
    };
    // Never direct, with one peer: whatever is asked for ends on this machine. No name is ever looked up.
    format!(
        "http_port 127.0.0.1:{port}{listen}\npid_filename none\nvisible_hostname proxy.test\ncache deny all\n\
         access_log stdio:{dir_name}/access.log\nbuffered_logs off\ncache_log {dir_name}/cache.log\n\
         coredump_dir {dir_name}\nnetdb_filename none\nhosts_file none\ndns_nameservers 127.0.0.1\npinger_enable off\n\
         {rules}cache_peer 127.0.0.1 parent {upstream} 0 no-query no-digest name=front{tls}\n\
         never_direct allow all\nshutdown_lifetime 0 seconds\n"
    )
}
