"""What stands in the audit trail, as people read it: the promises of resume_customizer.ui.trail_words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from resume_customizer import services
from resume_customizer.ui import texts
from resume_customizer.ui.trail_words import DETAILS, DONE, THINGS, details_of, what_was_done

SERVICES = Path(services.__file__).parent
ACTION = re.compile(r'"((?:[a-z]+-)*[a-z]+)\.((?:[a-z]+-)*[a-z]+)"')
NO_ACTIONS = {"batch.zip", "manifest.csv", "resume.docx"}
"""Names of files."""


def written_down() -> Iterator[str]:
    """Every action that services put into the trail."""
    for path in SERVICES.rglob("*.py"):
        yield from (".".join(each) for each in ACTION.findall(path.read_text("utf-8")))


@pytest.mark.parametrize("language", sorted(texts.LANGUAGES))
def test_everything_that_services_write_down_has_its_words(language: str) -> None:
    actions = set(written_down()) - NO_ACTIONS
    assert len(actions) > 120

    texts.speak(language)
    plainly = {each: each.replace(".", " ").replace("-", " ").capitalize() for each in actions}
    assert {each for each in actions if what_was_done(each) == plainly[each]} == set()
    texts.speak("en")


def test_no_word_is_for_what_nobody_writes_down() -> None:
    parts = [each.split(".") for each in written_down()]

    assert set(THINGS) - {thing for thing, _done in parts} == set()
    assert set(DONE) - {done for _thing, done in parts} == set()


def test_an_entry_is_said_in_the_language_of_who_reads_it() -> None:
    texts.speak("de")
    try:
        told = what_was_done("member.role-changed"), details_of({"from": "viewer", "to": "editor", "name": "Mail"})
    finally:
        texts.speak("en")

    assert told == ("Mitglied: Rolle geändert", "von: Betrachter, nach: Bearbeiter, Name: Mail")


def test_of_an_id_the_beginning_is_shown_and_what_has_no_words_as_it_is() -> None:
    assert details_of({"session_id": "0123abcd" * 8, "odd_one": "A-1"}) == "session: 0123abcd…, odd one: A-1"
    assert what_was_done("moon.landed") == "Moon landed"
    assert "count" in DETAILS
