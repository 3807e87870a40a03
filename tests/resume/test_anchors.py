"""Where new bullets go: the promises of resume_customizer.resume.anchors."""

import re

import pytest

from builders import ALL_SHAPES, SampleResume
from builders.docx import (
    DOTS,
    NUMBERS,
    WORD,
    Xml,
    a_docx,
    blank,
    bookmark_end,
    bookmark_start,
    bullets,
    cell,
    comment_end,
    comment_start,
    content_control,
    deleted,
    heading,
    inserted,
    line,
    link,
    raw,
    repeating_section,
    row,
    section_break,
    table,
    text_box,
    together,
    typed_bullets,
)
from builders.eyes import containers_in, kind, paragraphs_in, story_of, text_of, tree_of
from builders.putting import A_POINT, anchor_in, position_of, put
from resume_customizer.core.errors import InvalidInput
from resume_customizer.resume.reader import anchor_at, open_document, read_resume


def _after(content: bytes, place: str | int = "Two", *points: str) -> list[str]:
    """The texts of all paragraphs once a point was put behind that one."""
    return [text_of(p) for p in paragraphs_in(tree_of(put(content, place, *points).content))]


def _markup(content: bytes, place: str = "Two") -> str:
    """The main part with each paragraph as its own text in brackets, everything else as it is."""
    story = story_of(put(content, place).content).decode()
    texts = (re.sub("<[^>]*>", "", found) for found in re.findall(r"<w:p>.*?</w:p>", story))
    return re.sub(r"<w:p>.*?</w:p>", lambda _: f"[{next(texts)}]", story)


# ------------------------------------------------------------------ which place


def test_a_new_bullet_stands_right_behind_the_chosen_one() -> None:
    content = a_docx(line("Acme"), bullets("One", "Two"), line("Environment: Java"))

    assert _after(content) == ["Acme", "One", "Two", A_POINT, "Environment: Java"]
    assert _after(content, "One") == ["Acme", "One", A_POINT, "Two", "Environment: Java"]


def test_points_of_one_place_keep_their_order() -> None:
    assert _after(a_docx(bullets("One", "Two")), "One", "b", "a", "c") == ["One", "b", "a", "c", "Two"]


@pytest.mark.parametrize("sample", [s for s in ALL_SHAPES if s.truth.experiences], ids=lambda sample: sample.name)
def test_an_experience_s_own_place_is_behind_its_last_bullet(sample: SampleResume) -> None:
    document = read_resume(sample.data)

    for experience in document.experiences:
        anchor = experience.anchor
        if anchor is not None and experience.bullets and "section-break" not in sample.name:
            assert anchor.after == experience.bullets[-1].paragraph
            assert anchor.after_text == experience.bullets[-1].text
            assert anchor.after_text != experience.environment


def test_behind_a_bullet_in_a_cell_is_in_that_cell() -> None:
    content = a_docx(table(row(cell(bullets("One", "Two")), cell(line("beside")))))

    root = tree_of(put(content, "Two").content)
    holders = containers_in(root)
    found = {text_of(p): id(holders[id(p)]) for p in paragraphs_in(root)}

    assert found[A_POINT] == found["Two"] != found["beside"]


def test_both_copies_of_a_text_box_are_kept_in_step() -> None:
    content = a_docx(line(text_box(bullets("One", "Two"), line("End"))))
    copies = ["One", "Two", A_POINT, "End"] * 2

    assert _after(content) == ["", *copies]
    assert _after(content, position_of(open_document(content), "Two") + 3) == ["", *copies], (
        "also when the copy is named"
    )
    assert len(anchor_in(content, "Two").splices) == 2


def test_a_text_box_without_a_copy_gets_one() -> None:
    content = a_docx(line(text_box(bullets("One", "Two"), vml_only=True)))

    assert _after(content) == ["", "One", "Two", A_POINT]


# ------------------------------------------------------------------ what must stay where it was


def test_a_section_break_in_the_last_bullet_stays_the_last_of_its_section() -> None:
    content = a_docx(bullets("One"), line("Two", list=DOTS, section=section_break()), line("next section"))

    root = tree_of(put(content, "Two").content)

    assert [text_of(p) for p in paragraphs_in(root)] == ["One", A_POINT, "Two", "next section"]
    assert [text_of(p) for p in paragraphs_in(root) if any(kind(each) == "sectPr" for each in p.iter())] == ["Two"]
    assert anchor_in(content, "Two").after_text == "One"


def test_a_section_break_in_an_empty_paragraph_behind_the_last_bullet_changes_nothing() -> None:
    content = a_docx(bullets("One", "Two"), line(section=section_break()), line("next section"))

    assert _after(content) == ["One", "Two", A_POINT, "", "next section"]


