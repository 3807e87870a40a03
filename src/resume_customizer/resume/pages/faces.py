"""Faces: how wide the characters of a font are, and how tall its lines.

    family, bold, italic  ->  Faces.face()  ->  Face: width of a text, height of a line

Where the fonts of this machine can be read, an adapter reads them (`infrastructure/font_files.py`). Without them a face
is made up from its kind: sans-serif, serif, narrow, wide or of one width. The made-up widths are means,
measured over free fonts that are as wide as the common ones; they are good for a line count, not for a line break.

Promises (tests in tests/resume/pages/test_faces.py):

* A made-up face is as wide as its kind: a narrow one less than a wide one, a bold one more.
"""

from functools import lru_cache
from typing import Protocol

_LONGEST_KNOWN, _MOST_KNOWN = 30, 20_000
"""Words whose width is remembered: how long, and how many."""


class Face:
    """One font in one cut; all lengths are for one point of size."""

    def __init__(self, widths: dict[str, float], usual: float, ascent: float, descent: float, gap: float = 0.0) -> None:
        self._widths, self._usual = widths, usual
        self._known: dict[str, float] = {}
        self.ascent, self.descent, self.gap = ascent, descent, gap

    def has(self, character: str) -> bool:
        """Whether the font itself holds a character."""
        return character in self._widths

    def width(self, text: str) -> float:
        """The width of a text without line breaks, in points for one point of size."""
        found = self._known.get(text)
        if found is None:
            widths, usual = self._widths, self._usual
            found = sum([widths.get(character, usual) for character in text])
            if len(text) <= _LONGEST_KNOWN and len(self._known) < _MOST_KNOWN:
                self._known[text] = found
        return found


class Faces(Protocol):
    """Where faces come from."""

    @property
    def exact(self) -> bool:
        """Whether they are measured, not made up."""
        ...

    def face(self, family: str, *, bold: bool, italic: bool) -> Face:
        """The face in which text of this family is set here, be it another one that stands in."""
        ...


_CLASSES = (
    "il.,:;'|!jI ",
    'ftr()[]{}-/\\"',
    "abcdeghknopqsuvxyz0123456789$?_+=<>~",
    "J",
    "ABCDEFGHKLNOPQRSTUVXYZ&",
    "mwMW@%—",
    "–•",
)
_MEANS = {
    "sans": (0.26, 0.31, 0.55, 0.50, 0.68, 0.89, 0.45),
    "serif": (0.27, 0.35, 0.50, 0.39, 0.68, 0.87, 0.43),
    "narrow": (0.27, 0.33, 0.49, 0.32, 0.56, 0.83, 0.50),
    "narrow serif": (0.26, 0.38, 0.49, 0.30, 0.58, 0.87, 0.47),
    "wide": (0.31, 0.42, 0.64, 0.30, 0.69, 0.94, 0.55),
}
"""The mean width of each class of characters in a font of each kind."""
_HEIGHTS = {"sans": 1.15, "serif": 1.15, "narrow": 1.22, "narrow serif": 1.17, "wide": 1.165}
_BOLD = {"sans": 1.04, "serif": 1.03, "narrow": 1.02, "narrow serif": 1.07, "wide": 1.09}
_SERIF = ("times", "georgia", "garamond", "serif", "roman", "antiqua", "palatino", "bodoni", "minion", "baskerville")
_NARROW = ("calibri", "carlito", "narrow", "condensed", "gill sans", "tw cen")
_NARROW_SERIF = ("cambria", "caladea", "garamond", "constantia")
_WIDE = ("verdana", "dejavu", "century gothic", "tahoma", "montserrat", "poppins", "open sans", "lucida", "black")
_ONE_WIDTH = ("courier", "consolas", "mono", "menlo", "monaco")


class MadeUpFaces:
    """Faces from means; they need no font."""

    exact = False

    def face(self, family: str, *, bold: bool, italic: bool) -> Face:
        """A face of the family's kind; slanted text is as wide as upright text."""
        del italic
        return _made_up(_kind_of(family.casefold()), bold)


def _kind_of(family: str) -> str:
    for kind, words in (
        ("one width", _ONE_WIDTH),
        ("narrow serif", _NARROW_SERIF),
        ("wide", _WIDE),
        ("narrow", _NARROW),
        ("sans", ("sans",)),
        ("serif", _SERIF),
    ):
        if any(word in family for word in words):
            return kind
    return "sans"


@lru_cache(maxsize=32)
def _made_up(kind: str, bold: bool) -> Face:
    if kind == "one width":
        return Face({}, 0.60, 0.83, 0.30)
    stretch = _BOLD[kind] if bold else 1.0
    means = zip(_CLASSES, _MEANS[kind], strict=True)
    widths = {character: mean * stretch for characters, mean in means for character in characters}
    return Face(widths, _MEANS[kind][2] * stretch, 0.8 * _HEIGHTS[kind], 0.2 * _HEIGHTS[kind])


MADE_UP = MadeUpFaces()
