# What web/run and tests/run share; they source it at the top of the checkout.

# install_missing NAME=PACKAGE …: installs with apt-get the packages of those commands (or files, or globs) that are not there.
install_missing() {
  local packages=() entry name
  for entry in "$@"; do
    name=${entry%%=*}
    command -v "$name" >/dev/null || compgen -G "$name" >/dev/null || packages+=("${entry#*=}")
  done
  [ ${#packages[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "please install, as root: ${packages[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  echo "Installing ${packages[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" |
    grep -c '^Setting up' | sed 's/$/ packages installed/'
}

build_tools=(cmake=cmake ninja=ninja-build python3=python3 /usr/include/nlohmann/json.hpp=nlohmann-json3-dev)
web_tools=("${build_tools[@]}" emcc=emscripten node=nodejs terser=terser brotli=brotli)
native_tools=("${build_tools[@]}" clang++=clang /usr/include/doctest/doctest.h=doctest-dev
  '/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.asan*.a=libclang-rt-dev')
style_tools=("${native_tools[@]}" clang-format=clang-format clang-tidy=clang-tidy)
browser_tools=("${web_tools[@]}" npm=npm chromium=chromium firefox-esr=firefox-esr Xvfb=xvfb
  '/usr/share/fonts/opentype/noto/NotoSansCJK-*=fonts-noto-cjk'
  '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf=fonts-noto-color-emoji'
  /etc/ssl/certs/ca-certificates.crt=ca-certificates)

# build PRESET [TARGET…]: configures where needed and builds; quiet unless something goes wrong or is worth a warning.
build() {
  local preset=$1
  shift
  echo "Building $preset"
  cmake --preset "$preset" --log-level=WARNING >/dev/null
  cmake --build --preset "$preset" ${1:+--target "$@"} -- --quiet
}
