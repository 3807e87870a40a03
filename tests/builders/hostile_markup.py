"""Bad input inside the XML: DTDs, broken markup, depth, size, cycles, absurd numbers.

honest story part + one change  ->  HostileFile
"""

from builders.docx import (
    Level,
    ListKind,
    Zipping,
    bullets,
    docx_members,
    heading,
    line,
    numbering_style,
    raw,
    style,
    zip_docx,
)
from builders.hostile_file import (
    STORY,
    HostileFile,
    accepted,
    honest_body,
    honest_docx,
    honest_members,
    refused,
    story_of,
    with_member,
    with_story,
)

DECLARATION_END = b"?>"
LAUGHS = (
    b'<!DOCTYPE w:document [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (ord("b") + i, b"&%c;" % (ord("a") + i) * 10) for i in range(9))
    + b"]>"
)
XXE = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
XXE_WEB = b'<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/evil.dtd">'
PARAMETER = b'<!DOCTYPE w:document [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>'


def with_prolog(markup: bytes, *, entity: bytes = b"") -> bytes:
    """The honest story with markup behind its XML declaration; `entity` is used in the first text."""

    def change(story: bytes) -> bytes:
        at = story.index(DECLARATION_END) + 2
        return story[:at] + markup + story[at:].replace(b"Petra", entity or b"Petra", 1)

    return with_story(change)


def in_utf_16(content: bytes) -> bytes:
    """A part's bytes in UTF-16 with a byte order mark."""
    return content.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def deep(open_tags: str, close_tags: str, depth: int) -> bytes:
    """A story with elements inside elements to that depth, around one paragraph."""
    inside = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    return honest_docx(raw(open_tags * depth + inside + close_tags * depth))


def deep_tables(depth: int) -> bytes:
    """Tables inside tables."""
    return deep("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", depth)


def many_attributes(count: int) -> bytes:
    """One paragraph with that many attributes."""
    return _paragraph("".join(f' a{i}="1"' for i in range(count)))


def _paragraph(attributes: str) -> bytes:
    return honest_docx(raw(f"<w:p{attributes}><w:r><w:t>x</w:t></w:r></w:p>"))


def long_document(paragraphs: int) -> bytes:
    """A resume with that many further bullets, 45 to a page."""
    words = "Delivered change {number:06d} to the claim service, with its tests and its note for the help desk."
    each = "<w:p><w:pPr><w:ind w:left='720'/></w:pPr><w:r><w:t>- " + words + "</w:t></w:r></w:p>"
    return honest_docx(raw("".join(each.format(number=i) for i in range(paragraphs))))


def long_text(characters: int) -> bytes:
    """One text of that length, not compressed: its weight is what is tried, not its ratio."""
    xml = f"<w:p><w:r><w:t>{'word ' * (characters // 5)}</w:t></w:r></w:p>"
    return zip_docx(honest_members(raw(xml)), Zipping(stored=(STORY,)))


def _numbering_cycle() -> bytes:
    """A list points to a numbering style, whose list points back to the style."""
    kind = ListKind((Level("•"),), style_link="Round")
    return zip_docx(
        docx_members(*honest_body(bullets("In a circle.", list=kind)), styles=[numbering_style("Round", list=kind)])
    )


def _style_cycle() -> bytes:
    circle = [style("One", "Two"), style("Two", "Three"), style("Three", "One")]
    return zip_docx(docx_members(*honest_body(line("In a circle.", style="One")), styles=circle))


def _style_of_itself() -> bytes:
    return zip_docx(docx_members(*honest_body(line("Alone.", style="Self")), styles=[style("Self", "Self")]))


