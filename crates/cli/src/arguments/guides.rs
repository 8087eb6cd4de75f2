//! The grammar of the guides: listing them, reading one, taking a newer pack.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use engine::guide::GuidePlace;
use engine::setup::RegionChoice;
use words::Speaker;

use super::build::{group, leaf};
use super::request::{Request, named};

pub fn guides(speaker: Speaker) -> Command {
    let say = |id: &str| speaker.text(id);
    group(speaker, "guides", "cli-guides")
        .subcommand(leaf(speaker, "list", "cli-guides-list").arg(region(speaker)))
        .subcommand(
            leaf(speaker, "show", "cli-guides-show")
                .arg(
                    Arg::new("place")
                        .value_name("PLACE")
                        .required(true)
                        .value_parser(named::<GuidePlace>)
                        .help(say("cli-guides-place")),
                )
                .arg(region(speaker)),
        )
        .subcommand(
            leaf(speaker, "install", "cli-guides-install").arg(
                Arg::new("file")
                    .value_name("FILE")
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help(say("cli-guides-file")),
            ),
        )
}

pub fn list(given: &ArgMatches) -> Request {
    Request::GuidesList { region: region_given(given) }
}

pub fn show(given: &ArgMatches) -> Request {
    let place = given.get_one::<GuidePlace>("place").copied().unwrap_or(GuidePlace::Register);
    Request::GuidesShow { place, region: region_given(given) }
}

pub fn install(given: &ArgMatches) -> Request {
    Request::GuidesInstall { file: given.get_one::<PathBuf>("file").cloned().unwrap_or_default() }
}

fn region(speaker: Speaker) -> Arg {
    Arg::new("region")
        .long("region")
        .value_name("com|io")
        .value_parser(PossibleValuesParser::new(["com", "io"]))
        .hide_possible_values(true)
        .help(speaker.text("cli-guides-region"))
}

fn region_given(given: &ArgMatches) -> RegionChoice {
    match given.get_one::<String>("region").map(String::as_str) {
        Some("io") => RegionChoice::Io,
        Some(_) | None => RegionChoice::Com,
    }
}
