"""Reading as a whole: the promises of resume_customizer.resume.reader."""

import pickle
from hashlib import sha256

import pytest

from builders import ALL_SHAPES, SampleResume, a_docx, bullets, heading, line, shape_named
from builders.docx import DOTS, WORD, cell, raw, row, table, text_box
from builders.eyes import members_of
from builders.putting import put
from resume_customizer.core.errors import InvalidInput
from resume_customizer.resume.reader import anchor_at, open_document, read_resume

JOB = (
    heading("Experience"),
    line("Java Developer | Acme | Jan 2021 – Present", bold=True),
    bullets("Built services in Java.", "Tuned queries."),
)


@pytest.mark.parametrize("sample", ALL_SHAPES[::3], ids=lambda sample: sample.name)
def test_the_same_bytes_give_the_same_document_and_are_left_as_they_are(sample: SampleResume) -> None:
    content = bytes(bytearray(sample.data))

    assert read_resume(content) == read_resume(sample.data)
    assert content == sample.data


def test_a_document_knows_its_file_and_every_part_of_it() -> None:
    content = shape_named("12-headers-footers").data

    document = read_resume(content)

    assert document.sha256 == sha256(content).hexdigest()
    assert {part.name: part.sha256 for part in document.parts} == {
        name: sha256(data).hexdigest() for name, data in members_of(content).items()
    }


def test_a_document_can_be_kept_and_used_without_reading_again() -> None:
    document = read_resume(a_docx(JOB))

    assert pickle.loads(pickle.dumps(document)) == document


def test_what_is_in_the_document_already_is_known_line_by_line() -> None:
    document = read_resume(
        a_docx(
            JOB,
            line("•\tTyped  bullet"),
            line(" "),
            line(text_box(line("In a box"))),
            table(row(cell(line("In a cell")))),
        )
    )

    assert "Built services in Java." in document.lines
    assert "Typed bullet" in document.lines
    assert document.lines.count("In a box") == 1
    assert "In a cell" in document.lines
    assert "" not in document.lines


def test_an_experience_that_can_take_no_point_says_why() -> None:
    content = a_docx(
        heading("Experience"),
        table(
            row(cell(line("Java Developer | Acme | Jan 2021 – Present", bold=True))),
            row(cell(line("Tester | Brix | Jan 2018 – Dec 2020", bold=True), bullets("Wrote tests.", "Ran them."))),
        ),
    )

    document = read_resume(content)

    for experience in document.experiences:
        if experience.anchor is None:
            assert experience.no_anchor_reason
            assert any(notice.code == "no-anchor" for notice in document.notices)
    assert any(experience.anchor for experience in document.experiences)


def test_without_any_bullet_points_look_like_the_body_text_that_they_follow() -> None:
    """As a person would type them under "Project details:" in a resume that has no list at all."""
    content = a_docx(
        heading("Experience"),
        line("Java Developer | Acme | Jan 2021 – Present", bold=True),
        line("Project details:", left=360),
    )

    experience = read_resume(content).experiences[0]

    assert experience.anchor is not None
    assert experience.anchor.after_text == "Project details:"
    assert b'w:left="360"' in experience.anchor.splices[0].template.properties


def test_points_that_go_into_a_text_box_are_announced() -> None:
    document = read_resume(shape_named("07-text-box-jobs").data)

    assert "in-text-box" in [notice.code for notice in document.notices]


# ------------------------------------------------------------------ ids


def _free(*ids: str) -> int:
    return read_resume(a_docx(raw("".join(f'<w:p w14:paraId="{each}"/>' for each in ids)))).free_paragraph_id


def test_ids_for_new_paragraphs_are_of_a_run_that_nobody_uses() -> None:
    assert _free() == 0x10000000
    assert _free("10000000", "10000005", "00000001") == 0x10000006
    assert _free("10000000", "30000000") == 0x10000001
    assert _free("7FFFFFFF", "FFFFFFFF", "zz") == 0x10000000


def test_ids_stay_below_the_limit_even_when_a_file_leaves_few() -> None:
    crowded = [f"{at:08X}" for at in range(0x10000000, 0x80000000, 90_000)]

    free = _free(*crowded)

    assert 0 < free < 0x10000000
    content = a_docx(raw("".join(f'<w:p w14:paraId="{each}"><w:r><w:t>x</w:t></w:r></w:p>' for each in crowded[:50])))
    assert put(content, 3).content


# ------------------------------------------------------------------ behind any paragraph


def test_a_place_behind_any_paragraph_looks_like_that_paragraph() -> None:
    opened = open_document(a_docx(line("Acme", bold=True), bullets("One"), line("End"), habits=WORD))

    looks = [anchor_at(opened, at).splices[0].template for at in range(3)]

    assert b"<w:b/>" in looks[0].run
    assert b"numPr" in looks[1].properties
    assert looks[2].properties == looks[2].run == b""


def test_a_place_behind_an_empty_paragraph_is_one_too() -> None:
    content = a_docx(bullets("One"), line(), line("End", list=DOTS))

    assert put(content, 1).content


def test_a_paragraph_that_is_not_there_is_refused_with_the_number_of_those_that_are() -> None:
    opened = open_document(a_docx(bullets("One")))

    with pytest.raises(InvalidInput, match="1 paragraphs") as refusal:
        anchor_at(opened, 1)

    assert refusal.value.where == "paragraph 2"
