"""Pieces of a posting: the promises of resume_customizer.core.posting.pieces."""

from itertools import pairwise

from resume_customizer.core.naming.mentions import lower_case
from resume_customizer.core.posting.pieces import Pieces, read_pieces


def _pieces(text: str) -> Pieces:
    return read_pieces(text, lower_case(text))


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.kind) for each in _pieces(text).pieces if not each.is_heading]


def test_a_heading_counts_up_to_the_next_one() -> None:
    text = "Hello\n\nRequirements\n\n- Java\n\n- Kafka\nBenefits\nA dog"

    assert _kinds(text) == [("Hello", "unknown"), ("Java", "must"), ("Kafka", "must"), ("A dog", "benefits")]


def test_a_label_counts_for_its_line_and_the_list_below_it() -> None:
    text = "Requirements\nJava\nNice to have: Kafka\n- Docker\nPython\nLocation: Leeds\nGo"

    assert _kinds(text) == [
        ("Java", "must"),
        ("Kafka", "nice"),
        ("Docker", "nice"),
        ("Python", "must"),
        ("Leeds", "fact"),
        ("Go", "must"),
    ]


def test_a_label_that_stands_alone_has_its_value_in_the_next_line() -> None:
    (piece,) = [each for each in _pieces("Job Title:\nEngineer").pieces if not each.is_heading]

    assert (piece.kind, piece.label) == ("title", "job title")


def test_a_line_that_was_wrapped_is_one_piece_with_the_line_that_it_continues() -> None:
    first = "You have worked with streams of all kinds, for example"
    text = f"{first}\nkafka and pulsar.\nshort\nlines\n- item\nYou like it."

    assert [part for part, _ in _kinds(text)] == [
        f"{first}\nkafka and pulsar.",
        "short",
        "lines",
        "item",
        "You like it.",
    ]


def test_headings_that_were_run_into_the_text_are_found_there() -> None:
    text = (
        "Engineer We are a shop for boats of every kind and all sizes, on lakes and at sea. What you'll bring 4+ years "
        "of Linux and patience. Bonus: Rust. Here's what we offer you A MacBook and a boat."
    )

    assert [kind for _, kind in _kinds(text)] == ["unknown", "must", "nice", "benefits"]


def test_every_piece_is_where_it_says_and_in_order() -> None:
    text = "Role: Engineer\n\n  • Java  \n\t1) Kafka\n> quoted\n(a) Rust"
    pieces = _pieces(text).pieces

    assert [text[each.start : each.end] for each in pieces if not each.is_heading][:3] == ["Engineer", "Java", "Kafka"]
    assert all(one.end <= other.start for one, other in pairwise(pieces))
