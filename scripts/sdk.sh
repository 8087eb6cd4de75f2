#!/usr/bin/env bash
# scripts/sdk.sh [pytest arguments]   DingTalk's official SDKs, unmodified, against the practice server. Nothing leaves
# this machine but what pip fetches once, each file checked against its hash.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

judges=$HOITUNG_CACHE/sdk

python=$(command -v python3) || fail "Python 3.9 or newer is needed: https://www.python.org"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' || fail "Python 3.9 or newer is needed (found: $("$python" --version))"

# Made anew when a list or the Python changes.
lock=$({ cat tests/sdk/build.txt tests/sdk/requirements.txt && "$python" -c 'import sys; print(sys.version)'; } | sha256sum)
if [ "$(cat "$judges/lock" 2>/dev/null)" != "$lock" ]; then
  rm -rf "$judges"
  "$python" -m venv "$judges"
  install() { "$judges/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes "$@"; }
  install --only-binary :all: -r tests/sdk/build.txt
  # Without isolation: an isolated build would fetch its tools unpinned.
  install --no-build-isolation -r tests/sdk/requirements.txt
  printf '%s\n' "$lock" >"$judges/lock"
fi

cargo build --locked --quiet -p cli -p dingtalk --bin hoitung-cli --example call

# No proxy, no plugins of this machine's, no bytecode among the tests.
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
export NO_PROXY='*' PYTHONDONTWRITEBYTECODE=1 PYTEST_DISABLE_PLUGIN_AUTOLOAD=1
export HOITUNG_CLI=$CARGO_TARGET_DIR/debug/hoitung-cli HOITUNG_CALL=$CARGO_TARGET_DIR/debug/examples/call
exec "$judges/bin/python" -m pytest -c tests/sdk/pytest.ini --rootdir tests/sdk tests/sdk "$@"
