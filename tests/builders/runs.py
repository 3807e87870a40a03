r"""Runs: words and everything else that stands inside a paragraph.

    "Built\tAPIs" | bold("Acme") | link(…) | comment(…)  ->  '<w:r>…</w:r>'

A `str` is a run: `\t` in it is a tab, `\n` a line break.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypedDict, Unpack
from xml.sax.saxutils import escape, quoteattr

from builders.writing import Piece, Writing, Xml, in_order, raw

BREAKS = re.compile(r"([\t\n])")
RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "noProof",
    "vanish", "color", "spacing", "kern", "sz", "szCs", "highlight", "u", "shd", "vertAlign", "rtl", "lang",
)  # fmt: skip


class Look(TypedDict, total=False):
    """How characters look; sizes in points."""

    bold: bool
    italic: bool
    underline: bool
    caps: bool
    small_caps: bool
    strike: bool
    hidden: bool
    size: float
    font: str
    color: str
    highlight: str
    run_style: str
    """English name of a character style."""
    language: str


PAGE_BREAK = raw('<w:r><w:br w:type="page"/></w:r>')
COLUMN_BREAK = raw('<w:r><w:br w:type="column"/></w:r>')
TAB = raw("<w:r><w:tab/></w:r>")
BREAK = raw("<w:r><w:br/></w:r>")
LAST_RENDERED_PAGE_BREAK = raw("<w:r><w:lastRenderedPageBreak/></w:r>")


def text(words: str, **look: Unpack[Look]) -> Xml:
    """Words with a look of their own: `text("Acme", bold=True, size=14)`."""
    return Xml(lambda writing: _runs(words, look, writing))


def bold(words: str) -> Xml:
    """Words in bold."""
    return text(words, bold=True)


def italic(words: str) -> Xml:
    """Words in italics."""
    return text(words, italic=True)


def symbol(code: str = "F0B7", font: str = "Symbol") -> Xml:
    """A character of a symbol font (`w:sym`)."""
    return raw(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')


def link(words: str, address: str, **look: Unpack[Look]) -> Xml:
    """A hyperlink to the web or a mail address (by relationship), or to a `#bookmark`."""

    def write(writing: Writing) -> str:
        shown: Look = {"run_style": "Hyperlink", **look}
        if address.startswith("#"):
            target = f'w:anchor="{address[1:]}"'
        else:
            target = f'r:id="{writing.relate("hyperlink", address, external=True)}"'
        return f'<w:hyperlink {target} w:history="1">{_runs(words, shown, writing)}</w:hyperlink>'

    return Xml(write)


def bookmark(name: str, *pieces: Piece) -> Xml:
    """Pieces with a bookmark around them."""
    return together(bookmark_start(name), *pieces, bookmark_end(name))


def bookmark_start(name: str) -> Xml:
    """Where a bookmark begins; its end may stand in another paragraph."""
    return Xml(lambda writing: f'<w:bookmarkStart w:id="{writing.ids.of(name)}" w:name="{name}"/>')


def bookmark_end(name: str) -> Xml:
    """Where that bookmark ends."""
    return Xml(lambda writing: f'<w:bookmarkEnd w:id="{writing.ids.of(name)}"/>')


def comment(note: str, *pieces: Piece) -> Xml:
    """Pieces with a reviewer's comment on them."""
    return together(comment_start(note), *pieces, comment_end(note))


def comment_start(note: str) -> Xml:
    """Where a commented range begins; its end may stand in another paragraph."""
    return Xml(lambda writing: f'<w:commentRangeStart w:id="{writing.ids.comment(note)}"/>')


def comment_end(note: str) -> Xml:
    """Where that range ends, and the run that refers to the comment."""

    def write(writing: Writing) -> str:
        number = writing.ids.comment(note)
        return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'

    return Xml(write)


