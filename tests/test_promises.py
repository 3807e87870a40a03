"""The promises of the README, held over every sample resume from end to end.

    ALL_SHAPES × sample_bank()  ->  customize()  ->  looked at by other eyes: zipfile, ElementTree, plain arithmetic

What judges here shares no code with what is judged. Each test is one promise, in the README's order.
"""

import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import resume_customizer
from builders import ALL_HOSTILE, ALL_SHAPES, POINTS_TEXT, HostileFile, SampleResume, sample_bank
from resume_customizer.core.errors import InvalidInput, NothingToPlace
from resume_customizer.core.planning.plan import plan_to_json
from resume_customizer.core.planning.plan_rows import parse_plan
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.resume.verifier import undo, verify
from resume_customizer.services.documents.customizing import Customized, customize, make_plan
from resume_customizer.services.documents.instructions import Instructions

BANK = sample_bank()
POINTS = [point.text for stack in BANK.stacks for point in stack.points]
MARKERS = "•·-–—*▪◦●○■➢✓\uf0b7\uf0a7\uf0d8\uf0fc"
NEVER_INHERITED = {
    "hyperlink", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "fldChar",
    "fldSimple", "instrText", "sectPr", "ins", "del", "drawing", "pict", "lastRenderedPageBreak", "footnoteReference",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sample, and what became of it."""

    sample: SampleResume
    done: Customized
    content: bytes
    """The customized file."""

    @property
    def placed(self) -> list[str]:
        """Texts of the placed points."""
        return [placement.point for placement in self.done.planned.plan.placements]


@cache
def _outcomes() -> dict[str, Outcome]:
    found = {}
    for sample in ALL_SHAPES:
        try:
            done = customize(sample.data, Instructions(bank=BANK))
        except NothingToPlace:
            continue
        if done.written is not None:
            found[sample.name] = Outcome(sample, done, done.written.content)
    return found


@pytest.fixture(params=sorted(_outcomes()))
def outcome(request: pytest.FixtureRequest) -> Outcome:
    """Each sample that received points."""
    return _outcomes()[request.param]


def test_most_samples_receive_points() -> None:
    with_bullets = [s for s in ALL_SHAPES if any(each.bullets for each in s.truth.experiences)]

    assert len(with_bullets) > 60
    assert [sample.name for sample in with_bullets if sample.name not in _outcomes()] == []


# ------------------------------------------------------------------ 1. only additions


def test_without_the_inserted_ranges_the_file_is_the_original_byte_for_byte(outcome: Outcome) -> None:
    assert outcome.done.written is not None
    certificate = outcome.done.written.certificate
    before, after = _story(outcome.sample.data, certificate.story_part), _story(outcome.content, certificate.story_part)

    cut = bytearray(after)
    for insertion in sorted(certificate.insertions, key=lambda each: -each.start):
        del cut[insertion.start : insertion.start + insertion.length]

    assert certificate.insertions
    assert bytes(cut) == before
    assert _members(outcome.content, certificate.story_part) == _members(outcome.sample.data, certificate.story_part)


def test_verify_says_so_and_undo_gives_the_original_file_back(outcome: Outcome) -> None:
    assert outcome.done.written is not None
    certificate = outcome.done.written.certificate

    assert verify(outcome.sample.data, outcome.content).holds
    assert verify(outcome.sample.data, outcome.content, certificate).holds
    assert undo(outcome.content, certificate) == outcome.sample.data


def test_verify_finds_one_changed_byte_in_any_part() -> None:
    outcome = next(iter(_outcomes().values()))
    names = [info.filename for info in _zip(outcome.content).infolist() if info.file_size > 0]
    changed = [
        name for name in names if not verify(outcome.sample.data, _with_a_byte_changed(outcome.content, name)).holds
    ]

    assert len(names) > 4
    assert changed == names


# ------------------------------------------------------------------ 2. like the neighbours


def test_a_new_bullet_has_the_paragraph_and_run_properties_of_bullets_that_were_there(outcome: Outcome) -> None:
    paragraphs = list(_paragraphs(outcome))
    known = {_words(text) for each in outcome.sample.truth.experiences for text in each.bullet_texts}
    models = [p for p in paragraphs if _words(_text(p)) in known] or paragraphs
    looks, runs = {_look(p) for p in models}, {look for p in models for look in _run_looks(p)}
    new = [p for p in paragraphs if _words(_text(p)) in set(map(_words, outcome.placed))]

    assert new
    for paragraph in new:
        assert _look(paragraph) in looks
        assert set(_run_looks(paragraph)) <= runs
        assert {_name(each) for each in paragraph.iter()} & NEVER_INHERITED == set()


# ------------------------------------------------------------------ 3. no point gets lost


def test_every_point_is_placed_exactly_once_or_listed_with_its_reason(outcome: Outcome) -> None:
    plan = outcome.done.planned.plan
    reasons = [each.reason for each in (*plan.placements, *plan.unplaced)]

    assert Counter([*outcome.placed, *(each.point for each in plan.unplaced)]) == Counter(POINTS)
    assert all(reasons)


def test_the_output_holds_each_placed_point_once(outcome: Outcome) -> None:
    gained = _visible(outcome.content, outcome) - _visible(outcome.sample.data, outcome)

    assert gained == Counter(map(_words, outcome.placed))


# ------------------------------------------------------------------ 4. what you saw is what you get


def test_the_plan_that_was_shown_is_the_plan_that_is_written(outcome: Outcome) -> None:
    planned = make_plan(outcome.sample.data, Instructions(bank=BANK))
    shown = json.loads(json.dumps(plan_to_json(planned.plan, planned.document)))

    written = customize(outcome.sample.data, Instructions(plan=parse_plan(shown))).written

    assert written is not None
    assert written.content == outcome.content


def test_the_same_input_gives_the_same_output(outcome: Outcome) -> None:
    again = customize(outcome.sample.data, Instructions(bank=BANK))

    assert again.written == outcome.done.written


# ------------------------------------------------------------------ 5. nothing is invented


def test_only_given_points_reach_the_document(outcome: Outcome) -> None:
    before, after = _visible(outcome.sample.data, outcome), _visible(outcome.content, outcome)

    assert set(after - before) <= set(map(_words, POINTS))
    assert before - after == Counter()


# ------------------------------------------------------------------ 6. it says what it understood


@pytest.mark.parametrize(
    "hostile", [each for each in ALL_HOSTILE if each.expected == "refused"], ids=lambda each: each.name
)
def test_what_cannot_be_done_safely_is_refused_with_the_reason(hostile: HostileFile) -> None:
    with pytest.raises(InvalidInput) as refusal:
        customize(hostile.data, Instructions(bank=BANK))

    assert refusal.value.code == hostile.code
    assert refusal.value.message.endswith((".", "!"))


def test_what_is_odd_in_a_text_is_said_with_its_line() -> None:
    bank = parse_tech_stack("Java\n• Built services.\n• Built services.\n")

    assert [(notice.where, bool(notice.message)) for notice in bank.notices] == [("line 3", True)]


# ------------------------------------------------------------------ 7. it works alone


def test_the_main_job_runs_without_network_account_or_other_programs(tmp_path: Path) -> None:
    (tmp_path / "resume.docx").write_bytes(ALL_SHAPES[0].data)
    (tmp_path / "points.txt").write_text(POINTS_TEXT, "utf-8")
    for arguments in (
        ["customize", "resume.docx", "--points", "points.txt", "-o", "out.docx"],
        ["verify", "resume.docx", "out.docx"],
        ["undo", "out.docx", "-o", "again.docx"],
    ):
        command = [sys.executable, "-c", ALONE, *arguments]
        ran = subprocess.run(
            command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        assert ran.returncode == 0, ran.stderr

    assert (tmp_path / "again.docx").read_bytes() == ALL_SHAPES[0].data


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(resume_customizer.__file__).parent.parent)}
ALONE = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "webbrowser.")):
        raise RuntimeError(f"not alone: {event}")

sys.addaudithook(refuse)
from resume_customizer.cli import main
main()
"""


# ------------------------------------------------------------------ other eyes


def _zip(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def _story(content: bytes, name: str) -> bytes:
    return _zip(content).read(name)


def _members(content: bytes, story: str) -> list[tuple[str, bytes]]:
    """Every other member with its packed bytes and its header, in the archive's order."""
    infos = sorted(_zip(content).infolist(), key=lambda info: info.header_offset)
    ends = [info.header_offset for info in infos[1:]] + [_zip(content).start_dir]
    return [
        (info.filename, content[info.header_offset : end] if info.filename != story else b"")
        for info, end in zip(infos, ends, strict=True)
    ]


def _with_a_byte_changed(content: bytes, name: str) -> bytes:
    """A sound ZIP in which one member has another last letter or digit."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for info in _zip(content).infolist():
            data = bytearray(_zip(content).read(info.filename))
            if info.filename == name:
                data[-2] ^= 1
            target.writestr(info, bytes(data))
    return made.getvalue()


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _paragraphs(outcome: Outcome, content: bytes | None = None) -> Iterator[ET.Element]:
    """The paragraphs of the story that a reader sees: copies in `mc:Fallback` are left out."""
    assert outcome.done.written is not None
    root = ET.fromstring(_story(content or outcome.content, outcome.done.written.certificate.story_part))
    hidden = {id(p) for fallback in root.iter() if _name(fallback) == "Fallback" for p in fallback.iter()}
    return (
        each for each in root.iter() if _name(each) == "p" and "wordprocessingml" in each.tag and id(each) not in hidden
    )


def _text(paragraph: ET.Element) -> str:
    """Its own text: not that of a text box in it, nor what is deleted."""
    found, waiting = [], list(reversed(paragraph))
    while waiting:
        each = waiting.pop()
        if _name(each) in ("t", "noBreakHyphen"):
            found.append(each.text or "-")
        elif _name(each) in ("tab", "br", "cr"):
            found.append(" ")
        elif _name(each) not in ("p", "AlternateContent", "drawing", "pict", "pPr", "rPr"):
            waiting.extend(reversed(each))
    return "".join(found)


def _words(text: str) -> str:
    """Text as words, without a typed marker."""
    return " ".join(text.strip().lstrip(MARKERS).split())


def _visible(content: bytes, outcome: Outcome) -> Counter[str]:
    return Counter(_words(_text(paragraph)) for paragraph in _paragraphs(outcome, content))


def _look(paragraph: ET.Element) -> str:
    """Its properties, but for those that say where a section ends or how the paragraph mark looks."""
    properties = next((each for each in paragraph if _name(each) == "pPr"), ET.Element("none"))
    kept = [each for each in properties if _name(each) not in ("sectPr", "rPr", "pPrChange")]
    return "".join(ET.tostring(each, encoding="unicode").strip() for each in kept)


def _run_looks(paragraph: ET.Element) -> Iterator[str]:
    for run in paragraph.iter():
        if _name(run) == "r" and any(_name(each) == "t" for each in run):
            properties = next((each for each in run if _name(each) == "rPr"), ET.Element("none"))
            yield "".join(ET.tostring(each, encoding="unicode").strip() for each in properties)
