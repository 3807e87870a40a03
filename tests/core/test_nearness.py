"""Nearness by words: the promises of resume_customizer.core.planning.nearness."""

from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.planning.nearness import LexicalNearness

measure = LexicalNearness().measure
LINES = st.lists(st.text(alphabet="abcde ", max_size=20), max_size=5)
CLAIMS = "Built the claims intake for a dental insurer"
LEDGER = "Moved the ledger of a bank to new hardware"


def test_the_same_words_are_nearer_than_others() -> None:
    [[claims, ledger]] = measure(["Sped up claims intake of the insurers"], [[CLAIMS], [LEDGER]])

    assert claims > ledger


def test_rare_words_tell_more_than_words_that_every_line_has() -> None:
    lines = [f"Tested the {word} service" for word in ("billing", "ledger", "claims", "search", "mail")]
    [[billing, ledger]] = measure(["Tested the billing tool"], [lines[:1], lines[1:]])

    assert billing > 2 * ledger


def test_the_same_line_is_as_near_as_can_be_and_no_shared_word_not_near_at_all() -> None:
    assert measure([CLAIMS], [[CLAIMS], ["Wrote nothing alike"], []]) == [[1.0, 0.0, 0.0]]


def test_endings_make_no_difference() -> None:
    assert measure(["deployments tested"], [["testing deployment"]]) == [[1.0]]


def test_repeating_a_word_never_makes_a_text_nearer() -> None:
    once, often = measure(["claims intake"], [["claims of a bank"], ["claims claims claims of a bank"]])[0]

    assert often == once


@given(point=st.text(alphabet="abcde ", max_size=20), lines=LINES)
def test_a_point_is_as_near_to_a_text_as_to_its_nearest_line(point: str, lines: list[str]) -> None:
    [[whole, *single]] = measure([point], [lines, *([line] for line in lines)])
    [[alone]] = measure([point], [lines])

    assert 0 <= alone <= 1
    assert whole == max(single, default=0.0)
