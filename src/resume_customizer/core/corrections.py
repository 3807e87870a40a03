"""What a person corrects of how their resume was understood, remembered from version to version.

    JSON values  ->  parse_corrections()  ->  Corrections  +  ResumeDocument  ->  correct()  ->  ResumeDocument

A correction names an experience by the words of its header, so that it holds for the next version too; what it does
not find there any more is said in a notice, and changes nothing.

Promises (tests in tests/core/test_corrections.py, tests/resume/test_corrected.py):

* Corrections change what is understood, never a byte of the file.
* Where one experience becomes two, or two become one, each bullet is in exactly one of them.
* A plan that was made with other corrections is refused: its experiences may have other numbers.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final, Literal, NoReturn, get_args

from resume_customizer.core.document import Anchor, Bullet, Experience, ResumeDocument
from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.core.notices import Notice
from resume_customizer.core.planning.plan import experience_title

CorrectionKind = Literal["drop", "rename", "merge", "split", "place"]
AnchorAt = Callable[[int, tuple[int, ...]], Anchor]
"""The anchor behind a paragraph, looking like the model paragraphs; raises InvalidInput."""

MOST: Final = 200
_LONGEST: Final = 2_000
_NAMED: Final = ("role", "company", "location", "start", "end")
_FIELDS: Final[dict[str, frozenset[str]]] = {
    "drop": frozenset(),
    "rename": frozenset(_NAMED),
    "merge": frozenset(),
    "split": frozenset({"at", *_NAMED}),
    "place": frozenset({"at"}),
}
"""What each kind has beside `kind` and `header`."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction."""

    kind: CorrectionKind
    """`drop`: this is no experience. `rename`: it is called otherwise. `merge`: it belongs to the one before it.
    `split`: what was taken for a bullet is the header of another one. `place`: new points go behind a bullet."""
    header: str
    """The lines of its header, as written."""
    at: str = ""
    """The bullet that is the header of another one, or behind which points go."""
    named: tuple[tuple[str, str], ...] = ()
    """Role, company, location, start and end, as they should be; an empty one is none."""


Corrections = tuple[Correction, ...]


def header_of(experience: Experience) -> str:
    """How corrections name an experience."""
    return "\n".join(" ".join(line.split()) for line in experience.header)


def parse_corrections(values: object) -> Corrections:
    """Corrections from a JSON list; raises InvalidInput `bad-corrections` that names the row."""
    if not isinstance(values, list) or len(values) > MOST:
        _refuse(f"Corrections are a list of at most {MOST} objects.")
    return tuple(_correction(row, f"corrections row {number}") for number, row in enumerate(values, 1))


def corrections_to_json(corrections: Corrections) -> list[dict[str, str]]:
    """The same as JSON values."""
    return [
        {"kind": each.kind, "header": each.header} | ({"at": each.at} if each.at else {}) | dict(each.named)
        for each in corrections
    ]


def correct(document: ResumeDocument, corrections: Corrections, anchor_at: AnchorAt) -> ResumeDocument:
    """The document as a person understands it."""
    experiences, notices = list(document.experiences), list(document.notices)
    for number, correction in enumerate(corrections, 1):
        try:
            at = _find(experiences, correction)
            experiences = _CARRIED_OUT[correction.kind](experiences, at, correction, anchor_at)
        except ResumeCustomizerError as fault:
            notices.append(Notice("correction-not-made", fault.message, f"corrections row {number}"))
    return replace(document, experiences=tuple(experiences), notices=tuple(notices), reading=reading_of(corrections))


def reading_of(corrections: Corrections) -> str:
    """A short name for a set of corrections; empty for none."""
    if not corrections:
        return ""
    return sha256(json.dumps(corrections_to_json(corrections), sort_keys=True).encode()).hexdigest()[:16]


# ------------------------------------------------------------------ carrying out

_Experiences = list[Experience]


def _find(experiences: _Experiences, correction: Correction) -> int:
    found = [at for at, each in enumerate(experiences) if header_of(each) == correction.header]
    shown, _, _ = correction.header.partition("\n")
    if not found:
        raise InvalidInput("no-such-header", f"No experience is headed “{shown}” any more; it was not corrected.")
    if len(found) > 1:
        raise InvalidInput("same-header", f"Several experiences are headed “{shown}”; none was corrected.")
    return found[0]


def _drop(experiences: _Experiences, at: int, _: Correction, __: AnchorAt) -> _Experiences:
    return [*experiences[:at], *experiences[at + 1 :]]


def _rename(experiences: _Experiences, at: int, correction: Correction, _: AnchorAt) -> _Experiences:
    return [*experiences[:at], _named(experiences[at], correction), *experiences[at + 1 :]]


