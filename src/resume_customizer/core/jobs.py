"""Background work: what may become of a job, when it is tried again, how far it is, and whose turn it is.

    waiting ─► running ─► done | failed | quarantined | cancelled        paused ◄─► waiting
                  └─► waiting again, after a pause, when it was lost or something was away

Promises (tests in tests/core/test_jobs.py):

* The table of moves is the one that is written out in the test; whatever is not in it is refused and says why.
* What can't succeed is not tried again; what may succeed is, a few times, each time after a longer pause.
* A workspace with very much work delays another one by a few jobs, not by all of them.
* A larger tier gets a larger share while others wait, and nobody has to wait while nobody else does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from resume_customizer.core.errors import Conflict, PromiseBroken, ResumeCustomizerError, Unavailable
from resume_customizer.core.tiers import Tier


class Status(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    QUARANTINED = "quarantined"
    """It broke what worked on it, so it is not tried again by itself."""
    CANCELLED = "cancelled"


class Queue(StrEnum):
    """What waits together."""

    INTERACTIVE = "interactive"
    """Somebody waits for it."""
    BULK = "bulk"
    MAIL = "mail"


class Step(StrEnum):
    """Something that happens to a job."""

    BEGIN = "begin"
    FINISH = "finish"
    FAIL = "fail"
    QUARANTINE = "quarantine"
    TRY_LATER = "try later"
    CANCEL = "cancel"
    PAUSE = "pause"
    RESUME = "resume"
    RETRY = "retry"


MOVES: Final[Mapping[Step, tuple[frozenset[Status], Status]]] = {
    Step.BEGIN: (frozenset({Status.WAITING}), Status.RUNNING),
    Step.FINISH: (frozenset({Status.RUNNING}), Status.DONE),
    Step.FAIL: (frozenset({Status.RUNNING}), Status.FAILED),
    Step.QUARANTINE: (frozenset({Status.RUNNING}), Status.QUARANTINED),
    Step.TRY_LATER: (frozenset({Status.RUNNING}), Status.WAITING),
    Step.CANCEL: (frozenset({Status.WAITING, Status.PAUSED, Status.RUNNING}), Status.CANCELLED),
    Step.PAUSE: (frozenset({Status.WAITING, Status.RUNNING}), Status.PAUSED),
    Step.RESUME: (frozenset({Status.PAUSED}), Status.WAITING),
    Step.RETRY: (frozenset({Status.FAILED, Status.QUARANTINED, Status.CANCELLED}), Status.WAITING),
}
"""From where, and to where."""
ENDED: Final = frozenset({Status.DONE, Status.FAILED, Status.QUARANTINED, Status.CANCELLED})
"""Nothing more happens by itself."""

MOST_ATTEMPTS: Final = 5
"""When something was away or in the way."""
MOST_LOSSES: Final = 3
"""When the process that worked on it ended."""
FIRST_PAUSE: Final = timedelta(seconds=2)
LONGEST_PAUSE: Final = timedelta(minutes=5)
LEASE: Final = timedelta(seconds=30)
"""How long a job is a worker's own without a sign of life."""

MOST_AT_ONCE: Final[Mapping[Tier, int]] = {Tier.FREE: 2, Tier.PREMIUM: 8, Tier.ENTERPRISE: 32}
"""Jobs of one workspace that run at the same time, in each queue."""
SHARE: Final[Mapping[Tier, int]] = {Tier.FREE: 1, Tier.PREMIUM: 2, Tier.ENTERPRISE: 4}
"""How much more is done for a workspace while others wait."""
_ROUND: Final = 4
"""A multiple of every share."""
_BULK_FIRST_EVERY: Final = 8


def move(status: Status, step: Step) -> Status:
    """Where a job stands after a step; raises Conflict `job-is-…` when it can't be taken from there."""
    before, after = MOVES[step]
    if status not in before:
        allowed = " or ".join(sorted(before))
        raise Conflict(f"job-is-{status}", f"The job is {status}; only one that is {allowed} can {step}.")
    return after


# ---------------------------------------------------------------- after an error


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is done after an error, and how it is told."""

    step: Step
    code: str
    message: str
    """For people."""
    fault: str
    """For operators; holds nothing of what was worked on."""


_BREAKS: Final = frozenset({"too-slow", "too-hard", "too-large"})
"""Codes of what a sandbox had to stop."""
_GOT_IN_THE_WAY: Final = frozenset({"changed-meanwhile", "store-busy", "busy"})


def judge(fault: Exception, attempts: int) -> Verdict:
    """What follows from an error in the attempt of this number, counted from 1."""
    if not isinstance(fault, ResumeCustomizerError):
        kind = type(fault).__name__
        message = "Something unexpected happened; nothing was changed by this step."
        step = Step.TRY_LATER if attempts < MOST_LOSSES else Step.FAIL
        return Verdict(step, "unexpected", message, f"{kind} at {_place_of(fault)}")
    place = f"{type(fault).__name__} at {_place_of(fault)}"
    if fault.code in _BREAKS:
        return Verdict(Step.QUARANTINE, fault.code, fault.message, place)
    may_pass = (isinstance(fault, Unavailable) or fault.code in _GOT_IN_THE_WAY) and not isinstance(
        fault, PromiseBroken
    )
    step = Step.TRY_LATER if may_pass and attempts < MOST_ATTEMPTS else Step.FAIL
    return Verdict(step, fault.code, str(fault), place)


def judge_loss(attempts: int) -> Verdict:
    """What follows when the process that worked on a job ended, or gave no sign of life, for the so-manieth time."""
    message = f"The process that worked on it ended without an answer, {attempts} times."
    step = Step.TRY_LATER if attempts < MOST_LOSSES else Step.QUARANTINE
    return Verdict(step, "worker-lost", message, "no sign of life until the end of the lease")


def pause_before(attempts: int, chance: float) -> timedelta:
    """How long to wait after this many attempts; `chance`, from 0 to 1, keeps those that failed together apart."""
    whole = min(FIRST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE)
    return whole * (0.5 + chance / 2)


def _place_of(fault: BaseException) -> str:
    """File and line where it was raised."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    file = trace.tb_frame.f_code.co_filename.rpartition("resume_customizer/")[2].rpartition("/")[2]
    return f"{file}:{trace.tb_lineno}"


# ---------------------------------------------------------------- how far it is


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is, and what that says about the rest."""

    done: int
    total: int
    rate: float = 0.0
    """Done in a second, so far; 0 when that can't be said."""
    seconds_left: int | None = None

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return 100 * self.done // self.total if self.total else 0


def progress_of(done: int, total: int, began: datetime | None, now: datetime) -> Progress:
    """How far it is at a moment, when it began then."""
    took = (now - began).total_seconds() if began else 0.0
    if not done or took <= 0:
        return Progress(done, total)
    rate = done / took
    return Progress(done, total, round(rate, 3), round((total - done) / rate))


# ---------------------------------------------------------------- whose turn it is


def next_turn(turn: int, tier: Tier) -> int:
    """The turn of a line after one of its jobs began: the larger the share, the sooner it comes again."""
    return turn + _ROUND // SHARE[tier]


def turn_of_newcomer(turn: int, others: Iterable[int]) -> int:
    """The turn of a line that was empty: it begins with those that wait, and can't have saved up turns."""
    return max(turn, min(others, default=turn))


def order_of_queues(queues: tuple[str, ...], number: int) -> tuple[str, ...]:
    """The order in which a worker looks into its queues: as given, but now and then the last one goes first."""
    return tuple(reversed(queues)) if number % _BULK_FIRST_EVERY == _BULK_FIRST_EVERY - 1 else queues
