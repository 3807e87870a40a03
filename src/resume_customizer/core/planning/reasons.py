"""Why a point stands where it stands, or nowhere: one plain sentence each.

    Scales + who got what  ->  reason_of() | why_left_out()

Promises and tests: those of resume_customizer.core.planning.distribution.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from resume_customizer.core.planning.weighing import Limits, Scales

if TYPE_CHECKING:
    from resume_customizer.core.planning.objective import Weights

COUNT = "\0"
"""Stands in a reason for "2 of 6 points" until the order is known."""
_TURNS = {"round-robin": "dealt in turn, ", "cycles": "dealt in cycles, "}
_TELLING = ("words", "seniority", "nearness")


def reason_of(scales: Scales, at: int, receiver: int, place: str, strategy: str, weights: "Weights | None") -> str:
    """Why a point went to a receiver; with the weights of `best`, by what counted there."""
    evidence, late = scales.fit(at, receiver).evidence, ""
    if weights is not None:
        parts = {part.name: part.clause for part in scales.parts(at, receiver, weights) if part.worth > 0}
        evidence = evidence or next((parts[name] for name in _TELLING if name in parts), "")
        late = scales.anachronism(at, receiver)
    said = f"{evidence[0].upper()}{evidence[1:]}; {place}" if evidence else f"{place[0].upper()}{place[1:]}"
    asked = scales.asked_for(at).clause
    return f"{said}, {_TURNS.get(strategy, '')}{COUNT}{f'; {asked}' if asked else ''}{f'; but {late}' if late else ''}."


def numbered(reason: str, number: int, of: int) -> str:
    """A reason with its count."""
    return reason.replace(COUNT, f"{number} of {of} {'point' if of == 1 else 'points'}")


class Given(NamedTuple):
    """Who got how much, counted once for all points that found no place."""

    of_stack: Mapping[int, int]
    """How many points of each technology are placed."""
    is_full: tuple[bool, ...]
    """For each receiver."""


def count_given(scales: Scales, hands: Sequence[int | None], caps: Sequence[int]) -> Given:
    """Count them."""
    of_receiver = Counter(hands)
    of_stack = Counter(scales.offers[at].stack for at, own in enumerate(hands) if own is not None)
    return Given(of_stack, tuple(of_receiver[receiver] >= cap for receiver, cap in enumerate(caps)))


def why_left_out(scales: Scales, at: int, given: Given, caps: Sequence[int], limits: Limits | None) -> tuple[str, str]:
    """Code and reason for a point that found no place."""
    offer = scales.offers[at]
    if limits is not None:
        late = [scales.anachronism(at, receiver) for receiver in range(len(caps))]
        if limits.refuse_anachronisms and all(late):
            return "anachronism", f"Refused everywhere: {late[0]}."
        same = given.of_stack.get(offer.stack, 0)
        if same >= limits.quotas.get(offer.stack, same + 1):
            count = "1 point of this technology is" if same == 1 else f"{same} points of this technology are"
            return "no-room", f"No room: {count} placed, and more were not wanted.{_later(scales, at)}"
    if all(given.is_full):
        return "no-room", f"No room: {_who(caps)} already.{_later(scales, at)}"
    if limits is not None and limits.most_lines is not None:
        lines = "1 line" if limits.most_lines == 1 else f"{limits.most_lines} lines"
        return (
            "no-room",
            f"No room: at most {lines} may be added, and other points make more of them.{_later(scales, at)}",
        )
    return "no-room", f"No room: where there is room, the limits asked for keep it out.{_later(scales, at)}"


def _who(caps: Sequence[int]) -> str:
    count = len(caps)
    who = "the one experience that receives has" if count == 1 else f"the {count} experiences that receive have"
    if len(set(caps)) > 1:
        return f"{who} as many points as they may"
    points = "1 point" if caps[0] == 1 else f"{caps[0]} points"
    return f"{who} {points}{'' if count == 1 else ' each'}"


def _later(scales: Scales, at: int) -> str:
    """That the posting preferred others, when it did."""
    if scales.asked_for(at).level or not scales.is_any_asked_for:
        return ""
    return f" The posting does not name {scales.offers[at].technology}, so others went first."
