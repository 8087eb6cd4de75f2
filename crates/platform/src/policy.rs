//! What whoever manages this computer wrote down for Hoitung, as it stands there. What it means is the engine's business.
//!
//! On Windows two keys of the registry, `Software\Policies\Hoitung` of the machine and of the user: Windows lets
//! administrators alone write below `Policies`. Elsewhere `/etc/hoitung/policy.json`, which root alone writes. No variable
//! and no argument leads anywhere else: whoever could set one could get rid of a policy.

#[cfg(any(not(windows), test))]
mod file;
#[cfg(windows)]
mod registry;

/// Who a policy was written for. What holds for the machine goes before what holds for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Machine,
    User,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub place: Place,
    pub name: String,
    /// None for what is no text: a number, a list.
    pub value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The machine's first.
    pub entries: Vec<Entry>,
    /// Something is there, and it cannot be read.
    pub unreadable: Vec<Place>,
}

/// Everything that is there now.
pub fn read() -> Found {
    #[cfg(windows)]
    return registry::read();
    #[cfg(not(windows))]
    file::read(std::path::Path::new(file::PATH))
}

/// Where whoever manages the computer finds it.
pub fn location(place: Place) -> &'static str {
    #[cfg(windows)]
    return match place {
        Place::Machine => r"HKEY_LOCAL_MACHINE\Software\Policies\Hoitung",
        Place::User => r"HKEY_CURRENT_USER\Software\Policies\Hoitung",
    };
    #[cfg(not(windows))]
    match place {
        Place::Machine | Place::User => file::PATH,
    }
}
