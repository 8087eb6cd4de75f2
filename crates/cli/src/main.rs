//! hoitung-cli: the engine without a window, for servers, schedulers and tests.
//!
//! Exit codes: 0 fine, 1 the answer is "no", 2 wrong use, 3 could not reach, 4 this machine.
//! With `--json` stdout holds one document, an answer or a failure; else answers go to stdout and failures to stderr.

mod arguments;
mod commands;
mod exit;
mod failure;
mod output;
mod stdin;
mod stop;

use std::process::ExitCode;

use anyhow::Context as _;
use words::Speaker;

use crate::arguments::Parsed;
use crate::exit::Exit;

fn main() -> anyhow::Result<ExitCode> {
    let given: Vec<_> = std::env::args_os().collect();
    let language = arguments::language(&given);
    let speaker = Speaker::new(language);
    let (request, format, secrets) = match arguments::parse(&given, speaker) {
        Parsed::Request(request, format, secrets) => (request, format, secrets),
        Parsed::Help(text) => {
            output::help(&text);
            return Ok(Exit::Fine.into());
        }
        Parsed::WrongUse(failure, format) => return Ok(output::failed(&failure, speaker, format)),
    };
    tell_panics(speaker);
    let runtime = tokio::runtime::Runtime::new().context("this machine gives no threads")?;
    let ending = runtime.block_on(commands::run(request, speaker, format, secrets));
    // A reader that stopped reading may hold a write for ever; who was asked to stop does not wait for it.
    runtime.shutdown_background();
    Ok(match ending {
        Ok(answer) => output::answered(&answer, format),
        Err(failure) => output::failed(&failure, speaker, format),
    })
}

/// S25: in words of ours, without what the panic quotes.
fn tell_panics(speaker: Speaker) {
    let Ok(home) = engine::Home::resolve() else { return };
    engine::log::tell_panics(&home, move || output::aside(&speaker.text("cli-panic")));
}
