"""Where new bullets go, as byte offsets, and which bullet they look like.

    Story + lines + (paragraph, model bullets)  ->  make_anchor()  ->  Anchor

A new bullet stands right behind the chosen one, in the same cell or text box, in both copies of a text
box. What must stay where it was stays: a section break (the bullet is put in front of the paragraph that
carries it, ECMA-376 part 1, 17.6.18), and the ends of bookmark, comment and permission ranges.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from resume_customizer.core.document import Anchor, BulletTemplate, Splice
from resume_customizer.resume.lines import Line
from resume_customizer.resume.names import is_on
from resume_customizer.resume.story import Story
from resume_customizer.resume.template import is_special, make_template, properties_key

if TYPE_CHECKING:
    from lxml.etree import _Element

NEIGHBOURHOOD = 60
"""How many paragraphs away, among its siblings, a model may stand."""
_COMPARED = 3
"""How many model bullets are compared to find what is usual."""


def make_anchor(story: Story, lines: Sequence[Line], after: int, models: Iterable[int]) -> Anchor | None:
    """The anchor behind paragraph `after`, looking like the models beside it; None when none of them is beside it.

    `models` are positions of bullets, best ones first; those of `after`'s own experience before those of others.
    """
    place = _settled(story, lines, after)
    wanted = tuple(models)
    splice = _splice(story, lines, place, wanted)
    if splice is None:
        return None
    splices = [splice]
    twin = lines[place].twin
    if twin is not None:
        copies = [lines[model].twin for model in wanted]
        other = _splice(story, lines, twin, tuple(copy for copy in copies if copy is not None))
        if other is None:
            return None
        splices.append(other)
    shown = _shown_before(lines, place) if lines[place].section_end else place
    return Anchor(shown, " ".join(lines[shown].body.split()), tuple(splices))


def _settled(story: Story, lines: Sequence[Line], after: int) -> int:
    """The paragraph itself, or the one before it while its paragraph mark is a tracked deletion."""
    names = story.names
    deleted = f"{names.pPr}/{names.rPr}/{names.prefix}del"
    while after > 0 and story.paragraphs[after].find(deleted) is not None:
        if lines[after - 1].container != lines[after].container:
            break
        after -= 1
    return after


def _shown_before(lines: Sequence[Line], place: int) -> int:
    """The visible line in front of a paragraph, in the same cell or box; itself when there is none."""
    for index in range(place - 1, -1, -1):
        if lines[index].container == lines[place].container and lines[index].text.strip():
            return index
    return place


def _splice(story: Story, lines: Sequence[Line], place: int, models: tuple[int, ...]) -> Splice | None:
    """The byte offset and the look for one copy."""
    inside = story.paragraphs[place].getparent()
    found = _model(story, lines, place, models, inside)
    if lines[place].section_end:
        return Splice(story.starts[place], found) if found else None
    offset = _behind_range_ends(story, story.element(place).end)
    outer, closed = _behind_closed_control(story, place, offset)
    if closed is not None:
        outside = _model(story, lines, place, models, closed)
        if outside is not None:
            return Splice(outer, outside)
    return Splice(offset, found) if found else None


def _model(
    story: Story, lines: Sequence[Line], place: int, models: tuple[int, ...], parent: "_Element | None"
) -> BulletTemplate | None:
    """The template of the most usual bullet among the nearest siblings of its kind."""
    near = _siblings_near(story, place, parent)
    beside = [model for model in models if story.paragraphs[model] in near]
    if not beside:
        return None
    usual = Counter(kind_of(lines[model]) for model in beside).most_common(1)[0][0]
    same = sorted((model for model in beside if kind_of(lines[model]) == usual), key=lambda model: abs(model - place))
    markup, prefix = story.text.utf8, story.prefix
    elements = [story.element(model) for model in same[: 2 * _COMPARED]]
    sound = [element for element in elements if not is_special(element, prefix)][:_COMPARED] or elements[:1]
    keys = [properties_key(markup, element, prefix) for element in sound]
    best = max(range(len(sound)), key=lambda at: (keys.count(keys[at]), -at))
    return make_template(markup, sound[best], prefix, story.id_prefix)


def kind_of(line: Line) -> tuple[object, ...]:
    """Bullets of one kind stand in the same list at the same level and begin alike."""
    return line.style, line.item, line.marker, line.indent, line.alignment


def _siblings_near(story: Story, place: int, parent: "_Element | None") -> set["_Element"]:
    """The paragraphs beside a place, under the given parent."""
    here: _Element | None = story.paragraphs[place]
    while here is not None and here.getparent() is not parent:
        here = here.getparent()
    if here is None:
        return set()
    found = {here} if here.tag == story.names.p else set()
    for backwards in (True, False):
        for count, sibling in enumerate(here.itersiblings(story.names.p, preceding=backwards), start=1):
            if count >= NEIGHBOURHOOD:
                break
            found.add(sibling)
    return found


def _behind_range_ends(story: Story, offset: int) -> int:
    """Behind the ends of ranges that close right after a paragraph, so that they keep their extent."""
    found = _range_ends(story.prefix).match(story.text.utf8, offset)
    return found.end() if found else offset


@lru_cache(maxsize=16)
def _range_ends(prefix: bytes) -> re.Pattern[bytes]:
    name = re.escape(prefix) + rb"(?:bookmarkEnd|commentRangeEnd|permEnd|moveFromRangeEnd|moveToRangeEnd)"
    return re.compile(rb"(?:\s*+<(" + name + rb")\b[^<>]*+(?:/>|>\s*+</\1\s*+>))+")


def _behind_closed_control(story: Story, place: int, offset: int) -> "tuple[int, _Element | None]":
    """Behind a content control that must keep its one paragraph, and what holds it; (offset, None) otherwise.

    A placeholder is replaced as a whole when a person types, plain text and bound controls hold one value, and a
    locked one takes no change (17.5.2.39 showingPlcHdr, 17.5.2.44 text, 17.5.2.6 dataBinding, 17.5.2.23 lock).
    """
    names = story.names
    content = story.paragraphs[place].getparent()
    if content is None or content.tag != names.sdt_content:
        return offset, None
    control = content.getparent()
    if control is None or not _keeps_one_paragraph(story, control):
        return offset, None
    ends = _control_ends(story.prefix).match(story.text.utf8, offset)
    return (ends.end(), control.getparent()) if ends else (offset, None)


def _keeps_one_paragraph(story: Story, control: "_Element") -> bool:
    w = story.names.prefix
    properties = control.find(story.names.sdt_properties)
    if properties is None:
        return False
    shown, lock = properties.find(w + "showingPlcHdr"), properties.find(w + "lock")
    locked = lock is not None and lock.get(story.names.val) in ("contentLocked", "sdtContentLocked")
    return (
        locked
        or (shown is not None and is_on(shown.get(story.names.val)))
        or properties.find(w + "text") is not None
        or properties.find(w + "dataBinding") is not None
    )


@lru_cache(maxsize=16)
def _control_ends(prefix: bytes) -> re.Pattern[bytes]:
    name = re.escape(prefix)
    return re.compile(rb"\s*+</" + name + rb"sdtContent\s*+>\s*+</" + name + rb"sdt\s*+>")
