"""`technologies search`, `show` and `tag`, as a person and a pipeline run them."""

import json
from pathlib import Path

import pytest

from doors.conftest import Run


def test_the_best_known_name_comes_first(run: Run) -> None:
    found = run("technologies", "search", "kube", "--limit", "3", "--json").json["technologies"]

    assert found[0]["name"] == "Kubernetes"
    assert len(found) == 3
    assert run("technologies", "search", "postgrsql").out.startswith("PostgreSQL\n")
    assert "Nothing is known" in run("technologies", "search", "xyzzyqwv").out


def test_all_is_told_of_one(run: Run) -> None:
    known = run("technologies", "show", "golang", "--json").json

    assert (known["name"], known["year"], known["kind"]) == ("Go", 2009, "product")
    shown = run("technologies", "show", "k8s").out
    assert "Also written: K8s" in shown
    assert "Since: 2014" in shown
    assert "(a practice)" in run("technologies", "show", "Scrum").out


def test_a_slip_of_the_pen_is_answered_with_what_is_near(run: Run) -> None:
    ran = run("technologies", "show", "kubernets", "--json")

    assert ran.code == 3
    assert ran.json["error"]["code"] == "no-such-technology"
    assert "Near: Kubernetes" in ran.err


def test_texts_are_tagged_line_by_line(run: Run) -> None:
    lines = '{"id": "a", "text": "Éva uses Java 17 and Scrum."}\n\n{"id": 2, "text": ""}\n'
    ran = run("technologies", "tag", "--jsonl", stdin=lines)

    first, second = map(json.loads, ran.out.splitlines())
    assert first == {"id": "a", "technologies": [{"name": "Java", "start": 9, "end": 13, "text": "Java"}]}
    assert second == {"id": 2, "technologies": []}
    with_practices = json.loads(run("technologies", "tag", "--practices", stdin=lines).out.splitlines()[0])
    assert [each["name"] for each in with_practices["technologies"]] == ["Java", "Scrum"]


@pytest.mark.parametrize("line", ["not json", "[1]", '{"id": true, "text": "x"}', '{"id": "a"}', '{"text": "x"}'])
def test_a_line_that_can_not_be_read_ends_it_with_its_number(folder: Path, run: Run, line: str) -> None:
    (folder / "texts.jsonl").write_text(f'{{"id": 1, "text": "Java"}}\n{line}\n', "utf-8")
    ran = run("technologies", "tag", "texts.jsonl")

    assert ran.code == 3
    assert "texts.jsonl, line 2" in ran.err
    assert len(ran.out.splitlines()) == 1
