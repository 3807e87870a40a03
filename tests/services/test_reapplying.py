"""Re-apply a customization: real files, changed by chance, and the certificate's word."""

import io
from dataclasses import replace
from random import Random

import pytest
from docx import Document

from builders import sample_bank
from builders.reapplying_cases import try_reapplying
from builders.versions import Version, docx_of, first_version
from resume_customizer.core.errors import Conflict
from resume_customizer.resume.verifier import verify
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions
from resume_customizer.services.documents.reapplying import reapply_to

BEFORE = first_version(Random(1))
OLD = docx_of(BEFORE)
MADE = customize(OLD, Instructions(bank=sample_bank(), source="points.txt")).written
assert MADE is not None
DONE, CERTIFICATE = MADE.content, MADE.certificate
POINTS = [point.text for point in CERTIFICATE.points]


def _without_last_job(version: Version) -> Version:
    return replace(version, entries=version.entries[:-1])


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_lost_and_nothing_stands_under_another_employer(seed: int) -> None:
    tried = try_reapplying(seed)

    assert tried.lost == ()
    assert tried.astray == ()
    assert sum(tried.statuses.values()) == tried.insertions


def test_most_insertions_are_reapplied_by_themselves_where_their_experience_survives() -> None:
    tries = [try_reapplying(1000 + seed) for seed in range(40)]

    assert sum(each.settled for each in tries) >= 0.9 * sum(each.surviving for each in tries)


def test_the_new_file_is_its_new_version_plus_new_paragraphs_with_their_origin() -> None:
    new = docx_of(_without_last_job(BEFORE))
    found = reapply_to(DONE, new, CERTIFICATE)
    written = found.done.written

    assert written is not None
    assert verify(new, written.content, written.certificate).holds
    assert {point.source for point in written.certificate.points} == {"points.txt"}
    known = {point.text: (point.technology, point.line) for point in CERTIFICATE.points}
    assert all(known[point.text] == (point.technology, point.line) for point in written.certificate.points)


def test_the_same_version_gives_the_same_file() -> None:
    found = reapply_to(DONE, OLD, CERTIFICATE)

    assert found.counts == {"applied": len(POINTS)}
    assert found.done.written is not None
    assert found.done.written.content == DONE


def test_without_a_certificate_the_old_version_tells_what_was_inserted() -> None:
    with pytest.raises(Conflict, match="--old-base"):
        reapply_to(DONE, OLD)
    found = reapply_to(DONE, OLD, old_base=OLD)

    assert sorted(each.point for each in found.outcomes) == sorted(POINTS)
    assert found.counts == {"applied": len(POINTS)}


def test_what_a_person_took_out_or_reworded_since_is_not_put_back() -> None:
    document = Document(io.BytesIO(DONE))
    gone = next(each for each in document.paragraphs if each.text == POINTS[0])
    gone.runs[0].text = "Something else entirely that the person wrote instead."
    edited = io.BytesIO()
    document.save(edited)

    with pytest.raises(Conflict, match="--old-base"):
        reapply_to(edited.getvalue(), OLD, CERTIFICATE)
    found = reapply_to(edited.getvalue(), OLD, CERTIFICATE, OLD)
    assert {each.point: each.code for each in found.outcomes}[POINTS[0]] == "changed-by-hand"
    assert found.counts == {"conflict": 1, "applied": len(POINTS) - 1}


def test_another_old_version_than_the_certificates_is_refused() -> None:
    with pytest.raises(Conflict, match="not the one that the certificate was made for"):
        reapply_to(DONE, OLD, CERTIFICATE, docx_of(_without_last_job(BEFORE)))


def test_without_a_certificate_a_file_that_was_changed_otherwise_is_refused() -> None:
    with pytest.raises(Conflict, match="only a file that is its old version plus new lines"):
        reapply_to(DONE, OLD, old_base=docx_of(replace(BEFORE, name="Somebody Else")))
