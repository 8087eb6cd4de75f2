//! Who has put the program on this computer, and whether a window of it is open there now.

/// IT has installed it for everybody, as the MSI notes. A copy of one person's own is then updated by nobody.
pub fn is_for_all() -> bool {
    system::is_for_all()
}

/// Whether the one window of this user's is open, or its program in the tray.
pub fn is_open() -> bool {
    system::is_open()
}

/// Where Windows keeps its own tools, by Windows' own word: a variable could be anybody's.
#[cfg(windows)]
pub fn system_folder() -> Option<std::path::PathBuf> {
    system::folder()
}

#[cfg(windows)]
#[allow(unsafe_code, reason = "Windows is called through pointers")]
mod system {
    use std::ffi::OsString;
    use std::os::windows::ffi::OsStringExt as _;
    use std::path::PathBuf;

    use windows_registry::LOCAL_MACHINE;
    use windows_sys::Win32::Foundation::{CloseHandle, FALSE};
    use windows_sys::Win32::System::SystemInformation::GetSystemDirectoryW;
    use windows_sys::Win32::System::Threading::{OpenMutexW, SYNCHRONIZATION_SYNCHRONIZE};

    use crate::identity;

    /// packaging/windows/installer/hoitung.wxs
    const MARK: &str = r"Software\Hoitung";

    pub fn is_for_all() -> bool {
        LOCAL_MACHINE.open(MARK).and_then(|key| key.get_string("InstallLocation")).is_ok_and(|place| !place.is_empty())
    }

    /// By the name that Tauri's plugin for a single instance holds as long as it runs.
    pub fn is_open() -> bool {
        let name: Vec<u16> = format!("{}-sim\0", identity::ID).encode_utf16().collect();
        // SAFETY: the name lives on for the call, and ends with a zero.
        let held = unsafe { OpenMutexW(SYNCHRONIZATION_SYNCHRONIZE, FALSE, name.as_ptr()) };
        if held.is_null() {
            return false;
        }
        // SAFETY: a handle that Windows has just given, closed once.
        unsafe { CloseHandle(held) };
        true
    }

    pub fn folder() -> Option<PathBuf> {
        let mut path = [0_u16; 260];
        // SAFETY: Windows writes no more than the room that it is told of.
        let length = unsafe { GetSystemDirectoryW(path.as_mut_ptr(), 260) } as usize;
        (1..path.len()).contains(&length).then(|| OsString::from_wide(&path[..length]).into())
    }
}

#[cfg(not(windows))]
mod system {
    pub fn is_for_all() -> bool {
        false
    }

    pub fn is_open() -> bool {
        false
    }
}
