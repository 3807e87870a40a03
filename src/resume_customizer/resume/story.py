"""The story part: its tree for reading, and byte positions for writing, kept in step.

    Package  ->  open_story()  ->  Story(root, paragraphs, starts)

The n-th `w:p` of the tree is the n-th `w:p` start tag of the bytes; when the two counts differ the
document is refused, so an offset is never a guess.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.markup import Node, element_at, find_starts
from resume_customizer.resume.names import Names, names_of
from resume_customizer.resume.package import Package
from resume_customizer.resume.xml import STRICT, TRANSITIONAL, W14, Text, parse, read_text

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True)
class Story:
    """The main document part, in both views."""

    text: Text
    root: "_Element"
    names: Names
    prefix: bytes
    """The namespace prefix of WordprocessingML with its colon, as the part writes it."""

    @cached_property
    def paragraphs(self) -> "list[_Element]":
        """Every `w:p`, by position."""
        return list(self.root.iter(self.names.p))

    @cached_property
    def starts(self) -> list[int]:
        """The byte offset of every `w:p`, by position."""
        found = find_starts(self.text.utf8, self.prefix + b"p")
        if len(found) != len(self.paragraphs):
            raise RefusedInput(
                "unusual-markup",
                "The document names its elements in an unusual way. Open it in Word and save it again.",
            )
        return found

    @cached_property
    def id_prefix(self) -> bytes:
        """The prefix of `w14:paraId` with its colon; empty when the namespace is not declared on the root."""
        found = next((key for key, uri in self.root.nsmap.items() if uri == W14 and key), None)
        return f"{found}:".encode() if found else b""

    def element(self, position: int) -> Node:
        """A paragraph's markup with byte offsets."""
        return element_at(self.text.utf8, self.starts[position])


def open_story(package: Package) -> Story:
    """Read the story part; raises UnreadableInput or RefusedInput with the reason."""
    name = package.story.name
    text = read_text(package.archive.read(package.story), name)
    root = parse(text, name)
    space, _, kind = root.tag[1:].partition("}")
    if space not in (TRANSITIONAL, STRICT) or kind != "document":
        raise UnreadableInput("no-document-part", f"The part {name} is not the text of a Word document.")
    prefixes = [key for key, uri in root.nsmap.items() if uri == space]
    prefix = f"{prefixes[0]}:".encode() if prefixes[0] else b""
    return Story(text, root, names_of(space), prefix)
