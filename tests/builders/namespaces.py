"""Names of the markup: namespaces as Word writes them, or Strict, or with other prefixes.

markup with `w:` names  ->  root(…)  ->  complete XML with declarations  ->  in_namespaces()  ->  as asked
"""

import re

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": MAIN,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
STRICT = (
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
)
DECLARED = re.compile(r'xmlns:w="([^"]*)"')
TAG = re.compile(r"<[^>]*>")


def root(name: str, inside: str) -> str:
    """A whole part: the root element `w:name` with all declarations."""
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<w:{name}{declared} mc:Ignorable="w14 w15">{inside}</w:{name}>'


def in_namespaces(xml: str, *, prefix: str = "w", strict: bool = False) -> str:
    """The same part with another prefix for `w`, or none (a default namespace), or in Strict namespaces."""
    if strict:
        xml = to_strict(xml)
    return xml if prefix == "w" else TAG.sub(lambda tag: _renamed(tag[0], prefix), xml)


def to_strict(xml: str) -> str:
    """Namespaces and relationship types of ISO/IEC 29500 Strict, and its words for left and right."""
    for old, new in STRICT:
        xml = xml.replace(old, new)
    xml = xml.replace("<w:document ", '<w:document w:conformance="strict" ', 1)
    xml = re.sub(r"<w:ind w:left=", "<w:ind w:start=", xml)
    return re.sub(r'<w:jc w:val="(left|right)"', lambda m: f'<w:jc w:val="{_SIDES[m[1]]}"', xml)


_SIDES = {"left": "start", "right": "end"}


def _renamed(tag: str, prefix: str) -> str:
    """Attributes can't do without a prefix, so a default namespace keeps `w` declared for them."""
    if prefix:
        tag = tag.replace("xmlns:w=", f"xmlns:{prefix}=").replace(" w:", f" {prefix}:")
        return tag.replace("<w:", f"<{prefix}:", 1).replace("</w:", f"</{prefix}:", 1)
    tag = DECLARED.sub(r'xmlns="\1" xmlns:w="\1"', tag)
    return tag.replace("<w:", "<", 1).replace("</w:", "</", 1)
