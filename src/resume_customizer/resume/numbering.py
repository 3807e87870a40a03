"""Word numbering: what stands in front of a paragraph (ECMA-376 part 1, 17.9).

    numbering part + style chain  ->  Numbering.level(paragraph)  ->  ListItem or None, indent

Resolved as Word does: `w:num` with its level overrides, then `w:abstractNum`, through
`w:numStyleLink` where there is one; `w:numId` 0 switches numbering off (17.9.18).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from resume_customizer.resume.lines import ListItem
from resume_customizer.resume.properties import ParagraphStyle, attribute_of, integer_of, value_of
from resume_customizer.resume.styles import Styles
from resume_customizer.resume.symbols import as_unicode
from resume_customizer.resume.xml import unescaped


class Level(NamedTuple):
    """One level of a list: what it shows and how far it is indented (twentieths of a point)."""

    item: ListItem | None
    indent: int | None


_NOTHING = Level(None, None)


class Numbering:
    """The numbering part, resolved on demand."""

    def __init__(self, markup: bytes, prefix: bytes, styles: Styles) -> None:
        self._prefix, self._styles = prefix, styles
        self._levels: dict[tuple[str, int], Level] = {}
        self._numbers = self._blocks(markup, b"num", b"numId")
        self._abstracts = self._blocks(markup, b"abstractNum", b"abstractNumId")

    def level(self, style: ParagraphStyle) -> Level:
        """The level in force for a paragraph whose properties (style chain and direct) are given."""
        number = style.number
        if number is None or number == "0" or number not in self._numbers:
            return _NOTHING
        depth = style.level if style.level is not None else self._depth_of_style(number, style.number_style)
        depth = max(0, min(8, depth))
        found = self._levels.get((number, depth))
        if found is None:
            found = self._levels[number, depth] = self._resolved(number, depth)
        return found

    def _blocks(self, markup: bytes, name: bytes, key: bytes) -> dict[str, bytes]:
        """The definitions of one kind, by their number."""
        found: dict[str, bytes] = {}
        opening = b"<" + self._prefix + name + b" "
        for block in markup.split(b"</" + self._prefix + name + b">"):
            start = block.rfind(opening)
            if start >= 0:
                number = attribute_of(block[start : block.find(b">", start)], key)
                found.setdefault(number.decode(), block[start:])
        return found

    def _depth_of_style(self, number: str, style_id: str | None) -> int:
        """The level that names the style (17.9.23 pStyle); the first without one."""
        if style_id:
            for depth in range(9):
                if self._value(self._definition(number, depth), b"pStyle") == style_id:
                    return depth
        return 0

    def _abstract(self, number: str | None) -> bytes:
        """The abstract list of a number, through a numbering style where it links to one."""
        seen: set[str] = set()
        while number is not None and number in self._numbers and number not in seen:
            seen.add(number)
            abstract = self._abstracts.get(self._value(self._numbers[number], b"abstractNumId") or "", b"")
            link = self._value(abstract, b"numStyleLink")
            if link is None:
                return abstract
            number = self._styles.number_of(link)
        return b""

    def _definition(self, number: str, depth: int) -> bytes:
        """A level's own override in the number (17.9.8 lvlOverride), else in its abstract list; empty without one."""
        opening = _level_tag(self._prefix, depth)
        for block in (self._numbers[number], self._abstract(number)):
            found = opening.search(block)
            if found:
                end = block.find(b"</%blvl>" % self._prefix, found.end())
                return block[found.start() : end if end >= 0 else len(block)]
        return b""

    def _resolved(self, number: str, depth: int) -> Level:
        """What a level shows and how far it is indented."""
        block = self._definition(number, depth)
        if not block:
            return _NOTHING
        shown = self._value(block, b"numFmt") or "decimal"
        glyph = as_unicode(unescaped(self._value(block, b"lvlText") or ""))
        picture = b"lvlPicBulletId" in block
        indent = _start_tag(self._prefix + b"ind").search(block)
        left = attribute_of(indent[1], b"left") or attribute_of(indent[1], b"start") if indent else b""
        shows = shown != "none" and (glyph.strip() or picture)
        return Level(
            ListItem(number, depth, shown, glyph) if shows else None,
            integer_of(left),
        )

    def _value(self, markup: bytes, name: bytes) -> str | None:
        """The value of the first element of that name; None without one."""
        found = _start_tag(self._prefix + name).search(markup)
        value = value_of(found[1]) if found else None
        return value.decode() if value is not None else None


@lru_cache(maxsize=64)
def _level_tag(prefix: bytes, depth: int) -> re.Pattern[bytes]:
    return re.compile(rb"<" + re.escape(prefix) + rb"lvl\s[^<>]*?ilvl=[\"']%d[\"']" % depth)


@lru_cache(maxsize=64)
def _start_tag(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<" + re.escape(name) + rb"(\s[^<>]*+)>")
