"""Cut text into what a line break may not part: words, spaces, tabs and breaks.

    Pieces  ->  list_words()  ->  Words with widths and heights

Lines may break at spaces, and behind hyphens, dashes and slashes. Parts of one word that are set in several ways are
joined.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resume_customizer.resume.pages.faces import Face

_PARTS = re.compile(r"\n|\t|[^\S\xa0]+|[^\s\-–—/]*[\-–—/]+|(?:[^\s\-–—/]|\xa0)+")
_ENDS_WORD = "-–—/"


class Piece(NamedTuple):
    """Some text that is set in one way; or a picture, which is as wide and tall as it says."""

    text: str
    face: Face
    size: float
    spacing: float = 0.0
    width: float = -1.0
    """Of a picture."""
    height: float = 0.0

    @property
    def heights(self) -> tuple[float, float]:
        """Above and below the base line."""
        if self.width >= 0:
            return self.height, 0.0
        return (self.face.ascent + self.face.gap) * self.size, self.face.descent * self.size


class Word(NamedTuple):
    """What is not broken; `kind` is `word`, `space`, `tab` or `break`."""

    kind: str
    width: float
    ascent: float
    descent: float
    text: str = ""

    def split(self, room: float) -> "tuple[Word, Word]":
        """As many characters as there is room for, at least one, and the rest."""
        each = self.width / len(self.text)
        count = max(1, min(len(self.text) - 1, int(room / each)))
        head = self._replace(width=each * count, text=self.text[:count])
        return head, self._replace(width=self.width - head.width, text=self.text[count:])


def list_words(pieces: Sequence[Piece], least: float) -> list[Word]:
    """All words; a picture is at least as tall as the line that it stands in."""
    words: list[Word] = []
    is_open = False
    for piece in pieces:
        for word in _words_of(piece, least):
            if is_open and word.kind == "word" and words and words[-1].kind == "word":
                words[-1] = _joined(words[-1], word)
            else:
                words.append(word)
            is_open = word.kind == "word" and bool(word.text) and word.text[-1] not in _ENDS_WORD
    return words


def _words_of(piece: Piece, least: float) -> Iterator[Word]:
    ascent, descent = piece.heights
    if piece.width >= 0:
        yield Word("word", piece.width, max(ascent, least), 0.0)
        return
    for found in _PARTS.finditer(piece.text):
        text = found[0]
        if text == "\n":
            yield Word("break", 0.0, ascent, descent)
        elif text == "\t":
            yield Word("tab", 0.0, ascent, descent)
        else:
            width = piece.face.width(text) * piece.size + piece.spacing * len(text)
            is_space = text.isspace() and "\xa0" not in text
            yield Word("space" if is_space else "word", width, ascent, descent, text)


def _joined(one: Word, other: Word) -> Word:
    ascent, descent = max(one.ascent, other.ascent), max(one.descent, other.descent)
    return Word("word", one.width + other.width, ascent, descent, one.text + other.text)
