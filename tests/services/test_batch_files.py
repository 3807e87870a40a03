"""The files of a batch: the promises of resume_customizer.services.background.batch_files."""

import csv
from io import StringIO

import pytest

from builders.batches import GO, KAFKA, PEOPLE, opened, several_resumes, wanted, without_experience, work_off
from builders.desk import Desk
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput, NotFound
from resume_customizer.core.records.record import Id, new_id
from resume_customizer.resume.verifier import verify


@pytest.fixture
def ann(desk: Desk) -> Actor:
    """The owner of a workspace."""
    return desk.workspace("ann")


def a_batch(desk: Desk, ann: Actor, pattern: str = "{original}") -> Id:
    """Two resumes and one that can't be customized, for two targets."""
    resumes = [*several_resumes(desk, ann, 2), without_experience(desk, ann)]
    batch_id = desk.batches.prepare(ann, wanted(resumes, KAFKA, GO, pattern=pattern)).batch_id
    desk.batches.run(ann, batch_id)
    work_off(desk)
    return batch_id


def test_every_file_is_in_it_once_with_its_certificate_and_a_line(desk: Desk, ann: Actor) -> None:
    batch_id = a_batch(desk, ann)
    name, pieces = desk.batch_files.download(ann, batch_id)
    with opened(pieces) as archive:
        names = archive.namelist()
        rows = list(csv.DictReader(StringIO(archive.read("manifest.csv").decode())))
        contents = {each: archive.read(each) for each in names}
        assert archive.testzip() is None

    assert name == "Monday.zip"
    documents = [each for each in names if each.endswith(".docx")]
    assert documents == [
        f"{PEOPLE[0]}.docx",
        f"{PEOPLE[1]}.docx",
        f"{PEOPLE[0]} (2).docx",
        f"{PEOPLE[1]} (2).docx",
    ]
    assert [f"certificates/{each[:-5]}.certificate.json" for each in documents] == sorted(
        (each for each in names if "certificate" in each), key=names.index
    )
    assert [(row["file"], row["status"]) for row in rows if row["error"]] == [("", "failed")] * 2
    assert [row["file"] for row in rows if not row["error"]] == documents
    assert len(rows) == 6
    for each in desk.customizations.list_customizations(ann, batch_id=batch_id).records:
        original = desk.customizations.read_original(ann, each.id).content
        (same,) = [
            name for name in documents if contents[name] == desk.customizations.read_document(ann, each.id).content
        ]
        assert verify(original, contents[same]).holds


def test_files_are_called_as_the_pattern_says(desk: Desk, ann: Actor) -> None:
    batch_id = a_batch(desk, ann, "{target}_{consultant}_{date}")

    assert desk.batch_files.list_names(ann, batch_id) == {
        1: f"Kafka desk_{PEOPLE[0]}_2026-11-23.docx",
        2: f"Kafka desk_{PEOPLE[1]}_2026-11-23.docx",
        4: f"Gateway_{PEOPLE[0]}_2026-11-23.docx",
        5: f"Gateway_{PEOPLE[1]}_2026-11-23.docx",
    }
    assert desk.batch_files.list_names(ann, batch_id, "{number}")[4] == "4.docx"
    with pytest.raises(InvalidInput, match="can't have"):
        desk.batch_files.list_names(ann, batch_id, "{where}")


def test_the_same_batch_gives_the_same_bytes_again(desk: Desk, ann: Actor) -> None:
    batch_id = a_batch(desk, ann)
    first, second = (b"".join(desk.batch_files.download(ann, batch_id)[1]) for _ in range(2))

    assert len(first) > 10_000
    assert first == second


def test_it_comes_in_pieces(desk: Desk, ann: Actor) -> None:
    _, pieces = desk.batch_files.download(ann, a_batch(desk, ann))
    sizes = [len(each) for each in pieces]

    assert len(sizes) > 8
    assert max(sizes) <= 65_536


def test_what_is_wrong_is_said_before_the_first_piece(desk: Desk, ann: Actor) -> None:
    with pytest.raises(NotFound):
        desk.batch_files.download(ann, new_id())
    with pytest.raises(InvalidInput):
        desk.batch_files.download(ann, a_batch(desk, ann), "plain")
