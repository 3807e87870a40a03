#!/usr/bin/env bash
# A real mail server (OpenSMTPD) and a real mailbox server (Dovecot) for tests, on free ports of this machine only.
#     tools/mail_servers.sh check               makes sure that their programs are there (as root on Debian: installs them)
#     tools/mail_servers.sh start FOLDER CERT KEY   starts both (TLS for the mailbox); prints SMTP_PORT=… and IMAP_PORT=…
#     tools/mail_servers.sh stop FOLDER         stops what was started in that folder, and nothing else
# Mail to anybody lands in the one mailbox that any user name opens (password canary-password-77). Both need root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

check() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        local missing=()
        command -v smtpd >/dev/null || missing+=(opensmtpd)
        command -v dovecot >/dev/null && [ -x /usr/lib/dovecot/imap ] || missing+=(dovecot-imapd)
        if [ ${#missing[@]} -gt 0 ]; then
            say "Installing ${missing[*]} for the tests (half a minute) …"
            export DEBIAN_FRONTEND=noninteractive
            { apt-get -qq -o DPkg::Lock::Timeout=300 update &&
                RUNLEVEL=1 apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}" >/dev/null; } >&2 || true
        fi
    fi
    command -v smtpd >/dev/null && command -v dovecot >/dev/null && [ -x /usr/lib/dovecot/imap ] && [ "$(id -u)" = 0 ] && return
    say "OpenSMTPD and Dovecot are not installed, or this is not root, which both need."
    say "    Debian, Ubuntu: sudo apt-get install --no-install-recommends opensmtpd dovecot-imapd"
    exit 1
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

alone() { # smtpd has one control socket in /run for the whole machine, which may have an smtpd of its own
    if unshare --mount true 2>/dev/null; then
        exec unshare --mount sh -c 'mount -t tmpfs tmpfs /run && exec "$@"' sh "$@"
    fi
    exec "$@"
}

start() {
    local folder=$1 try
    check
    for try in 1 2 3; do # a port that was free a moment ago may be somebody else's now
        start_once "$@" && return
        say "Try $try: the servers did not start. What they said:"
        tail -n 5 "$folder/smtpd.log" "$folder/dovecot.log" "$folder/dovecot.start" >&2 2>/dev/null || true
        stop "$folder"
        rm -rf "$folder"
    done
    exit 1
}

start_once() {
    local folder=$1 cert=$2 key=$3 smtp_port imap_port
    mkdir -p "$folder/mail" "$folder/run"
    folder=$(cd "$folder" && pwd)
    smtp_port=$(free_port) imap_port=$(free_port)
    chmod 755 "$folder" && chown nobody:nogroup "$folder/mail"
    cat >"$folder/smtpd.conf" <<CONF
listen on 127.0.0.1 port $smtp_port
table people { "@" = "nobody" }
action deliver maildir "$folder/mail" virtual <people>
match from any for any action deliver
CONF
    chmod 600 "$folder/smtpd.conf" "$key"
    cat >"$folder/dovecot.conf" <<CONF
base_dir = $folder/run
log_path = $folder/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <$cert
ssl_key = <$key
mail_location = maildir:$folder/mail:INDEX=$folder/mail/index
first_valid_uid = 1
first_valid_gid = 1
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = $imap_port
    ssl = yes
  }
}
passdb {
  driver = static
  args = password=canary-password-77
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=$folder/mail
}
namespace inbox {
  inbox = yes
  separator = /
}
CONF
    alone smtpd -f "$folder/smtpd.conf" -d >"$folder/smtpd.log" 2>&1 &
    echo $! >"$folder/smtpd.pid"
    # In the foreground: one that goes to the background on its own returns before its pid file is written
    dovecot -F -c "$folder/dovecot.conf" >"$folder/dovecot.start" 2>&1 &
    echo $! >"$folder/dovecot.pid"
    for _ in $(seq 400); do
        if (: <"/dev/tcp/127.0.0.1/$smtp_port") 2>/dev/null && (: <"/dev/tcp/127.0.0.1/$imap_port") 2>/dev/null; then
            echo "SMTP_PORT=$smtp_port"
            echo "IMAP_PORT=$imap_port"
            return
        fi
        kill -0 "$(cat "$folder/smtpd.pid")" 2>/dev/null && kill -0 "$(cat "$folder/dovecot.pid")" 2>/dev/null || return 1
        sleep 0.05
    done
    return 1
}

stop() {
    local each
    for each in "$1"/smtpd.pid "$1"/dovecot.pid; do
        [ -e "$each" ] || continue
        kill "$(cat "$each")" 2>/dev/null || true
        for _ in $(seq 200); do # until it is gone: the next one would find its control socket
            kill -0 "$(cat "$each")" 2>/dev/null || break
            sleep 0.05
        done
        rm -f "$each"
    done
}

case "${1:-}" in
check) check ;;
start) start "${2:?a folder is needed}" "${3:?a certificate is needed}" "${4:?its key is needed}" ;;
stop) stop "${2:?a folder is needed}" ;;
*)
    sed -n '2,7s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
