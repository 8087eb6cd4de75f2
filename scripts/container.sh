#!/usr/bin/env bash
# The container that `hoitung-cli deploy` describes, built and run: its user, its secret in a mounted file, its one runner. On a
# Debian that debootstrap makes, for no registry of images is asked here. Part of ./test long; wants root.
. "$(dirname "$0")/common.sh"

[ "$(id -u)" -eq 0 ] || { echo "SKIPPED the container: only root builds one here"; exit 0; }
install_packages buildah debootstrap
cli=$CARGO_TARGET_DIR/debug/hoitung-cli
place=$(mktemp -d)
export BUILDAH_ISOLATION=chroot
storage=(--storage-driver vfs --root "$place/images" --runroot "$place/run")
image() { buildah "${storage[@]}" "$@"; }
trap 'kill $(jobs -p) 2>/dev/null || true; image rm --all >/dev/null 2>&1 || true; rm -rf "$place"' EXIT

base() {
  debootstrap --variant=minbase trixie "$place/debian" http://deb.debian.org/debian >"$place/debian.log" || { tail "$place/debian.log"; return 1; }
  local scratch
  scratch=$(image from scratch) && image copy -q "$scratch" "$place/debian" / >/dev/null &&
    image commit -q "$scratch" docker.io/library/debian:13-slim >/dev/null && image rm "$scratch" >/dev/null
}

# A company whose secret lies in a file, made by a real call.
company() {
  HOITUNG_HOME=$place/home "$cli" practice --app ready --json >"$place/practice.json" &
  soon "practice" test -s "$place/practice.json"
  told() { node -p "JSON.parse(require('fs').readFileSync('$place/practice.json', 'utf8').split('\n')[0]).$1"; }
  secret=$(told client_secret)
  mkdir "$place/secrets" && (umask 077 && printf %s "$secret" >"$place/secrets/$(told client_id).client-secret") &&
    HOITUNG_HOME=$place/home "$cli" connection add --name 示範 --region practice --corp-id "$(told corp_id)" --client-id "$(told client_id)" \
      --agent-id "$(told agent_id)" --secrets "$place/secrets" >/dev/null || return
  kill %1 && wait %1 || true
  HOITUNG_HOME=$place/home "$cli" deploy --connection 示範 --for container --out "$place/files" >/dev/null
}

build() {
  cp "$cli" "$place/files/" && strip "$place/files/hoitung-cli" && image bud -q --format docker --network host -t hoitung "$place/files"
}

# With compose.yaml's user, mounted secret and dropped rights, on the network of this computer, where practice is. Its read-only
# root and its ban on new privileges are not tried.
inside() { timeout 60 buildah "${storage[@]}" run --isolation chroot --network host --cap-drop all -v "$place/secrets:/run/secrets:ro" "$box" -- "$@"; }

runs() {
  box=$(image from hoitung)
  local root code=0
  root=$(image mount "$box")
  cp -a "$place/home/." "$root/var/lib/hoitung/" && chown -R 10001:10001 "$root/var/lib/hoitung" "$place/secrets" && chmod 0400 "$place"/secrets/* || return
  # mktemp's folder is root's alone.
  chmod 711 "$place" && chmod 755 "$place/secrets"
  is "its user" 10001:10001 "$(inside id -u):$(inside id -g)"
  is "its folder" "700 10001" "$(stat -c '%a %u' "$root/var/lib/hoitung")"
  is "no secret in what it is made of" "" "$(grep -rlF "$secret" "$place/files" || true)"
  inside hoitung-cli practice --json >"$place/practice.log" 2>&1 &
  soon "practice" test -s "$place/practice.log"
  inside hoitung-cli token --connection 示範 --json >"$place/token" || { cat "$place/token"; return 1; }
  inside hoitung-cli run --alive >/dev/null 2>&1 && return 1
  inside hoitung-cli run --json >"$place/runner.log" 2>&1 &
  soon "the runner" inside hoitung-cli run --alive
  inside hoitung-cli run --json >"$place/second.log" 2>&1 || code=$?
  is "a second runner" 4 "$code"
  chmod 0644 "$place"/secrets/*
  code=0
  inside hoitung-cli token --connection 示範 --json >"$place/token" 2>&1 || code=$?
  is "a secret that others may read" 4 "$code"
  is "no secret in what it said" "" "$(grep -lF "$secret" "$place"/{runner,second}.log "$place/token" || true)"
}
is() { [ "$2" = "$3" ] && echo "  ✓ $1: $3" || { echo "  ✗ $1: $3, not $2"; exit 1; }; }
soon() { # soon WHAT COMMAND…
  local what=$1 until=$((SECONDS + 30))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $until ] || { echo "  ✗ $what never came"; exit 1; }
    sleep 0.2
  done
}

step "A Debian to build on" "2 min" base
step "A company with its secret in a file" "5 s" company
step "The container: building" "30 s" build
step "The container: running" "30 s" runs
