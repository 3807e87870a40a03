"""What a posting asks for.

    text  ->  pieces  ->  statements  ->  technologies, needs, alternatives, years; facts  ->  Analysis

Deterministic and lexical: each claim comes from words that stand there, and says where.

Promises (tests in tests/core/posting/test_analyze.py):

* The same text always gives the same analysis, and every place in it is where it says.
* Headings of a point bank count too, when no list of ours knows them.
* Nothing that a person pastes makes it slow or fail.
"""

from collections.abc import Iterable, Sequence

from resume_customizer.core.analysis import Analysis, Claim
from resume_customizer.core.mentions import Mention, find_mention, find_mentions, lower_case, technologies_of
from resume_customizer.core.posting.asking import read_asking
from resume_customizer.core.posting.pieces import Found, read_pieces
from resume_customizer.core.posting.places import find_location, find_way_of_working
from resume_customizer.core.posting.terms import find_duration, find_rate, find_tax_terms
from resume_customizer.core.posting.titles import find_seniority, find_title
from resume_customizer.core.technologies import find_technology

__all__ = ["analyze_posting"]


def analyze_posting(text: str, also: Iterable[str] = ()) -> Analysis:
    """What a posting asks for; `also` are names, like headings of a point bank, to look for beside the known ones."""
    read = read_pieces(text, lower_case(text))
    title = find_title(read)
    asked = read_asking(read, _mentions(text, also), title)
    line = asked.lines.evidence

    def claim(found: Found | None) -> Claim | None:
        return None if found is None else Claim(found.value, line(found.start, found.end))

    return Analysis(
        text,
        asked.technologies,
        title=claim(title),
        seniority=claim(find_seniority(read, title)),
        years=asked.years,
        location=claim(find_location(read, title)),
        remote=claim(find_way_of_working(read)),
        tax_terms=tuple(Claim(each.value, line(each.start, each.end)) for each in find_tax_terms(read)),
        rate=claim(find_rate(read)),
        duration=claim(find_duration(read)),
        refused=asked.refused,
        sentences=asked.sentences,
        notices=read.notices,
    )


def _mentions(text: str, also: Iterable[str]) -> Sequence[Mention]:
    """What the text names, the names asked for among them, in order."""
    known = find_mentions(text)
    names = dict.fromkeys(name for heading in also for name in technologies_of(heading))
    more = [
        found for name in names if find_technology(name) is None and (found := find_mention(text, name)) is not None
    ]
    return sorted((*known, *more), key=lambda each: each.start) if more else known
