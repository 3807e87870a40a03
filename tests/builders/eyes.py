"""Other eyes on a document: ElementTree and zipfile, no code of the product.

document bytes  ->  paragraphs_in() / text_of()  ->  what stands in it, as a careful reader sees it
"""

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator

WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
NOT_SHOWN = {"del", "moveFrom", "pPr", "rPr", "p", "txbxContent", "sdtPr"}


def story_of(content: bytes, name: str = "word/document.xml") -> bytes:
    """The bytes of the main part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def members_of(content: bytes) -> dict[str, bytes]:
    """All members, unpacked, in the archive's order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree_of(content: bytes, name: str = "word/document.xml") -> ET.Element:
    """The main part as a tree."""
    return ET.fromstring(story_of(content, name))


def kind(element: ET.Element) -> str:
    """The local name of an element of WordprocessingML; that of any other with its namespace."""
    found = element.tag
    for namespace in WORD:
        found = found.removeprefix(namespace)
    return found


def paragraphs_in(root: ET.Element) -> list[ET.Element]:
    """Every `w:p`, in document order."""
    return [each for each in root.iter() if kind(each) == "p"]


def value_of(element: ET.Element, name: str = "val") -> str | None:
    """An attribute of WordprocessingML, or one without a namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def text_of(paragraph: ET.Element) -> str:
    """Its own text: not that of a text box in it, not what is deleted, one of two copies; symbols are a bullet."""
    return "".join(_texts(paragraph))


def _texts(element: ET.Element) -> Iterator[str]:
    waiting = list(reversed(element))
    while waiting:
        each = waiting.pop()
        name = kind(each)
        if name == "t":
            yield "".join(" " if character in "\t\n\r" else character for character in each.text or "")
        elif name == "br" and value_of(each, "type") in ("page", "column"):
            continue
        elif name in BREAKS:
            yield BREAKS[name]
        elif name == "sym":
            yield "•"
        elif name not in NOT_SHOWN and each.tag != MC + "Fallback":
            waiting.extend(reversed(each))


def containers_in(root: ET.Element) -> dict[int, ET.Element]:
    """For each `w:p` (by id) the element that holds it."""
    return {id(child): parent for parent in root.iter() for child in parent if kind(child) == "p"}
