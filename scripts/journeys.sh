#!/usr/bin/env bash
# usage: scripts/journeys.sh FILE…
# The journeys, two at a time, each on a desktop of its own: they wait for the window more than they work. What one says is
# printed whole when it has ended. Fails when one did, after all have run.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" = --one ]; then
  said=$(mktemp)
  trap 'rm -f "$said"' EXIT
  result=0
  scripts/session.sh node --test --test-reporter=spec "$2" >"$said" 2>&1 || result=1
  # One at a time, or two would speak at once.
  (flock 9 && cat "$said") 9<"$0"
  exit $result
fi
printf '%s\0' "$@" | xargs -0 -n 1 -P 2 "$0" --one
