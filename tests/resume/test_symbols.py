"""Symbol characters and typed markers: the promises of resume_customizer.resume.symbols."""

import pytest

from resume_customizer.resume.symbols import as_unicode, typed_marker


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("• Built", "• "),
        ("•\tBuilt", "•\t"),
        ("•Built", "•"),
        ("  •  Built", "  •  "),
        ("\u00a0•\u00a0Built", "\u00a0•\u00a0"),
        ("- Built", "- "),
        ("-Built", "-"),
        ("–Bâti", "–"),
        ("–\tBuilt", "–\t"),
        ("— Built", "— "),
        ("* Built", "* "),
        ("· Built", "· "),
        ("o Built", "o "),
        ("o\tBuilt", "o\t"),
        ("✓ Built", "✓ "),
        ("✔\ufe0f Built", "✔\ufe0f "),
        ("➢Built", "➢"),
        ("▪\u2003Built", "▪\u2003"),
        ("▪\u200bBuilt", "▪\u200b"),
    ],
)
def test_a_typed_bullet_is_found_with_the_gap_around_it(text: str, marker: str) -> None:
    assert typed_marker(text) == marker


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "•",
        "• ",
        "-",
        "Built",
        "-5 % cost",
        "–2021",
        "*nix",
        "only",
        "organized",
        "o",
        "1. Built",
        "a) Built",
        "(c)",
    ],
)
def test_what_only_looks_like_a_bullet_is_text(text: str) -> None:
    assert typed_marker(text) == ""


def test_symbol_font_characters_become_what_a_reader_sees_and_unknown_ones_a_bullet() -> None:
    assert as_unicode("\uf0b7 \uf0a7 \uf0fc \uf0d8") == "• ▪ ✓ ➢"
    assert as_unicode("\uf001\uf0ff") == "••"


def test_other_characters_stay_also_private_ones_of_other_ranges() -> None:
    text = "Zoë 東京 🚀 \ue001 \uf100 plain"

    assert as_unicode(text) == text
    assert len(as_unicode("a\uf0b7b")) == 3
