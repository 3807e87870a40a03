"""How paragraphs and their text are set, as far as it decides where lines and pages end. Lengths are points.

    properties and styles  ->  cascade.Settings.paragraph()  ->  ParagraphSetting, TextSetting  ->  lines, pages

Each field is what one property of ECMA-376 part 1, 17.3.1 and 17.3.2, comes to for one paragraph or one text.
"""

from typing import NamedTuple


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
