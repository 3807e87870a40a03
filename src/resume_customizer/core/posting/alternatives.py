"""Which technologies of a sentence are alternatives: any one of them is enough.

    mentions in one sentence  ->  lists  ->  "or", "one of", slashes between equals  ->  groups

Promises (tests in tests/core/posting/test_alternatives.py):

* "Java or Kotlin", "AWS, Azure or GCP", "one of: AWS, Azure, GCP", "React/Angular/Vue" are alternatives.
* "Java and Kotlin", "Java/J2EE", "HTML/CSS", "CI/CD" are not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from resume_customizer.core.naming.mentions import Mention
from resume_customizer.core.naming.technologies import find_technology, relatives_of

_GAP = re.compile(
    r"\s{0,3}(?:\([^()]{0,40}\)\s{0,3})?(?:(?P<or>[,(]?\s{0,3}(?:and\s?/\s?or|or(?: even)?)\b)"
    r"|(?P<and>(?:,\s{0,3})?(?:and|&|as well as|plus)(?:\s|\b))|(?P<slash>\s?/\s?)|(?P<comma>,|\|))"
    r"\s{0,3}(?:(?:an?|the|any|other|similar|with|in|using|its|equivalent|comparable|either|even"
    r"|Apache|Amazon|Microsoft|Google)\s{1,3}){0,2}(?:e\.g\.,?\s{0,3})?"
)
_ONE_OF = re.compile(
    r"\b(?:one (?:or \w+ )?of|one or more|at least one|1 of|any|either)\b[^.;,]{0,60}[:(,]?\s{0,2}$", re.IGNORECASE
)
_SUCH_AS = re.compile(
    r"(?:\b(?:such as|like|for example|for instance|e\.g\.?,?|i\.e\.?,?|eg\.?)[:,]?\s*"
    r"|\(\s*(?:e\.g\.?,?|like|such as|for example|ex[.:]|eg\.?)?\s*)$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:an?|any|one|some|another|similar|either|modern|at least one|other)\b", re.IGNORECASE)
_ALSO = re.compile(
    r"(?: ?, ?| )?(?:\(?etc|or (?:a |an |any )?(?:similar|equivalent|other|comparable)|and/or)", re.IGNORECASE
)
_PAIRS = frozenset(
    (
        frozenset(("HTML", "CSS")),
        frozenset(("HTML5", "CSS3")),
        frozenset(("HTML", "JavaScript")),
        frozenset(("CSS", "JavaScript")),
        frozenset(("Linux", "Unix")),
        frozenset(("Java", "Java EE")),
    )
)
"""Written with a slash out of habit: both are meant."""


def find_alternatives(text: str, mentions: Sequence[Mention], start: int) -> Iterator[tuple[Mention, ...]]:
    """Groups of mentions of which any is enough; `mentions` are those of one sentence, which begins at `start`."""
    for chain, joins in _chains(text, mentions):
        yield from _groups(text, chain, joins, start)


def _chains(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[list[Mention], list[str]]]:
    """Lists of names with nothing but commas, slashes and conjunctions between them."""
    chain, joins = list(mentions[:1]), []
    for before, after in pairwise(mentions):
        gap = _GAP.fullmatch(text, before.end, after.start) if after.start - before.end < 90 else None
        if gap is None:
            if joins:
                yield chain, joins
            chain, joins = [after], []
        else:
            chain.append(after)
            joins.append(gap.lastgroup or "comma")
    if joins:
        yield chain, joins


def _groups(text: str, chain: list[Mention], joins: list[str], start: int) -> Iterator[tuple[Mention, ...]]:
    before = text[max(start, chain[0].start - 90) : chain[0].start]
    after = text[chain[-1].end : chain[-1].end + 30]
    if _ONE_OF.search(before) or (joins[-1] != "and" and _is_choice(before, after, joins)):
        yield _once(chain)
        return
    for part, inner in _at_and(chain, joins):
        if "or" in inner:
            yield _once(part)
        else:
            yield from _by_slash(part, inner)


def _is_choice(before: str, after: str, joins: list[str]) -> bool:
    """Examples of one kind of thing: "a cloud such as AWS, Azure", "a broker (Kafka, RabbitMQ, etc.)"."""
    such = _SUCH_AS.search(before)
    if such is None or "or" in joins:
        return False
    if _ALSO.match(after) and such.group().strip() != "(":
        return True
    return _OPEN.search(before[: such.start()][-45:]) is not None


def _at_and(chain: list[Mention], joins: list[str]) -> Iterator[tuple[list[Mention], list[str]]]:
    """A list cut at its "and", and before a lone "X or Y" that follows one."""
    part, inner = [chain[0]], list[str]()
    for mention, join in zip(chain[1:], joins, strict=True):
        if join == "and":
            yield part, inner
            part, inner = [mention], []
        else:
            part.append(mention)
            inner.append(join)
    yield part, inner


def _by_slash(part: list[Mention], joins: list[str]) -> Iterator[tuple[Mention, ...]]:
    """Runs that are joined by slashes, where they are of one kind."""
    run = [part[0]]
    for mention, join in zip(part[1:], joins, strict=True):
        if join == "slash" and _are_equals(run[-1].technology, mention.technology):
            run.append(mention)
            continue
        if len(run) > 1:
            yield _once(run)
        run = [mention]
    if len(run) > 1:
        yield _once(run)


def _are_equals(one: str, other: str) -> bool:
    """Whether two technologies can stand for each other: close or of one category, and not part of each other."""
    if one == other or frozenset((one, other)) in _PAIRS:
        return False
    first, second = find_technology(one), find_technology(other)
    if first is None or second is None or one in second.parents or other in first.parents:
        return False
    return other in relatives_of(one) or first.category == second.category


def _once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Without a technology that is named twice."""
    return tuple({each.technology: each for each in reversed(mentions)}.values())[::-1]
