#!/usr/bin/env bash
# usage: scripts/session.sh COMMAND…
# A private desktop for COMMAND: a virtual screen, a session bus, an unlocked key store and a home of its own,
# all thrown away afterwards. Nothing of the real user's is read or written.
set -euo pipefail

place=$(mktemp -d "${TMPDIR:-/tmp}/hoitung-session.XXXXXX")
screen=
cleanup() {
  [ -n "$screen" ] && kill "$screen" 2>/dev/null || true
  rm -rf "$place"
}
trap cleanup EXIT

# The caches and toolchains of the caller stay where they are; only what a program writes for its user moves.
export CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup}
export HOME=$place/home XDG_RUNTIME_DIR=$place/run TMPDIR=$place/tmp
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS HOITUNG_HOME
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR" && mkdir "$TMPDIR"
# Passed through, not read: a proxy of the tests runs as a user of its own.
chmod 711 "$place"

# -displayfd lets Xvfb choose a free number and say when it is ready; fixed numbers race between two runs.
for attempt in 1 2 3; do
  rm -f "$place/display" && mkfifo "$place/display"
  Xvfb -displayfd 3 -screen 0 "${HOITUNG_SCREEN:-1400x900x24}" -nolisten tcp 3<>"$place/display" >"$place/xvfb.log" 2>&1 &
  screen=$!
  exec 4<>"$place/display"
  if read -r -t 30 number <&4; then break; fi
  kill "$screen" 2>/dev/null || true
  [ "$attempt" = 3 ] && { cat "$place/xvfb.log" >&2; exit 1; }
done
exec 4>&-
export DISPLAY=:$number NO_AT_BRIDGE=1 HOITUNG_TEST_SESSION=1
# There is no graphics card behind this screen: to imitate one, a compiler would first make its programs, for half a second a window.
export WEBKIT_SKIA_ENABLE_CPU_RENDERING=1

# Only COMMAND speaks: the bus and what it starts have nothing to say to a reader.
dbus-run-session -- bash -c '
  # An empty line as the password: an empty input is refused, a newline is not.
  eval "$(printf "\n" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
  export GNOME_KEYRING_CONTROL
  gdbus wait --session --timeout 20 org.freedesktop.secrets
  "$@" 2>&5' session "$@" 5>&2 2>/dev/null