@pytest.mark.parametrize(
    "ends",
    [
        '<w:bookmarkEnd w:id="1"/>',
        '<w:bookmarkEnd w:id="1"></w:bookmarkEnd>',
        '<w:commentRangeEnd w:id="1"/>',
        '<w:permEnd w:id="1"/>',
        '<w:moveToRangeEnd w:id="1"/>',
        '\n <w:bookmarkEnd w:id="1"/>\n<w:commentRangeEnd w:id="7" />',
    ],
)
def test_ranges_that_end_behind_the_bullet_keep_their_extent(ends: str) -> None:
    content = a_docx(bullets("One", "Two"), raw(ends), line("End"))

    assert f"[Two]{ends}[{A_POINT}]" in _markup(content)


def test_a_range_that_begins_behind_the_bullet_begins_behind_the_new_one() -> None:
    content = a_docx(
        bullets("Two"), raw('<w:bookmarkStart w:id="1" w:name="x"/>'), line("End"), raw('<w:bookmarkEnd w:id="1"/>')
    )

    assert f"[Two][{A_POINT}]<w:bookmarkStart" in _markup(content)


def test_ranges_across_bullets_end_where_they_did() -> None:
    first = together(bookmark_start("duties"), comment_start("why?"), "One")
    last = together("Two", bookmark_end("duties"), comment_end("why?"))

    story = story_of(put(a_docx(bullets(first, last)), "Two").content).decode()

    assert story.index("bookmarkEnd") < story.index("commentRangeEnd") < story.index("Moved billing")
    assert story.count("bookmarkStart") == story.count("commentReference") == 1


def test_a_bullet_whose_mark_is_a_tracked_deletion_is_not_the_one_to_follow() -> None:
    struck = line(deleted("Struck"), list=DOTS, mark="deleted")

    content = a_docx(bullets("One", "Two"), struck, line("End"))

    assert _after(content, 2) == ["One", "Two", A_POINT, "", "End"]


def test_a_bullet_that_was_moved_away_is_not_the_one_to_follow() -> None:
    gone = raw(
        '<w:p><w:pPr><w:rPr><w:moveFrom w:id="5" w:author="a" w:date="2024-01-01T00:00:00Z"/></w:rPr></w:pPr>'
        '<w:moveFrom w:id="6" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:t>Gone</w:t></w:r></w:moveFrom></w:p>'
    )

    assert _after(a_docx(bullets("One", "Two"), gone), 2) == ["One", "Two", A_POINT, ""]


def test_a_bullet_that_a_reviewer_added_is_one_to_follow() -> None:
    content = a_docx(bullets("One"), line(inserted("Two"), list=DOTS, mark="inserted"), line("End"))

    written = put(content, "Two")

    assert [text_of(p) for p in paragraphs_in(tree_of(written.content))] == ["One", "Two", A_POINT, "End"]
    assert story_of(written.content).count(b"<w:ins ") == story_of(content).count(b"<w:ins ")


# ------------------------------------------------------------------ content controls


