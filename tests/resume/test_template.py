"""The look of a new bullet: the promises of resume_customizer.resume.template."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from builders import ALL_SHAPES
from builders.docx import (
    DOTS,
    GOOGLE_DOCS,
    LAST_RENDERED_PAGE_BREAK,
    LIBREOFFICE,
    PAGE_BREAK,
    PAGES,
    TAB,
    WORD,
    WORD_EDITED,
    WPS,
    Blocks,
    Habits,
    a_docx,
    bold,
    bookmark,
    bullets,
    comment,
    deleted,
    field,
    image,
    inserted,
    line,
    link,
    raw,
    symbol,
    text,
    together,
    typed_bullets,
)
from builders.eyes import MC, W14, kind, paragraphs_in, text_of, tree_of, value_of
from builders.putting import A_POINT, REVIEWER, put
from resume_customizer.core.document import BulletTemplate
from resume_customizer.core.errors import RefusedInput
from resume_customizer.resume.template import Revised, new_paragraph
from resume_customizer.resume.verifier import verify

LEFT_BEHIND = {
    "sectPr", "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "bookmarkStart", "bookmarkEnd",
    "commentRangeStart", "commentRangeEnd", "commentReference", "fldChar", "fldSimple", "instrText", "hyperlink", "br",
    "drawing", "pict", "lastRenderedPageBreak", "pageBreakBefore", "sdt", "smartTag", "proofErr", "footnoteReference",
}  # fmt: skip


def _added(body: Blocks, after: str = "One", point: str = A_POINT, habits: Habits = WORD) -> ET.Element:
    """The paragraph that a point behind that bullet becomes."""
    root = tree_of(put(a_docx(body, habits=habits), after, point).content)
    (found,) = (p for p in paragraphs_in(root) if point in text_of(p))
    return found


def _runs(paragraph: ET.Element) -> list[tuple[str, list[str]]]:
    """Each run's text and the names of its properties."""
    return [
        (text_of(_alone(run)), [kind(p) for p in run.iterfind("./*/*") if kind(p) != "t"])
        for run in paragraph.iter()
        if kind(run) == "r"
    ]


def _alone(run: ET.Element) -> ET.Element:
    parent = ET.Element("alone")
    parent.append(run)
    return parent


def _names(paragraph: ET.Element) -> set[str]:
    return {kind(each) for each in paragraph.iter()}


# ------------------------------------------------------------------ what is taken along


@pytest.mark.parametrize(
    "habits", [WORD, WORD_EDITED, GOOGLE_DOCS, LIBREOFFICE, WPS, PAGES], ids=lambda each: each.maker
)
def test_list_level_spacing_font_and_size_are_those_of_the_bullet_in_every_program(habits: Habits) -> None:
    body = bullets("One of several", "Two", list=DOTS, level=1, after=40, font="Georgia", size=9, color="333333")
    root = tree_of(put(a_docx(body, habits=habits), "One").content)
    model, added = paragraphs_in(root)[:2]

    def look(paragraph: ET.Element) -> list[str]:
        kept = ("pPr", "rPr")
        return [ET.tostring(each, encoding="unicode") for each in paragraph.iter() if kind(each) in kept]

    assert text_of(added) == A_POINT
    assert set(look(added)) <= set(look(model))
    assert "Georgia" in "".join(look(added))
    assert "numPr" in _names(added)


def test_the_look_of_the_paragraph_mark_is_taken_along() -> None:
    properties = next(iter(_added(bullets("One", size=9))))
    (mark,) = (each for each in properties if kind(each) == "rPr")

    assert [(kind(each), value_of(each)) for each in mark] == [("sz", "18"), ("szCs", "18")]


def test_most_of_the_text_decides_how_a_point_looks_not_a_bold_lead_in() -> None:
    added = _added(bullets(together(bold("One:"), " the rest of the sentence in the usual way")))

    assert _runs(added) == [(A_POINT, [])]


def test_a_bullet_that_is_bold_as_a_whole_gives_bold_points() -> None:
    assert _runs(_added(bullets(bold("One")))) == [(A_POINT, ["b"])]


def test_what_no_reader_sees_in_runs_does_not_split_their_look() -> None:
    pieces = together(text("One of", language="en-US"), text(" the sentences", language="de-DE"), bold(" short bold"))

    assert [names for _, names in _runs(_added(bullets(pieces)))] == [["lang"]]


def test_a_frame_is_taken_along() -> None:
    frame = '<w:p><w:pPr><w:framePr w:w="2000" w:hSpace="180" w:wrap="around"/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>'

    assert "framePr" in _names(_added(raw(frame)))


# ------------------------------------------------------------------ what is left behind


