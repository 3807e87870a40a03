"""What a posting names: the promises of resume_customizer.core.posting."""

from builders.points import a_bank
from resume_customizer.core.posting import NamedTechnology, parse_posting, relevance_of

POSTING = """Platform Engineer at Larkmoor
Must: Java, Kafka and Kubernetes.
Nice: Go or the Zephyr Grid.
You will run Kafka and K8s for us; the rest is up to you.
"""


def test_every_technology_is_named_once_with_its_lines() -> None:
    posting = parse_posting(POSTING)

    assert posting.technologies == (
        NamedTechnology("Java", (2,)),
        NamedTechnology("Apache Kafka", (2, 4)),
        NamedTechnology("Kubernetes", (2, 4)),
        NamedTechnology("Go", (3,)),
    )


def test_a_heading_of_the_point_bank_that_nobody_knows_is_looked_for_too() -> None:
    posting = parse_posting(POSTING, a_bank({"Zephyr Grid": ["Ran it."], "Moor Grid": ["Ran it."], "Java": ["x"]}))

    assert posting.find("Zephyr Grid") == NamedTechnology("Zephyr Grid", (3,))
    assert posting.find("Moor Grid") is None


def test_a_posting_without_technologies_names_none() -> None:
    assert parse_posting("").technologies == ()
    assert parse_posting("We are a friendly team.").technologies == ()


def test_relevance_tells_named_from_related_from_neither() -> None:
    posting = parse_posting(POSTING)

    assert relevance_of("Apache Kafka", posting) == (2, NamedTechnology("Apache Kafka", (2, 4)), "")
    assert relevance_of("RabbitMQ", posting) == (1, NamedTechnology("Apache Kafka", (2, 4)), "RabbitMQ")
    assert relevance_of("COBOL", posting).level == 0
    assert relevance_of("Larkmoor", posting).level == 0
