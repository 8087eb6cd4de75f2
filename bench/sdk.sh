#!/usr/bin/env bash
# bench/sdk.sh [ROUNDS [COUNT]]   Our client against the official SDKs, over loopback; by hand, in no check.
# The SDKs are those that scripts/sdk.sh installs; HOITUNG_SDK_PYTHON names another Python that has them.
target=${CARGO_TARGET_DIR:-}
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/common.sh"
[ -z "$target" ] || export CARGO_TARGET_DIR=$target

python=${HOITUNG_SDK_PYTHON:-$HOITUNG_CACHE/sdk/bin/python}
[ -x "$python" ] || fail "The SDKs are not here yet. Run scripts/sdk.sh once: it installs them."
cargo build --locked --release --quiet -p cli -p bench

unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
export NO_PROXY='*' PYTHONDONTWRITEBYTECODE=1
printf '%s processors, load %s\n\n' "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"
exec "$python" bench/compare.py "$CARGO_TARGET_DIR/release/hoitung-cli" "$CARGO_TARGET_DIR/release/bench" "${1:-9}" "${2:-200}"
