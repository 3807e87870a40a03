"""What the builders promise: the same bytes each time, sound packages, and documents that say what their truth says."""

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree as ET

import pytest
from docx import Document

from builders import (
    ALL_SHAPES,
    SampleResume,
    a_docx,
    bold,
    bullets,
    heading,
    line,
)
from builders.docx import GOOGLE_DOCS, LIBREOFFICE, PAGES, PLAIN, WORD_EDITED, WPS, Habits, Zipping, text_box
from builders.mixed import mixed_resume
from builders.namespaces import MAIN, NAMESPACES
from builders.shapes import MAKING
from resume_customizer.infrastructure.libreoffice import find_libreoffice

W = f"{{{MAIN}}}"
W14 = f"{{{NAMESPACES['w14']}}}"
MC = f"{{{NAMESPACES['mc']}}}"
STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN.encode())
RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MARKER = re.compile(r"^[-–•·*▪➢\uf0b7]\s+")
MIXED = tuple(mixed_resume(seed) for seed in range(40))

each_shape = pytest.mark.parametrize("sample", ALL_SHAPES, ids=lambda sample: sample.name)
each_sample = pytest.mark.parametrize("sample", ALL_SHAPES + MIXED, ids=lambda sample: sample.name)


# ---------------------------------------------------------------- readers of our own, by the standard library


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def _story(data: bytes) -> ET.Element:
    members = _members(data)
    found = [m[1] for m in re.finditer(rb'officeDocument" Target="([^"]+)"', members["_rels/.rels"])]
    return _tree(members[found[0].decode()])


def _tree(xml: bytes) -> ET.Element:
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ET.fromstring(xml)
    return ET.fromstring(xml.replace(*STRICT))


def _lines(data: bytes) -> list[str]:
    """The text of every paragraph, copies in mc:Fallback left out, white space levelled."""
    story = _story(data)
    copies = {p for branch in story.iter(f"{MC}Fallback") for p in branch.iter(f"{W}p")}
    return [_level(_text(p)) for p in story.iter(f"{W}p") if p not in copies]


def _text(node: ET.Element) -> str:
    made = []
    for child in node:
        if child.tag == f"{W}t":
            made.append(child.text or "")
        elif child.tag in {f"{W}tab", f"{W}br"} and node.tag == f"{W}r":
            made.append(" ")
        elif child.tag == f"{W}sym":
            made.append("• ")
        elif child.tag not in {f"{W}p", f"{W}txbxContent", f"{W}del"}:
            made.append(_text(child))
    return "".join(made)


def _level(text: str) -> str:
    return " ".join(MARKER.sub("", text.strip()).split())


def _relationships(members: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """(part that refers, part referred to) for every relationship inside the package."""
    for name, xml in members.items():
        if not name.endswith(".rels"):
            continue
        folder = name.rpartition("_rels/")[0]
        for one in ET.fromstring(xml).iter(RELATED):
            if one.get("TargetMode") != "External":
                target = one.attrib["Target"]
                yield name, target[1:] if target.startswith("/") else normpath(join(folder, target))


# ---------------------------------------------------------------- documents


def test_a_newcomer_writes_a_resume_in_five_lines() -> None:
    data = a_docx(
        heading("Experience"),
        line(bold("Acme"), " | Java Developer | Jan 2021 – Present"),
        bullets("Built services in Java.", "Led a team of three."),
    )

    assert _lines(data) == [
        "Experience",
        "Acme | Java Developer | Jan 2021 – Present",
        "Built services in Java.",
        "Led a team of three.",
    ]


@pytest.mark.parametrize("make", MAKING)
def test_the_same_call_gives_the_same_bytes(make: Callable[[], SampleResume]) -> None:
    assert make() == make()


@pytest.mark.parametrize("seed", range(20))
def test_a_resume_by_chance_is_the_same_for_the_same_seed(seed: int) -> None:
    assert mixed_resume(seed) == MIXED[seed]
    assert mixed_resume(seed) != mixed_resume(seed + 1)


def test_every_shape_of_real_resumes_has_samples() -> None:
    assert {sample.shape for sample in ALL_SHAPES} == set(range(1, 13))
    assert len({sample.name for sample in ALL_SHAPES}) == len(ALL_SHAPES) >= 90


def test_some_samples_have_no_experience_and_some_have_many() -> None:
    counts = {len(sample.truth.experiences) for sample in ALL_SHAPES}
    assert {0, 1, 2, 3, 4, 6} <= counts


@each_sample
def test_the_document_says_what_its_truth_says(sample: SampleResume) -> None:
    lines = _lines(sample.data)
    whole = "\n".join(lines)

    for _, title in sample.truth.headings:
        assert title in lines
    for experience in sample.truth.experiences:
        for text in experience.bullet_texts:
            assert text in lines
        for part in (experience.role, experience.company, experience.location):
            assert part is None or part in whole
        assert experience.environment is None or experience.environment in lines


@each_sample
def test_the_bullets_of_an_experience_stand_in_their_order(sample: SampleResume) -> None:
    lines = _lines(sample.data)
    at = 0
    for experience in sample.truth.experiences:
        for text in experience.bullet_texts:
            at = lines.index(text, at) + 1


@each_shape
def test_python_docx_reads_the_same_bullets(sample: SampleResume) -> None:
    if "strict" in sample.name:
        with pytest.raises(KeyError):  # it does not know Strict: the reader above has to do
            Document(BytesIO(sample.data))
        return
    body = Document(BytesIO(_as_document(sample.data))).element.body
    found = {_level(_text(p)) for p in body.iter(f"{W}p")}
    assert {text for each in sample.truth.experiences for text in each.bullet_texts} <= found


def _as_document(data: bytes) -> bytes:
    """A template as a document: python-docx opens documents only."""
    members = _members(data)
    types = members["[Content_Types].xml"].replace(b"template.main+xml", b"document.main+xml")
    if types == members["[Content_Types].xml"]:
        return data
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in (members | {"[Content_Types].xml": types}).items():
            package.writestr(name, content)
    return made.getvalue()


@each_sample
def test_every_part_is_well_formed_and_every_relationship_leads_somewhere(sample: SampleResume) -> None:
    members = _members(sample.data)
    for name, content in members.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)
    targets = list(_relationships(members))
    assert len(targets) >= 3
    assert {target for _, target in targets} <= members.keys()


