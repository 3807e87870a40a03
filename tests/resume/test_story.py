"""The main part and its prefixes: the promises of resume_customizer.resume.story."""

import pytest

from builders.docx import a_docx, bullets, line
from builders.hostile_file import with_member
from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.package import open_package
from resume_customizer.resume.story import Prefixes, find_prefixes, open_story, word_prefix
from resume_customizer.resume.xml import MC, STRICT, TRANSITIONAL, W14, read_text


def _prefixes(root: str, body: str = "") -> Prefixes:
    name = root.split(maxsplit=1)[0]
    return find_prefixes(read_text(f"<?xml version='1.0'?><{root}>{body}</{name}>".encode(), "story"), "story")


@pytest.mark.parametrize("uri", [TRANSITIONAL, STRICT])
def test_prefixes_are_the_ones_that_the_part_declares(uri: str) -> None:
    found = _prefixes(f"d:document xmlns:d='{uri}' xmlns:i='{W14}' xmlns:m='{MC}'", "<d:body/>")

    assert found == Prefixes(word=b"d:", paragraph_id=b"i:", alternate=b"m:", attribute=b"d:")


def test_a_default_namespace_keeps_a_prefix_for_attributes_when_it_has_one() -> None:
    assert _prefixes(f"document xmlns='{TRANSITIONAL}' xmlns:w='{TRANSITIONAL}'", "<body/>").attribute == b"w:"
    assert _prefixes(f"document xmlns:w='{TRANSITIONAL}' xmlns='{TRANSITIONAL}'", "<body/>").word == b""
    assert _prefixes(f"document xmlns='{TRANSITIONAL}'", "<body/>").attribute == b""


def test_other_namespaces_may_have_a_default_of_their_own() -> None:
    assert _prefixes(f"w:document xmlns:w='{TRANSITIONAL}'", "<w:body><a xmlns='other'/></w:body>").word == b"w:"


def test_words_that_look_like_declarations_mean_nothing() -> None:
    words = f"<w:t>xmlns:w=\"{STRICT}\" xmlns:x='{TRANSITIONAL}'</w:t><!-- <w:p xmlns:w='other'/> -->"

    assert _prefixes(f"w:document xmlns:w='{TRANSITIONAL}'", words) == Prefixes(word=b"w:", attribute=b"w:")


def test_a_namespace_written_with_references_is_read() -> None:
    written = TRANSITIONAL.replace("//", "&#47;/")

    assert _prefixes(f"w:document xmlns:w='{written}'").word == b"w:"


@pytest.mark.parametrize(
    ("root", "body"),
    [
        (f"w:document xmlns:w='{TRANSITIONAL}' xmlns:v='{TRANSITIONAL}'", "<v:body/>"),
        (f"w:document xmlns:w='{TRANSITIONAL}'", f"<body xmlns='{TRANSITIONAL}'/>"),
        (f"document xmlns='{TRANSITIONAL}' xmlns:w='{TRANSITIONAL}'", "<w:body/>"),
        (f"w:document xmlns:w='{TRANSITIONAL}'", f"<w:p xmlns:w='{STRICT}'/>"),
        (f"w:document xmlns:w='{TRANSITIONAL}'", "<w:p xmlns:w='other'/>"),
        (f"w:document xmlns:w='{TRANSITIONAL}' xmlns:s='{STRICT}'", ""),
    ],
)
def test_two_names_for_one_thing_or_one_for_two_are_refused(root: str, body: str) -> None:
    with pytest.raises(RefusedInput) as refusal:
        _prefixes(root, body)

    assert refusal.value.code == "unusual-markup"


@pytest.mark.parametrize(
    ("root", "body", "code"),
    [
        ("html", "", "no-document-part"),
        ("document", "", "no-document-part"),
        ("w:document xmlns:w='other'", "", "no-document-part"),
        (f"w:glossaryDocument xmlns:w='{TRANSITIONAL}'", "", "no-document-part"),
    ],
)
def test_what_is_no_word_document_is_said(root: str, body: str, code: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        _prefixes(root, body)

    assert refusal.value.code == code


def test_a_prefix_with_two_meanings_is_not_used_for_ids() -> None:
    body = "<w:p xmlns:w14='other'/>"

    assert _prefixes(f"w:document xmlns:w='{TRANSITIONAL}' xmlns:w14='{W14}'", body).paragraph_id == b""


@pytest.mark.parametrize(
    ("markup", "prefix"),
    [
        ("<w:styles xmlns:w='x'/>", b"w:"),
        ("<?xml version='1.0'?>\n<!-- <a:b> --><ns0:styles/>", b"ns0:"),
        ("<styles xmlns:w='x' xmlns='y'/>", b""),
        ("", b""),
        ("no markup", b""),
    ],
)
def test_the_prefix_of_another_part_is_that_of_its_root(markup: str, prefix: bytes) -> None:
    assert word_prefix(read_text(markup.encode(), "part")) == prefix


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-8-BOM", "UTF-16"])
@pytest.mark.parametrize("prefix", ["w", "x", ""])
def test_a_story_is_read_in_its_encoding_with_the_offsets_of_its_text(encoding: str, prefix: str) -> None:
    content = a_docx(line("Zoë 🚀"), bullets("Built"), encoding=encoding, prefix=prefix)

    story = open_story(open_package(content))

    assert ["".join(run[0] for run in p.runs) for p in story.paragraphs] == ["Zoë 🚀", "Built"]
    assert all(story.text.utf8[p.start : p.start + 1] == b"<" for p in story.paragraphs)


def test_a_story_in_another_encoding_is_read_as_that() -> None:
    body = "<w:p><w:r><w:t>Zoë – “x”</w:t></w:r></w:p>"
    root = f"<w:document xmlns:w='{TRANSITIONAL}'>{body}</w:document>"
    markup = f"<?xml version='1.0' encoding='windows-1252'?>{root}"

    story = open_story(open_package(with_member("word/document.xml", markup.encode("cp1252"))))

    assert story.paragraphs[0].runs[0][0] == "Zoë – “x”"
