"""The look of a new bullet: a bullet beside it, taken apart, with only its text left out.

    RawParagraph  ->  make_template()  ->  BulletTemplate  ->  new_paragraph()  ->  markup of a new bullet

Taken along: paragraph properties byte for byte, the paragraph mark's look, the typed marker, and the run
properties of most of the text. Left behind: section break, revision marks, bookmarks, comments, fields,
hyperlinks, breaks, a bold lead-in (ECMA-376 part 1, 17.3.1.26 pPr, 17.3.2.28 rPr, 17.13.5 revisions).
"""

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from resume_customizer.core.document import BulletTemplate
from resume_customizer.core.errors import RefusedInput
from resume_customizer.resume.counted import Count
from resume_customizer.resume.scanner import RawParagraph, Run
from resume_customizer.resume.story import Prefixes
from resume_customizer.resume.symbols import as_unicode, typed_marker
from resume_customizer.resume.xml import escaped

_NOT_HASHED = b"77777777"
"""What Word writes as `textId` of a paragraph whose text it has not hashed ([MS-DOCX] 2.6.2.5)."""
_EMPTY = rb"[^<>]*?(?:/>|>\s*+</\1\s*+>)"
"""The rest of an element without content, in either way of writing it."""
_CONTENT = frozenset(
    "text p r t tbl tr tc sdt txbxContent hyperlink fldSimple fldChar instrText br sym ins del moveFrom moveTo sectPr "
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference footnoteReference endnoteReference "
    "drawing pict object AlternateContent Choice Fallback".split()
)
"""What stands in paragraphs, but never in their properties."""
_PRIVATE_USE = range(0xF000, 0xF100)
_MARKER_PARTS = re.compile("([\t\n\uf000-\uf0ff])")


class Revised(NamedTuple):
    """What a tracked insertion carries (17.13.5.18 ins): author and time as attribute values, and the first free id."""

    author: bytes
    date: bytes
    first_id: int
    prefix: bytes
    """That of WordprocessingML on attributes, with its colon."""


def make_template(paragraph: RawParagraph, prefixes: Prefixes, count: Count | None = None) -> BulletTemplate:
    """What a new bullet takes from this one; with `count`, numbers typed by hand go on behind the list's last."""
    w = prefixes.word
    properties, mark = _split_properties(paragraph.properties, w)
    text = as_unicode("".join([text for text, _, _ in paragraph.runs]))
    count = count if count and text.startswith(count.lead) else None
    marker = count.lead if count else typed_marker(text)
    main = _main_properties(paragraph.runs, len(marker), w)
    held = list(_held(paragraph.runs, len(marker)))
    template = BulletTemplate(
        w, _id_prefix(paragraph, prefixes), properties, mark, run=_proper(_run_properties(main, w))
    )
    if count is None:
        whole, lead = _typed(held, main, paragraph.symbol, w)
        return replace(template, marker=whole, lead=lead)
    at = next((at for at, (typed, _, _) in enumerate(held) if count.value in typed), None)
    if at is None:  # a value of several runs
        return template
    typed, look, linked = held[at]
    markers = [
        _typed([*held[:at], (typed.replace(count.value, value, 1), look, linked), *held[at + 1 :]], main, b"", w)
        for value in count.following
    ]
    return replace(template, counted=tuple(markers))


def _typed(held: list[Run], main: bytes, symbol: bytes, w: bytes) -> tuple[bytes, bytes]:
    """A typed marker as whole runs, or, where it is set like the text, as what stands in front of that."""
    is_plain = len(held) == 1 and _look(held[0][1], w) == _look(main, w)
    if is_plain and "\t" not in held[0][0] and not symbol:
        return b"", escaped(held[0][0])
    return b"".join(_run(piece, symbol, w) for piece in held), b""


def counted(template: BulletTemplate, number: int) -> BulletTemplate:
    """The template of the new bullet with this number among those at one place, from 0."""
    if not template.counted:
        return template
    marker, lead = template.counted[number] if number < len(template.counted) else (b"", b"")
    return replace(template, marker=marker, lead=lead)


