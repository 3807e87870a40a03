"""Hand one message to the server that a webhook names.

    target  ->  looked up, and every address allowed?  ->  a connection to exactly that address  ->  POST  ->  Reply

Redirects are not followed, of an answer only its status is read, and a talk ends within its time. Without TLS, and to
hosts inside the installation's network, only where the operator allows that host.

Promises (tests in tests/infrastructure/test_webhook_posts.py):

* A host that may not be named is not connected to, however its name is written and wherever it leads with this try.
* Certificates are always checked.
* A receiver that hangs, drips or sends without end costs its time and no more.
"""

import ssl
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import socket

from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.core.webhooks import Target
from resume_customizer.infrastructure.deadlines import cut_after
from resume_customizer.infrastructure.network_targets import Targets, targets_of
from resume_customizer.services.ports import Reply

_PROGRAM = "resume-customizer-webhooks/1"


@dataclass(frozen=True, slots=True)
class WebhookSetting:
    """What the operator has set."""

    private_hosts: str = ""
    """With commas; `*` is all."""
    ca_file: Path | None = None
    seconds: float = 10.0
    """For a whole message, from looking up the name to the answer."""
    outside_hosts: str = ""
    """Those that may be named at all; empty: any public one."""


class WebhookPosts:
    """Posts to receivers that users name; safe to share between threads."""

    def __init__(self, setting: WebhookSetting, targets: Targets | None = None) -> None:
        """`targets` leads to another rule than the setting's hosts."""
        self._targets = targets or targets_of(setting.private_hosts, setting.outside_hosts)
        self._seconds = setting.seconds
        self._ca_file = setting.ca_file

    @cached_property
    def _context(self) -> ssl.SSLContext:
        """Made when it is needed: most installations have no webhooks, and it takes a while."""
        context = ssl.create_default_context()
        if self._ca_file is not None:
            context.load_verify_locations(self._ca_file)
        return context

    def check(self, target: Target) -> None:
        """Whether it may be named, as far as can be said without looking it up; raises InvalidInput, NotPermitted."""
        if not target.is_tls and not self._targets.is_allowed(target.host):
            message = "A webhook is reached over https. Ask the operator to allow this host without it."
            raise InvalidInput("bad-webhook", message, "url")
        self._targets.check_written(target.host)

    def post(self, target: Target, body: str, headers: Mapping[str, str]) -> Reply:
        """Send one message, once; never raises for what a receiver or a network does."""
        began = time.perf_counter()
        try:
            self.check(target)
            status, fault = self._status(target, body, headers), ""
        except ResumeCustomizerError as refused:
            status, fault = 0, refused.message
        except (OSError, HTTPException) as broken:
            status, fault = 0, _sentence(broken)
        return Reply(status, round((time.perf_counter() - began) * 1000), fault)

    def _status(self, target: Target, body: str, headers: Mapping[str, str]) -> int:
        usual = {"Content-Type": "application/json", "User-Agent": _PROGRAM, "Connection": "close"}
        connection = _Connection(self._targets, target, self._context if target.is_tls else None, self._seconds)
        with closing(connection), cut_after(self._seconds, connection):
            connection.request("POST", target.path, body.encode(), {**usual, **headers})
            return connection.getresponse().status


class _Connection(HTTPConnection):
    """A connection to an address that may be named."""

    def __init__(self, targets: Targets, target: Target, context: ssl.SSLContext | None, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._targets, self._context, self._seconds = targets, context, seconds
        self.sock: socket | None = None

    def connect(self) -> None:
        """Connect, with TLS where a context is given."""
        self.sock = self._targets.connect(self.host, self.port, self._seconds)
        if self._context is not None:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)


def _sentence(fault: Exception) -> str:
    """For people: what happened, without what a stranger's server could have put in."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        return f"The receiver's certificate is not good ({fault.verify_message})."
    if isinstance(fault, ssl.SSLError):
        return "The receiver does not speak TLS on this port."
    if isinstance(fault, TimeoutError):
        return "The receiver did not answer in time."
    return "The connection to the receiver was lost before it answered."
