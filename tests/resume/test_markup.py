"""Elements by their bytes: the promises of resume_customizer.resume.markup."""

import xml.etree.ElementTree as ET

import pytest

from builders import ALL_SHAPES
from builders.eyes import members_of, paragraphs_in
from resume_customizer.resume.markup import element_at, find_starts

ODD = b"""<?xml version="1.0"?><!-- <w:p> --><w:a><w:p x="a>b" y='&lt;/w:p>'>one<w:b/><![CDATA[</w:p><w:p>]]></w:p
><?skip <w:p> ?><w:p/><w:p	z="/"/><w:pPr/><x:p/></w:a>"""


def test_an_element_ends_where_its_end_tag_does() -> None:
    first = element_at(ODD, ODD.index(b"<w:p x"))

    assert ODD[first.start : first.end].startswith(b'<w:p x="a>b"')
    assert ODD[first.start : first.end].endswith(b"]]></w:p\n>")
    assert ODD[first.content : first.close] == b"one<w:b/><![CDATA[</w:p><w:p>]]>"
    assert [each.name for each in first.walk()] == [b"w:p", b"w:b"]


def test_starts_are_found_in_markup_only_not_in_comments_sections_and_instructions() -> None:
    assert [ODD[at : at + 6] for at in find_starts(ODD, b"w:p")] == [b"<w:p x", b"<w:p/>", b"<w:p\tz"]


def test_children_have_their_own_bytes() -> None:
    markup = b"<a><b><c>1</c></b><d/></a>"
    root = element_at(markup, 0)
    b, d = root.children

    assert markup[b.start : b.end] == b"<b><c>1</c></b>"
    assert (d.close, d.end) == (d.content, len(markup) - 4)
    assert root.child(b"d") is d
    assert root.child(b"c") is None


def test_markup_that_ends_inside_of_an_element_is_an_error() -> None:
    with pytest.raises(ValueError, match="ends inside"):
        element_at(b"<a><b></b>", 0)


def test_nothing_is_read_by_recursion() -> None:
    deep = b"<a>" * 50_000 + b"</a>" * 50_000

    assert sum(1 for _ in element_at(deep, 0).walk()) == 50_000


def _plain_stories() -> dict[str, bytes]:
    """Main parts in UTF-8 with the usual prefix."""
    contents = {sample.name: members_of(sample.data) for sample in ALL_SHAPES}
    stories = {name: parts.get("word/document.xml", b"") for name, parts in contents.items()}
    return {name: story for name, story in stories.items() if b"<w:document " in story}


def test_elements_are_the_ones_that_other_programs_find() -> None:
    stories = _plain_stories()

    assert len(stories) > 80
    for markup in stories.values():
        found = element_at(markup, markup.index(b"<w:document"))
        others = [each.tag.rpartition("}")[2] for each in ET.fromstring(markup).iter()]
        assert [each.name.rpartition(b":")[2].decode() for each in found.walk()] == others
        assert len(find_starts(markup, b"w:p")) == len(paragraphs_in(ET.fromstring(markup)))
