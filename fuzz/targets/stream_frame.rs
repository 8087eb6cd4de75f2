//! A frame of Stream mode.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| dingtalk::fuzzing::read_frame(text));
