#!/usr/bin/env bash
# A Python environment in .venv with exactly the locked libraries, and the project itself, editable.
# PYTHON=/path/to/python picks the interpreter; otherwise the first one of 3.11 or newer that is found.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.venv

say() { printf '%s\n' "$*" >&2; }

is_new_enough() { command -v "$1" >/dev/null && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if is_new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
    say "Installing $* with apt-get …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq -o DPkg::Lock::Timeout=300 update
    apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" >/dev/null
}

if ! python=$(find_python); then
    may_install && [ -z "${PYTHON:-}" ] && apt_install python3 python3-venv
    if ! python=$(find_python); then
        say "Python 3.11 or newer is needed, and none was found (PYTHON=/path/to/python make … names one)."
        say "Debian, Ubuntu: sudo apt-get install python3 python3-venv    macOS: brew install python"
        exit 1
    fi
fi

if ! can_make_venv "$python"; then
    may_install && apt_install python3-venv
    if ! can_make_venv "$python"; then
        say "$python can't make environments: its venv module is missing."
        say "Debian, Ubuntu: sudo apt-get install python3-venv"
        exit 1
    fi
fi

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    say "Making $venv with $("$python" --version) …"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi

say "Installing the locked libraries into $venv …"
pip=("$venv/bin/python" -m pip -qq --disable-pip-version-check --no-input)
"${pip[@]}" install --require-hashes --requirement requirements/dev.txt
"${pip[@]}" install --no-deps --no-build-isolation --editable .
# So that the first run is as quick as the next ones, also where Python may not write its caches.
"$venv/bin/python" -m compileall -q src
