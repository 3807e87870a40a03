"""Which hosts this installation may connect to when a user names one.

    host + port  ->  resolve once  ->  every address allowed?  ->  a socket to exactly that address

Users' servers (mail, webhooks) must not be a way into the network that the installation stands in: addresses that are
not public are refused unless the operator allows them. The name is resolved once and the connection goes to the address
that was checked, so that a second answer of the name server can't lead elsewhere (OWASP, Server-Side Request
Forgery Prevention).

Promises (tests in tests/infrastructure/test_network_targets.py):

* A private, local, link-local or reserved address is refused in any spelling, also when only one of several is such.
* The connection goes to the address that was checked.
* Where an operator lists the hosts that may be named, no other one is looked up or connected to.
"""

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias

from resume_customizer.core.errors import NotPermitted, Unavailable

Address: TypeAlias = IPv4Address | IPv6Address
LookUp: TypeAlias = Callable[[str, int], list[str]]
"""Host and port to addresses, as text."""
_LOCAL = (".localhost", ".local", ".internal", ".localdomain", ".home.arpa")
"""Ends of names that lead to no public host (RFC 6761, RFC 6762, RFC 8375)."""
_ALL = "*"


@dataclass(frozen=True, slots=True)
class Targets:
    """The rule of an installation."""

    allow_private: bool = False
    """Whether hosts in the installation's own network may be named; for the operator to say."""
    allowed_hosts: frozenset[str] = frozenset()
    """Hosts that may be named although they are private, as users write them, in lower case."""
    only: frozenset[str] = frozenset()
    """Hosts that may be named at all, and ends of names that begin with a dot, in lower case; empty: any public one."""
    look_up: LookUp | None = None
    """Another name server than the system's."""

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        """A connection; raises NotPermitted for a host that may not be named, Unavailable when it does not answer."""
        faults = []
        for address in self.resolve(host, port):
            try:
                return socket.create_connection((str(address), port), seconds)
            except OSError as fault:
                faults.append(fault)
        kind = "in time" if any(isinstance(fault, TimeoutError) for fault in faults) else f"({faults[-1].strerror})"
        raise Unavailable(
            "no-connection", f"{host} does not answer on port {port} {kind}. Check host, port and network."
        )

    def resolve(self, host: str, port: int, look_up: LookUp | None = None) -> tuple[Address, ...]:
        """The addresses of a host, all of them allowed; raises NotPermitted or Unavailable."""
        self._check_listed(host)
        addresses = _written(host) or tuple(
            dict.fromkeys(map(_address, (look_up or self.look_up or _look_up)(host, port)))
        )
        if not (self.is_allowed(host) or all(map(_is_public, addresses))):
            raise _private(host)
        return addresses

    def is_allowed(self, host: str) -> bool:
        """Whether the operator lets this host be named, wherever it leads."""
        return self.allow_private or host.lower() in self.allowed_hosts

    def check_written(self, host: str) -> None:
        """Refuse a host that is known to be inside without looking it up: an address, or a name that stays here."""
        self._check_listed(host)
        name, written = host.lower().rstrip("."), _written(host)
        is_inside = not all(map(_is_public, written)) if written else "." not in name or name.endswith(_LOCAL)
        if is_inside and not self.is_allowed(host):
            raise _private(host)

    def _check_listed(self, host: str) -> None:
        """Refuse a host that the operator has not listed, where they list any."""
        name = host.lower().rstrip(".")
        ends = tuple(each for each in self.only if each.startswith("."))
        if self.only and not (name in self.only | self.allowed_hosts or name.endswith(ends)):
            message = (
                f"“{host}” is not among the hosts that this installation may connect to. Ask its operator to add it."
            )
            raise NotPermitted("unlisted-host", message)


def targets_of(private_hosts: str, outside_hosts: str) -> Targets:
    """The rule that an operator has set, each as names with commas; `*` among the private ones is all."""
    private, outside = (
        frozenset(each.strip().lower() for each in text.split(",") if each.strip())
        for text in (private_hosts, outside_hosts)
    )
    return Targets(allow_private=_ALL in private, allowed_hosts=private - {_ALL}, only=outside)


def _private(host: str) -> NotPermitted:
    return NotPermitted(
        "private-host", f"“{host}” is inside this installation's own network. Ask its operator to allow it."
    )


def _look_up(host: str, port: int) -> list[str]:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise Unavailable("no-such-host", f"There is no host “{host}”. Check its name.") from None


def _written(host: str) -> tuple[Address, ...]:
    """The address that a host is written as, in any spelling that systems take: 127.0.0.1, 127.1, 0x7f000001, ::1."""
    with suppress(ValueError):
        return (_address(host.strip("[]")),)
    with suppress(OSError, ValueError):
        return (IPv4Address(socket.inet_aton(host)),)
    return ()


def _address(text: str) -> Address:
    """An address without its zone; one that wraps an IPv4 address counts as that."""
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        return address.ipv4_mapped or address.sixtofour or address
    return address


def _is_public(address: Address) -> bool:
    return address.is_global and not address.is_multicast
