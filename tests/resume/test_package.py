"""What may be changed at all: the promises of resume_customizer.resume.package."""

import ast
import importlib
import pkgutil
import re
from hashlib import sha256
from pathlib import Path

import pytest

import resume_customizer.resume
from builders import ALL_HOSTILE, HostileFile, hostile_named
from builders.docx import Member, Part, docx_members, heading, zip_docx
from builders.hostile_file import honest_docx, honest_members, with_member
from builders.hostile_packages import VBA
from builders.writing import RELATIONSHIPS, Relationship
from resume_customizer.core.errors import InvalidInput, RefusedInput, UnreadableInput
from resume_customizer.resume.archive import Limits
from resume_customizer.resume.package import PART_LIMIT, STORY_LIMIT, Permissions, open_package
from resume_customizer.resume.reader import read_resume

NOTICES = {
    "attached-template": "external-content",
    "attached-template-on-a-share": "external-content",
    "external-image": "external-content",
    "external-object": "external-content",
    "external-subdocument": "external-content",
    "external-frame": "external-content",
    "embedded-object": "embedded-content",
    "alternative-chunk": "unread-content",
}
"""What must be said about an input that is accepted."""
ALLOWED = Permissions(macros=True, signature=True)
REFUSED = [each for each in ALL_HOSTILE if each.expected == "refused"]
ACCEPTED = [each for each in ALL_HOSTILE if each.expected == "accepted"]


@pytest.mark.parametrize("hostile", REFUSED, ids=lambda each: each.name)
def test_a_bad_file_is_refused_with_its_reason_and_what_to_do(hostile: HostileFile) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_resume(hostile.data)

    assert refusal.value.code == hostile.code
    assert re.fullmatch(r"[A-Z].*[.!]", refusal.value.message, re.DOTALL)


@pytest.mark.parametrize("hostile", ACCEPTED, ids=lambda each: each.name)
def test_an_odd_file_is_read_and_what_is_odd_is_said(hostile: HostileFile) -> None:
    content = hostile.data

    document = read_resume(content)

    assert document.sha256 == sha256(content).hexdigest()
    assert NOTICES.get(hostile.name) in (None, *(notice.code for notice in document.notices))


def test_each_notice_that_is_expected_belongs_to_a_file() -> None:
    assert NOTICES.keys() <= {each.name for each in ACCEPTED}


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("docm", "macros-kept"),
        ("macros-hidden-in-docx", "macros-kept"),
        ("macros-under-another-name", "macros-kept"),
        ("ribbon-code", "macros-kept"),
        ("active-x", "active-content-kept"),
        ("signed", "signature-broken"),
        ("signed-in-another-folder", "signature-broken"),
    ],
)
def test_what_a_person_allows_is_accepted_and_said(name: str, notice: str) -> None:
    package = open_package(hostile_named(name).data, ALLOWED)

    assert notice in [each.code for each in package.notices]


def test_one_permission_is_not_the_other() -> None:
    with pytest.raises(RefusedInput):
        open_package(hostile_named("docm").data, Permissions(signature=True))
    with pytest.raises(RefusedInput):
        open_package(hostile_named("signed").data, Permissions(macros=True))


def test_nothing_in_the_code_that_reads_files_can_reach_a_network_or_start_a_program() -> None:
    modules = [
        found.name for found in pkgutil.walk_packages(resume_customizer.resume.__path__, "resume_customizer.resume.")
    ]
    imported = {name for module in modules for name in _imports(module)}

    assert len(modules) > 15
    assert (
        imported & {"socket", "ssl", "urllib", "http", "ftplib", "subprocess", "webbrowser", "asyncio", "ctypes"}
        == set()
    )


def _imports(module: str) -> set[str]:
    tree = ast.parse(Path(importlib.import_module(module).__file__ or "").read_text("utf-8"))
    found = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    found += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {name.partition(".")[0] for name in found}


# ------------------------------------------------------------------ which part is the document


def test_the_document_is_the_part_that_the_package_says_it_is() -> None:
    members = docx_members(heading("X"), story_part="word/document2.xml")
    decoy = Member("word/document.xml", b"<not-the-document/>")

    assert open_package(zip_docx([*members, decoy])).story.name == "word/document2.xml"


def test_a_relationship_to_something_outside_is_not_the_document() -> None:
    kind = f"{RELATIONSHIPS}officeDocument"
    target = 'TargetMode="External" Target="word/other.xml"'
    rels = f'<Relationships><Relationship Id="r" Type="{kind}" {target}/></Relationships>'
    content = with_member("_rels/.rels", rels.encode(), [*honest_members(), Member("word/other.xml", b"<x/>")])

    assert open_package(content).story.name == "word/document.xml"


