"""Word numbering: what stands in front of a paragraph (ECMA-376 part 1, 17.9).

    numbering part + style chain  ->  Numbering.item(paragraph)  ->  ListItem or None

Resolved as Word does: `w:num` with its level overrides, then `w:abstractNum`, through
`w:numStyleLink` where there is one; `w:numId` 0 switches numbering off (17.9.18).
"""

from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.resume.lines import ListItem
from resume_customizer.resume.names import Names
from resume_customizer.resume.styles import ParagraphStyle, Styles
from resume_customizer.resume.symbols import as_unicode

if TYPE_CHECKING:
    from lxml.etree import _Element


class Level(NamedTuple):
    """One level of a list: what it shows and how far it is indented."""

    item: ListItem | None
    indent: int | None


_NOTHING = Level(None, None)


class Numbering:
    """The numbering part, resolved on demand."""

    def __init__(self, root: "_Element | None", names: Names, styles: Styles) -> None:
        w = names.prefix
        self._names, self._styles = names, styles
        self._numbers: dict[str, _Element] = {}
        self._abstracts: dict[str, _Element] = {}
        self._levels: dict[tuple[str, int], Level] = {}
        if root is not None:
            self._numbers = {node.get(names.num_id) or "": node for node in root.iterchildren(w + "num")}
            self._abstracts = {
                node.get(w + "abstractNumId") or "": node for node in root.iterchildren(w + "abstractNum")
            }

    def level(self, style: ParagraphStyle) -> Level:
        """The level in force for a paragraph whose properties (style chain and direct) are given."""
        number = style.number
        if number in (None, "0") or number not in self._numbers:
            return _NOTHING
        depth = style.level
        if depth is None:
            depth = self._depth_of_style(number, style.number_style)
        depth = max(0, min(8, depth))
        found = self._levels.get((number, depth))
        if found is None:
            found = self._levels[number, depth] = self._resolved(number, depth)
        return found

    def _depth_of_style(self, number: str, style_id: str | None) -> int:
        """The level that names the style (17.9.23 pStyle); the first without one."""
        abstract = self._abstract(number)
        if abstract is not None and style_id:
            for node in abstract.iterchildren(self._names.prefix + "lvl"):
                named = node.find(self._names.p_style)
                if named is not None and named.get(self._names.val) == style_id:
                    return int(node.get(self._names.level) or 0)
        return 0

    def _abstract(self, number: str | None) -> "_Element | None":
        """The abstract list of a number, through a numbering style where it links to one."""
        names = self._names
        seen: set[str] = set()
        while number in self._numbers and number not in seen:
            seen.add(number)
            reference = self._numbers[number].find(names.prefix + "abstractNumId")
            abstract = self._abstracts.get((reference.get(names.val) if reference is not None else None) or "")
            link = None if abstract is None else abstract.find(names.prefix + "numStyleLink")
            if link is None:
                return abstract
            number = self._styles.number_of(link.get(names.val) or "")
        return None

    def _resolved(self, number: str, depth: int) -> Level:
        w, val = self._names.prefix, self._names.val
        node = self._override(number, depth)
        if node is None:
            abstract = self._abstract(number)
            levels = () if abstract is None else abstract.iterchildren(w + "lvl")
            node = next((each for each in levels if each.get(self._names.level) == str(depth)), None)
        if node is None:
            return _NOTHING
        kind, text, indent = node.find(w + "numFmt"), node.find(w + "lvlText"), node.find(f"{w}pPr/{w}ind")
        shown = kind.get(val) if kind is not None else "decimal"
        glyph = as_unicode((text.get(val) or "") if text is not None else "")
        picture = node.find(w + "lvlPicBulletId") is not None
        left = (indent.get(w + "left") or indent.get(w + "start")) if indent is not None else None
        item = (
            ListItem(number, depth, shown or "decimal", glyph)
            if shown != "none" and (glyph.strip() or picture)
            else None
        )
        return Level(item, int(left) if left and left.lstrip("-").isdigit() else None)

    def _override(self, number: str, depth: int) -> "_Element | None":
        """The level that a `w:num` puts in place of its abstract list's (17.9.8 lvlOverride)."""
        for node in self._numbers[number].iterchildren(self._names.prefix + "lvlOverride"):
            if node.get(self._names.level) == str(depth):
                return node.find(self._names.prefix + "lvl")
        return None
