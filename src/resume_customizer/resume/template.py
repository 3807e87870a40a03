"""The look of a new bullet: a bullet beside it, taken apart, with only its text left out.

    paragraph markup  ->  make_template()  ->  BulletTemplate  ->  new_paragraph()  ->  markup of a new bullet

Taken along: paragraph properties byte for byte, the paragraph mark's look, the typed marker, and the run
properties of most of the text. Left behind: section break, revision marks, bookmarks, comments, fields,
hyperlinks, breaks, a bold lead-in (ECMA-376 part 1, 17.3.1.26 pPr, 17.3.2.28 rPr, 17.13.5 revisions).
"""

from collections import Counter
from dataclasses import dataclass

from resume_customizer.core.document import BulletTemplate
from resume_customizer.resume.markup import Node
from resume_customizer.resume.symbols import as_unicode, typed_marker
from resume_customizer.resume.xml import escaped, unescaped

_NOT_TAKEN = frozenset((b"rPr", b"sectPr", b"pPrChange"))
_REVISIONS = frozenset((b"ins", b"del", b"moveFrom", b"moveTo", b"rPrChange"))
_LOOKS_THE_SAME = frozenset((b"lang", b"noProof", b"webHidden", b"rPrChange", b"ins", b"del", b"moveFrom", b"moveTo"))
_WRAPPERS = frozenset(
    (b"ins", b"moveTo", b"smartTag", b"sdt", b"sdtContent", b"customXml", b"fldSimple", b"dir", b"bdo")
)
_TEXT_77 = b"77777777"
"""What Word writes as `textId` of a paragraph whose text it has not hashed ([MS-DOCX] 2.6.2.5)."""


@dataclass(frozen=True, slots=True)
class Revised:
    """What a tracked insertion carries (17.13.5.18 ins): author and time as attribute values, and the first free id."""

    author: bytes
    date: bytes
    first_id: int


@dataclass(slots=True)
class _Run:
    node: Node
    properties: bytes
    look: bytes
    text: str
    linked: bool


def make_template(markup: bytes, paragraph: Node, prefix: bytes, id_prefix: bytes) -> BulletTemplate:
    """What a new bullet takes from this one."""
    properties, mark = _paragraph_properties(markup, paragraph, prefix)
    runs = _runs(markup, paragraph, prefix)
    marker = typed_marker("".join(run.text for run in runs))
    main = _main_run(runs, len(marker))
    rest, holders = len(marker), []
    for run in runs:
        if rest <= 0:
            break
        holders.append((run, _content(markup, run.node, prefix, rest)))
        rest -= len(run.text)
    own = main.properties if main else b""
    same = len(holders) == 1 and holders[0][0].look == (main.look if main else b"") and b"<" not in holders[0][1][1]
    has_id = id_prefix and id_prefix + b"paraId=" in markup[paragraph.start : paragraph.content]
    return BulletTemplate(
        prefix=prefix,
        id_prefix=id_prefix if has_id else b"",
        properties=properties,
        mark=mark,
        marker=b"" if same else b"".join(_run_markup(prefix, run.properties, parts[0]) for run, parts in holders),
        run=own,
        lead=holders[0][1][1] if same else b"",
    )


def new_paragraph(template: BulletTemplate, text: str, paragraph_id: int, revised: Revised | None = None) -> bytes:
    """The markup of a new bullet with this text; `paragraph_id` is used when its neighbours carry ids.

    With `revised` the paragraph mark and the runs are Word insertions; ids `first_id` and `first_id + 1` are used.
    """
    w = template.prefix
    mark, before, after = template.mark, b"", b""
    if revised is not None:
        who = b'%bauthor="%b" %bdate="%b"' % (w, revised.author, w, revised.date)
        mark = b'<%bins %bid="%d" %b/>%b' % (w, w, revised.first_id, who, mark)
        before = b'<%bins %bid="%d" %b>' % (w, w, revised.first_id + 1, who)
        after = b"</%bins>" % w
    identity = (
        b' %bparaId="%08X" %btextId="%b"' % (template.id_prefix, paragraph_id, template.id_prefix, _TEXT_77)
        if template.id_prefix
        else b""
    )
    mark = b"<%brPr>%b</%brPr>" % (w, mark, w) if mark else b""
    properties = b"<%bpPr>%b%b</%bpPr>" % (w, template.properties, mark, w) if template.properties or mark else b""
    sentence = template.lead + escaped(text)
    run = b'<%br>%b<%bt xml:space="preserve">%b</%bt></%br>' % (w, template.run, w, sentence, w, w)
    return b"<%bp%b>%b%b%b%b%b</%bp>" % (w, identity, properties, before, template.marker, run, after, w)


def properties_key(markup: bytes, paragraph: Node, prefix: bytes) -> bytes:
    """What makes two paragraphs the same in list, level, indent and spacing."""
    return _paragraph_properties(markup, paragraph, prefix)[0]