def new_paragraph(template: BulletTemplate, text: str, paragraph_id: int, revised: Revised | None = None) -> bytes:
    """The markup of a new bullet with this text; `paragraph_id` is used when its neighbours carry ids.

    With `revised` the paragraph mark and the runs are Word insertions; ids `first_id` and `first_id + 1` are used.
    """
    w = template.prefix
    mark, before, after = template.mark, b"", b""
    if revised is not None:
        a = revised.prefix
        who = b'%bauthor="%b" %bdate="%b"' % (a, revised.author, a, revised.date)
        mark = b'<%bins %bid="%d" %b/>%b' % (w, a, revised.first_id, who, mark)
        before = b'<%bins %bid="%d" %b>' % (w, a, revised.first_id + 1, who)
        after = b"</%bins>" % w
    identity = b""
    if template.id_prefix:
        identity = b' %bparaId="%08X" %btextId="%b"' % (
            template.id_prefix,
            paragraph_id,
            template.id_prefix,
            _NOT_HASHED,
        )
    mark = b"<%brPr>%b</%brPr>" % (w, mark, w) if mark else b""
    properties = b"<%bpPr>%b%b</%bpPr>" % (w, template.properties, mark, w) if template.properties or mark else b""
    run = b'<%br>%b<%bt xml:space="preserve">%b%b</%bt></%br>' % (
        *(w, template.run, w),
        *(template.lead, escaped(text), w, w),
    )
    return b"<%bp%b>%b%b%b%b%b</%bp>" % (w, identity, properties, before, template.marker, run, after, w)


def properties_key(paragraph: RawParagraph, prefixes: Prefixes) -> bytes:
    """What makes two paragraphs the same in list, level, indent and spacing."""
    return _split_properties(paragraph.properties, prefixes.word)[0]


def is_special(paragraph: RawParagraph) -> bool:
    """Whether its properties break a page or are themselves a tracked change: a poor model for others."""
    properties = paragraph.properties
    return (
        paragraph.is_changed
        or b"pageBreakBefore" in properties
        or b"rPrChange" in properties
        or b"numberingChange" in properties
        or b"ins " in _between(properties, b"numPr>")
    )


def has_plain_text(paragraph: RawParagraph) -> bool:
    """Whether some of its text is no hyperlink's: only that tells how the text of a bullet looks."""
    return any(not linked and not text.isspace() for text, _, linked in paragraph.runs)


def _id_prefix(paragraph: RawParagraph, prefixes: Prefixes) -> bytes:
    """The prefix of paragraph ids, when this paragraph carries one."""
    return prefixes.paragraph_id if paragraph.has_id else b""


@lru_cache(maxsize=1024)
def _split_properties(properties: bytes, w: bytes) -> tuple[bytes, bytes]:
    """(the children of pPr that a new bullet takes, the look of its paragraph mark)."""
    at = properties.find(b"<%brPr" % w)
    if at < 0:
        return _kept(properties, w), b""
    content, close = properties.find(b">", at) + 1, properties.rfind(b"</%brPr>" % w)
    if close < content:  # an empty element
        return _kept(properties[:at], w) + _kept(properties[content:], w), b""
    behind = properties[properties.find(b">", close) + 1 :]
    mark = _proper(_run_children(properties[content:close], w))
    return _kept(properties[:at], w) + _kept(behind, w), mark


def _kept(properties: bytes, w: bytes) -> bytes:
    """Properties without a section break, and without the mark of a tracked change on a list."""
    before, behind = _around_section(properties, w)
    if b"ins " in before:
        before = _revision_marks(w).sub(b"", before)
    return _proper(before) + _proper(behind)


def _between(properties: bytes, end_of_tag: bytes) -> bytes:
    """What stands between the first two tags with this ending: the content of an element."""
    at = properties.find(end_of_tag)
    return properties[at : max(at, properties.find(end_of_tag, at + 1))] if at >= 0 else b""


