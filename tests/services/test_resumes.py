"""Stored resumes: the promises of resume_customizer.services.library.resumes."""

import pytest

from builders.desk import Desk
from builders.hostile import ALL_HOSTILE, HostileFile
from builders.stored import RESUME_POINTS, a_stored_resume, newest_version, small_resume
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound, NotPermitted, QuotaExceeded
from resume_customizer.core.permissions import Role
from resume_customizer.core.records.resumes import StoredFile
from resume_customizer.core.tiers import TIERS, Limit, Tier
from resume_customizer.services.library.customizations import Order


def used(desk: Desk, actor: Actor, limit: Limit) -> int:
    return next(each.used for each in desk.usage.show(actor)[1] if each.limit is limit)


def test_a_file_comes_out_as_it_came_in(desk: Desk) -> None:
    ann = desk.workspace("ann")

    resume = desk.resumes.upload(ann, "../Petra: Resume.docx", small_resume())

    version = newest_version(desk, ann, resume)
    document = desk.resumes.read_version(ann, version.id)
    assert document.content == small_resume()
    assert document.digest == version.digest
    assert document.name == version.file_name == "Petra_ Resume.docx"
    assert resume.name == "Petra_ Resume"
    assert (version.number, version.understood["experiences"], version.understood["bullets"]) == (1, 2, 4)
    assert [each["company"] for each in desk.resumes.inspect_version(ann, version.id)["experiences"]] == [
        "Harrow Freight",
        "Quillon Bank",
    ]


@pytest.mark.parametrize("hostile", ALL_HOSTILE[:6], ids=lambda each: each.name)
def test_what_cannot_be_customized_is_refused_and_not_kept(desk: Desk, hostile: HostileFile) -> None:
    ann = desk.workspace("ann")

    with pytest.raises(InvalidInput):
        desk.resumes.upload(ann, "resume.docx", hostile.data)

    assert desk.resumes.list_resumes(ann).records == ()
    assert list(desk.blobs.list_digests(ann.workspace_id)) == []
    assert used(desk, ann, Limit.RESUMES) == 0


def test_a_new_version_replaces_no_older_one(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume = a_stored_resume(desk, ann)

    changed = desk.resumes.add_version(ann, resume.id, "new.docx", small_resume("P. Vandersloot"))

    assert changed.version_count == 2
    newest, first = desk.resumes.list_versions(ann, resume.id)
    assert (newest.number, first.number) == (2, 1)
    assert desk.resumes.read_version(ann, first.id).content == small_resume()
    assert desk.resumes.read_version(ann, newest.id).content == small_resume("P. Vandersloot")


def test_the_same_file_again_makes_no_new_version(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume = a_stored_resume(desk, ann)

    assert desk.resumes.add_version(ann, resume.id, "again.docx", small_resume()).version_count == 1
    assert len(desk.resumes.list_versions(ann, resume.id)) == 1


def test_more_than_the_tier_allows_is_refused_before_anything_is_kept(desk: Desk) -> None:
    ann = desk.workspace("ann")
    allowed = TIERS[Tier.FREE][Limit.RESUMES]
    for number in range(allowed):
        desk.resumes.upload(ann, f"{number}.docx", small_resume())

    with pytest.raises(QuotaExceeded, match="25 resumes"):
        desk.resumes.upload(ann, "more.docx", small_resume("Somebody Else"))

    assert used(desk, ann, Limit.RESUMES) == allowed
    assert len(list(desk.blobs.list_digests(ann.workspace_id))) == 1


def test_a_change_over_a_newer_one_is_refused(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume = a_stored_resume(desk, ann)
    desk.resumes.rename(ann, resume.id, "Petra, Java", seen=resume.version)

    with pytest.raises(Conflict, match="changed"):
        desk.resumes.rename(ann, resume.id, "Petra, Go", seen=resume.version)

    assert desk.resumes.show_resume(ann, resume.id).name == "Petra, Java"


def test_resumes_are_found_by_words_of_their_names_and_tags(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume, other = a_stored_resume(desk, ann), a_stored_resume(desk, ann, "Oskar Brandvold")
    desk.resumes.tag(ann, resume.id, ["bench", "java", "bench"])

    assert desk.resumes.show_resume(ann, resume.id).tags == ("bench", "java")
    assert [each.id for each in desk.resumes.search_resumes(ann, "vander").records] == [resume.id]
    assert [each.id for each in desk.resumes.search_resumes(ann, "bench").records] == [resume.id]
    assert {each.id for each in desk.resumes.list_resumes(ann).records} == {resume.id, other.id}


def test_a_removed_resume_takes_its_versions_and_files_with_it(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume = a_stored_resume(desk, ann)
    version = newest_version(desk, ann, resume)

    desk.resumes.remove(ann, resume.id)

    with pytest.raises(NotFound):
        desk.resumes.read_version(ann, version.id)
    with desk.ground.inside(ann) as tx:
        assert [each.uses for each in tx.every(StoredFile)] == [0]
    assert used(desk, ann, Limit.RESUMES) == used(desk, ann, Limit.STORAGE) == 0


def test_a_viewer_looks_and_changes_nothing(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume = a_stored_resume(desk, ann)
    bob = desk.member(ann, "bob", Role.VIEWER)

    assert desk.resumes.show_resume(bob, resume.id) == resume
    with pytest.raises(NotPermitted):
        desk.resumes.upload(bob, "mine.docx", small_resume())
    with pytest.raises(NotPermitted):
        desk.resumes.remove(bob, resume.id)


def test_corrections_hold_for_customizations_and_for_later_versions(desk: Desk) -> None:
    ann = desk.workspace("ann")
    resume = a_stored_resume(desk, ann)
    newest = "Harrow Freight | Java Developer | Jan 2021 – Present"

    desk.resumes.correct(ann, resume.id, [{"kind": "drop", "header": newest}])
    desk.resumes.add_version(ann, resume.id, "new.docx", small_resume("P. Vandersloot"))

    version = newest_version(desk, ann, resume)
    assert [each["company"] for each in desk.resumes.inspect_version(ann, version.id)["experiences"]] == [
        "Quillon Bank"
    ]
    made = desk.customizations.make(ann, Order(version.id, points=RESUME_POINTS))
    shown = desk.customizations.show_customization(ann, made.id)
    assert {row["experience"] for row in shown.provenance["points"]} == {0}
    assert shown.plan["experiences"][0]["title"] == "Developer, Quillon Bank"
    with pytest.raises(InvalidInput, match="kind"):
        desk.resumes.correct(ann, resume.id, [{"kind": "eat", "header": newest}])
