"""Which of an installation's own connections would cross a network without TLS, or without looking at certificates.

    Addresses  ->  find_open_links()  ->  what each is, and what to set  ->  production does not start | told by doctor

What stays on this machine (a socket, 127.0.0.1) needs no TLS; nor does a host that the operator names in
RCP_PLAIN_HOSTS, because the network to it is the installation's own, as between containers.

Promises (tests in tests/infrastructure/test_encrypted_links.py):

* In production nothing is sent in clear, or to whoever answers, to a host that the operator has not named for that.
* No password of an address is repeated.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_network
from typing import Final
from urllib.parse import parse_qs, urlsplit

from sqlalchemy.engine import URL

from resume_customizer.core.errors import InvalidInput
from resume_customizer.infrastructure.blobs.open_addresses import list_open_stores
from resume_customizer.infrastructure.installation import Finding
from resume_customizer.infrastructure.sql.engines import read_url

_ALL: Final = "*"
_CHECKED: Final = "verify-full"
_SERVICE: Final = "a service of libpq"
_CARELESS: Final = {
    "ssl_cert_reqs": {"none", "cert_none", "optional", "cert_optional"},
    "ssl_check_hostname": {"false"},
}
"""What an address of Redis can say so that not every certificate will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where an installation connects to, and who connects to it, as it is set."""

    database: str = ""
    database_owner: str = ""
    files: str = ""
    redis: str = ""
    language_model: str = ""
    scanner: str = ""
    mail_host: str = ""
    mail_security: str = "starttls"
    proxies: Sequence[str] = ()
    serves_tls: bool = False
    plain_hosts: Sequence[str] = ()
    """Those that may be spoken to without TLS."""


def require_encryption(addresses: Addresses) -> None:
    """Raises InvalidInput `open-connection` that says of each connection what to set."""
    if found := find_open_links(addresses):
        message = f"In production nothing crosses a network in clear. {' '.join(found)} See docs/operations.md."
        raise InvalidInput("open-connection", message)


def check_links(addresses: Addresses, *, production: bool) -> Finding:
    """For `doctor`."""
    found = find_open_links(addresses)
    plain = ", ".join(addresses.plain_hosts)
    message = " ".join(found) if found else "TLS with certificates checked, or within this machine"
    if not found and plain:
        message += f"; named as a network of its own: {plain}"
    return Finding("connections", not found, message, needed=production)


def find_open_links(addresses: Addresses, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """A sentence for each connection that is open to who sits between."""
    plain = frozenset(each.lower() for each in addresses.plain_hosts)
    if _ALL in plain:
        return ()
    return tuple(
        f"{setting} leads to {host}: {what}, or name the host in RCP_PLAIN_HOSTS when the network to it is your own."
        for setting, host, what in _links(addresses, environment)
        if not (_is_here(host) or host.lower() in plain)
    )


def _links(addresses: Addresses, environment: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Setting, host, and what to do, of each that has no TLS or does not look at certificates."""
    for setting, address in (
        ("RCP_DATABASE_URL", addresses.database),
        ("RCP_DATABASE_OWNER_URL", addresses.database_owner),
    ):
        what = f"write sslmode={_CHECKED} into the address (and sslrootcert, docs/operations.md)"
        yield from ((setting, host, what) for host in _open_databases(address, environment))
    yield from list_open_stores(addresses.files, environment)
    if host := _open_redis(addresses.redis):
        yield "RCP_REDIS_URL", host, "write rediss:// and let certificates be checked"
    model = urlsplit(addresses.language_model)
    if model.scheme == "http":
        yield "RCP_LLM_URL", model.hostname or "", "write https://"
    scanner = urlsplit(addresses.scanner)
    if scanner.scheme == "tcp":
        yield "RCP_CLAMD_URL", scanner.hostname or "", "let clamd listen on a socket of this machine"
    if addresses.mail_security == "none" and addresses.mail_host:
        yield "RCP_SMTP_HOST", addresses.mail_host, "set RCP_SMTP_SECURITY to starttls or tls"
    if not addresses.serves_tls:
        what = "it speaks to this server in clear; set RCP_TLS_CERTIFICATE and RCP_TLS_KEY"
        yield from (("RCP_PROXIES", proxy, what) for proxy in addresses.proxies)


def _open_databases(address: str, environment: Mapping[str, str]) -> Iterator[str]:
    """Hosts of a PostgreSQL whose certificates would not be looked at."""
    if not address.startswith("postgres"):
        return
    url = read_url(address)
    mode = _said(url, "sslmode") or environment.get("PGSSLMODE", "")
    if mode != _CHECKED:
        yield from _hosts_of(url, environment)


def _hosts_of(url: URL, environment: Mapping[str, str]) -> Iterator[str]:
    """All that an address of PostgreSQL can name, as libpq takes them (its documentation, 34.1)."""
    named = [url.host or "", _said(url, "host"), _said(url, "hostaddr")]
    if not any(named):
        named = [environment.get("PGHOST", ""), environment.get("PGHOSTADDR", "")]
    if _said(url, "service") or environment.get("PGSERVICE"):
        yield _SERVICE
    for each in ",".join(named).split(","):
        host = each.strip()
        yield host.rpartition(":")[0] if host.count(":") == 1 else host.partition("]")[0].removeprefix("[")


def _said(url: URL, name: str) -> str:
    value = url.query.get(name, "")
    return value if isinstance(value, str) else ",".join(value)


def _open_redis(address: str) -> str:
    """The host of a Redis that is spoken to in clear, or whoever it says it is."""
    parts = urlsplit(address)
    if not address or parts.scheme in {"unix", "redis+unix"}:
        return ""
    asked = parse_qs(parts.query)
    is_careless = any(value.lower() in _CARELESS[name] for name in _CARELESS for value in asked.get(name, ()))
    return (parts.hostname or "") if parts.scheme != "rediss" or is_careless else ""


def _is_here(host: str) -> bool:
    """Whether it is this machine: nothing, a socket's path, or a loopback name or address."""
    name = host.lower().rstrip(".")
    if not name or name.startswith(("/", "@")) or name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_network(name, strict=False).is_loopback
    except ValueError:
        return False
