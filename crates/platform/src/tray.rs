//! Whether an icon in the desktop's tray can be made at all. On Linux a library draws it, which may not be there; asking
//! for it without looking first would end the program.

/// Whether the desktop's library for it is there.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "loading a library runs its initialisers")]
pub fn has_library() -> bool {
    // The names that the tray's crate tries, in its order.
    const NAMES: [&str; 4] = [
        "libayatana-appindicator3.so.1",
        "libappindicator3.so.1",
        "libayatana-appindicator3.so",
        "libappindicator3.so",
    ];
    NAMES.into_iter().any(|name| {
        // SAFETY: the desktop's own library, by its plain name, which the tray loads in the same way a moment later. Its
        // initialisers do no more than register types.
        unsafe { libloading::Library::new(name) }.is_ok()
    })
}

#[cfg(not(target_os = "linux"))]
pub fn has_library() -> bool {
    true
}
