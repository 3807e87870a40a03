"""The pieces of a posting: headings, list items and paragraphs, each with what its section is about.

    text  ->  lines without letter parts  ->  headings, items, wrapped lines joined  ->  Piece, …

Promises (tests in tests/core/posting/test_pieces.py):

* A heading counts for what stands under it, up to the next one; a label for its own line and the list below it.
* A line that was wrapped is one piece with the line that it continues.
* Headings that were run into the text are found there too.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resume_customizer.core.notices import Notice
from resume_customizer.core.posting.headings import Heading, Kind, find_heading
from resume_customizer.core.posting.letters import find_unread

_ITEM = re.compile(
    r"[ \t>]*(?:[•·●▪■◦‣⁃○□➢►▶✔✅→»\uf0b7\uf0a7*+–—-][ \t\xa0]|[•·●▪◦\uf0b7]|\(?\d{1,2}[.)][ \t]"
    r"|\(?[a-zA-Z][.)][ \t])[ \t\xa0]*"
)
_RUN_IN = re.compile(
    r"(?<=[.!?:)a-z] )(?:What you(?:'|’)?(?:ll| will)? (?:do|bring|need)\b|What you (?:do|bring"
    r"|need)\b|Your (?:Profile|Tasks|Responsibilities|Qualifications|Role)\b"
    r"|(?:Job |Key |Minimum |Preferred |Basic )?(?:Requirements|Qualifications"
    r"|Responsibilities)\b:?(?= [A-Z0-9•-])|What we offer\b|Here(?:'|’)s what we offer(?:"
    r" you)?\b"
    r"|(?:Job benefits|Company description|Bonus|Nice to have|Must have|Requirements"
    r"|Qualifications|Responsibilities|Technologies|Preferred|Required|Benefits|About us):)"
)
"""Headings that stand in the middle of a line, where a text has lost its line breaks."""
_RUN_IN_HINTS = (
    "What you", "Your ", "Requirements", "Qualifications", "Responsibilities", "hat we offer", "s what we offer",
    "Job benefits", "Company desc", "Bonus", "Nice to have", "Must have", "Technologies", "Preferred",
    "Required", "Benefits", "About us",
)  # fmt: skip
"""A line with none of these has no such heading."""
_LONG = 160
"""Characters from which a line may hold headings that were run into it."""
_WRAPPED = 45
"""Characters from which a line may have been wrapped."""
_QUIET = frozenset(("unknown", "company", "benefits", "equal", "apply", "fact", "title", "duties", "stack"))


_AROUND = 60
"""Characters that are looked at before and after a hint."""


class Piece(NamedTuple):
    """A heading, a list item or a paragraph."""

    start: int
    end: int
    kind: Kind
    """What its section is about."""
    is_heading: bool = False
    is_item: bool = False
    label: str = ""
    """The words of a label in front of it (`location`), in lower case."""


class Found(NamedTuple):
    """A fact about the opening, and the span that says it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """A posting, taken to pieces."""

    text: str
    lowered: str
    """The text in lower case, each character in its old place."""
    pieces: tuple[Piece, ...]
    notices: tuple[Notice, ...] = ()
    starts: tuple[int, ...] = ()
    """Where each piece begins."""

    def find(
        self, pattern: re.Pattern[str], hints: Sequence[str], without: Collection[Kind] = ()
    ) -> Iterator[re.Match[str]]:
        """Matches in lower case around hints (a plain search is many times faster), but for pieces of some kinds."""
        done = 0
        for start, end in self.near(hints, without):
            found = pattern.search(self.lowered, max(start, done), end) if end > done else None
            if found is not None:
                done = max(found.end(), found.start() + 1)
                yield found

    def near(self, hints: Sequence[str], without: Collection[Kind] = ()) -> Iterator[tuple[int, int]]:
        """The surroundings of each hint within its piece, in order."""
        for at in sorted({at for hint in hints for at in self._places(hint)}):
            piece = self.piece_at(at)
            if piece is not None and piece.kind not in without:
                yield max(piece.start, at - _AROUND), min(piece.end, at + _AROUND)

    def _places(self, hint: str) -> Iterator[int]:
        at = self.lowered.find(hint)
        while at >= 0:
            yield at
            at = self.lowered.find(hint, at + len(hint))

    def piece_at(self, at: int) -> Piece | None:
        """The piece that holds an offset; None between them and in the parts of a letter."""
        number = bisect_right(self.starts, at) - 1
        return self.pieces[number] if number >= 0 and at < self.pieces[number].end else None

    def labelled(self, *words: str) -> Iterator[Piece]:
        """What stands behind labels that have one of these words."""
        for piece in self.pieces:
            if piece.label and not piece.is_heading and any(word in piece.label for word in words):
                yield piece


