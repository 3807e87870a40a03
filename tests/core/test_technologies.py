"""What technologies are called: the promises of resume_customizer.core.technologies and its table."""

from collections import Counter

import pytest

from resume_customizer.core.technologies import (
    find_technology,
    list_spellings,
    list_technologies,
    relatives_of,
    separated,
)
from resume_customizer.core.technology_table import TABLE


def test_every_spelling_belongs_to_one_technology() -> None:
    spellings = Counter(spelling.lower() for each in list_technologies() for spelling in each.spellings)

    assert len(spellings) > 700
    assert [spelling for spelling, count in spellings.items() if count > 1] == []


def test_everything_that_the_table_refers_to_is_in_it() -> None:
    technologies = list_technologies()
    names = {each.name for each in technologies}

    assert len(names) == len(technologies) > 250
    referred = {other for each in technologies for other in (*each.parents, *each.relatives)}
    assert referred - names == set()


def test_every_row_of_the_table_is_set_as_its_heading_says() -> None:
    rows = [row for row in TABLE.splitlines() if row and not row.startswith("#")]

    assert len(rows) == len(list_technologies())
    for row in rows:
        cells = [cell.strip() for cell in row.split("|")]
        assert len(cells) == 4, row
        assert all(item == item.strip() and item for cell in cells if cell for item in cell.split(", ")), row
        assert "  " not in row, row


def test_nothing_is_its_own_relative() -> None:
    assert [each.name for each in list_technologies() if each.name in relatives_of(each.name)] == []


def test_being_close_goes_both_ways() -> None:
    one_way = [
        (each.name, other)
        for each in list_technologies()
        for other in relatives_of(each.name)
        if each.name not in relatives_of(other)
    ]

    assert one_way == []
    assert "Spring" in relatives_of("Spring Boot")
    assert "Spring Boot" in relatives_of("Spring")
    assert "RabbitMQ" in relatives_of("Kafka")


def test_an_unknown_technology_has_no_relatives() -> None:
    assert relatives_of("Cloud Native Platform Services") == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("K8s", "Kubernetes"),
        ("kubernetes", "Kubernetes"),
        ("Amazon  Web Services", "AWS"),
        ("ReactJS", "React"),
        ("Golang", "Go"),
        ("c", "C"),
        ("c++", "C++"),
        (".net", ".NET"),
        ("Node JS", "Node.js"),
        ("cicd", "CI/CD"),
        ("Oracle", "Oracle Database"),
    ],
)
def test_a_technology_is_known_by_its_other_spellings(written: str, name: str) -> None:
    found = find_technology(written)

    assert found is not None
    assert found.name == name


def test_an_unknown_name_is_not_found() -> None:
    assert find_technology("Cloud Native Platform Services") is None
    assert find_technology("") is None


def test_spellings_stand_under_their_first_word_longest_first() -> None:
    under_spring = [spelling.text for spelling in list_spellings()["spring"]]

    assert under_spring == sorted(under_spring, key=lambda text: (-len(text), text))
    assert under_spring[-1] == "spring"
    assert "spring boot" in under_spring


def test_separating_keeps_what_belongs_to_names() -> None:
    assert separated("C++/C#, Node.js (.NET).\nGo…“R”").split() == ["C++", "C#", "Node.js", ".NET", "Go…", "R"]


def test_separating_takes_any_text() -> None:
    assert separated("Zoë – \ud800 日本").split() == ["Zoë", "\ud800", "日本"]
