"""Writing: the promises of resume_customizer.resume.writer."""

import io
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from builders import ALL_SHAPES, SampleResume, a_docx, bullets, line, shape_named
from builders.docx import WORD, Zipping, cell, deleted, inserted, row, table, text_box
from builders.eyes import kind, members_of, paragraphs_in, story_of, text_of, tree_of
from builders.hostile_file import with_member
from builders.putting import A_POINT, REVIEWER, facts_of, put
from resume_customizer.core.certificate import certificate_to_json, parse_certificate
from resume_customizer.core.document import Anchor, Experience, ResumeDocument
from resume_customizer.core.errors import Conflict, InvalidInput, NothingToPlace, PromiseBroken, RefusedInput
from resume_customizer.core.planning.plan import Placement, Plan
from resume_customizer.resume.reader import anchor_at, open_document, read_resume
from resume_customizer.resume.verifier import undo, verify
from resume_customizer.resume.writer import Revision, Spliced, _read_back, is_without, splice_resume, write_resume

PLAIN = a_docx(line("Acme"), bullets("One", "Two"), line("End"))


def _plan(document: ResumeDocument, *rows: Placement) -> Plan:
    return Plan(document.sha256, rows)


def _point(text: str = A_POINT, after: int | None = None, experience: int = 0) -> Placement:
    return Placement(text, "Kafka", 3, experience, after, "even", "because")


def _facts(content: bytes, *anchors: Anchor | None) -> ResumeDocument:
    """A document in which experiences have these places."""
    facts = facts_of(content, open_document(content))
    experiences = tuple(Experience("employment", "R", "C", None, None, None, (), (), None, 1.0, a) for a in anchors)
    return replace(facts, experiences=experiences)


# ------------------------------------------------------------------ byte for byte