@lru_cache(maxsize=1024)
def _proper(properties: bytes) -> bytes:
    """Properties as they are; raises RefusedInput when they hold what no document's properties hold."""
    if properties:
        parser = expat.ParserCreate("utf-8")
        found: list[str] = []
        parser.StartElementHandler = lambda name, _: found.append(name.rpartition(":")[2])
        parser.CharacterDataHandler = lambda text: found.append("text" if text.strip() else "")
        try:
            parser.Parse(b"<a>%b</a>" % properties, True)
        except expat.ExpatError:
            raise _unusual() from None
        if not _CONTENT.isdisjoint(found):
            raise _unusual()
    return properties


def _unusual() -> RefusedInput:
    message = "The document nests its properties in an unusual way. Open it in Word and save it again."
    return RefusedInput("unusual-markup", message)


def _around_section(properties: bytes, w: bytes) -> tuple[bytes, bytes]:
    """What stands before a section break, and behind it."""
    at, close = properties.find(b"<%bsectPr" % w), b"</%bsectPr>" % w
    if at < 0:
        return properties, b""
    end = properties.rfind(close)
    return properties[:at], properties[end + len(close) if end >= 0 else properties.find(b">", at) + 1 :]


@lru_cache(maxsize=16)
def _revision_marks(w: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<(" + re.escape(w) + rb"(?:ins|del|moveFrom|moveTo))\b" + _EMPTY)


@lru_cache(maxsize=16)
def _not_looks(w: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<(" + re.escape(w) + rb"(?:lang|noProof|webHidden))\b" + _EMPTY)


def _run_children(properties: bytes, w: bytes) -> bytes:
    """What stands in a `w:rPr`, without revision marks and the former properties of a tracked change."""
    at = properties.find(b"<%brPrChange" % w)
    return _revision_marks(w).sub(b"", properties if at < 0 else properties[:at])


@lru_cache(maxsize=1024)
def _look(properties: bytes, w: bytes) -> bytes:
    """Run properties without those that no reader sees: two runs with the same look alike."""
    return _not_looks(w).sub(b"", _run_children(properties, w))


def _run_properties(properties: bytes, w: bytes) -> bytes:
    inside = _run_children(properties, w)
    return b"<%brPr>%b</%brPr>" % (w, inside, w) if inside else b""


def _main_properties(runs: list[Run], marker: int, w: bytes) -> bytes:
    """The run properties of most of the text; the typed marker and hyperlinks do not count."""
    weight: dict[bytes, int] = defaultdict(int)
    first: dict[bytes, bytes] = {}
    seen = 0
    for text, properties, linked in runs:
        body = text if seen >= marker else text[marker - seen :]
        seen += len(text)
        if body and not linked and not body.isspace():
            look = _look(properties, w)
            weight[look] += len(body)
            first.setdefault(look, properties)
    return first[max(weight, key=weight.__getitem__)] if weight else b""


def _held(runs: list[Run], length: int) -> list[Run]:
    """The first `length` characters, as the runs that hold them."""
    found = []
    for text, properties, linked in runs:
        if length <= 0:
            break
        found.append((text[:length], properties, linked))
        length -= len(text)
    return found


def _run(piece: Run, symbol: bytes, w: bytes) -> bytes:
    """A run with some characters of a typed marker; a symbol-font character is written as it was."""
    parts = []
    for stretch in _MARKER_PARTS.split(piece[0]):
        if stretch == "\t":
            parts.append(b"<%btab/>" % w)
        elif stretch == "\n":
            parts.append(b"<%bbr/>" % w)
        elif symbol and stretch and ord(stretch[0]) in _PRIVATE_USE:
            attributes = symbol.rstrip().removesuffix(b"/")
            parts.append(b"<%bsym%b/>" % (w, _proper(b"<a%b/>" % attributes)[2:-2]))
        elif stretch:
            parts.append(b'<%bt xml:space="preserve">%b</%bt>' % (w, escaped(stretch), w))
    return b"<%br>%b%b</%br>" % (w, _proper(_run_properties(piece[1], w)), b"".join(parts), w)
