"""Whether a point says what a text says already.

    lines  ->  index_lines()  ->  LineIndex.find(point)  ->  the line that says it

Two steps. Same text: case, white space, quotes, dashes, typed markers and closing punctuation make no difference.
Nearly the same text: the same content words in the same order, but for another ending, a slip of the pen, another
opening verb of the same sense, or a general word more per eight. Never when a number, a technology, a name with
inner capitals or a negation differs.

Promises (tests in tests/core/test_similarity.py):

* A text that was typed again, with other quotes, dashes, blanks, case or a full stop, is found.
* Points that differ in a number, a technology, a reference or a negation are not the same.
* The order of the lines does not matter to whether a point is found, and nothing is remembered between texts.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from resume_customizer.core.naming.technologies import separated
from resume_customizer.core.planning.wording import (
    FEWEST_WORDS,
    Wording,
    may_say_the_same,
    prefix_of,
    say_the_same,
    word_text,
)

_PLAIN = (
    ("\xa0", " "),
    ("\u202f", " "),
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u201e", '"'),
    ("\xab", '"'),
    ("\xbb", '"'),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("\u2212", "-"),
    ("\u2026", "..."),
    ("\u200b", ""),
    ("\ufeff", ""),
    ("\xad", ""),
    ("\u2022", "*"),
    ("\u25cf", "*"),
    ("\u25aa", "*"),
    ("\uf0b7", "*"),
    ("\uf0a7", "*"),
)
_ESCAPED = (
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", '"'),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
)
_MARKS_NO_MARKER = frozenset("\"'(.$#&<@")
"""Signs that a sentence may begin with, even when a blank follows."""
_CLOSING = " .;,:!"
_SENTENCE_ENDS = (". ", "; ", "! ", "? ", "* ")
_LONG_ENOUGH = 4
"""Words that a text needs to be found as one sentence among others in a line."""
_LONG_TEXT = 500_000
"""Characters of a document that is hardly a resume."""
_MOST_CANDIDATES = 200
"""How many texts with the same rare word are looked at; what keeps a hostile text from taking hours."""


class Prepared(NamedTuple):
    """A point, ready to be looked for."""

    key: str
    wording: Wording


@lru_cache(maxsize=1024)
def prepare(point: str) -> Prepared:
    """The point's key and wording."""
    plain = _plain(point).replace("\n", " ").strip()
    return Prepared(text_key(point), word_text(plain))


def text_key(text: str) -> str:
    """Two texts with the same key read the same to a person."""
    levelled = _level(text).replace("\n", " ").strip()
    return levelled[_marker_length(levelled) :].rstrip(_CLOSING)


class LineIndex:
    """A document's lines, to look for points in."""

    __slots__ = ("_lines", "_prefixes", "_rows", "_starts", "_text")

    def __init__(self, lines: tuple[str, ...]) -> None:
        if any("\n" in line for line in lines):
            broken = [(piece, line) for line in lines for piece in (*line.split("\n"), line.replace("\n", " "))]
            lines, self._lines = tuple(piece for piece, _ in broken), tuple(line for _, line in broken)
        else:
            self._lines = lines
        self._text = _level("\n".join(("", *lines, "")))
        self._prefixes: frozenset[str] | None = None
        self._rows: dict[int, Wording] = {}
        self._starts: list[int] = []

    def find(self, point: str) -> str | None:
        """The first line that says the same or nearly the same, as it stands in the document."""
        key, wording = prepare(point)
        for number in wording.numbers:
            if number not in self._text:
                return None
        row = self._find_same(key) if key else None
        if row is None and len(wording.words) >= FEWEST_WORDS:
            row = self._find_near(wording)
        return None if row is None else self._lines[row]

    def _find_same(self, key: str) -> int | None:
        text = self._text
        start = text.find(key)
        for _ in range(_MOST_CANDIDATES):
            if start < 0:
                return None
            end = start + len(key)
            before = text[text.rfind("\n", 0, start) + 1 : start]
            after = text[end : text.index("\n", end)]
            if _is_said(before, after, key):
                return self._row_at(start)
            start = text.find(key, start + 1)
        return None

    def _find_near(self, wording: Wording) -> int | None:
        if self._prefixes is None:
            # Piece by piece where the text is long: all of its words at once would weigh ten times as much as it.
            pieces = (self._text,) if len(self._text) < _LONG_TEXT else self._text.split("\n")
            words = {word for piece in pieces for word in separated(piece).split()}
            self._prefixes = frozenset([prefix_of(word) for word in words])
        missing = len(wording.prefixes - self._prefixes)
        if missing > wording.slack:
            return None
        return next((row for row in self._candidates(wording) if say_the_same(wording, self._wording(row))), None)

    def _candidates(self, wording: Wording) -> Iterator[int]:
        """Rows that hold most of the words: looked for by the longest, one of which is in a row that says the same."""
        text, seen = self._text, set[int]()
        for word in wording.longest(wording.slack + 1):
            start = text.find(word)
            while start >= 0 and len(seen) < _MOST_CANDIDATES:
                end = text.index("\n", start)
                begin = text.rfind("\n", 0, start)
                if begin not in seen:
                    seen.add(begin)
                    if _holds_most(text[begin:end], wording):
                        yield self._row_at(start)
                start = text.find(word, end)

    def _row_at(self, place: int) -> int:
        if not self._starts:
            start = 0
            while start >= 0:
                self._starts.append(start)
                start = self._text.find("\n", start + 1)
        return bisect_right(self._starts, place) - 1

    def _wording(self, row: int) -> Wording:
        if row not in self._rows:
            self._rows[row] = word_text(_plain(self._lines[row]).replace("\n", " "))
        return self._rows[row]


