"""Which doubtful names a text vouches for, as a whole.

    hits, the longest of each place  ->  vouched()  ->  those that count

A name that needs its case (SES, Ranger) may be anything in the list of a lawyer's grants; next to other names of
technologies it is one. A short text (a point, a heading) has too few neighbours to ask.

Promises (tests in tests/core/test_vouching.py):

* In a long text a doubtful name counts when another technology is named near it, or when the same one is named
  surely elsewhere in it; a sure name always counts.
* "Process Improvement Plan (PIP)" says what the letters stand for: they are no technology in all of that text.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resume_customizer.core.naming.technologies import find_technology

LONG = 600
"""Characters of a text that has neighbours to ask."""
NEAR = 120
"""Characters between a doubtful name and a sure one that vouches for it."""
NEXT = 40
"""The same for a name that only stands like one, without a word of its trade near."""
BESIDE = 60
"""Characters between two doubtful names that vouch for each other."""


class Hit(NamedTuple):
    """A spelling that was found, and how little says that it is a name there; in order, the longest come first."""

    start: int
    minus_end: int
    doubt: int
    """0 for nothing against it; see core/naming/name_context.py."""
    technology: str


def vouched(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits that count; they are in order and do not overlap."""
    kept = _without_explained(text, hits) if "(" in text else list(hits)
    if len(text) < LONG or all(not hit.doubt for hit in kept):
        return kept
    sure = [hit.start for hit in kept if not hit.doubt]
    vouchers = {hit.technology for hit in kept if not hit.doubt}
    doubtful = [hit for hit in kept if hit.doubt]
    vouchers |= {hit.technology for hit in doubtful if _has_near(sure, hit.start, NEAR if hit.doubt < 3 else NEXT)}
    vouchers |= {
        technology
        for one, other in itertools.pairwise(doubtful)
        if other.start - one.start < BESIDE and one.technology != other.technology
        for technology in (one.technology, other.technology)
    }
    return [hit for hit in kept if not hit.doubt or hit.technology in vouchers]


def _has_near(places: Sequence[int], place: int, most: int) -> bool:
    at = bisect_left(places, place)
    return any(abs(other - place) < most for other in places[max(0, at - 1) : at + 1])


def _without_explained(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """Without letters that the text itself says are something else."""
    kept, others = list[Hit](), set[tuple[str, str]]()
    for hit in hits:
        letters = text[hit.start : -hit.minus_end]
        if hit.doubt and hit.start and text[hit.start - 1] == "(" and _stand_for_else(text, hit, letters):
            others.add((letters, hit.technology))
        kept.append(hit)
    return [hit for hit in kept if (text[hit.start : -hit.minus_end], hit.technology) not in others] if others else kept


def _stand_for_else(text: str, hit: Hit, letters: str) -> bool:
    """Whether the words in front of the bracket begin with these letters and are no name of this technology."""
    if not (letters.isupper() and letters.isalpha()) or text[-hit.minus_end : 1 - hit.minus_end] != ")":
        return False
    words = text[max(0, hit.start - 24 * len(letters)) : hit.start - 1].replace("-", " ").split()[-len(letters) :]
    if "".join(word[0] for word in words).upper() != letters:
        return False
    known = find_technology(" ".join(words))
    return known is None or known.name != hit.technology
