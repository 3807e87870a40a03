"""What one sentence says of each name in it: the promises of resume_customizer.core.posting.clauses."""

import pytest

from resume_customizer.core.posting import analyze_posting


def _needs(text: str) -> dict[str, str]:
    analysis = analyze_posting(f"Requirements:\n{text}")
    return {each.name: each.need for each in analysis.technologies} | dict.fromkeys(
        (each.value for each in analysis.refused), "not"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Java (required), Kotlin (preferred)", {"Java": "must", "Kotlin": "nice"}),
        ("Docker and Helm (nice to have)", {"Docker": "nice", "Helm": "nice"}),
        ("Java (nice to have: Kotlin)", {"Java": "must", "Kotlin": "nice"}),
        ("Preferred: Kotlin, Docker", {"Kotlin": "nice", "Docker": "nice"}),
    ],
)
def test_a_cue_in_brackets_speaks_of_what_stands_before_and_one_with_a_colon_of_what_follows(
    text: str, expected: dict[str, str]
) -> None:
    assert _needs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Java, Kotlin and Docker are a plus.", {"Java": "nice", "Kotlin": "nice", "Docker": "nice"}),
        ("Must have Java, Docker, Kotlin is a plus.", {"Java": "must", "Docker": "must", "Kotlin": "nice"}),
        ("Java is a must, Kotlin is preferred.", {"Java": "must", "Kotlin": "nice"}),
        ("Solid Java, ideally with Kotlin and Docker", {"Java": "must", "Kotlin": "nice", "Docker": "nice"}),
        ("Java - Kotlin is a plus", {"Java": "must", "Kotlin": "nice"}),
        ("Docker - nice to have", {"Docker": "nice"}),
        ("Java is required; Docker is optional; Helm too.", {"Java": "must", "Docker": "nice", "Helm": "must"}),
    ],
)
def test_a_cue_behind_a_list_speaks_of_the_list_up_to_the_cue_before_it(text: str, expected: dict[str, str]) -> None:
    assert _needs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No Java or PHP, Python only.", {"Java": "not", "PHP": "not", "Python": "must"}),
        ("Python, not Java", {"Python": "must", "Java": "not"}),
        ("Kotlin rather than Java", {"Kotlin": "must", "Java": "not"}),
        ("PHP is not needed.", {"PHP": "not"}),
        ("We do not use PHP but Python.", {"PHP": "not", "Python": "must"}),
    ],
)
def test_a_refusal_reaches_up_to_the_next_pause(text: str, expected: dict[str, str]) -> None:
    assert _needs(text) == expected
