"""Shares with what can be said of them: an interval, or that there are too few to say anything.

    how many of how many  ->  share_of()  ->  Share: 0 to 1 with an interval, or no share at all

The interval is Wilson's for 95 % (E. B. Wilson, 1927): it is right near 0 and 1 and for few, where p ± 2σ is not.

Promises (tests in tests/core/test_figures.py):

* Under thirty there is no share, only the counts.
* The interval lies within 0 and 1, holds the share, and is narrower with more.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Final

FEWEST: Final = 30
_Z: Final = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    count: int
    of: int
    share: float | None
    """None: there are too few to say."""
    low: float | None
    high: float | None

    @property
    def sentence(self) -> str:
        """As it may be said."""
        if self.share is None or self.low is None or self.high is None:
            return f"{self.count} of {self.of}: too few to say anything; {FEWEST} are needed"
        return f"{self.share:.0%} ({self.count} of {self.of}; 95 % interval {self.low:.0%} to {self.high:.0%})"


def share_of(count: int, of: int) -> Share:
    """A share with its interval; without both where there are fewer than thirty."""
    if of < FEWEST:
        return Share(count, of, None, None, None)
    share = count / of
    middle = (share + _Z**2 / (2 * of)) / (1 + _Z**2 / of)
    half = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / (1 + _Z**2 / of)
    return Share(count, of, share, max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share)))
