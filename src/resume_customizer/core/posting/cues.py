"""The words of a posting that say how much something is asked for.

    text in lower case  ->  stems, searched plainly  ->  what stands around each  ->  Cue, …

Promises (tests in tests/core/posting/test_cues.py):

* "A plus", "preferred" and the like are told from "5 plus years", "plus tax" and "bonus scheme".
* "No less than", "not only" and "as needed" refuse and require nothing.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Sense = Literal["must", "nice", "ask", "soft", "not"]
"""What a cue says: required; a plus; asked for in ordinary words; welcome in ordinary words; not wanted."""


class Cue(NamedTuple):
    """A word that says how much something is asked for."""

    start: int
    end: int
    sense: Sense


_Look: TypeAlias = tuple[Sense, re.Pattern[str] | None, re.Pattern[str]]
"""A sense, what must stand right before the stem, and what the stem and its surroundings must be."""

_BACK = 28
"""Characters that are looked at before a stem."""
_AHEAD = 90


def _look(sense: Sense, after: str, before: str = "") -> _Look:
    """What stands before is looked back at by the pattern itself where its width is known: that is faster."""
    if before.startswith("(?<"):
        return sense, None, re.compile(before + after)
    return sense, re.compile(f"(?:{before})$") if before else None, re.compile(after)


_PRAISE = (
    r"(?:\b(?:a|an|big|huge|definite|definitely|strong|real|great|added|major|nice|clear"
    r"|significant|considered|as|is|are|be|additional|distinct|also) |[(] ?)"
)
_AT_END = r"(?= ?[).;,:!]| -|\s*$)"
_WHOLE = r"(?<![\w-])"
_OF_USE = r"(?:required|needed|necessary|mandatory|essential|a must|a requirement|relevant|compulsory|a prerequisite)\b"

_STRONG: dict[str, tuple[_Look, ...]] = {
    "plus": (
        _look("nice", r"plus(?:es)?\b(?! (?:\d|years))", _PRAISE),
        _look("nice", r"plus" + _AT_END, r"(?:,| [–-]) ?"),
        _look("nice", r"plus(?:es)?:"),
        _look("nice", r"pluses\b"),
    ),
    "bonus": (
        _look("nice", r"bonus\b(?! (?:scheme|plan|pay|program|structure|of))", _PRAISE),
        _look("nice", r"bonus(?: points?| skills?)?(?: for| if\b|:| to have)", _WHOLE),
        _look("nice", r"bonus(?: points)?" + _AT_END, r"(?:,| [–-]) ?"),
    ),
    "advantage": (
        _look(
            "nice",
            r"advantage(?:ous)?\b(?! of)",
            r"(?:an|big|clear|distinct|of|is|are|be|strong|added|definite|great|competitive) ",
        ),
    ),
    "asset": (
        _look("nice", r"assets?\b(?! (?:management|class))", r"(?:an|strong|great|valuable|real|as|considered) "),
    ),
    "nice": (_look("nice", r"nice(?:[- ]to[- ]haves?|[- ]to[- ]know| if\b| but not\b)", _WHOLE),),
    "to have": (_look("nice", r"to[- ]have", r"\b(?:good|great)[- ]"),),
    "prefer": (
        _look("nice", r"prefer(?:red|abl[ey]|ence)\b(?! (?:vendor|supplier|partner|pronoun|name|stock))(?!s\b)"),
        _look("nice", r"prefer\b", r"(?:we|would|we['’]d|strongly|client) "),
        _look("nice", r"prefers\b", r"client |manager "),
    ),
    "desir": (_look("nice", r"desir(?:able|ed|ables)\b"),),
    "beneficial": (_look("nice", r"beneficial\b"),),
    "optional": (_look("nice", r"optional(?:ly)?\b"),),
    "helpful": (_look("nice", r"helpful\b"),),
    "welcome": (_look("nice", r"welcome\b(?! to)", r"(?:is|are|also|very|most|be) "),),
    "appreciated": (_look("nice", r"appreciated\b"),),
    "ideal": (_look("nice", r"ideally\b"), _look("nice", r"ideal" + _AT_END, r"(?:is|are|be) ")),
    "extra points": (_look("nice", r"extra points"),),
    "brownie points": (_look("nice", r"brownie points"),),
    "differentiator": (_look("nice", r"differentiator"),),
    "would be ": (
        _look("nice", r"would be (?:an? )?(?:great|nice|good|ideal|awesome|fantastic|useful|cool|huge|big)\b"),
    ),
    "love ": (_look("nice", r"love (?:it if|to see|if|someone)", r"(?:would|['’]d)(?: also| really)? "),),
    "must": (_look("must", r"must\b(?! not)", _WHOLE),),
    "require": (
        _look("must", r"required\b(?! to (?:travel|work on))", r"(?<!as )(?<!if )(?<!when )(?<!where )(?<!wherever )"),
        _look(
            "must",
            r"require(?:s|ments?)?\b(?! (?:gathering|engineering|analysis|management|elicitation"
            r"|traceability))",
            r"(?<!the )(?<!business )(?<!customer )(?<!client )(?<!user )",
        ),
    ),
    "mandatory": (_look("must", r"mandatory\b"),),
    "compulsory": (_look("must", r"compulsory\b"),),
    "essential": (
        _look("must", r"essential" + _AT_END, r"(?:is|are|be|absolutely|[(,–-]) ?"),
        _look("must", r"essential:"),
    ),
    "at least": (_look("must", r"at least\b"),),
    "minimum": (_look("must", r"minimum\b(?! (?:wage|viable))"),),
    "necessary": (_look("must", r"necessary" + _AT_END, r"(?:is|are|be|absolutely) "),),
    "need": (
        _look("must", r"needed\b", r"(?<!as )(?<!if )(?<!when )(?<!where )(?<!wherever )(?<!skills )"),
        _look(
            "must",
            r"needs?\b(?! to (?:do|make|go|get|grow|build|change|move))",
            r"(?:you|we|candidates?|they|he|she|client|will|team|['’]ll|manager) (?:will |also )?",
        ),
    ),
    "non-negotiable": (_look("must", r"non-negotiable"),),
    "not ": (
        _look("not", r"not (?:strictly |really |absolutely |actually |explicitly )?" + _OF_USE, _WHOLE),
        _look(
            "not",
            r"not (?:need|require|want|use|have to|look for|consider|work with|looking for|interested in"
            r"|seeking|a fit for|suitable for|be considering)\b",
            _WHOLE,
        ),
        _look(
            "not",
            r"not (?:an? )?(?=[\w.+#/-]+(?: \w+)? (?:role|position|job|shop|opening|developers?"
            r"|engineers?)\b)",
            _WHOLE,
        ),
        _look(
            "not",
            r"not (?!only|just|limited|necessarily|but|to |a |an |the |all|too|yet|be |have"
            r"|least)(?=[\w.+#])",
            r"(?:, |\()(?:but |and )?",
        ),
    ),
    "n't ": (
        _look(
            "not",
            r"n't (?:need|require|want|use|have to|look for|consider|work with|(?:strictly |really )?"
            + _OF_USE
            + r"|looking for)",
            r"(?:do|does|is|are|wo)",
        ),
    ),
    "n’t ": (
        _look(
            "not",
            r"n’t (?:need|require|want|use|have to|look for|consider|work with|(?:strictly |really )?"
            + _OF_USE
            + r"|looking for)",
            r"(?:do|does|is|are|wo)",
        ),
    ),
    "no ": (
        _look("not", r"no need (?:of|for|to (?:know|have|be))\b", _WHOLE),
        _look(
            "not",
            r"no (?!less|fewer|more|later|longer|matter|one\b|doubt|problem|exception|limit|need|idea"
            r"|other|better|two\b|way\b|stranger|meeting|travel|wonder|sooner|experience$)",
            _WHOLE + r"(?<!with )(?<!have )(?<!is )(?<!are )(?<!has )",
        ),
        _look("not", r"no (?:prior |previous )?(?:experience|knowledge)\b", _WHOLE),
    ),
    "rather than ": (_look("not", r"rather than "),),
    "instead of ": (_look("not", r"instead of "),),
    "without ": (_look("not", r"without (?:any )?(?=[\w.+#/-]+ (?:experience|knowledge|background)\b)", _WHOLE),),
}

_NUMBER = r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|\)|\+|more|plus|of) ?\+?"
_MILD: dict[str, tuple[_Look, ...]] = {
    "familiar": (_look("soft", r"familiar(?:ity|ised|ized)?\b"),),
    "exposure": (_look("soft", r"exposure to\b"),),
    "interest": (_look("soft", r"interest(?:ed)? in\b", r"(?<!not )"),),
    "basic ": (_look("soft", r"basic (?:knowledge|understanding|experience|familiarity|skills)\b"),),
    "some ": (_look("soft", r"some (?:knowledge|experience|understanding|familiarity)\b", _WHOLE),),
    "willing": (_look("soft", r"willing(?:ness)? to (?:learn|pick up)\b"),),
    "to learn": (_look("soft", r"to learn\b", r"(?:ability|eager|desire|keen|happy) "),),
    "year": (_look("ask", r"years?\b(?! (?:old|ago|of age))", _NUMBER),),
    "yrs": (_look("ask", r"yrs?\b", _NUMBER),),
    "experience": (
        _look(
            "ask",
            r"experienced?\b(?! (?:level|team|engineers|colleagues|for our|of our))",
            r"(?<!customer )(?<!user )(?<!the )(?<!our )",
        ),
    ),
    "knowledge": (
        _look("ask", r"knowledge(?:able)?\b(?! (?:base|sharing|transfer|management))", r"(?<!your )(?<!share )"),
    ),
    "expert": (_look("ask", r"expert(?:ise|s)?\b", r"(?<!our )(?<!of )(?<!the )"),),
    "proficien": (_look("ask", r"proficien(?:t|cy)\b"),),
    "fluen": (_look("ask", r"fluen(?:t|cy)\b"),),
    "skill": (_look("ask", r"skill(?:s|ed)\b", r"(?<!your )(?<!our )(?<!new )(?<!their )"),),
    "understanding": (_look("ask", r"understanding\b"),),
    "strong ": (_look("ask", r"strong (?:in|at|with|\w+ developer)\b"),),
    "hands-on": (_look("ask", r"hands-on\b"),),
    "looking for": (_look("ask", r"looking for\b"),),
    "seeking": (_look("ask", r"seeking\b"),),
    "hiring": (_look("ask", r"hiring (?:an?|for)\b"),),
    "you know": (_look("ask", r"you know\b"),),
    "you have": (_look("ask", r"you have\b"),),
    "you've": (_look("ask", r"you've\b"),),
    "mastery": (_look("ask", r"mastery\b"),),
    "background in": (_look("ask", r"background in\b"),),
    "able to": (_look("ask", r"able to\b"),),
    "ability to": (_look("ask", r"ability to\b"),),
    "comfortable": (_look("ask", r"comfortable (?:with|in|working|using)\b"),),
    "versed in": (_look("ask", r"versed in\b"),),
    "competen": (_look("ask", r"competen(?:t|cy|ce)\b"),),
    "degree": (_look("ask", r"degree\b"),),
    "certifi": (_look("ask", r"certifi(?:ed|cations?)\b"),),
    "track record": (_look("ask", r"track record\b"),),
}
_LENGTHS = {stem: len(stem) for stem in (*_STRONG, *_MILD)}


def find_cues(lowered: str) -> Iterator[Cue]:
    """Every cue of a text in lower case, by stem and not in order."""
    for looks_of in (_STRONG, _MILD):
        for stem, looks in looks_of.items():
            at = lowered.find(stem)
            while at >= 0:
                for sense, before, after in looks:
                    if before is not None and before.search(lowered, max(0, at - _BACK), at) is None:
                        continue
                    found = after.match(lowered, at, at + _AHEAD)
                    if found is not None:
                        yield Cue(at, found.end(), sense)
                        break
                at = lowered.find(stem, at + _LENGTHS[stem])
