//! The five stops, as somebody goes through them.

use engine::permission::Purpose;
use engine::problem::Result;
use engine::setup::{
    AppType, KeysForm, Place, RegionChoice, RegisterForm, Residency, RobotForm, SetupSnapshot, Stop, Task,
};

use super::Stage;

pub const TEXT: &str = "付款提示：㗎𨋢 HK$1,234.50 🚋 <b>\"引號\"</b>";

pub fn register_form() -> RegisterForm {
    RegisterForm {
        company_name: "示範貿易有限公司".to_owned(),
        email: "it@harbour-demo.example".to_owned(),
        app_type: Some(AppType::Internal),
        region: Some(RegionChoice::Com),
        residency: Some(Residency::HongKong),
    }
}

pub fn keys_form(stage: &Stage) -> KeysForm {
    KeysForm {
        corp_id: stage.app.corp_id.clone(),
        client_id: stage.app.client_id.clone(),
        agent_id: stage.app.agent_id.clone(),
        client_secret: Some(stage.app.client_secret.clone()),
    }
}

pub fn robot_form(stage: &Stage) -> RobotForm {
    RobotForm {
        name: "財務部".to_owned(),
        webhook: Some(stage.app.robot_webhook.clone()),
        secret: Some(stage.app.robot_secret.clone()),
        keyword: None,
        security: None,
        rehearsal: false,
    }
}

/// A robot that is right in all but its name.
pub fn named(stage: &Stage, name: &str) -> RobotForm {
    RobotForm { name: name.to_owned(), ..robot_form(stage) }
}

pub async fn stop(stage: &Stage, stop: Stop) -> Result<SetupSnapshot> {
    match stop {
        Stop::Register => register(stage).await,
        Stop::Keys => keys(stage).await,
        Stop::Permissions => permissions(stage).await,
        Stop::Test => test(stage).await,
        Stop::Protect => protect(stage).await,
    }
}

pub async fn register(stage: &Stage) -> Result<SetupSnapshot> {
    stage.engine.setup_go(&stage.id, Stop::Register).await?;
    stage.engine.register_confirm(&stage.id, register_form()).await?;
    stage.engine.hosts_check(&stage.id).await?;
    stage.engine.setup_say(&stage.id, Task::CreateApp).await
}

pub async fn keys(stage: &Stage) -> Result<SetupSnapshot> {
    stage.engine.setup_go(&stage.id, Stop::Keys).await?;
    stage.engine.keys_try(&stage.id, keys_form(stage)).await
}

pub async fn permissions(stage: &Stage) -> Result<SetupSnapshot> {
    stage.engine.setup_go(&stage.id, Stop::Permissions).await?;
    stage.engine.purpose_choose(&stage.id, vec![Purpose::GroupMessages, Purpose::ReadStaff]).await?;
    stage.engine.points_check(&stage.id).await?;
    stage.engine.setup_say(&stage.id, Task::Published).await?;
    stage.engine.setup_say(&stage.id, Task::Visible).await
}

pub async fn test(stage: &Stage) -> Result<SetupSnapshot> {
    stage.engine.setup_go(&stage.id, Stop::Test).await?;
    stage.engine.tests_run(&stage.id).await?;
    send(stage).await
}

/// Saves the robot if it is not there yet, and sends the message through it; whoever walks here twice means it.
pub async fn send(stage: &Stage) -> Result<SetupSnapshot> {
    let robot = robot(stage).await?;
    stage.engine.message_send_again(&stage.id, &robot, TEXT.to_owned()).await
}

pub async fn robot(stage: &Stage) -> Result<String> {
    let snapshot = stage.snapshot().await;
    if let Some(robot) = snapshot.test.robots.first() {
        return Ok(robot.id.clone());
    }
    let saved = stage.engine.robot_save(&stage.id, None, robot_form(stage)).await?;
    Ok(saved.test.robots[0].id.clone())
}

pub async fn protect(stage: &Stage) -> Result<SetupSnapshot> {
    stage.engine.setup_go(&stage.id, Stop::Protect).await?;
    stage.engine.place_choose(&stage.id, Place::ThisPc).await?;
    if stage.snapshot().await.protect.address.is_none() {
        stage.engine.address_type(&stage.id, "203.0.113.10".to_owned()).await?;
    }
    stage.engine.allow_list_check(&stage.id).await?;
    stage.engine.setup_say(&stage.id, Task::Listed).await?;
    stage.engine.reminder_set(&stage.id, 90).await
}
