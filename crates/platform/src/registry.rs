//! Windows' registry: what is not there, told from what cannot be read or written.

use std::io;

use windows_registry::Result;

/// What is not there is no failure.
pub fn found<T>(answer: Result<T>) -> io::Result<Option<T>> {
    match answer.map_err(told) {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The registry's calls wrap the system's number; the lower half is that number again.
pub fn told(error: impl Into<io::Error>) -> io::Error {
    let error = error.into();
    match error.raw_os_error() {
        Some(number) => io::Error::from_raw_os_error(number & 0xffff),
        None => error,
    }
}
