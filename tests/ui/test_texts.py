"""What the web app says: the promises of resume_customizer.ui.texts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from resume_customizer.core.mail_text import PLACES
from resume_customizer.core.staffing import interviews
from resume_customizer.core.staffing.consultants import CONSULTANT_FIELDS, PROGRESS, STATUSES
from resume_customizer.core.staffing.interviews import INTERVIEW_FIELDS
from resume_customizer.core.staffing.requirements import FIELDS as REQUIREMENT_FIELDS
from resume_customizer.core.staffing.requirements import Status
from resume_customizer.core.staffing.submissions import SubmissionStatus
from resume_customizer.ui import texts

UI = Path(texts.__file__).parent
SAYING = {"_", "several", "marked"}


def said(*places: str) -> Iterator[str]:
    """Every text in the code of the app, or of these places of it."""
    chosen = [UI / each for each in places] or [UI]
    for path in (file for each in chosen for file in (each.rglob("*.py") if each.is_dir() else [each])):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
                yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant))


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_no_translation_is_stale_and_each_has_the_same_placeholders() -> None:
    every = set(said())
    assert len(every) > 100

    german = texts.catalogue("de")
    assert set(german) - every == set()
    assert [text for text, told in german.items() if placeholders(text) != placeholders(told)] == []


def test_every_text_has_its_german() -> None:
    every = set(said()) - {""}
    assert len(every) > 700

    assert every - set(texts.catalogue("de")) == set()


def test_a_language_that_nobody_translated_is_answered_in_english() -> None:
    assert texts.best_language("xx,yy;q=0.5") == "en"
    assert texts.best_language("xx, de;q=0.8, en") == "de"
    texts.speak("xx")
    assert texts.language() == "en"


def test_values_are_filled_in_and_never_read_as_a_format() -> None:
    assert texts._("Tier: {tier}", tier="{0.__class__}") == "Tier: {0.__class__}"
    assert texts.several("{count} member", "{count} members", 1) == "1 member"
    assert texts.several("{count} member", "{count} members", 1200) == "1,200 members"


def test_a_catalogue_has_texts_over_several_lines_and_comments() -> None:
    po = 'msgid ""\nmsgstr "Language: de\\n"\n\n# note\nmsgid "A \\"word\\" "\n"more"\nmsgstr "Ein"\n" Wort"\n'

    assert texts.parse_po(po) == {'A "word" more': "Ein Wort"}


@pytest.mark.parametrize("code", sorted(set(texts.LANGUAGES) - {"en"}))
def test_each_language_has_a_catalogue(code: str) -> None:
    assert (UI / "locale" / f"{code}.po").exists()


def test_a_text_with_two_translations_is_refused() -> None:
    with pytest.raises(ValueError, match="two translations of one text: Mail"):
        texts.parse_po('msgid "Mail"\nmsgstr "E-Mail"\nmsgstr "Mail"\n')


def test_every_state_choice_and_field_of_the_desk_and_of_a_mail_has_its_german() -> None:
    fields = [*CONSULTANT_FIELDS.values(), *INTERVIEW_FIELDS.values(), *REQUIREMENT_FIELDS.values()]
    states = [each.value for kind in (Status, SubmissionStatus) for each in kind]
    words = [*(each.label for each in fields), *states, *STATUSES, *PROGRESS, *interviews.STATUSES, *interviews.RESULTS]
    words += [each.about for each in PLACES.values()]
    assert len(words) > 110

    assert {each for each in words if each and each not in texts.catalogue("de")} == set()
