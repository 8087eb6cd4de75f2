//! S25: a panic is told by its place alone. Its text may quote a name, a key, or a message.

use std::path::Path;
use std::sync::Arc;

use super::entry::plain;
use super::{Event, Log};
use crate::clock::SystemClock;
use crate::home::Home;

/// From here on every panic of this process is one line of the log, and `also` is done.
pub fn tell_panics(home: &Home, also: impl Fn() + Send + Sync + 'static) {
    let log = Log::new(&home.logs_dir(), Arc::new(SystemClock));
    std::panic::set_hook(Box::new(move |panic| {
        let (file, line) = panic.location().map_or((String::new(), 0), |place| (short(place.file()), place.line()));
        log.write(Event::Panic { file, line });
        also();
    }));
}

/// Without the folders of whoever built the program.
fn short(file: &str) -> String {
    let path = Path::new(file);
    let kept: Vec<_> = path.iter().rev().take(3).map(|part| part.to_string_lossy()).collect();
    plain(&kept.into_iter().rev().collect::<Vec<_>>().join("/"), 120)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn the_place_of_a_panic_names_no_folder_of_the_builder() {
        assert_eq!(short("/build/hoitung/crates/engine/src/store/mod.rs"), "src/store/mod.rs");
        assert_eq!(short("lib.rs"), "lib.rs");
    }
}
