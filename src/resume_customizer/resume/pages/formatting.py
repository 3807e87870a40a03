"""What the properties of a paragraph or of a text change of how it is set. Lengths are points.

    w:pPr  ->  read_paragraph()  ->  Changes        w:rPr  ->  read_text()  ->  Changes

Only what is stated there: `cascade` lays it over what styles and lists say.
"""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from resume_customizer.resume.pages.settings import Border

_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,40})?)(pt|in|cm|mm)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
OFF = ("0", "false", "off", "none")
"""What an on/off property says for off (17.17.4 ST_OnOff), and what people write instead."""
Changes = dict[str, Any]
"""Some fields of a setting, by name."""


def points(text: str | None, unit: float = 20.0) -> float:
    """A length in twentieths of a point (or another part of one) as points; 0 for what is not a number."""
    found = _LENGTH.fullmatch((text or "").strip())
    if not found:
        return 0.0
    number = float(found[1])
    return number * _UNITS[found[2]] if found[2] else number / unit


def is_on(element: Element | None) -> bool:
    """An on/off property (17.17.4 ST_OnOff)."""
    return element is not None and element.get("val", "1") not in OFF


def value_of(element: Element, name: str) -> str:
    """The `w:val` of a child element; empty without one."""
    found = element.find(name)
    return found.get("val", "") if found is not None else ""


def read_paragraph(properties: Element | None) -> Changes:
    """What `w:pPr` says."""
    changes: Changes = {}
    for each in properties if properties is not None else ():
        reader = _PARAGRAPH.get(each.tag)
        if reader is not None:
            changes |= reader(each)
    return changes


def _spacing(element: Element) -> Changes:
    """17.3.1.33 spacing."""
    changes: Changes = {}
    for name in ("before", "after"):
        if element.get(f"{name}Autospacing", "0") not in OFF:
            changes[name] = 14.0
        elif name in element.keys():  # noqa: SIM118 - an Element is no mapping
            changes[name] = points(element.get(name))
    rule = element.get("lineRule", "auto")
    if element.get("line"):
        changes |= {"rule": rule, "line": points(element.get("line"), 240.0 if rule == "auto" else 20.0)}
    elif element.get("lineRule") == "auto":  # LibreOffice takes a rule without a distance as single
        changes |= {"rule": rule, "line": 1.0}
    return changes


def _indent(element: Element) -> Changes:
    """17.3.1.12 ind."""
    changes: Changes = {}
    for name, names in (("left", ("start", "left")), ("right", ("end", "right"))):
        stated = next((element.get(each) for each in names if element.get(each)), None)
        if stated is not None:
            changes[name] = points(stated)
    if element.get("hanging"):
        changes["first"] = -points(element.get("hanging"))
    elif element.get("firstLine"):
        changes["first"] = points(element.get("firstLine"))
    return changes


def _tabs(element: Element) -> Changes:
    stops = ((points(each.get("pos")), each.get("val", "left")) for each in element.iterfind("tab"))
    return {"tabs": tuple(sorted((place, kind) for place, kind in stops if kind not in ("clear", "bar")))}


def _list_item(element: Element) -> Changes:
    changes: Changes = {}
    number, level = element.find("numId"), element.find("ilvl")
    if number is not None:
        changes["number"] = number.get("val", "")
    if level is not None and level.get("val", "").isdigit():
        changes["level"] = int(level.get("val", "0"))
    return changes


def _borders(element: Element) -> Changes:
    heights, kinds = [0.0, 0.0], []
    for at, name in enumerate(("top", "bottom")):
        side = element.find(name)
        if side is not None and side.get("val", "nil") not in ("nil", "none"):
            heights[at] = points(side.get("sz"), 8.0) + points(side.get("space"), 1.0)
            kinds.append(f"{name} {sorted(side.items())}")
    return {"border": Border(*heights, " ".join(kinds))}


_PARAGRAPH = {
    "pStyle": lambda element: {"style": element.get("val", "")},
    "spacing": _spacing,
    "ind": _indent,
    "tabs": _tabs,
    "numPr": _list_item,
    "pBdr": _borders,
    "framePr": lambda _: {"framed": True},
    "contextualSpacing": lambda element: {"contextual": is_on(element)},
    "keepNext": lambda element: {"keep_next": is_on(element)},
    "keepLines": lambda element: {"keep_lines": is_on(element)},
    "pageBreakBefore": lambda element: {"break_before": is_on(element)},
    "widowControl": lambda element: {"widow_control": is_on(element)},
    "snapToGrid": lambda element: {"to_grid": is_on(element)},
}


def read_text(properties: Element | None, theme: Mapping[str, str]) -> Changes:
    """What `w:rPr` says."""
    changes: Changes = {}
    for each in properties if properties is not None else ():
        name = _TOGGLES.get(each.tag)
        if name is not None:
            changes[name] = is_on(each)
        elif each.tag == "rFonts":
            stated = theme.get(each.get("asciiTheme", "")) or each.get("ascii") or each.get("hAnsi")
            changes |= {"family": stated} if stated else {}
        elif each.tag == "sz":
            changes["size"] = points(each.get("val"), 2.0) or 10.0
        elif each.tag == "spacing":
            changes["spacing"] = points(each.get("val"))
        elif each.tag == "vertAlign":
            changes["raised"] = each.get("val") in ("superscript", "subscript")
    return changes


_TOGGLES = {"b": "bold", "i": "italic", "caps": "caps", "smallCaps": "small_caps", "vanish": "hidden"}
