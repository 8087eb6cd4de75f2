//! What the session's own key store holds for us, found without our program.

/// One entry: everything that names it, and its secret.
pub struct Kept {
    pub name: String,
    pub secret: String,
}

/// Whether one of the secrets is this, or has it in it.
pub fn holds(secret: &str) -> bool {
    all().iter().any(|kept| kept.secret.contains(secret))
}

#[cfg(unix)]
pub fn all() -> Vec<Kept> {
    let search = ["search", "--all", "--unlock", "service", "Hoitung"];
    let told = std::process::Command::new("secret-tool").args(search).output().unwrap();
    let lines = |bytes: Vec<u8>, key: &str| -> Vec<String> {
        let text = String::from_utf8(bytes).unwrap();
        text.lines().filter_map(|line| line.strip_prefix(key)).map(ToOwned::to_owned).collect()
    };
    // It tells secrets on the one, names on the other, both in the same order.
    let (secrets, names) = (lines(told.stdout, "secret = "), lines(told.stderr, "attribute.username = "));
    assert_eq!(secrets.len(), names.len());
    names.into_iter().zip(secrets).map(|(name, secret)| Kept { name, secret }).collect()
}

#[cfg(windows)]
pub fn all() -> Vec<Kept> {
    assert!(keyring::Entry::store_status().is_ok());
    let found = keyring_core::Entry::search(&std::collections::HashMap::from([("pattern", "Hoitung$")])).unwrap();
    let kept = |entry: keyring_core::Entry| Kept {
        name: entry.get_attributes().unwrap()["target_name"].clone(),
        secret: entry.get_password().unwrap(),
    };
    found.into_iter().map(kept).collect()
}
