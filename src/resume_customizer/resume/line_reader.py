"""Read every paragraph of the story as a `Line`.

    Story + Styles + Numbering  ->  read_lines()  ->  tuple[Line, ...]

Paragraphs that are set alike are worked out once: properties are compared as they are written.
"""

from collections import defaultdict
from typing import Any, NamedTuple

from resume_customizer.resume.lines import Alignment, Line, ListItem
from resume_customizer.resume.numbering import Numbering
from resume_customizer.resume.properties import (
    Look,
    is_on,
    read_run_properties,
    with_paragraph_properties,
)
from resume_customizer.resume.scanner import Place, RawParagraph, Run
from resume_customizer.resume.story import Story
from resume_customizer.resume.styles import Styles
from resume_customizer.resume.symbols import as_unicode, typed_marker


class _Setting(NamedTuple):
    """How a paragraph with certain properties is set."""

    facts: tuple[str, int | None, ListItem | None, int, bool, Alignment, bool]
    """What a Line says of it: `style` to `section_end`."""
    look: Look
    """Of its style."""
    looks: dict[bytes, Look]
    """The looks of runs in it, by their properties as written."""


_Stretch = tuple[int, int, Look]
"""Some text that is set in one way: start, end, how."""


def read_lines(story: Story, styles: Styles, numbering: Numbering) -> tuple[Line, ...]:
    """One Line for each `w:p` of the story, in document order."""
    settings = _Settings(styles, numbering, story.prefixes.word)
    lines = [_read_line(index, paragraph, settings) for index, paragraph in enumerate(story.paragraphs)]
    _pair_copies(story, lines)
    return tuple(lines)


def _pair_copies(story: Story, lines: list[Line]) -> None:
    """Tell the copies in both branches of a text box about each other, when they say the same."""
    branches: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for index, paragraph in enumerate(story.paragraphs):
        if paragraph.place.branch is not None:
            number, is_fallback = paragraph.place.branch
            branches[number][is_fallback].append(index)
    for choice, fallback in branches.values():
        if [lines[i].text for i in choice] == [lines[i].text for i in fallback]:
            for one, other in zip(choice, fallback, strict=True):
                lines[one] = lines[one]._replace(twin=other)
                lines[other] = lines[other]._replace(twin=one)


class _Settings:
    """How paragraphs and runs are set, by their properties as written."""

    def __init__(self, styles: Styles, numbering: Numbering, prefix: bytes) -> None:
        self._styles, self._numbering = styles, numbering
        self.prefix = prefix
        self._known: dict[bytes, _Setting] = {}
        self._runs: dict[bytes, tuple[dict[str, Any], str]] = {}

    def of(self, properties: bytes) -> _Setting:
        """The setting of a paragraph."""
        found = self._known.get(properties)
        if found is None:
            found = self._known[properties] = self._resolved(properties)
        return found

    def look(self, properties: bytes, setting: _Setting) -> Look:
        """The look of a run in such a paragraph: paragraph style, character style, then its own properties."""
        known = self._runs.get(properties)
        if known is None:
            known = self._runs[properties] = read_run_properties(properties, self.prefix)
        changes, style = known
        base = self._styles.character(style, setting.look) if style else setting.look
        found = setting.looks[properties] = base._replace(**changes) if changes else base
        return found

    def _resolved(self, properties: bytes) -> _Setting:
        style = self._styles.paragraph(_style_named(properties, self.prefix))
        direct, section_end = with_paragraph_properties(properties, style, self.prefix)
        level = self._numbering.level(direct)
        indent = direct.indent
        is_own = b"<%bind " % self.prefix in properties
        if level.indent is not None and (indent is None or (b"numId" in properties and not is_own)):
            indent = level.indent  # a list that the paragraph itself names goes before its style (17.3.1.12 ind)
        facts = (direct.name, direct.outline, level.item, indent or 0, direct.ruled, direct.alignment, section_end)
        return _Setting(facts, style.look, {b"": style.look})


def _style_named(properties: bytes, prefix: bytes) -> str | None:
    """The style that a paragraph names; it comes first (17.3.1.27 pStyle)."""
    at = properties.find(b"<" + prefix + b"pStyle")
    if at < 0:
        return None
    value = properties[at : properties.find(b">", at)].replace(b"'", b'"').split(b'"')
    return value[1].decode() if len(value) > 1 else None


def _read_line(index: int, paragraph: RawParagraph, settings: _Settings) -> Line:
    """The facts of one paragraph."""
    setting = settings.of(paragraph.properties)
    text, stretches = _read_text(paragraph.runs, setting, settings)
    if len(stretches) == 1:
        look = stretches[0][2]
        lead, turn = len(text) if look.bold and not look.hidden else 0, 0
    else:
        look, lead, turn = _common_look(stretches, setting.look, len(text))
    place = paragraph.place
    placeholder = place.control is not None and shows_placeholder(place.control, settings.prefix)
    # a Line's fields in their order, by groups that were worked out together: many lines make naming each one slow
    return Line._make(
        (index, text, typed_marker(text), *setting.facts, *look, lead, turn, *place[_WHERE], placeholder, None),
    )


_WHERE = slice(Place._fields.index("container"), Place._fields.index("fallback") + 1)


def shows_placeholder(control: bytes, prefix: bytes) -> bool:
    """Whether a content control with these properties shows its placeholder (17.5.2.39 showingPlcHdr)."""
    at = control.find(b"<" + prefix + b"showingPlcHdr")
    return at >= 0 and is_on(control[at : control.find(b">", at)])


def _read_text(runs: list[Run], setting: _Setting, settings: _Settings) -> tuple[str, list[_Stretch]]:
    """The visible text, and its stretches of one look; blank ones do not count."""
    text = runs[0][0] if len(runs) == 1 else "".join([run[0] for run in runs])
    if not text.isascii():
        text = as_unicode(text)
    stretches: list[_Stretch] = []
    known = setting.looks
    at = 0
    for content, properties, _ in runs:
        end = at + len(content)
        if not content.isspace():
            look = known.get(properties) or settings.look(properties, setting)
            if stretches and stretches[-1][2] is look:
                stretches[-1] = (stretches[-1][0], end, look)
            else:
                stretches.append((at, end, look))
        at = end
    return text, stretches


def _common_look(stretches: list[_Stretch], base: Look, length: int) -> tuple[Look, int, int]:
    """What all visible characters share, size and colour of most; how many bold ones lead; where italics turn."""
    shown = [stretch for stretch in stretches if not stretch[2].hidden]
    if not shown:
        return Look(size=base.size, color=base.color, hidden=bool(stretches)), 0, 0
    weight: dict[Look, int] = defaultdict(int)
    lead, leading = 0, True
    for start, end, look in shown:
        weight[look] += end - start
        leading = leading and look.bold
        lead = end if leading else lead
    main = max(weight, key=weight.__getitem__)
    bold, italic, underlined, caps = (all(flags) for flags in zip(*(look[:4] for look in weight), strict=True))
    slanted = shown[0][2].italic
    turn = next((start for start, _, look in shown if look.italic is not slanted), 0) if len(weight) > 1 else 0
    return Look(bold, italic, underlined, caps, main.size, main.color), length if bold else lead, turn
