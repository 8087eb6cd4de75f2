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

/// Another test may delete one of its own meanwhile: then the tool stops half-way, or tells a name without its secret.
#[cfg(unix)]
pub fn all() -> Vec<Kept> {
    for _ in 0..100 {
        if let Some(all) = looked() {
            return all;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the key store is not still long enough to be read");
}

#[cfg(unix)]
fn looked() -> Option<Vec<Kept>> {
    let search = ["search", "--all", "--unlock", "service", "Hoitung"];
    let told = std::process::Command::new("secret-tool").args(search).output().unwrap();
    if !told.status.success() && !told.stderr.is_empty() {
        return None;
    }
    let lines = |bytes: Vec<u8>, key: &str| -> Vec<String> {
        let text = String::from_utf8(bytes).unwrap();
        text.lines().filter_map(|line| line.strip_prefix(key)).map(ToOwned::to_owned).collect()
    };
    // It tells secrets on the one, names on the other, both in the same order.
    let (secrets, names) = (lines(told.stdout, "secret = "), lines(told.stderr, "attribute.username = "));
    let is_whole = secrets.len() == names.len();
    is_whole.then(|| names.into_iter().zip(secrets).map(|(name, secret)| Kept { name, secret }).collect())
}

/// Where Wine keeps them. Windows hides its own file, and a call that lists them needs `unsafe`.
#[cfg(windows)]
pub fn all() -> Vec<Kept> {
    let Ok(store) = windows_registry::CURRENT_USER.open(r"Software\Wine\Credential Manager") else { return Vec::new() };
    let kept = |key: String| {
        let user = key.strip_prefix("Generic: ")?.strip_suffix(".Hoitung")?;
        let entry = keyring_core::Entry::new("Hoitung", user).unwrap();
        // Gone meanwhile: another test deletes its own.
        Some(Kept { name: user.to_owned(), secret: entry.get_password().ok()? })
    };
    assert!(keyring::Entry::store_status().is_ok());
    store.keys().unwrap().filter_map(kept).collect()
}
