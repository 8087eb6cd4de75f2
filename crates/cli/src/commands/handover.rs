use engine::Engine;
use engine::connection::ConnectionId;
use engine::handover::{HandoverItem, HandoverPreview, ImportChoice, RecoverySheet, Replace, write_starter};
use engine::problem::{Problem, ProblemCode};
use engine::write::{Readers, write_whole};
use serde_json::{Value, json};
use words::Speaker;

use crate::arguments::{Export, HandoverAct, Import, Page};
use crate::failure::Failure;
use crate::output::{self, Answer, Format};
use crate::stdin;

pub async fn act(engine: &Engine, speaker: Speaker, format: Format, act: HandoverAct) -> Result<Answer, Failure> {
    match act {
        HandoverAct::Export(wanted) => export(engine, speaker, format, wanted).await,
        HandoverAct::Import(wanted) => import(engine, speaker, wanted).await,
        HandoverAct::Page { connection, page, out, languages } => {
            let id = engine.connection_named(&connection).await?.id;
            let html = match page {
                Page::Sheet => words::handover_sheet(&engine.handover_sheet(&id).await?, languages),
                Page::Health => words::health_sheet(&engine.health_sheet(&id).await?, languages),
            };
            write_whole(&out, html.as_bytes(), Readers::Usual)?;
            let shown = out.display().to_string();
            let words = speaker.text_with("cli-handover-page-made", &[("path", &shown)]);
            Ok(Answer { words, json: json!({ "path": shown }) })
        }
        HandoverAct::Starter { connection, out, force } => {
            let id = engine.connection_named(&connection).await?.id;
            let files = speaker.starter(&engine.starter_kit(&id).await?);
            let replace = if force { Replace::Seen } else { Replace::Nothing };
            write_starter(&out, &files, replace)?;
            let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
            let shown = out.display().to_string();
            let values = [("path", shown.as_str()), ("names", &names.join(&speaker.text("cli-use-comma")))];
            let words = speaker.text_with("cli-starter-made", &values);
            Ok(Answer { words, json: json!({ "path": shown, "files": names }) })
        }
    }
}

/// What is inside is told before the file is there.
async fn export(engine: &Engine, speaker: Speaker, format: Format, wanted: Export) -> Result<Answer, Failure> {
    let ids = ids(engine, &wanted.connections).await?;
    let told = engine.handover_contents(&ids).await?;
    let contents = speaker.handover_contents(&told);
    let Some(out) = wanted.out.as_ref().filter(|_| !wanted.dry_run) else {
        return Ok(Answer { words: contents, json: json!({ "written": false, "connections": items(&told) }) });
    };
    if out.exists() && !wanted.force {
        return Err(Problem::new(ProblemCode::FilesInTheWay).arg("names", out.display()).into());
    }
    let sealed = engine.handover_export(&ids, stdin::secret()?).await?;
    if format == Format::Words {
        output::aside(&contents);
    }
    write_whole(out, &sealed, Readers::Owner)?;
    let shown = out.display().to_string();
    if let Some(paper) = &wanted.recovery {
        let html = words::recovery_sheet(&RecoverySheet::of(&shown, &told), wanted.languages);
        write_whole(paper, html.as_bytes(), Readers::Usual)?;
    }
    Ok(Answer {
        words: speaker.text_with("cli-handover-exported", &[("path", &shown)]),
        json: json!({ "written": true, "path": shown, "connections": items(&told) }),
    })
}

async fn import(engine: &Engine, speaker: Speaker, wanted: Import) -> Result<Answer, Failure> {
    let preview = engine.handover_open_file(&wanted.file, stdin::secret()?).await?;
    if wanted.dry_run {
        engine.handover_close();
        let mut told = json!({ "imported": false, "connections": items(&preview) });
        told["made_at"] = json!(preview.made_at);
        told["made_by"] = json!(preview.made_by);
        return Ok(Answer { words: speaker.handover_found(&preview), json: told });
    }
    let imported = engine.handover_import(choices(&preview, &wanted)?).await?;
    let names: Vec<&str> = imported.connections.iter().map(|view| view.name.as_str()).collect();
    let values = [("names", names.join(&speaker.text("cli-use-comma"))), ("count", imported.secrets.to_string())];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let connections: Vec<Value> =
        imported.connections.iter().map(|one| json!({ "id": one.id, "name": one.name })).collect();
    let replaced: Vec<Value> =
        imported.replaced.iter().map(|one| json!({ "id": one.id, "name": one.name, "gone": one.gone })).collect();
    Ok(Answer {
        words: speaker.text_with("cli-handover-imported", &values),
        json: json!({ "imported": true, "connections": connections, "secrets": imported.secrets, "replaced": replaced }),
    })
}

async fn ids(engine: &Engine, names: &[String]) -> Result<Vec<ConnectionId>, Failure> {
    if names.is_empty() {
        return Ok(engine.connections().await?.into_iter().map(|one| one.id).collect());
    }
    let mut ids: Vec<ConnectionId> = Vec::new();
    for name in names {
        let id = engine.connection_named(name).await?.id;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

fn choices(preview: &HandoverPreview, wanted: &Import) -> Result<Vec<ImportChoice>, Failure> {
    let meant = |item: &&HandoverItem| wanted.only.as_ref().is_none_or(|only| item.name == *only);
    let items: Vec<&HandoverItem> = preview.connections.iter().filter(meant).collect();
    if items.is_empty() {
        let name = wanted.only.clone().unwrap_or_default();
        return Err(Problem::new(ProblemCode::ConnectionUnknown).arg("name", name).into());
    }
    if let Some(name) = &wanted.name {
        // One name cannot be two companies'.
        let [item] = items.as_slice() else {
            return Err(Problem::new(ProblemCode::NameTaken).arg("name", name).into());
        };
        return Ok(vec![ImportChoice::AddAs { index: item.index, name: name.clone() }]);
    }
    let choice = |item: &HandoverItem| match &item.conflict {
        Some(here) if wanted.replace => {
            ImportChoice::Replace { index: item.index, id: here.id.clone(), name: here.name.clone() }
        }
        Some(_) | None => ImportChoice::Add { index: item.index },
    };
    Ok(items.into_iter().map(choice).collect())
}

fn items(preview: &HandoverPreview) -> Vec<Value> {
    preview.connections.iter().map(item).collect()
}

fn item(one: &HandoverItem) -> Value {
    json!({
        "name": one.name,
        "region": one.region,
        "client_id": one.client_id,
        "client_secret": one.client_secret,
        "robots": one.robots,
        "webhooks": one.webhooks,
        "robot_secrets": one.robot_secrets,
        "proofs": one.proofs,
        "permissions": one.permissions,
        "messages": one.messages,
        "draft": one.draft,
        "reminders": one.reminders,
        "conflict": one.conflict.as_ref().map(|here| json!({ "id": here.id, "name": here.name, "kind": here.kind })),
    })
}