@lru_cache(maxsize=8)
def index_lines(lines: tuple[str, ...]) -> LineIndex:
    """The index of a document's lines; the last few are kept."""
    return LineIndex(lines)


@lru_cache(maxsize=8)
def find_repeats(points: tuple[str, ...]) -> dict[int, int]:
    """For each point that says the same as an earlier one: its position, and that of the first such point."""
    repeats: dict[int, int] = {}
    keys: dict[str, int] = {}
    holders: dict[str, list[int]] = {}
    wordings: list[Wording] = []  # of all points before: of thousands, each is looked at again and again
    for position, point in enumerate(points):
        key, wording = prepare(point)
        wordings.append(wording)
        first = keys.setdefault(key, position)
        if first == position:  # nothing with this key came before
            first = _near_point(wordings, wording, holders)
        if first is not None:
            repeats[position] = repeats.get(first, first)
            continue
        for prefix in wording.prefixes:
            holders.setdefault(prefix, []).append(position)
    return repeats


def _near_point(wordings: list[Wording], wording: Wording, holders: dict[str, list[int]]) -> int | None:
    """The first earlier point that says nearly the same; only those that share a rare word are looked at."""
    if len(wording.words) < FEWEST_WORDS:
        return None
    shared = sorted((holders[prefix] for prefix in wording.prefixes if prefix in holders), key=len)
    slack = wording.slack - len(wording.prefixes) + len(shared)
    rarest = shared[: max(0, slack + 1)]
    for position in sorted({position for positions in rarest for position in positions[:_MOST_CANDIDATES]}):
        other = wordings[position]
        if may_say_the_same(wording, other) and say_the_same(wording, other):
            return position
    return None


def _holds_most(line: str, wording: Wording) -> bool:
    """Whether no more words are missing in a line than may be."""
    slack = wording.slack
    for prefix in wording.prefixes:
        if prefix not in line:
            slack -= 1
            if slack < 0:
                return False
    return True


def _is_said(before: str, after: str, key: str) -> bool:
    """Whether a key with these neighbours in its line is the whole line, or a whole sentence of it."""
    marker = before.lstrip()
    begins = not marker or _marker_length(marker + key) == len(marker)
    ends = not after.strip(_CLOSING)
    if begins and ends:
        return True
    if key.count(" ") + 1 < _LONG_ENOUGH:
        return False
    return (begins or before.endswith(_SENTENCE_ENDS)) and (ends or after.startswith(_SENTENCE_ENDS))


def _marker_length(text: str) -> int:
    """How many characters a typed marker and its gap take: `- `, `o `, `1. `, `(a) `; text has single blanks."""
    marker, blank, rest = text.partition(" ")
    if not (blank and rest) or len(marker) > 4:
        return 0
    is_sign = len(marker) == 1 and (marker == "o" or not (marker.isalnum() or marker in _MARKS_NO_MARKER))
    label = marker[:-1].removeprefix("(")
    is_label = marker[-1:] in (".", ")") and (label.isdecimal() or (len(label) == 1 and label.isalpha()))
    return len(marker) + 1 if is_sign or is_label else 0


def _level(text: str) -> str:
    """Plain, in lower case, with single blanks; line breaks stay."""
    text = _plain(text).lower().replace("\t", " ").replace("\r", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _plain(text: str) -> str:
    """With plain quotes, dashes, blanks and characters instead of XML escapes."""
    if not text.isascii():
        for mark, plain in _PLAIN:
            text = text.replace(mark, plain)
        if not text.isascii():
            from unicodedata import normalize

            text = normalize("NFKC", text)
    if "&" in text and ";" in text:
        for escaped, plain in _ESCAPED:
            text = text.replace(escaped, plain)
    return text
