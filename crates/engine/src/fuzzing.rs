//! A door for the fuzz target in `/fuzz`. Behind a feature, and no part of the API.

/// The letters of each key that smart paste finds in a page.
pub fn smart_paste(page: &str) -> Vec<usize> {
    crate::keys::lengths_found(page)
}
