"""Technologies of a workspace: the promises of resume_customizer.services.library.workspace_technologies."""

import pytest

from builders.desk import NOBODY, Desk, document_work
from builders.staffing import a_consultant, a_version
from builders.stored import small_resume
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted
from resume_customizer.core.naming.mentions import find_mentions
from resume_customizer.core.permissions import Role
from resume_customizer.services.documents import one_call
from resume_customizer.services.library.workspace_technologies import OwnEntry

LEDGER = OwnEntry("Quay Ledger", ["QLedger", " QLedger "], "In-house systems", ["Java"])
POSTING = "Java Developer\nMust have: QLedger and Kafka."


def asked_names(desk: Desk, actor: Actor, posting: str = POSTING) -> list[str]:
    """What the requirement that is proposed from a posting asks for."""
    return [each["name"] for each in desk.requirements.propose(actor, posting).analysis["technologies"]]


def test_what_a_workspace_adds_is_found_by_its_members_and_by_nobody_else(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    bob = desk.member(ann, "bob", Role.VIEWER)
    kept = desk.technologies.save(ann, LEDGER)

    assert (kept.name, kept.aliases, kept.parents) == ("Quay Ledger", ("QLedger",), ("Java",))
    assert [each.name for each in desk.technologies.list_own(bob)] == ["Quay Ledger"]
    assert "Quay Ledger" in asked_names(desk, ann)
    assert "Quay Ledger" in asked_names(desk, bob)
    assert "Quay Ledger" not in asked_names(desk, eve)
    made = desk.requirements.create(ann, {"title": "Java Developer", "posting": POSTING})
    assert "Quay Ledger" in [each["name"] for each in made.analysis["technologies"]]
    assert desk.audit.list_entries(ann)[1].event.action == "technology.saved"


def test_it_is_known_where_documents_are_worked_on(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.technologies.save(ann, LEDGER)
    with desk.technologies.working_for(ann):
        assert [each.technology for each in find_mentions("QLedger")] == ["Quay Ledger"]
        told = document_work().call(one_call.analyze, POSTING.encode())
    assert "Quay Ledger" in [each["name"] for each in told["technologies"]]
    with desk.technologies.working_for(NOBODY):
        assert find_mentions("QLedger") == ()


def test_who_fits_is_found_by_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.technologies.save(ann, LEDGER)
    person = a_consultant(desk, ann, "Pat Quill", skills=["QLedger"])
    a_version(desk, ann, person, small_resume("Pat Quill"))
    opening = desk.requirements.create(ann, {"title": "Ledger keeper", "technologies": ["Quay Ledger"]})
    (fit,) = desk.fitting.find_consultants(ann, opening.id)
    assert fit.shared == ("Quay Ledger",)


def test_what_is_ignored_comes_back_when_the_row_is_removed(desk: Desk) -> None:
    ann = desk.workspace("ann")
    ignored = desk.technologies.save(ann, OwnEntry("kafka", is_ignored=True))
    assert ignored.name == "Apache Kafka"
    assert "Apache Kafka" not in asked_names(desk, ann)

    desk.technologies.remove(ann, ignored.id)
    assert "Apache Kafka" in asked_names(desk, ann)
    assert desk.technologies.list_own(ann) == ()


def test_the_same_name_again_says_something_else_of_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    first = desk.technologies.save(ann, LEDGER)
    again = desk.technologies.save(ann, OwnEntry("quay ledger", ["The Ledger"]))
    assert (again.id, again.name, again.aliases, again.parents) == (first.id, "Quay Ledger", ("The Ledger",), ())
    assert len(desk.technologies.list_own(ann)) == 1


def test_a_spelling_stands_for_one_technology(desk: Desk) -> None:
    ann = desk.workspace("ann")
    desk.technologies.save(ann, LEDGER)
    with pytest.raises(Conflict, match=r"“qledger” already stands for Quay Ledger here"):
        desk.technologies.save(ann, OwnEntry("Herb Ledger", ["qledger"]))
    with pytest.raises(InvalidInput, match="“K8s” is a spelling of Kubernetes"):
        desk.technologies.save(ann, OwnEntry("K8s"))
    for wrong in (OwnEntry("  "), OwnEntry("x" * 200), OwnEntry("a\x00b"), OwnEntry("A", [f"A{n}" for n in range(31)])):
        with pytest.raises(InvalidInput):
            desk.technologies.save(ann, wrong)
    assert len(desk.technologies.list_own(ann)) == 1


def test_members_who_change_nothing_and_strangers_are_refused(desk: Desk) -> None:
    ann, eve = desk.workspace("ann"), desk.workspace("eve")
    viewer = desk.member(ann, "bob", Role.VIEWER)
    kept = desk.technologies.save(ann, LEDGER)
    with pytest.raises(NotPermitted):
        desk.technologies.save(viewer, OwnEntry("Other"))
    with pytest.raises(NotPermitted):
        desk.technologies.remove(viewer, kept.id)
    with pytest.raises(NotFound):
        desk.technologies.remove(eve, kept.id)
