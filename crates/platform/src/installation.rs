//! Who has put the program on this computer, and whether a window of it is open there now.

/// IT has installed it for everybody, as the MSI notes. A copy of one person's own is then updated by nobody.
pub fn is_for_all() -> bool {
    system::is_for_all()
}

/// Whether the one window of this user's is open, or its program in the tray.
pub fn is_open() -> bool {
    system::is_open()
}

/// Has the one that runs asked to end by `ask`, and waits until its process is gone: what asks it hears only that it was told.
/// True when none is left.
#[cfg(windows)]
pub fn ended_by(ask: impl FnOnce() -> bool, patience: std::time::Duration) -> bool {
    system::ended_by(ask, patience)
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
    use std::time::Duration;

    use windows_registry::LOCAL_MACHINE;
    use windows_sys::Win32::Foundation::{CloseHandle, FALSE, HANDLE, WAIT_OBJECT_0};
    use windows_sys::Win32::System::SystemInformation::GetSystemDirectoryW;
    use windows_sys::Win32::System::Threading::{
        OpenMutexW, OpenProcess, PROCESS_SYNCHRONIZE, SYNCHRONIZATION_SYNCHRONIZE, WaitForSingleObject,
    };
    use windows_sys::Win32::UI::WindowsAndMessaging::{FindWindowW, GetWindowThreadProcessId};

    use crate::identity;

    /// packaging/windows/installer/hoitung.wxs
    const MARK: &str = r"Software\Hoitung";

    pub fn is_for_all() -> bool {
        LOCAL_MACHINE.open(MARK).and_then(|key| key.get_string("InstallLocation")).is_ok_and(|place| !place.is_empty())
    }

    /// Closed when dropped.
    struct Held(HANDLE);

    impl Held {
        fn new(handle: HANDLE) -> Option<Self> {
            (!handle.is_null()).then_some(Self(handle))
        }
    }

    impl Drop for Held {
        fn drop(&mut self) {
            // SAFETY: a handle that Windows has given, closed once.
            unsafe { CloseHandle(self.0) };
        }
    }

    /// A name that Tauri's plugin for a single instance gives what is its own.
    fn name(ending: &str) -> Vec<u16> {
        format!("{}-{ending}\0", identity::ID).encode_utf16().collect()
    }

    /// It holds this as long as it runs.
    pub fn is_open() -> bool {
        let name = name("sim");
        // SAFETY: the name lives on for the call, and ends with a zero.
        Held::new(unsafe { OpenMutexW(SYNCHRONIZATION_SYNCHRONIZE, FALSE, name.as_ptr()) }).is_some()
    }

    pub fn ended_by(ask: impl FnOnce() -> bool, patience: Duration) -> bool {
        // Before it is asked: afterwards nobody could find it any more.
        let process = process();
        if !ask() {
            return false;
        }
        let limit = u32::try_from(patience.as_millis()).unwrap_or(u32::MAX - 1);
        // SAFETY: the handle lives on for the call.
        process.is_none_or(|held| unsafe { WaitForSingleObject(held.0, limit) } == WAIT_OBJECT_0)
    }

    /// Of the window that the plugin hears others by.
    fn process() -> Option<Held> {
        let (class, title) = (name("sic"), name("siw"));
        let mut id = 0;
        // SAFETY: both names live on for the call, and end with a zero.
        let window = unsafe { FindWindowW(class.as_ptr(), title.as_ptr()) };
        // SAFETY: Windows looks whether there is such a window, and writes one number.
        if window.is_null() || unsafe { GetWindowThreadProcessId(window, &raw mut id) } == 0 {
            return None;
        }
        // SAFETY: it takes numbers.
        Held::new(unsafe { OpenProcess(PROCESS_SYNCHRONIZE, FALSE, id) })
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
