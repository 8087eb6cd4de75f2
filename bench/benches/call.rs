//! One call after another over a kept connection, against a practice server in this process.
#![allow(clippy::unwrap_used)]

use std::time::{SystemTime, UNIX_EPOCH};

use bench::{Ready, Work};
use criterion::{Criterion, criterion_group, criterion_main};
use practice::{AppChoice, Options};
use serde_json::Value;

fn calls(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let options = Options { app: AppChoice::Ready, ..Options::new(folder.path()) };
    let server = runtime.block_on(practice::start(options)).unwrap();
    server
        .shared()
        .change(|world| {
            for limit in
                ["app_api_per_second", "ip_per_20_seconds", "org_per_month", "webhook_per_month", "robot_per_minute"]
            {
                world.limits.set(limit, Value::Null).unwrap();
            }
        })
        .unwrap();
    let (hosts, app) = (server.hosts(), server.ready_app().unwrap());
    let work = Work::new(Ready {
        old_host: hosts.old_host.clone(),
        new_host: hosts.new_host.clone(),
        login_host: hosts.login_host.clone(),
        client_id: app.client_id,
        client_secret: app.client_secret,
        robot_code: app.robot_code,
        robot_webhook: app.robot_webhook,
        robot_secret: app.robot_secret,
    })
    .unwrap();
    criterion.bench_function("token + app robot", |bencher| {
        bencher.iter(|| runtime.block_on(work.token_and_app_robot()).unwrap());
    });
    criterion.bench_function("token + group robot", |bencher| {
        bencher.iter(|| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
            runtime.block_on(work.token_and_group_robot(i64::try_from(now).unwrap())).unwrap();
        });
    });
}

criterion_group!(benches, calls);
criterion_main!(benches);
