"""Background work on many machines: Celery with Redis, which carries nudges and nothing else.

    a job is kept  ->  Nudges: "there is work in this queue"  ->  a worker claims the job whose turn it is, and does it
    beat  ->  sweep: as many nudges as jobs are due  ->  whatever Redis lost is there again

The row is the truth: a nudge that comes twice finds nothing to do, and one that is lost is given again by the next
sweep. Settings: a nudge is acknowledged when its job has ended, goes back when its process dies, one at a time for
each process, JSON only; Redis gives it to another worker only long after the job's lease has ended.

Promises (tests in tests/contracts/test_workers.py and tests/infrastructure/test_celery.py):

* What a job promises, it promises on Celery too.
* While Redis is away work is accepted, and done once it is back, also when Redis has forgotten everything.
* A process that begins while the database is away works once it is back (tests/faults/test_batches_killed.py).
* Over `rediss://` only a Redis with the right certificate is spoken to (tests/infrastructure/test_links_over_tls.py).
* A nudge names a job and a workspace, and holds nothing of anybody's.
"""

import logging
import multiprocessing
import ssl
from contextlib import ExitStack, suppress
from multiprocessing import process
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from celery import Celery, signals
from celery.exceptions import OperationalError

from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError, Unavailable
from resume_customizer.core.jobs import LEASE, Queue
from resume_customizer.infrastructure.circuit_breaker import CircuitBreaker
from resume_customizer.infrastructure.local_worker import Open
from resume_customizer.infrastructure.work_loop import MOST_MEMORY, WorkLoop
from resume_customizer.services.background.job_lines import JOB_QUEUES

log = logging.getLogger(__name__)
RUN_JOB: Final = "run_job"
SWEEP: Final = "sweep"
SWEEP_EVERY: Final = 5.0
_MOST_NUDGES: Final = 200
"""Waiting nudges for one queue; more jobs than that are nudged as these are used up."""
_VISIBILITY: Final = 4 * LEASE
_OF_THE_LIBRARY: Final = multiprocessing.current_process()
"""As it was before Celery began processes of its own kind."""
_FILES_OF_TLS: Final = frozenset({"ssl_ca_certs", "ssl_certfile", "ssl_keyfile"})
"""What an address of Redis can name."""
_AWAY: Final = (OperationalError, OSError)


def worker_arguments(processes: int) -> list[str]:
    """What Celery's command is told for a worker."""
    given = f"--concurrency={processes}", f"--queues={','.join(JOB_QUEUES)}"
    return ["worker", *given, "-O", "fair", "--loglevel=WARNING", "--without-gossip", "--without-mingle"]


def beat_arguments() -> list[str]:
    """What Celery's command is told for the one that sweeps; two of them do no harm."""
    return ["beat", "--loglevel=WARNING", "--scheduler=celery.beat:Scheduler"]


def make_celery(redis_url: str) -> Celery:
    """Celery, set up so that no nudge is lost with its process, and none counts for more than a nudge.

    Raises InvalidInput without an address.
    """
    if not redis_url:
        raise InvalidInput("bad-setting", "Celery needs Redis: set RCP_REDIS_URL. See docs/settings.md.")
    address, tls = _with_certificates_checked(redis_url)
    app = Celery("resume_customizer", broker=address)
    app.conf.update(
        broker_use_ssl=tls,
        accept_content=["json"],
        task_serializer="json",
        result_serializer="json",
        task_ignore_result=True,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_default_queue=Queue.INTERACTIVE.value,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_max_memory_per_child=MOST_MEMORY // 1000,
        worker_soft_shutdown_timeout=20.0,
        worker_enable_soft_shutdown_on_idle=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        worker_proc_alive_timeout=60.0,  # a process opens the installation before it says that it is there
        broker_connection_retry_on_startup=True,
        broker_connection_timeout=2.0,
        broker_transport_options={
            "visibility_timeout": _VISIBILITY.total_seconds(),
            "socket_timeout": 5.0,
            "socket_connect_timeout": 2.0,
        },
        beat_schedule={
            SWEEP: {"task": SWEEP, "schedule": SWEEP_EVERY, "options": {"expires": 2 * SWEEP_EVERY, "queue": "bulk"}}
        },
    )
    return app


def _with_certificates_checked(redis_url: str) -> tuple[str, dict[str, Any] | None]:
    """The address, and what Celery is told of TLS: by itself it would take any certificate behind `rediss://`."""
    parts = urlsplit(redis_url)
    if parts.scheme != "rediss":
        return redis_url, None
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name.startswith("ssl_")]
    rest = [each for each in parse_qsl(parts.query) if each not in asked]
    tls: dict[str, Any] = {"ssl_cert_reqs": ssl.CERT_REQUIRED, "ssl_check_hostname": True}
    tls |= {name: value for name, value in asked if name in _FILES_OF_TLS}
    return urlunsplit(parts._replace(query=urlencode(rest))), tls