def test_parts_are_found_by_their_relationship_wherever_they_stand() -> None:
    moved = [
        *(m for m in docx_members(heading("X")) if m.name != "word/styles.xml"),
        Member("other/look.xml", b"<w:styles/>"),
    ]
    for target in ("/other/look.xml", "../other/look.xml", "./../other/./look.xml"):
        rels = f'<Relationships><Relationship Id="a" Type="{RELATIONSHIPS}styles" Target="{target}"/></Relationships>'
        content = with_member("word/_rels/document.xml.rels", rels.encode(), moved)

        assert open_package(content).read_related("styles") == b"<w:styles/>"


def test_a_relationship_to_a_part_that_is_not_there_is_none() -> None:
    rels = f'<Relationships><Relationship Id="a" Type="{RELATIONSHIPS}styles" Target="gone.xml"/></Relationships>'

    package = open_package(with_member("word/_rels/document.xml.rels", rels.encode()))

    assert package.read_related("styles") is None
    assert package.read_related("numbering") is None


def test_relationships_are_read_in_any_prefix_and_quotes() -> None:
    kind = f"{RELATIONSHIPS}styles"
    relationship = f"<p:Relationship\n Target='styles.xml' Type = '{kind}' Id='a'></p:Relationship>"
    rels = f"<p:Relationships xmlns:p='x'>{relationship}</p:Relationships>"

    assert open_package(with_member("word/_rels/document.xml.rels", rels.encode())).read_related("styles")


# ------------------------------------------------------------------ what is refused


def test_macros_are_found_by_their_relationship_type_name_or_content_type() -> None:
    for part in (
        VBA,
        Part("word/vbaProject.bin", b""),
        Part("word/VBAPROJECT.BIN", b""),
        Part("word/vbaData.xml", b""),
    ):
        with pytest.raises(RefusedInput) as refusal:
            open_package(honest_docx(parts=[part]))
        assert refusal.value.code == "macros"


def test_protection_is_found_in_a_settings_part_in_utf_16_too() -> None:
    protection = '<w:documentProtection w:edit="forms" w:enforcement="on"/>'
    settings = f'<?xml version="1.0" encoding="UTF-16"?><w:settings xmlns:w="w">{protection}</w:settings>'

    with pytest.raises(RefusedInput) as refusal:
        open_package(with_member("word/settings.xml", settings.encode("utf-16")))

    assert refusal.value.code == "protected"


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("word/styles.xml", PART_LIMIT + 1),
        ("word/settings.xml", PART_LIMIT + 1),
        ("_rels/.rels", 2_000_001),
        ("word/_rels/document.xml.rels", 2_000_001),
        ("[Content_Types].xml", 2_000_001),
    ],
)
def test_a_part_heavier_than_it_can_honestly_be_is_refused(name: str, size: int) -> None:
    with pytest.raises(RefusedInput) as refusal:
        open_package(with_member(name, b"<x/>".ljust(size)), limits=Limits(ratio_from=size)).read_related("styles")

    assert refusal.value.code == "part-too-large"


def test_a_text_heavier_than_the_limit_is_refused_before_it_is_unpacked() -> None:
    story = b"<w:document/>".ljust(STORY_LIMIT + 1)

    with pytest.raises(RefusedInput, match="weighs 24 MB") as refusal:
        open_package(with_member("word/document.xml", story), limits=Limits(ratio_from=STORY_LIMIT + 2))

    assert refusal.value.code == "story-too-large"


def test_a_relationships_part_of_garbage_is_an_answer_of_ours() -> None:
    for garbage in (
        b"\xff\xfe\xff",
        b"<Relationship Target='&#99999999;'>",
        b"<Relationship Type='\xff'>",
        b"\x00" * 50,
    ):
        try:
            related = open_package(with_member("word/_rels/document.xml.rels", garbage)).related
        except UnreadableInput as refusal:
            related = {refusal.code: ""}
        assert related.keys() <= {"", "bad-encoding", "bad-xml"}


def test_hyperlinks_are_nothing_to_warn_of() -> None:
    links = [
        Relationship(f"rId{i}", f"{RELATIONSHIPS}hyperlink", "https://work.example.com", external=True)
        for i in (70, 71)
    ]

    assert open_package(honest_docx(relationships=links)).notices == ()
