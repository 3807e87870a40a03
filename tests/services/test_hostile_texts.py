"""Hostile texts, mails and tables are read or refused in a sentence, within the time and memory of a document.

HOSTILE_TEXTS  ->  what reads them, in the sandbox as for a stranger  ->  the expected answer, and the next one is read
"""

from collections.abc import Iterator

import pytest

from builders.hostile_texts import HOSTILE_TEXTS
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.core.text import read_text
from resume_customizer.infrastructure.sandbox import Sandbox
from resume_customizer.services.documents import one_call
from resume_customizer.services.staffing.importing import read_rows


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(processes=1)
    yield made
    made.close()


def read(kind: str, content: bytes) -> str:
    """Read something as a visitor's is read; says what became of it."""
    try:
        if kind == "points":
            parse_tech_stack(read_text(content, "points").text)
        elif kind == "table":
            read_rows(content)
        else:
            one_call.analyze(content, "posting.eml" if kind == "mail" else "posting")
    except ResumeCustomizerError as fault:
        return fault.code
    return ""


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_a_hostile_text_is_read_or_refused_in_its_time_and_memory_and_the_next_one_is_read(
    sandbox: Sandbox, name: str
) -> None:
    hostile = HOSTILE_TEXTS[name]

    assert sandbox.call(read, hostile.kind, hostile.make()) == hostile.code
    assert sandbox.call(read, "posting", b"Must have: Java.") == ""