def field(instruction: str, result: str, *, simple: bool = False) -> Xml:
    """A field such as `PAGE` or `HYPERLINK "…"`, with the result that is shown."""

    def write(writing: Writing) -> str:
        shown = _runs(result, {}, writing)
        if simple:
            return f"<w:fldSimple w:instr={quoteattr(f' {instruction} ')}>{shown}</w:fldSimple>"
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    return Xml(write)


def inserted(*pieces: Piece, **look: Unpack[Look]) -> Xml:
    """Text that a reviewer added (`w:ins`): it is text."""
    return Xml(lambda writing: f"<w:ins {writing.revision()}>{write_pieces(pieces, look, writing)}</w:ins>")


def deleted(words: str, **look: Unpack[Look]) -> Xml:
    """Text that a reviewer struck out (`w:del`): it is not text any more."""

    def write(writing: Writing) -> str:
        runs = _runs(words, look, writing).replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ")
        return f"<w:del {writing.revision()}>{runs}</w:del>".replace("</w:t>", "</w:delText>")

    return Xml(write)


def together(*pieces: Piece, **look: Unpack[Look]) -> Xml:
    """Several pieces as one."""
    return Xml(lambda writing: write_pieces(pieces, look, writing))


def write_pieces(pieces: Iterable[Piece], look: Look, writing: Writing) -> str:
    """Pieces one after the other; those that are plain words get the look."""
    return "".join(_runs(p, look, writing) if isinstance(p, str) else p.write(writing) for p in pieces)


def run_properties(look: Look, writing: Writing) -> str:
    """What stands inside `w:rPr`, by the look and by the maker's habits."""
    found = dict(writing.habits.run_properties) | _switches(look, writing.habits.on)
    if "size" in look:
        half = round(look["size"] * 2)
        found |= {"sz": f'<w:sz w:val="{half}"/>', "szCs": f'<w:szCs w:val="{half}"/>'}
    if "font" in look:
        name = look["font"]
        found["rFonts"] = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
    if "run_style" in look:
        found["rStyle"] = f'<w:rStyle w:val="{writing.habits.style_id(look["run_style"])}"/>'
    valued = (
        ("color", look.get("color")),
        ("highlight", look.get("highlight")),
        ("lang", look.get("language")),
        ("u", "single" if look.get("underline") else None),
    )
    found |= {name: f'<w:{name} w:val="{value}"/>' for name, value in valued if value}
    return in_order(found, RUN_ORDER)


def _switches(look: Look, on: str) -> dict[str, str]:
    wanted = (
        ("b", look.get("bold")),
        ("i", look.get("italic")),
        ("caps", look.get("caps")),
        ("smallCaps", look.get("small_caps")),
        ("strike", look.get("strike")),
        ("vanish", look.get("hidden")),
    )
    off = ' w:val="0"'
    return {name: f"<w:{name}{on if value else off}/>" for name, value in wanted if value is not None}


def _runs(words: str, look: Look, writing: Writing) -> str:
    """One run, or several where the maker cuts a sentence into runs."""
    inside = run_properties(look, writing)
    properties = f"<w:rPr>{inside}</w:rPr>" if inside or writing.habits.long_empty else ""
    return "".join(
        f"<w:r{writing.habits.run_attributes(number)}>{properties}{_characters(part, writing)}</w:r>"
        for number, part in enumerate(writing.habits.cut(words))
    )


def _characters(words: str, writing: Writing) -> str:
    made = []
    for row, before in _split_at_breaks(words):
        kept = row != row.strip() or writing.habits.always_preserve
        space = ' xml:space="preserve"' if kept else ""
        made.append(before + (f"<w:t{space}>{escape(row)}</w:t>" if row else ""))
    return "".join(made)


def _split_at_breaks(words: str) -> Iterator[tuple[str, str]]:
    """Each row of text with the markup of the break in front of it."""
    breaks = {"": "", "\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = ["", *BREAKS.split(words)]
    return ((row, breaks[before]) for before, row in zip(pieces[::2], pieces[1::2], strict=True))
