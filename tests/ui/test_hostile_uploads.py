"""Every hostile file of the builders at the fields for files: refused in a sentence, and the page goes on.

ALL_HOSTILE  ×  Customize · Resumes · Bulk  ->  an error that names the file, nothing kept, the next file taken

Promises:

* What must be refused is refused with its name and its code; no error is one that nobody expected.
* Nothing of a refused file is kept.
* The session lives on: in the same page an honest file is taken afterwards.
"""

from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from builders.hostile import ALL_HOSTILE, HostileFile
from builders.hostile_file import honest_docx
from builders.web import Web
from resume_customizer.core.records.resumes import Resume
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.customizing.results import DOCX

REFUSED: Final = [each for each in ALL_HOSTILE if each.expected == "refused"]
AT_ONCE: Final = 12
"""Files that are dropped together."""
HEAPS: Final = [REFUSED[at : at + AT_ONCE] for at in range(0, len(REFUSED), AT_ONCE)]
ANOTHER_KIND: Final = "another\\-kind"
"""What a file is called that is something else by its first bytes; that is asked before anything else."""


def drop(test: AppTest, files: list[tuple[str, bytes, str]]) -> None:
    """Into the first field for files."""
    test.file_uploader[0].set_value(files).run()
    assert not test.exception


def told(test: AppTest, hostile: HostileFile) -> list[str]:
    """What is said of a file."""
    return [each.value for each in (*test.error, *test.warning) if plain(f"{hostile.name}.docx") in each.value]


def test_there_are_files_to_be_refused() -> None:
    assert len(REFUSED) > 40


@pytest.mark.parametrize("heap", HEAPS, ids=lambda each: f"{each[0].name} and {len(each) - 1} more")
@pytest.mark.parametrize("screen", ["customize", "resumes"])
def test_hostile_files_are_refused_by_name_nothing_is_kept_and_the_page_goes_on(
    web: Web, screen: str, heap: list[HostileFile]
) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen(screen, web.pass_of("ann"))
    drop(test, [(f"{each.name}.docx", each.data, DOCX) for each in heap])

    for hostile in heap:
        (said,) = told(test, hostile)
        assert len(said) > 40
        assert plain(str(hostile.code)) in said or ANOTHER_KIND in said, said
    with web.desk.services.ground.within(ann.workspace_id) as tx:
        assert tx.count(Resume) == 0

    drop(test, [("honest.docx", honest_docx(), DOCX)])
    assert not test.error
    assert [each.name for each in web.desk.resumes.list_resumes(ann).records] == ["honest"]


def test_a_hostile_file_among_those_for_many_is_refused_and_the_others_are_chosen(web: Web) -> None:
    ann = web.desk.workspace("ann")
    test = web.screen("bulk", web.pass_of("ann"))
    bad = REFUSED[0]
    drop(test, [(f"{bad.name}.docx", bad.data, DOCX), ("honest.docx", honest_docx(), DOCX)])
    assert len(told(test, bad)) == 1
    assert [each.name for each in web.desk.resumes.list_resumes(ann).records] == ["honest"]
    test.run()

    assert told(test, bad) == []
    assert len(web.desk.resumes.list_resumes(ann).records) == 1
