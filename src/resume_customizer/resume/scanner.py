"""One pass over the story part: every paragraph with its bytes, its place, its properties and its runs.

    UTF-8 markup  ->  scan_story()  ->  list[RawParagraph]

The part is already known to be well-formed, so `<` begins markup and nothing else. Of all tags only those
that decide what a reader sees are looked at; properties are taken whole. Positions come with the reading, so
what is written later is never looked up by its text. Element names: ECMA-376 part 1, 17 and part 3, 7.5.

Promises:

* Every paragraph is found, in document order, with its bytes; text is what a reader sees.
* Elements that are not nested as a document's are, or nested very deep, are refused; nothing is read by recursion.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from resume_customizer.core.errors import RefusedInput
from resume_customizer.resume.lines import Cell
from resume_customizer.resume.story_tokens import (
    ALTERNATIVE,
    CONTROL,
    ELEMENT,
    EMPTY_PARAGRAPH,
    END,
    INLINE,
    PARAGRAPH,
    PARAGRAPH_WITH_PROPERTIES,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    story_tokens,
)
from resume_customizer.resume.symbols import symbol_of
from resume_customizer.resume.xml import characters, unescaped

_DEEPEST = 400
"""Elements inside elements, of those that are looked at; honest documents stay below 60."""
_MOST_PARAGRAPHS = 50_000
"""About 1,100 pages; with more, reading would take seconds and hundreds of megabytes."""
_MOST_ATTRIBUTES = 20_000
"""Bytes of a paragraph's attributes; Word writes about 150."""
_ONLY_A_START = re.compile(rb"<[^<>]*+>(?:\s++|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
"""A start tag and nothing that a reader sees: properties come first (17.3.1.26 pPr)."""
Run = tuple[str, bytes, bool]
"""Some visible text that is set in one way: the text, what stands in its `w:rPr`, whether it is a hyperlink's."""


class Place(NamedTuple):
    """Where something stands."""

    parent: int = 0
    """Number of the element that holds it; 0 for the body."""
    depth: int = 0
    """How many table cells are around it."""
    branch: tuple[int, bool] | None = None
    """Number of the nearest mc:AlternateContent, and whether this is its mc:Fallback."""
    control: bytes | None = None
    """What stands in the `w:sdtPr` of the content control around it."""
    control_parent: int = 0
    """The element that holds that content control."""
    container: int = 0
    """Number of the table cell or text box; 0 for the body."""
    cell: Cell | None = None
    box: int | None = None
    fallback: bool = False


@dataclass(slots=True)
class RawParagraph:
    """One `w:p` as it stands in the markup."""

    start: int
    place: Place
    end: int = -1
    properties: bytes = b""
    """What stands in its `w:pPr`, up to a tracked change of it."""
    is_changed: bool = False
    """Its properties are a tracked change."""
    has_id: bool = False
    symbol: bytes = b""
    """The attributes of its first `w:sym`, as written."""
    runs: list[Run] = field(default_factory=list)


def scan_story(markup: bytes, prefix: bytes, mc_prefix: bytes) -> list[RawParagraph]:
    """Every paragraph of a well-formed story part, in document order; prefixes with their colon.

    Raises RefusedInput for elements that are nested as no document's are.
    """
    if len(markup) > _MOST_PARAGRAPHS * len(b"<p/>"):
        count = sum(markup.count(b"<%bp%b" % (prefix, end)) for end in (b">", b" ", b"/"))
        if count > _MOST_PARAGRAPHS:
            message = f"The document has {count:,} paragraphs; up to {_MOST_PARAGRAPHS:,} are accepted."
            raise RefusedInput("story-too-large", message)
    scan = _Scan()
    is_plain = b"<!" not in markup and markup.find(b"<?", 1) < 0
    scan.read(markup, story_tokens(prefix, mc_prefix, is_plain))
    return scan.paragraphs


_Open = tuple[bytes, Place, RawParagraph | None, list[Run] | None, bool, bool]
"""The state to come back to when an element closes: its name, and what `_Scan` knew in front of it."""


class _Scan:
    """The state of one pass."""

    def __init__(self) -> None:
        self.paragraphs: list[RawParagraph] = []
        self._open: list[_Open] = []
        self._place = Place()
        self._paragraph: RawParagraph | None = None
        self._deleted = False
        """Inside of tracked deletions, or the old place of something moved."""
        self._runs: list[Run] | None = None
        """Where visible text goes; None where there is none to see: between paragraphs, in deletions, and in a
        mc:Fallback inside of a paragraph, whose text a reader already has from mc:Choice."""
        self._linked = False
        self._run_properties = b""
        self._seen: dict[bytes, bytes] = {}
        """Properties that were met before: equal ones are kept once."""
        self._serial = self._containers = self._table_count = self._boxes = 0
        self._tables: list[list[int]] = []
        """Of each open table: its number, the row, the cell."""

    def read(self, markup: bytes, tokens: re.Pattern[bytes]) -> None:
        for token in tokens.finditer(markup):
            kind = token.lastindex or 0
            if kind == RUN:
                properties, text = token.group(2, 3)
                self._run_properties = self._seen.setdefault(properties, properties) or b""
                self._add(_characters(text))
            elif kind >= END:
                self._close(token[kind], token.end())
            elif PARAGRAPH <= kind <= PARAGRAPH_WITH_PROPERTIES:
                self._read_paragraph(kind, token)
            elif kind == INLINE:
                self._inline(token[5], token[6])
            elif kind:
                self._set(kind, token)
        if self._open:
            raise _unusual()

    def _set(self, kind: int, token: re.Match[bytes]) -> None:
        """What the other tokens say: elements that hold others, properties, and the parts of a run in pieces."""
        if kind < RUN:
            self._run_properties = token[2] or b""
        elif kind == TEXT:
            self._add(_characters(token[TEXT]))
        elif kind == RUN_PROPERTIES:
            self._run_properties = token[RUN_PROPERTIES]
        elif kind in (ELEMENT, ALTERNATIVE):
            self._open_element(token[kind])
            self._enter(token[kind])
        elif kind == PROPERTIES:
            paragraph = self._paragraph
            if paragraph is not None and _ONLY_A_START.fullmatch(token.string, paragraph.start, token.start()):
                self._set_properties(paragraph, token, PROPERTIES)
        elif kind == CONTROL:
            self._place = self._place._replace(control=token[CONTROL])

    def _add(self, text: str) -> None:
        """Some visible text of the open paragraph; pieces that are set alike become one run."""
        runs = self._runs
        if runs is None or not text:
            return
        properties, linked = self._run_properties, self._linked
        if runs and runs[-1][1] == properties and runs[-1][2] == linked:
            runs[-1] = (runs[-1][0] + text, properties, linked)
        else:
            runs.append((text, properties, linked))

    def _inline(self, name: bytes, attributes: bytes) -> None:
        """What a run's element other than text shows (17.3.3)."""
        if name in (b"tab", b"ptab"):
            self._add("\t")
        elif name == b"sym":
            if self._paragraph is not None and not self._paragraph.symbol:
                self._paragraph.symbol = attributes
            self._add(symbol_of(attributes))
        elif name == b"noBreakHyphen":
            self._add("\u2011")
        elif b"page" not in attributes and b"column" not in attributes:
            self._add("\n")

    def _open_element(self, name: bytes) -> None:
        """Remember what was, for when the element closes."""
        self._open.append((name, self._place, self._paragraph, self._runs, self._deleted, self._linked))

    def _close(self, name: bytes, end: int) -> None:
        if not self._open or self._open[-1][0] != name:
            raise _unusual()
        if name == b"p" and self._paragraph is not None:
            self._paragraph.end = end
        elif name == b"tbl":
            self._tables.pop()
        _, self._place, self._paragraph, self._runs, self._deleted, self._linked = self._open.pop()

    def _read_paragraph(self, kind: int, token: re.Match[bytes]) -> None:
        """The start of a paragraph, or all of one that is empty."""
        paragraph = RawParagraph(token.start(), self._place)
        self.paragraphs.append(paragraph)
        if kind == EMPTY_PARAGRAPH:
            paragraph.end = token.end()
            return
        self._open_element(b"p")
        attributes = token[PARAGRAPH]
        if len(attributes) > _MOST_ATTRIBUTES:
            raise RefusedInput("too-many-attributes", "A paragraph of the document has more attributes than any needs.")
        if len(self._open) > _DEEPEST:
            raise RefusedInput("too-deep", "The document nests tables or controls deeper than any program shows.")
        paragraph.has_id = b"paraId" in attributes
        if kind == PARAGRAPH_WITH_PROPERTIES:
            self._set_properties(paragraph, token, kind)
        self._paragraph, self._linked = paragraph, False
        self._runs = None if self._deleted else paragraph.runs

    def _set_properties(self, paragraph: RawParagraph, token: re.Match[bytes], group: int) -> None:
        """What stands in the `w:pPr`; behind it a token goes on only with a tracked change of it."""
        properties = token[group]
        paragraph.properties = self._seen.setdefault(properties, properties)
        paragraph.is_changed = token.end() > token.end(group)

    def _enter(self, name: bytes) -> None:
        """What changes inside of an element other than a paragraph."""
        if name == b"tc":
            self._enter_cell()
        elif name == b"tr":
            if self._tables:
                self._tables[-1][1:] = [self._tables[-1][1] + 1, -1]
        elif name == b"tbl":
            self._tables.append([self._table_count, -1, -1])
            self._table_count += 1
        elif name in (b"del", b"moveFrom"):
            self._deleted, self._runs = True, None
        elif name == b"txbxContent":
            self._enter_box()
        elif name == b"hyperlink":
            self._linked = True
        else:
            self._serial += 1
            self._enter_wrapper(name)

    def _enter_wrapper(self, name: bytes) -> None:
        """Content controls, custom XML, and the two branches of alternate content."""
        place, serial = self._place, self._serial
        if name == b"sdt":
            self._place = place._replace(parent=serial, control=b"", control_parent=place.parent)
        elif name == b"AlternateContent":
            self._place = place._replace(parent=serial, branch=(serial, False))
        elif name == b"Fallback":
            number = place.branch[0] if place.branch else serial
            self._place = place._replace(branch=(number, True), fallback=True)
            self._runs = None
        elif name != b"Choice":
            self._place = place._replace(parent=serial)

    def _enter_cell(self) -> None:
        self._serial += 1
        self._containers += 1
        table = self._tables[-1] if self._tables else [0, 0, -1]
        table[2] += 1
        depth = self._place.depth + 1
        cell = Cell(table[0], table[1], table[2], depth)
        self._place = self._place._replace(
            parent=self._serial, container=self._containers, cell=cell, depth=depth, control=None
        )

    def _enter_box(self) -> None:
        self._serial += 1
        self._containers += 1
        self._boxes += 1
        self._paragraph = self._runs = None
        self._place = self._place._replace(
            parent=self._serial, container=self._containers, cell=None, depth=0, box=self._boxes - 1, control=None
        )


def _characters(text: bytes) -> str:
    """Character data as a reader sees it: references replaced, line ends of the markup as spaces."""
    shown = text.decode()
    if "<" in shown:
        shown = characters(text)
    elif "&" in shown:
        shown = unescaped(shown)
    if not shown.isprintable():
        shown = shown.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return shown


def _unusual() -> RefusedInput:
    message = "The document nests its elements in an unusual way. Open it in Word and save it again."
    return RefusedInput("unusual-markup", message)
