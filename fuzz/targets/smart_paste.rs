//! A page that somebody pasted. Whatever is found in it was in it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|page: &str| {
    let letters = page.chars().count();
    assert!(engine::fuzzing::smart_paste(page).iter().all(|length| (1..=letters).contains(length)));
});
