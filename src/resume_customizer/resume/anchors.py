"""Where new bullets go, as byte offsets, and which bullet they look like.

    Story + lines + (paragraph, model bullets)  ->  make_anchor()  ->  Anchor

A new bullet stands right behind the chosen one, in the same cell or text box, in both copies of a text
box. What must stay where it was stays: a section break (the bullet is put in front of the paragraph that
carries it, ECMA-376 part 1, 17.6.18), and the ends of bookmark, comment and permission ranges.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from resume_customizer.core.document import Anchor, BulletTemplate, Splice
from resume_customizer.resume.counted import Count
from resume_customizer.resume.line_reader import shows_placeholder
from resume_customizer.resume.lines import Line
from resume_customizer.resume.story import Story
from resume_customizer.resume.template import has_plain_text, is_special, make_template, properties_key

Counts = Mapping[int, Count]
NO_COUNTS: Counts = MappingProxyType({})
NEIGHBOURHOOD = 60
"""How many paragraphs away, among its siblings, a model may stand."""
_NEAREST = 12
"""How many of the nearest bullets tell what kind is usual."""
_COMPARED = 3
"""How many bullets of that kind are compared to find what spacing is usual."""


def make_anchor(
    story: Story, lines: Sequence[Line], after: int, models: Iterable[int], counts: Counts = NO_COUNTS
) -> Anchor | None:
    """The anchor behind paragraph `after`, looking like the models beside it; None when none of them is beside it.

    `models` are positions of bullets, best ones first; those of `after`'s own experience before those of others.
    `counts` tell of models that are numbered by hand, when `after` is the last of them.
    """
    place = _settled(story, lines, after)
    wanted = tuple(models)
    splice = _splice(story, lines, place, wanted, counts)
    if splice is None:
        return None
    splices = [splice]
    twin = lines[place].twin
    if twin is not None:
        copies = [lines[model].twin for model in wanted]
        other = _splice(story, lines, twin, tuple(copy for copy in copies if copy is not None), counts)
        if other is None:
            return None
        splices.append(other)
    shown = _shown_before(lines, place) if lines[place].section_end else place
    read = shown if lines[shown].text.strip() else _shown_before(lines, shown)
    return Anchor(shown, " ".join(lines[read].body.split()), tuple(splices))


def _settled(story: Story, lines: Sequence[Line], after: int) -> int:
    """The paragraph itself, or the one before it while its paragraph mark is to go (17.13.5.15 del, .21 moveFrom)."""
    while after > 0 and _mark_is_to_go(story, after):
        if lines[after - 1].container != lines[after].container:
            break
        after -= 1
    return after


def _mark_is_to_go(story: Story, position: int) -> bool:
    properties, w = story.paragraphs[position].properties, story.prefixes.word
    at = properties.find(b"<" + w + b"rPr>")
    return at >= 0 and any(b"<%b%b " % (w, name) in properties[at:] for name in (b"del", b"moveFrom"))


def _shown_before(lines: Sequence[Line], place: int) -> int:
    """The visible line in front of a paragraph, in the same cell or box; itself when there is none."""
    for index in range(place - 1, -1, -1):
        if lines[index].container == lines[place].container and lines[index].text.strip():
            return index
    return place


def _splice(story: Story, lines: Sequence[Line], place: int, models: tuple[int, ...], counts: Counts) -> Splice | None:
    """The byte offset and the look for one copy."""
    paragraph = story.paragraphs[place]
    found = _model(story, lines, place, models, paragraph.place.parent, counts)
    if lines[place].section_end:
        return Splice(paragraph.start, found) if found else None
    offset = _behind_range_ends(story, paragraph.end)
    if paragraph.place.control and _keeps_one_paragraph(story, paragraph.place.control):
        ends = _control_ends(story.prefixes.word).match(story.text.utf8, offset)
        outside = _model(story, lines, place, models, paragraph.place.control_parent, counts) if ends else None
        if ends and outside:
            return Splice(_behind_range_ends(story, ends.end()), outside)
    return Splice(offset, found) if found else None


def _model(
    story: Story, lines: Sequence[Line], place: int, models: tuple[int, ...], parent: int, counts: Counts
) -> BulletTemplate | None:
    """The template of the most usual bullet among the nearest siblings of its kind."""
    beside = [model for model in models if _stands_beside(story, model, place, parent)]
    if not beside:
        return None
    beside.sort(key=lambda model: abs(model - place))
    kinds = [kind_of(lines[model]) for model in beside[:_NEAREST]]
    usual = max(kinds, key=kinds.count)
    same = [model for model, kind in zip(beside, kinds, strict=False) if kind == usual]
    raw = story.paragraphs
    near = [model for model in same if not is_special(raw[model])][:_COMPARED] or same[:1]
    keys = [properties_key(raw[model], story.prefixes) for model in near]
    best = near[max(range(len(near)), key=lambda at: (keys.count(keys[at]), has_plain_text(raw[near[at]]), -at))]
    return make_template(raw[best], story.prefixes, counts.get(best))


def _stands_beside(story: Story, model: int, place: int, parent: int) -> bool:
    """Whether a model stands in the element that will hold the new bullet, not far away."""
    return story.paragraphs[model].place.parent == parent and abs(model - place) <= NEIGHBOURHOOD


def kind_of(line: Line) -> tuple[object, ...]:
    """Bullets of one kind stand in the same list at the same level and begin alike."""
    return line.style, line.item, line.marker, line.indent, line.alignment


def _behind_range_ends(story: Story, offset: int) -> int:
    """Behind the ends of ranges that close right after a paragraph, so that they keep their extent."""
    found = _range_ends(story.prefixes.word).match(story.text.utf8, offset)
    return found.end() if found else offset


@lru_cache(maxsize=16)
def _range_ends(prefix: bytes) -> re.Pattern[bytes]:
    name = re.escape(prefix) + rb"(?:bookmarkEnd|commentRangeEnd|permEnd|moveFromRangeEnd|moveToRangeEnd)"
    return re.compile(rb"(?:\s*+<(" + name + rb")\b(?:[^<>/]++|/(?!>))*+(?:/>|>\s*+</\1\s*+>))+")


def _keeps_one_paragraph(story: Story, control: bytes) -> bool:
    """Whether a new bullet must stand behind the content control instead of in it.

    A placeholder is replaced as a whole when a person types, plain text and bound controls hold one value, and a
    locked one takes no change (17.5.2.39 showingPlcHdr, 17.5.2.44 text, 17.5.2.6 dataBinding, 17.5.2.23 lock).
    """
    w = story.prefixes.word
    return (
        shows_placeholder(control, w)
        or b"ontentLocked" in control
        or b"dataBinding " in control  # also that of Word 2012, which has another prefix
        or any(b"<" + w + b"text" + end in control for end in (b" ", b"/", b">"))
    )


@lru_cache(maxsize=16)
def _control_ends(prefix: bytes) -> re.Pattern[bytes]:
    name = re.escape(prefix)
    return re.compile(rb"\s*+</" + name + rb"sdtContent\s*+>\s*+</" + name + rb"sdt\s*+>")
