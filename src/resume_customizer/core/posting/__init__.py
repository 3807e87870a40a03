"""What a posting asks for.

    text  ->  pieces  ->  statements  ->  technologies, needs, alternatives, years; facts  ->  Analysis

Deterministic and lexical: each claim comes from words that stand there, and says where.

Promises (tests in tests/core/posting/test_analyze_posting.py):

* The same text always gives the same analysis, and every place in it is where it says.
* Headings of a point bank count too, when no list of ours knows them.
* Nothing that a person pastes makes it slow or fail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from resume_customizer.core.analysis import Analysis, Claim
from resume_customizer.core.naming.mentions import Mention, find_mention, find_mentions, lower_case, technologies_of
from resume_customizer.core.naming.technologies import find_technology
from resume_customizer.core.posting.asking import read_asking
from resume_customizer.core.posting.lines import Lines
from resume_customizer.core.posting.pieces import Found, Pieces, read_pieces
from resume_customizer.core.posting.titles import find_title

__all__ = ["analyze_posting"]


def analyze_posting(text: str, also: Iterable[str] = (), *, facts: bool = True) -> Analysis:
    """What a posting asks for; `also` are names, like headings of a point bank, to look for beside the known ones.

    Without `facts` only technologies, years and sentences: that is all that a distribution needs, and starts faster.
    """
    read = read_pieces(text, lower_case(text))
    title = find_title(read)
    asked = read_asking(read, _mentions(text, also), title)
    analysis = Analysis(
        text,
        asked.technologies,
        title=_claim(asked.lines, title),
        years=asked.years,
        refused=asked.refused,
        sentences=asked.sentences,
        notices=read.notices,
    )
    return _with_facts(analysis, read, asked.lines, title) if facts else analysis


def _with_facts(analysis: Analysis, read: Pieces, lines: Lines, title: Found | None) -> Analysis:
    from resume_customizer.core.posting.places import find_location, find_way_of_working
    from resume_customizer.core.posting.terms import find_duration, find_rate, find_tax_terms
    from resume_customizer.core.posting.titles import find_seniority

    return replace(
        analysis,
        seniority=_claim(lines, find_seniority(read, title)),
        location=_claim(lines, find_location(read, title)),
        remote=_claim(lines, find_way_of_working(read)),
        tax_terms=tuple(_said(lines, each) for each in find_tax_terms(read)),
        rate=_claim(lines, find_rate(read)),
        duration=_claim(lines, find_duration(read)),
    )


def _claim(lines: Lines, found: Found | None) -> Claim | None:
    return None if found is None else _said(lines, found)


def _said(lines: Lines, found: Found) -> Claim:
    return Claim(found.value, lines.evidence(found.start, found.end))


def _mentions(text: str, also: Iterable[str]) -> Sequence[Mention]:
    """What the text names, the names asked for among them, in order."""
    known = find_mentions(text)
    names = dict.fromkeys(name for heading in also for name in technologies_of(heading))
    more = [
        found for name in names if find_technology(name) is None and (found := find_mention(text, name)) is not None
    ]
    return sorted((*known, *more), key=lambda each: each.start) if more else known
