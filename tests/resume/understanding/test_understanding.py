"""What understanding holds to, whatever the resume: the promises of resume_customizer.resume.understanding."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.yardstick import at_most
from drawn.drawing import draw
from resume_customizer.core.planning.receivers import SURE
from resume_customizer.resume.lines import Cell, Line, ListItem
from resume_customizer.resume.understanding import Understanding, understand

A_RESUME = """
**Jane Roe**
jane@x.example | 555 123 4567
**SUMMARY**
Manager with 12+ years of work from 2009 to 2021.
**EXPERIENCE**
**Globex**⇥2019 – Present
_Manager_
- Ran the shop
- Hired ten people
Environment: Excel, Word
**EDUCATION**
**State College**⇥2005 – 2009
_BA History_
- Teaching Assistant, 2008 – 2009
**CERTIFICATIONS**
**Scrum Master**⇥2020 – 2022
- Renewed once
**SKILLS**
- Planning, 2015 – 2020
**REFERENCES**
**Sam Poe**, Director, Globex⇥2019 – Present
- Ask him
"""


def test_only_experience_parts_have_experiences() -> None:
    found = understand(draw(A_RESUME))

    assert [each.company for each in found.experiences] == ["Globex"]


def test_every_section_is_told_with_its_kind_and_title() -> None:
    found = understand(draw(A_RESUME))

    assert [(each.kind, each.title) for each in found.sections] == [
        ("contact", None),
        ("summary", "SUMMARY"),
        ("experience", "EXPERIENCE"),
        ("education", "EDUCATION"),
        ("certifications", "CERTIFICATIONS"),
        ("skills", "SKILLS"),
        ("other", "REFERENCES"),
    ]


def test_an_experience_tells_its_lines_by_their_positions() -> None:
    (found,) = understand(draw(A_RESUME)).experiences

    assert found.header == (5, 6)
    assert found.bullets == (7, 8)
    assert found.environment == 9
    assert found.insert_after == 8
    assert found.body == (5, 6, 7, 8, 9)


def test_an_experience_without_bullets_tells_where_the_first_could_go() -> None:
    (found,) = understand(draw("# Experience\n**Globex**⇥2019 – Present\n_Manager_\nDuties:\n# Education")).experiences

    assert (found.insert_after, found.after_header) == (None, 3)


def test_an_environment_line_is_never_a_bullet_nor_the_place_for_new_points() -> None:
    (found,) = understand(
        draw("# Experience\n**Engineer, Globex**⇥2019 – 2020\n- Built it\n- Environment: Java, SQL\n# Skills")
    ).experiences

    assert (found.bullets, found.environment, found.insert_after) == ((2,), 3, 2)


def test_copies_in_fallbacks_and_hidden_lines_are_left_out() -> None:
    lines = draw("# Experience\n**Engineer, Globex**⇥2019 – 2020\n- Built it\n- Hidden\n- Copy")
    lines = (*lines[:3], lines[3]._replace(hidden=True), lines[4]._replace(fallback=True))

    (found,) = understand(lines).experiences

    assert found.bullets == (2,)


def test_a_clear_resume_is_read_with_confidence_and_without_notices() -> None:
    found = understand(draw(A_RESUME))

    assert found.experiences[0].confidence > 0.9
    assert found.notices == ()


def test_a_career_break_is_no_place_that_points_would_go_to() -> None:
    picture = A_RESUME.replace("**EDUCATION**", "**Career break**⇥2017 – 2018\n- Raised two children\n**EDUCATION**")

    work, pause = understand(draw(picture)).experiences

    assert (work.company, pause.role or pause.company) == ("Globex", "Career break")
    assert pause.confidence < SURE < work.confidence


def test_what_is_guessed_has_less_confidence_and_a_notice_with_its_paragraph() -> None:
    found = understand(draw("# Experience\n**Thing 1**\nSome text about it.\n**Thing 2**\nMore text about that."))

    assert all(each.confidence < 0.6 for each in found.experiences)
    assert [(each.code, each.where) for each in found.notices] == [
        ("doubtful-experience", "paragraph 2"),
        ("doubtful-experience", "paragraph 4"),
    ]


def test_an_experience_without_bullets_is_said() -> None:
    found = understand(draw("# Experience\n**Engineer, Globex**⇥2019 – 2020\n# Skills"))

    assert [each.code for each in found.notices] == ["no-bullets"]


@pytest.mark.parametrize("picture", ["Dear Madam,\nI worked at Globex from 2015 to 2019.\nYours", "# Skills\n- Java"])
def test_a_document_without_experiences_is_said_to_have_none(picture: str) -> None:
    found = understand(draw(picture))

    assert found.experiences == ()
    assert [each.code for each in found.notices] == ["no-experience"]


def test_an_empty_document_has_nothing() -> None:
    found = understand(())

    assert (found.sections, found.experiences) == ((), ())


# ------------------------------------------------------------------- whatever the lines say

WORDS = st.sampled_from(
    "Experience|Skills|Education|PROJECTS|Engineer|Globex Inc|2019 – Present|Jan 2020|Responsibilities:|"
    "Environment: Java, SQL|Client: Acme|Role: Lead|, Boston, MA|•|-|\t|\n|Built services for the team.|[Job Title]|"
    "[Start date] – [End date]|工作经历|2018年7月至今|References available upon request|Company|Designation|Duration|"
    "Present|(|)|:|@| at | | – ".split("|")
)
TEXTS = st.lists(WORDS, max_size=6).map("".join)
CELLS = st.none() | st.builds(Cell, st.integers(0, 2), st.integers(0, 3), st.integers(0, 2), st.integers(1, 2))
ITEMS = st.none() | st.builds(
    ListItem, st.just("1"), st.integers(0, 2), st.sampled_from(("bullet", "decimal")), st.just("•")
)
LINES = st.builds(
    Line,
    index=st.just(0),
    text=TEXTS,
    style=st.sampled_from(("", "heading 1", "job title", "body text")),
    outline=st.none() | st.integers(0, 2),
    item=ITEMS,
    bold=st.booleans(),
    bold_lead=st.integers(0, 8),
    size=st.sampled_from((10.0, 11.0, 14.0)),
    container=st.integers(0, 5),
    cell=CELLS,
    box=st.none() | st.integers(0, 2),
    fallback=st.booleans(),
    hidden=st.booleans(),
)
DOCUMENTS = st.lists(LINES, max_size=25).map(
    lambda lines: tuple(line._replace(index=at) for at, line in enumerate(lines))
)


@given(DOCUMENTS)
def test_any_lines_are_understood_and_every_line_has_one_part_to_play(lines: tuple[Line, ...]) -> None:
    found = understand(lines)

    seen: list[int] = []
    for each in found.experiences:
        environment = () if each.environment is None else (each.environment,)
        assert set(each.header).isdisjoint((*each.bullets, *environment))
        assert set(each.bullets).isdisjoint(environment)
        assert set(each.body) >= {*each.header, *each.bullets, *environment}
        assert each.header
        assert each.insert_after == (each.bullets[-1] if each.bullets else None)
        assert each.after_header in each.body
        assert 0 < each.confidence <= 1
        seen.extend(each.body)
    assert len(seen) == len(set(seen))
    assert not any(lines[at].fallback or lines[at].hidden for at in seen)


@given(DOCUMENTS)
def test_the_same_lines_always_give_the_same_answer(lines: tuple[Line, ...]) -> None:
    assert understand(lines) == understand(lines)


@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_text_is_understood(texts: list[str]) -> None:
    lines = tuple(Line(index=at, text=text) for at, text in enumerate(("Experience", *texts)))

    assert isinstance(understand(lines), Understanding)


HOSTILE = {
    "spaces": " " * 100_000 + "x",
    "tabs": "Experience\t" * 10_000,
    "dashes": "a – " * 25_000,
    "open brackets": "[" * 100_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "years": "2019-" * 20_000,
    "apostrophes": "'19" * 33_000,
    "roles": "Engineer " * 11_000,
    "commas": "a, " * 33_000,
    "labels": "Role: " * 16_000,
    "sentences": "worked as " * 10_000,
    "lengths": "1 yr " * 20_000,
    "letters": "A " * 50_000,
    "months": "jan " * 25_000,
    "signs": "工程师" * 33_000,
    "placeholders": "mm/" * 33_000,
    "dots": "." * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_no_time(text: str) -> None:
    lines = (
        Line(index=0, text="Experience", style="heading 1", outline=0),
        Line(index=1, text=text, bold=True),
        Line(index=2, text="Engineer 2019 – 2020"),
        Line(index=3, text=text),
        Line(index=4, text=text, cell=Cell(0, 0, 0, 1), container=1),
        Line(index=5, text=text, cell=Cell(0, 0, 1, 1), container=2),
    )

    with at_most(100):
        understand(lines)


@pytest.mark.parametrize(
    "rows",
    [
        ["Engineer, Globex (2019 – 2020)", "Built things."],
        ["Engineer, Globex (2019 – 2020)"],
        ["Client: X", "Role: Y"],
        ["Experience", "Skills"],
        ["Role: Y", "one, two, three"],
    ],
)
def test_time_grows_with_the_number_of_lines_and_no_faster(rows: list[str]) -> None:
    def took(times: int) -> float:
        texts = ["Experience", *rows * times]
        lines = tuple(Line(index=at, text=text) for at, text in enumerate(texts))
        gc.disable()  # what other tests left in this process is not to be looked through in this time
        try:
            begun = time.process_time()
            understand(lines)
            return time.process_time() - begun
        finally:
            gc.enable()

    took(50)
    assert took(4000) < 16 * 4 * max(took(250), took(250), took(250), 0.005)


def test_firsts_of_months_tell_that_the_day_stands_first() -> None:
    picture = """
