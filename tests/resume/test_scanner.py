"""The one pass over the text: the promises of resume_customizer.resume.scanner."""

import xml.etree.ElementTree as ET

import pytest

from builders import ALL_SHAPES, SampleResume
from builders.eyes import members_of, paragraphs_in
from resume_customizer.core.errors import RefusedInput
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.scanner import RawParagraph, scan_story

EITHER = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
BOX = EITHER.format("<w:txbxContent>{}</w:txbxContent>", "<w:txbxContent>{}</w:txbxContent>")
CELLS = "<w:tbl><w:tr><w:tc><w:p/><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
CONTROL = "<w:sdt>{}<w:sdtContent>{}</w:sdtContent></w:sdt>"


def _scan(body: str, prefix: str = "w:") -> list[RawParagraph]:
    markup = f"<w:document><w:body>{body}</w:body></w:document>"
    return scan_story(_in(markup, prefix), prefix.encode(), b"mc:")


def _in(markup: str, prefix: str) -> bytes:
    return markup.replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}").encode()


def _text(body: str) -> str:
    (paragraph,) = _scan(f"<w:p>{body}</w:p>")
    return "".join(text for text, _, _ in paragraph.runs)


# ------------------------------------------------------------------ every paragraph


@pytest.mark.parametrize("sample", ALL_SHAPES, ids=lambda sample: sample.name)
def test_every_paragraph_is_found_in_document_order_with_its_bytes(sample: SampleResume) -> None:
    content = sample.data
    story = open_document(content).story
    root = ET.fromstring(members_of(content)[open_document(content).package.story.name])

    found = [story.text.utf8[p.start : p.end] for p in story.paragraphs]

    w = story.prefixes.word
    assert len(found) == len(paragraphs_in(root))
    assert all(each.startswith(b"<%bp" % w) for each in found)
    assert all(each.endswith((b"</%bp>" % w, b"/>")) for each in found)
    assert [each.count(b"<%bp>" % w) + each.count(b"<%bp " % w) for each in found] == [
        len(paragraphs_in(p)) for p in paragraphs_in(root)
    ]


@pytest.mark.parametrize("prefix", ["w:", "ns0:", "", "a.b-c:"])
def test_paragraphs_are_found_under_any_prefix_and_written_in_any_way(prefix: str) -> None:
    body = "<w:p/><w:p /><w:p w:x='1'/><w:p></w:p><w:p\n></w:p ><w:p w:y='>'></w:p><w:pPr/><x:p/><w:pp/>"

    found = _scan(body, prefix)

    assert len(found) == 6
    assert all(p.end > p.start for p in found)