def _span(value: str) -> bytes:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr><w:p><w:r><w:t>wide</w:t></w:r></w:p></w:tc>'
    return honest_docx(raw(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"))


def _properties(markup: str) -> bytes:
    return honest_docx(raw(f"<w:p><w:pPr>{markup}</w:pPr><w:r><w:t>Odd numbers.</w:t></w:r></w:p>"))


def _section(markup: str) -> bytes:
    """A paragraph that ends a section with such pages."""
    return honest_docx(raw(f"<w:p><w:pPr><w:sectPr>{markup}</w:sectPr></w:pPr></w:p>"))


def _style_chain(length: int) -> bytes:
    """Each style is based on the next one, and the last one on none."""
    chain = [style(f"S{number}", f"S{number + 1}") for number in range(length)]
    return zip_docx(docx_members(*honest_body(line("At its end.", style="S0")), styles=chain))


def _absurd_rows() -> bytes:
    """Rows of no width and of more height than any page, that begin behind a thousand million columns."""
    cell = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
    row = f'<w:tr><w:trPr><w:trHeight w:val="99999999999"/><w:gridBefore w:val="1000000000"/></w:trPr>{cell}</w:tr>'
    grid = '<w:tblGrid><w:gridCol w:w="0"/><w:gridCol w:w="99999999999"/></w:tblGrid>'
    return honest_docx(raw(f'<w:tbl><w:tblPr><w:tblW w:w="-5" w:type="pct"/></w:tblPr>{grid}{row * 50}</w:tbl>'))


def _absurd_letters() -> bytes:
    """Letters of no size, of more than any page, and signs that are none."""
    large = '<w:r><w:rPr><w:sz w:val="999999999999"/><w:w w:val="0"/></w:rPr><w:t>large</w:t></w:r>'
    small = f'<w:r><w:rPr><w:sz w:val="0"/></w:rPr><w:t>{"small " * 500}</w:t></w:r>'
    signs = '<w:r><w:sym w:font="Symbol" w:char="FFFFFFFF"/><w:sym w:char="zz"/><w:sym w:char="D800"/></w:r>'
    return honest_docx(raw(f"<w:p>{large}{small}{signs}</w:p>"))


def _huge_start() -> bytes:
    huge = '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/></w:lvl></w:abstractNum>'
    many = "".join(f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="decimal"/></w:lvl>' for i in range(50))
    extra = f'{huge}<w:abstractNum w:abstractNumId="78">{many}</w:abstractNum>'
    numbers = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in (77, 78))
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="49"/><w:numId w:val="78"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    return zip_docx(docx_members(*honest_body(raw(item)), numbering=extra + numbers))


def _same_paragraph_ids() -> bytes:
    same = '<w:p w14:paraId="7FFFFFFF"><w:r><w:t>{}</w:t></w:r></w:p>'
    return honest_docx(
        raw(same.format("first") + same.format("second") + '<w:p w14:paraId="FFFFFFFF"/><w:p w14:paraId="zz"/>')
    )


def _story_is(content: bytes) -> bytes:
    return with_member(STORY, content)


def _replaced(old: bytes, new: bytes) -> bytes:
    return with_story(lambda story: story.replace(old, new, 1))


DTDS = (
    refused("billion-laughs", "dtd", lambda: with_prolog(LAUGHS, entity=b"&j;")),
    refused("external-entity", "dtd", lambda: with_prolog(XXE, entity=b"&x;")),
    refused("external-dtd", "dtd", lambda: with_prolog(XXE_WEB)),
    refused("parameter-entity", "dtd", lambda: with_prolog(PARAMETER)),
    refused("empty-dtd", "dtd", lambda: with_prolog(b"<!DOCTYPE w:document>")),
    refused("dtd-behind-a-comment", "dtd", lambda: with_prolog(b"<!-- honest --><?honest?>\n" + XXE, entity=b"&x;")),
    refused("dtd-in-styles", "dtd", lambda: with_member("word/styles.xml", XXE + b"<w:styles/>")),
    refused("dtd-in-relationships", "dtd", lambda: with_member("_rels/.rels", XXE + b"<Relationships/>")),
    refused(
        "dtd-in-utf-16",
        "dtd",
        lambda: _story_is(in_utf_16(story_of(honest_members()).replace(DECLARATION_END, DECLARATION_END + XXE, 1))),
    ),
    refused("dtd-in-utf-7", "bad-encoding", lambda: _replaced(b"UTF-8", b"UTF-7")),
)
BROKEN = (
    refused("story-empty", "bad-xml", lambda: _story_is(b"")),
    refused("story-cut", "bad-xml", lambda: with_story(lambda story: story[: len(story) // 2])),
    refused("tags-crossed", "bad-xml", lambda: _replaced(b"</w:r></w:p>", b"</w:p></w:r>")),
    refused("two-roots", "bad-xml", lambda: with_story(lambda story: story + b"<again/>")),
    refused("prefix-unknown", "bad-xml", lambda: _replaced(b"<w:body>", b"<w:body><zz:p/>")),
    refused("entity-unknown", "bad-xml", lambda: _replaced(b"Petra", b"&nbsp;")),
    refused("nul-character", "bad-xml", lambda: _replaced(b"Petra", b"Pe\x00tra")),
    refused("control-character", "bad-xml", lambda: _replaced(b"Petra", b"&#7;")),
    refused("not-utf-8", "bad-xml", lambda: _replaced(b"Petra", b"P\xe9tra")),
    refused("encoding-unknown", "bad-encoding", lambda: _replaced(b"UTF-8", b"x-no-such")),
    refused("not-utf-16", "bad-encoding", lambda: _replaced(b"UTF-8", b"UTF-16")),
    refused("story-is-binary", "bad-xml", lambda: _story_is(bytes(range(256)) * 8)),
    refused("story-is-html", "no-document-part", lambda: _story_is(b"<html><body><p>Resume</p></body></html>")),
    # only the part that is changed is checked as a whole: the others are kept as they are, damaged or not
    accepted("styles-not-well-formed", lambda: with_member("word/styles.xml", b"<w:styles><w:style></w:styles>")),
    refused(
        "prefix-with-two-meanings",
        "unusual-markup",
        lambda: honest_docx(raw('<w:p xmlns:w="urn:other"><w:r><w:t>What am I?</w:t></w:r></w:p>')),
    ),
)
SIZES = (
    refused("deep-tables", "too-deep", lambda: deep_tables(5_000)),
    refused("deep-controls", "too-deep", lambda: deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 50_000)),
    accepted("tables-in-tables", lambda: deep_tables(8)),
    refused("many-attributes", "too-many-attributes", lambda: many_attributes(200_000)),
    refused("huge-text", "story-too-large", lambda: long_text(30_000_000)),
    accepted("long-text", lambda: long_text(2_000_000)),
    refused("long-attribute", "too-many-attributes", lambda: _paragraph(f' w:rsidR="{"a" * 2_000_000}"')),
    refused(
        "many-namespaces",
        "too-many-attributes",
        lambda: _paragraph("".join(f' xmlns:a{i}="urn:{i}"' for i in range(100_000))),
    ),
    accepted("long-comment", lambda: honest_docx(raw(f"<!--{'a ' * 1_000_000}--><w:p/>"))),
)
CIRCLES = (
    accepted("style-cycle", _style_cycle),
    accepted("style-of-itself", _style_of_itself),
    accepted("numbering-cycle", _numbering_cycle),
    accepted("numbering-absurd", _huge_start),
    accepted("grid-span-huge", lambda: _span("2147483647")),
    accepted("grid-span-words", lambda: _span("many")),
    accepted("grid-span-negative", lambda: _span("-5")),
    accepted("numbers-absurd", lambda: _properties('<w:outlineLvl w:val="-7"/><w:ind w:left="99999999999999999999"/>')),
    accepted(
        "list-unknown", lambda: _properties('<w:numPr><w:ilvl w:val="x"/><w:numId w:val="4294967296"/></w:numPr>')
    ),
    accepted("style-chain", lambda: _style_chain(5_000)),
    accepted("page-of-no-size", lambda: _section('<w:pgSz w:w="0" w:h="0"/><w:pgMar w:left="0" w:right="0"/>')),
    accepted("margins-beyond-the-page", lambda: _section('<w:pgMar w:left="2147483647" w:right="-2147483648"/>')),
    accepted("columns-without-end", lambda: _section('<w:cols w:num="1000000000" w:space="-1"/>')),
    accepted("rows-absurd", _absurd_rows),
    accepted("letters-absurd", _absurd_letters),
    accepted("spacing-absurd", lambda: _properties('<w:spacing w:line="0" w:after="1e400"/><w:ind w:left="NaN"/>')),
    accepted("accents-without-end", lambda: honest_docx(line("a" + "\u0301" * 50_000))),
    accepted("style-unknown", lambda: _properties('<w:pStyle w:val="NoSuchStyle"/>')),
    accepted("paragraph-ids-twice", _same_paragraph_ids),
)
EMPTY = (
    accepted("no-text", lambda: zip_docx(docx_members())),
    accepted("blank-paragraphs", lambda: zip_docx(docx_members(line(), line(" "), line("\t")))),
    accepted("no-experience", lambda: zip_docx(docx_members(heading("Skills"), line("Java, SQL")))),
)
MARKUP_FILES: tuple[HostileFile, ...] = (*DTDS, *BROKEN, *SIZES, *CIRCLES, *EMPTY)
