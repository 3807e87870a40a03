"""Lists: levels, glyphs and overrides, and the numbering part that they make (ECMA-376 part 1, 17.9).

ListKind(Level, …)  ->  numbering_xml()  ->  w:abstractNum + w:num
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (`w:lvl`); lengths in twentieths of a point."""

    text: str = "\uf0b7"
    format: str = "bullet"
    font: str = "Symbol"
    left: int = 720
    hanging: int = 360
    suffix: str = ""
    style: str = ""
    """Id of the paragraph style that is linked to the level (`w:pStyle`)."""
    run_properties: str = ""
    """Further markup inside the level's `w:rPr`."""


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list (`w:num` and its `w:abstractNum`). Another `name` makes another list of the same look."""

    levels: tuple[Level, ...] = (Level(),)
    name: str = ""
    same_as: "ListKind | None" = None
    """Shares the `w:abstractNum` of that list; `levels` are then its `w:lvlOverride`s."""
    restart: int | None = None
    """`w:startOverride` of the first level."""
    style_link: str = ""
    """Id of a numbering style: the abstractNum only points to it (`w:numStyleLink`)."""
    link_of_style: str = ""
    """Id of the numbering style that this list defines (`w:styleLink`)."""


def glyphs(*levels: tuple[str, str], step: int = 720, hanging: int = 360) -> ListKind:
    """A bulleted list: (character, font) for each level."""
    made = (Level(text, font=font, left=step * (i + 1), hanging=hanging) for i, (text, font) in enumerate(levels))
    return ListKind(tuple(made))


DOTS = glyphs(("\uf0b7", "Symbol"), ("o", "Courier New"), ("\uf0a7", "Wingdings"))
"""Word's own bullets: private-use characters of symbol fonts."""
ROUND = glyphs(("●", "Noto Sans Symbols"), ("○", "Noto Sans Symbols"), ("■", "Noto Sans Symbols"))
PLAIN_DOTS = glyphs(("•", "Calibri"), ("◦", "Calibri"), ("▪", "Calibri"))
SQUARES = glyphs(("\uf0a7", "Wingdings"), ("\uf0d8", "Wingdings"))
DASHES = glyphs(("-", "Calibri"), ("–", "Calibri"))
NUMBERS = ListKind((Level("%1.", "decimal", ""), Level("%2)", "lowerLetter", "", left=1440)))
UNSHOWN = ListKind((Level("", "none", "", left=0, hanging=0, suffix="nothing"),))
"""Numbering that shows nothing (`w:numFmt none`)."""


def numbering_xml(kinds: Sequence[ListKind], number_of: Callable[[ListKind], int]) -> str:
    """What stands inside `w:numbering`: all abstract definitions, then all lists."""
    own = [kind for kind in kinds if kind.same_as is None]
    return "".join(_abstract(kind, number_of(kind)) for kind in own) + "".join(
        _number(kind, number_of(kind), number_of(kind.same_as or kind)) for kind in kinds
    )


def _abstract(kind: ListKind, number: int) -> str:
    links = "".join(
        f'<w:{name} w:val="{style}"/>'
        for name, style in (("styleLink", kind.link_of_style), ("numStyleLink", kind.style_link))
        if style
    )
    levels = "" if kind.style_link else "".join(_level(level, i) for i, level in enumerate(kind.levels))
    multi = "hybridMultilevel" if len(kind.levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{multi}"/>{links}{levels}</w:abstractNum>'
    )


def _number(kind: ListKind, number: int, abstract: int) -> str:
    overrides = ""
    if kind.restart is not None:
        overrides = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{kind.restart}"/></w:lvlOverride>'
    elif kind.same_as is not None:
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{i}">{_level(level, i)}</w:lvlOverride>' for i, level in enumerate(kind.levels)
        )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def _level(level: Level, number: int) -> str:
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    suffix = f'<w:suff w:val="{level.suffix}"/>' if level.suffix else ""
    fonts = f'<w:rFonts w:ascii="{level.font}" w:hAnsi="{level.font}" w:hint="default"/>' if level.font else ""
    look = fonts + level.run_properties
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>{style}{suffix}'
        f"<w:lvlText w:val={quoteattr(level.text)}/>"
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr>'
        f"{f'<w:rPr>{look}</w:rPr>' if look else ''}</w:lvl>"
    )
