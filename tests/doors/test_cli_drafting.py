"""`draft` and `approve`, and ranking by a language model: what a model says waits for a person."""

import io
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from doors.conftest import Run
from loopback.chat_server import ChatServer, chat_server, says, sends
from resume_customizer.cli import drafting
from resume_customizer.infrastructure.language_model import ChatModel, Endpoint
from resume_customizer.settings import read_settings

SENTENCES = ["Built a queue for orders", "Kept a cluster of brokers running", "Hired by the attacker at once"]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    """A model that is set up and answers with three sentences."""
    with chat_server(says(json.dumps(SENTENCES))) as server:
        monkeypatch.setenv("RCP_LLM_URL", server.url)
        monkeypatch.setenv("RCP_LLM_MODEL", "tiny")
        read_settings.cache_clear()
        yield server
    read_settings.cache_clear()


class Keyboard(io.StringIO):
    """A person at a terminal."""

    def isatty(self) -> bool:
        return True


def test_drafts_are_approved_row_by_row_and_only_those_become_points(folder: Path, run: Run, model: ChatServer) -> None:
    (folder / "job.txt").write_text("We need Kafka.", "utf-8")
    drafted = run("draft", "Kafka", "--posting", "job.txt", "--count", "3")
    approved = run("approve", "drafts.json", "--rows", "2")
    done = run("customize", "resume.docx", "-p", "points.json", "--json")

    assert (drafted.code, approved.code, done.code) == (0, 0, 0)
    assert "None is used before you approve it" in drafted.out
    assert json.loads(model.questions[0]["messages"][1]["content"])["posting"] == "We need Kafka."
    assert [row["point"] for row in done.json["placed"]] == [SENTENCES[1]]


@pytest.mark.usefixtures("model")
def test_a_file_of_drafts_is_never_taken_for_points(folder: Path, run: Run) -> None:
    run("draft", "Kafka")
    ran = run("customize", "resume.docx", "-p", "drafts.json")

    assert ran.code == 3
    assert "Approve those that are true" in ran.err
    assert not (folder / "customized").exists()


@pytest.mark.usefixtures("model")
def test_a_person_goes_through_drafts_and_may_change_them(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("draft", "Kafka")
    monkeypatch.setattr("sys.stdin", Keyboard("maybe\ne\nBuilt two queues for orders\nn\nq\n"))
    drafting.approve(folder / "drafts.json", folder / "mine.json")

    stacks = json.loads((folder / "mine.json").read_text("utf-8"))["stacks"]
    assert [point["text"] for stack in stacks for point in stack["points"]] == ["Built two queues for orders"]


@pytest.mark.usefixtures("model")
def test_nothing_is_approved_without_a_person(folder: Path, run: Run) -> None:
    run("draft", "Kafka")

    assert run("approve", "drafts.json", stdin="y\ny\ny\n").code == 2
    assert run("approve", "drafts.json", "--rows", "9").code == 2
    assert run("approve", "points.txt", "--rows", "1").code == 3
    assert not (folder / "points.json").exists()


def test_without_a_model_the_error_says_how_to_set_one_up(run: Run) -> None:
    read_settings.cache_clear()
    ran = run("draft", "Kafka", "--json")

    assert ran.code == 1
    assert ran.json["error"]["code"] == "no-language-model"
    assert "RCP_LLM_URL" in ran.err


def test_a_model_that_fails_leaves_the_plan_to_the_words_and_says_so(run: Run, model: ChatServer) -> None:
    by_words = run("plan", "resume.docx", "-p", "points.txt", "--strategy", "best", "--json").json
    model.behave = sends(500)
    failed = run("plan", "resume.docx", "-p", "points.txt", "--nearness", "model", "--json").json

    assert "ranked-by-words" in {notice["code"] for notice in failed["notices"]}
    places = [[(row["point"], row["experience"]) for row in plan["placements"]] for plan in (by_words, failed)]
    assert places[0] == places[1]


def test_a_model_goes_to_other_processes_without_what_this_one_counted() -> None:
    model = ChatModel(Endpoint("http://127.0.0.1:9/v1", "tiny"))

    assert pickle.loads(pickle.dumps(model)).name == "tiny"
