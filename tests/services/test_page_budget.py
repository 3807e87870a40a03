"""Pages before anything is written: the promises of resume_customizer.services.documents.page_budget."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from builders import a_bank, a_docx, bold, bullets, heading, line
from builders.docx import cell, row, table
from resume_customizer.core.analysis import Analysis
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.planning.plan import plan_to_json
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.core.planning.rules import DistributionRules
from resume_customizer.infrastructure.font_files import find_faces
from resume_customizer.infrastructure.libreoffice import set_pages
from resume_customizer.resume.pages.counting import count_pages
from resume_customizer.resume.pages.means import PageMeans
from resume_customizer.resume.pdf import count_pdf_pages
from resume_customizer.resume.reader import read_resume
from resume_customizer.services.documents.customizing import carry_out, make_plan
from resume_customizer.services.documents.instructions import Instructions, Planned
from resume_customizer.services.documents.page_budget import forecast_pages, line_costs

SHORT = "Tuned Kafka consumers"
LONG = (
    "Moved the claims service to Kafka with keyed partitions and idempotent consumers, so that no order was lost when "
    "a warehouse went offline for a day, and taught two other teams how to operate it at night"
)
BANK = a_bank(
    Kafka=[f"{LONG} (part {number})" for number in range(6)],
    Java=[f"{SHORT} of line {number}" for number in range(8)],
)
MEANS = PageMeans(find_faces())


def _resume(filler: int, before: int = 0) -> bytes:
    """A resume with so many lines of education at its end, and so much space before the first."""
    return a_docx(
        line("Ana Petrov", bold=True, before=before),
        heading("Experience"),
        line(bold("Harrow Freight"), " | Senior Engineer | Jan 2021 – Present"),
        bullets("Built claim services in Java.", "Tuned slow queries in Oracle."),
        line(bold("Delmar Bank"), " | Engineer | Jan 2018 – Dec 2020"),
        bullets("Ran the nightly ledger.", "Wrote reports for auditors."),
        heading("Education"),
        [line(f"Course {number}, Westmere State University, 2016") for number in range(filler)],
        font="Liberation Sans",
    )


ALMOST_FULL = _resume(24)


def _planned(content: bytes, **rules: object) -> tuple[Planned, Instructions]:
    asked = DistributionRules(**rules)  # ty: ignore[invalid-argument-type]
    instructions = Instructions(BANK, rules=asked, pages=MEANS)
    return make_plan(content, instructions), instructions


def _pages(content: bytes, planned: Planned, instructions: Instructions) -> int:
    written = carry_out(content, planned, instructions).written
    return count_pages(written.content if written else content, MEANS.faces).pages


def test_a_forecast_tells_the_pages_before_and_after() -> None:
    planned, instructions = _planned(ALMOST_FULL)

    forecast = forecast_pages(ALMOST_FULL, planned, MEANS)

    assert forecast is not None
    assert (forecast.before, forecast.after, forecast.by) == (1, 2, "layout")
    assert forecast.after == _pages(ALMOST_FULL, planned, instructions)


def test_what_is_said_to_keep_to_its_pages_does_so_when_it_is_written() -> None:
    planned, instructions = _planned(ALMOST_FULL, most_pages=0)

    assert planned.plan.placements
    assert planned.plan.unplaced
    assert _pages(ALMOST_FULL, planned, instructions) == 1
    assert {each.code for each in planned.plan.unplaced} == {"no-room"}
    assert all("so that the resume keeps to 1 page" in each.reason for each in planned.plan.unplaced)


def test_a_word_processor_agrees_that_the_pages_are_kept(libreoffice: Callable[[bytes], bytes]) -> None:
    planned, instructions = _planned(ALMOST_FULL, most_pages=0)
    written = carry_out(ALMOST_FULL, planned, instructions).written

    assert written is not None
    assert count_pdf_pages(libreoffice(written.content)) == set_pages(written.content) == 1


def test_no_more_is_left_out_than_has_to_be() -> None:
    planned, _ = _planned(ALMOST_FULL, most_pages=0)
    lines = planned.plan.rules["most_lines"]

    longer, instructions = _planned(ALMOST_FULL, most_lines=lines + 1)

    written = carry_out(ALMOST_FULL, longer, instructions).written
    assert written is not None
    found = count_pages(written.content, MEANS.faces)
    assert found.pages > 1 or not found.is_sure


def test_short_points_take_the_place_of_long_ones() -> None:
    planned, _ = _planned(ALMOST_FULL, most_lines=6)

    assert len(planned.plan.placements) == 6
    assert all(each.technology == "Java" for each in planned.plan.placements)


def test_where_everything_fits_nothing_is_left_out() -> None:
    planned, _ = _planned(_resume(1), most_pages=0)

    assert not planned.plan.unplaced
    assert "most_lines" not in planned.plan.rules


def test_a_resume_that_has_more_pages_already_is_refused() -> None:
    with pytest.raises(InvalidInput, match="has 2 pages already"):
        _planned(_resume(60), most_pages=1)


def test_where_no_line_is_left_nothing_is_placed() -> None:
    content = next(
        each
        for each in (_resume(filler) for filler in range(24, 60))
        if (found := count_pages(each, MEANS.faces)).pages == 1 and found.room < 14
    )

    planned, _ = _planned(content, most_pages=0)

    assert not planned.plan.placements
    assert len(planned.plan.unplaced) == 14


def test_what_the_posting_must_have_goes_in_first() -> None:
    from builders.postings import an_analysis

    analysis: Analysis = an_analysis(must=["Apache Kafka"])
    instructions = Instructions(
        a_bank(Java=["Tuned parsers", "Tuned lexers", "Tuned linkers"], Kafka=[LONG]),
        rules=DistributionRules(most_lines=3),
        posting=analysis,
        pages=MEANS,
    )

    placed = make_plan(ALMOST_FULL, instructions).plan.placements

    assert LONG in {each.point for each in placed}


def test_a_point_costs_the_lines_that_it_takes_where_it_goes() -> None:
    narrow = a_docx(
        heading("Experience"),
        table(
            row(
                cell(line("Jan 2021 – Present")),
                cell(line(bold("Harrow Freight"), " | Engineer"), bullets("Built services.", "Tuned queries.")),
            ),
            widths=(5000, 3000),
        ),
        font="Liberation Sans",
    )
    instructions = Instructions(BANK, pages=MEANS)
    costs = [line_costs(each, read_resume(each), instructions)(f"{LONG} (part 0)", 0) for each in (ALMOST_FULL, narrow)]

    assert costs[0] in (2, 3)
    assert costs[1] > 2 * costs[0]


def test_a_point_that_nobody_knew_before_is_measured_too() -> None:
    costs = line_costs(ALMOST_FULL, read_resume(ALMOST_FULL), Instructions(BANK, pages=MEANS))

    assert costs(SHORT, 0) == 1
    assert costs("Wrote a note of a few words", 0) == 1
    assert costs(LONG * 2, 1) > costs(LONG, 1)


def test_where_the_layout_is_not_sure_the_judge_decides() -> None:
    asked: list[bytes] = []

    def judge(content: bytes) -> int:
        asked.append(content)
        return 7

    planned, _ = _planned(ALMOST_FULL)
    sure = forecast_pages(ALMOST_FULL, planned, replace(MEANS, judge=judge))
    assert sure is not None
    assert (sure.by, asked) == ("layout", [])

    spaced = (_resume(30, before) for before in range(0, 10_000, 100))
    full = next(each for each in spaced if not count_pages(each, MEANS.faces).is_sure)
    planned, _ = _planned(full)
    judged = forecast_pages(full, planned, replace(MEANS, judge=judge))

    assert judged is not None
    assert (judged.before, judged.by, judged.is_sure) == (7, "LibreOffice", True)


def test_the_judge_has_the_last_word_on_a_limit() -> None:
    usual, _ = _planned(ALMOST_FULL, most_pages=0)
    asked: list[int] = []

    def strict(content: bytes) -> int:
        asked.append(
            len(read_resume(content).experiences[0].bullets) + len(read_resume(content).experiences[1].bullets)
        )
        return 1 if len(asked) > 2 else 2

    rules = DistributionRules(most_pages=0)
    planned = make_plan(ALMOST_FULL, Instructions(BANK, rules=rules, pages=replace(MEANS, judge=strict)))

    assert len(asked) == 3
    assert planned.plan.rules["most_lines"] == usual.plan.rules["most_lines"] - 4
    assert len(planned.plan.placements) == asked[-1] - 4


def test_a_document_too_long_to_be_counted_has_no_forecast() -> None:
    long = a_docx(heading("Experience"), line("Acme | Engineer | 2020 – 2021"), bullets("Built."), [line(LONG)] * 9_000)

    assert forecast_pages(long, _planned(long)[0], MEANS) is None


def test_a_plan_that_keeps_to_its_pages_survives_the_way_to_json() -> None:
    planned, _ = _planned(ALMOST_FULL, most_pages=0)

    assert parse_plan(plan_to_json(planned.plan, planned.document)) == planned.plan
    assert planned.plan.rules["most_pages"] == 0
