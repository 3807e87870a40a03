"""Whether two requirements are the same opening, that came twice, often through other vendors.

    client, title, posting  ->  client_key(), title_key(), marks_of()  ->  candidates  ->  compare()  ->  Likeness

Clients are compared without legal forms, titles without level and place. Postings are compared by runs of four words:
near-same ones share most of them, whatever a vendor has put around it. Marks (the least hashes of runs, banded) find
candidates without reading every posting.

Promises (tests in tests/core/test_duplicates.py):

* The same opening from another vendor, with another greeting and signature, is found, and the evidence says why.
* Two openings of one client with different titles and postings are not the same.
* Near-same postings share a mark.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from resume_customizer.core.records.desk import NEVER, Requirement

_RUN: Final = 4
_BANDS, _ROWS = 8, 2
_FEWEST_RUNS: Final = 8
_LONGEST: Final = 50_000
NEAR_SAME: Final = 0.6
"""The share of runs from which two postings count as the same."""
ALIKE: Final = 0.3
"""The share from which they count as alike, where client or title agree too."""
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_LEGAL: Final = frozenset(
    "inc incorporated llc llp lp ltd limited corp corporation co company plc gmbh ag sa sas bv nv pvt private "
    "the".split()
)
_LEVELS: Final = frozenset(
    "senior sr junior jr mid level lead principal staff i ii iii iv v remote hybrid onsite".split()
)
_SHORT: Final = {
    "dev": "developer",
    "eng": "engineer",
    "engr": "engineer",
    "admin": "administrator",
    "mgr": "manager",
    "arch": "architect",
    "ba": "analyst",
    "fullstack": "full stack",
}
_ASIDE = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")


class Likeness(NamedTuple):
    """Why two requirements seem to be one opening."""

    requirement_id: str
    title: str
    reasons: tuple[str, ...]
    share: int
    """Percent of the postings that is the same."""


def client_key(name: str) -> str:
    """A client's name as clients are compared."""
    words = _WORD.findall(name.lower().replace("&", " and "))
    return " ".join(word for word in words if word not in _LEGAL) or " ".join(words)


def title_key(title: str) -> str:
    """A title as titles are compared: without level, place and what stands in brackets."""
    words = _WORD.findall(_ASIDE.sub(" ", title.lower()).replace("full-stack", "full stack"))
    words = " ".join(_SHORT.get(word, word) for word in words).split()
    return " ".join(sorted(set(words) - _LEVELS) or sorted(set(words)))


def keyed(requirement: Requirement) -> Requirement:
    """The requirement with what it is found and sorted by."""
    due = min((each for each in (requirement.deadline, requirement.next_step_due) if each), default=NEVER)
    return replace(
        requirement,
        client_key=client_key(requirement.end_client or requirement.client),
        title_key=title_key(requirement.title),
        due_at=due,
    )


def marks_of(posting: str) -> tuple[str, ...]:
    """Marks of a posting; none for one that is too short to be compared."""
    runs = _runs(posting)
    if len(runs) < _FEWEST_RUNS:
        return ()
    least = [min(_hashed(run, seed) for run in runs) for seed in _SEEDS]
    bands = (least[at : at + _ROWS] for at in range(0, _BANDS * _ROWS, _ROWS))
    return tuple(f"{number}:{_digest(repr(band))}" for number, band in enumerate(bands))


def share_of(one: str, other: str) -> float:
    """What share of their runs of words two postings have in common (Jaccard)."""
    here, there = _runs(one), _runs(other)
    if not here or not there:
        return 0.0
    return len(here & there) / len(here | there)


def compare(one: Requirement, other: Requirement) -> Likeness | None:
    """Why two are the same opening; None when they are not."""
    same_client = bool(one.client_key) and one.client_key == other.client_key
    same_title = bool(one.title_key) and one.title_key == other.title_key
    share = share_of(one.posting, other.posting)
    is_same = share >= NEAR_SAME or (same_client and same_title) or (share >= ALIKE and (same_client or same_title))
    if not is_same or (same_title and same_client and 0 < share < ALIKE / 3):
        return None
    return Likeness(other.id, other.title, tuple(_reasons(one, other, share)), round(share * 100))


def _reasons(one: Requirement, other: Requirement, share: float) -> Iterator[str]:
    if one.client_key and one.client_key == other.client_key:
        yield f"same client: {other.end_client or other.client}"
    if one.title_key == other.title_key:
        yield f"same title: {other.title}"
    if share >= ALIKE:
        yield f"{round(share * 100)} % of the posting is the same"
    if one.vendor_company and other.vendor_company:
        same = client_key(one.vendor_company) == client_key(other.vendor_company)
        yield f"{'same' if same else 'other'} vendor: {other.vendor_company}"


_SEEDS: Final = tuple(range(_BANDS * _ROWS))


@lru_cache(maxsize=256)
def _runs(posting: str) -> frozenset[int]:
    words = _WORD.findall(posting[:_LONGEST].lower())
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(0, len(words) - _RUN + 1)))
    return frozenset(int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest()) for run in runs)


_PRIME: Final = (1 << 61) - 1


def _hashed(run: int, seed: int) -> int:
    return (run * (2 * seed + 3) * 0x9E3779B97F4A7C15 + (seed + 1) * 0xD1B54A32D192ED03) % _PRIME


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
