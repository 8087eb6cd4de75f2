//! Units for a Linux server, and a script that puts them there.

use std::fmt::Write as _;

use engine::place::{DeployPlan, DeployStep};

use super::quote::{for_shell, for_unit, in_one_line};
use super::{DeployFile, Remarks, file};

const PROGRAM: &str = "/usr/local/bin/hoitung-cli";
const SECRETS: &str = "/etc/hoitung/secrets";

/// What none of the two services needs. `ProcSubset=pid` would hide the machine's name, by which one that crashed is told
/// from one that runs elsewhere.
const HARDENING: &str = "\
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
ProtectProc=invisible
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
RemoveIPC=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
CapabilityBoundingSet=
UMask=0077
";

pub fn files(plan: &DeployPlan, remarks: &Remarks) -> Vec<DeployFile> {
    vec![
        file("hoitung.service", service(plan, remarks)),
        file("hoitung-check.service", check(plan, remarks)),
        file("hoitung-check.timer", timer(plan, remarks)),
        file("install.sh", install(plan, remarks)),
    ]
}

pub fn steps() -> Vec<(DeployStep, Option<String>)> {
    let line = |text: &str| Some(text.to_owned());
    vec![
        (DeployStep::Save, None),
        (DeployStep::Program, Some(format!("sudo install -m 0755 hoitung-cli {PROGRAM}"))),
        (DeployStep::Install, line("sudo sh install.sh")),
        (DeployStep::Look, line("systemctl status hoitung")),
        (DeployStep::Address, line("journalctl -u hoitung -n 20")),
    ]
}

fn service(plan: &DeployPlan, remarks: &Remarks) -> String {
    let mut text = head(remarks, "deploy-service");
    let _ = write!(
        text,
        "[Unit]\nDescription={}\nWants=network-online.target\nAfter=network-online.target\n\n",
        described(remarks, "deploy-service-name")
    );
    let _ = write!(text, "[Service]\nType=notify\nExecStart={PROGRAM} run --secrets systemd --json\n");
    text += &shared(plan, remarks);
    let _ = write!(
        text,
        "Restart=on-failure\nRestartSec=30\nWatchdogSec=3min\n{}\nTimeoutStartSec=6min\nTimeoutStopSec=10\n",
        remarks.note("deploy-service-waits")
    );
    let _ =
        write!(text, "\n{}\n{HARDENING}\n[Install]\nWantedBy=multi-user.target\n", remarks.note("deploy-hardening"));
    text
}

fn check(plan: &DeployPlan, remarks: &Remarks) -> String {
    let name = for_unit(&in_one_line(&plan.name));
    let mut text = head(remarks, "deploy-check");
    let _ = write!(
        text,
        "[Unit]\nDescription={}\nWants=network-online.target\nAfter=network-online.target\n\n",
        described(remarks, "deploy-check-name")
    );
    let _ = write!(
        text,
        "[Service]\nType=oneshot\nExecStart={PROGRAM} check --connection {name} --secrets systemd --json\n{}\n\
         SuccessExitStatus=1\nTimeoutStartSec=15min\n",
        remarks.note("deploy-check-exit")
    );
    text += &shared(plan, remarks);
    let _ = write!(text, "\n{}\n{HARDENING}", remarks.note("deploy-hardening"));
    text
}

fn timer(plan: &DeployPlan, remarks: &Remarks) -> String {
    let mut text = head(remarks, "deploy-timer");
    let _ = write!(text, "[Unit]\nDescription={}\n\n", described(remarks, "deploy-check-name"));
    text += "[Timer]\n";
    for time in &plan.times {
        let _ = writeln!(text, "OnCalendar=*-*-* {time}:00 Asia/Hong_Kong");
    }
    text += "Persistent=true\nRandomizedDelaySec=5min\n\n[Install]\nWantedBy=timers.target\n";
    text
}