def test_paragraphs_in_tables_controls_and_boxes_come_where_they_begin() -> None:
    body = (
        "<w:p><w:r><w:t>1</w:t></w:r><w:r>"
        + BOX.format("<w:p><w:r><w:t>2</w:t></w:r></w:p>", "<w:p/>")
        + "</w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )

    found = _scan(body)

    assert [p.start for p in found] == sorted(p.start for p in found)
    assert [p.place.fallback for p in found] == [False, False, True, False, False, False, False]
    assert [p.place.box for p in found] == [None, 0, 1, None, None, None, None]
    assert [p.place.cell and tuple(p.place.cell)[1:] if p.place.cell else None for p in found][3:6] == [
        (0, 0, 1), (0, 0, 2), (0, 1, 1)
    ]  # fmt: skip
    assert [p.place.control for p in found] == [None] * 6 + [b""]


def test_each_cell_box_and_control_is_a_place_of_its_own() -> None:
    places = [(p.place.container, p.place.parent) for p in _scan(f"<w:p/>{CELLS}<w:p/>{CONTROL.format('', '<w:p/>')}")]

    assert places[0] == places[4] == (0, 0)
    assert places[1] == places[2]
    assert len(set(places)) == 4
    assert places[5][0] == 0, "a control is no container of its own"


# ------------------------------------------------------------------ text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<w:r><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t xml:space='preserve'> a </w:t></w:r>", " a "),
        ("<w:r><w:t/><w:t></w:t><w:t xml:space='preserve'/>\n</w:r>\n", ""),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a\tb\nc\n"),
        ("<w:r w:rsidR='1'><w:t>a</w:t></w:r><w:r w:x='>'><w:t>b</w:t></w:r>", "ab"),
        ("<w:r><w:br w:type='page'/><w:t>a</w:t><w:br w:type=\"column\"/><w:br w:type='textWrapping'/></w:r>", "a\n"),
        ("<w:r><w:noBreakHyphen/><w:softHyphen/><w:ptab/></w:r>", "\u2011\t"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B7'/></w:r>", "\uf0b7"),
        ("<w:r><w:sym w:char='00B7'></w:sym></w:r>", "\uf0b7"),
        ("<w:r><w:sym w:char='2022'/><w:sym/><w:sym w:char='D800'/></w:r>", "•\uf0b7•"),
        ("<w:r><w:t>a&amp;b&#32;&lt;c&gt;&#x1F680;</w:t></w:r>", "a&b <c>🚀"),
        ("<w:r><w:t>a\u00a0b\u2028c</w:t></w:r>", "a\u00a0b\u2028c"),
        ("<w:r><w:t>a\nb\r\nc\td</w:t></w:r>", "a b c d"),
        ("<w:r><w:t>a<![CDATA[<w:p>&amp;]]>b</w:t></w:r>", "a<w:p>&amp;b"),
        ("<w:r><w:t>a<!-- </w:t></w:p> -->b<?x </w:p>?>c</w:t></w:r>", "abc"),
        ("<!-- <w:p><w:r><w:t>x</w:t></w:r> --><w:r><w:t>a</w:t></w:r><![CDATA[</w:p>]]>", "a"),
        ("<w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText><w:t>x</w:t></w:r></w:del>", "a"),
        ("<w:moveFrom><w:r><w:t>from</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>to</w:t></w:r></w:moveTo>", "to"),
        ("<w:ins><w:del><w:r><w:t>x</w:t></w:r></w:del></w:ins><w:r><w:t>a</w:t></w:r>", "a"),
        ("<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>", "ab"),
        ("<w:fldSimple w:instr='PAGE'><w:r><w:t>7</w:t></w:r></w:fldSimple>", "7"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "7"),
        (CONTROL.format("<w:sdtPr><w:rPr/><w:t>no</w:t></w:sdtPr>", "<w:r><w:t>yes</w:t></w:r>"), "yes"),
        (f"<w:r>{EITHER.format('<w:t>a</w:t>', '<w:t>b</w:t>')}</w:r>", "a"),
        ("<m:r><m:t>x</m:t></m:r><a:t>y</a:t><w:text>z</w:text><w:tabs/>", ""),
        ("<w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>", "a"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert _text(markup) == text


def test_runs_that_are_set_alike_are_one_and_links_stay_apart() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    (paragraph,) = _scan(
        f"<w:p><w:r>{bold}<w:t>a</w:t></w:r><w:r>{bold}<w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r>"
        "<w:hyperlink><w:r><w:t>d</w:t></w:r></w:hyperlink><w:r><w:t>e</w:t></w:r></w:p>"
    )

    assert paragraph.runs == [("ab", b"<w:b/>", False), ("c", b"", False), ("d", b"", True), ("e", b"", False)]


def test_text_of_a_box_is_that_of_its_own_paragraph() -> None:
    inner = "<w:p><w:r><w:t>inside</w:t></w:r></w:p>"
    outer, *boxes = _scan(f"<w:p><w:r><w:t>be</w:t>{BOX.format(inner, inner)}<w:t>hind</w:t></w:r></w:p>")

    assert "".join(run[0] for run in outer.runs) == "behind"
    assert [[run[0] for run in box.runs] for box in boxes] == [["inside"], ["inside"]]


# ------------------------------------------------------------------ properties


def test_properties_are_those_in_force_not_those_before_a_tracked_change() -> None:
    change = "<w:pPrChange w:id='1'><w:pPr><w:jc/></w:pPr></w:pPrChange>"
    kept, only, plain = _scan(
        f"<w:p><w:pPr><w:ind/>{change}</w:pPr></w:p><w:p><w:pPr>{change}</w:pPr></w:p><w:p><w:pPr><w:ind/></w:pPr></w:p>"
    )

    assert (kept.properties, kept.is_changed) == (b"<w:ind/>", True)
    assert (only.properties, only.is_changed) == (b"", True)
    assert (plain.properties, plain.is_changed) == (b"<w:ind/>", False)


@pytest.mark.parametrize("before", ["", "\n  ", "<!-- a --> ", "<?a?>"])
def test_properties_come_first_in_a_paragraph_and_count_nowhere_else(before: str) -> None:
    first, late, inside = _scan(
        f"<w:p>{before}<w:pPr><w:ind/></w:pPr></w:p><w:p><w:r/><w:pPr><w:ind/></w:pPr></w:p>"
        "<w:p><w:ins><w:pPr><w:ind/></w:pPr></w:ins></w:p>"
    )

    assert [p.properties for p in (first, late, inside)] == [b"<w:ind/>", b"", b""]


def test_properties_of_a_run_end_with_it() -> None:
    (paragraph,) = _scan("<w:p><w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r><w:r><w:t>a</w:t></w:r></w:p>")

    assert paragraph.runs == [("\t", b"<w:b/>", False), ("a", b"", False)]


def test_comments_in_properties_are_taken_whole() -> None:
    (paragraph,) = _scan(
        "<w:p><w:pPr><!-- </w:pPr> --><w:ind/></w:pPr><w:r><w:rPr><!-- </w:rPr> --></w:rPr><w:t>a</w:t></w:r></w:p>"
    )

    assert paragraph.properties == b"<!-- </w:pPr> --><w:ind/>"
    assert paragraph.runs == [("a", b"<!-- </w:rPr> -->", False)]


def test_ids_and_symbols_are_noted() -> None:
    first, second = _scan("<w:p w14:paraId='1'><w:r><w:sym w:char='F0A7'/><w:sym w:char='F0B7'/></w:r></w:p><w:p/>")

    assert (first.has_id, first.symbol) == (True, b" w:char='F0A7'/")
    assert (second.has_id, second.symbol) == (False, b"")


# ------------------------------------------------------------------ what is no document


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:pPr><w:p><w:pPr></w:pPr></w:p></w:pPr></w:p>",
        "<w:p><w:pPr><w:tbl><w:pPr></w:pPr></w:tbl></w:pPr></w:p>",
        "<w:p><w:r><w:rPr><w:tbl><w:rPr></w:rPr></w:tbl></w:rPr></w:r></w:p>",
        "<w:sdt><w:sdtPr><w:sdt><w:sdtPr></w:sdtPr></w:sdt></w:sdtPr></w:sdt>",
    ],
)
def test_elements_nested_as_in_no_document_are_refused(body: str) -> None:
    with pytest.raises(RefusedInput) as refusal:
        _scan(body)

    assert refusal.value.code == "unusual-markup"


@pytest.mark.parametrize(
    "body",
    [
        "<w:tr><w:tc><w:p/></w:tc></w:tr>",
        "<w:tc><w:p/></w:tc>",
        "<w:tbl><w:tc><w:p/></w:tc></w:tbl>",
        "<w:tbl><w:tr><w:p/></w:tr></w:tbl>",
        "<w:txbxContent><w:p/></w:txbxContent>",
        "<mc:Fallback><w:p/></mc:Fallback>",
        "<mc:Choice><w:p/></mc:Choice>",
        "<w:p><w:p/></w:p>",
        "<w:r><w:t>x</w:t></w:r><w:pPr><w:ind/></w:pPr><w:sdtPr/><w:sym/><w:p/>",
        "<w:del><w:p/></w:del>",
        "<w:sdtContent><w:p/></w:sdtContent>",
    ],
)
def test_elements_in_odd_places_are_read_all_the_same(body: str) -> None:
    found = _scan(body)

    assert found
    assert all(p.end > p.start for p in found)


def test_very_deep_nesting_is_refused_and_needs_no_recursion() -> None:
    for opening, closing in (("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt>", "</w:sdt>")):
        with pytest.raises(RefusedInput) as refusal:
            _scan(opening * 20_000 + "<w:p></w:p>" + closing * 20_000)
        assert refusal.value.code == "too-deep"
    assert len(_scan("<w:tbl><w:tr><w:tc>" * 30 + "<w:p></w:p>" + "</w:tc></w:tr></w:tbl>" * 30)) == 1


def test_very_many_attributes_or_paragraphs_are_refused() -> None:
    for body, code in (
        (f"<w:p{''.join(f' a{i}=0' for i in range(5_000))}></w:p>", "too-many-attributes"),
        ("<w:p/>" * 50_001, "story-too-large"),
    ):
        with pytest.raises(RefusedInput) as refusal:
            _scan(body)
        assert refusal.value.code == code
