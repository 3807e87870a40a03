"""Nearness in meaning: the promises of resume_customizer.infrastructure.embeddings."""

import socket
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from resume_customizer.core.errors import Unavailable
from resume_customizer.core.planning.nearness import LexicalNearness
from resume_customizer.infrastructure import embeddings
from resume_customizer.infrastructure.embeddings import SemanticNearness

POINT = "Cut cloud spending by switching off idle machines"
SAME_MEANING = "Reduced infrastructure costs through automatic shutdown of unused servers"
SAME_WORDS = "Spending by idle visitors in the cloud theatre was cut off"
FAR = "Taught physics to teenagers"


def test_lines_that_mean_the_same_are_nearer_than_lines_that_only_share_words() -> None:
    texts = [[SAME_MEANING], [SAME_WORDS], [FAR]]
    [[meaning, words, far]] = SemanticNearness().measure([POINT], texts)
    [[lexical_meaning, lexical_words, _]] = LexicalNearness().measure([POINT], texts)

    assert meaning > words > far
    assert lexical_meaning < lexical_words


def test_a_text_is_as_near_as_its_nearest_line_whatever_stands_beside_it() -> None:
    measure = SemanticNearness().measure

    [[alone, together, none]] = measure([POINT], [[SAME_MEANING], [FAR, SAME_MEANING, SAME_WORDS], []])

    assert alone == together
    assert none == 0.0


def test_nothing_is_fetched_from_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    embeddings._load_model.cache_clear()

    def refuse(*given: object) -> None:
        raise AssertionError(f"a connection was made to {given}")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert SemanticNearness().measure([POINT], [[POINT]]) == [[1.0]]


def test_without_the_extra_the_reason_says_how_to_get_it() -> None:
    with pytest.raises(Unavailable) as caught:
        embeddings._checked("no-such-distribution", "model.onnx", "")

    assert caught.value.code == "no-embeddings"
    assert "resume-customizer[semantic]" in caught.value.message


def test_a_changed_file_is_refused() -> None:
    package, name, digest = embeddings._PIECES
    content = embeddings._checked(package, name, digest)

    assert sha256(content).hexdigest() == digest
    with pytest.raises(Unavailable) as caught:
        embeddings._checked(package, name, digest.replace("b", "c"))
    assert caught.value.code == "changed-embeddings"
    assert str(Path.home()) not in caught.value.message


def test_the_model_is_loaded_only_when_it_is_asked_for() -> None:
    code = "import sys, resume_customizer.infrastructure.embeddings; sys.exit('onnxruntime' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
