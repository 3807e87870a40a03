"""What each line of a tech-stack text looks like by itself; what lines mean together is the rules' business.

    lines  ->  read_rows()  ->  list[Row]: indent, marker, body, and whether it could be a heading

A line with bullets inside (`Python: • Built … • Tuned …`) gives one row for each part. Blank lines and rulers give
none: the next row knows that there was a gap.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from resume_customizer.core.tech_stack_readers.markers import INLINE, is_sign, marker_of
from resume_customizer.core.tech_stack_readers.names import LONGEST_HEADING, heading_name, is_name, without_markup
from resume_customizer.core.tech_stack_readers.words import PAST_TENSES, UNFINISHED

_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_MOST_WORDS = 15
"""In a heading and its category together."""


@dataclass(slots=True)
class Row:
    """One line, or one part of a line, with content."""

    line: int
    indent: int
    marker: str
    """The kind of its marker (`•`, `-`, `1.`, `a)`); empty for none."""
    sign: str
    """The marker as typed."""
    body: str
    """Without marker, white space levelled."""
    gap: int
    """How many blank lines stand before it."""
    width: int
    """Length of the line in characters; 0 when the line goes on in another row."""
    number: int = 0
    """What a numbered marker says; 0 when it has no number."""
    name: str = ""
    """The technology, if this row is a heading; empty when it can't be one."""
    shape: int = 0
    """How much the words look like a heading: 0 not at all, 1 perhaps, 2 very much."""
    words: int = 0
    has_colon: bool = False
    is_marked_up: bool = False
    """The whole row is set as a heading: `## Java`, `**Java**`, `[Java]`, underlined."""

    @property
    def starts_low(self) -> bool:
        """Begins with a small letter that is not part of a name like jQuery."""
        first = self.body.split(" ", 1)[0]
        return first[0].islower() and first == first.lower() and self.shape < 2

    @property
    def ends_with_name(self) -> bool:
        """Ends with a capitalized word, and not the first one."""
        _, space, last = self.body.rpartition(" ")
        return bool(space) and last[0].isupper() and last.isalpha()

    @property
    def goes_on(self) -> bool:
        """Begins with a sign that begins neither a name nor a sentence, or closes a bracket that it did not open."""
        return self.body[0] in "(&,;:)%=" or self.body.count(")") > self.body.count("(")

    @property
    def starts_with_verb(self) -> bool:
        """Begins as points do: with something done."""
        first = self.body.split(" ", 1)[0].lower()
        return first in PAST_TENSES or (first.endswith("ed") and len(first) > 4 and (self.shape < 2 or self.words == 1))

    @property
    def is_complete(self) -> bool:
        """Ends as a sentence does."""
        return self.body.rstrip("\"'”’)*").endswith((".", "!", "?"))

    @property
    def is_unfinished(self) -> bool:
        """Ends where no sentence and no name can end."""
        last = self.body.rsplit(" ", 1)[-1]
        return last[-1] in ",;&(/“‘–—-" or last.lower() in UNFINISHED


def read_rows(lines: Iterable[tuple[int, str]]) -> list[Row]:
    """The rows of numbered lines."""
    rows: list[Row] = []
    gap, waiting = 1, ""
    for line, raw in lines:
        text = raw.strip()
        if not text or (not _has_content(text) and not _is_lone_marker(text)):
            gap += not _underlines(rows, text, gap)
            continue
        for row in _rows_of(line, raw, text, gap):
            if not row.body:
                waiting = row.marker
                continue
            if waiting and not row.marker:
                row.marker = waiting
            waiting = ""
            rows.append(row)
            gap = 0
    _keep_heads(rows)
    _level_gaps(rows)
    for row in rows:
        _judge_shape(row)
    return rows


def points_in(text: str) -> list[str]:
    """The points of a table cell or a string: its own lines and bullets divide it."""
    lines = _BREAK.sub("\n", text).split("\n")
    if len(lines) == 1 and not INLINE.search(text):
        marker, _, sign = marker_of(text.strip())
        return [level_line(text if marker[-1:] in ("", ".", ")", "1", "a") else text.strip()[len(sign) :])]
    points: list[str] = []
    for row in read_rows(enumerate(lines)):
        if row.marker or not points or not row.starts_low:
            points.append(row.body)
        else:
            points[-1] += f" {row.body}"
    return points


def level_line(text: str) -> str:
    """The line with every run of white space as one space."""
    return " ".join(text.split())


def _rows_of(line: int, raw: str, text: str, gap: int) -> Iterator[Row]:
    indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
    marker, number, sign = marker_of(text)
    body = text[len(sign) :]
    cuts = list(INLINE.finditer(body))
    end = cuts[0].start() if cuts else len(body)
    if sign or not cuts or body[:end].strip():
        yield Row(line, indent, marker, sign, level_line(body[:end]), gap, 0 if cuts else len(raw.rstrip()), number)
    for at, cut in enumerate(cuts):
        end = cuts[at + 1].start() if at + 1 < len(cuts) else len(body)
        part = level_line(body[cut.end() : end])
        if part:
            yield Row(line, indent, cut[0].strip()[0], cut[0], part, 0, len(raw.rstrip()) if end == len(body) else 0)


def _keep_heads(rows: list[Row]) -> None:
    """A number that no list explains (`3. half`, `2.5 million`) is part of the text, not a marker."""
    counts = Counter(row.marker for row in rows)
    levels = {row.sign.split()[0].rstrip(".") for row in rows if row.marker == "1.1"}
    for row in rows:
        if row.marker == "1.1":
            prefix = row.sign.split()[0].rstrip(".").rpartition(".")[0]
            lost = not {f"{prefix}.1", f"{prefix}.2"} <= levels
        else:
            lost = row.marker[-1:] in (".", ")") and row.number != 1 and counts[row.marker] < 2
        if lost:
            row.marker, row.number, row.body = "", 0, level_line(row.sign + row.body)


def _level_gaps(rows: list[Row]) -> None:
    """A text with a blank line between all lines says nothing by blank lines."""
    gaps = [row.gap for above, row in pairwise(rows) if row.line != above.line]
    usual = min(gaps, default=0)
    if usual and len(gaps) > 3:
        for row in rows[1:]:
            row.gap = max(0, row.gap - usual)


def _has_content(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_lone_marker(text: str) -> bool:
    """A bullet whose text stands on the next line, as copied from some PDFs."""
    return len(text) <= 2 and (is_sign(text[0]) or text in ("-", "*"))


def _underlines(rows: list[Row], text: str, gap: int) -> bool:
    """Whether this ruler makes a heading of the line above (`Java` over `====`)."""
    if gap or not rows or rows[-1].marker or len(text) < 3 or (text.strip("=") and text.strip("-")):
        return False
    rows[-1].is_marked_up = True
    return True


def _judge_shape(row: Row) -> None:
    """Whether the words could be a heading's; sets name, shape and has_colon."""
    body = row.body
    row.words = body.count(" ") + 1
    if row.words > _MOST_WORDS or len(body) > LONGEST_HEADING + 20:
        return
    row.has_colon = body.rstrip("*_ -–").endswith((":", "："))
    row.is_marked_up = row.is_marked_up or without_markup(body) != body
    name = heading_name(body)
    words = name.split()
    plain = without_markup(body)
    ends_sentence = plain.endswith((".", "!", "?", ",")) or (plain.endswith(";") and len(words) > 3)
    if not any(map(str.isalpha, name)) or len(name) > LONGEST_HEADING or len(words) > 8 or ends_sentence:
        row.is_marked_up = False
        return
    row.name = name
    row.shape = 2 if is_name(name, 6) else 1
