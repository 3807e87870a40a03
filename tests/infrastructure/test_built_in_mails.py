"""Texts that come with the program: the promises of resume_customizer.infrastructure.built_in_mails."""

import pytest

from resume_customizer.core.errors import InvalidInput, NotFound
from resume_customizer.core.mail_text import check_text, examples
from resume_customizer.infrastructure.built_in_mails import NAMES, BuiltInMails

TEXTS = BuiltInMails()


def _needs(name: str) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        TEXTS.fill(name, {})
    return caught.value.message.rpartition(" for ")[2].rstrip(".").split(", ")


@pytest.mark.parametrize("name", NAMES)
def test_a_text_needs_what_it_says_and_no_more(name: str) -> None:
    needs = _needs(name)
    least = {place: value for place, value in examples().items() if place in needs}

    letter, html = TEXTS.fill(name, least)

    assert "{{" not in f"{letter.subject}{letter.text}{html}"
    assert "{%" not in letter.text
    assert "\n\n\n" not in letter.text
    for missing in needs:
        with pytest.raises(InvalidInput, match=missing):
            TEXTS.fill(name, {**least, missing: " "})


@pytest.mark.parametrize("name", NAMES)
def test_with_all_values_no_part_is_left_out(name: str) -> None:
    shown = TEXTS.get(name)
    check_text(shown.subject, "subject")
    check_text(shown.body, "text")
    longest, _ = TEXTS.fill(name, examples())
    shortest = TEXTS.fill(name, {place: value for place, value in examples().items() if place in _needs(name)})[0]

    assert len(longest.text) >= len(shortest.text)

    assert shown.about


def test_a_name_that_is_none_is_refused() -> None:
    for name in ("../../settings", "submission.txt", ""):
        with pytest.raises(NotFound):
            TEXTS.get(name)


@pytest.mark.parametrize(
    "evil", ["{{ 7*7 }}", "{% for x in range(9) %}x{% endfor %}", "{{ self.__init__.__globals__ }}"]
)
def test_nothing_in_a_value_is_run(evil: str) -> None:
    letter, html = TEXTS.fill("thank-you", {**examples(), "title": evil, "client": "<script>alert(1)</script>"})

    assert evil in letter.text
    assert "<script>" not in html
