"""The words of a posting that say how much something is asked for.

    text in lower case  ->  stems, searched plainly  ->  what stands around each  ->  Cue, …

Promises (tests in tests/core/posting/test_cues.py):

* "A plus", "preferred" and the like are told from "5 plus years", "plus tax" and "bonus scheme".
* "No less than", "not only" and "as needed" refuse and require nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

Sense = Literal["must", "nice", "ask", "soft", "not"]
"""What a cue says: required; a plus; asked for in ordinary words; welcome in ordinary words; not wanted."""


class Cue(NamedTuple):
    """A word that says how much something is asked for."""

    start: int
    end: int
    sense: Sense


class _Look(NamedTuple):
    """One way to read a stem."""

    sense: Sense
    after: str = ""
    """A pattern that the stem and what follows it must match; empty when the stem alone says it."""
    endings: tuple[str, ...] = ()
    """One of these must stand right before it."""


_AHEAD = 90
"""Characters that are looked at from a stem on."""


def _look(sense: Sense, after: str = "", *, before: str = "", unless: str = "", whole: bool = False) -> _Look:
    """`before`: words of which one must stand before; `unless`: those that must not; `whole`: not within a word."""
    words = tuple(f"{word} " if word[-1].isalnum() else word for word in before.split("|") if word)
    refused = "".join(f"(?<!{word} )" for word in unless.split("|") if word)
    return _Look(sense, (_WHOLE if whole else "") + refused + after, words)


_WHOLE = r"(?<![\w-])"
_AT_END = r"(?= ?[).;,:!]| -|\s*$)"
_PRAISE = (
    " a| an| as| is| are| be|\na|\nan|(a|(an|,a|big|huge|definite|definitely|strong|real|great|added|major|nice|clear"
    "|significant|considered|additional|distinct|also|(|( "
)
_PAUSE = ", |,| - | – "
_OF_USE = r"(?:required|needed|necessary|mandatory|essential|a must|a requirement|relevant|compulsory|a prerequisite)\b"
_WANTING = r"(?:need|require|want|use|have to|look for|consider|work with|looking for|interested in|seeking)\b"
_AS_NEEDED = "as|if|when|where|wherever"

_STRONG: dict[str, tuple[_Look, ...]] = {
    "plus": (
        _look("nice", r"plus(?:es)?\b(?! (?:\d|years))", before=_PRAISE),
        _look("nice", r"plus" + _AT_END, before=_PAUSE),
        _look("nice", r"plus(?:es)?:|pluses\b"),
    ),
    "bonus": (
        _look("nice", r"bonus\b(?! (?:scheme|plan|pay|program|structure|of))", before=_PRAISE),
        _look("nice", r"bonus(?: points?| skills?)?(?: for| if\b|:| to have)", whole=True),
        _look("nice", r"bonus(?: points)?" + _AT_END, before=_PAUSE),
    ),
    "advantage": (
        _look("nice", r"advantage(?! of)", before="an|big|clear|distinct|of|is|are|be|strong|added|definite|great"),
        _look("nice", r"advantageous"),
    ),
    "asset": (
        _look("nice", r"assets?\b(?! (?:management|class))", before="an|strong|great|valuable|real|as|considered"),
    ),
    "nice": (_look("nice", r"nice(?:[- ]to[- ]haves?|[- ]to[- ]know| if\b| but not\b)", whole=True),),
    "to have": (_look("nice", before="good|great"),),
    "prefer": (
        _look("nice", r"prefer(?:red|abl[ey]|ence)\b(?! (?:vendor|supplier|partner|pronoun|name|stock))(?!s\b)"),
        _look("nice", r"prefers?\b", before="we|would|we'd|we’d|strongly|client|manager"),
    ),
    "desir": (_look("nice", r"desir(?:able|ed|ables)\b"),),
    "beneficial": (_look("nice"),),
    "optional": (_look("nice"),),
    "helpful": (_look("nice"),),
    "welcome": (_look("nice", r"welcome\b(?! to)", before="is|are|also|very|most|be"),),
    "appreciated": (_look("nice"),),
    "ideal": (_look("nice", r"ideally\b"), _look("nice", r"ideal" + _AT_END, before="is|are|be")),
    "extra points": (_look("nice"),),
    "brownie points": (_look("nice"),),
    "differentiator": (_look("nice"),),
    "would be ": (
        _look("nice", r"would be (?:an? )?(?:great|nice|good|ideal|awesome|fantastic|useful|cool|huge|big)\b"),
    ),
    "love ": (_look("nice", r"love (?:it if|to see|if|someone)", before="would|'d|’d|also|really"),),
    "must": (_look("must", r"must\b(?! not)", whole=True),),
    "require": (
        _look("must", r"required\b(?! to (?:travel|work on))", unless=_AS_NEEDED),
        _look(
            "must",
            r"require(?:s|ments?)?\b(?! (?:gathering|engineering|analysis|management|elicitation|traceability))",
            unless="the|business|customer|client|user",
        ),
    ),
    "mandatory": (_look("must"),),
    "compulsory": (_look("must"),),
    "essential": (
        _look("must", r"essential" + _AT_END, before="is|are|be|absolutely|(|, |,| – | - "),
        _look("must", r"essential:"),
    ),
    "at least": (_look("must"),),
    "minimum": (_look("must", r"minimum\b(?! (?:wage|viable))"),),
    "necessary": (_look("must", r"necessary" + _AT_END, before="is|are|be|absolutely"),),
    "need": (
        _look("must", r"needed\b", unless=_AS_NEEDED + "|skills"),
        _look(
            "must",
            r"needs?\b(?! to (?:do|make|go|get|grow|build|change|move))",
            before="you|we|candidate|candidates|they|he|she|client|will|team|manager|also|'ll|’ll",
        ),
    ),
    "non-negotiable": (_look("must"),),
    "not ": (
        _look("not", r"not (?:strictly |really |absolutely |actually |explicitly )?" + _OF_USE, whole=True),
        _look("not", r"not (?:" + _WANTING + r"|a fit for|suitable for|be considering)", whole=True),
        _look(
            "not",
            r"not (?:an? )?(?=[\w.+#/-]+(?: \w+)? (?:role|position|job|shop|opening|developers?|engineers?)\b)",
            whole=True,
        ),
        _look(
            "not",
            r"not (?!only|just|limited|necessarily|but|to |a |an |the |all|too|yet|be |have|least)(?=[\w.+#])",
            before=", |(|but|, and",
        ),
    ),
    "n't ": (_look("not", r"n't (?:" + _WANTING + r"|(?:strictly |really )?" + _OF_USE + ")"),),
    "n’t ": (_look("not", r"n’t (?:" + _WANTING + r"|(?:strictly |really )?" + _OF_USE + ")"),),
    "no ": (
        _look("not", r"no need (?:of|for|to (?:know|have|be))\b", whole=True),
        _look(
            "not",
            r"no (?!less|fewer|more|later|longer|matter|one\b|doubt|problem|exception|limit|need|idea"
            r"|other|better|two\b"
            r"|way\b|stranger|meeting|travel|wonder|sooner|experience$)",
            unless="with|have|is|are|has",
            whole=True,
        ),
        _look("not", r"no (?:prior |previous )?(?:experience|knowledge)\b", whole=True),
    ),
    "rather than ": (_look("not"),),
    "instead of ": (_look("not"),),
    "without ": (_look("not", r"without (?:any )?(?=[\w.+#/-]+ (?:experience|knowledge|background)\b)", whole=True),),
}

_NUMBERS = "|".join(
    f"{number}{after}"
    for number in "0 1 2 3 4 5 6 7 8 9 one two three four five six seven eight nine ten twelve fifteen ) +"
    " more plus of".split()
    for after in (" ", "+ ", " + ", "+")
)
_MILD: dict[str, tuple[_Look, ...]] = {
    "familiar": (_look("soft"),),
    "exposure to": (_look("soft"),),
    "interest": (_look("soft", r"interest(?:ed)? in\b", unless="not"),),
    "basic ": (_look("soft", r"basic (?:knowledge|understanding|experience|familiarity|skills)\b"),),
    "some ": (_look("soft", r"some (?:knowledge|experience|understanding|familiarity)\b", whole=True),),
    "willing": (_look("soft", r"willing(?:ness)? to (?:learn|pick up)\b"),),
    "to learn": (_look("soft", before="ability|eager|desire|keen|happy"),),
    "year": (_look("ask", r"years?\b(?! (?:old|ago|of age))", before=_NUMBERS),),
    "yrs": (_look("ask", before=_NUMBERS),),
    "experience": (
        _look(
            "ask",
            r"experienced?\b(?! (?:level|team|engineers|colleagues|for our|of our))",
            unless="customer|user|the|our",
        ),
    ),
    "knowledge": (_look("ask", r"knowledge(?! (?:base|sharing|transfer|management))", unless="your|share"),),
    "expert": (_look("ask", r"expert(?:ise|s)?\b", unless="our|of|the"),),
    "proficien": (_look("ask"),),
    "fluen": (_look("ask", r"fluen(?:t|cy)\b"),),
    "skill": (_look("ask", r"skill(?:s|ed)\b", unless="your|our|new|their"),),
    "understanding": (_look("ask"),),
    "strong ": (_look("ask", r"strong (?:in|at|with|\w+ developer)\b"),),
    "hands-on": (_look("ask"),),
    "looking for": (_look("ask"),),
    "seeking": (_look("ask"),),
    "hiring ": (_look("ask", r"hiring (?:an?|for)\b"),),
    "you know": (_look("ask"),),
    "you have": (_look("ask"),),
    "you've": (_look("ask"),),
    "mastery": (_look("ask"),),
    "background in": (_look("ask"),),
    "able to": (_look("ask", r"able to\b", whole=True),),
    "ability to": (_look("ask"),),
    "comfortable ": (_look("ask", r"comfortable (?:with|in|working|using)\b"),),
    "versed in": (_look("ask"),),
    "competen": (_look("ask", r"competen(?:t|cy|ce)\b"),),
    "degree": (_look("ask"),),
    "certifi": (_look("ask", r"certifi(?:ed|cations?)\b"),),
    "track record": (_look("ask"),),
}
_LOOKS = _STRONG | _MILD
CUE_STEMS = tuple(_LOOKS)
_INSIDE_WORDS = ("n't ", "n’t ")
"""Stems that stand at the end of a word."""


def _any_of(stems: Iterable[str]) -> str:
    """A pattern for any of these, by their first letters: so most words are passed over after one look."""
    by_letter: dict[str, list[str]] = {}
    for stem in sorted(stems, key=len, reverse=True):
        by_letter.setdefault(stem[0], []).append(re.escape(stem[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


_STEM = re.compile(rf"\b(?:{_any_of(set(CUE_STEMS) - set(_INSIDE_WORDS))})")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Made ready when it is first asked for: most texts have few of the stems."""
    return re.compile(text)


def find_cues(lowered: str) -> Iterator[Cue]:
    """Every cue of a text in lower case, not in order."""
    for found in _STEM.finditer(lowered):
        stem = found.group()
        cue = _read(lowered, found.start(), stem, _LOOKS[stem])
        if cue is not None:
            yield cue
    for stem in _INSIDE_WORDS:
        at = lowered.find(stem)
        while at >= 0:
            cue = _read(lowered, at, stem, _LOOKS[stem])
            if cue is not None:
                yield cue
            at = lowered.find(stem, at + len(stem))


def _read(lowered: str, at: int, stem: str, looks: tuple[_Look, ...]) -> Cue | None:
    for sense, after, endings in looks:
        if endings and not lowered.endswith(endings, 0, at):
            continue
        if not after:
            return Cue(at, at + len(stem), sense)
        found = _pattern(after).match(lowered, at, at + _AHEAD)
        if found is not None:
            return Cue(at, found.end(), sense)
    return None
