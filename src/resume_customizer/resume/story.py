"""The story part: its text in the encoding at hand, and every paragraph with its position.

    Package  ->  open_story()  ->  Story(text, paragraphs)

A paragraph's number is the position of its `w:p` in the part; its offsets are in bytes of `text.utf8`.
"""

import re
from typing import NamedTuple

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.package import Package
from resume_customizer.resume.scanner import RawParagraph, scan_story
from resume_customizer.resume.xml import (
    MC,
    STRICT,
    TRANSITIONAL,
    W14,
    Declared,
    Text,
    check_well_formed,
    read_namespaces,
    read_text,
)

_ROOT = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+<(?:([^\s/>:]++):)?document[\s>]", re.DOTALL)
_ANY_ROOT = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+<(?:([^\s/>:]++):)?[^\s/>:]", re.DOTALL)
_UNPREFIXED = re.compile(rb"<[^\s</>:!?]++[\s/>]")
_DECLARATION = re.compile(rb"""xmlns(?::([\w.-]++))?\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")


class Prefixes(NamedTuple):
    """How a part abbreviates the namespaces, each with its colon; empty for the default or an undeclared one."""

    word: bytes
    paragraph_id: bytes = b""
    alternate: bytes = b"mc:"
    attribute: bytes = b""
    """That of WordprocessingML on attributes; differs from `word` where that is the default namespace."""


class Story(NamedTuple):
    """The main document part."""

    text: Text
    prefixes: Prefixes
    paragraphs: list[RawParagraph]


def open_story(package: Package) -> Story:
    """Read the story part; raises UnreadableInput or RefusedInput with the reason."""
    name = package.story.name
    text = read_text(package.archive.read(package.story), name)
    check_well_formed(text, name)
    prefixes = find_prefixes(text, name)
    return Story(text, prefixes, scan_story(text.utf8, prefixes.word, prefixes.alternate))


def find_prefixes(text: Text, name: str) -> Prefixes:
    """The prefixes that a story part declares; raises RefusedInput when one prefix has two meanings in it.

    Only then names in the markup mean the same everywhere, and can be compared as they are written.
    """
    root = _ROOT.match(text.utf8)
    if root is None:
        raise _not_a_document(name)
    declared = _declared_in(text.utf8)
    if not _is_clear(declared, root[1]):
        declared = read_namespaces(text, name)  # what looks like a declaration may stand in a text
    word = root[1]
    if declared.get(word) not in ({TRANSITIONAL}, {STRICT}):
        raise _unusual() if len(declared.get(word, ())) > 1 else _not_a_document(name)
    return Prefixes(
        word=word + b":" if word else b"",
        paragraph_id=_only_prefix(declared, W14, b""),
        alternate=_only_prefix(declared, MC, b"mc:"),
        attribute=_attribute_prefix(text.utf8, declared, word),
    )


def _declared_in(markup: bytes) -> Declared:
    """Each prefix with the namespaces that declarations in the markup give it, wherever they seem to stand."""
    declared: Declared = {}
    for found in _DECLARATION.finditer(markup):
        uri = found[2] if found[2] is not None else found[3]
        declared.setdefault(found[1], set()).add(uri.decode("utf-8", "replace"))
    return declared


def _is_clear(declared: Declared, word: bytes | None) -> bool:
    """Whether one prefix, and nothing else, means WordprocessingML."""
    return declared.get(word) in ({TRANSITIONAL}, {STRICT}) and not any(
        uris & {TRANSITIONAL, STRICT} for prefix, uris in declared.items() if prefix != word
    )


def _attribute_prefix(markup: bytes, declared: Declared, word: bytes | None) -> bytes:
    """The prefix of attributes; raises RefusedInput when two prefixes stand for WordprocessingML on elements."""
    others = [prefix for prefix, uris in declared.items() if prefix != word and uris & {TRANSITIONAL, STRICT}]
    for prefix in others:
        is_used = b"<%b:" % prefix in markup if prefix else _UNPREFIXED.search(markup)
        if is_used or declared[prefix] != declared[word]:
            raise _unusual()
    return next((prefix + b":" for prefix in (word, *others) if prefix), b"")


def _only_prefix(declared: Declared, uri: str, otherwise: bytes) -> bytes:
    """The prefix that means this namespace and nothing else, with its colon."""
    found = [prefix for prefix, uris in declared.items() if prefix and uris == {uri}]
    return found[0] + b":" if found else otherwise


def word_prefix(text: Text) -> bytes:
    """The prefix of a part's root element, with its colon; empty for a default namespace."""
    root = _ANY_ROOT.match(text.utf8)
    return root[1] + b":" if root and root[1] else b""


def _unusual() -> RefusedInput:
    message = "The document names its elements in an unusual way. Open it in Word and save it again."
    return RefusedInput("unusual-markup", message)


def _not_a_document(name: str) -> UnreadableInput:
    return UnreadableInput("no-document-part", f"The part {name} is not the text of a Word document.")
