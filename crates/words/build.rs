//! The locale files are built in; a file that is new must rebuild the crate too.

fn main() {
    println!("cargo:rerun-if-changed=../../locales");
}
