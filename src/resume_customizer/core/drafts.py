"""Points that a language model drafted: they wait for a person, and only what a person approved becomes a point.

    the model's answer  ->  read_drafts()  ->  Drafts (JSON, edited by a person)  ->  approved_bank()  ->  PointBank

Promises (tests in tests/core/test_drafts.py):

* A draft that nobody approved never becomes a point.
* A draft is one plain line of reasonable length; anything else in an answer is left out, with a notice.
* Each draft says which model wrote it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.notices import Notice
from resume_customizer.core.points import Point, PointBank, TechStack
from resume_customizer.core.tech_stack import DRAFTS_MARK

MAX_DRAFTS = 50
MAX_CHARACTERS = 400
"""Of one draft; a longer bullet fills a third of a page."""
_FEWEST_WORDS = 3
_MARKS = "•*-–·\t "


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence by a model."""

    technology: str
    text: str
    model: str
    is_approved: bool = False


@dataclass(frozen=True, slots=True)
class Drafts:
    """All drafts of one question, and what was left out of the answer."""

    drafts: tuple[Draft, ...]
    notices: tuple[Notice, ...] = ()


def read_drafts(answer: str, technology: str, model: str) -> Drafts:
    """The drafts in a model's answer, a JSON array of sentences; raises InvalidInput `bad-answer` for anything else."""
    try:
        begin, end = answer.index("["), answer.rindex("]") + 1
        values = json.loads(answer[begin:end])
    except (ValueError, RecursionError):
        raise InvalidInput(
            "bad-answer", "The language model did not answer with a list of sentences; ask again."
        ) from None
    texts: dict[str, None] = {}
    notices = []
    for number, value in enumerate(values, 1):
        why = _fault_of(value) or ("there are more than enough" if len(texts) >= MAX_DRAFTS else "")
        if why:
            notices.append(Notice("draft-left-out", f"Left out of the model's answer: {why}.", f"sentence {number}"))
        else:
            texts.setdefault(_plain(value))
    return Drafts(tuple(Draft(technology, text, model) for text in texts), tuple(notices))


def drafts_to_json(drafts: Drafts) -> dict[str, object]:
    """Drafts as JSON values; a person sets `approved` to true where a sentence is true of the resume's owner."""
    return {
        "kind": DRAFTS_MARK,
        "drafts": [
            {"technology": each.technology, "text": each.text, "approved": each.is_approved, "model": each.model}
            for each in drafts.drafts
        ],
        "notices": [{"code": n.code, "message": n.message, "where": n.where} for n in drafts.notices],
    }


def parse_drafts(values: object) -> Drafts:
    """Drafts from JSON values, as edited by a person; raises InvalidInput `bad-drafts` that names the row."""
    rows = values.get("drafts") if isinstance(values, dict) else None
    if not isinstance(rows, list):
        raise InvalidInput("bad-drafts", "This is no file of drafts: it has no list named `drafts`.")
    return Drafts(tuple(_draft(row, f"drafts row {number}") for number, row in enumerate(rows, 1)))


def approved_bank(drafts: Drafts) -> PointBank:
    """The point bank of what a person approved, the line of a point being its row among the drafts."""
    stacks: dict[str, list[Point]] = {}
    for row, draft in enumerate(drafts.drafts, 1):
        if draft.is_approved:
            stacks.setdefault(draft.technology, []).append(Point(draft.text, row))
    waiting = sum(not draft.is_approved for draft in drafts.drafts)
    notices = (Notice("drafts-waiting", f"{waiting} drafts wait for approval and are not used."),) if waiting else ()
    return PointBank(tuple(TechStack(name, tuple(points)) for name, points in stacks.items()), notices)


def _draft(row: Any, where: str) -> Draft:  # noqa: ANN401 - what JSON gives
    if not isinstance(row, dict):
        raise InvalidInput("bad-drafts", "A draft is an object with `technology`, `text` and `approved`.", where)
    for name, kind in (("technology", str), ("text", str), ("approved", bool)):
        if not isinstance(row.get(name), kind):
            wanted = "true or false" if kind is bool else "text"
            raise InvalidInput("bad-drafts", f"`{name}` is missing or not {wanted}.", where)
    fault = _fault_of(row["text"])
    if fault:
        raise InvalidInput("bad-drafts", f"This draft can't be a point: {fault}.", where)
    return Draft(row["technology"], _plain(row["text"]), str(row.get("model", "")), row["approved"])


def _fault_of(value: object) -> str:
    """Why something can't be a draft; empty when it can."""
    if not isinstance(value, str):
        return "it is not text"
    return next(_faults(value), "")


def _faults(text: str) -> Iterator[str]:
    plain = _plain(text)
    if "\n" in text.strip() or not all(character.isprintable() for character in plain):
        yield "it has more than one line, or control characters"
    if len(plain) > MAX_CHARACTERS:
        yield f"it is longer than {MAX_CHARACTERS} characters"
    if len(plain.split()) < _FEWEST_WORDS:
        yield "it is hardly a sentence"
    if "://" in plain or "<" in plain:
        yield "it holds a link or markup"


def _plain(text: str) -> str:
    return " ".join(text.split()).lstrip(_MARKS)
