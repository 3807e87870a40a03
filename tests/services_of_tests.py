"""Real servers for the tests: PostgreSQL and Redis (tools/services.sh), ClamAV's daemon (tools/virus_scanner.sh)."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

TOOLS = Path(__file__).parent.parent / "tools"
SCRIPT = TOOLS / "services.sh"
SCANNER = TOOLS / "virus_scanner.sh"


class Services(NamedTuple):
    """Where they listen."""

    postgres: str
    """As its owner, who may do everything."""
    redis: str
    folder: Path

    def crash_postgres(self) -> None:
        """PostgreSQL ends at once, as by a crash."""
        self._do("crash")

    def revive_postgres(self) -> None:
        """It is started again, with what it has on its disk."""
        self._do("revive")

    def make_standby(self) -> int:
        """Another PostgreSQL that follows this one; gives its port."""
        return int(self._do("standby"))

    def promote_standby(self) -> None:
        """The one that follows is the one that counts from here on."""
        self._do("promote")

    def _do(self, command: str) -> str:
        command_line = [SCRIPT, command, self.folder]
        return subprocess.check_output(command_line, env=_environment(), timeout=120, text=True)


@contextmanager
def running_services() -> Generator[Services]:
    """Both, empty, for this block. When they can't be started the test fails: it never counts as passed."""
    folder = Path(tempfile.mkdtemp(prefix="services-"))
    environment = _environment()
    try:
        started = subprocess.run(
            [SCRIPT, "start", folder], capture_output=True, text=True, timeout=600, check=False, env=environment
        )
        if started.returncode:
            pytest.fail(f"This test needs PostgreSQL and Redis. {started.stderr}")
        found = dict(line.split("=", 1) for line in started.stdout.split())
        yield Services(found["POSTGRES_URL"], found["REDIS_URL"], folder)
    finally:
        subprocess.run([SCRIPT, "stop", folder], check=False, env=environment)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_scanner(*lines: str) -> Generator[str]:
    """The address of a ClamAV daemon with these lines in its setting. When it can't be started the test fails."""
    folder = Path(tempfile.mkdtemp(prefix="clamd-"))
    try:
        started = subprocess.run(
            [SCANNER, "start", folder, *lines], capture_output=True, text=True, timeout=600, check=False
        )
        if started.returncode:
            pytest.fail(f"This test needs ClamAV's daemon. {started.stderr}")
        yield started.stdout.strip().removeprefix("CLAMD_URL=")
    finally:
        subprocess.run([SCANNER, "stop", folder], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _environment() -> dict[str, str]:
    return {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "PYTHON": sys.executable}
