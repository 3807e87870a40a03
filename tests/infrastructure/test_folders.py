"""Which files a person means: resume_customizer.infrastructure.folders."""

import shutil
from pathlib import Path

import pytest

from resume_customizer.core.errors import UnreadableInput
from resume_customizer.infrastructure.folders import find_resumes


def _found(*named: Path, recursive: bool = False, leave_out: tuple[Path, ...] = ()) -> list[str]:
    found = find_resumes(named, (".docx", ".docm"), recursive=recursive, leave_out=leave_out)
    return [str(relative) for _, relative in found]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b.docx",
        "a.DOCX",
        "c.docm",
        "~$b.docx",
        ".x.docx",
        "n.txt",
        "in/d.docx",
        "in/deep/e.docx",
        ".h/f.docx",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def test_a_folder_means_its_word_documents_in_a_steady_order(tree: Path) -> None:
    assert _found(tree) == ["a.DOCX", "b.docx", "c.docm"]


def test_folders_inside_are_looked_into_when_asked(tree: Path) -> None:
    assert _found(tree, recursive=True) == ["a.DOCX", "b.docx", "c.docm", "in/d.docx", "in/deep/e.docx"]
    assert _found(tree, recursive=True, leave_out=(tree / "in" / "deep", tree / "none")) == [
        "a.DOCX",
        "b.docx",
        "c.docm",
        "in/d.docx",
    ]


def test_a_file_that_is_named_comes_whatever_it_is_called(tree: Path) -> None:
    assert _found(tree / "n.txt", tree / "missing.docx") == ["n.txt", "missing.docx"]


def test_folders_that_point_at_each_other_are_no_trap(tree: Path) -> None:
    (tree / "in" / "loop").symlink_to(tree)

    assert len(_found(tree, recursive=True)) == 5


def test_a_folder_that_can_not_be_read_is_named(tree: Path) -> None:
    found = find_resumes([tree], (".docx",), recursive=True)
    next(found)
    shutil.rmtree(tree / "in")

    with pytest.raises(UnreadableInput, match="can't be read") as fault:
        list(found)

    assert fault.value.where == str(tree / "in")
