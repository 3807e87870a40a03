"""What holds for any text and any bytes that are given as points."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.tech_stack_texts import make_text
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.points import PointBank
from resume_customizer.core.tech_stack import parse_tech_stack

ENDINGS = st.sampled_from(["", "p.txt", "p.md", "p.json", "p.yaml", "p.csv", "p.tsv"])
MARKS = (
    "", "• ", "•\t", "- ", "* ", "** ", "1. ", "2) ", "a) ", "1.2 ", "o\t", "\uf0b7\t", "✅ ", "– ", "-", "    ", "\t",
    "> ", "# ", "## ", "[x] ", "| ", "{", "[", '"', "```", "```json", "---", "===", "| a | b |", "technology,point",
    "Java,", "key:", "- key:",
)  # fmt: skip
WORDS = st.sampled_from((
    "Java", "Kafka", "Spring", "Boot", "C#", ".NET", "jobs", "built", "Built", "Led", "led", "with", "and", "the", "of",
    "Cost:", "Java:", "(Library)", "(half", "99.9%", "3.5x", "–", "—", "•", "|", ",", ";", ":", "**", "*x*", "_y_",
    "`z`", "\\", '"', "'", "“", "”", "\u00a0", "\u200b", "\x0b", "\x07", "é", "日本語", "&amp;", "<br>", "you",
    "end.", "fast,", "Responsibilities:", "re-", "-",
))  # fmt: skip
LINES = st.builds(
    lambda mark, words, end: mark + " ".join(words) + end,
    st.sampled_from(MARKS),
    st.lists(WORDS, max_size=9),
    st.sampled_from(["", "", ".", ":", " ", "  \t", "-"]),
)
TEXTS = st.lists(LINES, max_size=14).map("\n".join)


def read(text: bytes | str, file_name: str) -> PointBank | None:
    """The bank, or None when the text is refused for a reason; any other error fails the test."""
    try:
        return parse_tech_stack(text, file_name=file_name)
    except ResumeCustomizerError:
        return None


@given(st.text() | TEXTS, ENDINGS)
def test_any_text_is_read_or_refused_with_a_reason(text: str, file_name: str) -> None:
    bank = read(text, file_name)

    for stack in bank.stacks if bank else ():
        for point in stack.points:
            assert 1 <= point.line <= len(re.split("\r\n|\r|\n", text))
            assert point.text == " ".join(point.text.split()) != ""


@given(st.binary(max_size=400) | TEXTS.map(lambda text: text.encode("utf-16")), ENDINGS)
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes, file_name: str) -> None:
    bank = read(data, file_name)

    assert bank is None or bank.stacks or bank.notices


@given(st.text() | TEXTS, ENDINGS)
def test_what_is_read_can_stand_in_xml(text: str, file_name: str) -> None:
    bank = read(text, file_name)

    for stack in bank.stacks if bank else ():
        for said in (stack.technology, *(point.text for point in stack.points)):
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", said)


@given(TEXTS)
def test_no_line_with_content_vanishes(text: str) -> None:
    bank = read(text, "")

    lost = [] if bank is None else lost_words(text, bank)
    assert lost == []


def lost_words(text: str, bank: PointBank) -> list[tuple[int, str]]:
    """Words of the text, with their line, that are in no heading and no point, and that no notice shows or places."""
    if any("columns that hold neither" in notice.message for notice in bank.notices):
        return []  # a column that is left out is named once, in the line of its heading
    named = {notice.where for notice in bank.notices}
    parts = [part for stack in bank.stacks for part in (stack.technology, *(p.text for p in stack.points))]
    kept = "\n".join([*parts, *(notice.message for notice in bank.notices)]).casefold()
    lost: list[tuple[int, str]] = []
    for line, raw in enumerate(text.split("\n"), 1):
        if f"line {line}" in named or is_table_header(raw) or raw.startswith("```"):
            continue
        without_category = raw.replace("(Library)", "").replace("<br>", " ")
        words = re.findall(r"[^\W\d_]{2,}", without_category.replace("\u200b", "").replace("\x07", ""))
        lost += [(line, word) for word in words if word.casefold() not in kept]
    return lost


def is_table_header(line: str) -> bool:
    return line.startswith("technology,point")


def test_the_search_for_lost_words_finds_some() -> None:
    bank = parse_tech_stack("Java\n• Built jobs")

    assert lost_words("Java\n• Built jobs", bank) == []
    assert lost_words("Java\n• Built jobs\nand more", bank) == [(3, "and"), (3, "more")]


@pytest.mark.parametrize("seed", range(60))
def test_reading_twice_gives_the_same(seed: int) -> None:
    made = make_text(seed)

    first = parse_tech_stack(made.data, file_name=made.file_name)

    assert parse_tech_stack(made.data, file_name=made.file_name) == first