def _control(properties: str, *texts: str) -> Xml:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return raw(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")


def test_in_a_rich_content_control_a_bullet_stands_in_it() -> None:
    content = a_docx(line("One"), _control('<w:id w:val="1"/>', "Two"), line("End"))

    assert f"[Two][{A_POINT}]</w:sdtContent></w:sdt>" in _markup(content)


@pytest.mark.parametrize(
    "properties",
    [
        "<w:text/>",
        "<w:text w:multiLine='1'/>",
        "<w:showingPlcHdr/>",
        "<w:dataBinding w:xpath='x'/>",
        "<w15:dataBinding w:xpath='x'/>",
        "<w:lock w:val='sdtContentLocked'/>",
        "<w:lock w:val='contentLocked'/>",
    ],
)
def test_a_control_that_holds_one_value_is_followed_not_filled(properties: str) -> None:
    content = a_docx(line("One"), _control(properties, "Two"), line("End"))

    assert f"[Two]</w:sdtContent></w:sdt>[{A_POINT}]" in _markup(content)


def test_behind_a_control_ranges_keep_their_extent_too() -> None:
    content = a_docx(line("One"), _control("<w:text/>", "Two"), raw('<w:bookmarkEnd w:id="1"/>'), line("End"))

    assert f'</w:sdt><w:bookmarkEnd w:id="1"/>[{A_POINT}]' in _markup(content)


def test_a_lock_that_only_keeps_the_control_and_a_placeholder_that_is_gone_do_not_count() -> None:
    for properties in ("<w:lock w:val='sdtLocked'/>", "<w:showingPlcHdr w:val='0'/>"):
        content = a_docx(line("One"), _control(properties, "Two"), line("End"))
        assert f"[Two][{A_POINT}]</w:sdtContent>" in _markup(content)


def test_in_a_repeating_section_a_bullet_stays_in_its_item() -> None:
    content = a_docx(repeating_section([line("Acme"), bullets("One", "Two")], [line("Brix"), bullets("Three")]))

    assert f"[Two][{A_POINT}]</w:sdtContent></w:sdt><w:sdt>" in _markup(content)


# ------------------------------------------------------------------ which look


def _properties(content: bytes, text: str = A_POINT) -> str:
    (found,) = re.findall(
        rf"<w:p[ >](?:(?!</w:p>).)*?{re.escape(text)}(?:(?!</w:p>).)*</w:p>", story_of(content).decode()
    )
    return "".join(re.findall(r"<w:pPr>.*?</w:pPr>", found))


def test_a_new_bullet_is_of_the_list_and_level_of_most_bullets_beside_it() -> None:
    items = [line(text, list=DOTS, level=level) for text, level in (("a", 0), ("b", 0), ("c", 1), ("d", 0), ("e", 1))]
    content = a_docx(items, line("Environment: Java"))
    opened = open_document(content)

    anchor = anchor_at(opened, 4, (0, 1, 2, 3, 4))

    assert b'<w:ilvl w:val="0"/>' in anchor.splices[0].template.properties


def test_of_two_lists_the_one_of_the_chosen_bullet_counts() -> None:
    content = a_docx(bullets("a", "b"), line("Achievements"), bullets("c", "d", list=NUMBERS))

    assert '<w:numId w:val="2"/>' in _properties(put(content, "d").content)
    assert '<w:numId w:val="1"/>' in _properties(put(content, "b").content)


def test_what_is_special_to_one_bullet_is_not_taken_along() -> None:
    for special in (line("Two", list=DOTS, page_break_before=True), line("Two", list=DOTS, section=section_break())):
        properties = _properties(put(a_docx(bullets("One"), special, bullets("Three")), "Two").content)

        assert "pageBreakBefore" not in properties
        assert "sectPr" not in properties
        assert "numPr" in properties


def test_a_bullet_that_is_all_link_is_no_model_for_text_when_another_is_there() -> None:
    content = a_docx(
        bullets("One", font="Georgia", size=9), bullets(together(link("https://example.com", "https://example.com")))
    )

    run = put(content, "https").certificate.insertions[0]
    added = story_of(put(content, "https").content)[run.start : run.start + run.length]

    assert b"Georgia" in added


def test_where_no_bullet_stands_beside_it_there_is_no_place() -> None:
    content = a_docx(line("Acme"), table(row(cell(line("left")), cell(bullets("right")))))
    opened = open_document(content)

    with pytest.raises(InvalidInput) as refusal:
        anchor_at(opened, 0, (position_of(opened, "right"),))

    assert refusal.value.code == "no-place"


@pytest.mark.parametrize("place", [-1, 3, 99])
def test_a_paragraph_that_is_not_there_is_named(place: int) -> None:
    with pytest.raises(InvalidInput, match="has 3 paragraphs") as refusal:
        anchor_in(a_docx(bullets("a", "b", "c")), place)

    assert refusal.value.code == "no-such-paragraph"


def test_an_experience_without_bullets_borrows_the_look_of_another_s() -> None:
    content = a_docx(
        heading("Experience"),
        line("Java Developer | Acme | Jan 2021 – Present", bold=True),
        bullets("Built services in Java.", "Tuned queries."),
        line("Tester | Brix | Jan 2018 – Dec 2020", bold=True),
        heading("Education"),
        line("B.S., Westmere University, 2017"),
        habits=WORD,
    )

    first, second = read_resume(content).experiences

    assert first.anchor
    assert second.anchor
    assert second.bullets == ()
    assert second.anchor.splices[0].template == first.anchor.splices[0].template
    assert second.anchor.after_text.startswith("Tester")


def test_typed_bullets_with_empty_lines_between_are_followed_directly() -> None:
    rows = [[each, blank()] for each in typed_bullets("One", "Two")]

    assert _after(a_docx(rows, line("End"))) == ["•\tOne", "", "•\tTwo", f"•\t{A_POINT}", "", "End"]


def test_a_point_behind_a_control_with_a_placeholder_of_a_template() -> None:
    content = a_docx(content_control(line("Click to add duties"), placeholder=True), line("End"))

    assert _after(content, "Click") == ["Click to add duties", A_POINT, "End"]
