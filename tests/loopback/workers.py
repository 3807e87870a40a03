"""Real workers for tests, each in processes of their own: local ones, or Celery's.

python -m loopback.workers local  (the address of the database, and more, in the environment)
celery -A loopback.workers:app worker
"""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil

from builders.work import open_work
from resume_customizer.infrastructure.celery import add_work, beat_arguments, make_celery, worker_arguments
from resume_customizer.infrastructure.local_worker import Open, Plan, WorkerProcesses

ADDRESS, REDIS, PROCESSES, LEASE, MEMORY = "WORK_ADDRESS", "WORK_REDIS", "WORK_PROCESSES", "WORK_LEASE", "WORK_MEMORY"
_CELERY = ("-m", "celery", "-A", "loopback.workers:app")
HERE = Path(__file__).parent.parent


def opener() -> Open:
    """Opens the installation that the environment names."""
    return partial(open_work, os.environ[ADDRESS], float(os.environ.get(LEASE, "30")))


def run_local() -> None:
    """Local workers, until SIGTERM."""
    plan = Plan(opener(), most_memory=int(os.environ.get(MEMORY, "600000000")))
    workers = WorkerProcesses(plan, int(os.environ[PROCESSES]))
    workers.stop_on_signals()
    workers.run()


class Fleet:
    """Workers that run."""

    def __init__(self, kind: str, environment: dict[str, str], log: Path) -> None:
        path = os.pathsep.join([str(HERE), *(each for each in sys.path if each)])
        self._environment = {**os.environ, "PYTHONPATH": path, **environment}
        self._kind = kind
        self.log = log
        self.beat: subprocess.Popen[bytes] | None = None
        self.process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        if self._kind == "local":
            return self._run("-m", "loopback.workers")
        self.beat = self.beat or self._run(*_CELERY, *beat_arguments())
        return self._run(*_CELERY, *worker_arguments(int(self._environment[PROCESSES])))

    def _run(self, *arguments: str) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as file:
            return subprocess.Popen(
                [sys.executable, *arguments], env=self._environment, stdout=file, stderr=file, cwd=self.log.parent
            )

    def close(self) -> None:
        """The one that sweeps ends, too."""
        if self.beat:
            self.beat.terminate()
            self.beat.wait()

    def workers(self) -> list[psutil.Process]:
        """The processes that do the work, without the one that watches them."""
        try:
            children = psutil.Process(self.process.pid).children()
        except psutil.NoSuchProcess:
            return []
        return [each for each in children if _is_worker(each)]

    def kill_one(self, number: int = 0) -> None:
        """SIGKILL to one that does the work."""
        found = self.workers()
        if found:
            found[number % len(found)].kill()

    def kill(self) -> None:
        """SIGKILL to the one that watches; the others have to end by themselves."""
        self.process.kill()
        self.process.wait()

    def stop(self, seconds: float = 35.0) -> int:
        """SIGTERM, and the code that it ended with."""
        self.process.terminate()
        return self.process.wait(seconds)

    def restart(self) -> None:
        """Begin anew."""
        self.process = self._start()


def _is_worker(process: psutil.Process) -> bool:
    try:
        line = " ".join(process.cmdline())
    except psutil.Error:
        return False
    return "resource_tracker" not in line and "forkserver" not in line and process.status() != psutil.STATUS_ZOMBIE


@contextmanager
def running(kind: str, environment: dict[str, str], folder: Path) -> Generator[Fleet]:
    """Workers for this block; whatever is left of them afterwards is killed."""
    fleet = Fleet(kind, environment, folder / "workers.log")
    left: list[psutil.Process] = []
    try:
        yield fleet
        left = [psutil.Process(fleet.process.pid), *psutil.Process(fleet.process.pid).children(recursive=True)]
        fleet.stop()
    except psutil.NoSuchProcess:
        pass
    finally:
        for each in left:
            if each.is_running():
                each.kill()
        if fleet.process.poll() is None:
            fleet.kill()
        fleet.close()


if __name__ == "__main__":
    run_local()
elif REDIS in os.environ:
    app = make_celery(os.environ[REDIS])
    add_work(app, opener())
