"""The API as a process that listens.

application  ->  serve()  ->  requests, until the process is asked to end; work in hand is finished first

Promises (tests in tests/faults/test_restart.py):

* Asked to end, it answers what it has in hand, and then the caller goes on: workers put back what they have.
"""

import signal
import threading
from collections.abc import Sequence
from typing import Final

import uvicorn
from starlette.types import ASGIApp

GRACE: Final = 20
"""Seconds that requests have to end when the process is asked to."""
MOST_CONNECTIONS: Final = 1_000


def serve(application: ASGIApp, host: str, port: int, proxies: Sequence[str] = ()) -> None:
    """Serve until SIGTERM or Ctrl-C. `proxies`: addresses whose word on the caller's address is believed."""
    if threading.current_thread() is threading.main_thread():
        # uvicorn sends the signal once more when it is done, which would end the process amid what comes after.
        signal.signal(signal.SIGTERM, lambda *_: None)
    uvicorn.run(
        application,
        host=host,
        port=port,
        log_level="warning",
        log_config=None,  # infrastructure/logs.py has seen to it
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies) or None,
        timeout_keep_alive=75,  # longer than proxies and browsers wait between requests
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_CONNECTIONS,
        ws_per_message_deflate=False,  # packing each small message costs a seventh of a screen, and memory per page
    )
