"""`plan`: the rules it takes, the answers it gives, the changes it lets a person make."""

import json
from pathlib import Path

import pytest

from doors.conftest import Ran, Run
from resume_customizer.cli.plan_commands import COMMANDS

KAFKA = "Designed topics and retention for order events"


@pytest.fixture
def posting(folder: Path) -> str:
    (folder / "job.txt").write_text("Engineer\nYou must know Kafka and Python.\n", encoding="utf-8")
    return "job.txt"


def test_best_is_taken_where_there_is_something_to_weigh(run: Run, posting: str) -> None:
    assert run("plan", "resume.docx", "-p", "points.txt", "--json").json["strategy"] == "weighted"
    best = run("plan", "resume.docx", "-p", "points.txt", "--posting", posting, "--json").json

    assert best["strategy"] == "best"
    assert best["gap"] == 0
    assert next(row for row in best["placements"] if row["point"] == KAFKA)["experience"] == 0
    assert run("plan", "resume.docx", "-p", "points.txt", "--preset", "even", "--json").json["strategy"] == "best"


def test_every_rule_can_be_said(run: Run) -> None:
    ran = run(
        "plan", "resume.docx", "-p", "points.txt", "--json", "--preset", "recent-first", "--weights",
        "share=10, words=0", "--per-technology", "2", "--same-technology", "1", "--most-lines", "5",
        "--cap", "0=1,1=2", "--quota", "Python=1", "--behind", "0=4", "--order", "relevance", "--refuse-anachronisms",
    )  # fmt: skip

    rules = ran.json["rules"]
    assert ran.code == 0
    assert rules["weights"]["share"] == 10
    assert rules["weights"]["fade"] == 45
    assert (rules["caps"], rules["quotas"], rules["behind"]) == ([[0, 1], [1, 2]], [["Python", 1]], [[0, 4]])
    assert [row["after"] for row in ran.json["placements"] if row["experience"] == 0] == [4]


def test_meaning_counts_where_it_is_asked_for(run: Run, posting: str) -> None:
    asked = ("plan", "resume.docx", "-p", "points.txt", "--posting", posting, "--json")
    by_words, by_meaning = run(*asked, "--explain"), run(*asked, "--explain", "--nearness", "meaning")

    def counted(ran: Ran) -> set[str]:
        return {part["name"] for row in ran.json["explanations"] for part in row["parts"]}

    assert "nearness" not in counted(by_words)
    assert "nearness" in counted(by_meaning)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("--weights", "share"), 2),
        (("--cap", "zero=1"), 2),
        (("--quota", "=1"), 2),
        (("--behind", "0=x"), 2),
        (("--weights", "nonsense=1"), 3),
        (("--strategy", "weighted", "--most-lines", "1"), 3),
        (("--strategy", "even", "--nearness", "meaning"), 2),
        (("--behind", "0=99"), 3),
    ],
)
def test_wrong_rules_are_one_sentence(run: Run, wrong: tuple[str, ...], code: int) -> None:
    ran = run("plan", "resume.docx", "-p", "points.txt", *wrong)

    assert ran.code == code
    assert ran.err.startswith("Error: ")
    assert ran.err.count("\n") == 1


def test_an_explanation_names_what_counted_and_the_lines(run: Run, posting: str) -> None:
    text = run("plan", "resume.docx", "-p", "points.txt", "--posting", posting, "--explain").out
    values = run("plan", "resume.docx", "-p", "points.txt", "--posting", posting, "--explain", "--json").json

    assert "What counted: asked for" in text
    assert "resume: “Environment: Java, Oracle, Kafka”" in text
    assert "What the posting asks for:" in text
    kafka = next(each for each in values["explanations"] if each["point"] == KAFKA)
    assert {"source": "resume", "line": None, "text": "Environment: Java, Oracle, Kafka"} in kafka["evidence"]
    assert {part["name"] for part in kafka["parts"]} >= {"asked", "knows"}
    assert isinstance(values["coverage"], list)
    assert len(values["explanations"]) == len(values["placements"])


def test_why_tells_what_other_places_would_cost(run: Run, posting: str) -> None:
    asked = ("plan", "resume.docx", "-p", "points.txt", "--posting", posting, "--why", "retention")
    values = run(*asked, "--json").json
    text = run(*asked).out

    assert values["point"] == KAFKA
    assert values["experience"] == 0
    assert [each["experience"] for each in values["elsewhere"]] == [1]
    assert values["elsewhere"][0]["cost"] > 0
    assert f"would cost {values['elsewhere'][0]['cost']:,}" in text
    unknown = run("plan", "resume.docx", "-p", "points.txt", "--why", "zebra")
    assert (unknown.code, unknown.out) == (3, "")
    assert "No point says “zebra”" in unknown.err


