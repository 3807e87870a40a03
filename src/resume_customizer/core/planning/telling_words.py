"""Words of the trade that a point and an experience share, and whether both are about leading.

    texts of all experiences  ->  TellingWords  ->  shared(point, experience)

A word tells where a point belongs only when few of the experiences say it: "claims" in one of three does, "services"
in all of them does not.

Promises (tests in tests/core/test_telling_words.py):

* A word that most experiences share, a general word and a short one tell nothing.
* A point about leading people is told from one about a leading bank.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from resume_customizer.core.document import Experience

_WORD = re.compile(r"[^\W\d_]{5,}")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "y")
_GENERAL = frozenset(
    "about across after against along among around based became before being between business client clients company "
    "created delivered designed developed different during engineer engineering engineers environment every experience "
    "first following global group having helped implemented improved including inside large later least looked made "
    "maintained managed month months more multiple other over performance present process product production project "
    "projects provided quality reduced responsibilities responsible result results role senior services several since "
    "software solution solutions support supported system systems teams technical technologies technology their there "
    "these those through three tools under until users using various wrote where which while within without worked "
    "working would years build building built january february march april august september october november december "
    "developer analyst application applications data code ensured ensuring conducted collaborated performed utilized "
    "participated involved requirements minutes hours second seconds weeks daily nightly weekly monthly halved doubled "
    "moved wrote introduced replaced shortened automated migrated integrated configured deployed tuned number".split()
)
_LEADING = re.compile(
    r"(?i)^\W*(?:\w+ly\s)?(?:led|lead|mentored|coached|managed|supervised|headed|hired|directed|oversaw|chaired)\b"
    r"[^.]{0,60}\b(?:team|teams|engineers|developers|analysts|people|staff|juniors|group|squad|effort|colleagues|members)\b"
)
_PLAIN_WORD = re.compile(r"[a-z]+")
_HIGH = frozenset("lead principal staff architect manager head director chief vp president cto senior sr".split())
_LOW = frozenset("junior jr intern internship trainee apprentice student".split())


class TellingWords:
    """What sets the experiences of one resume apart."""

    def __init__(self, experiences: Sequence[Experience]) -> None:
        said = [words_of(experience.text) for experience in experiences]
        have = Counter(word for words in said for word in words)
        most = max(1, len(said) // 2)
        self._telling = [frozenset(word for word in words if have[word] <= most) for words in said]

    def shared(self, point: str, experience: int) -> tuple[str, ...]:
        """The telling words that they share, as the point writes them, in its order."""
        stems = words_of(point)
        telling = self._telling[experience]
        return tuple(word for stem, word in stems.items() if stem in telling)


@lru_cache(maxsize=1024)
def words_of(text: str) -> dict[str, str]:
    """Words of a text by their stem, general ones left out."""
    words: dict[str, str] = {}
    for word in _WORD.findall(text):
        lowered = word.lower()
        if lowered not in _GENERAL:
            words.setdefault(_stem(lowered), word)
    return words


def share_a_word(one: str, other: str) -> bool:
    """Whether two texts have a word in common that is not a general one."""
    return not words_of(one).keys().isdisjoint(words_of(other))


def is_about_leading(point: str) -> bool:
    """Whether a point tells of leading people."""
    return _LEADING.search(point) is not None


def seniority_of(role: str | None) -> int:
    """1 for a role that leads, -1 for a junior one, 0 where nothing is said."""
    words = set(_PLAIN_WORD.findall((role or "").lower()))
    return -1 if words & _LOW else 1 if words & _HIGH else 0


def _stem(word: str) -> str:
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 4), "")
    return word[: len(word) - len(ending)]
