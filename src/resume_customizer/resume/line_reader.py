"""Read every paragraph of the story as a `Line`.

    tree + Styles + Numbering  ->  read_lines()  ->  tuple[Line, ...]

The tree is walked once, without recursion; where a paragraph stands (cell, text box, content
control) is worked out once for each parent element and kept.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.resume.lines import Cell, Line
from resume_customizer.resume.names import ALTERNATE, CHOICE, FALLBACK, Names, is_on
from resume_customizer.resume.numbering import Numbering
from resume_customizer.resume.styles import Look, ParagraphStyle, Styles, with_paragraph_properties, with_run_properties
from resume_customizer.resume.symbols import as_unicode, typed_marker

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE = frozenset(
    (
        "hyperlink",
        "ins",
        "moveTo",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
    )
)
"""Elements inside of a paragraph whose runs a reader sees in line."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the children of one element stand."""

    container: int = 0
    cell: Cell | None = None
    depth: int = 0
    box: int | None = None
    branch: "tuple[_Element, bool] | None" = None
    """The nearest mc:AlternateContent and whether it is its mc:Fallback branch."""
    fallback: bool = False
    placeholder: bool = False


class _Text(NamedTuple):
    text: str
    looks: list[tuple[int, int, Look]]
    """(start, end, look) of each run with visible characters."""


