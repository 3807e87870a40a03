"""Whether a point says what a text says already: the promises of resume_customizer.core.planning.similarity."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.yardstick import at_most
from resume_customizer.core.planning.similarity import find_repeats, index_lines

LINES = (
    "Ines Calder",
    "Designed REST APIs with Spring Boot & Kafka for the “claims” platform.",
    "3.5x faster parcel manifests – with signed build artifacts (ref BCDF1234)",
    "Ran the on-call rota. Tuned Oracle queries for nightly reports; wrote the runbook.",
    "C++",
)


@pytest.mark.parametrize(
    ("point", "line"),
    [
        ("Designed REST APIs with Spring Boot & Kafka for the “claims” platform.", 1),
        ('designed rest  apis with Spring Boot &amp; Kafka for the "claims" platform', 1),
        ("• Designed REST APIs with Spring Boot & Kafka for the 'claims' platform", 1),
        ("Developed a REST API with Spring Boot & Kafka for the claims platform", 1),
        ("3.5x faster parcel manifests - with signed build artifacts (ref BCDF1234).", 2),
        ("- 3.5x faster parcel manifests \N{EM DASH} with signed build artifacts (ref BCDF1234)", 2),
        ("1. Tuned Oracle queries for nightly reports", 3),
        ("Tuned Oracle queries for nightly reports!", 3),
        ("c++", 4),
    ],
)
def test_a_text_that_was_typed_again_is_found(point: str, line: int) -> None:
    assert index_lines(LINES).find(point) == LINES[line]


@pytest.mark.parametrize(
    "point",
    [
        "3.5x faster parcel manifests – with signed build artifacts (ref BCDF1235)",
        "4.5x faster parcel manifests – with signed build artifacts (ref BCDF1234)",
        "Designed REST APIs with Spring Boot & RabbitMQ for the “claims” platform.",
        "Designed REST APIs without Spring Boot & Kafka for the “claims” platform.",
        "Tuned Oracle queries",
        "Tuned Oracle queries for nightly reports in four languages",
        "C",
        "Calder",
        "",
        "•",
    ],
)
def test_a_point_that_differs_in_what_counts_is_not_found(point: str) -> None:
    assert index_lines(LINES).find(point) is None


def test_a_line_with_breaks_is_found_in_pieces_and_as_a_whole() -> None:
    lines = ("• Built the ledger\n• Ran the nightly close", "Moved the archive\nto cold storage")

    assert index_lines(lines).find("Ran the nightly close") == lines[0]
    assert index_lines(lines).find("Moved the archive to cold storage.") == lines[1]


def test_escaped_and_compatible_characters_are_the_same_text() -> None:
    lines = ("Raised R&D throughput <v2> by 30\u00a0% for the o\ufb03ce",)

    assert index_lines(lines).find("Raised R&amp;D throughput &lt;v2&gt; by 30 % for the office") == lines[0]


def test_of_points_that_say_the_same_the_first_is_named() -> None:
    points = (
        "Built a data lake on AWS for claims teams",
        "Ran it",
        "built a data lake on AWS for claims teams.",
        "Developed a data lake on AWS for the claims team",
        "Built a data lake on Azure for claims teams",
        "Ran it!",
    )

    assert find_repeats(points) == {2: 0, 3: 0, 5: 1}


def test_points_from_one_vocabulary_with_references_of_their_own_are_not_repeats() -> None:
    points = tuple(f"Mapped ledger snapshots behind feature toggles (ref BCDF{number})" for number in range(1000, 1300))

    assert find_repeats(points) == {}
    assert index_lines(points[:150]).find(points[200]) is None


sentences = some.lists(
    some.sampled_from("Ran tuned the ledger claims nightly reports Kafka 12 for teams".split()), min_size=1
)


@given(
    some.lists(sentences, min_size=1, max_size=8),
    some.randoms(use_true_random=False),
    some.sampled_from(["", ".", " ;"]),
)
def test_every_line_is_found_again_wherever_it_stands(lines: list[list[str]], random, ending: str) -> None:  # noqa: ANN001
    texts = [" ".join(words) for words in lines]
    random.shuffle(texts)

    index = index_lines(tuple(texts))

    assert [text for text in texts if index.find(f"•  {text.upper()}{ending}") is None] == []


@given(some.text(max_size=80), some.text(max_size=80))
def test_any_text_can_be_looked_for_in_any_text(point: str, line: str) -> None:
    found = index_lines((line,)).find(point)

    assert found in (None, line)


@pytest.mark.parametrize("unit", ["ran the ledger ", "a", "a\n", ". a b c d", "• ", "1. "])
def test_a_hostile_text_takes_no_longer_than_its_length_allows(unit: str) -> None:
    line = (unit * 100_000)[:100_000]
    index = index_lines((line,))

    with at_most(400):
        for point in ("a", "ran the ledger ran the ledger", line[:5_000], ". a b c d . a b c d", "1. 1. 1."):
            index.find(point)
        find_repeats(tuple(f"{line[:200]} {number % 7}" for number in range(2_000)))
