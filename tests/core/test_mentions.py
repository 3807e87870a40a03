"""Where a text names technologies: the promises of resume_customizer.core.naming.mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.yardstick import at_most
from resume_customizer.core.naming.mentions import find_mention, find_mentions, lower_case, technologies_of


def _named(text: str) -> list[str]:
    return [mention.technology for mention in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Java and JavaScript", ["Java", "JavaScript"]),
        ("JavaScript only", ["JavaScript"]),
        ("C, C++ and C#", ["C", "C++", "C#"]),
        ("C/C++", ["C", "C++"]),
        (".NET", [".NET"]),
        ("ASP.NET and .NET Core.", ["ASP.NET", ".NET Core"]),
        ("Node.js services", ["Node.js"]),
        ("built a CI/CD pipeline", ["CI/CD"]),
        ("PL/SQL and SQL", ["PL/SQL", "SQL"]),
        ("Spring Boot, Spring, and Hibernate", ["Spring Boot", "Spring Framework", "Hibernate"]),
        ("Java 8/11/17, Java11", ["Java", "Java"]),
        ("Angular 2+", ["Angular"]),
        ("Kafka-based and Kafka's", ["Apache Kafka", "Apache Kafka"]),
        ("(Docker)/Kubernetes;Terraform", ["Docker", "Kubernetes", "Terraform"]),
        ("k8s on aws", ["Kubernetes", "AWS"]),
        ("Kafka.", ["Apache Kafka"]),
        ("Kafka.\nRedis", ["Apache Kafka", "Redis"]),
    ],
)
def test_a_name_is_found_as_a_whole(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    "text", ["Javanese", "MyJava", "Kafkaesque", "C+++", "redistribution", "javascripting", "kafka_topic", "a.java.b"]
)
def test_a_part_of_another_word_is_no_name(text: str) -> None:
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Services written in Go.", ["Go"]),
        ("Go, Python", ["Go", "Python"]),
        ("Go developer", ["Go"]),
        ("statistics with R and Python", ["R", "Python"]),
        ("Languages: C, R", ["C", "R"]),
        ("Worked with Spring and Hibernate", ["Spring Framework", "Hibernate"]),
        ("a REST interface", ["REST"]),
        ("react, redux", ["React", "Redux"]),
        ("queries in Oracle", ["Oracle Database"]),
    ],
)
def test_everyday_words_count_where_they_are_placed_like_names(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Go to market",
        "• Go live with the team",
        "go through the list",
        "the rest of the team",
        "react quickly",
        "C-level executives",
        "C. Smith",
        "R&D budget",
        "In Spring 2020",
        "a chef in residence",
        "Chef de projet",
        "helm of the project",
        "to express interest",
        "hive of activity",
    ],
)
def test_everyday_words_do_not_count_elsewhere(text: str) -> None:
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Java1.8 and .NET4.5", ["Java1.8", ".NET4.5"]),
        ("MS-Office, MS-Access", ["MS-Office", "MS-Access"]),
        ("three VPCs, on AWS two Lambdas", ["VPCs", "AWS", "Lambdas"]),
        ("Anchoring Vignettes; the Llamas", []),
        ("Python3.11.", ["Python3.11"]),
    ],
)
def test_hyphens_versions_and_plurals_make_no_difference(text: str, spans: list[str]) -> None:
    assert [text[each.start : each.end] for each in find_mentions(text)] == spans


def test_columns_of_blanks_are_as_good_as_lines() -> None:
    assert _named("Linux, Android    C, Java") == ["Linux", "Android", "C", "Java"]


def test_a_mention_has_the_span_of_its_spelling() -> None:
    text = "İstanbul: K8s, Java11"

    assert [text[m.start : m.end] for m in find_mentions(text)] == ["K8s", "Java11"]


def test_lower_case_keeps_every_character_in_its_place() -> None:
    assert lower_case("İB") == "İb"
    assert lower_case("ÄB") == "äb"


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Go", ("Go",)),
        ("R", ("R",)),
        ("C", ("C",)),
        ("REST APIs", ("REST",)),
        ("AWS (EC2, S3)", ("AWS", "Amazon EC2", "Amazon S3")),
        ("Java/J2EE", ("Java", "Jakarta EE")),
        ("Harbour Grid  Platform Services", ("Harbour Grid Platform Services",)),
        ("", ()),
    ],
)
def test_a_heading_stands_for_what_it_names_or_for_itself(heading: str, names: tuple[str, ...]) -> None:
    assert technologies_of(heading) == names


def test_an_unknown_name_is_found_with_the_same_boundaries() -> None:
    found = find_mention("We run the Zephyr Grid (zephyr grid 2)", "Zephyr  Grid")

    assert found is not None
    assert (found.technology, found.start) == ("Zephyr Grid", 11)
    assert find_mention("ZephyrGridlock", "Zephyr Grid") is None
    assert find_mention("Zephyr Gridlock", "Zephyr Grid") is None
    assert find_mention("anything", "") is None


@given(some.text(alphabet="JavaScript .NETC+#/gR&-\n,1é“”", max_size=60))
def test_mentions_never_overlap_and_stay_inside(text: str) -> None:
    mentions = find_mentions(text)

    ends = [0, *(mention.end for mention in mentions)]
    assert all(ends[at] <= mention.start < mention.end <= len(text) for at, mention in enumerate(mentions))


@pytest.mark.parametrize("unit", ["Java ", "C", "C+", "Spring ", ".NET", "spring boot", "a.java", "\n", "İ"])
def test_a_hostile_text_takes_no_longer_than_its_length_allows(unit: str) -> None:
    text = (unit * 100_000)[:100_000]

    with at_most(200):
        find_mentions(text)
