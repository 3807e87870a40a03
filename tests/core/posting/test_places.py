"""Places and ways of working: the promises of resume_customizer.core.posting.places."""

import pytest

from resume_customizer.core.posting import analyze_posting


def _place(text: str) -> str | None:
    claim = analyze_posting(text).location
    return claim.value if claim else None


def _way(text: str) -> str | None:
    claim = analyze_posting(text).remote
    return claim.value if claim else None


def test_a_label_goes_before_the_line_of_the_title_and_that_before_sentences() -> None:
    sentence = "\nOur people work in Boston, MA."

    assert _place(f"Java Developer | Dallas, TX\nLocation: Leeds{sentence}") == "Leeds"
    assert _place(f"Java Developer | Dallas, TX{sentence}") == "Dallas, TX"
    assert _place(f"Java Developer{sentence}") == "Boston, MA"
    assert _place("You are based in Rotterdam and like boats.") == "Rotterdam"
    assert _place("About us\nWe began in Boston, MA.") is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Location: Dallas, TX (Hybrid)", "Dallas, TX"),
        ("Location: Remote", None),
        ("Work Location: Remote in Austin, TX", "Austin, TX"),
        ("Location: Jersey City, NJ / Remote", "Jersey City, NJ"),
        ("**Location:** Berlin, Germany", "Berlin, Germany"),
        ("Location:\nSalt Lake City, Utah", "Salt Lake City, Utah"),
    ],
)
def test_a_place_stands_without_the_way_of_working(line: str, place: str | None) -> None:
    assert _place(line) == place


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Location: Remote", "remote"),
        ("Java Developer (100% remote)", "remote"),
        ("You may work from home.", "remote"),
        ("Location: Leeds, hybrid", "hybrid"),
        ("2 days per week in the office", "hybrid"),
        ("This is an on-site role.", "on-site"),
        ("Remote is not possible.", "on-site"),
        ("Java Developer - Onsite", "on-site"),
        ("Location: Leeds (no remote)", "on-site"),
    ],
)
def test_the_way_of_working_is_told(text: str, way: str) -> None:
    assert _way(text) == way


@pytest.mark.parametrize(
    "text",
    [
        "You do remote debugging.",
        "We build hybrid clouds.",
        "Remote procedure calls",
        "The on-site gym is free.",
        "Microsoft Office",
    ],
)
def test_remote_debugging_and_hybrid_clouds_are_no_ways_of_working(text: str) -> None:
    assert _way(text) is None
