"""The text of one paragraph, run by run: pieces that are set in one way, and what is anchored there.

w:p  ->  read_runs()  ->  Runs(parts, zones, doubts)
"""

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from resume_customizer.resume.pages.blocks import Zone
from resume_customizer.resume.pages.elements import DEEPEST, WRAPPERS
from resume_customizer.resume.pages.faces import Face
from resume_customizer.resume.pages.formatting import points
from resume_customizer.resume.pages.words import Piece

FLOATING = "a picture or text box that text goes around"
_EMU = 12_700
_LEAST_BESIDE = 72.0
"""Room beside something that floats in which text is still set."""
_LITTLE = 5_000.0
"""Square points of something that floats and hardly matters."""
_BESIDE = ("wrapSquare", "wrapTight", "wrapThrough")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "sym": "•"}
_PICTURES = ("drawing", "pict", "object", "AlternateContent")
_NO_FACE = Face({}, 0.0, 0.0, 0.0)


class Runs(NamedTuple):
    """What a paragraph holds."""

    parts: list[list[Piece]]
    """Its text; a new part begins where a page or a column ends."""
    zones: list[Zone]
    doubts: list[str]


SetText = Callable[[str, Element | None], Piece | None]
"""Some text with its run properties as a piece; None when it is hidden."""


def read_runs(paragraph: Element, set_text: SetText, width: float, top: float) -> Runs:
    """All text of a paragraph in a column of this width, on pages whose text begins at `top`."""
    reader = _Reader(set_text, width, top)
    reader.read(paragraph)
    return reader.runs


class _Reader:
    def __init__(self, set_text: SetText, width: float, top: float) -> None:
        self._set_text, self._width, self._top = set_text, width, top
        self.runs = Runs([[]], [], [])

    def read(self, element: Element, depth: int = 0) -> None:
        """All runs in an element."""
        for each in element:
            if each.tag == "r":
                self._run(each)
            elif each.tag in WRAPPERS and depth < DEEPEST:
                self.read(each, depth + 1)
            elif each.tag == "AlternateContent" and depth < DEEPEST:
                choice = each.find("Choice")
                self.read(choice if choice is not None else each, depth + 1)

    def _run(self, run: Element) -> None:
        properties, text = run.find("rPr"), ""
        for each in run:
            if each.tag == "t":
                text += each.text or ""
            elif each.tag in _CHARACTERS:
                text += _CHARACTERS[each.tag]
            elif each.tag == "br" and each.get("type", "textWrapping") == "textWrapping":
                text += "\n"
            elif each.tag == "br":
                self._add(text, properties)
                text = ""
                self.runs.parts.append([])
            elif each.tag in _PICTURES and self._set_text("", properties) is not None:
                self._add(text, properties)
                text = ""
                self._picture(each)
        self._add(text, properties)

    def _add(self, text: str, properties: Element | None) -> None:
        piece = self._set_text(text, properties) if text else None
        if piece is not None:
            self.runs.parts[-1].append(piece)

    def _picture(self, element: Element, depth: int = 0) -> None:
        if element.tag == "AlternateContent":
            choice = element.find("Choice")
            for each in choice if choice is not None and depth < DEEPEST else ():
                self._picture(each, depth + 1)
            return
        for inline in element.iterfind("inline"):
            self._inline(*_extent(inline))
        for anchor in element.iterfind("anchor"):
            self._floating(anchor)
        for shape in element if element.tag in ("pict", "object") else ():
            pairs = (each.partition(":") for each in shape.get("style", "").split(";"))
            style = {name.strip(): value.strip() for name, _, value in pairs}
            if "width" in style and style.get("position") not in ("absolute", "relative"):
                self._inline(points(style["width"], 1.0), points(style.get("height"), 1.0))

    def _inline(self, width: float, height: float) -> None:
        self.runs.parts[-1].append(Piece("", _NO_FACE, 0.0, width=max(0.0, width), height=max(0.0, height)))

    def _floating(self, anchor: Element) -> None:
        """Text stands above and below, or beside where there is room for it; then it is not known how it runs."""
        width, height = _extent(anchor)
        beside = any(anchor.find(each) is not None for each in _BESIDE)
        if anchor.find("wrapTopAndBottom") is None and not (beside and width > self._width - _LEAST_BESIDE):
            if beside and width * height > _LITTLE:
                self.runs.doubts.append(FLOATING)
            return
        place = anchor.find("positionV")
        offset = place.find("posOffset") if place is not None else None
        if place is None or offset is None:
            self.runs.doubts.append(FLOATING)
            return
        above, below = points(anchor.get("distT"), _EMU), points(anchor.get("distB"), _EMU)
        frame = place.get("relativeFrom")
        top = points(offset.text, _EMU) - above + (self._top if frame == "margin" else 0.0)
        self.runs.zones.append(Zone(frame in ("page", "margin", "topMargin"), top, height + above + below))


def _extent(element: Element) -> tuple[float, float]:
    extent = element.find("extent")
    return (points(extent.get("cx"), _EMU), points(extent.get("cy"), _EMU)) if extent is not None else (0.0, 0.0)
