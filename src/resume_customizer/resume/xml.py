"""XML of a part: checked to be well-formed, and its few facts read, without ever building a tree.

    part bytes  ->  read_text()  ->  Text (UTF-8 working copy)  ->  check_well_formed() / read_elements()

A DTD is refused before any parser sees it (no OPC part may have one: ECMA-376 part 2, 8.2.5),
so there is no entity to expand and nothing to fetch.
"""

import codecs
import re
from functools import cache
from typing import NamedTuple, TypeAlias
from xml.parsers import expat

from resume_customizer.core.errors import RefusedInput, UnreadableInput

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_SINGLE_BYTE = re.compile(r"ascii|iso8859-\d+|cp125\d|koi8-[ru]")
"""Encodings other than UTF-8 and UTF-16 in which a part can be read and written back byte for byte."""
_PIECE = 1_000_000
_NOT_TEXT = re.compile(rb"<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_PROLOG = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#0*+([0-9]{1,7})|#x0*+([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


Declared: TypeAlias = dict[bytes | None, set[str]]
"""Each prefix (None for the default namespace) with the namespaces that it stands for somewhere in a part."""


class Text(NamedTuple):
    """A part's markup as UTF-8, and the way back to its own encoding."""

    utf8: bytes
    """The markup without byte order mark; for UTF-8 parts these are the part's own bytes behind `lead`."""
    encoding: str
    lead: bytes
    """The byte order mark, when there is one."""

    def encode(self, utf8: bytes | memoryview) -> bytes | memoryview:
        """Some markup in the part's own encoding; characters that it lacks become character references."""
        if self.encoding == "utf-8":
            return utf8
        return bytes(utf8).decode().encode(self.encoding, "xmlcharrefreplace")


def read_text(content: bytes, name: str) -> Text:
    """A part's markup; raises UnreadableInput when its encoding is not what it says, RefusedInput for a DTD."""
    lead, encoding = b"", "utf-8"
    if content.startswith(b"\xef\xbb\xbf"):
        lead = content[:3]
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        lead, encoding = content[:2], "utf-16-le" if content[0] == 0xFF else "utf-16-be"
    elif declared := _DECLARED.match(content[:200]):
        encoding = _known_encoding(declared[1].decode(), name)
    utf8 = content[len(lead) :]
    try:
        if encoding != "utf-8":
            utf8 = utf8.decode(encoding).encode()
        elif not utf8.isascii():
            _check_utf8(utf8)
    except UnicodeError:
        if encoding != "utf-8":
            raise UnreadableInput("bad-encoding", f"The part {name} is not in the encoding that it states.") from None
        message = f"The part {name} is damaged: it is not UTF-8. Open the file in Word and save it again."
        raise UnreadableInput("bad-xml", message) from None
    if utf8.startswith(b"<!DOCTYPE", _prolog_end(utf8)):
        raise RefusedInput("dtd", f"The part {name} holds a document type definition, which no Word document has.")
    return Text(utf8, encoding, lead)


def _check_utf8(content: bytes) -> None:
    """Raise UnicodeError when it is not UTF-8; never holds the whole text a second time."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for at in range(0, len(content), _PIECE):
        decoder.decode(content[at : at + _PIECE], final=at + _PIECE >= len(content))


def _known_encoding(stated: str, name: str) -> str:
    """The codec for an encoding that a part without byte order mark states."""
    if stated.lower() == "utf-8":
        return "utf-8"
    try:
        codec = codecs.lookup(stated).name
    except LookupError:
        codec = ""
    if codec != "utf-8" and not _SINGLE_BYTE.fullmatch(codec):
        raise UnreadableInput("bad-encoding", f"The part {name} is not in the encoding that it states.")
    return codec


def _prolog_end(markup: bytes) -> int:
    """Where the root element, or a DTD in front of it, begins (XML 1.0, 2.8)."""
    found = _PROLOG.match(markup)
    return found.end() if found else 0


def check_well_formed(text: Text, name: str) -> None:
    """Raise UnreadableInput when a part is not well-formed (XML 1.0, 2.1; Namespaces in XML, 7)."""
    _parse(expat.ParserCreate("utf-8", " "), text, name)


def read_namespaces(text: Text, name: str) -> Declared:
    """What a part's prefixes stand for, wherever they are declared, read with care."""
    declared: Declared = {}
    parser = expat.ParserCreate("utf-8", " ")

    def start(prefix: str | None, uri: str | None) -> None:
        declared.setdefault(prefix.encode() if prefix else None, set()).add(uri or "")

    parser.StartNamespaceDeclHandler = start
    _parse(parser, text, name)
    return declared


def read_elements(content: bytes, name: str) -> list[tuple[str, dict[str, str]]]:
    """Every element of a small part in document order: (local name, attributes by local name)."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate("utf-8", " ")

    def start(tag: str, attributes: dict[str, str]) -> None:
        found.append((_local(tag), {_local(key): value for key, value in attributes.items()}))

    parser.StartElementHandler = start
    _parse(parser, read_text(content, name), name)
    return found


def escaped(text: str) -> bytes:
    """Text as character data (XML 1.0, 2.4)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def find_forbidden(text: str) -> str | None:
    """The first character that no XML document can hold (XML 1.0, 2.2)."""
    found = None if text.isprintable() else _not_xml().search(text)
    return found[0] if found else None


@cache
def _not_xml() -> re.Pattern[str]:
    """Made when it is needed, which is seldom: so large a class of characters takes milliseconds."""
    return re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def unescaped(text: str) -> str:
    """Character data with its references replaced (XML 1.0, 4.1)."""
    return _REFERENCE.sub(_referenced, text) if "&" in text else text


def characters(markup: bytes) -> str:
    """The characters of an element that holds only text, comments and CDATA sections (XML 1.0, 2.4 to 2.7)."""
    if b"<" not in markup:
        return unescaped(markup.decode())
    pieces = _NOT_TEXT.split(markup)  # text, CDATA or None, text, …
    return "".join(
        (unescaped(piece.decode()) if at % 2 == 0 else piece.decode()) for at, piece in enumerate(pieces) if piece
    )


def _referenced(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    number = int(found[1]) if found[1] else int(found[2], 16)
    return chr(number) if number < 0xD800 or 0xE000 <= number < 0x110000 else "\ufffd"


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _parse(parser: expat.XMLParserType, text: Text, name: str) -> None:
    try:
        parser.Parse(text.utf8, True)
    except expat.ExpatError as fault:
        reason = f"The part {name} is damaged: {expat.ErrorString(fault.code)} in line {fault.lineno}."
        raise UnreadableInput("bad-xml", f"{reason} Open the file in Word and save it again.") from None
