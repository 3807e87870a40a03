"""What this machine and the installation's processes on it use, by psutil.

/proc, or what the system has instead  ->  LocalMachine.look()  ->  MachineFigures

Promises (tests in tests/infrastructure/test_machine.py):

* The processes of this installation are found with what they do, those of another one are not.
* A process that ends while it is looked at is left out.
"""

import os
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import psutil

from resume_customizer.core.machine import MachineFigures, ProcessFigures

_ROLES: Final = (
    ("resume_customizer.serving", "web"),
    ("resume_customizer.worker:app", "celery"),
    ("worker", "worker"),
)
"""What stands in a process's command, and what it does then."""
_OURS: Final = ("resume_customizer", "resume-customizer")
_SAME: Final = ("RCP_DATA_DIR", "RCP_DATABASE_URL")
"""Settings that processes of one installation share."""


class LocalMachine:
    """This machine; to be shared by threads."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._before: dict[tuple[int, float], tuple[float, float]] = {}
        psutil.cpu_percent()  # what comes first says nothing; the next one is since now

    def look(self) -> MachineFigures:
        """How it is right now; never raises for a process that ends meanwhile."""
        memory, disk = psutil.virtual_memory(), psutil.disk_usage(str(_existing(self._data_dir)))
        return MachineFigures(
            host=socket.gethostname(),
            cores=os.cpu_count() or 1,
            load=psutil.getloadavg()[0],  # ty: ignore[possibly-missing-attribute]
            cpu_percent=psutil.cpu_percent(),
            memory=memory.total,
            memory_free=memory.available,
            disk=disk.total,
            disk_free=disk.free,
            processes=self._processes(),
        )

    def _processes(self) -> tuple[ProcessFigures, ...]:
        with self._lock:
            before, self._before = self._before, {}
            found = (self._process(each, role, before) for each, role in _of_this_installation())
            return tuple(each for each in found if each is not None)

    def _process(
        self, process: psutil.Process, role: str, before: Mapping[tuple[int, float], tuple[float, float]]
    ) -> ProcessFigures | None:
        try:
            with process.oneshot():
                began, cpu = process.create_time(), process.cpu_times()
                memory, threads = process.memory_info().rss, process.num_threads()
        except psutil.Error:
            return None
        used, now, key = cpu.user + cpu.system, time.time(), (process.pid, began)
        used_before, at_before = before.get(key, (0.0, began))
        self._before[key] = used, now
        return ProcessFigures(
            process_id=process.pid,
            role=role,
            began_at=datetime.fromtimestamp(began, UTC),
            cpu_percent=round(100 * max(0.0, used - used_before) / max(now - at_before, 0.001), 1),
            memory=memory,
            threads=threads,
        )


def _of_this_installation() -> Iterator[tuple[psutil.Process, str]]:
    """The processes that were started as parts of it, and this one, each with the processes that it started."""
    roles = {each: role for each in psutil.process_iter() if (role := _role_of(each))}
    children = dict[psutil.Process, str]()
    for process, role in roles.items():
        with suppress(psutil.Error):
            for each in process.children(recursive=True):
                if each not in roles and _is_ours(each):
                    children[each] = _role_of_child(role)
    yield from (roles | children).items()


def _role_of(process: psutil.Process) -> str:
    """What a process does for this installation; empty: nothing."""
    try:
        if process.pid == os.getpid():
            return _role_in(process.cmdline()) or "web"
        with process.oneshot():
            role = _role_in(process.cmdline())
            return role if role and _is_ours(process) else ""
    except psutil.Error:
        return ""


def _role_in(command: list[str]) -> str:
    if not any(name in part for part in command[:6] for name in _OURS):
        return ""
    return next((role for mark, role in _ROLES if mark in command), "")


def _role_of_child(role: str) -> str:
    """A server's processes work on documents; a worker's own are workers as it is."""
    return "documents" if role == "web" else role


def _is_ours(process: psutil.Process) -> bool:
    """Whether it has the settings of this installation; raises psutil.Error when it may not be looked at."""
    environment = process.environ()  # ty: ignore[possibly-missing-attribute] - where there is none, nothing is found
    return all(environment.get(name, "") == os.environ.get(name, "") for name in _SAME)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.exists()), Path("/"))
