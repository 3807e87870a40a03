"""What somebody knows beside and against the catalogue: core/naming/own_technologies.py."""

import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from resume_customizer.core.naming.mentions import find_mentions, technologies_of
from resume_customizer.core.naming.own_technologies import (
    OwnTechnologies,
    OwnTechnology,
    knowing,
    own_technologies,
)
from resume_customizer.core.naming.technologies import find_technology, list_technologies, relatives_of

LEDGER = OwnTechnology("Quay Ledger", ("QLedger", "QL"), "In-house systems", ("Java",))
TEXT = "Moved QLedger to Kafka and the quay Ledger to Spring; ql is a unit, QL is ours."


def named(text: str) -> list[str]:
    return [each.technology for each in find_mentions(text)]


@pytest.fixture
def quay() -> Iterator[OwnTechnologies]:
    own = own_technologies((LEDGER,))
    with knowing(own):
        yield own


@pytest.mark.usefixtures("quay")
def test_a_technology_of_ones_own_is_found_by_all_its_spellings() -> None:
    assert named(TEXT) == ["Quay Ledger", "Apache Kafka", "Quay Ledger", "Spring Framework", "Quay Ledger"]
    assert technologies_of("qledger") == ("Quay Ledger",)
    found = find_technology("QLEDGER")
    assert found is not None
    assert (found.name, found.category, found.parents) == ("Quay Ledger", "In-house systems", ("Java",))
    assert "Quay Ledger" in [each.name for each in list_technologies()]


@pytest.mark.usefixtures("quay")
def test_it_is_close_to_what_it_stands_on_both_ways() -> None:
    assert relatives_of("Quay Ledger") == ("Java",)
    assert "Quay Ledger" in relatives_of("Java")


def test_outside_and_for_others_nothing_of_it_is_known(quay: OwnTechnologies) -> None:
    """The answers of both are kept, so the order in which they are asked is turned round, too."""
    with ThreadPoolExecutor(1) as others:
        assert others.submit(named, TEXT).result() == ["Apache Kafka", "Spring Framework"]
        assert others.submit(find_technology, "QLedger").result() is None
        assert others.submit(technologies_of, "qledger").result() == ("qledger",)
        assert "Quay Ledger" not in others.submit(relatives_of, "Java").result()
    assert named(TEXT).count("Quay Ledger") == 3
    with knowing(OwnTechnologies()):
        assert named(TEXT) == ["Apache Kafka", "Spring Framework"]
    assert own_technologies((LEDGER,)) is quay


def test_what_is_ignored_is_found_nowhere_and_its_spellings_are_free() -> None:
    own = own_technologies((OwnTechnology("Kafka", is_ignored=True), OwnTechnology("Prague Desk", ("Kafka Broker",))))
    with knowing(own):
        assert named("Kafka, RabbitMQ and Kafka Broker") == ["RabbitMQ", "Prague Desk"]
        assert find_technology("kafka") is None
        assert "Apache Kafka" not in relatives_of("RabbitMQ")
        assert "Apache Kafka" not in [each.name for each in list_technologies()]
    assert named("Kafka, RabbitMQ") == ["Apache Kafka", "RabbitMQ"]


def test_a_spelling_of_ones_own_comes_before_the_catalogues() -> None:
    assert named("Reports in Looker and K8s") == ["Looker", "Kubernetes"]
    with knowing(own_technologies((OwnTechnology("Front Desk Viewer", ("Looker",)),))):
        assert named("Reports in Looker and K8s") == ["Front Desk Viewer", "Kubernetes"]
        assert technologies_of("looker") == ("Front Desk Viewer",)


def test_more_can_be_said_of_a_technology_of_the_catalogue() -> None:
    before = find_technology("kafka")
    with knowing(own_technologies((OwnTechnology("Kafka", ("the backbone",), parents=("Harbor Bus",)),))):
        found = find_technology("The Backbone")
        assert found is not None
        assert before is not None
        assert found.name == "Apache Kafka"
        assert (found.category, found.year) == (before.category, before.year)
        assert found.parents == ("Harbor Bus",)
        assert named("Ran the backbone, Kafka.") == ["Apache Kafka", "Apache Kafka"]
        assert [each.name for each in list_technologies()].count("Apache Kafka") == 1


def test_what_is_known_goes_to_another_process_as_it_is(quay: OwnTechnologies) -> None:
    assert pickle.loads(pickle.dumps(quay)) is quay
