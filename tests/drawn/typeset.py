"""Rows of text set as Word documents in many looks: what a test shows is what a reader would see.

rows, look  ->  typeset()  ->  bytes

= Title          a section's title in the look's way    ## Title, ### Title    Heading 2, Heading 3
**bold** _italic_ __underlined__ {+inserted+} {-deleted-} {~hidden~}
- item, -- item  Word bullet, its second level          ^ text                  centred
⇥ ⏎              tab, line break                         [[ ]]                   lines between are in a text box
║ a ¶ b ║ c      table row: cells, and paragraphs in a cell    ║ <2><#D9E2F3>a    over two columns, shaded
! text           large and bold                          ⟦text⟧  a content control, a placeholder where it begins with [
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from builders.docx import (
    DOTS,
    GOOGLE_DOCS,
    LIBREOFFICE,
    PAGES,
    PLAIN,
    PLAIN_DOTS,
    ROUND,
    SQUARES,
    WORD,
    WORD_2007,
    WORD_EDITED,
    WPS,
    Cell,
    Habits,
    Setting,
    Xml,
    a_docx,
    cell,
    deleted,
    inline_control,
    inserted,
    line,
    row,
    table,
    text,
    text_box,
)


class Look(NamedTuple):
    """How a whole document is set."""

    habits: Habits = PLAIN
    title: str = "style"
    items: str = "dots"
    font: str = "Calibri"
    size: float = 10.5
    blanks: bool = False
    """An empty paragraph before each title."""


MAKERS = (WORD, WORD_EDITED, WORD_2007, GOOGLE_DOCS, LIBREOFFICE, WPS, PAGES, PLAIN)
TITLES: dict[str, dict[str, Any]] = {
    "style": {"style": "Heading 1"},
    "bold": {"bold": True},
    "caps": {"bold": True, "caps": True},
    "small caps": {"small_caps": True, "size": 13, "rule": True},
    "underlined": {"bold": True, "underline": True},
    "ruled": {"rule": True, "size": 12},
    "shaded": {"bold": True, "shade": "D9E2F3"},
    "large": {"size": 16, "color": "2F5496"},
    "centred": {"bold": True, "align": "center"},
    "plain": {},
}
ITEMS: dict[str, dict[str, Any]] = {
    "dots": {"list": DOTS},
    "round": {"list": ROUND},
    "plain dots": {"list": PLAIN_DOTS},
    "squares": {"list": SQUARES},
    "style": {"style": "List Bullet"},
}
_INLINE = re.compile(r"(⟦.+?⟧|\*\*.+?\*\*|__.+?__|(?<!\w)_.+?_(?!\w)|\{[+~-].+?[+~-]\})")
_SPAN = re.compile(r"<(\d)>")
_SHADE = re.compile(r"<#([0-9A-F]{6})>")


def typeset(rows: Sequence[str], look: Look) -> bytes:
    """A Word document of these rows."""
    body: list[Any] = []
    at = 0
    while at < len(rows):
        if rows[at].startswith("║"):
            end = next((i for i in range(at, len(rows)) if not rows[i].startswith("║")), len(rows))
            body.append(_table(rows[at:end], look))
            at = end
        elif rows[at] == "[[":
            end = rows.index("]]", at)
            body.append(line(text_box(*(_set(each, look) for each in rows[at + 1 : end]))))
            at = end + 1
        else:
            if look.blanks and rows[at].startswith("= "):
                body.append(line())
            body.append(_set(rows[at], look))
            at += 1
    return a_docx(*body, habits=look.habits, font=look.font, size=look.size)


def _table(rows: Sequence[str], look: Look) -> Xml:
    cells = [[part.strip() for part in each[1:].split("║")] for each in rows]
    columns = max(sum(int(span[1]) if (span := _SPAN.match(part)) else 1 for part in each) for each in cells)
    widths = [2200, *[7600 // max(1, columns - 1)] * (columns - 1)] if columns > 1 else [9800]
    return table(*(row(*(_cell(part, look) for part in each)) for each in cells), widths=widths)


def _cell(words: str, look: Look) -> Cell:
    span, shade = _SPAN.match(words), _SHADE.search(words)
    words = _SHADE.sub("", _SPAN.sub("", words))
    inside = (_set(part.strip(), look) for part in words.split("¶"))
    return cell(*inside, span=int(span[1]) if span else 1, shade=shade[1] if shade else "")


def _set(words: str, look: Look) -> Xml:
    setting: dict[str, Any] = {}
    for mark, own in (
        ("= ", TITLES[look.title]),
        ("## ", {"style": "Heading 2"}),
        ("### ", {"style": "Heading 3"}),
        ("-- ", {"list": DOTS, "level": 1}),
        ("- ", ITEMS[look.items]),
        ("^ ! ", {"align": "center", "bold": True, "size": 16}),
        ("^ ", {"align": "center"}),
        ("! ", {"bold": True, "size": 16}),
    ):
        if words.startswith(mark):
            words, setting = words[len(mark) :], own
            break
    words = words.replace("⇥", "\t").replace("⏎", "\n")
    if "\t" in words:
        setting = {**setting, "tabs": [("right", 10080)]}
    pieces = [_piece(part) for part in _INLINE.split(words) if part]
    return line(*pieces, **cast("Setting", setting))


def _piece(part: str) -> Any:  # noqa: ANN401
    if part.startswith("⟦"):
        return inline_control(part[1:-1], placeholder=part.startswith("⟦["))
    if part.startswith("**"):
        return text(part[2:-2], bold=True)
    if part.startswith("__"):
        return text(part[2:-2], underline=True)
    if part.startswith("_") and part.endswith("_") and len(part) > 2:
        return text(part[1:-1], italic=True)
    if part.startswith("{+"):
        return inserted(part[2:-2])
    if part.startswith("{-"):
        return deleted(part[2:-2])
    if part.startswith("{~"):
        return text(part[2:-2], hidden=True)
    return part
