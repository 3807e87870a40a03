"""Markup as text: the promises of resume_customizer.resume.xml."""

import pytest

from resume_customizer.core.errors import InvalidInput, RefusedInput, UnreadableInput
from resume_customizer.resume.xml import (
    characters,
    check_well_formed,
    escaped,
    find_forbidden,
    read_elements,
    read_namespaces,
    read_text,
    unescaped,
)

WORDS = "Zoë – “naïve” 東京 Ω 🚀 e\u0301 \u202bשלום\u202c"
NOT_KNOWN = b"UTF-7 UTF-16 UTF-32 rot13 punycode idna unicode_escape hex bz2 x shift_jis".split()


def _declared(encoding: str, words: str = "Zoë") -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?><a>{words}</a>'.encode(encoding)


@pytest.mark.parametrize(
    ("content", "encoding", "lead"),
    [
        (f"<a>{WORDS}</a>".encode(), "utf-8", b""),
        (f"<a>{WORDS}</a>".encode("utf-8-sig"), "utf-8", b"\xef\xbb\xbf"),
        (b"\xff\xfe" + f"<a>{WORDS}</a>".encode("utf-16-le"), "utf-16-le", b"\xff\xfe"),
        (b"\xfe\xff" + f"<a>{WORDS}</a>".encode("utf-16-be"), "utf-16-be", b"\xfe\xff"),
        (f"<?xml version='1.0' encoding='utf-8'?><a>{WORDS}</a>".encode(), "utf-8", b""),
        (_declared("ISO-8859-1"), "iso8859-1", b""),
        (_declared("windows-1252"), "cp1252", b""),
        (_declared("US-ASCII", "Zoe"), "ascii", b""),
        (_declared("koi8-r", "Анна"), "koi8-r", b""),
    ],
)
def test_a_part_is_read_in_its_encoding_and_written_back_byte_for_byte(
    content: bytes, encoding: str, lead: bytes
) -> None:
    text = read_text(content, "part")

    assert (text.encoding, text.lead) == (encoding, lead)
    assert "<a>" in text.utf8.decode()
    assert text.lead + bytes(text.encode(text.utf8)) == content


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252", "US-ASCII"])
def test_characters_that_an_encoding_lacks_are_written_as_references(encoding: str) -> None:
    text = read_text(_declared(encoding, "Zoe"), "part")

    assert bytes(text.encode("Łódź 🚀".encode())).decode("ascii", "replace").count("&#") >= 2
    assert unescaped(bytes(text.encode("Łódź 🚀".encode())).decode(text.encoding)) == "Łódź 🚀"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<a>\xff</a>", "bad-xml"),
        (b"<a>\xed\xa0\x80</a>", "bad-xml"),
        (b"\xff\xfe<\x00a", "bad-encoding"),
        (b"\xff\xfe\x00\xd8<\x00", "bad-encoding"),
        (b"<?xml version='1.0' encoding='US-ASCII'?><a>\xc3\xab</a>", "bad-encoding"),
        *((b"<?xml version='1.0' encoding='%s'?><a/>" % name, "bad-encoding") for name in NOT_KNOWN),
    ],
)
def test_an_encoding_that_is_not_what_it_says_or_can_not_be_written_back_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_text(content, "part")

    assert refusal.value.code == code


@pytest.mark.parametrize("before", ["", "\n", "<?xml version='1.0'?>", "<!-- a --><?b?>\n", "<!-- <!DOCTYPE -->"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_document_type_definition_is_refused_wherever_one_can_stand(before: str, encoding: str) -> None:
    content = f"{before}<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>".encode(encoding)

    with pytest.raises(RefusedInput) as refusal:
        read_text(content, "part")

    assert refusal.value.code == "dtd"


def test_words_about_document_types_are_words() -> None:
    assert read_text(b"<a>&lt;!DOCTYPE a></a><!-- <!DOCTYPE a> -->", "part").utf8.startswith(b"<a>")


def test_what_is_not_well_formed_is_named_with_part_and_line() -> None:
    with pytest.raises(UnreadableInput, match=r"word/x\.xml.*line 2") as refusal:
        check_well_formed(read_text(b"<a>\n<b></a>", "word/x.xml"), "word/x.xml")

    assert refusal.value.code == "bad-xml"


def test_namespaces_are_read_where_they_are_declared_and_nowhere_else() -> None:
    text = read_text(
        b"<w:a xmlns:w='one' t=\"xmlns:w='two'\">xmlns:w='three'<b xmlns='four'/><!-- xmlns='five' --></w:a>", "p"
    )

    assert read_namespaces(text, "p") == {b"w": {"one"}, None: {"four"}}


def test_a_prefix_without_a_namespace_is_refused() -> None:
    for markup in (b"<a><zz:b/></a>", b"<a zz:b='1'/>", b"<a xmlns:b='c' b:c:d='1'/>"):
        with pytest.raises(UnreadableInput) as refusal:
            check_well_formed(read_text(markup, "p"), "p")
        assert refusal.value.code == "bad-xml"


def test_elements_come_in_document_order_with_local_names() -> None:
    found = read_elements(b"<w:a xmlns:w='w' w:x='1'><b y='&amp;'/><w:c/></w:a>", "part")

    assert found == [("a", {"x": "1"}), ("b", {"y": "&"}), ("c", {})]


def test_text_survives_the_way_into_markup_and_back() -> None:
    for text in (WORDS, "a < b && c > d", "]]>", "&amp;", "'\"", "&#65;", "<w:p/>", ""):
        assert unescaped(escaped(text).decode()) == text
        assert b"<" not in escaped(text)
        assert b"]]>" not in escaped(text)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"),
        ("&#65;&#x42;&#0000067;&#x000000000044;", "ABCD"),
        ("&#x1F680;", "🚀"),
        ("&nbsp; &; & &#; &#x;", "&nbsp; &; & &#; &#x;"),
        ("&#55296; &#xDFFF; &#1114112; &#9999999;", "\ufffd \ufffd \ufffd \ufffd"),
    ],
)
def test_references_are_replaced_and_none_gives_half_a_character(markup: str, text: str) -> None:
    assert unescaped(markup) == text
    unescaped(markup).encode()


def test_characters_are_those_of_text_and_cdata_sections() -> None:
    assert characters(b"a<![CDATA[<b> &amp; ]]>c<!-- no -->&lt;<?no?>d") == "a<b> &amp; c<d"
    assert characters("Zoë &amp; co".encode()) == "Zoë & co"
    assert characters(b"") == ""


def test_the_first_character_that_no_document_can_hold_is_found() -> None:
    for character in "\x00\x08\x0b\x0c\x1f\ud800\udfff\ufffe\uffff":
        assert find_forbidden(f"a{character}b\x00") == character
    assert find_forbidden(WORDS + "\t\n\r\x85\xa0\u2028\ue000\ufffd") is None


def test_no_bytes_give_anything_but_a_text_or_an_answer_of_ours() -> None:
    for first in range(256):
        for content in (bytes([first]) * 3, b"<?xml encoding='" + bytes([first]) + b"'?>", bytes([0xFF, 0xFE, first])):
            try:
                read_text(content, "part")
            except InvalidInput:
                continue
