"""Real PostgreSQL and Redis for the tests, started and stopped by tools/services.sh."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

SCRIPT = Path(__file__).parent.parent / "tools" / "services.sh"


class Services(NamedTuple):
    """Where they listen."""

    postgres: str
    """As its owner, who may do everything."""
    redis: str


@contextmanager
def running_services() -> Generator[Services]:
    """Both, empty, for this block. When they can't be started the test fails: it never counts as passed."""
    folder = Path(tempfile.mkdtemp(prefix="services-"))
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "PYTHON": sys.executable}
    try:
        started = subprocess.run(
            [SCRIPT, "start", folder], capture_output=True, text=True, timeout=600, check=False, env=environment
        )
        if started.returncode:
            pytest.fail(f"This test needs PostgreSQL and Redis. {started.stderr}")
        found = dict(line.split("=", 1) for line in started.stdout.split())
        yield Services(found["POSTGRES_URL"], found["REDIS_URL"])
    finally:
        subprocess.run([SCRIPT, "stop", folder], check=False, env=environment)
        shutil.rmtree(folder, ignore_errors=True)
