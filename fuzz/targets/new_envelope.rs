//! An answer of the new gateway.
#![no_main]

mod envelope;

use dingtalk::fuzzing::Gateway;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| envelope::check(&[Gateway::New, Gateway::NewToken, Gateway::CorpToken], data));
