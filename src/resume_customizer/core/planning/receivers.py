"""Which experiences receive points, the newest first.

    ResumeDocument (+ include, exclude, how many)  ->  choose_receivers()  ->  Receivers

Newest: still going on, then the later end, then the later start, then the place in the document. An experience without
dates stands where it stands: it is as new as the one before it.

The surest experiences receive; those read with more doubt only when there is no surer one:
with bullets and a confidence of at least SURE, then sure without bullets, then the doubtful ones, then voluntary work.
An experience that was included by name receives whatever its confidence. One without an anchor never does.

Promises (tests in tests/core/test_receivers.py):

* Excluded experiences, and those where no bullet can be added safely, never receive.
* Whoever is passed over for want of a place is named, with the reason.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from resume_customizer.core.document import Experience, ResumeDocument
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.plan import experience_title

SURE = 0.5
"""Least confidence of an experience that was read without doubt."""
USUAL_COUNT = 3
"""How many experiences receive when nobody says."""


class Receivers(NamedTuple):
    """Who receives, newest first; and, when nobody does, why."""

    chosen: tuple[int, ...]
    """Positions in `ResumeDocument.experiences`."""
    places: tuple[str, ...] = ()
    """For each: "newest experience", "second newest experience", …, with what was passed over for it."""
    notices: tuple[Notice, ...] = ()
    code: str = ""
    """Why nobody receives: `no-experience`, `excluded` or `no-anchor`."""
    reason: str = ""
    usual: int = 0
    """How many of the chosen receive by the rules; the others hold only what a person has put there."""


def choose_receivers(
    document: ResumeDocument, count: int | None = None, include: tuple[int, ...] = (), exclude: tuple[int, ...] = ()
) -> Receivers:
    """Choose at most `count` experiences; raises InvalidInput for an experience that does not exist."""
    experiences = document.experiences
    check_experiences((*include, *exclude), len(experiences))
    if not experiences:
        return Receivers((), code="no-experience", reason="The resume has no experience that a point could go under.")
    order = newest_first(experiences)
    allowed = [index for index in order if index not in exclude and (not include or index in include)]
    if not allowed:
        return Receivers((), code="excluded", reason="Every experience is excluded.")
    able = [index for index in allowed if experiences[index].anchor is not None]
    unable = [index for index in allowed if experiences[index].anchor is None]
    passed_over = tuple(passed_over_notice(index, experiences[index]) for index in sorted(unable))
    if not able:
        why = " ".join(notice.message for notice in passed_over)
        return Receivers((), notices=passed_over, code="no-anchor", reason=f"No experience can take a point. {why}")
    chosen = tuple(able if include else _surest(able, experiences))
    chosen = chosen[: count or (len(include) or USUAL_COUNT)]
    doubts = tuple(_doubt(index, experiences[index]) for index in chosen if experiences[index].confidence < SURE)
    ranks = {index: rank for rank, index in enumerate(order)}
    places = [f"{_ordinal(ranks[index])} experience" for index in chosen]
    newer = [index for index in unable if ranks[index] < ranks[chosen[0]]]
    if newer:
        reasons = "; ".join(f"“{experience_title(experiences[i], i)}” can't: {_why_not(experiences[i])}" for i in newer)
        places[0] = f"newest experience that can take points ({reasons})"
    return Receivers(chosen, tuple(places), (*passed_over, *doubts), usual=len(chosen))


def add_receivers(receivers: Receivers, document: ResumeDocument, more: Iterable[int]) -> Receivers:
    """With experiences that a person has put points into, whatever the rules say of them."""
    wanted = set(more) - set(receivers.chosen)
    check_experiences(wanted, len(document.experiences))
    if not wanted:
        return receivers
    order = newest_first(document.experiences)
    added = tuple(index for index in order if index in wanted)
    places = tuple(f"{_ordinal(order.index(index))} experience" for index in added)
    return receivers._replace(chosen=(*receivers.chosen, *added), places=(*receivers.places, *places))


def check_experiences(indexes: Iterable[int], count: int) -> None:
    """Raise InvalidInput for the first that a resume with so many experiences does not have."""
    for index in indexes:
        if not 0 <= index < count:
            known = f"0 to {count - 1}" if count > 1 else "0 only" if count else "none"
            raise InvalidInput("no-such-experience", f"There is no experience {index}; `inspect` lists them: {known}.")


def newest_first(experiences: tuple[Experience, ...]) -> tuple[int, ...]:
    """All positions, the newest experience first."""
    return _newest_first(tuple([(experience.start, experience.end) for experience in experiences]))


@lru_cache(maxsize=256)
def _newest_first(dates: tuple[tuple[str | None, str | None], ...]) -> tuple[int, ...]:
    ages = [_age(start, end) for start, end in dates]
    known = next((age for age in ages if age), (0, 0, 0, 0))
    filled = []
    for age in ages:
        known = age or known
        filled.append(known)
    return tuple(sorted(range(len(filled)), key=lambda index: ([-part for part in filled[index]], index)))


def _age(start: str | None, end: str | None) -> tuple[int, ...] | None:
    """(year and month of the end, of the start), later is newer; None without dates."""
    first, last = _month(start, 1), _month(end, 12)
    if first is None and last is None:
        return None
    return (*(last or first or ()), *(first or last or ()))


def _month(date: str | None, without_month: int) -> tuple[int, int] | None:
    """`YYYY-MM`, `YYYY` or `present` as numbers; None for anything else."""
    if date == "present":
        return (9999, 12)
    year, _, month = (date or "").partition("-")
    if not (year.isdecimal() and len(year) == 4):
        return None
    return (int(year), int(month) if month.isdecimal() and len(month) < 3 else without_month)


def _surest(able: list[int], experiences: tuple[Experience, ...]) -> list[int]:
    """Those of the surest kind that there is."""
    kinds = {index: _doubtfulness(experiences[index]) for index in able}
    surest = min(kinds.values())
    return [index for index in able if kinds[index] == surest]


def _doubtfulness(experience: Experience) -> int:
    if experience.kind == "volunteer":
        return 3
    if experience.confidence < SURE:
        return 2
    return 0 if experience.bullets else 1


def passed_over_notice(index: int, experience: Experience) -> Notice:
    """That nothing can be added to an experience; said when it is read, and when points are dealt."""
    message = f"“{experience_title(experience, index)}” (experience {index}) can't take points: {_why_not(experience)}."
    return Notice("no-anchor", message, f"experience {index}")


def _why_not(experience: Experience) -> str:
    return (experience.no_anchor_reason or "no bullet can be added safely").rstrip(".")


def _doubt(index: int, experience: Experience) -> Notice:
    title, confidence = experience_title(experience, index), f"{experience.confidence:.2f}"
    message = f"“{title}” (experience {index}) was read with doubt (confidence {confidence}); check the points there."
    return Notice("doubtful-experience", message, f"experience {index}")


def _ordinal(rank: int) -> str:
    return ("newest", "second newest", "third newest")[rank] if rank < 3 else f"{rank + 1}th newest"