def _merge(experiences: _Experiences, at: int, correction: Correction, _: AnchorAt) -> _Experiences:
    if at == 0:
        raise InvalidInput("nothing-before", f"No experience stands before “{correction.header}” to join it to.")
    first, second = experiences[at - 1], experiences[at]
    merged = replace(
        first,
        bullets=(*first.bullets, *second.bullets),
        environment=second.environment or first.environment,
        anchor=second.anchor or first.anchor,
        no_anchor_reason="" if second.anchor or first.anchor else first.no_anchor_reason,
        text=f"{first.text}\n{second.text}",
        confidence=1.0,
    )
    return [*experiences[: at - 1], merged, *experiences[at + 1 :]]


def _split(experiences: _Experiences, at: int, correction: Correction, anchor_at: AnchorAt) -> _Experiences:
    whole = experiences[at]
    row = _row_of(whole, correction.at)
    if row == 0:
        raise InvalidInput("first-bullet", f"“{correction.at}” is the first bullet of “{correction.header}” already.")
    before, header, after = whole.bullets[:row], whole.bullets[row], whole.bullets[row + 1 :]
    above, _, below = whole.text.partition(header.text)
    own_look = _paragraphs(before)
    first = replace(
        whole,
        bullets=before,
        environment=None,
        anchor=anchor_at(before[-1].paragraph, own_look),
        text=above.rstrip(),
        confidence=1.0,
    )
    second = replace(
        whole,
        header=(header.text,),
        bullets=after,
        anchor=whole.anchor if after else anchor_at(header.paragraph, own_look),
        text=header.text + below,
        **dict.fromkeys(_NAMED),
    )
    return [*experiences[:at], first, _named(second, correction), *experiences[at + 1 :]]


def _place(experiences: _Experiences, at: int, correction: Correction, anchor_at: AnchorAt) -> _Experiences:
    whole = experiences[at]
    bullet = whole.bullets[_row_of(whole, correction.at)]
    if bullet is not whole.bullets[-1] and bullet.text.rstrip().endswith(":"):
        raise InvalidInput("leads-in-a-list", f"“{bullet.text}” leads in what follows it; a point would come between.")
    anchor = anchor_at(bullet.paragraph, _paragraphs(whole.bullets))
    placed = replace(whole, anchor=anchor, no_anchor_reason="")
    return [*experiences[:at], placed, *experiences[at + 1 :]]


_CARRIED_OUT: Final[dict[str, Callable[[_Experiences, int, Correction, AnchorAt], _Experiences]]] = {
    "drop": _drop,
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "place": _place,
}


def _named(experience: Experience, correction: Correction) -> Experience:
    values: dict[str, Any] = {name: value or None for name, value in correction.named}
    return replace(experience, **values, confidence=1.0)


def _row_of(experience: Experience, text: str) -> int:
    found = [row for row, bullet in enumerate(experience.bullets) if bullet.text == " ".join(text.split())]
    if not found:
        title = experience_title(experience, 0)
        raise InvalidInput("no-such-bullet", f"“{title}” has no bullet “{text}” any more; nothing was corrected there.")
    return found[0]


def _paragraphs(bullets: tuple[Bullet, ...]) -> tuple[int, ...]:
    return tuple(bullet.paragraph for bullet in bullets)


# ------------------------------------------------------------------ reading


def _correction(row: Any, where: str) -> Correction:  # noqa: ANN401 - what JSON gives
    if not isinstance(row, dict) or row.get("kind") not in get_args(CorrectionKind):
        _refuse(f"A correction is an object whose `kind` is {', '.join(get_args(CorrectionKind))}.", where)
    kind = row["kind"]
    known = {"kind", "header", *_FIELDS[kind]}
    for name in row:
        if name not in known:
            _refuse(f"`{name}` means nothing for {kind}.", where)
    header = _text(row, "header", where)
    at = _text(row, "at", where) if "at" in _FIELDS[kind] else ""
    named = tuple(_names(row, where)) if kind in {"rename", "split"} else ()
    if kind == "rename" and not named:
        _refuse(f"To rename, give one of {', '.join(_NAMED)}.", where)
    return Correction(kind, header, at, named)


def _names(row: dict[str, Any], where: str) -> Iterator[tuple[str, str]]:
    for name in _NAMED:
        if name in row:
            value = row[name]
            if value is not None and not isinstance(value, str):
                _refuse(f"`{name}` is text, or null for none.", where)
            yield name, " ".join((value or "").split())[:_LONGEST]


def _text(row: dict[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        _refuse(f"`{name}` is missing, or no text of at most {_LONGEST:,} characters.", where)
    return "\n".join(" ".join(line.split()) for line in value.strip().split("\n"))


def _refuse(message: str, where: str = "") -> NoReturn:
    raise InvalidInput("bad-corrections", message, where)
