# Sourced by run and test: what both need from a bare machine. Bash; Debian's apt where something must be installed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export HOITUNG_CACHE=${HOITUNG_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/hoitung}
export CARGO_TARGET_DIR=$HOITUNG_CACHE/target
export NPM_CONFIG_CACHE=$HOITUNG_CACHE/npm
export NPM_CONFIG_UPDATE_NOTIFIER=false
mkdir -p "$HOITUNG_CACHE"
cd "$root"

say() { printf '\n\033[1m▸ %s\033[0m\n' "$*"; }
fail() {
  printf '\n✗ %s\n' "$*" >&2
  exit 1
}

# step "what" "about how long" command…   Says what it does, and how long it really took.
step() {
  local what=$1 about=$2 began=$SECONDS
  shift 2
  say "$what (about $about)"
  "$@" || fail "$what: failed"
  printf '  ✓ %s: %d s\n' "$what" $((SECONDS - began))
}

at_least() { printf '%s\n%s\n' "$1" "$2" | sort -V -C; }

check_tools() {
  local rust node
  rust=$(rustc --version 2>/dev/null | awk '{print $2}') || true
  if [ -z "${rust:-}" ] || ! at_least 1.95 "$rust"; then
    fail "Rust 1.95 or newer is needed (found: ${rust:-none}). Get it from https://rustup.rs, then run this again."
  fi
  node=$(node --version 2>/dev/null | tr -d v) || true
  if [ -z "${node:-}" ] || ! at_least 20.19 "$node"; then
    fail "Node 20.19 or newer is needed (found: ${node:-none}). Get it from https://nodejs.org, then run this again."
  fi
  command -v npm >/dev/null || fail "npm is needed; it comes with Node: https://nodejs.org"
}

# install_packages package…   Only what is missing; nothing at all on a machine that has them.
install_packages() {
  local missing=() package
  command -v apt-get >/dev/null || {
    say "No apt-get here: please see to it that these are installed: $*"
    return 0
  }
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  # The tests start a squid of their own; the package's service would be an open door that nobody asked for.
  case " ${missing[*]} " in *" squid-openssl "*) mask_service squid ;; esac
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  say "Installing system packages (about 2 min): ${missing[*]}"
  "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=540 update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -o DPkg::Lock::Timeout=540 install -y --no-install-recommends "${missing[@]}"
}

mask_service() {
  [ -d /run/systemd/system ] || return 0
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" systemctl mask --quiet "$1"
}

build_packages=(build-essential pkg-config libwebkit2gtk-4.1-dev libayatana-appindicator3-dev)
test_packages=(xvfb xauth webkit2gtk-driver gnome-keyring dbus dbus-x11 libglib2.0-bin libsecret-tools fonts-noto-cjk fonts-dejavu-core chromium xclip procps python3-venv squid-openssl xdotool faketime dunst strace python3-dbus python3-gi systemd libxml2-utils minisign)

install_pages() {
  local stamp=node_modules/.hoitung-lock
  if ! cmp -s package-lock.json "$stamp"; then
    # One npm install was once seen to hang: a bound and one retry.
    timeout 600 npm ci --no-fund --no-audit --ignore-scripts || timeout 600 npm ci --no-fund --no-audit --ignore-scripts
    cp package-lock.json "$stamp"
  fi
}

build_pages() { npm run --silent build -w ui; }
build_window() { cargo build --locked -p hoitung -p cli; }
