"""What a posting says, sentence by sentence, and how much each asks for.

    pieces  ->  sentences  ->  cues (required, a plus, no need of …)  ->  need of each  ->  Statement, …

The heading decides; a word in the sentence that says otherwise ("Kafka is a plus" under "Requirements") goes first.
Under no heading, the sentence's own words decide.

Promises (tests in tests/core/posting/test_statements.py):

* Benefits, the company's story, equal opportunity and how to apply ask for nothing.
* What is called a plus is not required, wherever it stands.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from resume_customizer.core.posting.cues import Cue, find_cues
from resume_customizer.core.posting.headings import Kind
from resume_customizer.core.posting.pieces import Piece, Pieces


class Statement(NamedTuple):
    """One sentence, or one item of a list."""

    start: int
    end: int
    kind: Kind
    cues: tuple[Cue, ...]
    is_item: bool = False
    label: str = ""


_LONGEST = 2_000
"""Characters of a sentence; a longer one is no sentence, and looked at in parts."""
_SENTENCE_END = re.compile(r"[.!?][\"”')]?[ \t\xa0\n]+(?=[A-Z0-9\"“(•*–-])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(/])(?:e\.?g|i\.?e|vs|incl|sr|jr|inc|ltd|approx|no|mr|ms|mrs|dr|min|max|st|exp"
    r"|dept|u\.s|ca|resp)$",
    re.IGNORECASE,
)


def read_statements(read: Pieces) -> tuple[Statement, ...]:
    """The sentences of a posting in order, headings left out."""
    spans = [span for piece in read.pieces if not piece.is_heading for span in _sentences(read.text, piece)]
    starts = [start for _, start, _ in spans]
    cues: dict[int, list[Cue]] = {}
    for cue in find_cues(read.lowered):
        at = bisect_right(starts, cue.start) - 1
        if at >= 0 and cue.start < spans[at][2]:
            cues.setdefault(at, []).append(cue)
    return tuple(
        Statement(start, end, piece.kind, _apart(cues.get(at)), piece.is_item, piece.label)
        for at, (piece, start, end) in enumerate(spans)
    )


def _apart(cues: list[Cue] | None) -> tuple[Cue, ...]:
    """In order, without those inside of another: "not required" requires nothing."""
    if cues is None:
        return ()
    kept: list[Cue] = []
    for cue in sorted(cues):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return tuple(kept)


def _sentences(text: str, piece: Piece) -> Iterator[tuple[Piece, int, int]]:
    """Each sentence of a piece with its span, without white space at its ends."""
    start = piece.start
    for found in _SENTENCE_END.finditer(text, start, piece.end):
        if text[found.start()] == "." and _ABBREVIATED.search(text[max(start, found.start() - 8) : found.start()]):
            continue
        yield from _stripped(text, piece, start, found.end())
        start = found.end()
    yield from _stripped(text, piece, start, piece.end)


def _stripped(text: str, piece: Piece, start: int, stop: int) -> Iterator[tuple[Piece, int, int]]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    while stop - start > _LONGEST:
        blank = text.find(" ", start + _LONGEST, stop)
        if blank < 0:
            break
        yield piece, start, blank
        start = blank + 1
    if start < stop:
        yield piece, start, stop
