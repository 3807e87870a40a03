"""Many resumes for many targets as one piece of work: which cells there are, what they become, what files are called.

    resumes × targets, paired  ->  Cell, …  ->  chosen, put into portions  ->  files with names that differ

Promises (tests in tests/core/test_batches.py):

* All to all gives every cell once; pairs that can't be told are named, never guessed.
* A name pattern gives the same names for the same batch, none twice, and none that a system can't write.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.file_names import clean_file_name, split_ending, unlike

PORTION: Final = 25
"""Cells that are worked on in one go, at least."""
_MOST_IN_A_PORTION: Final = 100
_PORTIONS: Final = 8
"""So many a batch is divided into, so that several workers share it, unless they would be too small or too large."""


_WORD: Final = re.compile(r"[^\W_]+(?:[+#]+)?")


class ItemStatus(StrEnum):
    """Where one cell of a batch stands."""

    NEW = "new"
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    LEFT_OUT = "left out"
    CANCELLED = "cancelled"


class BatchStatus(StrEnum):
    """Where a batch stands."""

    NEW = "new"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


class Pairing(StrEnum):
    """Which resumes go with which targets."""

    ALL = "all"
    BY_NAME = "by-name"
    BY_TABLE = "by-table"


@dataclass(frozen=True, slots=True)
class Cells:
    """Pairs of positions, resume and target; and what could not be paired, in sentences."""

    pairs: tuple[tuple[int, int], ...]
    problems: tuple[str, ...] = ()


def pair_all(resumes: int, targets: int) -> Cells:
    """Every resume with every target, target by target."""
    return Cells(tuple((resume, target) for target in range(targets) for resume in range(resumes)))


def pair_by_name(resumes: Sequence[str], targets: Sequence[str]) -> Cells:
    """Each resume with the one target whose name is its own, or stands whole at its beginning or end."""
    pairs, problems = [], []
    words = [_words(target) for target in targets]
    for position, name in enumerate(resumes):
        own = _words(name)
        equal = [at for at, each in enumerate(words) if each == own]
        found = equal or [at for at, each in enumerate(words) if each and _is_at_an_end(each, own)]
        if len(found) == 1:
            pairs.append((position, found[0]))
        else:
            several = ", ".join(f"“{targets[at]}”" for at in found[:3])
            why = f"fits several targets: {several}" if found else "fits the name of no target"
            problems.append(f"The resume “{name}” {why}.")
    return Cells(tuple(pairs), tuple(problems))


def pair_by_table(
    rows: Iterable[tuple[int, str, str]], resumes: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]
) -> Cells:
    """Pairs as the rows of a table name them; resumes and targets each with all that they may be called."""
    pairs: dict[tuple[int, int], None] = {}
    problems: list[str] = []
    sides = (("resume", _index(resumes)), ("target", _index(targets)))
    for number, *names in rows:
        found = []
        for name, (what, known) in zip(names, sides, strict=True):
            places = known.get(" ".join(_words(name)), [])
            if len(places) == 1:
                found.append(places[0])
            else:
                problems.append(f"Row {number}: {'several' if places else 'no'} {what} “{name[:80]}”.")
        if len(found) == 2:
            pairs[found[0], found[1]] = None
    return Cells(tuple(pairs), tuple(problems))


def _index(names: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for position, each in enumerate(names):
        for name in {" ".join(_words(name)) for name in each if name}:
            index.setdefault(name, []).append(position)
    return index


def _words(name: str) -> list[str]:
    stem = split_ending(name)[0] if name.casefold().endswith((".docx", ".docm", ".dotx", ".txt", ".csv")) else name
    return _WORD.findall(stem.casefold())


def _is_at_an_end(part: list[str], whole: list[str]) -> bool:
    return len(part) < len(whole) and part in (whole[: len(part)], whole[-len(part) :])


# ---------------------------------------------------------------- what becomes of them


def portions(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The numbers in portions of one size: the more there are, the larger."""
    size = max(PORTION, min(_MOST_IN_A_PORTION, -(-len(numbers) // _PORTIONS)))
    for begin in range(0, len(numbers), size):
        yield tuple(numbers[begin : begin + size])


def status_of(items: Mapping[ItemStatus, int], *, is_paused: bool) -> BatchStatus:
    """Where a batch stands when so many of its items stand so."""
    if items.get(ItemStatus.WAITING):
        return BatchStatus.PAUSED if is_paused else BatchStatus.RUNNING
    if items.get(ItemStatus.DONE) or items.get(ItemStatus.FAILED):
        return BatchStatus.DONE
    return BatchStatus.CANCELLED if items.get(ItemStatus.CANCELLED) else BatchStatus.NEW


# ---------------------------------------------------------------- names of files

USUAL_PATTERN: Final = "{original}"
FIELDS: Final = ("original", "resume", "consultant", "target", "title", "client", "date", "number")
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_REPEATED: Final = re.compile(r"_(?=[_ -]*_)|-(?=-)| (?= )")
_LONGEST_PATTERN: Final = 200
_ENDING: Final = ".docx"


def check_pattern(pattern: str) -> str:
    """The pattern; raises InvalidInput that names what can't be in it."""
    unknown = [name for name in _FIELD.findall(pattern) if name not in FIELDS]
    rest = _FIELD.sub("", pattern)
    if unknown or "{" in rest or "}" in rest:
        wrong = f"“{{{unknown[0][:40]}}}”" if unknown else "a single brace"
        allowed = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise InvalidInput("bad-pattern", f"A name pattern can't have {wrong}; it can have {allowed}.", "pattern")
    if not _FIELD.search(pattern) or len(pattern) > _LONGEST_PATTERN:
        raise InvalidInput("bad-pattern", "A name pattern needs a field, and 200 characters at most.", "pattern")
    return pattern


def name_files(pattern: str, rows: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """A name for each row of values, made from a pattern; two never get the same."""
    wanted = [_filled(pattern, row) for row in rows]
    often = Counter(name.casefold() for name in wanted)
    taken: set[str] = set()
    names = []
    for name in wanted:
        unique = unlike(name, taken) if often[name.casefold()] > 1 or name.casefold() in taken else name
        taken.add(unique.casefold())
        names.append(unique)
    return tuple(names)


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    text = _FIELD.sub(lambda found: values.get(found[1], "").strip(), pattern)
    tidy = _REPEATED.sub("", text).strip("_- ")
    stem, own = split_ending(clean_file_name(tidy or "resume"))
    return clean_file_name((stem if own.casefold() == _ENDING else stem + own) + _ENDING)
