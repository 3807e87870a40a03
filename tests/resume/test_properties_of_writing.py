"""What holds for every document and every point: reading, writing, proving and undoing, searched by chance."""

import zlib
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from builders.chance import documents, sentences
from builders.eyes import members_of, paragraphs_in, story_of, text_of, tree_of
from builders.putting import REVIEWER, anchor_in, put
from builders.zips import Member, zip_bytes
from resume_customizer.core.certificate import certificate_to_json, parse_certificate
from resume_customizer.core.errors import InvalidInput
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.symbols import as_unicode
from resume_customizer.resume.verifier import undo, verify
from resume_customizer.resume.writer import Written, is_without

POINTS = st.lists(sentences(), min_size=1, max_size=3, unique=True)


def _is_place(content: bytes, after: int) -> bool:
    """Whether a bullet can be put there: not where all that it could look like is struck out."""
    try:
        return bool(anchor_in(content, after))
    except InvalidInput as refusal:
        return refusal.code != "no-place"


@dataclass(frozen=True, repr=False)
class Customized:
    """A document, what became of it, and the points behind one or two of its paragraphs."""

    content: bytes
    written: Written
    points: list[str]

    def __repr__(self) -> str:
        return f"Customized({story_of(self.content)!r:.2000}, {self.points!r:.300})"


@st.composite
def _customized(draw: st.DrawFn) -> Customized:
    content, points = draw(documents()), draw(POINTS)
    places = [each.index for each in open_document(content).lines if not each.fallback]
    after = draw(
        st.lists(st.sampled_from(places).filter(lambda at: _is_place(content, at)), min_size=1, max_size=2, unique=True)
    )
    return Customized(content, put(content, after, *points, revision=draw(st.sampled_from([None, REVIEWER]))), points)


@given(documents())
def test_every_paragraph_says_what_another_reader_finds_in_it(content: bytes) -> None:
    lines = open_document(content).lines
    paragraphs = paragraphs_in(tree_of(content))

    assert [as_unicode(each.text) for each in lines] == [as_unicode(text_of(each)) for each in paragraphs]


@given(_customized())
def test_the_output_is_the_original_plus_the_points(made: Customized) -> None:
    content, written, points = made.content, made.written, made.points

    before, after = members_of(content), members_of(written.content)
    original, story = before.pop("word/document.xml"), after.pop("word/document.xml")

    assert list(before.items()) == list(after.items())
    assert is_without(story, written.certificate.insertions, original)
    old, new = ([text_of(each) for each in paragraphs_in(tree_of(each))] for each in (content, written.content))
    assert len(new) == len(old) + len(written.certificate.insertions)
    for point in points:
        placed = sum(text.endswith(point) for text in new) - sum(text.endswith(point) for text in old)
        assert placed >= sum(each.text == point for each in written.certificate.points)


@given(_customized())
def test_the_proof_holds_and_the_way_back_is_exact(made: Customized) -> None:
    content, written = made.content, made.written
    certificate = parse_certificate(certificate_to_json(written.certificate))

    found = verify(content, written.content, certificate)

    assert found.problems == ()
    assert len(found.inserted) == len(certificate.insertions)
    assert verify(content, written.content).problems == ()
    assert undo(written.content, certificate) == content


@given(_customized())
def test_a_second_customization_stands_on_the_first(made: Customized) -> None:
    written = made.written

    again = put(written.content, 0, "Once more.")

    assert verify(written.content, again.content, again.certificate).holds
    assert undo(again.content, again.certificate) == written.content


@given(_customized(), st.data())
def test_any_flipped_bit_of_any_part_is_found(made: Customized, data: st.DataObject) -> None:
    content, written = made.content, made.written
    parts = members_of(written.content)
    name = data.draw(st.sampled_from(sorted(name for name in parts if parts[name])))
    at = data.draw(st.integers(0, len(parts[name]) - 1))
    changed = bytearray(parts[name])
    changed[at] ^= 1 << data.draw(st.integers(0, 7))

    tampered = zip_bytes([Member(each, bytes(changed) if each == name else parts[each]) for each in parts])

    assert not verify(content, tampered, written.certificate).holds
    new = [range(each.start, each.start + each.length) for each in written.certificate.insertions]
    if name != "word/document.xml" or not any(at in each for each in new):
        assert not verify(content, tampered).holds


@given(_customized(), st.data())
def test_any_flipped_bit_of_the_file_is_found_with_the_certificate(made: Customized, data: st.DataObject) -> None:
    content, written = made.content, made.written
    at = data.draw(st.integers(0, len(written.content) - 1))
    changed = bytearray(written.content)
    changed[at] ^= 1 << data.draw(st.integers(0, 7))

    assert not verify(content, bytes(changed), written.certificate).holds


@given(documents())
def test_the_same_document_is_read_and_written_alike_each_time(content: bytes) -> None:
    assert put(content, 0) == put(bytes(bytearray(content)), 0)
    assert open_document(content).lines == open_document(content).lines
    assert zlib.crc32(story_of(content)) == zlib.crc32(story_of(bytes(bytearray(content))))
