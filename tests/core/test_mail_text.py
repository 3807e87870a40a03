"""Texts of mails: the promises of resume_customizer.core.mail_text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.mail_text import PLACES, as_html, check_text, column_place, examples, fill, find_places

SSTI = (
    "{{ 7*7 }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ config }}",
    "{% for x in range(10**9) %}x{% endfor %}",
    "{{ 'a'*10**8 }}",
    "{{ receiver_name.__init__.__globals__ }}",
    "{{ receiver_name | upper }}",
    "{# hidden #}",
    "{{ receiver_name",
    "{{ {{ receiver_name }} }}",
    "{{receiver_name}}}}",
    "{{ RECEIVER_NAME }}",
    "{{\nreceiver_name\n}}",
)


class Tags(HTMLParser):
    """Every tag and attribute of an HTML text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("text", SSTI)
def test_what_would_compute_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        check_text(f"Hello {text}", "text")
    assert caught.value.code in {"bad-place", "unknown-place"}


def test_every_place_can_be_written_and_has_an_example() -> None:
    text = " ".join(f"{{{{ {name} }}}}" for name in PLACES)
    check_text(text, "text")

    filled = fill(text, examples())

    assert filled.empty == ()
    assert "{{" not in filled.text
    assert len(PLACES) > 20


def test_an_unknown_place_is_named() -> None:
    with pytest.raises(InvalidInput, match=r"\{\{ reciever_name \}\}"):
        check_text("Hello {{ reciever_name }}", "text")


def test_a_place_without_a_value_is_named_and_stays() -> None:
    filled = fill(
        "Hello {{ receiver_name }} of {{receiver_company}}", {"receiver_name": " Bo ", "receiver_company": " "}
    )

    assert filled == ("Hello Bo of {{receiver_company}}", ("receiver_company",))


@pytest.mark.parametrize("value", [*SSTI, "{{ sender_name }}", "<script>alert(1)</script>"])
def test_a_value_is_put_in_as_it_is(value: str) -> None:
    filled = fill("Hello {{ receiver_name }}!", {"receiver_name": value, "sender_name": "Anna"})

    assert filled.text == f"Hello {value}!"


def test_columns_of_a_list_have_places() -> None:
    assert column_place(" Offer – Title ") == "column_offer_title"
    assert find_places("{{ column_offer_title }}") == (column_place("Offer Title"),)
    check_text("{{ column_offer_title }}", "text")


def test_a_very_long_text_is_refused_before_and_after_it_is_filled() -> None:
    with pytest.raises(InvalidInput, match="at most"):
        check_text("a" * 50_001, "text")
    with pytest.raises(InvalidInput, match="Filled in"):
        fill("{{ receiver_name }}" * 2_000, {"receiver_name": "a" * 1_000})


def test_paragraphs_lists_bold_words_and_links_are_made() -> None:
    html = as_html("Hello **Bo**,\nsee https://jobs.example/1?a=1&b=2.\n\n- Java & more\n- Kafka\nBest, Anna")

    assert "<p>Hello <b>Bo</b>,<br>see " in html
    assert '<a href="https://jobs.example/1?a=1&amp;b=2">https://jobs.example/1?a=1&amp;b=2</a>.</p>' in html
    assert "<ul><li>Java &amp; more</li><li>Kafka</li></ul>\n<p>Best, Anna</p>" in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "javascript:alert(1)",
        'https://x.example/"onmouseover="alert(1)',
        "https://x.example/'><script>",
        "**<b onclick=x>**",
        "<style>body{background:url(https://evil.example)}</style>",
        "- <iframe src=https://evil.example>",
        "https://x.example/<b>",
    ],
)
def test_html_in_a_text_stays_text(text: str) -> None:
    found = Tags(as_html(text))

    assert found.tags <= {"html", "body", "p", "br", "a", "ul", "li", "b"}
    assert {name for name, _ in found.attributes} <= {"style", "href"}
    assert all((value or "").startswith("https://") for name, value in found.attributes if name == "href")


@given(st.text(alphabet=st.sampled_from("<>&\"'`*-/:.hptsaxj \n=(){}\\#"), max_size=200))
def test_only_tags_of_ours_are_made_of_any_text(text: str) -> None:
    found = Tags(as_html(text))

    assert found.tags <= {"html", "body", "p", "br", "a", "ul", "li", "b"}
    assert {name for name, _ in found.attributes} <= {"style", "href"}
    assert all((value or "").startswith(("https://", "http://")) for name, value in found.attributes if name == "href")