class Nudges:
    """Tells workers that there is work; when Redis is away, the next sweep does."""

    def __init__(self, app: Celery) -> None:
        self._app = app
        self._circuit = CircuitBreaker("Redis", failures=1, pause=SWEEP_EVERY)

    def __call__(self, workspace_id: str, job_id: str, queue: str) -> None:
        """A job is in line; never raises, because the job is kept whether or not this arrives."""
        with suppress(Unavailable):
            self._circuit.call(lambda: self._send(workspace_id, job_id, queue))

    def top_up(self, queue: str, due: int) -> int:
        """So many jobs of a queue are due: give the nudges that are missing. Says how many; raises Unavailable."""
        missing = min(due, _MOST_NUDGES) - self.waiting(queue)
        for _ in range(missing):
            self._send("", "", queue)
        return max(0, missing)

    def waiting(self, queue: str) -> int:
        """How many nudges wait in a queue; raises Unavailable."""
        with self._app.connection_for_read() as connection:
            try:
                channel: Any = connection.default_channel
                return int(channel.client.llen(queue))
            except (*_AWAY, *connection.connection_errors) as fault:
                raise _away(fault) from fault

    def _send(self, workspace_id: str, job_id: str, queue: str) -> None:
        try:
            self._app.send_task(RUN_JOB, (workspace_id, job_id), queue=queue, retry=False, ignore_result=True)
        except _AWAY as fault:
            raise _away(fault) from fault


def _away(fault: Exception) -> Unavailable:
    log.warning("Redis is away (%s); the next sweep tells workers what there is to do.", type(fault).__name__)
    return Unavailable("redis-away", "Redis can't be reached. Check that it runs, and RCP_REDIS_URL.")


class _Process:
    """One process of a Celery worker: its installation, open as long as the process lives."""

    def __init__(self, app: Celery, open_working: Open) -> None:
        self._open = open_working
        self._nudges = Nudges(app)
        self._stop = multiprocessing.get_context("fork").Event()  # one for all processes of the worker
        self._stack = ExitStack()
        self._loop: WorkLoop | None = None

    def begin(self, **_: object) -> None:
        """The process has begun."""
        # Celery puts a process of its own kind in place of the standard library's, which may start no others;
        # documents are worked on in such.
        setattr(process, "_current_process", _OF_THE_LIBRARY)  # noqa: B010 - private
        self._opened()

    def _opened(self) -> WorkLoop | None:
        """What it works with; None while the installation can't be opened, which the next nudge tries again."""
        if self._loop is None:
            try:
                working, store = self._stack.enter_context(self._open())
            except ResumeCustomizerError as fault:
                log.warning("No background work is done for now: %s", fault)
                return None
            self._loop = WorkLoop(working, store, self._stop, JOB_QUEUES)
            self._loop.get_ready()
        return self._loop

    def end(self, **_: object) -> None:
        """The process ends."""
        if self._loop:
            self._loop.take_leave()
        self._stack.close()

    def ask_to_stop(self, **_: object) -> None:
        """The worker is told to end: jobs stop at their next step."""
        self._stop.set()

    def run_job(self, workspace_id: str, job_id: str) -> None:  # noqa: ARG002 - it is whose turn it is, not who asked
        """There is work: do the job whose turn it is."""
        loop = None if self._stop.is_set() else self._opened()
        if loop:
            loop.say()
            put_back = loop.tally.put_back
            loop.work_off_one()
            if loop.tally.put_back > put_back and not self._stop.is_set():
                self._nudges("", "", Queue.BULK)  # only the turn of a job was over: it stands in line again

    def sweep(self) -> None:
        """Give the nudges that are missing, because Redis lost them or was away."""
        loop = self._opened()
        with suppress(Unavailable):  # the next sweep does it
            for queue, due in loop.working.count_due().items() if loop else ():
                self._nudges.top_up(queue, due)


def add_work(app: Celery, open_working: Open) -> None:
    """What a worker does: one task for jobs, and one for the sweep."""
    one = _Process(app, open_working)
    signals.worker_process_init.connect(one.begin, weak=False)
    signals.worker_process_shutdown.connect(one.end, weak=False)
    signals.worker_shutting_down.connect(one.ask_to_stop, weak=False)

    def run_job(workspace_id: str, job_id: str) -> None:
        one.run_job(workspace_id, job_id)

    def sweep() -> None:
        one.sweep()

    app.task(run_job, name=RUN_JOB)
    app.task(sweep, name=SWEEP)
