#!/usr/bin/env bash
# Runs each fuzz target for HOITUNG_FUZZ_SECONDS (60), where there is a nightly compiler; says aloud if there is none.
. "$(dirname "$0")/common.sh"

seconds=${HOITUNG_FUZZ_SECONDS:-60}
version=0.13.2
tools=$HOITUNG_CACHE/tools

if ! cargo +nightly --version >/dev/null 2>&1; then
  say "FUZZING SKIPPED: there is no nightly compiler. Get one with: rustup toolchain install nightly --profile minimal"
  exit 0
fi
if ! "$tools/bin/cargo-fuzz" --version 2>/dev/null | grep -qF "$version"; then
  say "Building cargo-fuzz $version (about 5 min)"
  CARGO_TARGET_DIR=$HOITUNG_CACHE/target-tools cargo install --quiet --locked --root "$tools" cargo-fuzz --version "$version" ||
    fail "cargo-fuzz could not be built"
fi

dictionary() {
  case $1 in
    old_envelope | new_envelope) echo envelope ;;
    stream_frame) echo stream ;;
    smart_paste) echo paste ;;
  esac
}

fuzz() {
  local target=$1 words corpus
  words=$(dictionary "$target")
  corpus=$HOITUNG_CACHE/fuzz/$target
  mkdir -p "$corpus"
  PATH=$tools/bin:$PATH CARGO_TARGET_DIR=$HOITUNG_CACHE/target-fuzz cargo +nightly fuzz run "$target" "$corpus" -- \
    -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    ${words:+-dict="$root/fuzz/dictionaries/$words.txt"} >"$corpus.log" 2>&1 || {
    tail -n 60 "$corpus.log"
    return 1
  }
  grep -E 'number_of_executed_units|peak_rss' "$corpus.log" | sed 's/^/  /'
}

targets=(callback_decrypt old_envelope new_envelope stream_frame smart_paste)
for target in "${@:-${targets[@]}}"; do
  step "Fuzzing $target" "$seconds s, and 5 min to build the first time" fuzz "$target"
done