def _edit(run: Run, *commands: str, plan: tuple[str, ...] = ("-p", "points.txt", "-o", "plan.json")):  # noqa: ANN202
    return run("plan", "resume.docx", *plan, "--edit", stdin="\n".join(commands) + "\n")


def test_a_plan_is_changed_line_by_line_and_carried_out(folder: Path, run: Run) -> None:
    ran = _edit(
        run,
        "# comments and empty lines are passed over",
        "",
        "exclude 3",
        'text 1 Tuned the team\'s "slow" loops',
        "move 2 1",
        'add 0 "Spring Boot" Wrote a thing of my own.',
        "undo",
        "redo",
        "save",
    )

    values = json.loads((folder / "plan.json").read_text("utf-8"))
    assert (ran.code, ran.err) == (0, "")
    rows = {row["point"]: row for row in values["placements"]}
    assert set(rows) == {'Tuned the team\'s "slow" loops', KAFKA, "Wrote a thing of my own."}
    assert rows['Tuned the team\'s "slow" loops']["original"].startswith("Tuned slow loops")
    assert rows[KAFKA]["locked"]
    assert rows[KAFKA]["experience"] == 1
    assert [row["code"] for row in values["unplaced"]] == ["left-out"]
    assert run("customize", "resume.docx", "--plan", "plan.json", "-o", "out.docx").code == 0
    assert run("verify", "resume.docx", "out.docx").code == 0


def test_a_plan_made_before_is_explained_asked_about_and_edited(folder: Path, run: Run) -> None:
    assert run("plan", "resume.docx", "-p", "points.txt", "-o", "plan.json").code == 0
    made = ("--plan", "plan.json")

    assert "What counted" in run("plan", "resume.docx", *made, "--explain").out
    assert run("plan", "resume.docx", *made, "--why", "retention", "--json").json["point"] == KAFKA
    edited = _edit(run, "lock all", "save other.json", plan=made)
    assert edited.code == 0
    assert all(row["locked"] for row in json.loads((folder / "other.json").read_text("utf-8"))["placements"])
    assert not any(row["locked"] for row in json.loads((folder / "plan.json").read_text("utf-8"))["placements"])


def test_solve_decides_the_rest_anew(folder: Path, run: Run) -> None:
    ran = _edit(run, "move 1 1", "cap 0 1", "solve", "save")

    rows = json.loads((folder / "plan.json").read_text("utf-8"))["placements"]
    assert ran.code == 0
    assert sum(row["experience"] == 0 for row in rows) == 1
    assert [row["locked"] for row in rows].count(True) == 1


@pytest.mark.parametrize(
    "command",
    ["bogus", "move 1", "move one 1", "move 1 77", "text 1", "order 1 99", "undo", "redo", 'add 0 "open', "why zebra"],
)
def test_a_command_that_can_not_be_carried_out_says_why_and_changes_nothing(
    folder: Path, run: Run, command: str
) -> None:
    ran = _edit(run, command, "save")
    untouched = _edit(run, "save other.json")

    assert ran.code == 2
    assert ran.err.startswith("Error: ")
    assert untouched.code == 0
    assert (folder / "plan.json").read_bytes() == (folder / "other.json").read_bytes()


def test_changes_that_were_not_saved_are_said_to_be_lost(run: Run) -> None:
    assert "were not saved" in _edit(run, "exclude 1").err
    assert _edit(run, "exclude 1", "undo", "quit", "bogus").err == ""


def test_nothing_is_saved_over_an_input_or_without_a_name(folder: Path, run: Run) -> None:
    before = (folder / "points.txt").read_bytes()

    assert _edit(run, "save points.txt").code == 2
    assert "Name a file" in _edit(run, "save", plan=("-p", "points.txt")).err
    assert (folder / "points.txt").read_bytes() == before


def test_every_command_is_in_its_help_and_in_the_user_guide(run: Run) -> None:
    helped = _edit(run, "help").out
    guide = (Path(__file__).parents[2] / "docs" / "user-guide.md").read_text("utf-8")

    assert len(COMMANDS) > 10
    for name, command in COMMANDS.items():
        assert command.usage in helped
        assert f"`{name}" in guide


@pytest.mark.parametrize("wrong", [("--edit", "--json"), ("--edit", "--why", "x"), ("--edit", "-p", "-")])
def test_what_does_not_go_together_is_wrong_usage(run: Run, wrong: tuple[str, ...]) -> None:
    points = () if "-p" in wrong else ("-p", "points.txt")

    assert run("plan", "resume.docx", *points, *wrong).code == 2
    assert run("plan", "resume.docx").code == 2
