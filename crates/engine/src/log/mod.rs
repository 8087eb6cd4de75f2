//! What happened, for whoever has to find out why: one line of JSON each, in the home's `logs`. Nothing but what stands
//! in `Entry` can be written, and none of its fields can hold a person, a key or an address's query.

mod book;
mod entry;
mod panics;
mod view;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use dingtalk::Exchange;
use serde::Serialize;

pub use entry::Program;
pub(crate) use entry::{Entry, Event};
pub use panics::tell_panics;
pub use view::LogsView;

use crate::clock::{Clock, stamp};
use crate::engine::locked;
use crate::problem::{Problem, ProblemCode, travels_as};
use book::Book;

/// The log of one process. Others may write into the same files.
#[derive(Clone)]
pub(crate) struct Log {
    book: Arc<Book>,
    clock: Arc<dyn Clock>,
    program: Program,
    /// F59: why nothing is written any more.
    stopped: Arc<Mutex<Option<Problem>>>,
    /// The folder is being taken away.
    closed: Arc<AtomicBool>,
}

impl Log {
    pub fn new(dir: &Path, clock: Arc<dyn Clock>) -> Self {
        Self {
            book: Arc::new(Book::new(dir)),
            clock,
            program: Program::this(),
            stopped: Arc::default(),
            closed: Arc::default(),
        }
    }

    pub fn dir(&self) -> &Path {
        self.book.dir()
    }

    /// A log that cannot be written stops nothing but itself; each line tries again, so that it goes on by itself.
    pub fn write(&self, event: Event) {
        if self.closed.load(Ordering::Relaxed) {
            return;
        }
        let entry = Entry { at: stamp(self.clock.now()), program: self.program, event };
        let written = self.book.write(&entry);
        *locked(&self.stopped) = written.err().map(|error| crate::store::file_problem(&error));
    }

    pub fn problem(&self, code: ProblemCode, during: &impl Serialize) {
        self.write(Event::Problem { code, during: travels_as(during) });
    }

    pub fn exchange(&self, exchange: &Exchange) {
        self.write(Event::of(exchange));
    }

    pub fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    pub fn stopped(&self) -> Option<Problem> {
        locked(&self.stopped).clone()
    }

    /// Newest file first.
    pub fn files(&self) -> Vec<PathBuf> {
        self.book.files()
    }

    /// # Errors
    /// Of the disk.
    pub fn clear(&self) -> std::io::Result<()> {
        self.book.clear()
    }
}
