"""`customize` on one resume: the promises of resume_customizer.cli.customizing."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from builders import a_docx, bullets, line
from builders.hostile import hostile_named
from doors.conftest import Run
from resume_customizer.resume.reader import open_document


def _lines(path: Path) -> list[str]:
    return [line.text for line in open_document(path.read_bytes()).lines]


def test_points_come_into_the_resume_and_everything_is_reported(folder: Path, run: Run) -> None:
    ran = run("customize", "resume.docx", "--points", "points.txt", "-o", "out.docx", "--json")

    report = ran.json
    assert ran.code == 0
    assert set(report) == {"placed", "unplaced", "output", "output_sha256", "certificate", "notices"}
    assert set(report["placed"][0]) >= {"point", "technology", "experience", "after", "reason"}
    assert sorted(row["point"] for row in report["placed"]) == [
        "Built streaming loaders for nine tenants",
        "Designed topics and retention for order events",
        "Tuned slow loops until the nightly batch fit into two hours",
    ]
    assert report["unplaced"] == []
    assert report["output"] == "out.docx"
    assert report["output_sha256"] == sha256(Path("out.docx").read_bytes()).hexdigest()
    assert report["certificate"] == "out.docx.certificate.json"
    for row in report["placed"]:
        lines = _lines(folder / "out.docx")
        assert row["point"] in lines


def test_experiences_in_the_report_are_numbered_as_inspect_lists_them(run: Run) -> None:
    report = run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", "--include", "1", "--json").json
    experiences = run("inspect", "resume.docx", "--json").json["experiences"]

    assert {row["experience"] for row in report["placed"]} == {1}
    assert report["placed"][0]["after"] == experiences[1]["insert_after"]


def test_the_result_keeps_its_name_in_another_folder(folder: Path, run: Run) -> None:
    before = (folder / "resume.docx").read_bytes()

    ran = run("customize", "resume.docx", "-p", "points.txt")

    assert ran.code == 0
    assert (folder / "customized" / "resume.docx").exists()
    assert (folder / "customized" / "resume.docx.certificate.json").exists()
    assert (folder / "resume.docx").read_bytes() == before


def test_the_same_input_gives_the_same_bytes_and_the_same_report(folder: Path, run: Run) -> None:
    reports = [run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", "--json").out for _ in range(2)]
    first = (folder / "out.docx").read_bytes(), (folder / "out.docx.certificate.json").read_bytes()
    run("customize", "resume.docx", "-p", "points.txt", "-o", "again/out.docx")

    assert reports[0] == reports[1]
    assert (folder / "again" / "out.docx").read_bytes() == first[0]
    assert (folder / "again" / "out.docx.certificate.json").read_bytes() == first[1]


def test_a_customized_resume_gets_nothing_twice(folder: Path, run: Run) -> None:
    run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx")

    ran = run("customize", "out.docx", "-p", "points.txt", "-o", "twice.docx", "--json")

    assert ran.code == 4
    assert ran.json["placed"] == []
    assert {row["code"] for row in ran.json["unplaced"]} == {"already-there"}
    assert ran.json["output"] is None
    assert not (folder / "twice.docx").exists()


def test_nothing_placed_is_said_and_writes_nothing(folder: Path, run: Run) -> None:
    ran = run("customize", "resume.docx", "-p", "points.txt", "--exclude", "0,1", "-o", "out.docx")

    assert ran.code == 4
    assert "Nothing could be placed, so no file was written." in ran.out
    assert not (folder / "out.docx").exists()


@pytest.mark.parametrize("output", ["resume.docx", "./resume.docx", "points.txt", "link.docx"])
def test_an_input_is_never_written_over(folder: Path, run: Run, output: str) -> None:
    (folder / "link.docx").symlink_to("resume.docx")
    before = (folder / "resume.docx").read_bytes(), (folder / "points.txt").read_bytes()

    ran = run("customize", "resume.docx", "-p", "points.txt", "-o", output)

    assert ran.code == 2
    assert "input" in ran.err
    assert ((folder / "resume.docx").read_bytes(), (folder / "points.txt").read_bytes()) == before


def test_the_certificate_goes_where_it_is_told_but_never_over_an_input(folder: Path, run: Run) -> None:
    told = run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", "--certificate", "c/proof.json")
    over = run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", "--certificate", "points.txt")
    same = run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", "--certificate", "out.docx")

    assert told.code == 0
    assert json.loads((folder / "c" / "proof.json").read_bytes())["original_sha256"]
    assert not (folder / "out.docx.certificate.json").exists()
    assert (over.code, same.code) == (2, 2)


def test_a_result_that_a_person_changed_is_not_replaced_unless_told(folder: Path, run: Run) -> None:
    run("customize", "resume.docx", "-p", "points.txt")
    result = folder / "customized" / "resume.docx"
    made = result.read_bytes()
    unchanged = run("customize", "resume.docx", "-p", "points.txt")
    result.write_bytes(made + b"edited")

    changed = run("customize", "resume.docx", "-p", "points.txt")
    kept = result.read_bytes()
    told = run("customize", "resume.docx", "-p", "points.txt", "--overwrite")

    assert unchanged.code == 0
    assert changed.code == 3
    assert "--overwrite" in changed.err
    assert kept == made + b"edited"
    assert told.code == 0
    assert result.read_bytes() == made


def test_a_dry_run_does_everything_but_write(folder: Path, run: Run) -> None:
    before = sorted(folder.rglob("*"))

    ran = run("customize", "resume.docx", "-p", "points.txt", "--dry-run", "--json")
    written = run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", "--json").json

    assert ran.code == 0
    assert ran.json["output"] is None
    assert ran.json["certificate"] is None
    assert ran.json["output_sha256"] == written["output_sha256"]
    assert sorted(set(folder.rglob("*")) - {folder / "out.docx", folder / "out.docx.certificate.json"}) == before


def test_points_come_from_standard_input_too(run: Run) -> None:
    ran = run(
        "customize", "resume.docx", "-p", "-", "-o", "out.docx", "--json", stdin="Go\n• Wrote a scheduler in Go\n"
    )

    assert ran.code == 0
    assert [row["technology"] for row in ran.json["placed"]] == ["Go"]


def test_with_a_posting_the_technologies_that_it_names_go_first(folder: Path, run: Run) -> None:
    (folder / "job.txt").write_text("We look for somebody who knows Kafka well.", encoding="utf-8")

    common = ("customize", "resume.docx", "-p", "points.txt", "--per-experience", "1", "-n", "1", "--json", "--dry-run")
    with_it, without = run(*common, "--posting", "job.txt"), run(*common)

    assert [row["technology"] for row in with_it.json["placed"]] == ["Kafka"]
    assert [row["technology"] for row in without.json["placed"]] == ["Python"]


def test_strategies_and_their_limits_are_followed(run: Run) -> None:
    def places(*options: str) -> list[int]:
        ran = run("customize", "resume.docx", "-p", "points.txt", "--dry-run", "--json", *options)
        return [row["experience"] for row in ran.json["placed"]]

    assert places("--strategy", "newest") == [0, 0, 0]
    assert places("--strategy", "round-robin", "--per-experience", "1") == [0, 1]
    assert places("--experiences", "1") == [0, 0, 0]
    assert places("--exclude", "0") == [1, 1, 1]


@pytest.mark.parametrize("strategy", ["weighted", "round-robin", "cycles", "newest", "even"])
@pytest.mark.parametrize("order", ["grouped", "interleaved", "as-given"])
def test_every_strategy_and_order_of_the_core_is_offered(run: Run, strategy: str, order: str) -> None:
    ran = run("customize", "resume.docx", "-p", "points.txt", "-s", strategy, "--order", order, "--dry-run", "--json")

    assert ran.code == 0
    assert len(ran.json["placed"]) == 3


def test_the_command_line_offers_what_the_core_knows() -> None:
    from typing import get_args

    from resume_customizer.cli.distribution_options import OrderName, PresetName, StrategyName
    from resume_customizer.core.planning.objective import PRESETS
    from resume_customizer.core.planning.rules import ORDERS, PRESET_NAMES, STRATEGY_NAMES

    assert get_args(StrategyName) == STRATEGY_NAMES
    assert get_args(PresetName) == PRESET_NAMES == tuple(PRESETS)
    assert get_args(OrderName) == ORDERS


def test_tracked_changes_carry_the_author_and_the_date(folder: Path, run: Run) -> None:
    options = ("--track-changes", "--author", "Petra V.", "--date", "2026-03-01T09:30:00+01:00")

    ran = run("customize", "resume.docx", "-p", "points.txt", "-o", "out.docx", *options, "--json")

    story = open_document((folder / "out.docx").read_bytes()).story.text.utf8
    assert ran.code == 0
    assert b'w:author="Petra V."' in story
    assert b'w:date="2026-03-01T08:30:00Z"' in story
    assert run("verify", "resume.docx", "out.docx").code == 0


def test_an_author_without_tracked_changes_is_wrong_usage(run: Run) -> None:
    assert run("customize", "resume.docx", "-p", "points.txt", "--author", "Petra").code == 2
    assert run("customize", "resume.docx", "-p", "points.txt", "--track-changes", "--date", "soon").code == 2


def test_in_a_document_of_any_kind_points_go_behind_a_paragraph(folder: Path, run: Run) -> None:
    minutes = a_docx(line("Minutes"), line("We met."), bullets("First item", "Second item"), line("We left."))
    (folder / "minutes.docx").write_bytes(minutes)

    ran = run("customize", "minutes.docx", "-p", "points.txt", "--after-paragraph", "3", "-o", "out.docx", "--json")

    assert ran.code == 0
    assert _lines(folder / "out.docx") == [
        "Minutes",
        "We met.",
        "First item",
        *[row["point"] for row in ran.json["placed"]],
        "Second item",
        "We left.",
    ]
    assert {row["after"] for row in ran.json["placed"]} == {"First item"}
    assert {row["experience"] for row in ran.json["placed"]} == {None}
    assert run("verify", "minutes.docx", "out.docx").code == 0


def test_a_paragraph_that_is_not_there_is_refused(run: Run) -> None:
    ran = run("customize", "resume.docx", "-p", "points.txt", "--after-paragraph", "999", "-o", "out.docx")

    assert ran.code == 3
    assert "paragraph 999" in ran.err


def test_inspect_numbers_the_paragraphs_that_points_can_follow(run: Run) -> None:
    numbered = run("inspect", "resume.docx", "--paragraphs", "--json").json["paragraphs"]
    place = next(row["paragraph"] for row in numbered if row["text"] == "Kept the build green.")

    ran = run("customize", "resume.docx", "-p", "points.txt", "--after-paragraph", str(place), "--json", "--dry-run")

    assert {row["after"] for row in ran.json["placed"]} == {"Kept the build green."}
    assert {row["experience"] for row in ran.json["placed"]} == {1}


@pytest.mark.parametrize("wrong", [
    [],
    ["--strategy", "fair", "-p", "points.txt"],
    ["--include", "first", "-p", "points.txt"],
    ["--jobs", "0", "-p", "points.txt"],
    ["--jobs", "many", "-p", "points.txt"],
    ["--timeout", "nan", "-p", "points.txt"],
    ["-p", "points.txt", "-o", "-"],
    ["--plan", "plan.json", "--posting", "points.txt"],
    ["-p", "points.txt", "--nonsense"],
])  # fmt: skip
def test_wrong_usage_is_exit_code_2_with_one_sentence(run: Run, wrong: list[str]) -> None:
    ran = run("customize", "resume.docx", *wrong)

    assert ran.code == 2
    assert "Error: " in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("file", "said"),
    [("missing.docx", "no such file"), ("empty", "no Word document"), ("points.txt", "not a Word document")],
)
def test_an_input_that_is_none_is_named(folder: Path, run: Run, file: str, said: str) -> None:
    (folder / "empty").mkdir()

    ran = run("customize", file, "-p", "points.txt")

    assert ran.code == (2 if file == "empty" else 3)
    assert file in ran.err
    assert said in ran.err


def test_a_refused_file_says_why_and_stays_as_it_is(folder: Path, run: Run) -> None:
    hostile = hostile_named("macros-hidden-in-docx")
    (folder / "macros.docx").write_bytes(hostile.data)

    refused = run("customize", "macros.docx", "-p", "points.txt", "-o", "out.docx", "--json")
    allowed = run("customize", "macros.docx", "-p", "points.txt", "-o", "out.docx", "--allow-macros", "--json")

    assert refused.code == 3
    assert refused.json == {
        "error": {"code": "macros", "message": refused.json["error"]["message"], "where": "macros.docx"},
        "exit_code": 3,
    }
    assert "--allow-macros" in refused.err
    assert allowed.code == 0
    assert "macros-kept" in {notice["code"] for notice in allowed.json["notices"]}
    assert (folder / "macros.docx").read_bytes() == hostile.data


def test_an_output_that_is_no_file_is_refused(folder: Path, run: Run) -> None:
    import os

    os.mkfifo(folder / "pipe")

    assert run("customize", "resume.docx", "-p", "points.txt", "-o", "/dev/null").code == 2
    assert run("customize", "resume.docx", "-p", "points.txt", "-o", "pipe").code == 2


def test_names_with_spaces_letters_of_any_script_and_a_leading_dash_work(folder: Path, run: Run) -> None:
    for name in ("my résumé 履歴書.docx", "-resume.docx"):
        (folder / name).write_bytes((folder / "resume.docx").read_bytes())
        ran = run("customize", "-p", "points.txt", "--json", "--", name)

        assert ran.code == 0
        assert ran.json["output"] == f"customized/{name}"
        assert run("verify", "--", name, f"customized/{name}").code == 0
