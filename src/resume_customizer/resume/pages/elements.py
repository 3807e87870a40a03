"""Ways through a story: content controls and revisions are looked through, of alternatives the first is taken.

children  ->  flat()  ->  paragraphs, tables, rows, cells
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

DEEPEST = 12
"""Wrappers within wrappers, and tables within tables, that are looked into."""
WRAPPERS = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "customXml", "dir", "bdo")
)


def flat(elements: Iterable[Element], depth: int = 0) -> Iterator[Element]:
    """Children, those in wrappers too."""
    for each in elements:
        if each.tag in WRAPPERS and depth < DEEPEST:
            yield from flat(each, depth + 1)
        elif each.tag == "AlternateContent" and depth < DEEPEST:
            choice = each.find("Choice")
            yield from flat(choice if choice is not None else (), depth + 1)
        else:
            yield each


def number_of(parent: Element | None, name: str, usual: int, most: int = 1000) -> int:
    """A whole number in a child's `w:val`."""
    element = parent.find(name) if parent is not None else None
    value = element.get("val", "") if element is not None else ""
    return min(most, int(value)) if value.isascii() and value.isdecimal() and len(value) < 10 else usual
