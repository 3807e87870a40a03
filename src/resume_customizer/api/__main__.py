"""The API as a process: `python -m resume_customizer.api HOST PORT`."""

import sys

import uvicorn

from resume_customizer.api.application import make_api
from resume_customizer.api.guard import Guard
from resume_customizer.infrastructure.sandbox import Sandbox


def main() -> None:
    """Serve until the process is asked to end; work in hand is finished first."""
    host, port = sys.argv[1], int(sys.argv[2])
    uvicorn.run(
        Guard(make_api(Sandbox())),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=20,
    )


if __name__ == "__main__":
    main()
