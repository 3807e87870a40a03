"""What a person corrects of the reading: the promises of resume_customizer.core.corrections."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.documents import a_resume
from resume_customizer.core.corrections import correct, corrections_to_json, header_of, parse_corrections
from resume_customizer.core.document import Anchor, ResumeDocument
from resume_customizer.core.errors import InvalidInput

RESUME = a_resume(
    ["Built the ledger.", "Ran the night batch."], ["Kept trains on time.", "Wrote timetables."], ["Sold shoes."]
)
FIRST, SECOND, THIRD = (header_of(each) for each in RESUME.experiences)


def anchor_at(after: int, models: tuple[int, ...]) -> Anchor:
    return Anchor(after, f"paragraph {after}, like {models}", ())


def corrected(*rows: dict[str, Any], document: ResumeDocument = RESUME) -> ResumeDocument:
    return correct(document, parse_corrections(list(rows)), anchor_at)


def bullets(document: ResumeDocument) -> list[list[str]]:
    return [[bullet.text for bullet in each.bullets] for each in document.experiences]


def test_what_is_no_experience_is_dropped() -> None:
    document = corrected({"kind": "drop", "header": SECOND})

    assert bullets(document) == [["Built the ledger.", "Ran the night batch."], ["Sold shoes."]]
    assert document.lines == RESUME.lines


def test_an_experience_gets_its_right_names_and_keeps_the_others() -> None:
    document = corrected({"kind": "rename", "header": FIRST, "company": "Quillon Bank", "end": None})

    changed, before = document.experiences[0], RESUME.experiences[0]
    assert (changed.company, changed.end, changed.role) == ("Quillon Bank", None, before.role)
    assert changed.bullets == before.bullets


def test_two_that_are_one_are_joined_with_the_first_ones_header() -> None:
    document = corrected({"kind": "merge", "header": SECOND})

    assert bullets(document)[0] == [
        "Built the ledger.",
        "Ran the night batch.",
        "Kept trains on time.",
        "Wrote timetables.",
    ]
    assert header_of(document.experiences[0]) == FIRST
    assert document.experiences[0].anchor == RESUME.experiences[1].anchor


def test_a_bullet_that_is_a_header_begins_another_experience() -> None:
    document = corrected({"kind": "split", "header": SECOND, "at": "Wrote timetables.", "company": "Timetables Ltd"})

    assert bullets(document) == [
        ["Built the ledger.", "Ran the night batch."],
        ["Kept trains on time."],
        [],
        ["Sold shoes."],
    ]
    new = document.experiences[2]
    assert (new.header, new.company, new.role) == (("Wrote timetables.",), "Timetables Ltd", None)
    last, header = RESUME.experiences[1].bullets
    assert document.experiences[1].anchor == anchor_at(last.paragraph, (last.paragraph,))
    assert new.anchor == anchor_at(header.paragraph, (last.paragraph,))


def test_new_points_go_behind_the_bullet_that_a_person_chose() -> None:
    document = corrected({"kind": "place", "header": FIRST, "at": "Built the ledger."})

    first, second = RESUME.experiences[0].bullets
    assert document.experiences[0].anchor == anchor_at(first.paragraph, (first.paragraph, second.paragraph))


def test_a_bullet_that_leads_in_a_list_is_no_place() -> None:
    document = a_resume(["Led the move:", "to another cloud."])
    changed = corrected({"kind": "place", "header": FIRST, "at": "Led the move:"}, document=document)

    assert changed.experiences == document.experiences
    assert [each.code for each in changed.notices] == ["correction-not-made"]


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "drop", "header": "Nobody | Nowhere"},
        {"kind": "merge", "header": FIRST},
        {"kind": "split", "header": FIRST, "at": "Built the ledger."},
        {"kind": "place", "header": FIRST, "at": "Gone."},
    ],
)
def test_what_fits_no_longer_is_said_and_changes_nothing(row: dict[str, Any]) -> None:
    document = corrected(row)

    assert document.experiences == RESUME.experiences
    (notice,) = document.notices
    assert (notice.code, notice.where) == ("correction-not-made", "corrections row 1")


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ("drop", ""),
        ([{}] * 201, ""),
        ([{"kind": "eat", "header": "x"}], "corrections row 1"),
        ([{"kind": "drop"}], "corrections row 1"),
        ([{"kind": "drop", "header": "x", "at": "y"}], "corrections row 1"),
        ([{"kind": "rename", "header": "x"}], "corrections row 1"),
        ([{"kind": "rename", "header": "x", "role": 7}], "corrections row 1"),
        ([{"kind": "drop", "header": "x"}, {"kind": "split", "header": "x"}], "corrections row 2"),
    ],
)
def test_what_is_no_correction_is_refused_with_its_row(values: object, where: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_corrections(values)

    assert (caught.value.code, caught.value.where) == ("bad-corrections", where)


def test_corrections_survive_the_way_to_json_and_back() -> None:
    rows = [
        {"kind": "rename", "header": FIRST, "role": "Lead", "end": ""},
        {"kind": "split", "header": SECOND, "at": "Wrote timetables.", "role": "Clerk"},
        {"kind": "drop", "header": THIRD},
    ]

    assert corrections_to_json(parse_corrections(rows)) == rows


ROWS = st.lists(
    st.one_of(
        st.builds(lambda header: {"kind": "drop", "header": header}, st.sampled_from([FIRST, SECOND, THIRD])),
        st.builds(lambda header: {"kind": "merge", "header": header}, st.sampled_from([FIRST, SECOND, THIRD])),
        st.builds(
            lambda header, at: {"kind": "split", "header": header, "at": at},
            st.sampled_from([FIRST, SECOND, THIRD]),
            st.sampled_from(["Ran the night batch.", "Wrote timetables.", "Sold shoes."]),
        ),
    ),
    max_size=4,
)


@given(ROWS)
def test_no_bullet_is_ever_in_two_experiences(rows: list[dict[str, Any]]) -> None:
    document = corrected(*rows)

    found = [bullet.paragraph for each in document.experiences for bullet in each.bullets]
    assert len(found) == len(set(found))
    if not any(row["kind"] == "drop" for row in rows):
        headers = {each.header[0] for each in document.experiences}
        kept = {text for texts in bullets(document) for text in texts}
        assert kept | headers >= {text for texts in bullets(RESUME) for text in texts}
