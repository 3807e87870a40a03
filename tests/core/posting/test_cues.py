"""Words that say how much is asked for: the promises of resume_customizer.core.posting.cues."""

import pytest

from builders.yardstick import at_most
from resume_customizer.core.posting.cues import CUE_STEMS, find_cues


def _senses(text: str) -> set[str]:
    return {cue.sense for cue in find_cues(text.lower())} - {"ask", "soft"}


@pytest.mark.parametrize(
    "text",
    [
        "kafka is a plus",
        "kafka a big plus.",
        "docker, plus",
        "plus: kafka",
        "kafka preferred",
        "preferably kafka",
        "we prefer go",
        "kafka would be an advantage",
        "is an asset",
        "nice to have: kafka",
        "good to have kafka",
        "kafka is beneficial",
        "bonus points for kafka",
        "ideally kafka",
        "kafka (optional)",
        "kafka would be great",
        "we would love it if you know go",
        "knowledge of kafka is welcome",
        "desirable: kafka",
        "extra points for kafka",
    ],
)
def test_what_is_called_a_plus_is_one(text: str) -> None:
    assert _senses(text) == {"nice"}


@pytest.mark.parametrize(
    "text",
    [
        "5 plus years of go",
        "salary plus bonus scheme",
        "a bonus of 10 percent",
        "c plus plus",
        "preferred vendor",
        "welcome to larkmoor",
        "take advantage of go",
        "asset management",
        "the ideal place",
        "at your convenience",
    ],
)
def test_what_only_sounds_like_a_plus_is_none(text: str) -> None:
    assert "nice" not in _senses(text)


@pytest.mark.parametrize(
    "text",
    [
        "you must know go",
        "go is required",
        "required: go",
        "go is mandatory",
        "you need go",
        "at least go",
        "a minimum of go",
        "go is essential",
    ],
)
def test_what_is_called_required_is(text: str) -> None:
    assert _senses(text) == {"must"}


@pytest.mark.parametrize(
    "text", ["travel as needed", "weekends as required", "requirements gathering", "skills needed if required"]
)
def test_as_needed_requires_nothing(text: str) -> None:
    assert _senses(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "no java",
        "java is not required",
        "we do not use java",
        "you don't need java",
        "not looking for java",
        "no need of java",
        "go, not java",
        "python rather than java",
        "this isn't a java role, not a java shop",
    ],
)
def test_what_is_refused_is(text: str) -> None:
    assert "not" in _senses(text)


@pytest.mark.parametrize(
    "text",
    ["no less than five", "not only go but java", "no later than may", "including but not limited to go", "no problem"],
)
def test_a_no_that_refuses_nothing_is_none(text: str) -> None:
    assert "not" not in _senses(text)


@pytest.mark.parametrize("stem", CUE_STEMS)
def test_no_stem_can_be_made_slow(stem: str) -> None:
    hostile = [(unit * 100_000)[:100_000] for unit in (stem, f"{stem} ", f" a {stem} is", f"not {stem}, ")]

    with at_most(400):
        for text in hostile:
            for _ in find_cues(text):
                pass
