"""The sender: takes mails whose time has come, hands each to its server once, and writes down what became of it.

    what is due  ->  leased  ->  claimed: `sending`, kept  ->  handed over  ->  marked: sent, due again, failed, unknown

The claim is kept before a server hears of the mail. A sender that dies leaves `sending` behind; when its lease is over,
the next one finds that and calls it `unknown`. Mails are claimed and marked in portions: as many as go out in a moment,
so that a quick server is not held up by the store, and a sender that dies leaves no more in doubt than a moment's
worth. Lines to servers stay open from one portion to the next. Several senders can work side by side, as threads or
as processes.

Promises (tests in tests/services/test_sending.py and tests/faults/test_mail_kills.py):

* Nothing goes out twice by itself: not when a sender dies, nor when the database or the server does not answer.
* Nothing that is due is forgotten.
* After `stop` no mail is begun; what was claimed and not begun is due again at once.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import groupby
from typing import Final, TypeVar

from resume_customizer.core.errors import Conflict, ResumeCustomizerError
from resume_customizer.core.mail_server import Attempt
from resume_customizer.core.records.work import Due
from resume_customizer.services.ground import Ground
from resume_customizer.services.leasing import take_due
from resume_customizer.services.mail.mail_claiming import Claimed, Claiming
from resume_customizer.services.mail.mail_marking import mark
from resume_customizer.services.mail.mail_ports import MailLine, MailMeans
from resume_customizer.services.mail.mail_writing import QUEUE
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import InWorkspace, Transaction

T = TypeVar("T")
LEASE: Final = timedelta(minutes=15)
"""How long a sender has for what it took."""
_PART_OF_LEASE: Final = 3
"""In this part of its lease a sender begins mails; then it gives the rest back, so that the last one has time."""
_HANDFUL: Final = 5
_MOST: Final = 50
_MOMENT: Final = 0.5
"""Seconds that a portion is to take to hand over."""
_TRIES: Final = 6
_LONGEST_REST: Final = 10.0
"""Seconds after which a line that nobody needs is closed."""


class Sending:
    """What a sender does; no door leads here but the one of the worker."""

    def __init__(self, ground: Ground, blobs: Blobs, means: MailMeans, lease: timedelta = LEASE) -> None:
        self._ground, self._lease = ground, lease
        self._claiming = Claiming(ground, blobs, means)

    def run(self, stop: threading.Event, connections: int = 4, pause: float = 1.0) -> None:
        """Send what becomes due until `stop` is set, over so many connections; a store that is away is waited for."""
        threads = [threading.Thread(target=self._keep_on, args=(stop, pause)) for _ in range(connections - 1)]
        for thread in threads:
            thread.start()
        self._keep_on(stop, pause)
        for thread in threads:
            thread.join()

    def send_due(self, limit: int = _HANDFUL, stop: threading.Event | None = None) -> int:
        """See to mails that are due, at most so many; gives how many it saw to. Raises Unavailable."""
        lines = _Lines(stop or threading.Event())
        try:
            return self._send(lines, limit)
        finally:
            lines.close()

    def _keep_on(self, stop: threading.Event, pause: float) -> None:
        lines = _Lines(stop)
        while not stop.is_set():
            try:
                found = self._send(lines, lines.portion)
            except ResumeCustomizerError:  # what was taken and not seen to comes again when its lease is over
                found = 0
            lines.close(_LONGEST_REST)
            if not found:
                stop.wait(pause)
        lines.close()

    def _send(self, lines: "_Lines", limit: int) -> int:
        begun, taken = self._ground.clock(), take_due(self._ground, QUEUE, limit, self._lease)
        until = begun + self._lease / _PART_OF_LEASE
        for workspace_id, leased in _by_workspace(taken):
            claimed = self._in(workspace_id, lambda tx, leased=leased: self._claiming.claim(tx, leased))
            done = list(lines.hand_over(claimed, lambda: self._ground.clock() < until))
            if done:
                self._in(workspace_id, lambda tx, done=done: mark(tx, self._ground, done))
        return len(taken)

    def _in(self, workspace_id: str, work: Callable[[Transaction], T]) -> T:
        """What `work` gives, in one transaction; again when somebody else was quicker, as nothing was kept then."""
        for left in reversed(range(_TRIES)):
            try:
                return self._ground.store.run(InWorkspace(workspace_id), work)
            except Conflict:
                if not left:
                    raise
        raise AssertionError("unreachable")


class _Lines:
    """The lines of one sender, and how many mails it takes at once."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop, self.portion = stop, 1
        self._open: dict[tuple[int, str, int, str, str, str], tuple[MailLine, float]] = {}

    def hand_over(
        self, claimed: Iterable[Claimed], is_in_time: Callable[[], bool]
    ) -> Iterator[tuple[Claimed, Attempt | None]]:
        """Each mail with what became of it; None: it was not begun."""
        begin, count = time.monotonic(), 0
        for each in claimed:
            if self._stop.is_set() or not is_in_time():
                yield each, None
                continue
            receivers = tuple(receiver.receiver for receiver in each.receivers)
            yield each, self._line(each).send(each.sender.address, receivers, each.content)
            count += 1
        if count:
            fits = int(count * _MOMENT / max(time.monotonic() - begin, 0.001))
            self.portion = max(1, min(fits, 2 * self.portion, _MOST))

    def close(self, rest: float = 0.0) -> None:
        """Hang up where nothing was sent for so many seconds."""
        for key, (line, used_at) in list(self._open.items()):
            if time.monotonic() - used_at >= rest:
                del self._open[key]
                line.close()

    def _line(self, claimed: Claimed) -> MailLine:
        route = claimed.route
        key = (id(claimed.servers), route.host, route.port, route.security, route.user, route.password)
        line = self._open[key][0] if key in self._open else claimed.servers.line(route)
        self._open[key] = line, time.monotonic()
        return line


def _by_workspace(taken: Iterable[Due]) -> Iterator[tuple[str, tuple[Due, ...]]]:
    def home(due: Due) -> str:
        return due.in_workspace

    for workspace_id, leased in groupby(sorted(taken, key=home), key=home):
        yield workspace_id, tuple(leased)
