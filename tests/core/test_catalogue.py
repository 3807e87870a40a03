"""What is written in the catalogue of technologies: every entry by itself, and all of them together."""

import datetime as dt
import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import resume_customizer.core.naming

FOLDER = Path(resume_customizer.core.naming.__file__).parent / "catalogue"
FILES = sorted(FOLDER.glob("*.json"))
TEXTS = ("name", "source", "end_source")
YEARS = ("year", "end")
LISTS = ("aliases", "exact", "parents", "relatives")

Entry = dict[str, Any]


@cache
def _entries() -> tuple[Entry, ...]:
    return tuple(entry for file in FILES for entry in json.loads(file.read_text("utf-8"))["technologies"])


def _spellings(entry: Entry) -> list[str]:
    return [entry["name"], *entry.get("aliases", ())]


def _level(spelling: str) -> str:
    """What spellings have in common that differ in case, blanks and hyphens only."""
    return "".join(spelling.casefold().replace("-", " ").split())


def _wrong_types(entry: Entry) -> list[str]:
    wrong = [key for key in entry if key not in (*TEXTS, *YEARS, *LISTS, "context", "near", "kind")]
    wrong += ["kind"] if entry.get("kind", "practice") != "practice" else []
    wrong += [key for key in TEXTS if key in entry and not (isinstance(entry[key], str) and _is_clean(entry[key]))]
    wrong += [key for key in YEARS if key in entry and not isinstance(entry[key], int)]
    for key in LISTS:
        values = entry.get(key, ["none"])
        if not (isinstance(values, list) and values and all(isinstance(v, str) and _is_clean(v) for v in values)):
            wrong.append(key)
        elif len(set(values)) < len(values):
            wrong.append(f"{key} twice")
    return wrong


def _is_clean(text: str) -> bool:
    return bool(text) and text == " ".join(text.split())


def test_there_are_thousands_of_technologies() -> None:
    assert len(_entries()) >= 2500


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_holds_one_category_with_one_entry_to_a_line(file: Path) -> None:
    text = file.read_text("utf-8")
    content = json.loads(text)

    assert list(content) == ["category", "technologies"]
    assert _is_clean(content["category"])
    lines = [line.rstrip(",") for line in text.splitlines() if line.startswith('{"name": ')]
    assert [json.loads(line) for line in lines] == content["technologies"]
    assert lines


def test_every_entry_is_made_of_what_entries_are_made_of() -> None:
    assert {entry.get("name"): wrong for entry in _entries() if (wrong := _wrong_types(entry))} == {}


def test_every_year_has_a_source_and_can_be_true() -> None:
    this_year = dt.datetime.now(dt.UTC).year

    for entry in _entries():
        assert ("year" in entry) == ("source" in entry), entry["name"]
        assert ("end" in entry) == ("end_source" in entry), entry["name"]
        assert 1940 <= entry.get("year", this_year) <= this_year, entry["name"]
        assert entry.get("year", 1940) <= entry.get("end", 2100), entry["name"]


def test_nearly_every_entry_has_a_year_and_most_have_kin() -> None:
    entries = _entries()

    assert sum("year" in entry for entry in entries) >= 0.94 * len(entries)
    assert sum("parents" in entry or "relatives" in entry for entry in entries) >= 0.4 * len(entries)


def test_every_technology_has_one_home() -> None:
    homes = defaultdict(list)
    for entry in _entries():
        homes[_level(entry["name"])].append(entry["name"])

    shared = [names for names in homes.values() if len(names) > 1]
    marked = {name for entry in _entries() for name in _marks(entry)}
    assert [names for names in shared if len(set(names)) < len(names) or not marked.issuperset(names)] == []


def test_a_spelling_of_two_technologies_is_marked_in_both() -> None:
    owners: dict[str, dict[str, bool]] = defaultdict(dict)
    for entry in _entries():
        for spelling in _spellings(entry):
            is_marked = spelling in _marks(entry)
            owners[_level(spelling)][entry["name"]] = is_marked and owners[_level(spelling)].get(entry["name"], True)

    assert {key: names for key, names in owners.items() if len(names) > 1 and not all(names.values())} == {}


def test_marks_are_put_on_spellings_of_the_entry() -> None:
    for entry in _entries():
        assert _marks(entry) <= set(_spellings(entry)), entry["name"]
        marks = [mark for key in ("exact", "context", "near") for mark in entry.get(key, ())]
        assert len(marks) == len(set(marks)), entry["name"]
        for words in (*entry.get("context", {}).values(), *entry.get("near", {}).values()):
            assert words, entry["name"]
            assert all(word == word.lower() and _is_clean(word) for word in words), entry["name"]


def test_parents_and_relatives_are_in_the_catalogue() -> None:
    names = {entry["name"] for entry in _entries()}

    unknown = {other for entry in _entries() for other in _kin(entry)} - names
    assert unknown == set()
    assert [entry["name"] for entry in _entries() if entry["name"] in _kin(entry)] == []


def test_nothing_is_a_part_of_itself_by_way_of_its_parents() -> None:
    parents = {entry["name"]: set(entry.get("parents", ())) for entry in _entries()}

    while True:
        without = {name for name, above in parents.items() if not above}
        if not without:
            break
        parents = {name: above - without for name, above in parents.items() if name not in without}
    assert parents == {}


def _marks(entry: Entry) -> set[str]:
    return {*entry.get("exact", ()), *entry.get("context", ()), *entry.get("near", ())}


def _kin(entry: Entry) -> list[str]:
    return [*entry.get("parents", ()), *entry.get("relatives", ())]
