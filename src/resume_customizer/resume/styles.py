"""Styles: what a paragraph takes from its style chain and the document's defaults (ECMA-376 part 1, 17.7).

    styles part  ->  Styles  ->  .paragraph(id) / .character(id)

Only styles that are asked for are resolved, each once; a cycle in `w:basedOn` ends at the first repetition.
"""

import re
from functools import lru_cache

from resume_customizer.resume.properties import (
    Look,
    ParagraphStyle,
    attributes_of,
    read_run_properties,
    value_of,
    with_paragraph_properties,
    with_run_properties,
)

_LONGEST_CHAIN = 32
"""Styles that are based on each other; Word allows 11."""
_FEW = 50
"""Styles that are searched for one by one; when more are asked for, all are looked up in one go."""
_STYLE_ID = re.compile(rb"styleId=[\"']([^\"'<>]*+)")


class Styles:
    """The styles part, resolved on demand."""

    def __init__(self, markup: bytes, prefix: bytes) -> None:
        self.prefix = prefix
        self._markup = markup
        self._blocks: dict[str, bytes] = {}
        self._places: dict[bytes, int] | None = None
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._laid: dict[str, ParagraphStyle] = {}
        self._default = self._find_default()
        self._base = ParagraphStyle(look=self._document_defaults(markup))

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """A paragraph style with its chain; an unknown or absent id means the default style."""
        found = self._paragraphs.get(style_id)
        if found is None and style_id is not None and not self._block(style_id):
            found = self._paragraphs[style_id] = self.paragraph(None)
        elif found is None:
            known = style_id or self._default
            name = "" if known == self._default else self._first(self._block(known), b"name")
            found = self._paragraphs[style_id] = self._with_chain(known)._replace(name=name.lower())
        return found

    def character(self, style_id: str, look: Look) -> Look:
        """A look with a character style laid over it; what both switch on is off again (17.7.3 toggle properties)."""
        own, base = Look(), look
        for each in self._chain(style_id):
            changes, _ = read_run_properties(self._inside(self._block(each), b"rPr"), self.prefix)
            look, own = look._replace(**changes), own._replace(**changes)
        return look._replace(
            bold=base.bold != own.bold,
            italic=base.italic != own.italic,
            caps=base.caps != own.caps,
            hidden=base.hidden != own.hidden,
        )

    def number_of(self, style_id: str) -> str | None:
        """The list that a numbering style names (17.9.21 numStyleLink)."""
        return self._first(self._block(style_id), b"numId") or None

    def _find_default(self) -> str | None:
        """The style of paragraphs that name none (17.7.4.17 style, default)."""
        at = self._markup.find(b"default=")
        while at >= 0:
            start, end = self._markup.rfind(b"<", 0, at), self._markup.find(b">", at)
            attributes = attributes_of(self._markup[start:end])
            if attributes.get(b"type") == b"paragraph" and attributes.get(b"default") in (b"1", b"true", b"on"):
                return attributes.get(b"styleId", b"").decode()
            at = self._markup.find(b"default=", end)
        return None

    def _block(self, style_id: str | None) -> bytes:
        """A style's markup; empty for an unknown one."""
        if not style_id:
            return b""
        found = self._blocks.get(style_id)
        if found is None:
            found = self._blocks[style_id] = self._find_block(style_id.encode())
        return found

    def _find_block(self, style_id: bytes) -> bytes:
        if len(self._blocks) < _FEW:
            at = self._markup.find(b'styleId="%b"' % style_id)
            at = at if at >= 0 else self._markup.find(b"styleId='%b'" % style_id)
        else:
            if self._places is None:
                self._places = {found[1]: found.start() for found in _STYLE_ID.finditer(self._markup)}
            at = self._places.get(style_id, -1)
        start = self._markup.rfind(b"<%bstyle " % self.prefix, 0, at) if at >= 0 else -1
        return self._markup[start : self._markup.find(b"</%bstyle>" % self.prefix, at)] if start >= 0 else b""

    def _document_defaults(self, markup: bytes) -> Look:
        """The run properties that hold where no style says otherwise (17.7.5.5 rPrDefault)."""
        look, _ = with_run_properties(self._inside(self._inside(markup, b"rPrDefault"), b"rPr"), Look(), self.prefix)
        return look

    def _chain(self, style_id: str | None) -> list[str]:
        """The style and those that it is based on, the root first."""
        found: list[str] = []
        while style_id is not None and len(found) < _LONGEST_CHAIN and style_id not in found and self._block(style_id):
            found.append(style_id)
            style_id = self._first(self._block(style_id), b"basedOn")
        return found[::-1]

    def _with_chain(self, style_id: str | None) -> ParagraphStyle:
        """A style laid over those that it is based on."""
        chain: list[str] = []
        while style_id is not None and style_id not in self._laid and style_id not in chain and self._block(style_id):
            chain.append(style_id)
            style_id = self._first(self._block(style_id), b"basedOn") if len(chain) < _LONGEST_CHAIN else None
        found = self._laid.get(style_id or "", self._base)
        for each in reversed(chain):
            found = self._laid[each] = self._applied(each, found)
        return found

    def _applied(self, style_id: str, found: ParagraphStyle) -> ParagraphStyle:
        """One style of the chain laid over those before it."""
        block = self._block(style_id)
        properties = self._inside(block, b"pPr")
        if properties:
            found, _ = with_paragraph_properties(properties, found, self.prefix, own=style_id)
            block = block.replace(properties, b"", 1)
        look, _ = with_run_properties(self._inside(block, b"rPr"), found.look, self.prefix)
        return found._replace(look=look)

    def _inside(self, markup: bytes, name: bytes) -> bytes:
        """What stands in the first element of that name."""
        found = _element(self.prefix + name).search(markup)
        return found[1] if found else b""

    def _first(self, markup: bytes, name: bytes) -> str:
        """The value of the first element of that name; empty without one."""
        found = _empty_element(self.prefix + name).search(markup)
        return (value_of(found[1]) or b"").decode() if found else ""


@lru_cache(maxsize=64)
def _element(name: bytes) -> re.Pattern[bytes]:
    name = re.escape(name)
    return re.compile(rb"<" + name + rb">((?:[^<]++|<(?!/" + name + rb">))*+)")


@lru_cache(maxsize=64)
def _empty_element(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<" + re.escape(name) + rb"(\s[^<>]*+)>")
