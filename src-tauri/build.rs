//! Declares every command, so that one which no capability grants is refused (faults.md S03).

include!("commands.rs");

fn main() {
    println!("cargo:rerun-if-changed=commands.rs");
    println!("cargo:rerun-if-changed=../ui/dist");
    let attributes = tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("tauri-build: {error:#}");
    }
}
