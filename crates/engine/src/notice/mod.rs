//! Work notices: the first message to one colleague, chosen from the staff list.

mod receipt;
mod recipients;
mod send;
