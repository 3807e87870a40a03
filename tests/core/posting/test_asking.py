"""How places add up: the promises of resume_customizer.core.posting.asking."""

from resume_customizer.core.posting import analyze_posting


def test_the_strongest_place_decides_and_comes_first_in_the_evidence() -> None:
    analysis = analyze_posting("We left Java.\nJava is a plus.\nRequirements\nJava\nBenefits\nA book on Java")
    (java,) = analysis.technologies

    assert java.need == "must"
    assert [place.line for place in java.evidence] == [4, 1, 2, 6]
    assert java.evidence[0].text == "Java"


def test_years_are_those_of_the_place_that_asks_for_most() -> None:
    java = analyze_posting("Requirements\n2 years of Java\n5 years of Java in banks").find("Java")

    assert java is not None
    assert java.years == 5


def test_years_of_a_technology_are_not_those_overall() -> None:
    assert analyze_posting("Requirements\n5 years of Java").years is None
    overall = analyze_posting("Requirements\n5 years of Java\n3 years of experience").years

    assert overall is not None
    assert overall.value == "3"


def test_what_is_refused_and_asked_for_nowhere_is_no_technology_of_the_posting() -> None:
    analysis = analyze_posting("Requirements\nPython, no Java\n\nAbout us\nWe use PHP. No PHP for you.")

    assert {each.name: each.need for each in analysis.technologies} == {"Python": "must", "PHP": "mentioned"}
    assert [(each.value, each.evidence.line) for each in analysis.refused] == [("Java", 2)]


def test_duties_and_tools_have_to_do_where_nothing_says_what_is_required() -> None:
    alone = analyze_posting("Your tasks\nRun Kafka\nOur stack\nJava or Kotlin")
    beside = analyze_posting("Your tasks\nRun Kafka\nOur stack\nJava or Kotlin\nRequirements\nGo lang: Golang")

    assert {each.name: (each.need, each.group) for each in alone.technologies} == {
        "Apache Kafka": ("must", None),
        "Java": ("must", 0),
        "Kotlin": ("must", 0),
    }
    assert {each.need for each in beside.technologies if each.name != "Go"} == {"mentioned"}


def test_the_company_story_never_has_to_do() -> None:
    assert [each.need for each in analyze_posting("About us\nWe love Java.").technologies] == ["mentioned"]


def test_a_choice_of_which_one_is_required_anyway_is_none() -> None:
    analysis = analyze_posting("Requirements\nJava or Kotlin or Scala\nJava\nScala is a plus")

    assert {each.name: (each.need, each.group) for each in analysis.technologies} == {
        "Java": ("must", None),
        "Kotlin": ("must", 0),
        "Scala": ("must", 0),
    }
