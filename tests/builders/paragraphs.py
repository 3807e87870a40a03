"""Paragraphs: lines, headings and bullets.

    line("Acme", bold=True, style="Heading 2")  ->  '<w:p><w:pPr>…</w:pPr>…</w:p>'

Lengths are in twentieths of a point, sizes in points; properties stand in schema order.
"""

from collections.abc import Sequence
from typing import Literal, Unpack, cast

from builders.lists import DOTS, ListKind
from builders.runs import Look, run_properties, write_pieces
from builders.writing import Piece, Writing, Xml, attributes, in_order

PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "wordWrap", "overflowPunct", "bidi", "snapToGrid", "spacing",
    "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange",
)  # fmt: skip


class Setting(Look, total=False):
    """How a paragraph is set, and how its plain words look."""

    style: str
    """English name of a paragraph style, e.g. `Heading 2`."""
    list: ListKind | None
    level: int
    no_list: bool
    """`numId` 0: switches off the list that the style has."""
    align: Literal["left", "center", "right", "both"]
    left: int
    hanging: int
    first_line: int
    before: int
    after: int
    line_height: int
    """In 240ths of a line."""
    tabs: Sequence[int | tuple[str, int]]
    keep_next: bool
    page_break_before: bool
    rule: bool
    """A line under the paragraph."""
    shade: str
    outline: int
    contextual: bool
    mark: Literal["inserted", "deleted"]
    """The paragraph itself is a tracked change."""
    section: Xml
    """The section that ends with this paragraph: `section_break(…)`."""


def line(*pieces: Piece, **setting: Unpack[Setting]) -> Xml:
    """A paragraph: `line("Acme", TAB, bold("2021"), style="Heading 2", align="right")`."""

    def write(writing: Writing) -> str:
        start = f"<w:p{writing.paragraph_attributes()}>"
        return (
            start + paragraph_properties(setting, writing) + write_pieces(pieces, look_of(setting), writing) + "</w:p>"
        )

    return Xml(write)


def blank(**setting: Unpack[Setting]) -> Xml:
    """An empty paragraph."""
    return line(**setting)


def heading(words: Piece, rank: int = 1, **setting: Unpack[Setting]) -> Xml:
    """A paragraph in a heading style: `heading("Acme", 2)` is a Heading 2."""
    styled: Setting = {"style": f"Heading {rank}", **setting}
    return line(words, **styled)


def bullets(*items: Piece, **setting: Unpack[Setting]) -> list[Xml]:
    """List paragraphs: in the list `list` (Word's dots unless told), or in a `style` that has its own."""
    if "style" not in setting and "list" not in setting:
        setting["list"] = DOTS
    return [line(item, **setting) for item in items]


def typed_bullets(*items: Piece, marker: str = "•\t", **setting: Unpack[Setting]) -> list[Xml]:
    """Paragraphs whose bullet is typed: a character and a tab or space."""
    return [line(marker + item if isinstance(item, str) else marker, *_rest(item), **setting) for item in items]


def paragraph_properties(setting: Setting, writing: Writing, *, of_style: bool = False) -> str:
    """`w:pPr` by the setting and the maker's habits (not in a style); empty when there is nothing to say."""
    found: dict[str, str] = {} if of_style else dict(writing.habits.paragraph_properties)
    found |= _list_properties(setting, writing) | _flags(setting, writing.habits.on) | _places(setting)
    if "style" in setting and not of_style:
        found["pStyle"] = f'<w:pStyle w:val="{writing.habits.style_id(setting["style"])}"/>'
    mark = "" if of_style else _mark_properties(setting, writing)
    if mark or (writing.habits.long_empty and not of_style):
        found["rPr"] = f"<w:rPr>{mark}</w:rPr>"
    if "section" in setting:
        found["sectPr"] = setting["section"].write(writing)
    inside = in_order(found, PARAGRAPH_ORDER)
    return f"<w:pPr>{inside}</w:pPr>" if inside else ""


def look_of(setting: Setting) -> Look:
    """The part of a setting that is about characters."""
    return cast("Look", {word: value for word, value in setting.items() if word in Look.__annotations__})


def _rest(item: Piece) -> tuple[Piece, ...]:
    return () if isinstance(item, str) else (item,)


def _list_properties(setting: Setting, writing: Writing) -> dict[str, str]:
    if setting.get("no_list"):
        return {"numPr": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'}
    kind = setting.get("list")
    if kind is None:
        return {}
    level = setting.get("level", 0)
    number = writing.ids.number_of(kind)
    found = {"numPr": f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'}
    if writing.habits.indents_items:
        own = kind.levels[level]
        found["ind"] = f'<w:ind w:left="{own.left}" w:hanging="{own.hanging}"/>'
    return found


def _flags(setting: Setting, on: str) -> dict[str, str]:
    wanted = (
        ("keepNext", setting.get("keep_next")),
        ("pageBreakBefore", setting.get("page_break_before")),
        ("contextualSpacing", setting.get("contextual")),
    )
    found = {name: f"<w:{name}{on}/>" for name, value in wanted if value}
    if setting.get("rule"):
        found["pBdr"] = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    if "shade" in setting:
        found["shd"] = f'<w:shd w:val="clear" w:color="auto" w:fill="{setting["shade"]}"/>'
    return found


def _places(setting: Setting) -> dict[str, str]:
    """Where the paragraph stands: tabs, space, indent, alignment, outline level."""
    found: dict[str, str] = {}
    if "tabs" in setting:
        stops = [stop if isinstance(stop, tuple) else ("left", stop) for stop in setting["tabs"]]
        made = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops)
        found["tabs"] = f"<w:tabs>{made}</w:tabs>"
    height = setting.get("line_height")
    rule = "auto" if height else None
    space = (("before", setting.get("before")), ("after", setting.get("after")), ("line", height), ("lineRule", rule))
    indent = (
        ("left", setting.get("left")),
        ("hanging", setting.get("hanging")),
        ("firstLine", setting.get("first_line")),
    )
    found |= {"spacing": attributes(space), "ind": attributes(indent)}
    found |= {
        "jc": attributes([("val", setting.get("align"))]),
        "outlineLvl": attributes([("val", setting.get("outline"))]),
    }
    return {name: value if value.startswith("<") else f"<w:{name}{value}/>" for name, value in found.items() if value}


def _mark_properties(setting: Setting, writing: Writing) -> str:
    """Properties of the paragraph mark: Word repeats the look of the words, and notes a tracked paragraph there."""
    change = ""
    if "mark" in setting:
        change = f"<w:{'ins' if setting['mark'] == 'inserted' else 'del'} {writing.revision()}/>"
    look = look_of(setting)
    return change + (run_properties(look, writing) if look or writing.habits.run_properties else "")
