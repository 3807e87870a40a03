"""How paragraphs and their text are set, as far as it decides where lines and pages end.

    styles + numbering + theme  ->  Settings  ->  .paragraph()  ->  ParagraphSetting, TextSetting

Laid over each other as ECMA-376 part 1, 17.7.2 has it: the document's defaults, the table's style, the chain of the
paragraph's style, its list level, its own properties; for text also its character style. Lengths are points.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

_LONGEST_CHAIN = 32
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,40})?)(pt|in|cm|mm)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_NO = ("0", "false", "off", "none")
Changes = dict[str, Any]
"""Some fields of a setting, by name."""
_WITHOUT_STYLES: Changes = {"family": "Calibri", "size": 11.0}
"""What is taken for a document without styles."""


class TextSetting(NamedTuple):
    """How characters are set."""

    family: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    spacing: float = 0.0
    """Added behind each character."""
    raised: bool = False
    """Superscript or subscript."""


class Border(NamedTuple):
    """Lines above and below a paragraph; neighbours with the same ones share them (17.3.1.7 between)."""

    above: float = 0.0
    """Height of the line and its distance from the text."""
    below: float = 0.0
    kind: str = ""


NO_BORDER = Border()


class ParagraphSetting(NamedTuple):
    """How a paragraph is set."""

    style: str = ""
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    """The distance of lines: a factor, or points where `rule` says so."""
    rule: str = "auto"
    """`auto`, `atLeast` or `exact`."""
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    """Of the first line, beside `left`; negative for a hanging one."""
    tabs: tuple[tuple[float, str], ...] = ()
    """Places and kinds, from the left."""
    contextual: bool = False
    """No space against a neighbour of the same style."""
    keep_next: bool = False
    keep_lines: bool = False
    break_before: bool = False
    widow_control: bool = True
    to_grid: bool = True
    number: str = ""
    level: int = 0
    framed: bool = False
    border: Border = NO_BORDER


class Mark(NamedTuple):
    """What a list shows in front of a paragraph."""

    text: str
    setting: TextSetting
    suffix: str
    """`tab`, `space` or `nothing`."""


class Settings:
    """The styles of one document."""

    def __init__(self, styles: Element, numbering: Element, theme: Mapping[str, str]) -> None:
        self._theme = theme
        self._styles = {each.get("styleId", ""): each for each in styles.iterfind("style")}
        self._usual = {
            each.get("type", ""): each.get("styleId", "")
            for each in styles.iterfind("style")
            if each.get("default", "0") not in _NO
        }
        self._abstract = {each.get("abstractNumId", ""): each for each in numbering.iterfind("abstractNum")}
        self._numbers = {each.get("numId", ""): each for each in numbering.iterfind("num")}
        self._chains: dict[str, tuple[Changes, Changes]] = {}
        defaults = styles.find("docDefaults")
        defaults = defaults if defaults is not None else Element("docDefaults")
        self._paragraph = _read_paragraph(defaults.find("pPrDefault/pPr"))
        self._text = _read_text(defaults.find("rPrDefault/rPr"), theme) if len(styles) else _WITHOUT_STYLES

    def paragraph(self, properties: Element | None, table: str = "") -> tuple[ParagraphSetting, TextSetting]:
        """A paragraph with these properties, and the text in it that states nothing of its own."""
        own = _read_paragraph(properties)
        style = own.get("style") or self._usual.get("paragraph", "")
        of_style, text = self.chain(style if style in self._styles else self._usual.get("paragraph", ""))
        of_table, table_text = self.chain(table) if table else ({}, {})
        number = own.get("number", of_style.get("number", ""))
        level = self._level(number, own.get("level", of_style.get("level", 0)))
        in_list = _read_paragraph(level.find("pPr")) if level is not None else {}
        if "number" not in own:  # what the style itself states comes before its list's level (17.9.23)
            in_list = {name: value for name, value in in_list.items() if name not in of_style or name == "tabs"}
        merged = self._paragraph | of_table | of_style | in_list | own
        merged["style"] = style
        if "tabs" in in_list and "tabs" in of_style:
            merged["tabs"] = tuple(sorted({*in_list["tabs"], *of_style["tabs"], *own.get("tabs", ())}))
        return ParagraphSetting(**merged), TextSetting(**(self._text | table_text | text))

    def run(self, properties: Element | None, base: TextSetting) -> TextSetting:
        """Some text in a paragraph."""
        if properties is None:
            return base
        style = properties.find("rStyle")
        changes = self.chain(style.get("val", ""))[1] if style is not None else {}
        changes = changes | _read_text(properties, self._theme)
        return base._replace(**changes) if changes else base

    def mark(self, setting: ParagraphSetting, base: TextSetting, count: int) -> Mark | None:
        """What a list shows in front of a paragraph, as its nth item."""
        level = self._level(setting.number, setting.level)
        if level is None or _value(level, "numFmt") == "none":
            return None
        text = _value(level, "lvlText")
        if _value(level, "numFmt") != "bullet":
            text = "".join(str(count) if piece.isdigit() else piece for piece in text.replace("%", ""))
        return Mark(text, self.run(level.find("rPr"), base), _value(level, "suff") or "tab")

    def chain(self, style: str) -> tuple[Changes, Changes]:
        """What a style and those that it is based on say of paragraphs and of text."""
        found = self._chains.get(style)
        if found is None:
            names: list[str] = []
            each = style
            while each in self._styles and each not in names and len(names) < _LONGEST_CHAIN:
                names.append(each)
                each = _value(self._styles[each], "basedOn")
            paragraph, text = Changes(), Changes()
            for name in reversed(names):
                paragraph |= _read_paragraph(self._styles[name].find("pPr"))
                text |= _read_text(self._styles[name].find("rPr"), self._theme)
            paragraph.pop("style", None)
            found = self._chains[style] = paragraph, text
        return found

    def of_style(self, style: str, path: str) -> Element | None:
        """The first element at a path in a style or in one that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            if style not in self._styles:
                return None
            found = self._styles[style].find(path)
            if found is not None:
                return found
            style = _value(self._styles[style], "basedOn")
        return None

    def usual_table(self) -> str:
        """The style of tables that name none."""
        return self._usual.get("table", "")

    def _level(self, number: str, level: int) -> Element | None:
        """A level of a list, with the number's own override."""
        for _ in range(_LONGEST_CHAIN):
            stated = self._numbers.get(number)
            if number in ("", "0") or stated is None:
                return None
            for override in stated.iterfind("lvlOverride"):
                own = override.find("lvl")
                if override.get("ilvl") == str(level) and own is not None:
                    return own
            abstract = self._abstract.get(_value(stated, "abstractNumId"))
            if abstract is None:
                return None
            link = _value(abstract, "numStyleLink")
            if not link:
                return next((each for each in abstract.iterfind("lvl") if each.get("ilvl") == str(level)), None)
            element = self.of_style(link, "pPr/numPr/numId")
            number = element.get("val", "") if element is not None else ""
        return None


def points(text: str | None, unit: float = 20.0) -> float:
    """A length in twentieths of a point (or another part of one) as points; 0 for what is not a number."""
    found = _LENGTH.fullmatch((text or "").strip())
    if not found:
        return 0.0
    number = float(found[1])
    return number * _UNITS[found[2]] if found[2] else number / unit


def is_on(element: Element | None) -> bool:
    """An on/off property (17.17.4 ST_OnOff)."""
    return element is not None and element.get("val", "1") not in _NO


def _value(element: Element, name: str) -> str:
    found = element.find(name)
    return found.get("val", "") if found is not None else ""


def _read_paragraph(properties: Element | None) -> Changes:
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
        if element.get(f"{name}Autospacing", "0") not in _NO:
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


def _read_text(properties: Element | None, theme: Mapping[str, str]) -> Changes:
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
