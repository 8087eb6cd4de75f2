//! How often programs call, as the server counts it.

pub mod calls;
