"""Points and the time that they claim: the promises of resume_customizer.core.planning.timeline."""

import json
import re
from pathlib import Path

import pytest

import resume_customizer.core.planning
from builders.dated_points import DATED_POINTS
from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.naming.technologies import find_technology
from resume_customizer.core.planning.timeline import find_anachronisms, versions_after, why_not_then

FILE = Path(resume_customizer.core.planning.__file__).parent / "technology_versions.json"
FLOOR = 0.95


def test_points_and_dates_are_judged_as_a_person_did() -> None:
    judged = [
        (bool(find_anachronisms(each.point, each.start, each.end)), not each.is_plausible) for each in DATED_POINTS
    ]
    found, wanted, right = (
        sum(said for said, _ in judged),
        sum(truth for _, truth in judged),
        sum(said and truth for said, truth in judged),
    )

    assert len(judged) >= 300
    assert min(wanted, len(judged) - wanted) >= 100
    assert right / wanted >= FLOOR
    assert right / found >= FLOOR


def test_a_finding_names_the_fact_and_its_source() -> None:
    assert why_not_then("Ran Kubernetes.", "2008", "2012") == (
        "Kubernetes came out in 2014 (Google opened the project in June 2014), and this experience ended in 2012"
    )
    assert why_not_then("Kept Java 17 code.", "2019-02", "2020-03").startswith("Java 17 came out in 2021-09 (")
    assert "ended in 2014" in why_not_then("Supported Windows XP.", "2019", "2021")


@pytest.mark.parametrize(("start", "end"), [(None, None), (None, "present"), ("2020", "present"), (None, "2020")])
def test_without_dates_and_today_nothing_is_too_early(start: str | None, end: str | None) -> None:
    assert find_anachronisms("Ran Kubernetes and Java 17.", None, None) == ()
    assert all(late.kind == "ended" for late in find_anachronisms("Ran Kubernetes.", start, end))


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        ("Java 8/11/17", ("8", "11", "17")),
        ("Java 8, 11 of them", ("8",)),
        ("Java 11 and 17", ("11", "17")),
        ("Java (version 17)", ("17",)),
        ("Java v17", ("17",)),
        ("Angular 2+", ("2",)),
        ("Oracle 19c, SQL", ("19c",)),
        ("C++17", ("17",)),
        ("Java for 3 years", ()),
        ("Java 5 years ago", ()),
        ("Kafka 3 clusters", ()),
        ("Java 20%", ()),
    ],
)
def test_versions_are_told_from_other_numbers(text: str, versions: tuple[str, ...]) -> None:
    assert versions_after(text, find_mentions(text)[0]) == versions


def test_leaving_something_behind_is_no_anachronism() -> None:
    assert find_anachronisms("Used Windows XP.", "2019", "2021") != ()
    for text in ("Migrated from Windows XP.", "Replaced Windows XP.", "Retired legacy Windows XP machines."):
        assert find_anachronisms(text, "2019", "2021") == ()


def test_the_versions_are_of_technologies_in_the_catalogue_and_each_has_a_month() -> None:
    rows = json.loads(FILE.read_text("utf-8"))["technologies"]

    assert len(rows) == len({row["name"] for row in rows}) >= 50
    for row in rows:
        known = find_technology(row["name"])
        assert known is not None
        assert known.name == row["name"]
        assert set(row) == {"name", "source", "versions"}
        assert row["source"]
        for version, month in row["versions"].items():
            assert re.fullmatch(r"\d{1,4}(\.\d{1,2})?(g|c|i|ai|o)?", version)
            assert re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", month)
            assert known.year is None or int(month[:4]) >= known.year or version in ("1.1", "2.0"), row["name"]
