"""Whole documents, read and understood: the sample resumes and what their makers say is in them."""

import pytest

from builders.shapes import ALL_SHAPES, SampleResume
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.resume.lines import Line
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.understanding import FoundExperience, understand


def _level(text: str) -> str:
    return " ".join(text.split())


def _readable() -> list[tuple[SampleResume, tuple[Line, ...]]]:
    found = []
    for sample in ALL_SHAPES:
        try:
            found.append((sample, open_document(sample.data).lines))
        except ResumeCustomizerError:  # some are made to be refused: that is the reader's promise
            continue
    return found


READABLE = _readable()


def test_most_samples_can_be_read() -> None:
    assert len(READABLE) > 90


@pytest.mark.parametrize(("sample", "lines"), READABLE, ids=[sample.name for sample, _ in READABLE])
def test_the_experiences_of_a_sample_are_those_that_it_was_made_with(
    sample: SampleResume, lines: tuple[Line, ...]
) -> None:
    def told(found: FoundExperience) -> tuple[object, ...]:
        return (
            found.kind,
            found.role,
            found.company,
            found.location,
            found.start,
            found.end,
            tuple(_level(lines[at].body) for at in found.bullets),
            _level(lines[found.environment].text) if found.environment is not None else None,
        )

    assert [told(found) for found in understand(lines).experiences] == [
        (
            true.kind,
            true.role,
            true.company,
            true.location,
            true.start,
            true.end,
            tuple(_level(text) for text in true.bullet_texts),
            _level(true.environment) if true.environment else None,
        )
        for true in sample.truth.experiences
    ]


@pytest.mark.parametrize(("sample", "lines"), READABLE, ids=[sample.name for sample, _ in READABLE])
def test_the_sections_of_a_sample_are_those_that_it_was_made_with(
    sample: SampleResume, lines: tuple[Line, ...]
) -> None:
    sections = understand(lines).sections

    assert [(each.kind, _level(each.title)) for each in sections if each.title] == [
        (kind, _level(title)) for kind, title in sample.truth.headings
    ]
