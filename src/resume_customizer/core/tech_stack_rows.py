"""What each line of a tech-stack text looks like by itself; what lines mean together is tech_stack_text's business.

    lines  ->  read_rows()  ->  list[Row]: indent, marker, body, and whether it could be a heading

A line with bullets inside (`Python: • Built … • Tuned …`) gives one row for each part. Blank lines and rulers give
none: the next row knows that there was a gap.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resume_customizer.core.tech_stack_words import FUNCTION_WORDS, PAST_TENSES, UNFINISHED

_BULLETS = "•‣⁃∙●◦▪■\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8\uf06e\uf071"
"""Bullets that also stand between points in one line."""
_SIGNS = "·‧・･⁌⁍→⇒⇨⦁⦾⦿\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u3013\ue000-\uf8ff\U0001f000-\U0001faff" + _BULLETS
"""Bullets, check marks, emoji and private-use characters: content never begins with one."""
_DASHES = "-–—−‐‑‒―"
_MARKER = re.compile(
    rf"""
      (?P<sign>[{_SIGNS}][{_SIGNS}\ufe0f\u200d]*|\d\ufe0f?\u20e3|\[[ xX✓]?\](?=\s)) \s*
    | \\?(?P<dash>-->|->|=>|--|[{_DASHES}*+~]) (?:\s+|$|(?<=[{_DASHES}])(?=[A-Z])|(?<=[*+])(?=[A-Z][^*]*$))
    | (?P<levels>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.? \s+
    | (?P<number>\(?\d{{1,3}}\\?[.)]) (?:\s+|(?=[A-Z]))
    | (?P<letter>\(?(?:[a-zA-Z]|[ivx]{{2,4}})[.)]) \s+
    | (?P<wingdings>o(?=\t|\s\s|\s[A-Z])|[§Øü]) \s+
    """,
    re.VERBOSE,
)
_AGAIN = re.compile(rf"(?:[{_SIGNS}]\ufe0f?\s*|[-*+–—]\s+|\[[ xX✓]?\]\s+)+")
_INLINE = re.compile(rf"\s[{_BULLETS}]+\s*|[{_BULLETS}]+\s")
_SIGN = re.compile(rf"[\s{_SIGNS}\ufe0f\u200d]")
_NAME_SIGNS = frozenset("0123456789.+#/")
_LABEL = re.compile(
    r"(?:tech(?:nology|nologies)?(?: stack)?|stack|skills?|tools?)\s*#?\d*\s*[:=–-]\s*(?=\S)", re.IGNORECASE
)
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_SPANS = (
    *((sign * 2, sign * 2) for sign in "*_=~-#–—"),
    *((sign, sign) for sign in "*_`"),
    ("[", "]"),
    ("【", "】"),
    ("<b>", "</b>"),
    ("<strong>", "</strong>"),
    *((f"<h{level}>", f"</h{level}>") for level in range(1, 7)),
)
"""Markup that sets a whole line apart."""
_LONGEST_HEADING = 80


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
        return first in PAST_TENSES or (first.endswith("ed") and len(first) > 4 and self.shape < 2)

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


def heading_name(text: str) -> str:
    """The technology that a heading names: without decoration, numbering, label or category."""
    name = _without_markup(text)
    while name and _SIGN.match(name[-1]):
        name = name[:-1]
    name = name.rstrip(" :：=>–—")
    if name.endswith((" -", ":-")):
        name = name[:-2].rstrip(" :")
    name = _without_markup(name)
    found = _MARKER.match(name)
    if found and (found["number"] or found["sign"]) and found.end() < len(name):
        name = name[found.end() :]
    label = _LABEL.match(name)
    name = name[label.end() :] if label else name
    return _without_category(name).strip("\"“”'‘’ :")


def is_name(text: str, most_words: int) -> bool:
    """Whether the text reads as a technology's name: few words, each with a capital, a digit or a sign."""
    words = heading_name(text).split()
    if not 0 < len(words) <= most_words or words[0].lower() in PAST_TENSES:
        return False
    return _is_proper(words[0]) and all(word in FUNCTION_WORDS or _is_proper(word) for word in words[1:])


def split_title(body: str) -> tuple[str, str] | None:
    """`Java: Designed …` and `**Java** - Designed …` as title and text; None when there is none."""
    if _LABEL.match(body):
        return None
    at, after = body.find(":", 0, _LONGEST_HEADING), 1
    if at < 1 or not body[at + 1 :].lstrip("*_").startswith(" "):
        found = re.search(rf"(?<=\S) [{_DASHES}] (?=\S)", body[:_LONGEST_HEADING])
        if not found:
            return None
        at, after = found.start(), 3
    title, text = body[:at].strip("*_ "), body[at + after :].lstrip("*_ ")
    return (title, text) if title and text else None


def points_in(text: str) -> list[str]:
    """The points of a table cell or a string: its own lines and bullets divide it."""
    lines = _BREAK.sub("\n", text).split("\n")
    if len(lines) == 1 and not _INLINE.search(text):
        found = _MARKER.match(text.strip())
        return [level_line(text.strip()[found.end() :] if found and found.lastgroup in ("sign", "dash") else text)]
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
    marker, number, sign = _marker_of(text)
    body = text[len(sign) :]
    cuts = list(_INLINE.finditer(body))
    end = cuts[0].start() if cuts else len(body)
    if sign or not cuts or body[:end].strip():
        yield Row(line, indent, marker, sign, level_line(body[:end]), gap, 0 if cuts else len(raw.rstrip()), number)
    for at, cut in enumerate(cuts):
        end = cuts[at + 1].start() if at + 1 < len(cuts) else len(body)
        part = level_line(body[cut.end() : end])
        if part:
            yield Row(line, indent, cut[0].strip()[0], cut[0], part, 0, len(raw.rstrip()) if end == len(body) else 0)


def _marker_of(text: str) -> tuple[str, int, str]:
    """Kind and number of the marker that the line begins with, and the marker as typed."""
    found = _MARKER.match(text)
    if not found:
        return "", 0, ""
    kind, sign = found.lastgroup, found[0]
    if kind in ("sign", "dash", "wingdings"):
        again = _AGAIN.match(text, found.end())
        return sign[0], 0, text[: again.end()] if again else sign
    if kind == "levels":
        return "1.1", 0, sign
    digits = sign.strip(" \t\u00a0().\\")
    if kind == "number":
        return sign.strip().replace("\\", "").replace(digits, "1"), int(digits), sign
    letters = digits.lower()
    number = 1 if letters == "i" else ord(letters) - 96 if len(letters) == 1 else 0
    return sign.strip().lower().replace(letters, "a"), number, sign


def _keep_heads(rows: list[Row]) -> None:
    """A number that no list explains (`3. half`, `2.5 million`) is part of the text, not a marker."""
    counts = Counter(row.marker for row in rows)
    levels = {row.sign.split()[0].rstrip(".") for row in rows if row.marker == "1.1"}
    for row in rows:
        if row.marker == "1.1":
            prefix, _, last = row.sign.split()[0].rstrip(".").rpartition(".")
            lost = (
                f"{prefix}.1" not in levels or not {f"{prefix}.{int(last) - 1}", f"{prefix}.{int(last) + 1}"} & levels
            )
        else:
            lost = row.marker[-1:] in (".", ")") and row.number != 1 and counts[row.marker] < 2
        if lost:
            row.marker, row.number, row.body = "", 0, level_line(row.sign + row.body)


def _level_gaps(rows: list[Row]) -> None:
    """A text with a blank line between all lines says nothing by blank lines."""
    gaps = [row.gap for above, row in zip(rows, rows[1:], strict=False) if row.line != above.line]
    usual = min(gaps, default=0)
    if usual and len(gaps) > 3:
        for row in rows[1:]:
            row.gap = max(0, row.gap - usual)


def _has_content(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_lone_marker(text: str) -> bool:
    """A bullet whose text stands on the next line, as copied from some PDFs."""
    return len(text) <= 2 and text[0] not in _DASHES + "+*~" and _MARKER.match(text) is not None


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
    if len(body) > _LONGEST_HEADING + 20 or not any(map(str.isalpha, body)):
        return
    row.has_colon = body.rstrip("*_ -–").endswith((":", "："))
    row.is_marked_up = row.is_marked_up or _without_markup(body) != body
    name = heading_name(body)
    words = name.split()
    plain = _without_markup(body)
    if not words or len(name) > _LONGEST_HEADING or len(words) > 8 or plain.endswith((".", "!", "?", ";", ",")):
        row.is_marked_up = False
        return
    row.name = name
    row.shape = 2 if is_name(name, 6) else 1


def _is_proper(word: str) -> bool:
    """Written as names are: a capital, a digit or a sign in it."""
    return not word[0].islower() or word.lower() != word or not _NAME_SIGNS.isdisjoint(word)


def _without_markup(text: str) -> str:
    """The text inside of Markdown, chat or HTML markup that spans all of it; else the text itself."""
    if text.startswith("#"):
        inner = text.lstrip("#")
        if inner[:1].isspace() or (inner and " " not in inner and len(text) - len(inner) < 7):
            return _without_closing_hashes(inner.strip())
        return text
    tail = text.rstrip(" :–-")
    for opening, closing in _SPANS:
        if tail.startswith(opening) and tail.endswith(closing) and len(tail) > len(opening) + len(closing):
            inner = tail[len(opening) : -len(closing)]
            inner = inner.strip(f" {opening[0]}") if opening[0] == closing[-1] else inner.strip()
            if inner and opening not in inner:
                return inner
    return text


def _without_closing_hashes(text: str) -> str:
    bare = text.rstrip("#")
    return bare.rstrip() if bare.endswith(" ") else text


def _without_category(name: str) -> str:
    """`React (Frontend Library)` and `React [UI]` as `React`."""
    for opening, closing in ("()", "[]"):
        if not name.endswith(closing):
            continue
        depth, at = 0, len(name)
        while at > 0:
            at -= 1
            depth += (name[at] == closing) - (name[at] == opening)
            if not depth:
                break
        if at > 0 and len(name) - at > 3 and any(map(str.isalnum, name[:at])):
            return name[:at].rstrip(" -–:")
    return name
