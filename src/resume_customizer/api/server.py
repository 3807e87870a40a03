"""The API as a process that listens.

application  ->  serve()  ->  requests, until the process is asked to end; work in hand is finished first

Promises:

* Asked to end, it answers what it has in hand, and then the caller goes on: workers put back what they have
  (tests in tests/faults/test_restart.py).
* Where a caller comes from is believed of the proxies that are named, and of nobody else (tests in
  tests/test_behind_nginx.py).
* With a certificate it speaks TLS and nothing else (tests in tests/api/test_server_with_tls.py).
* A request's head, and what is between and behind the parts of its body, do not grow without end; nobody keeps a
  connection without asking for something (tests in tests/api/test_server.py).
"""

import asyncio
import signal
import threading
from collections.abc import Sequence
from typing import Final

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from resume_customizer.infrastructure.garbage import settle
from resume_customizer.infrastructure.server_certificate import Certificate

GRACE: Final = 20
"""Seconds that requests have to end when the process is asked to."""
MOST_CONNECTIONS: Final = 1_000
MAX_HEAD: Final = 64 * 1024
"""Bytes of a request before its body, or after it; one read more can come in before it is noticed."""


class BoundedHttp(HttpToolsProtocol):
    """HTTP/1.1 as uvicorn reads it by httptools, which by itself would keep whatever has no end, and wait for ever."""

    seconds_for_a_head = 30.0
    """From the connection, or from the first byte of a further request."""
    _late: asyncio.TimerHandle | None = None
    _unfinished, _is_in_head = 0, False
    """Bytes that came since the last thing of a request was whole; and whether its head is being read."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Somebody is there, and has to say what they want."""
        super().connection_made(transport)
        self._late = self.loop.call_later(self.seconds_for_a_head, transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        self._is_in_time()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some more of a request."""
        self._unfinished += len(data)
        super().data_received(data)
        if self._unfinished > MAX_HEAD and not self.transport.is_closing():
            self.send_400_response("A part of this request that is not its body is too large.")

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._unfinished, self._is_in_head = 0, True
        self._late = self._late or self.loop.call_later(self.seconds_for_a_head, self.transport.close)

    def on_headers_complete(self) -> None:
        """Its head is whole."""
        super().on_headers_complete()
        self._is_in_time()
        self._unfinished, self._is_in_head = 0, False

    def on_body(self, body: bytes) -> None:
        """A part of its body, which is counted elsewhere (api/guard.py)."""
        super().on_body(body)
        self._unfinished = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        """A line of its head; one behind its body is not taken for such (RFC 9110, section 6.5.1)."""
        if self._is_in_head:
            super().on_header(name, value)

    def _is_in_time(self) -> None:
        if self._late:
            self._late.cancel()
        self._late = None


def serve(
    application: ASGIApp,
    host: str,
    port: int,
    proxies: Sequence[str] = (),
    certificate: Certificate | None = None,
) -> None:
    """Serve until SIGTERM or Ctrl-C. `proxies`: addresses whose word on the caller's address is believed."""
    if threading.current_thread() is threading.main_thread():
        # uvicorn sends the signal once more when it is done, which would end the process amid what comes after.
        signal.signal(signal.SIGTERM, lambda *_: None)
    settle()
    uvicorn.run(
        application,
        host=host,
        port=port,
        http=BoundedHttp,
        log_level="warning",
        log_config=None,  # infrastructure/logs.py has seen to it
        access_log=False,
        server_header=False,
        ssl_context_factory=(lambda _config, _usual: certificate) if certificate else None,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies) or None,
        timeout_keep_alive=75,  # longer than proxies and browsers wait between requests
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_CONNECTIONS,
        ws_per_message_deflate=False,  # packing each small message costs a seventh of a screen, and memory per page
    )
