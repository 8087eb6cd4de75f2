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

/// As it was.
#[cfg(target_os = "linux")]
pub fn put(kept: &Kept) {
    let place = ["store", "--label", "Hoitung", "service", "Hoitung", "username", &kept.name];
    let put = crate::program::finish(std::process::Command::new("secret-tool").args(place), &kept.secret);
    assert_eq!(put.code, 0, "{}", put.stderr);
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

/// Where Wine keeps them. Windows hides its own file, and a call that lists them needs `unsafe`.
#[cfg(windows)]
pub fn all() -> Vec<Kept> {
    let Ok(store) = windows_registry::CURRENT_USER.open(r"Software\Wine\Credential Manager") else { return Vec::new() };
    let kept = |key: String| {
        let user = key.strip_prefix("Generic: ")?.strip_suffix(".Hoitung")?;
        let entry = keyring_core::Entry::new("Hoitung", user).unwrap();
        Some(Kept { name: user.to_owned(), secret: entry.get_password().unwrap() })
    };
    assert!(keyring::Entry::store_status().is_ok());
    store.keys().unwrap().filter_map(kept).collect()
}