def is_special(paragraph: Node, prefix: bytes) -> bool:
    """Whether its properties break a page or are themselves a tracked change: a poor model for others."""
    node = paragraph.child(prefix + b"pPr")
    names = {each.name[len(prefix) :] for each in node.walk()} if node else set()
    return bool(names & {b"pPrChange", b"rPrChange", b"pageBreakBefore", b"numberingChange"}) or _is_revised_list(
        node, prefix
    )


def _is_revised_list(properties: Node | None, prefix: bytes) -> bool:
    numbers = properties.child(prefix + b"numPr") if properties else None
    return bool(numbers and numbers.child(prefix + b"ins"))


def _paragraph_properties(markup: bytes, paragraph: Node, prefix: bytes) -> tuple[bytes, bytes]:
    """(the children of pPr that a new bullet takes, the look of its paragraph mark)."""
    node = paragraph.child(prefix + b"pPr")
    if node is None:
        return b"", b""
    cut = len(prefix)
    kept, mark = [], b""
    for child in node.children:
        kind = child.name[cut:] if child.name.startswith(prefix) else child.name
        if kind == b"rPr":
            mark = _without(markup, child, prefix, _REVISIONS)
        elif kind not in _NOT_TAKEN:
            kept.append(markup[child.start : child.end])
    return b"".join(kept), mark


def _without(markup: bytes, node: Node, prefix: bytes, names: frozenset[bytes]) -> bytes:
    """The children's markup but for those named."""
    cut = len(prefix)
    return b"".join(
        markup[child.start : child.end]
        for child in node.children
        if not (child.name.startswith(prefix) and child.name[cut:] in names)
    )


def _runs(markup: bytes, paragraph: Node, prefix: bytes) -> list[_Run]:
    """The runs that a reader sees, in order."""
    found = []
    waiting = [(child, False) for child in reversed(paragraph.children)]
    cut = len(prefix)
    while waiting:
        node, linked = waiting.pop()
        if not node.name.startswith(prefix):
            continue
        kind = node.name[cut:]
        if kind == b"r":
            found.append(_read_run(markup, node, prefix, linked))
        elif kind in _WRAPPERS or kind == b"hyperlink":
            waiting.extend((child, linked or kind == b"hyperlink") for child in reversed(node.children))
    return found


def _read_run(markup: bytes, node: Node, prefix: bytes, linked: bool) -> _Run:
    properties, look = b"", b""
    own = node.child(prefix + b"rPr")
    if own is not None:
        inner = _without(markup, own, prefix, _REVISIONS)
        properties = b"<%brPr>%b</%brPr>" % (prefix, inner, prefix) if inner else b""
        look = _without(markup, own, prefix, _LOOKS_THE_SAME)
    return _Run(node, properties, look, "".join(text for _, text in _pieces(markup, node, prefix)), linked)


def _pieces(markup: bytes, run: Node, prefix: bytes) -> list[tuple[Node, str]]:
    """(element, the visible characters that it stands for) for each child of a run."""
    found = []
    cut = len(prefix)
    for child in run.children:
        kind = child.name[cut:] if child.name.startswith(prefix) else b""
        if kind == b"t":
            found.append((child, as_unicode(unescaped(markup[child.content : child.close].decode()))))
        elif kind in (b"tab", b"ptab"):
            found.append((child, "\t"))
        elif kind in (b"br", b"cr"):
            found.append((child, "\n"))
        elif kind == b"sym":
            found.append((child, "•"))
    return found


def _main_run(runs: list[_Run], marker: int) -> _Run | None:
    """A run set as most of the text is; the typed marker and hyperlinks do not count."""
    weight: Counter[bytes] = Counter()
    first: dict[bytes, _Run] = {}
    seen = 0
    for run in runs:
        body = run.text[max(0, marker - seen) :]
        seen += len(run.text)
        if body.strip() and not run.linked:
            weight[run.look] += len(body)
            first.setdefault(run.look, run)
    return first[weight.most_common(1)[0][0]] if weight else None


def _content(markup: bytes, run: Node, prefix: bytes, length: int) -> tuple[bytes, bytes]:
    """The first `length` visible characters of a run: as its children's markup, and as bare character data."""
    parts, bare = [], b""
    for child, text in _pieces(markup, run, prefix):
        if length <= 0:
            break
        if child.name == prefix + b"t":
            data = markup[child.content : child.close]
            if length < len(text):
                data = escaped(unescaped(data.decode())[:length])
            parts.append(b'<%bt xml:space="preserve">%b</%bt>' % (prefix, data, prefix))
            bare += data
        else:
            parts.append(markup[child.start : child.end])
            bare += b"<"
        length -= len(text)
    return b"".join(parts), bare


def _run_markup(prefix: bytes, properties: bytes, content: bytes) -> bytes:
    return b"<%br>%b%b</%br>" % (prefix, properties, content, prefix) if content else b""
