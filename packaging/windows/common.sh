# Sourced by the scripts beside it: where the Windows toolchain is, and what a checkout builds with it.
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"

windows=$root/packaging/windows
# A fixed path outside the checkout: it is part of the compiler's flags, so another one would compile everything again.
toolchain=$HOITUNG_CACHE/windows
target=x86_64-pc-windows-gnu
# Where what is installed lies: what ships, or what the tests made for themselves.
built=${HOITUNG_BUILT:-$root/target/windows}

windows_packages=(rustc-web cargo-web rust-web-src rust-web-clippy gcc-mingw-w64-x86-64-win32 g++-mingw-w64-x86-64-win32 lld-22 wine wine64 fonts-wine locales xvfb xauth nsis wixl msitools imagemagick)

# Makes what is missing, then points cargo at it.
use_toolchain() {
  "$windows/setup"
  . "$toolchain/env.sh"
}

# loader PROFILE: the one DLL that our window needs beside it.
loader() {
  find "$CARGO_TARGET_DIR/$target/$1/build" -path '*/out/x64/WebView2Loader.dll' -print -quit
}