def read_lines(root: "_Element", styles: Styles, numbering: Numbering, names: Names) -> tuple[Line, ...]:
    """One Line for each `w:p` of the story, in document order."""
    places = _Places(names)
    found: list[Line] = []
    branches: dict[_Element, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for index, paragraph in enumerate(root.iter(names.p)):
        parent = paragraph.getparent()
        place = places.of(parent) if parent is not None else _Place()
        line = _read_line(index, paragraph, place, styles, numbering, names)
        if place.branch is not None:
            branches[place.branch[0]][place.branch[1]].append(index)
        found.append(line)
    for choice, fallback in branches.values():
        _pair(found, choice, fallback)
    return tuple(found)


def _pair(lines: list[Line], choice: list[int], fallback: list[int]) -> None:
    """Tell the copies in both branches of a text box about each other, when they say the same."""
    if [lines[i].text for i in choice] == [lines[i].text for i in fallback]:
        for one, other in zip(choice, fallback, strict=True):
            lines[one] = replace(lines[one], twin=other)
            lines[other] = replace(lines[other], twin=one)


class _Places:
    """Where paragraphs stand; each parent element is looked at once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[_Element, _Place] = {}
        self._containers = self._tables = self._boxes = 0
        self._table_numbers: dict[_Element, int] = {}
        self._rows: dict[_Element, tuple[int, int]] = {}

    def of(self, element: "_Element") -> _Place:
        """The place of an element's children."""
        waiting = []
        node: _Element | None = element
        while node is not None and node not in self._known:
            waiting.append(node)
            node = node.getparent()
        place = self._known[node] if node is not None else _Place()
        for each in reversed(waiting):
            place = self._known[each] = self._inside(each, place)
        return place

    def _inside(self, node: "_Element", place: _Place) -> _Place:
        names, tag = self._names, node.tag
        if tag == names.tc:
            self._containers += 1
            return replace(
                place,
                container=self._containers,
                cell=self._cell(node, place),
                depth=place.depth + 1,
                placeholder=False,
            )
        if tag == names.box:
            self._containers += 1
            self._boxes += 1
            return replace(
                place, container=self._containers, box=self._boxes - 1, cell=None, depth=0, placeholder=False
            )
        if tag in (CHOICE, FALLBACK):
            parent = node.getparent()
            if parent is not None and parent.tag == ALTERNATE:
                fallback = tag == FALLBACK
                return replace(place, branch=(parent, fallback), fallback=place.fallback or fallback)
        if tag == names.sdt:
            properties = node.find(names.sdt_properties)
            shown = None if properties is None else properties.find(names.prefix + "showingPlcHdr")
            return replace(place, placeholder=shown is not None and is_on(shown.get(names.val)))
        return place

    def _cell(self, node: "_Element", place: _Place) -> Cell:
        names = self._names
        row = node.getparent()
        while row is not None and row.tag != names.tr:  # a content control may stand between
            row = row.getparent()
        if row is None:
            return Cell(0, 0, 0, place.depth + 1)
        if row not in self._rows:
            table = row.getparent()
            while table is not None and table.tag != names.tbl:
                table = table.getparent()
            if table is not None and table not in self._table_numbers:
                self._table_numbers[table] = self._tables
                self._tables += 1
                rows = [each for each in table.iter(names.tr) if self._is_in(each, table)]
                self._rows.update({each: (self._table_numbers[table], at) for at, each in enumerate(rows)})
        table_number, row_number = self._rows.get(row, (0, 0))
        column = sum(1 for each in node.itersiblings(names.tc, names.sdt, preceding=True))
        return Cell(table_number, row_number, column, place.depth + 1)

    def _is_in(self, row: "_Element", table: "_Element") -> bool:
        """Whether the row is the table's own and not a nested table's."""
        node = row.getparent()
        while node is not None and node.tag != self._names.tbl:
            node = node.getparent()
        return node is table


def _read_line(
    index: int, paragraph: "_Element", place: _Place, styles: Styles, numbering: Numbering, names: Names
) -> Line:
    """The facts of one paragraph."""
    properties = paragraph.find(names.pPr)
    style = styles.paragraph(None)
    section_end = False
    if properties is not None and len(properties):
        named = properties.find(names.p_style)
        if named is not None:
            style = styles.paragraph(named.get(names.val))
        section_end = properties.find(names.section) is not None
        direct = with_paragraph_properties(properties, style, names)
    else:
        direct = style
    level = numbering.level(direct)
    text, looks = _read_text(paragraph, style.look, styles, names)
    shown = [(start, end, look) for start, end, look in looks if not look.hidden]
    main = _main_look(shown, style)
    indent = direct.indent if direct.indent is not None else level.indent
    return Line(
        index=index,
        text=text,
        marker=typed_marker(text),
        style=style.name,
        outline=direct.outline,
        item=level.item,
        bold=bool(shown) and all(look.bold for _, _, look in shown),
        bold_lead=_bold_lead(shown, len(text)),
        italic=bool(shown) and all(look.italic for _, _, look in shown),
        underlined=bool(shown) and all(look.underlined for _, _, look in shown),
        caps=bool(shown) and all(look.caps for _, _, look in shown),
        size=main.size,
        color=main.color,
        indent=indent or 0,
        ruled=direct.ruled,
        alignment=direct.alignment,
        container=place.container,
        cell=place.cell,
        box=place.box,
        fallback=place.fallback,
        hidden=bool(looks) and not shown,
        placeholder=place.placeholder,
        section_end=section_end,
    )


def _main_look(looks: list[tuple[int, int, Look]], style: ParagraphStyle) -> Look:
    """The look of most visible characters; the style's own for an empty paragraph."""
    if not looks:
        return style.look
    if len(looks) == 1:
        return looks[0][2]
    weight: dict[Look, int] = defaultdict(int)
    for start, end, look in looks:
        weight[look] += end - start
    return max(weight, key=lambda look: weight[look])


def _bold_lead(looks: list[tuple[int, int, Look]], length: int) -> int:
    """How many characters at the start are bold."""
    lead = 0
    for _, end, look in looks:
        if not look.bold:
            return lead
        lead = end
    return length if looks else 0


def _read_text(paragraph: "_Element", base: Look, styles: Styles, names: Names) -> _Text:
    """Visible text of a paragraph with the look of its runs; text boxes anchored in it are not part of it."""
    parts: list[str] = []
    looks: list[tuple[int, int, Look]] = []
    length = 0
    cut = len(names.prefix)
    waiting = list(paragraph)
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        tag = node.tag
        if tag == names.r:
            text, properties = _run_text(node, names)
            if text:
                parts.append(text)
                if not text.isspace():
                    looks.append((length, length + len(text), _run_look(properties, base, styles, names)))
                length += len(text)
        elif isinstance(tag, str) and tag[cut:] in _INLINE and tag.startswith(names.prefix):
            waiting.extend(reversed(node))
    return _Text("".join(parts), looks)


def _run_text(run: "_Element", names: Names) -> "tuple[str, _Element | None]":
    """The visible text of a run, and its properties."""
    properties = None
    text = ""
    cut = len(names.prefix)
    for child in run:
        tag = child.tag
        if tag == names.t:
            text += child.text or ""
        elif tag == names.rPr:
            properties = child
        elif isinstance(tag, str):
            kind = tag[cut:]
            if kind in ("tab", "ptab"):
                text += "\t"
            elif kind in ("br", "cr"):
                text += "\n" if child.get(names.type) not in ("page", "column") else ""
            elif kind == "sym":
                text += _symbol(child.get(names.prefix + "char"))
            elif kind == "noBreakHyphen":
                text += "\u2011"
    return as_unicode(text) if text else text, properties


def _symbol(code: str | None) -> str:
    """The character of a `w:sym` (17.3.3.30)."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return "•"
    return chr(value | 0xF000) if value < 0x100 else chr(value) if value < 0xD800 or 0xE000 <= value < 0x10000 else "•"


def _run_look(properties: "_Element | None", base: Look, styles: Styles, names: Names) -> Look:
    """How a run is set: paragraph style, character style, then its own properties."""
    if properties is None:
        return base
    named = properties.find(names.r_style)
    if named is not None:
        base = styles.character(named.get(names.val) or "", base)
    return with_run_properties(properties, base, names)
