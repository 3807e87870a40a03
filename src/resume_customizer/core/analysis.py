"""What a posting asks for, as plain data: each claim with the line that it comes from.

    text  ->  core.posting.analyze_posting()  ->  Analysis  ->  distribution, scores, searches

Lines are counted from 1; spans are offsets in the analysed text, in Unicode code points, end exclusive.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from resume_customizer.core.notices import Notice

Need = Literal["must", "nice", "mentioned"]
"""Asked for; welcome; or only named (in the company's story, a heading, a list of the team's tools)."""


class Evidence(NamedTuple):
    """The place that a claim comes from."""

    line: int
    text: str
    """The line as written, white space at its ends left out; of a very long one what is near."""
    start: int
    end: int


class AskedTechnology(NamedTuple):
    """One technology that a posting names, by its canonical name."""

    name: str
    need: Need
    group: int | None
    """Technologies with the same number are alternatives: any one of them is enough. None when it stands for itself."""
    years: float | None
    """Years of experience asked for with it."""
    evidence: tuple[Evidence, ...]
    """Every place that names it, the one that decided its need first."""


class AskedSentence(NamedTuple):
    """One sentence or list item of a posting, and how much it asks for."""

    text: str
    """White space levelled, also where it goes over several lines."""
    need: Literal["must", "nice", "other"]
    line: int
    start: int
    end: int


class Claim(NamedTuple):
    """One fact about the opening, such as its title or rate, with its place."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one posting asks for."""

    text: str
    technologies: tuple[AskedTechnology, ...]
    """In the order of their first mention; a technology that is only refused ("no Java") is not among them."""
    title: Claim | None = None
    seniority: Claim | None = None
    years: Claim | None = None
    """Years of experience overall, as a number."""
    location: Claim | None = None
    remote: Claim | None = None
    """`remote`, `hybrid` or `on-site`."""
    tax_terms: tuple[Claim, ...] = ()
    """`C2C`, `W2`, `1099`, `full-time`; with `no ` in front where it is excluded."""
    rate: Claim | None = None
    duration: Claim | None = None
    refused: tuple[Claim, ...] = ()
    """Technologies that are said not to be wanted or needed, by canonical name."""
    sentences: tuple[AskedSentence, ...] = ()
    """Everything that it says but for headings, in order."""
    notices: tuple[Notice, ...] = ()

    def find(self, name: str) -> AskedTechnology | None:
        """The technology with this canonical name, when the posting asks for or mentions it."""
        return next((each for each in self.technologies if each.name == name), None)
