#!/usr/bin/env bash
# Makes sure that LibreOffice Writer and pdftoppm are there. They open and draw what the product writes; the product does without.
# As root on Debian or Ubuntu: installs them (about a minute). Otherwise: says how, and fails.
# With --optional: the same, but never fails.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

is_there() { { command -v soffice || command -v libreoffice; } >/dev/null && command -v pdftoppm >/dev/null; }

give_up() {
    say "LibreOffice (Writer) and pdftoppm are not installed. They open and draw the documents that this project writes."
    say "    Debian, Ubuntu: sudo apt-get install --no-install-recommends libreoffice-writer poppler-utils fonts-liberation fonts-dejavu-core fonts-crosextra-carlito fonts-crosextra-caladea"
    say "    Fedora:         sudo dnf install libreoffice-writer poppler-utils"
    say "    macOS:          brew install --cask libreoffice && brew install poppler"
    [ "${1:-}" = --optional ] && exit 0
    say "Without them: make quick (everything but the tests that open documents with LibreOffice)."
    exit 1
}

is_there && exit 0
{ [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; } || give_up "$@"

say "Installing LibreOffice Writer to open and draw documents (about a minute) …"
export DEBIAN_FRONTEND=noninteractive
{
    apt-get -qq -o DPkg::Lock::Timeout=300 update &&
        apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends \
            libreoffice-writer poppler-utils fonts-liberation fonts-dejavu-core fonts-crosextra-carlito fonts-crosextra-caladea >/dev/null
} || true
is_there || give_up "$@"
