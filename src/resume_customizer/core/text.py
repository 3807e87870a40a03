"""Text from a person's file or clipboard, made safe to work with.

    bytes | str  ->  decode  ->  clean  ->  CleanText (lines end with LF only)

Promises (tests in tests/core/test_text.py):

* UTF-8, UTF-8 with BOM, UTF-16 and UTF-32 with BOM are read as such; anything else that is text as Windows-1252,
  with a notice.
* A file of another kind is refused, saying which kind it is.
* No character that XML 1.0 forbids is left (https://www.w3.org/TR/xml/#charsets), and nothing that nobody can see;
  a removed character that could have meant something is named with its line.
* Line numbers stay those of the input.
"""

import codecs
from dataclasses import dataclass

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.core.notices import Notice

MAX_BYTES = 10_000_000
"""Largest file that is read, and longest text."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich-text (RTF) file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_INVISIBLE = frozenset(
    map(chr, (0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF))
)
_JOINERS = "\u200c\u200d"
"""They belong to the spelling of some scripts and of emoji; beside Latin letters they are litter."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text whose lines end with LF only, and what had to be done to get it."""

    text: str
    notices: tuple[Notice, ...] = ()


def read_text(data: bytes | str, name: str = "points") -> CleanText:
    """The text of a file or a clipboard; raises UnreadableInput `NAME-binary` or `NAME-too-large`."""
    if len(data) > MAX_BYTES:
        raise UnreadableInput(
            f"{name}-too-large", f"the text has {len(data):,} bytes; the most that is read is {MAX_BYTES:,}"
        )
    text, notices = (data, ()) if isinstance(data, str) else _decode(data, name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = clean(text)
    if cleaned != text:
        notices += _removed(text)
    return CleanText(cleaned, notices)


def clean(text: str) -> str:
    """Without characters that XML forbids or that nobody can see; line breaks and spaces stay."""
    characters = set(text)
    if not characters.isdisjoint(_JOINERS):
        text = _without_joiners(text)
    unwanted = {ord(c): None for c in characters if c in _INVISIBLE or _is_forbidden(c)}
    return text.translate(unwanted) if unwanted else text


def _is_forbidden(character: str) -> bool:
    """Control characters, halves of surrogate pairs, noncharacters, and tags, which only hide text."""
    code = ord(character)
    if code < 0xA0:
        return code < 0x09 or 0x0E <= code < 0x1C or (code >= 0x7F and code != 0x85)
    return 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF) or 0xE0000 <= code < 0xE0080


def _without_joiners(text: str) -> str:
    before = ("", *text[:-1])
    return "".join(c for previous, c in zip(before, text, strict=True) if c not in _JOINERS or _takes_joiners(previous))


def _takes_joiners(character: str) -> bool:
    code = ord(character) if character else 0
    return 0x300 <= code < 0x1E00 or code >= 0x2190


def _decode(data: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise UnreadableInput(
                f"{name}-binary", f"this is {kind}, not text; save it as plain text, or copy and paste the text"
            )
    encoding = next((e for bom, e in _BOMS if data.startswith(bom)), None)
    if encoding is None and b"\x00" in data:
        raise UnreadableInput(f"{name}-binary", "this is not text: it holds zero bytes; save it as plain text (UTF-8)")
    try:
        return data.decode(encoding or "utf-8"), ()
    except UnicodeDecodeError as error:
        if encoding is not None and encoding != "utf-8":
            raise UnreadableInput(
                f"{name}-binary",
                f"the file says it is {encoding.upper()} text, but byte {error.start + 1} does not fit",
            ) from None
        return _decode_windows(data, error.start, name)


def _decode_windows(data: bytes, at: int, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Windows-1252, what Notepad and Excel save by default, unless so much is odd that it can't be text."""
    odd = sum(data.count(c) for c in (*range(9), *range(14, 32), 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D))
    if odd * 20 > len(data):
        raise UnreadableInput(f"{name}-binary", "this is not text: too many bytes stand for no character")
    line = data.count(b"\n", 0, at) + 1
    message = "the file is not UTF-8; it was read as Windows-1252: check letters with accents and quotes"
    return data.decode("cp1252", "replace"), (Notice("encoding-guessed", message, f"line {line}"),)


def _removed(text: str) -> tuple[Notice, ...]:
    """One notice for all removed characters that could have meant something."""
    found = [(at, character) for at, character in enumerate(text) if _is_forbidden(character)]
    if not found:
        return ()
    line = text.count("\n", 0, found[0][0]) + 1
    kinds = ", ".join(sorted({f"U+{ord(character):04X}" for _, character in found})[:8])
    message = f"{len(found)} characters that a document can't hold were removed ({kinds})"
    return (Notice("characters-removed", message, f"line {line}"),)
