"""Find what was added to a story part: whole paragraphs, and nothing else.

    story before + story after  ->  find_additions()  ->  Additions(texts, problems)

Both parts are walked side by side. Where they part, the innermost paragraph of the newer one that covers
the place is taken as added; at the end the newer part without what was added must be the older one, byte
for byte. An added paragraph has text, takes nothing along that belongs to another, and is set like one near it.
The judgement does not depend on how the addition was made.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.resume.markup import Node, element_at, find_starts
from resume_customizer.resume.story import find_prefixes
from resume_customizer.resume.xml import Text, check_well_formed, read_text, unescaped

_POSITION = re.compile(rb"[^>]*\bpos=")
_FORBIDDEN = (
    *("sectPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
    *("footnoteReference", "endnoteReference", "fldChar", "fldSimple", "instrText", "hyperlink"),
    *("drawing", "pict", "object"),
)
_STEP, _LONGEST_STEP = 4_096, 1_048_576
"""Bytes that are compared at once."""
_MOST_ADDITIONS = 10_000
_NEAR = 100
"""Paragraphs before and behind an added one, among which another must be set like it."""


@dataclass(frozen=True, slots=True)
class Additions:
    """The sentences that were added, and what else differs."""

    texts: tuple[str, ...]
    problems: list[str]


def find_additions(before: bytes, after: bytes) -> Additions:
    """Compare two versions of a story part."""
    if before == after:
        return Additions((), [])
    try:
        old, new = read_text(before, "the original text"), read_text(after, "the customized text")
        check_well_formed(new, "the customized text")
        prefixes = find_prefixes(new, "the customized text")
    except ResumeCustomizerError as fault:
        return Additions((), [fault.message])
    if (old.lead, old.encoding) != (new.lead, new.encoding):
        return Additions((), ["the text is in another encoding"])
    starts = find_starts(new.utf8, prefixes.word + b"p")
    added = _added_paragraphs(old.utf8, new.utf8, starts)
    if added is None:
        return Additions((), ["more than whole new paragraphs differs in the text"])
    problems = [problem for node in added for problem in _paragraph_problems(new, node, prefixes.word)]
    problems += _look_problems(new, added, starts, prefixes.word)
    problems += _id_problems(old.utf8, new.utf8, prefixes.paragraph_id)
    return Additions(tuple(_text(new, node, prefixes.word) for node in added), problems)


def _added_paragraphs(old: bytes, new: bytes, starts: list[int]) -> list[Node] | None:
    """The paragraphs that are only in `new`; None when taking whole paragraphs out doesn't give `old`."""
    added: list[Node] = []
    at_old = at_new = 0
    while True:
        same = _common(old, at_old, new, at_new)
        at_old, at_new = at_old + same, at_new + same
        if at_old == len(old) and at_new == len(new):
            return added
        node = _paragraph_around(new, starts, at_new, added[-1].end if added else 0)
        if node is None or at_new - node.start > at_old or len(added) == _MOST_ADDITIONS:
            return None
        at_old -= at_new - node.start
        at_new = node.end
        added.append(node)


def _common(old: bytes, at_old: int, new: bytes, at_new: int) -> int:
    """How many bytes are the same from here on."""
    length = min(len(old) - at_old, len(new) - at_new)
    same, step = 0, _STEP
    while same < length:  # ever larger pieces while they agree, ever smaller ones where they don't
        piece = min(step, length - same)
        if old[at_old + same : at_old + same + piece] == new[at_new + same : at_new + same + piece]:
            same, step = same + piece, min(2 * step, _LONGEST_STEP)
        elif piece == 1:
            break
        else:
            step = piece // 2
            length = min(length, same + piece)
    return same


def _paragraph_around(new: bytes, starts: list[int], place: int, floor: int) -> Node | None:
    """The innermost paragraph that covers the place or begins there, not before `floor`."""
    index = bisect_right(starts, place) - 1
    while index >= 0 and starts[index] >= floor:
        node = element_at(new, starts[index])
        if node.end > place:
            return node
        index -= 1
    return None


def _paragraph_problems(new: Text, node: Node, prefix: bytes) -> list[str]:
    """An added paragraph has text, and takes nothing along that belongs to another."""
    text = _text(new, node, prefix)
    names = {each.name[len(prefix) :].decode() for each in node.walk() if each.name.startswith(prefix)}
    problems = [f"the added line {text[:40]!r} carries a {name}" for name in _FORBIDDEN if name in names]
    if not text.strip():
        problems.append("an added paragraph is empty")
    return problems


def _look_problems(new: Text, added: list[Node], starts: list[int], prefix: bytes) -> list[str]:
    """An added paragraph is set like one near it that was there before."""
    ours = {node.start for node in added}
    keys: dict[int, bytes] = {}  # of the paragraphs that were there, by where they begin
    problems = []
    for node in added:
        own = _properties(new.utf8, node, prefix)
        at = bisect_right(starts, node.start)
        near = [start for start in starts[max(0, at - _NEAR) : at + _NEAR] if start not in ours]
        near.sort(key=lambda start, here=node.start: abs(start - here))
        for start in near:
            if start not in keys:
                keys[start] = _properties(new.utf8, element_at(new.utf8, start), prefix)
            if keys[start] == own:
                break
        else:
            problems.append(f"the added line {_text(new, node, prefix)[:40]!r} is set like none beside it")
    return problems


def _properties(markup: bytes, paragraph: Node, prefix: bytes) -> bytes:
    """A paragraph's properties, which come first in it, but for its mark, a section break and tracked changes."""
    node = next((each for each in paragraph.children[:1] if each.name == prefix + b"pPr"), None)
    left_out = [prefix + name for name in (b"rPr", b"sectPr", b"pPrChange")]
    return (
        b"".join(markup[each.start : each.end] for each in node.children if each.name not in left_out) if node else b""
    )


def _text(new: Text, node: Node, prefix: bytes) -> str:
    return "".join(
        unescaped(new.utf8[each.content : each.close].decode()) if each.name == prefix + b"t" else "\t"
        for each in node.walk()
        if each.name in (prefix + b"t", prefix + b"tab") and not _is_tab_stop(new.utf8, each)
    )


def _is_tab_stop(markup: bytes, node: Node) -> bool:
    """A `w:tab` of `w:tabs` sets a stop and is no text (17.3.1.37)."""
    return _POSITION.match(markup, node.start, node.content) is not None


def _id_problems(old: bytes, new: bytes, prefix: bytes) -> list[str]:
    """Paragraph ids that were unique stay so."""
    name = re.compile(rb"\s" + re.escape(prefix) + rb"paraId\s*=\s*[\"']([^\"']*)")
    before, after = name.findall(old), name.findall(new)
    if len(set(before)) == len(before) and len(set(after)) != len(after):
        return ["two paragraphs have the same id"]
    return []
