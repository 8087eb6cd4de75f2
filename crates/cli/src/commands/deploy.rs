//! The files that start the runner elsewhere.

use std::path::Path;

use engine::Engine;
use engine::place::DeployTarget;
use engine::write::{Readers, make_dir, write_whole};
use serde_json::json;
use words::{DeployFile, Speaker};

use crate::failure::Failure;
use crate::output::Answer;

pub async fn write(
    engine: &Engine,
    speaker: Speaker,
    connection: &str,
    target: DeployTarget,
    out: &Path,
) -> Result<Answer, Failure> {
    let found = engine.connection_named(connection).await?;
    let plan = engine.deploy_plan(&found.id).await?;
    let files = speaker.deploy_files(&plan, target);
    let mut written = Vec::new();
    make_dir(out)?;
    for DeployFile { name, bytes } in files {
        let path = out.join(name);
        write_whole(&path, &bytes, Readers::Usual)?;
        written.push(path.display().to_string());
    }
    let list = written.join("\n");
    let words = speaker.text_with("cli-deploy-written", &[("files", &list)]);
    Ok(Answer { json: json!({ "connection": found.name, "files": written, "secrets": plan.secret_files() }), words })
}
