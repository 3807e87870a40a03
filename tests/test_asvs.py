"""The page that goes through the verification standard: its numbers, states and figures are right.

docs/asvs.md  ->  one row for each requirement  ->  in order, with a state, and with what shows it

That the tests which it names are there is held for all documents by tests/test_house.py.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parent.parent
PAGE: Final = (ROOT / "docs" / "asvs.md").read_text("utf-8")
STATES: Final = ("yes", "partly", "no", "operator", "n/a")
CHAPTERS: Final = tuple(range(1, 18))
AS_A_WHOLE: Final = {10, 17}
"""Chapters that have no row for each number, because nothing of them is here."""
ASKED: Final = {1: 65, 2: 152}
"""How many requirements the standard has in the other chapters, by level."""
ROW: Final = re.compile(r"^\| (\d+)\.(\d+)\.(\d+) \| (\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
TEST: Final = re.compile(r"`tests/[\w/]+\.py(?:::\w+)?`")
FILE: Final = re.compile(r"`((?:src|deploy)/[\w/.-]+|pyproject\.toml)`")
LINK: Final = re.compile(r"\]\([\w/.-]+\.md(?:#[\w-]+)?\)")
FEW: Final = 4
"""Words of a reason."""


class Row(NamedTuple):
    """One requirement."""

    number: tuple[int, int, int]
    level: int
    asked: str
    state: str
    shown: str


ROWS: Final = [
    Row((int(found[0]), int(found[1]), int(found[2])), int(found[3]), *(text.strip() for text in found[4:]))
    for found in ROW.findall(PAGE)
]


def test_each_requirement_stands_there_once_in_its_order_and_chapter() -> None:
    numbers = [row.number for row in ROWS]
    parts = re.split(r"^## V(\d+) .*$", PAGE, flags=re.MULTILINE)
    chapters = {int(chapter): ROW.findall(text) for chapter, text in zip(parts[1::2], parts[2::2], strict=True)}

    assert numbers == sorted(set(numbers))
    assert Counter(row.level for row in ROWS) == ASKED
    assert tuple(chapters) == CHAPTERS
    assert {chapter for chapter, found in chapters.items() if not found} == AS_A_WHOLE
    assert {int(found[0]) == chapter for chapter, rows in chapters.items() for found in rows} == {True}


def test_no_line_with_a_number_is_passed_over() -> None:
    lines = re.findall(r"^\| *\d+\.\d+\.\d+.*$", PAGE.partition("## V1 ")[2], re.MULTILINE)

    assert len(lines) == len(ROWS)


def test_each_state_comes_with_what_it_needs() -> None:
    needs = {
        "yes": lambda shown: TEST.search(shown) or FILE.search(shown) or LINK.search(shown),
        "partly": lambda shown: "missing" in shown,
        "no": lambda shown: len(shown.split()) > FEW,
        "operator": lambda shown: "](operations.md#" in shown,
        "n/a": lambda shown: len(shown.split()) <= FEW,
    }

    assert tuple(needs) == STATES
    assert {row.state for row in ROWS} <= set(STATES)
    assert [row.number for row in ROWS if not needs[row.state](row.shown)] == []


def test_the_files_of_code_that_it_names_are_there() -> None:
    named = FILE.findall(PAGE)

    assert len(named) > 10
    assert [each for each in named if not (ROOT / each).is_file()] == []


def test_the_figures_at_the_top_are_those_of_the_rows() -> None:
    said = {
        name.strip("`"): tuple(map(int, figures))
        for name, *figures in re.findall(r"^\| (\S+) \| (\d+) \| (\d+) \| (\d+) \|$", PAGE, re.MULTILINE)
    }
    found = Counter((row.state, row.level) for row in ROWS)
    counted = {state: (found[state, 1], found[state, 2], found[state, 1] + found[state, 2]) for state in STATES}

    assert said == counted | {"all": (ASKED[1], ASKED[2], len(ROWS))}


def test_what_is_called_missing_is_not_called_done() -> None:
    states = {".".join(map(str, row.number)): row.state for row in ROWS}
    top = PAGE.partition("## What is missing")[2].partition("## V1 ")[0]
    named = re.findall(r"\d+\.\d+\.\d+", top)

    assert len(re.findall(r"^\| \d", top, re.MULTILINE)) == 5
    assert {states[each] for each in named} <= {"partly", "no"}
