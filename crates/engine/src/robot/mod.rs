//! Group robots: their form, and the trial of their security by the message a person approved.

mod command;
mod webhook;

pub(crate) use webhook::read_webhook;
