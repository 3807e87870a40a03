"""Styles: the usual ones of Word, and a test's own; together the styles part.

    style("Heading 2", bold=True)  ->  styles_xml()  ->  '<w:style w:styleId="Heading2" …>'

A style of the same name as a usual one takes its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Unpack
from xml.sax.saxutils import quoteattr

from builders.lists import DOTS
from builders.paragraphs import Setting, look_of, paragraph_properties
from builders.runs import run_properties
from builders.writing import Writing

Kind = Literal["paragraph", "character", "table", "numbering"]


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its English name."""

    name: str
    setting: Setting
    based_on: str = ""
    kind: Kind = "paragraph"
    default: bool = False
    further: str = ""
    """More markup at the end of the style."""


def style(name: str, based_on: str = "Normal", kind: Kind = "paragraph", **setting: Unpack[Setting]) -> Style:
    """A style: `style("Job Title", based_on="Heading 2", bold=True)`; `list=` gives it numbering."""
    return Style(name, setting, based_on, kind)


def numbering_style(name: str, **setting: Unpack[Setting]) -> Style:
    """A numbering style; `list=` is the list that it stands for."""
    return Style(name, setting, "", "numbering")


GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
NO_SPACE_BELOW: Setting = {"before": 0, "after": 0}
USUAL_STYLES = (
    Style("Normal", {"after": 60}, default=True),
    Style("Default Paragraph Font", {}, kind="character", default=True),
    style("Title", size=22, bold=True, align="center"),
    style("Heading 1", size=13, bold=True, color="1F3864", before=200, after=80, keep_next=True, rule=True, outline=0),
    style("Heading 2", size=11, bold=True, before=120, after=20, keep_next=True, outline=1),
    style("Heading 3", size=11, italic=True, before=60, after=20, keep_next=True, outline=2),
    style("List Paragraph", left=720, contextual=True),
    style("List Bullet", list=DOTS, contextual=True),
    style("Header"),
    style("Footer"),
    Style("Hyperlink", {"color": "0563C1", "underline": True}, "Default Paragraph Font", "character"),
    Style("Placeholder Text", {"color": "808080"}, "Default Paragraph Font", "character"),
    Style("Normal Table", {}, kind="table", default=True),
    Style("Table Grid", {}, "Normal Table", "table", further=f"<w:tblPr><w:tblBorders>{GRID}</w:tblBorders></w:tblPr>"),
    Style("No List", {}, kind="numbering", default=True),
)


def styles_xml(own: Sequence[Style], writing: Writing, font: str, size: float) -> str:
    """What stands inside `w:styles`: the document's defaults, then every style."""
    names = {one.name for one in own}
    every = [one for one in USUAL_STYLES if one.name not in names] + list(own)
    half = round(size * 2)
    defaults = (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr>'
    )
    return f"<w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault><w:pPrDefault/></w:docDefaults>" + "".join(
        _style(one, writing) for one in every
    )


def _style(one: Style, writing: Writing) -> str:
    habits = writing.habits
    based = f'<w:basedOn w:val="{habits.style_id(one.based_on)}"/>' if one.based_on else ""
    inside = paragraph_properties(one.setting, writing, of_style=True) if one.kind in {"paragraph", "numbering"} else ""
    look = run_properties(look_of(one.setting), Writing())
    runs = f"<w:rPr>{look}</w:rPr>" if look else ""
    default = ' w:default="1"' if one.default else ""
    return (
        f'<w:style w:type="{one.kind}"{default} w:styleId="{habits.style_id(one.name)}">'
        f"<w:name w:val={quoteattr(_shown_name(one.name, dict(habits.style_names)))}/>{based}<w:qFormat/>"
        f"{inside}{runs}{one.further}</w:style>"
    )


def _shown_name(name: str, translated: dict[str, str]) -> str:
    """Word stores its own heading, header and footer styles with a small first letter."""
    if name in translated:
        return translated[name]
    return name.lower() if name.startswith(("Heading ", "Header", "Footer")) else name
