"""What technologies are called: the promises of resume_customizer.core.naming.technologies."""

import pytest

from resume_customizer.core.naming.technologies import (
    find_technology,
    list_spellings,
    list_technologies,
    relatives_of,
    separated,
    spellings_of,
)


def test_a_name_stands_for_the_technology_that_is_named_so() -> None:
    found = {each.name: find_technology(each.name) for each in list_technologies()}

    assert len(found) >= 2500
    assert [name for name, each in found.items() if each is None or each.name.lower() != name.lower()] == []


def test_every_spelling_stands_for_a_technology_that_has_it() -> None:
    for each in list_technologies():
        for spelling in each.spellings:
            found = find_technology(spelling)
            assert found is not None, spelling
            assert spelling.lower() in [other.lower() for other in found.spellings]


def test_a_technology_has_its_category_and_its_years_with_sources() -> None:
    found = find_technology("Silverlight")

    assert found is not None
    assert (found.year, found.end) == (2007, 2021)
    assert found.category
    assert found.source
    assert found.end_source


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
    assert "Spring Framework" in relatives_of("Spring Boot")
    assert "Spring Boot" in relatives_of("Spring Framework")
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


def test_only_spellings_whose_words_are_all_there_are_given() -> None:
    given = {spelling.text for spelling in spellings_of({"spring", "boot", "and"})}

    assert given == {"spring", "spring boot", "spring-boot"}


def test_an_ambiguous_spelling_knows_what_tells_that_it_is_meant() -> None:
    go = next(spelling for spelling in list_spellings()["go"] if spelling.text == "go")

    assert go.needs_context
    assert go.exact_case
    assert "golang" in go.context


def test_separating_keeps_what_belongs_to_names() -> None:
    assert separated("C++/C#, Node.js (.NET).\nGo…“R”").split() == ["C++", "C#", "Node.js", ".NET", "Go…", "R"]


def test_separating_takes_any_text() -> None:
    assert separated("Zoë – \ud800 日本").split() == ["Zoë", "\ud800", "日本"]
