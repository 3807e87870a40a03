"""The story part: its text in the encoding at hand, and every paragraph with its position.

    Package  ->  open_story()  ->  Story(text, paragraphs)

A paragraph's number is the position of its `w:p` in the part; its offsets are in bytes of `text.utf8`.
"""

import re
from dataclasses import dataclass

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.package import Package
from resume_customizer.resume.scanner import RawParagraph, scan_story
from resume_customizer.resume.xml import MC, STRICT, TRANSITIONAL, W14, Text, check_well_formed, read_text

_ROOT = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+<(?:([^\s/>:]++):)?document[\s>]", re.DOTALL)
_DECLARATION = re.compile(rb"""xmlns(?::([\w.-]++))?\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")


@dataclass(frozen=True, slots=True)
class Prefixes:
    """How a part abbreviates the namespaces, each with its colon; empty for the default or an undeclared one."""

    word: bytes
    paragraph_id: bytes = b""
    alternate: bytes = b"mc:"


@dataclass(frozen=True, slots=True)
class Story:
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
    word = root[1]
    declared: dict[bytes | None, set[str]] = {}
    for found in _DECLARATION.finditer(text.utf8):
        uri = found[2] if found[2] is not None else found[3]
        declared.setdefault(found[1], set()).add(uri.decode("utf-8", "replace"))
    if declared.get(word) not in ({TRANSITIONAL}, {STRICT}):
        raise _unusual() if len(declared.get(word, ())) > 1 else _not_a_document(name)
    if any(uris & {TRANSITIONAL, STRICT} for prefix, uris in declared.items() if prefix != word):
        raise _unusual()
    return Prefixes(
        word=word + b":" if word else b"",
        paragraph_id=_only_prefix(declared, W14, b""),
        alternate=_only_prefix(declared, MC, b"mc:"),
    )


def _only_prefix(declared: dict[bytes | None, set[str]], uri: str, otherwise: bytes) -> bytes:
    """The prefix that means this namespace and nothing else, with its colon."""
    found = [prefix for prefix, uris in declared.items() if prefix and uris == {uri}]
    return found[0] + b":" if found else otherwise


def word_prefix(text: Text) -> bytes:
    """The prefix of WordprocessingML that a part declares first, with its colon; `w:` when it declares none."""
    for found in _DECLARATION.finditer(text.utf8):
        if (found[2] or found[3] or b"").decode("utf-8", "replace") in (TRANSITIONAL, STRICT):
            return found[1] + b":" if found[1] else b""
    return b"w:"


def _unusual() -> RefusedInput:
    message = "The document names its elements in an unusual way. Open it in Word and save it again."
    return RefusedInput("unusual-markup", message)


def _not_a_document(name: str) -> UnreadableInput:
    return UnreadableInput("no-document-part", f"The part {name} is not the text of a Word document.")
