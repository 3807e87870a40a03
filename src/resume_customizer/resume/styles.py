"""Styles: what a paragraph takes from its style chain and the document's defaults (ECMA-376 part 1, 17.7).

    styles part  ->  Styles  ->  .paragraph(id) / .character(id)

Only styles that are asked for are resolved; a cycle in `w:basedOn` ends at the first repetition.
"""

from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.resume.lines import Alignment
from resume_customizer.resume.names import Names, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element


class Look(NamedTuple):
    """How characters are set, as far as understanding needs it."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    caps: bool = False
    size: float = 10.0
    color: str = ""
    hidden: bool = False


class ParagraphStyle(NamedTuple):
    """What a paragraph style chain gives."""

    name: str = ""
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    indent: int | None = None
    ruled: bool = False
    alignment: Alignment = "left"
    look: Look = Look()
    style_id: str | None = None
    number_style: str | None = None
    """The style of the chain that states the list, for `w:lvl/w:pStyle`."""


_ALIGNMENTS: dict[str, Alignment] = {
    "start": "left",
    "end": "right",
    "left": "left",
    "right": "right",
    "center": "center",
    "both": "both",
    "distribute": "both",
}


class Styles:
    """The styles part, resolved on demand."""

    def __init__(self, root: "_Element | None", names: Names) -> None:
        self._names = names
        self._nodes: dict[str, _Element] = {}
        self.default_paragraph: str | None = None
        self._base = ParagraphStyle()
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, dict[str, str | None]] = {}
        if root is None:
            return
        for node in root.iterchildren(names.style):
            style_id = node.get(names.style_id) or ""
            self._nodes.setdefault(style_id, node)
            if node.get(names.type) == "paragraph" and is_on(node.get(names.default, "0")):
                self.default_paragraph = style_id
        self._base = self._defaults(root)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """A paragraph style with its chain; an unknown or absent id means the default style."""
        found = self._paragraphs.get(style_id)
        if found is None:
            known = style_id if style_id in self._nodes else self.default_paragraph
            found = self._base
            for node in self._chain(known):
                found = self._applied(node, found)
            is_default = known == self.default_paragraph
            found = found._replace(style_id=known, name="" if is_default else self._name(known))
            self._paragraphs[style_id] = found
        return found

    def character(self, style_id: str, look: Look) -> Look:
        """A look with a character style laid over it."""
        for node in self._chain(style_id):
            look = with_run_properties(node.find(self._names.rPr), look, self._names)
        return look

    def number_of(self, style_id: str) -> str | None:
        """The list that a numbering style names (17.9.21 numStyleLink)."""
        node = self._nodes.get(style_id)
        number = None if node is None else node.find(f"{self._names.pPr}/{self._names.num_pr}/{self._names.num_id}")
        return None if number is None else number.get(self._names.val)

    def _name(self, style_id: str | None) -> str:
        node = self._nodes.get(style_id or "")
        name = None if node is None else node.find(self._names.name)
        return (name.get(self._names.val) or "").lower() if name is not None else ""

    def _chain(self, style_id: str | None) -> "list[_Element]":
        """The style and those that it is based on, the root first."""
        found: list[_Element] = []
        seen: set[str] = set()
        while style_id in self._nodes and style_id not in seen:
            seen.add(style_id)
            found.append(self._nodes[style_id])
            based = found[-1].find(self._names.based_on)
            style_id = based.get(self._names.val) if based is not None else None
        found.reverse()
        return found

    def _defaults(self, root: "_Element") -> ParagraphStyle:
        w = self._names.prefix
        base = ParagraphStyle()
        run = root.find(f"{w}docDefaults/{w}rPrDefault/{w}rPr")
        return base._replace(look=with_run_properties(run, base.look, self._names))

    def _applied(self, node: "_Element", found: ParagraphStyle) -> ParagraphStyle:
        """One style of the chain laid over those before it."""
        names = self._names
        properties = node.find(names.pPr)
        if properties is not None:
            found = with_paragraph_properties(properties, found, names)
            if properties.find(names.num_pr) is not None:
                found = found._replace(number_style=node.get(names.style_id))
        return found._replace(look=with_run_properties(node.find(names.rPr), found.look, names))


def with_paragraph_properties(properties: "_Element", style: ParagraphStyle, names: Names) -> ParagraphStyle:
    """Paragraph properties laid over those of the style."""
    w, val = names.prefix, names.val
    for child in properties:
        tag = child.tag
        if tag == names.num_pr:
            number, level = child.find(names.num_id), child.find(names.level)
            style = style._replace(
                number=number.get(val) if number is not None else style.number,
                level=_integer(level.get(val)) if level is not None else style.level,
            )
        elif tag == names.outline:
            level = _integer(child.get(val))
            style = style._replace(outline=level if level is not None and level < 9 else None)
        elif tag == w + "ind":
            left = _integer(child.get(w + "left") or child.get(w + "start"))
            style = style._replace(indent=left) if left is not None else style
        elif tag == w + "jc":
            style = style._replace(alignment=_ALIGNMENTS.get(child.get(val) or "", "left"))
        elif tag == w + "pBdr":
            style = style._replace(
                ruled=any(
                    (edge.get(val) or "nil") not in ("nil", "none")
                    for edge in child
                    if edge.tag in (w + "top", w + "bottom")
                )
            )
    return style


def with_run_properties(  # noqa: C901 - one branch for each property; a table would be slower and no clearer
    properties: "_Element | None", look: Look, names: Names
) -> Look:
    """Run properties laid over a look."""
    if properties is None:
        return look
    bold, italic, underlined, caps, size, color, hidden = look
    w, val = names.prefix, names.val
    cut = len(w)
    for child in properties:
        tag = child.tag[cut:]
        if tag == "b":
            bold = is_on(child.get(val))
        elif tag == "sz":
            try:
                size = int(child.get(val) or "") / 2
            except ValueError:
                continue
        elif tag == "color":
            color = child.get(val) or ""
            color = "" if color == "auto" else color
        elif tag == "i":
            italic = is_on(child.get(val))
        elif tag == "u":
            underlined = is_on(child.get(val, "none"))
        elif tag == "caps":
            caps = is_on(child.get(val))
        elif tag == "vanish":
            hidden = is_on(child.get(val))
    return Look(bold, italic, underlined, caps, size, color, hidden)


def _integer(text: str | None) -> int | None:
    """A whole number from an attribute; None for what is not one."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None
