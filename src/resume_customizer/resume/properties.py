"""Paragraph and run properties as written: the few that decide how something looks to a reader.

    bytes inside w:pPr / w:rPr  ->  with_paragraph_properties() / with_run_properties()  ->  ParagraphStyle / Look

Properties are laid over those of the style (ECMA-376 part 1, 17.7.2); what is not named stays.
"""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from resume_customizer.resume.lines import Alignment


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
    """What a paragraph's style chain and its own properties give."""

    name: str = ""
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    number_style: str | None = None
    """The style that states the list, for `w:lvl/w:pStyle`."""
    indent: int | None = None
    ruled: bool = False
    alignment: Alignment = "left"
    look: Look = Look()


_OFF = (b"0", b"false", b"off", b"none")
_ALIGNMENTS: dict[bytes, Alignment] = {
    b"end": "right", b"right": "right", b"center": "center", b"both": "both", b"distribute": "both",
}  # fmt: skip


@lru_cache(maxsize=32)
def _run_tokens(prefix: bytes) -> re.Pattern[bytes]:
    w = re.escape(prefix)
    return re.compile(rb"<" + w + rb"(b|i|u|caps|sz|color|vanish|rStyle)(?=[\s/>])([^<>]*+)>")


@lru_cache(maxsize=32)
def _paragraph_tokens(prefix: bytes) -> re.Pattern[bytes]:
    w = re.escape(prefix)
    return re.compile(
        rb"<" + w + rb"(pStyle|numId|ilvl|outlineLvl|ind|jc|pBdr|top|bottom|sectPr|rPr)(?=[\s/>])([^<>]*+)>"
    )


_ATTRIBUTE = re.compile(rb"""(?<![\w.-])([\w.-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")


def attributes_of(markup: bytes) -> dict[bytes, bytes]:
    """Attributes by local name, as written in a start tag."""
    return {found[1]: found[2] if found[2] is not None else found[3] for found in _ATTRIBUTE.finditer(markup)}


def attribute_of(markup: bytes, name: bytes) -> bytes:
    """One attribute by its local name; empty without it."""
    if name not in markup:
        return b""
    _, is_usual, behind = markup.partition(b':%b="' % name)
    return behind[: behind.find(b'"')] if is_usual else attributes_of(markup).get(name, b"")


def value_of(markup: bytes) -> bytes | None:
    """The `w:val` of a start tag's attributes."""
    at = markup.find(b'val="')
    if at >= 0:
        return markup[at + 5 : markup.find(b'"', at + 5)]
    return attributes_of(markup).get(b"val") if b"val" in markup else None


def is_on(markup: bytes) -> bool:
    """An on/off property by its attributes (17.17.4 ST_OnOff): without a value it is on."""
    return value_of(markup) not in _OFF if len(markup) > 1 else True


def with_run_properties(properties: bytes, look: Look, prefix: bytes) -> tuple[Look, str]:
    """Run properties laid over a look, and the character style that they name (empty without one)."""
    changes, style = read_run_properties(properties, prefix)
    return (look._replace(**changes) if changes else look), style


def read_run_properties(properties: bytes, prefix: bytes) -> tuple[dict[str, Any], str]:
    """What run properties say of a Look, and the character style that they name (empty without one)."""
    old = properties.find(b"<" + prefix + b"rPrChange")
    tokens = _run_tokens(prefix).findall(properties if old < 0 else properties[:old])
    changes: dict[str, Any] = {}
    style = ""
    for name, attributes in tokens:
        if name == b"sz":
            size = value_of(attributes) or b""
            if size.isdigit() and len(size) < 5:  # Word goes up to 1638 points
                changes["size"] = int(size) / 2
        elif name == b"color":
            color = (value_of(attributes) or b"").decode()
            changes["color"] = "" if color == "auto" else color
        elif name == b"u":
            changes["underlined"] = (value_of(attributes) or b"none") not in _OFF
        elif name == b"rStyle":
            style = (value_of(attributes) or b"").decode()
        else:
            changes[_TOGGLES[name]] = is_on(attributes)
    return changes, style


_TOGGLES = {b"b": "bold", b"i": "italic", b"caps": "caps", b"vanish": "hidden"}


def with_paragraph_properties(
    properties: bytes, style: ParagraphStyle, prefix: bytes, own: str | None = None
) -> tuple[ParagraphStyle, bool]:
    """Paragraph properties laid over those of the style, and whether they carry a section break.

    `own` is the id of the style that states them, when they are a style's.
    """
    changes: dict[str, Any] = {}
    for name, attributes in _paragraph_tokens(prefix).findall(properties):
        if name == b"rPr":
            break  # behind it comes only a section break (17.3.1.26)
        if name == b"numId":
            changes["number"] = (value_of(attributes) or b"").decode()
            changes["number_style"] = own or style.number_style
        elif name in _INTEGERS:
            changes[_INTEGERS[name]] = _level(attributes)
        else:
            changes |= _set_off(name, attributes, bordered="ruled" in changes)
    section = b"<" + prefix + b"sectPr" in properties
    return (style._replace(**changes) if changes else style), section


_INTEGERS = {b"ilvl": "level", b"outlineLvl": "outline"}


def _level(attributes: bytes) -> int | None:
    """A list or outline level; 9 and above mean none (17.3.1.20 outlineLvl)."""
    level = integer_of(value_of(attributes))
    return level if level is not None and level < 9 else None


def _set_off(name: bytes, attributes: bytes, *, bordered: bool) -> dict[str, Any]:
    """Borders, alignment and indent."""
    if name == b"pBdr":
        return {"ruled": False}
    if name in (b"top", b"bottom"):
        shown = bordered and (value_of(attributes) or b"nil") not in (b"nil", b"none")
        return {"ruled": True} if shown else {}
    if name == b"jc":
        return {"alignment": _ALIGNMENTS.get(value_of(attributes) or b"", "left")}
    if name == b"ind":
        left = integer_of(attribute_of(attributes, b"left") or attribute_of(attributes, b"start"))
        return {"indent": left} if left is not None else {}
    return {}


def integer_of(text: bytes | None) -> int | None:
    """A whole number from an attribute; None for what is not one."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None
