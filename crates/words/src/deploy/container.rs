//! A container that anybody can look through: the program, certificates, and a user of its own. No secret is in it.

use engine::place::{DeployPlan, DeployStep};

use super::quote::for_yaml;
use super::{DeployFile, Remarks, file};

pub fn files(plan: &DeployPlan, remarks: &Remarks) -> Vec<DeployFile> {
    vec![file("Containerfile", container(remarks)), file("compose.yaml", compose(plan, remarks))]
}

pub fn steps(plan: &DeployPlan) -> Vec<(DeployStep, Option<String>)> {
    vec![
        (DeployStep::Save, None),
        (DeployStep::Beside, None),
        (DeployStep::Secret, Some(format!("sudo install -d secrets && {}", put_secret(plan)))),
        (DeployStep::Add, Some(format!("docker compose run --build --rm -T hoitung {}", super::add(plan)))),
        (DeployStep::Start, Some("docker compose up --build --detach".to_owned())),
        (DeployStep::Look, Some("docker compose ps".to_owned())),
        (DeployStep::Address, Some("docker compose logs --tail 20".to_owned())),
    ]
}

fn put_secret(plan: &DeployPlan) -> String {
    format!("sudo install -m 0400 -o 10001 -g 10001 /dev/stdin secrets/{}", plan.client_secret_file)
}

fn container(remarks: &Remarks) -> String {
    let note = |id| remarks.note(id);
    format!(
        "{}\n{}\nFROM docker.io/library/debian:13-slim\n\n\
         RUN apt-get update \\\n\
         \x20&& apt-get install --yes --no-install-recommends ca-certificates tzdata \\\n\
         \x20&& rm -rf /var/lib/apt/lists/* \\\n\
         \x20&& groupadd --gid 10001 hoitung \\\n\
         \x20&& useradd --uid 10001 --gid 10001 --home-dir /var/lib/hoitung --create-home --shell /usr/sbin/nologin hoitung \\\n\
         \x20&& chmod 0700 /var/lib/hoitung\n\n\
         {}\nCOPY --chmod=0755 hoitung-cli /usr/local/bin/hoitung-cli\n\n\
         {}\nENV HOITUNG_HOME=/var/lib/hoitung HOITUNG_SECRETS_DIR=/run/secrets TZ=Asia/Hong_Kong\n\
         USER 10001:10001\nWORKDIR /var/lib/hoitung\n\
         {}\nVOLUME [\"/var/lib/hoitung\"]\n\n\
         {}\nHEALTHCHECK --interval=2m --timeout=20s --start-period=6m CMD [\"hoitung-cli\", \"run\", \"--alive\"]\n\
         STOPSIGNAL SIGTERM\nENTRYPOINT [\"hoitung-cli\"]\nCMD [\"run\", \"--json\"]\n",
        note("deploy-made"),
        note("deploy-container"),
        note("deploy-container-program"),
        note("deploy-container-secret"),
        note("deploy-container-volume"),
        note("deploy-container-health"),
    )
}

fn compose(plan: &DeployPlan, remarks: &Remarks) -> String {
    let note = |id| remarks.note(id);
    let secret = &plan.client_secret_file;
    format!(
        "{}\n{}\n{}\n#   sudo install -d secrets\n#   {}\n\
         {}\n#   docker compose run --build --rm -T hoitung {}\n\n\
         services:\n\
         \x20 hoitung:\n\
         \x20   build: .\n\
         \x20   restart: unless-stopped\n\
         \x20   stop_grace_period: 10s\n\
         \x20   read_only: true\n\
         \x20   cap_drop: [ALL]\n\
         \x20   security_opt: [\"no-new-privileges:true\"]\n\
         \x20   volumes:\n\
         \x20     {}\n\
         \x20     - hoitung:/var/lib/hoitung\n\
         \x20   secrets:\n\
         \x20     - source: client-secret\n\
         \x20       target: {}\n\
         \x20       uid: \"10001\"\n\
         \x20       gid: \"10001\"\n\
         \x20       mode: 0400\n\n\
         volumes:\n\
         \x20 hoitung: {{}}\n\n\
         secrets:\n\
         \x20 client-secret:\n\
         \x20   file: {}\n",
        note("deploy-made"),
        note("deploy-compose"),
        note("deploy-compose-secret"),
        put_secret(plan),
        note("deploy-compose-add"),
        super::add(plan),
        note("deploy-compose-volume"),
        for_yaml(secret),
        for_yaml(&format!("./secrets/{secret}")),
    )
}
