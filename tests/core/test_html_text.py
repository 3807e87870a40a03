"""The text of HTML: the promises of resume_customizer.core.html_text."""

import pytest

from builders.yardstick import at_most
from resume_customizer.core.html_text import is_html, text_of_html


def test_blocks_and_list_items_stand_on_lines_of_their_own() -> None:
    page = (
        "<!DOCTYPE html><html><body><h2>Requirements</h2><ul><li><p>Java &amp; <b>Kafka</b></p></li><li>C++\n  and C#"
        "</ul><p>First<br>second</p></body></html>"
    )

    assert text_of_html(page).splitlines() == [
        "Requirements",
        "",
        "• Java & Kafka",
        "",
        "• C++ and C#",
        "",
        "First",
        "second",
    ]


def test_scripts_styles_and_comments_are_no_text() -> None:
    page = "<style>a{}</style>Java<script>if (a < b) { '</p>' }</script><!-- Perl > PHP --><noscript>Ruby</noscript>."

    assert text_of_html(page) == "Java."


def test_a_page_is_told_from_a_text() -> None:
    assert is_html("\n <!doctype HTML><p>x")
    assert is_html("<div class='a'>x</div>")
    assert not is_html("List<String> and <T> in Java")
    assert not is_html("Java < Kotlin")


@pytest.mark.parametrize(
    "piece", ["<", "<p", "<div>", "</", "<!--", "<script", "<a b='", "&#", "<li>", "< ", "&amp", '<a x="']
)
def test_broken_and_hostile_markup_gives_text_in_time(piece: str) -> None:
    with at_most(500):
        text = text_of_html("Java " + piece * (1_000_000 // len(piece)))

    assert text.startswith("Java")
