"""The proof: the promises of resume_customizer.resume.verifier."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from builders import ALL_SHAPES, SampleResume, a_docx, bullets, line, typed_bullets
from builders.docx import WORD, Member, Xml, raw, zip_docx
from builders.eyes import members_of, story_of
from builders.hostile_archives import zeros
from builders.hostile_file import with_member
from builders.putting import A_POINT, REVIEWER, put
from builders.zips import zip_bytes
from resume_customizer.core.certificate import (
    Certificate,
    CertifiedPart,
    CertifiedPoint,
    Insertion,
    StoredPart,
    certificate_to_json,
    parse_certificate,
)
from resume_customizer.core.errors import InvalidInput, PromiseBroken, UnreadableInput
from resume_customizer.resume.archive import open_archive
from resume_customizer.resume.verifier import Verification, undo, verify

BODY: list[Xml] = [line("Acme", bold=True), *bullets("One & only", "Two", "Two", "Three"), line("End")]
ORIGINAL = a_docx(BODY, habits=WORD)
WRITTEN = put(ORIGINAL, "One", A_POINT, "Second point.")
NEW = b'<w:p w14:paraId="00000001"><w:r><w:t>New.</w:t></w:r></w:p>'


def _with_story(change: Callable[[bytes], bytes], content: bytes = WRITTEN.content) -> bytes:
    """The file with its text changed, everything else raw."""
    parts = members_of(content)
    return zip_bytes(
        [Member(name, change(data) if name == "word/document.xml" else data) for name, data in parts.items()]
    )


def _verified(change: Callable[[bytes], bytes], content: bytes = WRITTEN.content) -> Verification:
    changed = _with_story(change, content)
    assert story_of(changed) != story_of(content), "nothing was changed"
    return verify(ORIGINAL, changed)


# ------------------------------------------------------------------ what holds


@pytest.mark.parametrize("revision", [None, REVIEWER], ids=["plain", "tracked"])
@pytest.mark.parametrize("with_certificate", [False, True])
@pytest.mark.parametrize("sample", ALL_SHAPES[::4], ids=lambda sample: sample.name)
def test_what_we_wrote_holds_with_and_without_its_certificate(
    sample: SampleResume, with_certificate: bool, revision: object
) -> None:
    written = put(sample.data, [1, 4], "First.", "Second.", revision=revision)  # ty: ignore[invalid-argument-type]

    found = verify(sample.data, written.content, written.certificate if with_certificate else None)

    assert found.holds
    assert len(found.inserted) == len(written.certificate.insertions)
    assert {"First.", "Second."} <= {text.strip("•-–· \t") for text in found.inserted}


def test_an_untouched_file_holds_with_nothing_inserted() -> None:
    assert verify(ORIGINAL, ORIGINAL) == Verification(True, (), ())


def test_the_inserted_sentences_are_told_as_a_reader_sees_them() -> None:
    content = a_docx(typed_bullets("One"))

    assert verify(content, put(content, "One", "a < b").content).inserted == ("•\ta < b",)


@pytest.mark.parametrize(
    "addition",
    [
        lambda story: story.replace(b"<w:p ", NEW + b"<w:p ", 1),
        lambda story: story.replace(b"<w:sectPr", NEW + b"<w:sectPr", 1),
        lambda story: story.replace(b"</w:p>", b"</w:p>" + NEW + NEW.replace(b"01", b"02"), 1),
        lambda story: story.replace(b"Two</w:t></w:r></w:p>", b"Two</w:t></w:r></w:p>" + NEW, 1),
    ],
)
def test_whole_paragraphs_that_somebody_else_added_hold_too(addition: Callable[[bytes], bytes]) -> None:
    found = _verified(addition, ORIGINAL)

    assert found.holds
    assert set(found.inserted) == {"New."}


# ------------------------------------------------------------------ what does not hold


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "a changed word": lambda story: story.replace(b"Three", b"Four!"),
    "a changed word of the header": lambda story: story.replace(b"Acme", b"Acne"),
    "a space between two elements": lambda story: story.replace(b"</w:p><w:p", b"</w:p> <w:p", 1),
    "a space at the end": lambda story: story + b" ",
    "a line end that is gone": lambda story: story.replace(b"\r\n", b"", 1),
    "a removed paragraph": lambda story: story[: story.rindex(b"<w:p ")] + story[story.index(b"<w:sectPr") :],
    "an added run": lambda story: story.replace(b"Three</w:t></w:r>", b"Three</w:t></w:r><w:r><w:t>!</w:t></w:r>"),
    "a run that is gone": lambda story: story.replace(b"<w:r><w:t>End</w:t></w:r>", b""),
    "words added inside of a text": lambda story: story.replace(b"Three", b"Three and more"),
    "a changed attribute": lambda story: story.replace(b'w:rsidP="', b'w:rsidP="1', 1),
    "another value": lambda story: story.replace(b'<w:ilvl w:val="0"/>', b'<w:ilvl w:val="1"/>', 1),
    "another order of attributes": lambda story: story.replace(b'w:ilvl w:val="0"', b"w:ilvl  w:val='0'", 1),
    "an added empty paragraph": lambda story: story.replace(b"</w:p>", b"</w:p><w:p/>", 1),
    "an added paragraph of spaces": lambda story: story.replace(
        b"</w:p>", b"</w:p><w:p><w:r><w:t> </w:t></w:r></w:p>", 1
    ),
    "an added table": lambda story: story.replace(
        b"</w:p>", b"</w:p><w:tbl><w:tr><w:tc>%b</w:tc></w:tr></w:tbl>" % NEW, 1
    ),
    "an added control": lambda story: story.replace(
        b"</w:p>", b"</w:p><w:sdt><w:sdtContent>%b</w:sdtContent></w:sdt>" % NEW, 1
    ),
    "an added section": lambda story: story.replace(b"</w:p>", b"</w:p>" + _holding(b"<w:pPr><w:sectPr/></w:pPr>"), 1),
    "an added bookmark": lambda story: story.replace(
        b"</w:p>", b"</w:p>" + _holding(b'<w:bookmarkStart w:id="1"/>'), 1
    ),
    "an added link": lambda story: story.replace(
        b"</w:p>", b"</w:p>" + _holding(b"<w:hyperlink><w:r/></w:hyperlink>"), 1
    ),
    "an added field": lambda story: story.replace(b"</w:p>", b"</w:p>" + _holding(b'<w:fldSimple w:instr="X"/>'), 1),
    "an added picture": lambda story: story.replace(b"</w:p>", b"</w:p>" + _holding(b"<w:r><w:drawing/></w:r>"), 1),
    "an id used twice": lambda story: story.replace(b"</w:p>", b"</w:p>" + NEW + NEW, 1),
    "an added comment": lambda story: story.replace(b"</w:p>", b"</w:p><!-- hello -->", 1),
    "an added instruction": lambda story: story.replace(b"</w:p>", b"</w:p><?hello?>", 1),
    "markup that is not well-formed": lambda story: story.replace(b"</w:p>", b"", 1),
    "a document type": lambda story: story.replace(b"<w:document", b"<!DOCTYPE w:document><w:document", 1),
    "another encoding": lambda story: story.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "a byte order mark": lambda story: b"\xef\xbb\xbf" + story,
    "another declaration": lambda story: story.replace(b'encoding="UTF-8"', b"encoding='UTF-8'"),
    "another document": lambda story: story[:0] + b"<w:document xmlns:w='x'/>",
    "nothing at all": lambda story: story[:0],
}


def _holding(markup: bytes) -> bytes:
    return b"<w:p>%b<w:r><w:t>New.</w:t></w:r></w:p>" % markup


def _moved(story: bytes) -> bytes:
    first, last = story.index(b"<w:p "), story.rindex(b"<w:p ")
    end = story.index(b"</w:p>", first) + 6
    return story[:first] + story[end:last] + story[first:end] + story[last:]


BROKEN["an original paragraph moved"] = _moved


@pytest.mark.parametrize("name", BROKEN)
def test_anything_but_whole_new_paragraphs_is_found(name: str) -> None:
    for content in (WRITTEN.content, ORIGINAL):
        found = _verified(BROKEN[name], content)
        assert not found.holds
        assert found.problems


def test_the_original_itself_shortened_is_found_when_it_is_longer_than_what_was_added() -> None:
    assert not verify(WRITTEN.content, ORIGINAL).holds


def _members(content: bytes) -> list[Member]:
    return [Member(name, data) for name, data in members_of(content).items()]


OTHER_MEMBERS: dict[str, Callable[[list[Member]], list[Member]]] = {
    "reordered": lambda members: members[::-1],
    "one gone": lambda members: members[:-1],
    "one new": lambda members: [*members, Member("word/media/x.png", b"x")],
    "styles changed": lambda members: [
        replace(m, data=m.data.replace(b"Arial", b"Ariel")) if m.name == "word/styles.xml" else m for m in members
    ],
    "one renamed": lambda members: [
        replace(m, name="word/settingz.xml") if m.name == "word/settings.xml" else m for m in members
    ],
    "one emptied": lambda members: [replace(m, data=b"") if m.name == "docProps/app.xml" else m for m in members],
}


@pytest.mark.parametrize("name", OTHER_MEMBERS)
def test_other_parts_than_the_text_must_be_there_in_order_and_unchanged(name: str) -> None:
    changed = zip_docx(OTHER_MEMBERS[name](_members(WRITTEN.content)))

    found = verify(ORIGINAL, changed)

    assert not found.holds


def test_parts_packed_anew_hold_the_same() -> None:
    assert verify(ORIGINAL, zip_docx(_members(WRITTEN.content))).holds


@pytest.mark.parametrize(
    "customized",
    [
        b"",
        b"not a zip",
        WRITTEN.content[:-30],
        zip_bytes([*_members(WRITTEN.content), Member("word/document.xml")]),
        zip_bytes([*_members(WRITTEN.content), Member("../x")]),
        zip_bytes([Member("word/bomb.bin", packed=zeros(20), declared_size=20_000_000, crc=0)]),
        with_member("word/document.xml", b"<x/>".ljust(49_000_000)),
    ],
    ids=["nothing", "text", "cut", "two texts", "escaping name", "bomb", "huge text"],
)
def test_a_customized_file_that_cannot_be_read_is_a_finding_not_an_error(customized: bytes) -> None:
    found = verify(ORIGINAL, customized)

    assert not found.holds
    assert found.problems


def test_an_original_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(UnreadableInput):
        verify(b"not a zip", WRITTEN.content)


# ------------------------------------------------------------------ with a certificate


def _forged(change: Callable[[Certificate], Certificate]) -> Verification:
    return verify(ORIGINAL, WRITTEN.content, change(WRITTEN.certificate))


def _first(certificate: Certificate) -> Insertion:
    return certificate.insertions[0]


FORGERIES: dict[str, Callable[[Certificate], Certificate]] = {
    "another original": lambda c: replace(c, original_sha256="0" * 64),
    "another output": lambda c: replace(c, customized_sha256="0" * 64),
    "another part": lambda c: replace(c, story_part="word/document2.xml"),
    "other words": lambda c: replace(c, points=(c.points[0]._replace(text="Never written."), *c.points[1:])),
    "words swapped": lambda c: replace(c, points=c.points[::-1]),
    "a point that is not there": lambda c: replace(c, insertions=(_first(c)._replace(point=7), *c.insertions[1:])),
    "a negative point": lambda c: replace(c, insertions=(_first(c)._replace(point=-1), *c.insertions[1:])),
    "an insertion less": lambda c: replace(c, insertions=c.insertions[1:]),
    "an insertion twice": lambda c: replace(c, insertions=(*c.insertions, _first(c))),
    "an original paragraph claimed as new": lambda c: replace(
        c, insertions=(_first(c)._replace(start=_first(c).start + _first(c).length + 1), *c.insertions[1:])
    ),
    "a shorter insertion": lambda c: replace(
        c, insertions=(_first(c)._replace(length=_first(c).length - 1), *c.insertions[1:])
    ),
    "a negative start": lambda c: replace(c, insertions=(_first(c)._replace(start=-5), *c.insertions[1:])),
    "a part less": lambda c: replace(c, parts=c.parts[1:]),
    "another digest before": lambda c: replace(c, parts=(c.parts[0]._replace(sha256_before="0" * 64), *c.parts[1:])),
    "another digest after": lambda c: replace(c, parts=(c.parts[0]._replace(sha256_after="0" * 64), *c.parts[1:])),
    "another way back": lambda c: replace(c, restore=StoredPart(b"", 0, 0)),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_whatever_a_certificate_states_wrongly_is_found(name: str) -> None:
    assert _forged(lambda certificate: certificate).holds
    assert not _forged(FORGERIES[name]).holds


def test_a_certificate_of_another_customization_is_found() -> None:
    other = put(ORIGINAL, "Two", "Another point.")

    assert not verify(ORIGINAL, WRITTEN.content, other.certificate).holds
    assert not verify(ORIGINAL, other.content, WRITTEN.certificate).holds


# ------------------------------------------------------------------ undo


@pytest.mark.parametrize("sample", ALL_SHAPES, ids=lambda sample: sample.name)
def test_undo_gives_the_original_file_back_byte_for_byte(sample: SampleResume) -> None:
    written = put(sample.data, 2, "First.", "Second.")
    certificate = json.loads(json.dumps(certificate_to_json(written.certificate)))

    assert undo(written.content, parse_certificate(certificate)) == sample.data


def test_undo_refuses_a_file_that_was_changed_since() -> None:
    for content in (WRITTEN.content + b" ", ORIGINAL, put(ORIGINAL, "Two").content):
        with pytest.raises(PromiseBroken) as refusal:
            undo(content, WRITTEN.certificate)
        assert refusal.value.code == "other-file"


@pytest.mark.parametrize(
    ("forged", "kind"),
    [
        (replace(WRITTEN.certificate, story_part="word/gone.xml"), UnreadableInput),
        (replace(WRITTEN.certificate, original_sha256="0" * 64), PromiseBroken),
        (replace(WRITTEN.certificate, restore=StoredPart(b"", 0, 0)), PromiseBroken),
        (replace(WRITTEN.certificate, restore=WRITTEN.certificate.restore._replace(crc=-1)), UnreadableInput),
        (replace(WRITTEN.certificate, restore=WRITTEN.certificate.restore._replace(size=2**40)), UnreadableInput),
    ],
)
def test_undo_refuses_a_certificate_that_was_changed(forged: Certificate, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        undo(WRITTEN.content, forged)


def test_the_way_back_is_not_the_whole_file() -> None:
    archive = open_archive(ORIGINAL)

    assert WRITTEN.certificate.restore.payload == archive.payload(archive.by_name["word/document.xml"])
    assert len(WRITTEN.certificate.restore.payload) < len(ORIGINAL) / 2


# ------------------------------------------------------------------ certificates as JSON


def _json() -> dict[str, object]:
    return json.loads(json.dumps(certificate_to_json(WRITTEN.certificate)))


def test_a_certificate_survives_the_way_to_json_and_back() -> None:
    assert parse_certificate(_json()) == WRITTEN.certificate


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        "certificate",
        {},
        {"version": 2},
        _json() | {"restore": None},
        _json() | {"restore": {"payload": "???", "crc": 0, "size": 0}},
        _json() | {"restore": {"payload": "", "crc": "0", "size": 0}},
        _json() | {"restore": {"payload": base64.b64encode(b"x").decode(), "crc": 0}},
        _json() | {"insertions": [{"start": "0", "length": 1, "point": 0}]},
        _json() | {"insertions": [{"start": True, "length": 1, "point": 0}]},
        _json() | {"insertions": [[0, 1, 0]]},
        _json() | {"insertions": 5},
        _json() | {"points": [{}]},
        _json() | {"parts": [{"name": "x"}]},
        _json() | {"parts": [{"name": 1, "sha256_before": "", "sha256_after": ""}]},
        _json() | {"tracked": "yes"},
        _json() | {"original_sha256": 5},
        _json() | {"more": 1},
        _json() | {"story_part": "word/\ud800.xml"},
        _json() | {"points": [{**dict.fromkeys(CertifiedPoint._fields, "\udfff"), "line": 1, "experience": 0}]},
        _json() | {"insertions": [{"start": 0, "length": 1, "point": 0}] * 100_001},
        _json() | {"version": "1" * 1_000_000},
    ],
    ids=range(23),
)
def test_what_is_no_certificate_is_said(values: object) -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_certificate(values)

    assert refusal.value.code == "bad-certificate"
    assert len(str(refusal.value).encode()) < 400


def test_a_name_in_a_certificate_steers_no_terminal_and_has_an_end() -> None:
    forged = replace(WRITTEN.certificate, story_part="word/\x1b]0;x\x07\u202e\0" + "x" * 1_000_000)
    (told, *_) = verify(ORIGINAL, WRITTEN.content, forged).problems
    with pytest.raises(UnreadableInput) as refusal:
        undo(WRITTEN.content, forged)

    for each in (told, str(refusal.value)):
        assert each.isprintable()
        assert len(each) < 400


def test_another_json_of_ours_is_told_from_a_certificate_of_another_version() -> None:
    with pytest.raises(InvalidInput, match="not a certificate"):
        parse_certificate({"version": 2, "placements": []})
    with pytest.raises(InvalidInput, match="of version 2; a newer program reads it"):
        parse_certificate(_json() | {"version": 2})


def test_parts_are_certified_by_name_not_by_position() -> None:
    shuffled = replace(WRITTEN.certificate, parts=WRITTEN.certificate.parts[::-1])

    assert all(isinstance(part, CertifiedPart) for part in shuffled.parts)
    assert verify(ORIGINAL, WRITTEN.content, shuffled).holds


def test_markup_that_only_looks_like_a_paragraph_is_none() -> None:
    content = with_member("word/document.xml", story_of(a_docx(bullets("One"), raw("<?p <w:p> ?><!-- <w:p> -->"))))

    assert verify(content, put(content, "One").content).holds
