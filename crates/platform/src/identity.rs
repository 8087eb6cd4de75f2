//! Under which name Windows shows our notifications and groups our windows. Windows takes it from a shortcut in the Start
//! menu that carries it as a property, and from the process. Other systems know us by their own entries.

use std::io;

/// The same as Tauri's identifier, and as what the installer writes.
pub const ID: &str = "hk.hoitung.app";

/// The shortcut's name, without its ending. The installers make it.
pub const SHORTCUT: &str = "Hoitung 開通";

/// Gives our shortcut in the Start menu of this user our name.
///
/// # Errors
/// Of Windows: there is none, or it cannot be written.
pub fn name_shortcut() -> io::Result<()> {
    system::name_shortcut()
}

/// Whether a shortcut in the Start menu, this user's or everyone's, carries our name. Without one Windows shows nothing
/// that is sent under it.
pub fn is_known() -> bool {
    system::is_known()
}

/// Gives this process our name, where there is a shortcut of that name; else Windows would show neither's picture.
pub fn name_process() {
    if is_known() {
        system::name_process();
    }
}

/// Removes what Windows noted about our notifications: whether they are wanted, and how. A trace, and nothing that works.
pub fn forget_notices() {
    system::forget_notices();
}

#[cfg(windows)]
#[allow(unsafe_code, reason = "Windows is called through pointers")]
mod system {
    use std::io;
    use std::mem::ManuallyDrop;
    use std::path::PathBuf;

    use windows::Win32::Storage::EnhancedStorage::PKEY_AppUserModel_ID;
    use windows::Win32::System::Com::StructuredStorage::{
        PROPVARIANT, PROPVARIANT_0, PROPVARIANT_0_0, PROPVARIANT_0_0_0,
    };
    use windows::Win32::System::Com::{COINIT_APARTMENTTHREADED, CoInitializeEx, CoTaskMemFree};
    use windows::Win32::System::Variant::VT_LPWSTR;
    use windows::Win32::UI::Shell::PropertiesSystem::{
        GETPROPERTYSTOREFLAGS, GPS_DEFAULT, GPS_READWRITE, IPropertyStore, SHGetPropertyStoreFromParsingName,
    };
    use windows::Win32::UI::Shell::{
        FOLDERID_CommonPrograms, FOLDERID_Programs, KF_FLAG_DEFAULT, SHGetKnownFolderPath, SHStrDupW,
        SetCurrentProcessExplicitAppUserModelID,
    };
    use windows::core::{GUID, HSTRING, Result};
    use windows_registry::CURRENT_USER;

    use super::{ID, SHORTCUT};

    const NOTICES: &str = r"Software\Microsoft\Windows\CurrentVersion\Notifications\Settings";

    pub fn forget_notices() {
        let _ = CURRENT_USER.remove_tree(format!(r"{NOTICES}\{ID}"));
    }

    pub fn name_shortcut() -> io::Result<()> {
        let named = || -> Result<()> {
            let store = properties(&FOLDERID_Programs, GPS_READWRITE)?;
            let name = text(ID)?;
            // SAFETY: both structures live on, and Windows copies the value.
            unsafe { store.SetValue(&PKEY_AppUserModel_ID, &raw const name) }?;
            // SAFETY: an interface that Windows handed out.
            unsafe { store.Commit() }
        };
        named().map_err(io::Error::from)
    }

    pub fn is_known() -> bool {
        [FOLDERID_Programs, FOLDERID_CommonPrograms].iter().any(|folder| {
            let Ok(store) = properties(folder, GPS_DEFAULT) else { return false };
            // SAFETY: an interface that Windows handed out, and a key that lives for ever.
            let found = unsafe { store.GetValue(&PKEY_AppUserModel_ID) };
            found.is_ok_and(|found| found.to_string() == ID)
        })
    }

    pub fn name_process() {
        // SAFETY: the text lives on for the call. Without the name the windows are grouped by their program.
        let _ = unsafe { SetCurrentProcessExplicitAppUserModelID(&HSTRING::from(ID)) };
    }

    fn properties(folder: &GUID, flags: GETPROPERTYSTOREFLAGS) -> Result<IPropertyStore> {
        // SAFETY: may be asked for again on any thread; a thread that is of the other kind already serves as well.
        let _ = unsafe { CoInitializeEx(None, COINIT_APARTMENTTHREADED) };
        let path = HSTRING::from(shortcut(folder)?.as_os_str());
        // SAFETY: the path lives on for the call.
        unsafe { SHGetPropertyStoreFromParsingName(&path, None, flags) }
    }

    fn shortcut(folder: &GUID) -> Result<PathBuf> {
        // SAFETY: the id lives on for the call.
        let found = unsafe { SHGetKnownFolderPath(folder, KF_FLAG_DEFAULT, None) }?;
        // SAFETY: Windows ends its text with a zero.
        let dir = unsafe { found.to_string() };
        // SAFETY: Windows says that its text is freed so, once.
        unsafe { CoTaskMemFree(Some(found.as_ptr().cast_const().cast())) };
        Ok(PathBuf::from(dir.map_err(|_| windows::core::Error::empty())?).join(format!("{SHORTCUT}.lnk")))
    }

    /// The kind of text that this property is documented to hold. Dropping it frees the text.
    fn text(value: &str) -> Result<PROPVARIANT> {
        // SAFETY: the text is copied.
        let copy = unsafe { SHStrDupW(&HSTRING::from(value)) }?;
        let inner =
            PROPVARIANT_0_0 { vt: VT_LPWSTR, Anonymous: PROPVARIANT_0_0_0 { pwszVal: copy }, ..Default::default() };
        Ok(PROPVARIANT { Anonymous: PROPVARIANT_0 { Anonymous: ManuallyDrop::new(inner) } })
    }
}

#[cfg(not(windows))]
mod system {
    use std::io;

    pub fn name_shortcut() -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn is_known() -> bool {
        false
    }

    pub fn forget_notices() {}

    pub fn name_process() {}
}
