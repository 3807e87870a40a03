"""XML of a part: read safely into a tree, and the two vocabularies (Transitional and Strict) read as one.

    part bytes  ->  Text (UTF-8 working copy)  ->  parse()  ->  element tree

A DTD is refused before the parser sees it (no OPC part may have one: ECMA-376 part 2, 8.2.5),
so there is no entity to expand and nothing to fetch.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from resume_customizer.core.errors import RefusedInput, UnreadableInput

if TYPE_CHECKING:
    from lxml.etree import _Element

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_REFERENCE = re.compile(r"&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_DECLARATION = re.compile(r"^<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Text:
    """A part's markup as UTF-8, and the way back to its own encoding."""

    utf8: bytes
    """The markup without byte order mark; for UTF-8 parts these are the part's own bytes from `lead` on."""
    encoding: str
    lead: bytes
    """The byte order mark, when there is one."""

    def encode(self, utf8: bytes) -> bytes:
        """Some markup in the part's own encoding; characters that it lacks become character references."""
        if self.encoding == "utf-8":
            return utf8
        return utf8.decode().encode(self.encoding, "xmlcharrefreplace")

    def offset(self, at: int) -> int:
        """The byte offset in the part for one in `utf8`."""
        return len(self.lead) + (at if self.encoding == "utf-8" else len(self.encode(self.utf8[:at])))


def read_text(content: bytes, name: str) -> Text:
    """A part's markup; raises UnreadableInput when its encoding is not what it says, RefusedInput for a DTD."""
    lead, encoding = b"", "utf-8"
    if content.startswith(b"\xef\xbb\xbf"):
        lead = content[:3]
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        lead, encoding = content[:2], "utf-16-le" if content[0] == 0xFF else "utf-16-be"
    elif declared := _DECLARED.match(content[:200]):
        encoding = declared[1].decode().lower()
    utf8 = content[len(lead) :]
    if encoding not in ("utf-8", "utf8"):
        try:
            utf8 = utf8.decode(encoding).encode()
        except (LookupError, UnicodeError):
            raise UnreadableInput("bad-encoding", f"The part {name} is not in the encoding that it states.") from None
    else:
        encoding = "utf-8"
    if b"<!DOCTYPE" in utf8:
        raise RefusedInput("dtd", f"The part {name} holds a document type definition, which no Word document has.")
    return Text(utf8, encoding, lead)


def parse(text: Text, name: str) -> "_Element":
    """The tree of a part; raises UnreadableInput when it is not well-formed or beyond the parser's limits."""
    markup = text.utf8
    if text.encoding != "utf-8":  # the declaration would contradict the working copy
        markup = _DECLARATION.sub("", markup.decode(), count=1).encode()
    try:
        return etree.fromstring(markup, _parser())
    except etree.XMLSyntaxError as fault:
        raise UnreadableInput(
            "bad-xml",
            f"The part {name} is damaged: {str(fault).split(' (')[0][:120]}. Open the file in Word and save it.",
        ) from None


def parse_part(content: bytes, name: str) -> "_Element":
    """`read_text` and `parse` in one, for parts that are only read."""
    return parse(read_text(content, name), name)


def word_namespace(root: "_Element") -> str:
    """The WordprocessingML namespace that a part uses: Transitional or Strict (ECMA-376 part 1, annex A)."""
    return STRICT if root.tag.startswith(f"{{{STRICT}}}") else TRANSITIONAL


def escaped(text: str) -> bytes:
    """Text as character data (XML 1.0, 2.4)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def unescaped(text: str) -> str:
    """Character data with its references replaced (XML 1.0, 4.1)."""
    return _REFERENCE.sub(_referenced, text) if "&" in text else text


def _referenced(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    return chr(int(found[1]) if found[1] else int(found[2], 16))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=False)