@each_sample
def test_every_list_and_style_that_is_used_is_defined(sample: SampleResume) -> None:
    members = _members(sample.data)
    story = _story(sample.data)
    styles = _tree(next(content for name, content in members.items() if name.endswith("/styles.xml")))
    defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {style.get(f"{W}val") for kind in ("pStyle", "rStyle") for style in story.iter(f"{W}{kind}")}
    numbers = {number.get(f"{W}val") for number in story.iter(f"{W}numId")} - {"0"}

    assert used <= defined
    if numbers:
        numbering = _tree(next(content for name, content in members.items() if name.endswith("/numbering.xml")))
        assert numbers <= {number.get(f"{W}numId") for number in numbering.iter(f"{W}num")}


@each_shape
def test_paragraph_ids_are_unique_outside_of_fallback_copies(sample: SampleResume) -> None:
    story = _story(sample.data)
    copies = {p for branch in story.iter(f"{MC}Fallback") for p in branch.iter(f"{W}p")}
    ids = [p.get(f"{W14}paraId") for p in story.iter(f"{W}p") if p not in copies]
    written = [one for one in ids if one]
    assert len(written) in {0, len(ids)}
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("prefix", ["ns0", "", "w14x"])
def test_another_prefix_means_the_same_document(prefix: str) -> None:
    body = (heading("Skills"), bullets("SQL & “more” <b>", bold("w:p")))

    usual, other = _story(a_docx(*body)), _story(a_docx(*body, prefix=prefix))

    assert [(node.tag, node.attrib, node.text) for node in other.iter()] == [
        (node.tag, node.attrib, node.text) for node in usual.iter()
    ]


@pytest.mark.parametrize("habits", [PLAIN, WORD_EDITED, GOOGLE_DOCS, LIBREOFFICE, WPS, PAGES], ids=lambda h: h.maker)
def test_each_program_writes_the_same_text_in_its_own_way(habits: Habits) -> None:
    body = (heading("Experience"), line("One two three four five six seven eight.", bold=True), bullets("Built\tit."))

    assert _lines(a_docx(*body, habits=habits)) == [
        "Experience",
        "One two three four five six seven eight.",
        "Built it.",
    ]


def test_both_copies_of_a_text_box_say_the_same() -> None:
    story = _story(a_docx(line(text_box(bullets("Built it.", "Ran it.")))))
    copies = [
        [_text(p) for branch in story.iter(f"{MC}{name}") for p in branch.iter(f"{W}p")]
        for name in ("Choice", "Fallback")
    ]
    assert copies == [["Built it.", "Ran it."], ["Built it.", "Ran it."]]


def test_zip_files_are_written_as_asked() -> None:
    usual = zipfile.ZipFile(BytesIO(a_docx(line("x"))))
    data = a_docx(
        line("x"), zipping=Zipping(("*",), data_descriptors=True, comment=b"hi", odd_order=True, folders=True)
    )
    odd = zipfile.ZipFile(BytesIO(data))

    assert odd.comment == b"hi"
    assert {info.compress_type for info in odd.infolist()} == {zipfile.ZIP_STORED}
    assert all(info.flag_bits & 8 for info in odd.infolist())
    assert odd.namelist()[-1] == "[Content_Types].xml"
    assert "word/" in odd.namelist()
    assert {name for name in odd.namelist() if not name.endswith("/")} == set(usual.namelist())
    assert odd.testzip() is None


def test_libreoffice_opens_every_sample_as_one_to_three_pages(
    libreoffice: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    program = find_libreoffice()
    assert program is not None
    for sample in ALL_SHAPES:
        (tmp_path / f"{sample.name}.docx").write_bytes(sample.data)

    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *sorted(str(path) for path in tmp_path.glob("*.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )

    pages = {path.stem: _pages(path.read_bytes()) for path in tmp_path.glob("*.pdf")}
    assert pages.keys() == {sample.name for sample in ALL_SHAPES}
    assert {name for name, count in pages.items() if not 1 <= count <= 3} == set()


def _pages(pdf: bytes) -> int:
    """Pages of a PDF that has text on them (fonts), as LibreOffice writes it."""
    assert b"/FontFile" in pdf
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
