"""Break the text of a paragraph into lines, and say how tall each is.

    pieces of text + Measures  ->  break_lines()  ->  heights of the lines, in points

A word that is wider than the line breaks anywhere. A line is as tall as its tallest piece, times the paragraph's line
distance (ECMA-376 part 1, 17.3.1.33 spacing).

Promises (tests in tests/resume/pages/test_lines.py):

* A paragraph has as many lines as its words need in its width, within its indents and behind its list's mark.
* Line distance is single, multiple, at least or exact.
"""

from collections.abc import Sequence
from typing import NamedTuple

from resume_customizer.resume.pages.settings import ParagraphSetting
from resume_customizer.resume.pages.words import Piece, Word, list_words

_USUAL_TAB = 36.0
_HAIR = 0.01
_RIGHT = ("right", "end")


class Measures(NamedTuple):
    """What lines are broken for."""

    setting: ParagraphSetting
    width: float
    """Of the column."""
    mark: Piece | None = None
    """What a list shows in front; it hangs in the indent."""
    suffix: str = "tab"
    usual_tab: float = _USUAL_TAB
    pitch: float = 0.0
    """Of the document's grid; 0 without one."""


def break_lines(pieces: Sequence[Piece], empty: Piece, measures: Measures) -> list[float]:
    """The height of each line; one line of `empty` when there is no text."""
    return _Breaker(empty, measures).lines_of(pieces)


class _Breaker:
    """One line being filled, and those before it."""

    def __init__(self, empty: Piece, measures: Measures) -> None:
        self._measures = measures
        self._setting = measures.setting
        self._end = measures.width - measures.setting.right
        self._empty = sum(empty.heights)
        self._heights: list[float] = []
        self._left = measures.setting.left
        self._at = self._left + measures.setting.first
        self._held = 0.0
        """Width of spaces that count only when a word follows."""
        self._ascent = self._descent = 0.0
        self._filled = False
        if measures.mark is not None:
            self._at = self._behind(measures.mark)
            self._ascent, self._descent = measures.mark.heights

    def lines_of(self, pieces: Sequence[Piece]) -> list[float]:
        """All lines of a text."""
        queue = list_words(pieces, self._empty)[::-1]
        while queue:
            word = queue.pop()
            if word.kind == "break":
                self._end_line(word)
            elif word.kind == "tab":
                self._jump(word, queue)
            elif word.kind == "space":
                self._held += word.width
                self._grow(word)
            elif self._at + self._held + word.width <= self._end + _HAIR:
                self._put(word)
            elif self._filled:
                self._end_line()
                queue.append(word)
            elif len(word.text) > 1:
                head, rest = word.split(self._end - self._at - self._held)
                self._put(head)
                self._end_line()
                queue.append(rest)
            else:
                self._put(word)
        self._heights.append(self._height())
        return self._heights

    def _put(self, word: Word) -> None:
        self._at += self._held + word.width
        self._held, self._filled = 0.0, True
        self._grow(word)

    def _grow(self, word: Word) -> None:
        self._ascent, self._descent = max(self._ascent, word.ascent), max(self._descent, word.descent)

    def _end_line(self, by: Word | None = None) -> None:
        self._heights.append(self._height())
        self._at, self._held, self._filled = self._left, 0.0, False
        self._ascent, self._descent = (by.ascent, by.descent) if by is not None else (0.0, 0.0)

    def _jump(self, tab: Word, behind: Sequence[Word]) -> None:
        """To the next tab stop; text behind a right or centred one is set in front of it or around it."""
        self._at += self._held
        self._held = 0.0
        place, kind = self._next_stop()
        if kind in (*_RIGHT, "center"):
            width = _width_up_to_tab(behind)
            self._at = max(self._at, place - (width / 2 if kind == "center" else width))
        elif place > self._end + 0.5:
            self._end_line()
            self._at += self._measures.usual_tab
        else:
            self._at = place
        self._grow(tab)
        self._filled = True

    def _next_stop(self) -> tuple[float, str]:
        """The next tab stop and its kind; the usual ones stand behind those that are set (17.3.1.38 tabs)."""
        for place, kind in self._setting.tabs:
            if place > self._at + _HAIR:
                return (min(place, self._end) if kind in _RIGHT else place), kind
        if self._setting.first < 0 and self._at < self._left - _HAIR:
            return self._left, "left"
        usual = self._measures.usual_tab
        return (self._at // usual + 1) * usual, "left"

    def _behind(self, mark: Piece) -> float:
        """Where text begins behind what a list shows."""
        end = self._at + mark.face.width(mark.text) * mark.size
        if self._measures.suffix != "tab":
            return end
        stops = [place for place, _ in self._setting.tabs if place > end]
        if self._setting.first < 0 and end <= self._left:
            stops.append(self._left)
        usual = self._measures.usual_tab
        return min(stops) if stops else (end // usual + 1) * usual

    def _height(self) -> float:
        height = self._ascent + self._descent or self._empty
        setting = self._setting
        if setting.rule == "exact":
            return setting.line
        if setting.rule == "atLeast":
            height = max(height, setting.line)
        elif setting.line > 0:
            height *= setting.line
        pitch = self._measures.pitch if setting.to_grid else 0.0
        return pitch * -(-height // pitch) if pitch else height


def _width_up_to_tab(words: Sequence[Word]) -> float:
    """The width of what follows (the next word stands last) up to a tab or break."""
    total = 0.0
    for word in reversed(words):
        if word.kind in ("tab", "break"):
            break
        total += word.width
    return total
