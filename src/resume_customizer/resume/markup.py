"""Markup with byte offsets: where each element of a stretch of XML begins and ends.

    UTF-8 bytes  ->  find_starts()  ->  offset of every w:p  ->  element_at()  ->  Node tree with offsets

The XML parser has already found the part well-formed; here only positions are wanted, which it
does not tell. Comments, CDATA sections and processing instructions are stepped over (XML 1.0, 2.5–2.7).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_TAG = re.compile(
    rb"<(?:!--.*?(?:-->|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)|\?.*?(?:\?>|\Z)"
    rb"|(/?)([^\s/<>!?]++)((?:[^<>\"'/]++|\"[^\"<]*+\"|'[^'<]*+'|/(?!>))*+)(/?)>)",
    re.DOTALL,
)


@dataclass(slots=True)
class Node:
    """One element: its name as written, its bytes, and where its content lies."""

    name: bytes
    start: int
    content: int
    """Just behind the start tag."""
    close: int = -1
    """Where the end tag begins; equal to `content` and `end` for an empty-element tag."""
    end: int = -1
    children: list["Node"] = field(default_factory=list)

    def child(self, name: bytes) -> "Node | None":
        """The first child of that name."""
        return next((each for each in self.children if each.name == name), None)

    def walk(self) -> Iterator["Node"]:
        """This element and all in it, in document order."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children[::-1]


def element_at(markup: bytes, start: int) -> Node:
    """The element whose start tag begins at `start`, with all in it."""
    open_nodes: list[Node] = []
    for found in _TAG.finditer(markup, start):
        name = found[2]
        if name is None:
            continue
        if found[1]:
            node = open_nodes.pop()
            node.close, node.end = found.start(), found.end()
        else:
            node = Node(name, found.start(), found.end())
            if open_nodes:
                open_nodes[-1].children.append(node)
            if not found[4]:
                open_nodes.append(node)
                continue
            node.close = node.end = found.end()
        if not open_nodes:
            return node
    raise ValueError("the markup ends inside an element")


def find_starts(markup: bytes, name: bytes) -> list[int]:
    """Where each element of that name begins, in document order."""
    if b"<!" in markup or markup.find(b"<?", 1) >= 0:
        return [found.start() for found in _TAG.finditer(markup) if found[2] == name and not found[1]]
    return [found.start() for found in _start_tag(name).finditer(markup)]


@lru_cache(maxsize=16)
def _start_tag(name: bytes) -> re.Pattern[bytes]:
    return re.compile(b"<" + re.escape(name) + rb"[\s/>]")