class _Reader:
    """Goes through the lines and remembers what they are about."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.section: Kind = "unknown"
        self.label: Kind | None = None
        """What a label said that counts for the list below it."""
        self.waiting = ""
        """A label of a fact or title that stands alone: its value is in the next line."""
        self.before_blank = False

    def read(self, start: int, line: str) -> None:
        """One line, which begins at `start`."""
        # Most lines begin with a letter that is no enumeration: they need no pattern.
        marker = None if line[:1].isalpha() and line[1:2] not in ".)" else _ITEM.match(line)
        content = marker.end() if marker else 0
        stripped = line[content:].strip(" \t\xa0>")
        if not stripped:
            if not self.waiting:
                self.label = None
            self.before_blank = True
            return
        begin = start + line.index(stripped, content)
        was_blank, self.before_blank = self.before_blank, False
        heading = find_heading(stripped, is_item=marker is not None)
        if heading is None:
            self._text(begin, stripped, is_item=marker is not None, was_blank=was_blank)
        elif heading.end >= len(stripped):
            self._heading(begin, stripped, heading)
        else:
            self._labelled(begin, stripped, heading, is_item=marker is not None)

    def _heading(self, begin: int, line: str, heading: Heading) -> None:
        self.pieces.append(Piece(begin, begin + len(line), heading.kind, is_heading=True))
        if heading.kind in ("fact", "title"):
            self.waiting = heading.label
            self.label = heading.kind
        else:
            self.section, self.label, self.waiting = heading.kind, None, ""

    def _labelled(self, begin: int, line: str, heading: Heading, *, is_item: bool) -> None:
        rest = line[heading.end :].lstrip(" \t\xa0*_")
        at = begin + len(line) - len(rest)
        self.pieces.append(Piece(begin, at, heading.kind, is_heading=True))
        self._add(Piece(at, begin + len(line), heading.kind, is_item=is_item, label=heading.label))
        self.waiting = ""
        if is_item or heading.kind in ("fact", "title"):
            return
        if heading.kind in ("must", "duties", "company", "benefits"):
            self.section, self.label = heading.kind, None
        else:
            self.label = heading.kind

    def _text(self, begin: int, line: str, *, is_item: bool, was_blank: bool) -> None:
        kind = self.section
        if self.waiting:
            label, self.waiting, kind = self.waiting, "", self.label or kind
            self.label = None
            self.pieces.append(Piece(begin, begin + len(line), kind, label=label))
            return
        if self.label is not None:
            if is_item:
                kind = self.label
            else:
                self.label = None
        if not is_item and not was_blank and self._continues(begin, line):
            self.pieces[-1] = self.pieces[-1]._replace(end=begin + len(line))
            return
        self._add(Piece(begin, begin + len(line), kind, is_item=is_item))

    def _continues(self, begin: int, line: str) -> bool:
        """Whether a line goes on with the sentence of the line before."""
        if not self.pieces or not (line[0].islower() or line[0] in "(&/"):
            return False
        last = self.pieces[-1]
        before = self.text[max(last.start, begin - 200) : last.end]
        return (
            not (last.is_heading or last.label)
            and len(before.rsplit("\n", 1)[-1]) >= _WRAPPED
            and before[-1] not in ".:;!?"
        )

    def _add(self, piece: Piece) -> None:
        if piece.end - piece.start > _LONG:
            line = self.text[piece.start : piece.end]
            if any(hint in line for hint in _RUN_IN_HINTS):
                self.pieces.extend(self._apart(piece))
                return
        self.pieces.append(piece)

    def _apart(self, piece: Piece) -> Iterator[Piece]:
        """A long line, taken apart at the headings inside of it."""
        start, kind = piece.start, piece.kind
        for found in _RUN_IN.finditer(self.text, piece.start, piece.end):
            heading = find_heading(f"{found.group().rstrip(':')}:")
            if heading is None:
                continue
            yield piece._replace(start=start, end=found.start(), kind=kind)
            yield Piece(found.start(), found.end(), heading.kind, is_heading=True)
            start, kind = found.end(), heading.kind
        yield piece._replace(start=start, kind=kind)
        if piece.kind in _QUIET:
            self.section = kind if kind != "fact" else self.section


def read_pieces(text: str, lowered: str) -> Pieces:
    """The headings, items and paragraphs of a posting, without the parts of a letter around it."""
    lines = text.split("\n")
    unread = find_unread(text, lines)
    reader = _Reader(text)
    start = 0
    for at, line in enumerate(lines):
        if at not in unread.lines:
            reader.read(start, line)
        elif at == unread.subject:
            begin = start + line.index(":") + 1
            reader.pieces.append(Piece(begin, start + len(line), "title", label="subject"))
        start += len(line) + 1
    pieces = tuple(reader.pieces)
    return Pieces(text, lowered, pieces, unread.notices, tuple(piece.start for piece in pieces))
