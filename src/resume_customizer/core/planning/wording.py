"""Whether two sentences say the same in nearly the same words.

    text  ->  word_text()  ->  Wording (its content words in order)  ->  say_the_same()

The same content words in the same order, but for: another ending (`services`, `service`), a slip of the pen in a long
word, words written apart or together, another opening verb of the same sense, one general word more per eight.
Never when what differs has a digit, negates, names a technology or is written with inner capitals.

Promises (tests in tests/core/test_wording.py):

* Two sentences that differ in a number, a technology, a reference or a negation do not say the same.
* Neither do two that swap what came from where.
"""

from functools import lru_cache
from typing import NamedTuple

from resume_customizer.core.naming.technologies import find_technology, separated

_EMPTY = frozenset(
    "a an the and & of to in on for with by at as that which who was were is are be been being it its this these those "
    "their our my i we using use used utilizing utilized utilising utilised leveraging "
    "leveraged via through also etc s".split()
)
"""Words that can be put in, left out or exchanged freely."""
_TURNS = frozenset(
    "no not non never without nor neither cannot except from before after failed partially partly almost t".split()
)
"""Words that turn what a sentence says. (The apostrophe separates words: "can't" is "can", "t".)"""
_OPENINGS = (
    "designed developed built created implemented engineered wrote authored crafted constructed coded produced",
    "led managed headed directed supervised oversaw",
    "improved enhanced bettered",
    "maintained supported",
    "collaborated worked cooperated partnered",
)
_SENSE: dict[str, str] = {verb: verbs.split()[0] for verbs in _OPENINGS for verb in verbs.split()}
FEWEST_WORDS = 5
"""Sentences with fewer content words are compared as a whole only."""
_PREFIX = 4
_LONGEST_ENDING = 3
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "e", "s", "y")


class Wording(NamedTuple):
    """A sentence as its words."""

    words: tuple[str, ...]
    """Content words in order, in lower case."""
    prefixes: frozenset[str]
    """The beginnings of all but the opening one: words with different beginnings are different words."""
    names: frozenset[str]
    """Those of them that were written with a capital inside, or with a full stop, `+` or `#`."""
    numbers: tuple[str, ...]
    """Those of them with a digit, each once, the longest first."""

    @property
    def slack(self) -> int:
        """How many prefixes may be missing in a sentence that says the same: a short word's, and one of eight."""
        return 1 + len(self.words) // 8

    def longest(self, count: int) -> list[str]:
        """What cannot have another ending of that many of the longest words with different beginnings."""
        stems = {prefix_of(word): word[: max(_PREFIX, len(word) - _LONGEST_ENDING)] for word in self.words[1:]}
        return sorted(stems.values(), key=lambda stem: (-len(stem), stem))[:count]


@lru_cache(maxsize=1024)
def word_text(text: str) -> Wording:
    """The wording of a text whose quotes, dashes and blanks are plain."""
    written = separated(text).split()
    words = [word.lower() for word in written]
    content = tuple(word for word in words if word not in _EMPTY)
    if content and content[0] in _SENSE:
        content = (_SENSE[content[0]], *content[1:])
    names = frozenset(
        low for word, low in zip(written, words, strict=True) if word[1:] != low[1:] or not word.isalnum()
    )
    numbers = {word for word in content if not word.isalpha() and any(map(str.isdigit, word))}
    in_order = tuple(sorted(numbers, key=lambda number: (-len(number), number)))
    return Wording(content, frozenset(prefix_of(word) for word in content[1:]), names, in_order)


def prefix_of(word: str) -> str:
    """What words share that differ only in their ending or in a slip of the pen behind it."""
    return word[:_PREFIX]


def may_say_the_same(one: Wording, other: Wording) -> bool:
    """A quick look: False only when `say_the_same` would be."""
    if one.numbers != other.numbers or min(len(one.words), len(other.words)) < FEWEST_WORDS:
        return False
    return len(one.prefixes & other.prefixes) >= len(one.prefixes) - one.slack


def say_the_same(one: Wording, other: Wording) -> bool:
    """Whether two sentences say the same in nearly the same words."""
    if not may_say_the_same(one, other):
        return False
    if one.words == other.words or "".join(one.words) == "".join(other.words):
        return True
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.editops(one.words, other.words)
    kinds = {edit.tag for edit in edits}
    fewest = min(len(one.words), len(other.words))
    added = [edit for edit in edits if edit.tag != "replace"]
    if {"insert", "delete"} <= kinds or len(added) > fewest // 8 or len(edits) - len(added) > max(2, fewest // 4):
        return False
    names = one.names | other.names
    changed = ((one.words[edit.src_pos], other.words[edit.dest_pos]) for edit in edits if edit.tag == "replace")
    extra = (one.words[edit.src_pos] if edit.tag == "delete" else other.words[edit.dest_pos] for edit in added)
    return not any(_is_telling(word, names) for word in extra) and all(_same_word(*pair, names) for pair in changed)


def _is_telling(word: str, names: frozenset[str]) -> bool:
    """Whether a word alone makes a sentence say something else."""
    return not word.isalpha() or word in _TURNS or word in names or find_technology(word) is not None


def _same_word(one: str, other: str, names: frozenset[str]) -> bool:
    """Whether two words differ in their ending only, or in one slip of the pen inside."""
    if one + "s" == other or other + "s" == one:
        return True
    if _is_telling(one, names) or _is_telling(other, names):
        return False
    if _stem(one) == _stem(other):
        return True
    from rapidfuzz.distance import OSA

    alike = prefix_of(one) == prefix_of(other) and one[-1] == other[-1]
    return alike and min(len(one), len(other)) >= 6 and OSA.distance(one, other) == 1


def _stem(word: str) -> str:
    if word.endswith("ss"):
        return word
    if word.endswith("sses"):
        return word[:-2]
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) > 2), "")
    return word[: len(word) - len(ending)]
