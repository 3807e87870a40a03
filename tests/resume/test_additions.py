"""What was added to a text: the promises of resume_customizer.resume.additions; more in test_verifier.py."""

from builders.docx import a_docx, bullets, line, text_box
from builders.eyes import story_of
from resume_customizer.resume.additions import find_additions

NEW = b"<w:p><w:r><w:t>New.</w:t></w:r></w:p>"


def test_two_equal_texts_have_no_additions() -> None:
    story = story_of(a_docx(bullets("One")))

    assert find_additions(story, story).texts == ()


def test_additions_are_told_in_document_order_with_tabs_but_not_tab_stops() -> None:
    story = story_of(a_docx(bullets("One", "Two")))
    tabbed = NEW.replace(b"<w:r>", b"<w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr><w:r><w:tab/>")

    found = find_additions(
        story, story.replace(b"</w:p>", b"</w:p>" + tabbed, 1).replace(b"<w:sectPr", NEW + b"<w:sectPr")
    )

    assert found.texts == ("\tNew.", "New.")


def test_a_paragraph_equal_to_its_neighbour_is_an_addition_like_any() -> None:
    content = a_docx(bullets("One", "Two"))
    twice = story_of(content).replace(b"</w:p>", b"</w:p>\x00", 1).split(b"\x00")
    copy = twice[0][twice[0].rindex(b"<w:p>") :]

    found = find_additions(story_of(content), twice[0] + copy + twice[1])

    assert (found.texts, found.problems) == (("One",), [])


def test_one_copy_of_a_text_box_is_as_good_as_two_for_the_bytes() -> None:
    content = a_docx(line("x", text_box(bullets("One", "Two"))), line("End"))
    story = story_of(content)

    found = find_additions(story, story.replace(b"<w:txbxContent>", b"<w:txbxContent>" + NEW, 1))

    assert (found.texts, found.problems) == (("New.",), [])


def test_very_many_additions_and_differences_are_found_in_little_time() -> None:
    original = a_docx(bullets("One"))
    story = story_of(original)
    many = story.replace(b"<w:sectPr", b"<w:p/>" * 200_000 + b"<w:sectPr")

    assert find_additions(story, many).problems
    assert find_additions(many, story).problems
    assert find_additions(many, many.replace(b"<w:p/>", b"<w:p />")).problems
