"""The same lines for several people at one client or vendor, and what could be said instead.

    lines that are to be sent  ->  find_repeats()  ->  those that others have sent to the same client or vendor
    repeats  ->  with_proposals()  ->  approved points of the same technologies that were not sent there

A whole resume is looked for in one question; so are the points that could stand instead, in portions.

Promises (tests in tests/services/test_sent_lines.py):

* The same line for another consultant to the same client or vendor within the agreed days is found, an older one not.
* However often somebody's own lines went there, those of others are found.
* What is proposed instead is approved, of the same technology, and was not sent there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

from resume_customizer.core.naming.mentions import first_mentions
from resume_customizer.core.records.banks import Approval, BankPoint
from resume_customizer.core.records.desk import Consultant, SentLine
from resume_customizer.core.staffing.sent_lines import marks_of_line, says_the_same
from resume_customizer.services.store import Reading, Value

_MOST_CANDIDATES: Final = 40
"""Sent lines that are compared for each mark of a line."""
_MOST_PROPOSED: Final = 3
_A_PORTION: Final = 8
"""Points of each technology that are looked at in one go."""
_MOST_OF_A_POINT: Final = 5
"""Sent lines that are compared for each mark of a point: one that was sent there was sent as it is."""
_MOST_LOOKED_AT: Final = 3 * _A_PORTION
_MOST_TECHNOLOGIES: Final = 4
"""Of one line."""
_Named: TypeAlias = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom something goes."""

    client_key: str
    vendor_key: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A line that somebody else has sent there."""

    line: str
    other_line: str
    consultant_id: str
    consultant: str
    submission_id: str
    receiver: str
    """`client` or `vendor`."""
    sent_at: datetime
    proposals: tuple[str, ...] = ()
    """Approved points of the same technology that were not sent there."""


def find_repeats(
    tx: Reading, consultant_id: str, receiver: Receiver, lines: Collection[str], since: datetime
) -> tuple[Repeat, ...]:
    """The lines that were sent for others to the same client or vendor; each line once."""
    sent = _Sent.find(tx, receiver, lines, since, {"consultant_id": consultant_id})
    names: dict[str, str] = {}
    found = []
    for text in lines:
        other = sent.find_same(text)
        if other is None:
            continue
        if other.consultant_id not in names:
            names[other.consultant_id] = tx.get(Consultant, other.consultant_id).name
        where = "client" if other.client_key == receiver.client_key != "" else "vendor"
        name = names[other.consultant_id]
        found.append(Repeat(text, other.text, other.consultant_id, name, other.submission_id, where, other.sent_at))
    return tuple(found)


def with_proposals(
    tx: Reading,
    receiver: Receiver,
    repeats: Sequence[Repeat],
    lines: Sequence[str],
    provenance: Sequence[Mapping[str, Any]],
    since: datetime,
) -> tuple[Repeat, ...]:
    """Repeats with approved points of their technologies that neither stand in the file nor were sent there."""
    about = {each.line: technologies_of_line(each.line, provenance)[:_MOST_TECHNOLOGIES] for each in repeats}
    proposed = _propose(tx, receiver, about, lines, since)
    return tuple(replace(each, proposals=proposed[each.line]) for each in repeats)


def technologies_of_line(text: str, provenance: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What a line is about: the heading that it was placed under, and the technologies that it names."""
    placed = (str(row.get("technology") or "") for row in provenance if says_the_same(str(row.get("point", "")), text))
    return tuple(dict.fromkeys(filter(None, (*placed, *first_mentions(text)))))


def since_of(now: datetime, days: int) -> datetime:
    """From when a sent line counts."""
    return now - timedelta(days=days)


def _propose(tx: Reading, receiver: Receiver, about: _Named, lines: Sequence[str], since: datetime) -> _Named:
    """Points for each line that is about some technologies; looked for until each has enough or nothing is left."""
    names = tuple(dict.fromkeys(name for each in about.values() for name in each))
    approved: dict[str, Value] = {"approval": Approval.APPROVED.value}
    points = tx.list_among(BankPoint, {"technology": names}, having=approved, most=_MOST_LOOKED_AT) if names else ()
    there = _Lines(lines)
    of_technology: dict[str, list[str]] = defaultdict(list)
    for point in points:
        if not there.has(point.text):
            of_technology[point.technology].append(point.text)
    fresh: dict[str, list[str]] = defaultdict(list)
    proposed: _Named = dict.fromkeys(about, ())
    for start in range(0, _MOST_LOOKED_AT, _A_PORTION):
        wanting = {name for line, each in about.items() if len(proposed[line]) < _MOST_PROPOSED for name in each}
        if not wanting:
            break
        portion = {name: of_technology[name][start : start + _A_PORTION] for name in names if name in wanting}
        texts = [text for each in portion.values() for text in each]
        sent = _Sent.find(tx, receiver, texts, since, {}, _MOST_OF_A_POINT)
        for name, those in portion.items():
            fresh[name] += (text for text in those if sent.find_same(text) is None)
        proposed = {line: _first_different(fresh, names_of) for line, names_of in about.items()}
    return proposed


def _first_different(fresh: Mapping[str, Sequence[str]], names: Iterable[str]) -> tuple[str, ...]:
    chosen: list[str] = []
    for text in (text for name in names for text in fresh.get(name, ())):
        if len(chosen) == _MOST_PROPOSED:
            break
        if not any(says_the_same(text, each) for each in chosen):
            chosen.append(text)
    return tuple(chosen)


class _Lines:
    """Lines by their marks, so that each is compared with few."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_mark: dict[str, list[str]] = defaultdict(list)
        for line in lines:
            for mark in set(marks_of_line(line)):
                self._by_mark[mark].append(line)

    def has(self, text: str) -> bool:
        """Whether one of them says the same."""
        near = (line for mark in set(marks_of_line(text)) for line in self._by_mark.get(mark, ()))
        return any(says_the_same(text, line) for line in near)


class _Sent:
    """What was sent to a client or vendor and may say the same as some lines; the client's first, then the newest."""

    def __init__(self, client_key: str, found: Iterable[SentLine]) -> None:
        self._by_mark: dict[str, list[SentLine]] = defaultdict(list)
        for each in sorted(found, key=lambda each: each.client_key != client_key):
            for mark in {each.head, each.tail}:
                self._by_mark[mark].append(each)

    @classmethod
    def find(
        cls,
        tx: Reading,
        receiver: Receiver,
        lines: Collection[str],
        since: datetime,
        without: Mapping[str, Value],
        most: int = _MOST_CANDIDATES,
    ) -> "_Sent":
        """All of it, in one question; `most` sent lines for each mark of a line."""
        marks = [marks_of_line(text) for text in lines]
        ends = {"head": [each.head for each in marks], "tail": [each.tail for each in marks]}
        keys = {"client_key": receiver.client_key, "vendor_key": receiver.vendor_key}
        choices = [
            {column: key, end: values} for column, key in keys.items() if key and lines for end, values in ends.items()
        ]
        found = tx.list_among(SentLine, *choices, without=without, order="-sent_at", since=since, most=most)
        return cls(receiver.client_key, found)

    def find_same(self, text: str) -> SentLine | None:
        """The first that says the same."""
        return next((each for each in self._near(text) if says_the_same(text, each.text)), None)

    def _near(self, text: str) -> Iterator[SentLine]:
        marks = marks_of_line(text)
        for mark in dict.fromkeys(marks):
            yield from self._by_mark.get(mark, ())