@pytest.mark.parametrize("revision", [None, REVIEWER], ids=["plain", "tracked"])
@pytest.mark.parametrize("sample", ALL_SHAPES, ids=lambda sample: sample.name)
def test_every_sample_is_its_original_plus_the_points_behind_any_paragraph(
    sample: SampleResume, revision: Revision | None
) -> None:
    lines = [each.index for each in open_document(sample.data).lines if not each.fallback]
    places = sorted({lines[0], lines[len(lines) // 3], lines[len(lines) // 2], lines[-1]})

    written = put(sample.data, places, "First <point> & more", "Second ]]> “point”", revision=revision)

    certificate = written.certificate
    before, after = members_of(sample.data), members_of(written.content)
    story = after.pop(certificate.story_part)
    original = before.pop(certificate.story_part)
    assert list(after.items()) == list(before.items())
    assert is_without(story, certificate.insertions, original)
    assert len(certificate.insertions) >= 2 * len(places)
    assert undo(written.content, parse_certificate(certificate_to_json(certificate))) == sample.data
    assert verify(sample.data, written.content, certificate).holds


@pytest.mark.parametrize(
    "zipping",
    [
        Zipping(stored=("*",)),
        Zipping(data_descriptors=True),
        Zipping(comment=b"by hand"),
        Zipping(odd_order=True),
        Zipping(folders=True),
        Zipping(stored=("word/document.xml",), data_descriptors=True, comment=b"x" * 300, odd_order=True, folders=True),
    ],
    ids=str,
)
def test_whatever_the_archive_looks_like_only_one_member_changes(zipping: Zipping) -> None:
    content = a_docx(bullets("One", "Two"), zipping=zipping, habits=WORD)

    written = put(content, "One")

    with zipfile.ZipFile(io.BytesIO(written.content)) as made, zipfile.ZipFile(io.BytesIO(content)) as first:
        assert made.testzip() is None
        assert made.comment == first.comment
        assert [i.compress_type for i in made.infolist()] == [i.compress_type for i in first.infolist()]
        assert [i.date_time for i in made.infolist()] == [i.date_time for i in first.infolist()]
    assert undo(written.content, written.certificate) == content


def test_the_same_input_gives_the_same_bytes() -> None:
    for revision in (None, REVIEWER):
        assert put(PLAIN, "One", revision=revision) == put(PLAIN, "One", revision=revision)


# ------------------------------------------------------------------ where points go


def test_points_go_to_their_experience_s_place_or_to_the_bullet_that_they_name() -> None:
    opened = open_document(PLAIN)
    one, two = anchor_at(opened, 1), anchor_at(opened, 2)
    document = _facts(PLAIN, two)

    content = write_resume(
        PLAIN,
        document,
        _plan(document, _point("own"), _point("same", after=2), _point("named", after=1)),
        anchors={1: one},
    ).content

    assert [text_of(p) for p in paragraphs_in(tree_of(content))] == [
        "Acme",
        "One",
        "named",
        "Two",
        "own",
        "same",
        "End",
    ]


def test_two_experiences_with_one_place_share_it_in_the_plan_s_order() -> None:
    anchor = anchor_at(open_document(PLAIN), 2)
    document = _facts(PLAIN, anchor, anchor)
    rows = [_point("a", experience=1), _point("b"), _point("c", experience=1)]

    content = write_resume(PLAIN, document, _plan(document, *rows)).content

    assert [text_of(p) for p in paragraphs_in(tree_of(content))][2:] == ["Two", "a", "b", "c", "End"]


def test_points_in_a_text_box_stand_in_both_copies_and_count_once_as_a_point() -> None:
    content = a_docx(line(text_box(bullets("One", "Two"))), bullets("Three"))

    certificate = put(content, "One", "a", "b").certificate

    assert [each.point for each in certificate.insertions] == [0, 1, 0, 1]
    assert [each.text for each in certificate.points] == ["a", "b"]


# ------------------------------------------------------------------ what is refused


def test_a_plan_for_another_version_is_refused() -> None:
    document = read_resume(PLAIN)
    plan = Plan(document.sha256, (_point(),))

    for arguments in (
        (PLAIN + b" ", document, plan),
        (PLAIN, replace(document, sha256="0" * 64), plan),
        (PLAIN, document, replace(plan, document_sha256="0" * 64)),
    ):
        with pytest.raises(Conflict) as refusal:
            write_resume(*arguments)
        assert refusal.value.code == "stale-plan"


def test_a_plan_without_placements_writes_nothing() -> None:
    document = read_resume(PLAIN)

    with pytest.raises(NothingToPlace):
        write_resume(PLAIN, document, Plan(document.sha256, ()))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (_point(experience=1), "no-such-experience"),
        (_point(experience=-1), "no-such-experience"),
        (_point(after=0), "no-place"),
        (_point(after=99), "no-place"),
    ],
)
def test_a_point_without_a_place_is_refused(row: Placement, code: str) -> None:
    document = _facts(PLAIN, anchor_at(open_document(PLAIN), 2))

    with pytest.raises(InvalidInput) as refusal:
        write_resume(PLAIN, document, _plan(document, row))

    assert refusal.value.code == code


def test_an_experience_without_a_place_takes_no_point() -> None:
    document = _facts(PLAIN, None)

    with pytest.raises(InvalidInput) as refusal:
        write_resume(PLAIN, document, _plan(document, _point()))

    assert refusal.value.code == "no-place"


@pytest.mark.parametrize("character", [*"\x00\x01\x08\x0b\x0c\x0e\x1f\ud800\udfff\ufffe\uffff\t\n\r"])
def test_a_point_with_a_character_that_no_bullet_can_hold_is_refused_with_its_row(character: str) -> None:
    with pytest.raises(InvalidInput, match=f"U\\+{ord(character):04X}") as refusal:
        put(PLAIN, "One", "fine", f"not{character}fine")

    assert (refusal.value.code, refusal.value.where) == ("bad-point", "placements row 2")


@pytest.mark.parametrize("empty", ["", " ", "\u00a0", "\u2003 "])
def test_an_empty_point_is_refused(empty: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        put(PLAIN, "One", empty, "fine")

    assert refusal.value.code == "bad-point"


# ------------------------------------------------------------------ tracked changes


def _accepted(root: ET.Element, reviewer: str) -> ET.Element:
    """The document as Word leaves it when all of the reviewer's insertions are accepted."""
    for parent in list(root.iter()):
        for position, each in reversed(list(enumerate(parent))):
            if kind(each) == "ins" and each.get(f"{each.tag.partition('}')[0]}}}author") == reviewer:
                parent.remove(each)
                parent[position:position] = list(each)
    return root


def _rejected(root: ET.Element, reviewer: str) -> ET.Element:
    """The same when they are rejected: their text goes, and so do paragraphs whose mark is one of them."""

    def is_theirs(each: ET.Element) -> bool:
        return kind(each) == "ins" and any(value == reviewer for value in each.attrib.values())

    for parent in list(root.iter()):
        for each in list(parent):
            if kind(each) == "p" and any(is_theirs(mark) for mark in each.iterfind("./*/*/*")):
                assert all(kind(part) == "pPr" or is_theirs(part) for part in each)
                parent.remove(each)
            elif is_theirs(each) and kind(parent) != "rPr":
                parent.remove(each)
    return root


def _canonical(root: ET.Element) -> str:
    return ET.canonicalize(ET.tostring(root, encoding="unicode"))


BODIES = {
    "bullets": a_docx(line("Acme"), bullets("One", "Two"), line("End"), habits=WORD),
    "revised before": a_docx(line(deleted("x"), inserted("One")), bullets("Two"), line(inserted("y"), mark="inserted")),
    "text box": a_docx(line(text_box(bullets("One", "Two"))), line("End")),
    "cell": a_docx(table(row(cell(bullets("One", "Two")), cell(line("right"))))),
}
SOMEBODY = replace(REVIEWER, author='Zoë "Z" <O\'Neil> & Söhne')


@pytest.mark.parametrize("name", BODIES)
def test_accepting_the_tracked_changes_gives_the_plain_insertion(name: str) -> None:
    tracked, plain = put(BODIES[name], "One", "a", "b", revision=SOMEBODY), put(BODIES[name], "One", "a", "b")

    accepted = _accepted(tree_of(tracked.content), SOMEBODY.author)
    for parent in reversed(list(accepted.iter())):  # properties that say nothing are as good as none
        for each in list(parent):
            if kind(each) in ("pPr", "rPr") and len(each) == 0:
                parent.remove(each)

    assert _canonical(accepted) == _canonical(tree_of(plain.content))


@pytest.mark.parametrize("name", BODIES)
def test_rejecting_them_gives_the_original(name: str) -> None:
    tracked = put(BODIES[name], "One", "a", "b", revision=SOMEBODY)

    assert _canonical(_rejected(tree_of(tracked.content), SOMEBODY.author)) == _canonical(tree_of(BODIES[name]))


@pytest.mark.parametrize("name", BODIES)
def test_tracked_changes_have_ids_of_their_own_author_and_time(name: str) -> None:
    root = tree_of(put(BODIES[name], "One", "a", "b", revision=SOMEBODY).content)
    ids = [value for each in root.iter() for key, value in each.attrib.items() if key.endswith("main}id")]
    ours = [each for each in root.iter() if kind(each) == "ins" and SOMEBODY.author in each.attrib.values()]

    assert len(ours) in (4, 8)
    assert len(set(ids)) == len(ids)
    assert all("2026-01-02T03:04:05Z" in each.attrib.values() for each in ours)


def test_the_time_of_a_change_keeps_its_zone() -> None:
    there = datetime(2026, 1, 2, 3, 4, 5, 999, tzinfo=timezone(timedelta(hours=5, minutes=30)))

    assert b'w:date="2026-01-02T03:04:05+05:30"' in story_of(put(PLAIN, "One", revision=Revision("I", there)).content)


@pytest.mark.parametrize("author", ["", "  ", "two\nlines", "tab\t", "nul\x00", "half\ud800"])
def test_an_author_without_a_name_or_with_control_characters_is_refused(author: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        put(PLAIN, "One", revision=replace(REVIEWER, author=author))

    assert refusal.value.code == "bad-author"


def test_ids_of_revisions_go_on_from_the_highest_of_the_document() -> None:
    story = story_of(PLAIN).replace(
        b"<w:p>", b"<w:bookmarkStart w:id = '4711' w:name='x'/><w:bookmarkEnd w:id='4711'/><w:p>", 1
    )

    made = story_of(put(with_member("word/document.xml", story), "One", revision=REVIEWER).content)

    assert b'<w:ins w:id="4712"' in made
    assert b'<w:ins w:id="4713"' in made


def test_in_a_default_namespace_tracked_changes_are_written_when_attributes_have_a_name() -> None:
    named = a_docx(bullets("One"), prefix="")
    nameless = story_of(named).replace(b" xmlns:w=", b" xmlns:unused=").replace(b"w:", b"")

    root = tree_of(put(named, "One", revision=REVIEWER).content)

    assert _canonical(_rejected(root, REVIEWER.author)) == _canonical(tree_of(named))
    content = with_member("word/document.xml", nameless.replace(b'xmlns:unused="', b'xmlns:unused="x'))
    assert put(content, "One").content
    with pytest.raises(RefusedInput) as refusal:
        put(content, "One", revision=REVIEWER)
    assert refusal.value.code == "no-tracking"


# ------------------------------------------------------------------ the certificate


def test_a_certificate_says_where_each_point_comes_from_and_what_each_part_was() -> None:
    opened = open_document(PLAIN)
    document = _facts(PLAIN, anchor_at(opened, 2))

    written = write_resume(PLAIN, document, _plan(document, _point()), source="points.txt")
    certificate = written.certificate

    (point,) = certificate.points
    assert (point.text, point.technology, point.source, point.line) == (A_POINT, "Kafka", "points.txt", 3)
    assert (point.experience, point.after, point.rule, point.reason) == (0, "Two", "even", "because")
    assert [part.name for part in certificate.parts] == list(members_of(PLAIN))
    assert [part.name for part in certificate.parts if part.sha256_before != part.sha256_after] == ["word/document.xml"]
    (insertion,) = certificate.insertions
    story = story_of(written.content)
    assert story[insertion.start :].startswith(b"<w:p>")
    assert story[: insertion.start + insertion.length].endswith(b"</w:p>")


def test_insertions_are_counted_in_bytes_of_the_part_as_it_is_stored() -> None:
    for name in ("12-utf-16", "12-utf-8-bom"):
        written = put(shape_named(name).data, 3)
        (insertion,) = written.certificate.insertions
        story = story_of(written.content, written.certificate.story_part)
        piece = story[insertion.start : insertion.start + insertion.length]
        assert A_POINT in piece.decode("utf-16-le" if "16" in name else "utf-8")


# ------------------------------------------------------------------ reading back


def _spliced() -> Spliced:
    document = _facts(PLAIN, anchor_at(open_document(PLAIN), 2))
    return splice_resume(PLAIN, document, _plan(document, _point()))


def test_what_was_written_is_read_back_before_it_is_handed_out() -> None:
    made = _spliced()
    other = put(PLAIN, "One", "Another point.").content

    _read_back(made)
    for broken in (replace(made, content=other), replace(made, insertions=()), replace(made, original=made.story)):
        with pytest.raises(PromiseBroken):
            _read_back(broken)


def test_an_output_with_other_members_is_never_handed_out() -> None:
    made = _spliced()

    with pytest.raises(PromiseBroken) as fault:
        _read_back(replace(made, content=with_member("word/media/new.bin", b"x")))

    assert fault.value.code == "members-differ"