@pytest.mark.parametrize(
    "pieces",
    [
        lambda: link("One", "https://example.com"),
        lambda: together("One ", link("link", "https://example.com")),
        lambda: together("One ", field("PAGE", "7")),
        lambda: together("One ", field("PAGE", "7", simple=True)),
        lambda: bookmark("mark", "One"),
        lambda: comment("why?", "One"),
        lambda: together("One", PAGE_BREAK),
        lambda: together(LAST_RENDERED_PAGE_BREAK, "One"),
        lambda: together("One\nsecond line"),
        lambda: together(inserted("One"), deleted("Two")),
        lambda: together("One ", image()),
        lambda: raw('<w:r><w:t>One</w:t><w:footnoteReference w:id="1"/></w:r><w:proofErr w:type="spellStart"/>'),
        lambda: raw("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>One</w:t></w:r></w:sdtContent></w:sdt>"),
        lambda: raw('<w:smartTag w:element="x"><w:r><w:t>One</w:t></w:r></w:smartTag>'),
        lambda: raw(
            '<w:r><w:rPr><w:i/><w:rPrChange w:id="9" w:author="a" w:date="2024-01-01T00:00:00Z"><w:rPr><w:b/></w:rPr>'
            "</w:rPrChange></w:rPr><w:t>One</w:t></w:r>"
        ),
    ],
)  # fmt: skip
def test_what_belongs_to_the_bullet_alone_is_left_behind(pieces: Callable[[], Blocks]) -> None:
    added = _added(bullets(pieces()))  # ty: ignore[invalid-argument-type]

    assert _names(added) & LEFT_BEHIND == set()
    assert text_of(added) == A_POINT
    assert len(_runs(added)) == 1


@pytest.mark.parametrize(
    "properties",
    [
        '<w:rPr><w:ins w:id="1" w:author="a &gt; b"/><w:b/></w:rPr>',
        '<w:rPr><w:ins w:id="1" w:author="a"></w:ins></w:rPr>',
        '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>',
        '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="5" w:author="a"/></w:numPr>',
        '<w:jc w:val="left"/><w:pPrChange w:id="1" w:author="a"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>',
    ],
)
def test_tracked_changes_of_the_bullet_are_left_behind(properties: str) -> None:
    added = _added(raw(f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>One</w:t></w:r></w:p>"))

    assert _names(added) & LEFT_BEHIND == set()
    assert "right" not in ET.tostring(added, encoding="unicode")


# ------------------------------------------------------------------ typed markers


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (typed_bullets("One"), f"•\t{A_POINT}"),
        (typed_bullets("One", marker="- "), f"- {A_POINT}"),
        (typed_bullets("One", marker="–\u00a0"), f"–\u00a0{A_POINT}"),
        (typed_bullets("One", marker="  •  "), f"  •  {A_POINT}"),
        (line("•", "\t", "One"), f"•\t{A_POINT}"),
        (line("• ", bold("One"), " and the rest of it"), f"• {A_POINT}"),
        (line(text("•", color="FF0000"), " One"), f"• {A_POINT}"),
        (line(text("\uf0b7", font="Symbol"), "\tOne"), f"\uf0b7\t{A_POINT}"),
        (line(symbol("F0A7", "Wingdings"), TAB, "One"), f"•\t{A_POINT}"),
        (line(symbol(), " One"), f"• {A_POINT}"),
        (line("•", link(" One", "https://example.com")), f"• {A_POINT}"),
        (line(bookmark("m", "•\t"), "One"), f"•\t{A_POINT}"),
        (line(inserted("•\t"), "One"), f"•\t{A_POINT}"),
    ],
)
def test_a_typed_marker_is_typed_again_with_its_gap_and_its_own_look(body: Blocks, shown: str) -> None:
    added = _added(body)

    assert text_of(added) == shown
    assert _names(added) & LEFT_BEHIND == set()
    assert "numPr" not in _names(added)


def test_a_marker_set_in_its_own_way_keeps_that_and_the_text_its_own() -> None:
    added = _added(line(text("•\t", color="FF0000"), text("One of the sentences", size=9)))

    assert [names for _, names in _runs(added)] == [["color"], ["sz", "szCs"]]


def test_a_marker_in_one_run_with_the_text_stays_in_one_run_with_it() -> None:
    assert [shown for shown, _ in _runs(_added(line("• One")))] == [f"• {A_POINT}"]


def test_a_symbol_written_with_an_end_tag_is_a_symbol() -> None:
    body = raw(
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"></w:sym></w:r><w:r><w:tab/><w:t>One</w:t></w:r></w:p>'
    )

    assert text_of(_added(body)) == f"•\t{A_POINT}"


def test_symbols_further_on_are_none_of_the_marker() -> None:
    added = _added(line("• One ", symbol("F0E0", "Wingdings"), " two"))

    assert text_of(added) == f"• {A_POINT}"
    assert "sym" not in _names(added)


# ------------------------------------------------------------------ ids


