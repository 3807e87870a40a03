#!/usr/bin/env bash
# Makes sure that Chromium is there. The browser tests drive it over the real web app; the product does without.
# As root on Debian or Ubuntu: installs it (about half a minute). Otherwise: says how, and fails.
# With --path: prints where it is.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

find_it() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

give_up() {
    say "Chromium is not installed. The browser tests drive it over the web app."
    say "    Debian, Ubuntu: sudo apt-get install --no-install-recommends chromium fonts-dejavu-core"
    say "    Fedora:         sudo dnf install chromium"
    say "Without it: make quick (everything but the tests that need LibreOffice, servers or a browser)."
    exit 1
}

[ "${1:-}" = --path ] && { find_it || give_up; exit 0; }
find_it >/dev/null && exit 0
{ [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; } || give_up

say "Installing Chromium for the browser tests (about half a minute) …"
export DEBIAN_FRONTEND=noninteractive
{
    apt-get -qq -o DPkg::Lock::Timeout=300 update &&
        apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium fonts-dejavu-core >/dev/null
} || true
find_it >/dev/null || give_up
