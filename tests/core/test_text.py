"""Bytes to clean text: the promises of resume_customizer.core.text."""

import pytest

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.core.text import MAX_BYTES, clean, read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_read_without_a_notice(encoding: str) -> None:
    read = read_text("Java\n• “Künstliche” Läufe".encode(encoding))

    assert read.text == "Java\n• “Künstliche” Läufe"
    assert read.notices == ()


def test_other_text_is_read_as_windows_1252_with_a_notice_at_its_first_odd_line() -> None:
    read = read_text("Java\n• Led “Größe” team".encode("cp1252"))

    assert read.text == "Java\n• Led “Größe” team"
    assert [(n.code, n.where) for n in read.notices] == [("encoding-guessed", "line 2")]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00rest", "Word"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"{\\rtf1 rest", "RTF"),
        (b"\xd0\xcf\x11\xe0rest", "Office"),
        (b"Java\x00\x01\x02", "zero bytes"),
        (bytes(range(1, 32)) * 8 + b"\xff\xfe\xfd", "no character"),
        (b"\xff\xfeJ\x00a", "UTF-16"),
    ],
)
def test_a_file_of_another_kind_is_refused_saying_which(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableInput, match=kind) as refused:
        read_text(data)

    assert refused.value.code == "points-binary"


def test_a_text_beyond_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(UnreadableInput, match="10,000,000") as refused:
        read_text(b"a" * (MAX_BYTES + 1))

    assert refused.value.code == "points-too-large"


def test_every_line_ending_becomes_one_line_feed() -> None:
    assert read_text("a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_invisible_characters_go_without_a_notice() -> None:
    read = read_text("\ufeffJ\u200bava \u200e\u00adcode\u2060")

    assert read.text == "Java code"
    assert read.notices == ()


def test_characters_that_xml_forbids_are_removed_and_named_with_their_line() -> None:
    read = read_text("Java\nfast\x0c\x07 \ud83dlogs \uffff\U000e0041")

    assert read.text == "Java\nfast\x0c logs "
    assert [(n.code, n.where) for n in read.notices] == [("characters-removed", "line 2")]
    assert "4 characters" in read.notices[0].message
    assert "U+0007, U+D83D, U+E0041, U+FFFF" in read.notices[0].message


def test_joiners_stay_where_scripts_and_emoji_need_them() -> None:
    assert clean("می\u200cخواهم 👨\u200d💻 Ja\u200dva") == "می\u200cخواهم 👨\u200d💻 Java"