**EXPERIENCE**
**Clerk**, Harrow Bank, 01/01/2017 – 01/12/2019
- Counted coins
**Teller**, Elm Bank, 01/05/2015 – 01/01/2017
- Counted notes
"""
    found = understand(draw(picture)).experiences

    assert [(each.start, each.end) for each in found] == [("2017-01", "2019-12"), ("2015-05", "2017-01")]


def test_a_break_with_a_remark_is_no_sure_experience() -> None:
    picture = A_RESUME.replace("**EDUCATION**", "**Career break** – travel and study of languages, 2012\n**EDUCATION**")

    found = understand(draw(picture)).experiences

    assert [(each.company, each.confidence < SURE) for each in found[:1]] == [("Globex", False)]
    assert all(each.confidence < SURE for each in found[1:])


def test_qualifications_from_a_school_are_education_and_those_of_a_person_are_not() -> None:
    schools = "**QUALIFICATIONS**\nBA in History, Elm University\nDiploma, Harrow High School"
    strengths = "**QUALIFICATIONS**\nTen years of baking\nSteady hands"

    kinds = [
        [section.kind for section in understand(draw(A_RESUME.replace("**SUMMARY**", f"{part}\n**SUMMARY**"))).sections]
        for part in (schools, strengths)
    ]

    assert "education" in kinds[0][:2]
    assert "education" not in kinds[1][:2]


def test_labels_in_a_table_below_a_title_are_no_titles() -> None:
    table = "**SKILLS**\n| **Computer** | Excel\n| **Languages** | Norse\n| **Strengths** | Patience"

    found = understand(draw(A_RESUME.replace("**SKILLS**", table)))

    assert [each.title for each in found.sections if each.kind in ("skills", "other")] == ["SKILLS", "REFERENCES"]


def test_names_that_were_guessed_lower_the_confidence_and_are_told() -> None:
    picture = """
**EXPERIENCE**
**Spotter, Red Quince**
2019 – 2021
- Watched shelves
"""
    found = understand(draw(picture))

    assert SURE <= found.experiences[0].confidence < 0.85
    assert [notice.code for notice in found.notices] == ["unsure-names"]


def test_names_that_words_tell_apart_are_sure() -> None:
    found = understand(draw(A_RESUME))

    assert found.experiences[0].confidence == 1
    assert found.notices == ()


def test_degrees_that_are_set_like_titles_are_no_sections() -> None:
    degrees = "**EDUCATION**\nElm University⇥2005 – 2009\n**Bachelor of Baking**\nElm School⇥2001 – 2005\n**Diploma**\n"
    picture = A_RESUME[: A_RESUME.index("**EDUCATION**")] + degrees

    assert [each.title for each in understand(draw(picture)).sections] == [None, "SUMMARY", "EXPERIENCE", "EDUCATION"]
