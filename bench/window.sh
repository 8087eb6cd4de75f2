#!/usr/bin/env bash
# bench/window.sh [PAIRS [SECONDS]]   Our window against an empty Tauri window: start, memory, and what both cost while nobody
# looks. By hand, in no check, with nothing else running.
target=${CARGO_TARGET_DIR:-}
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/common.sh"
[ -z "$target" ] || export CARGO_TARGET_DIR=$target

install_packages "${build_packages[@]}" "${test_packages[@]}"
install_pages
build_pages
cargo build --locked --release --quiet -p hoitung -p floor
printf '%s processors, load %s\n\n' "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"
exec scripts/session.sh node bench/window/compare.mjs "$CARGO_TARGET_DIR/release" "${1:-15}" "${2:-60}"