fn shared(plan: &DeployPlan, remarks: &Remarks) -> String {
    let mut text = format!("{}\n{}\n", remarks.note("deploy-secret"), credential(&plan.client_secret_file));
    let files = plan.secret_files();
    if files.len() > 1 {
        let _ = writeln!(text, "{}", remarks.note("deploy-secret-robots"));
        for name in files.iter().skip(1) {
            let _ = writeln!(text, "#{}", credential(name));
        }
    }
    let _ = write!(
        text,
        "{}\nDynamicUser=yes\nUser=hoitung\nStateDirectory=hoitung\nStateDirectoryMode=0700\n\
         Environment=HOITUNG_HOME=/var/lib/hoitung\n",
        remarks.note("deploy-state")
    );
    text
}

fn credential(name: &str) -> String {
    format!("LoadCredential={name}:{SECRETS}/{name}")
}

fn head(remarks: &Remarks, what: &str) -> String {
    format!("{}\n{}\n\n", remarks.note("deploy-made"), remarks.note(what))
}

/// A description knows specifiers too.
fn described(remarks: &Remarks, id: &str) -> String {
    remarks.say(id).replace('%', "%%")
}

fn install(plan: &DeployPlan, remarks: &Remarks) -> String {
    let name = for_shell(&in_one_line(&plan.name));
    let say = |id: &str| for_shell(&remarks.say(id));
    let add = super::add(plan);
    let secret = &plan.client_secret_file;
    format!(
        "#!/bin/sh\n{made}\n{use_it}\nset -eu\n\
         [ \"$(id -u)\" -eq 0 ] || {{ echo {root} >&2; exit 1; }}\n\
         [ -x {PROGRAM} ] || {{ echo {program} >&2; exit 1; }}\n\
         cd \"$(dirname \"$0\")\"\n\n\
         {ask}\n\
         install -d -m 0700 /etc/hoitung {SECRETS}\n\
         secret={file}\n\
         pasted=\n\
         if [ ! -s \"$secret\" ]; then\n\
         \x20 echo {paste} >&2\n\
         \x20 [ ! -t 0 ] || stty -echo\n\
         \x20 trap '[ ! -t 0 ] || stty echo' EXIT INT TERM\n\
         \x20 IFS= read -r line\n\
         \x20 [ ! -t 0 ] || stty echo\n\
         \x20 [ -n \"$line\" ] || {{ echo {paste} >&2; exit 1; }}\n\
         \x20 pasted=yes\n\
         \x20 (umask 077 && printf '%s\\n' \"$line\" >\"$secret\")\n\
         fi\n\
         chmod 0400 \"$secret\"\n\n\
         {units}\n\
         install -m 0644 hoitung.service hoitung-check.service hoitung-check.timer /etc/systemd/system/\n\
         systemctl daemon-reload\n\n\
         {as_user}\n\
         hoitung() {{\n\
         \x20 systemd-run --quiet --wait --pipe --collect --unit=hoitung-set-up -p DynamicUser=yes -p User=hoitung \\\n\
         \x20   -p StateDirectory=hoitung -p StateDirectoryMode=0700 -p LoadCredential={id}:\"$secret\" \\\n\
         \x20   -p Environment=HOITUNG_HOME=/var/lib/hoitung {PROGRAM} --secrets systemd \"$@\"\n\
         }}\n\
         hoitung token --connection {name} >/dev/null 2>&1 || \\\n\
         \x20 hoitung {add} || {{ [ -z \"$pasted\" ] || rm -f \"$secret\"; exit 1; }}\n\
         systemctl enable --now hoitung.service\n\
         echo {done}\n",
        made = remarks.note("deploy-made"),
        use_it = remarks.note("deploy-install-use"),
        root = say("deploy-install-root"),
        program = say("deploy-install-program"),
        ask = remarks.note("deploy-install-secret"),
        file = for_shell(&format!("{SECRETS}/{secret}")),
        paste = say("deploy-install-paste"),
        units = remarks.note("deploy-install-units"),
        as_user = remarks.note("deploy-install-user"),
        id = secret,
        done = say("deploy-install-done"),
    )
}