def test_new_ids_are_of_the_right_form_and_unlike_all_others() -> None:
    content = a_docx(bullets("One", "Two", "Three"), habits=WORD)

    root = tree_of(put(content, ["One", "Two"], "a", "b").content)
    ids = [p.get(f"{W14}paraId") or "" for p in paragraphs_in(root)]

    assert len(set(ids)) == len(ids) == 7
    assert all(len(each) == 8 and 0 < int(each, 16) < 0x80000000 for each in ids)
    assert {p.get(f"{W14}textId") for p in paragraphs_in(root)} == {"77777777"}


def test_where_bullets_have_no_ids_new_ones_have_none() -> None:
    assert not any("paraId" in key for key in _added(bullets("One"), habits=Habits()).attrib)


# ------------------------------------------------------------------ the sentence


SENTENCES = [
    "a < b && c > d ]]> 'x' \"y\"",
    "<w:p/>&amp;&#65;<!-- --><![CDATA[x]]>",
    "Zoë 東京 🚀 👩‍🚀 e\u0301 \u202bשלום\u202c ﷽",
    "\u00a0non breaking\u00a0",
    "  spaces  inside  and around  ",
    "%d %s {0} {name} \\1 \\g<0> $1",
    "•\u200bnot a marker of ours",
    "x" * 30_000,
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_any_sentence_reaches_the_document_as_it_is(sentence: str) -> None:
    assert text_of(_added(bullets("One"), point=sentence)) == sentence


# ------------------------------------------------------------------ tracked insertions


def test_a_tracked_insertion_marks_the_paragraph_and_its_text_with_ids_of_its_own() -> None:
    template = BulletTemplate(b"w:", properties=b"<w:jc/>", mark=b"<w:b/>", marker=b"<w:r><w:t>x</w:t></w:r>")

    markup = new_paragraph(template, "a", 1, Revised(b"Ines &quot;C&quot;", b"2026-01-02T03:04:05Z", 41, b"w:"))

    who = b'w:author="Ines &quot;C&quot;" w:date="2026-01-02T03:04:05Z"'
    assert markup == (
        b'<w:p><w:pPr><w:jc/><w:rPr><w:ins w:id="41" %b/><w:b/></w:rPr></w:pPr><w:ins w:id="42" %b>'
        b'<w:r><w:t>x</w:t></w:r><w:r><w:t xml:space="preserve">a</w:t></w:r></w:ins></w:p>' % (who, who)
    )


def test_attributes_keep_their_prefix_where_elements_have_none() -> None:
    markup = new_paragraph(BulletTemplate(b""), "a", 1, Revised(b"I", b"2026-01-02T03:04:05Z", 1, b"w:"))

    assert b'<ins w:id="1" w:author="I"' in markup


# ------------------------------------------------------------------ never a broken document


@pytest.mark.parametrize(
    "paragraph",
    [
        "<w:p><w:pPr><w:x><w:sectPr/></w:x></w:pPr><w:r><w:t>One</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:ins><w:rPr></w:rPr></w:ins></w:rPr><w:t>One</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:x><w:rPr></w:rPr></w:x></w:pPr><w:r><w:t>One</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:rPr><w:x><w:rPrChange/></w:x></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>",
        '<w:p><w:r><w:sym w:char="F0B7" w:font="a>b"/><w:tab/><w:t>One</w:t></w:r></w:p>',
        "<w:p><w:pPr><w:jc/><w:p/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>",
        "<w:p><w:pPr>words<w:jc/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:bookmarkEnd w:id="1"/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>',
        "<w:p><w:r><w:rPr><w:t>Two</w:t></w:rPr><w:t>One</w:t></w:r></w:p>",
    ],
)
def test_properties_nested_as_in_no_document_are_refused_or_taken_whole(paragraph: str) -> None:
    content = a_docx(raw(paragraph))

    try:
        written = put(content, "One").content
    except RefusedInput as refusal:
        written, code = content, refusal.code
    else:
        code = None

    assert code in (None, "unusual-markup")
    assert verify(content, written).holds


def test_bullets_of_every_sample_give_whole_paragraphs_without_what_is_left_behind() -> None:
    seen = 0
    for sample in ALL_SHAPES:
        words = [text for experience in sample.truth.experiences for text in experience.bullet_texts[-1:]]
        for last in words[:1]:
            for revision in (None, REVIEWER):
                try:
                    written = put(sample.data, last.split(" ")[0], revision=revision)
                except StopIteration:
                    continue
                root = tree_of(written.content, written.certificate.story_part)
                for added in (p for p in paragraphs_in(root) if A_POINT in text_of(p)):
                    assert _names(added) & (LEFT_BEHIND - ({"ins"} if revision else set())) == set()
                    assert not any(each.tag.startswith(MC) for each in added.iter())
                    seen += 1

    assert seen > 150
