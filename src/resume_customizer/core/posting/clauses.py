"""How much a sentence asks for each thing that it names.

    Statement + mentions in it  ->  strong pauses, cues before and behind  ->  a sense for each mention

"Java required, Kafka a plus" asks for the one and welcomes the other: a cue counts for what stands in its own part of
the sentence, on the side where names are.

Promises (tests in tests/core/posting/test_clauses.py):

* A cue in brackets counts for the name before it; one with a colon for what follows.
* A cue behind a list counts for the list, up to the cue before it.
* "No Java or PHP" refuses both, and nothing behind the next pause.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from resume_customizer.core.naming.mentions import Mention
from resume_customizer.core.posting.cues import Cue, Sense
from resume_customizer.core.posting.statements import Statement

_PAUSE = re.compile(
    r"; | but | (?:al)?though | however,? | whereas | while |\. |, (?:and|with) (?=[^,;.]{1,60}?"
    r" (?:is|are|would be|being) )| [–—] | - "
)
_STOP = re.compile(r"[,;.()]| but | just | only (?!Java)|: ")
_CALLED: frozenset[Sense] = frozenset(("must", "nice", "not"))
"""Cues that say it outright."""


class _Part(NamedTuple):
    """What stands between two pauses of a sentence."""

    start: int
    end: int
    cues: tuple[Cue, ...]
    mentions: tuple[Mention, ...]


def senses_of(text: str, statement: Statement, mentions: Sequence[Mention]) -> dict[Mention, Sense | None]:
    """What is said of each mention in a sentence; None where its section has to say."""
    found: dict[Mention, Sense | None] = dict.fromkeys(mentions)
    called = [cue for cue in statement.cues if cue.sense in _CALLED] if statement.cues else ()
    if not called:
        return found
    for part in _parts(text, statement, called, mentions):
        _weigh(text, part, found)
    return found


def _parts(text: str, statement: Statement, cues: Sequence[Cue], mentions: Sequence[Mention]) -> list[_Part]:
    """A sentence cut at its pauses, brackets kept with what they stand behind."""
    starts = [statement.start, *(found.end() for found in _PAUSE.finditer(text, statement.start, statement.end))]
    ends = [*starts[1:], statement.end]
    parts = [
        _Part(
            start,
            end,
            tuple(cue for cue in cues if start <= cue.start < end),
            tuple(each for each in mentions if start <= each.start < end),
        )
        for start, end in zip(starts, ends, strict=True)
    ]
    joined: list[_Part] = []
    for part in parts:
        # A cue without a name in its own part ("Kafka - a plus", "Java; both required") speaks of the part before.
        if joined and part.cues and not part.mentions and _takes(joined[-1], part):
            last = joined.pop()
            joined.append(_Part(last.start, part.end, part.cues, last.mentions))
        elif joined and joined[-1].cues and not joined[-1].mentions and not part.cues and _leads(joined[-1]):
            last = joined.pop()
            joined.append(_Part(last.start, part.end, last.cues, part.mentions))
        else:
            joined.append(part)
    return joined


def _takes(last: _Part, part: _Part) -> bool:
    """Whether a part is about the names of the one before: that says nothing itself, or only "not required, but …"."""
    return all(cue.sense == "not" for cue in last.cues) and (not last.cues or part.cues[0].sense == "nice")


def _leads(part: _Part) -> bool:
    """Whether a part ends with what is to be said of the next one ("Nice to have - Kafka")."""
    return part.end - part.cues[-1].end < 12


def _weigh(text: str, part: _Part, found: dict[Mention, Sense | None]) -> None:
    """Give each mention of one part the sense of the cue that speaks of it."""
    done = part.start
    """Up to where a cue has spoken."""
    forward: Cue | None = None
    """The cue that speaks of what follows it."""
    for at, cue in enumerate(part.cues):
        behind = [each for each in part.mentions if done <= each.start < cue.start]
        following = part.cues[at + 1].start if at + 1 < len(part.cues) else part.end
        ahead = [each for each in part.mentions if cue.start <= each.start < following]
        if cue.sense == "not" and not _is_behind(text, part, cue):
            _say(found, _until_stop(text, cue.end, ahead), "not")
            done = cue.end
            continue
        if forward is not None:
            own = _own_clause(text, behind, cue, is_listed=True)
            _say(found, [each for each in behind if each not in own], forward.sense)
            behind, forward = own, None
        elif behind and not _is_bracketed(text, cue, part) and _starts_own_clause(text, part, behind):
            behind = _own_clause(text, behind, cue, is_listed=False)
        elif (
            behind
            and _is_bracketed(text, cue, part)
            and (len(part.cues) > 1 or part.end - cue.end > 3 or ")" in text[part.start : behind[-1].start])
        ):
            behind = _own_clause(text, behind, cue, is_listed=True)
        if behind and not _points_ahead(text, cue, ahead):
            _say(found, behind, cue.sense)
            done = cue.end
        else:
            forward = cue
            done = cue.end
    if forward is not None:
        _say(found, [each for each in part.mentions if each.start >= forward.start], forward.sense)


def _say(found: dict[Mention, Sense | None], mentions: Sequence[Mention], sense: Sense) -> None:
    for each in mentions:
        found[each] = sense


def _is_behind(text: str, part: _Part, cue: Cue) -> bool:
    """Whether a refusal speaks of what stands before it: "Java is not required"."""
    words = text[cue.start : cue.end].lower()
    return words.endswith(("required", "needed", "necessary", "mandatory", "essential", "relevant")) and any(
        each.end <= cue.start for each in part.mentions
    )


def _is_bracketed(text: str, cue: Cue, part: _Part) -> bool:
    opened = text.rfind("(", part.start, cue.start)
    return opened >= 0 and ")" not in text[opened : cue.start]


def _points_ahead(text: str, cue: Cue, ahead: Sequence[Mention]) -> bool:
    """Whether a cue is followed by its own list: "preferred: Kafka", "ideally Kafka", "must know Java"."""
    if not ahead:
        return False
    after = text[cue.end : cue.end + 2]
    words = text[cue.start : cue.end].lower()
    return (
        after[:1] == ":"
        or words.endswith(":")
        or (
            words.startswith(("must", "ideally", "preferably", "at least", "minimum", "bonus", "need", "require"))
            and not words.startswith("required")
        )
    )


def _own_clause(text: str, behind: Sequence[Mention], cue: Cue, *, is_listed: bool) -> list[Mention]:
    """Of the names before a cue, those behind the last comma, with what "and" and "or" join to them."""
    if not behind:
        return []
    comma = max(text.rfind(",", behind[0].start, cue.start), text.rfind("(", behind[0].start, behind[-1].start))
    if comma < 0:
        return list(behind)
    own = [each for each in behind if each.start > comma]
    if own and not is_listed and text[comma + 1 : comma + 6].strip().lower().startswith(("and ", "or ")):
        return list(behind)
    return own or list(behind)


_BOAST = re.compile(r"\b(?:years?|yrs|strong|solid|expert|proficient|excellent|deep|hands-on)\b", re.IGNORECASE)
_HELD = re.compile(r"\s(?:experience|skills|knowledge|expertise|background)\b", re.IGNORECASE)


def _starts_own_clause(text: str, part: _Part, behind: Sequence[Mention]) -> bool:
    """Whether what stands before the only comma is a claim of its own: "Strong Java, Kafka a plus"."""
    if text.count(",", part.start, behind[-1].start) != 1:
        return False
    first = behind[0]
    return bool(_BOAST.search(text, part.start, first.start) or _HELD.match(text, first.end))


def _until_stop(text: str, start: int, ahead: Sequence[Mention]) -> list[Mention]:
    """The names that a refusal reaches: those before the next pause."""
    stop = _STOP.search(text, start)
    limit = stop.start() if stop else len(text)
    return [each for each in ahead if each.start < limit]
