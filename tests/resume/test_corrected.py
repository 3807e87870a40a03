"""A resume as a person corrected it, customized: the file is still the original plus whole bullets."""

import pytest

from builders.eyes import paragraphs_in, text_of, tree_of
from builders.points import a_bank
from builders.stored import small_resume
from resume_customizer.core.corrections import header_of, parse_corrections
from resume_customizer.core.errors import Conflict
from resume_customizer.core.planning.plan import plan_to_json
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.resume.corrected import read_corrected
from resume_customizer.resume.reader import read_resume
from resume_customizer.resume.verifier import verify
from resume_customizer.services.documents.customizing import customize, make_plan
from resume_customizer.services.documents.instructions import Instructions

RESUME = small_resume()
NEWEST, OLDEST = (header_of(each) for each in read_resume(RESUME).experiences)
BANK = a_bank({"Kafka": ["Ran Kafka for all bookings."]})


def lines_of(content: bytes) -> list[str]:
    return [text_of(each) for each in paragraphs_in(tree_of(content))]


def test_without_corrections_it_is_what_the_reader_gives() -> None:
    assert read_corrected(RESUME) == read_resume(RESUME)


def test_a_chosen_place_is_where_points_go_and_nothing_else_changes() -> None:
    rows = parse_corrections([{"kind": "place", "header": NEWEST, "at": "Built booking services in Java."}])

    done = customize(RESUME, Instructions(bank=BANK, corrections=rows))

    assert done.written is not None
    lines = lines_of(done.written.content)
    at = lines.index("Ran Kafka for all bookings.")
    assert (lines[at - 1], lines[at + 1]) == ("Built booking services in Java.", "Led a team of three.")
    assert verify(RESUME, done.written.content).holds


def test_what_was_dropped_receives_nothing() -> None:
    rows = parse_corrections([{"kind": "drop", "header": NEWEST}])

    done = customize(RESUME, Instructions(bank=BANK, corrections=rows))

    assert done.written is not None
    lines = lines_of(done.written.content)
    assert lines.index("Ran Kafka for all bookings.") > lines.index("Moved batch jobs to Java.")


def test_a_plan_made_with_other_corrections_is_refused() -> None:
    planned = make_plan(RESUME, Instructions(bank=BANK))
    plan = parse_plan(plan_to_json(planned.plan, planned.document))
    rows = parse_corrections([{"kind": "drop", "header": NEWEST}])

    with pytest.raises(Conflict, match="corrected since"):
        make_plan(RESUME, Instructions(plan=plan, corrections=rows))
    assert customize(RESUME, Instructions(plan=plan)).written is not None
