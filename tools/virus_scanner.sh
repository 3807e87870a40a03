#!/usr/bin/env bash
# A real ClamAV daemon for tests, on a socket in a folder of its own, with two signatures of our own and none of a network.
#     tools/virus_scanner.sh check          makes sure that its program is there (as root on Debian: installs it)
#     tools/virus_scanner.sh start FOLDER [LINE …]   starts it with more lines of its clamd.conf; prints CLAMD_URL=…
#     tools/virus_scanner.sh stop FOLDER    stops what was started in that folder, and nothing else
# It finds the test file of EICAR, and the words that `make_signatures` has, also within archives.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

find_clamd() {
    command -v clamd || {
        local each
        for each in /usr/sbin/clamd /usr/local/sbin/clamd /opt/homebrew/sbin/clamd; do
            [ -x "$each" ] && echo "$each" && return
        done
        return 1
    }
}

check() {
    if ! find_clamd >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing clamav-daemon for the tests (8 MB, without the signatures of ClamAV) …"
        export DEBIAN_FRONTEND=noninteractive
        # Nothing is to be started as a service of the machine.
        { apt-get -qq -o DPkg::Lock::Timeout=300 update &&
            RUNLEVEL=1 apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends clamav-daemon >/dev/null; } >&2 || true
    fi
    find_clamd >/dev/null && return
    say "ClamAV's daemon is not installed; some tests need a real one."
    say "    Debian, Ubuntu: sudo apt-get install --no-install-recommends clamav-daemon"
    say "    macOS:          brew install clamav"
    exit 1
}

in_hex() { printf '%s' "$@" | od -An -v -tx1 | tr -d ' \n'; }

make_signatures() { # in pieces, so that no scanner finds this file
    printf 'Eicar-Test-Signature:0:*:%s\n' "$(in_hex 'X5O!P%@AP[4\PZX54(P^)7CC)7}$' 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')"
    printf 'Desk.Test.Words:0:*:%s\n' "$(in_hex 'the words that a ' 'test calls a virus')"
}

start() {
    local folder=$1
    check
    mkdir -p "$folder/signatures" "$folder/unpacked"
    folder=$(cd "$folder" && pwd)
    make_signatures >"$folder/signatures/tests.ndb"
    {
        echo "LocalSocket $folder/ctl"
        echo "DatabaseDirectory $folder/signatures"
        echo "TemporaryDirectory $folder/unpacked"
        echo "Foreground yes"
        echo "MaxThreads 4"
        printf '%s\n' "${@:2}"
    } >"$folder/clamd.conf"
    "$(find_clamd)" --config-file="$folder/clamd.conf" >"$folder/log" 2>&1 &
    echo $! >"$folder/pid"
    for _ in $(seq 400); do
        if [ -S "$folder/ctl" ]; then
            echo "CLAMD_URL=unix://$folder/ctl"
            return
        fi
        kill -0 "$(cat "$folder/pid")" 2>/dev/null || break
        sleep 0.05
    done
    say "clamd did not start. What it said:"
    tail -n 5 "$folder/log" >&2
    stop "$folder"
    exit 1
}

stop() {
    [ -e "$1/pid" ] || return 0
    kill "$(cat "$1/pid")" 2>/dev/null || true
    for _ in $(seq 200); do
        kill -0 "$(cat "$1/pid")" 2>/dev/null || break
        sleep 0.05
    done
    rm -f "$1/pid"
}

case "${1:-}" in
check) check ;;
start) start "${2:?a folder is needed}" "${@:3}" ;;
stop) stop "${2:?a folder is needed}" ;;
*)
    sed -n '2,6s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
