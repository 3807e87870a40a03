"""What screens are made of: the promises of resume_customizer.ui.components."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders.web import Web
from resume_customizer.ui import components
from resume_customizer.ui.components import table
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.table import PAGE, Asked

FOLDER = Path(components.__file__).parent
MAKES_MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")


def test_no_script_makes_markup_of_data() -> None:
    scripts = list(FOLDER.glob("*.js"))
    assert len(scripts) >= 8

    assert [(each.name, word) for each in scripts for word in MAKES_MARKUP if word in each.read_text("utf-8")] == []


def test_previews_stand_in_the_emptiest_of_sandboxes() -> None:
    assert 'sandbox: ""' in (FOLDER / "frame.js").read_text("utf-8")


@pytest.mark.parametrize(
    "typed", ["*bold*", "[link](http://evil.example)", "<b>x</b>", "# head", ":red[x]", "a\n\n- b", "$x$"]
)
def test_what_people_typed_is_shown_as_it_is(typed: str) -> None:
    shown = plain(typed)

    assert "\n" not in shown
    assert shown.replace("\\", "") == " ".join(typed.split())
    assert not any(shown[at] in "*[<#:$" and shown[at - 1 : at] != "\\" for at in range(len(shown)))


def test_a_table_sorts_searches_and_turns_pages() -> None:
    first = Asked(sort="name")
    second = table._changed(first, {"do": "next"}, "after-25")
    assert (second.cursor, second.sort) == ("after-25", "name")
    assert table._changed(second, {"do": "back"}, "after-50") == first
    assert table._changed(second, {"do": "sort", "sort": "-name"}, "") == Asked(sort="-name")
    assert table._changed(second, {"do": "search", "search": "ann"}, "") == Asked("ann", "name")
    assert table._changed(first, {"do": "next"}, "") == first
    assert table._changed(first, {}, "after-25") == first
    assert table._changed(first, {"do": "erase"}, "after-25") == first


def test_cells_are_plain_values() -> None:
    assert table._cell(datetime(2026, 11, 30, 9, 5, tzinfo=UTC)) == "2026-11-30 09:05"
    assert table._cell(None) == ""
    assert table._cell(["x"]) == "['x']"


def test_a_page_holds_no_more_than_its_rows_however_many_there_are(web: Web) -> None:
    ann = web.desk.workspace("ann")
    bank = web.desk.banks.create(ann, "Ours")
    lines = "\n".join(f"• Wrote service number {number} in Go." for number in range(300))
    web.desk.banks.import_points(ann, bank.id, f"Go\n{lines}")
    test = web.screen("points", web.pass_of("ann"))

    assert not test.exception
    assert len(web.desk.banks.list_points(ann, bank.id, limit=PAGE).records) == PAGE
    assert test.session_state[f"points-{bank.id}---following"]
