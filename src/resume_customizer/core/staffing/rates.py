"""Money for time, as people write it.

    “$60-65/hr on C2C”  ->  find_rate()  ->  Rate(6500, "USD", "hour")  ->  rate_text()  ->  “65.00 USD per hour”

Promises (tests in tests/core/test_rates.py):

* A rate reads the same however it is written, and what is written down reads back as itself.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple


class Rate(NamedTuple):
    """Money for time."""

    cents: int
    currency: str = "USD"
    per: str = "hour"


PER: Final = ("hour", "day", "week", "month", "year")
_SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "₹": "INR"}
_AMOUNT = re.compile(
    r"(?<![\d,.])(?P<number>\d[\d,]{0,12}(?:\.\d{1,2})?) ?(?P<k>[kK])?(?![\w.])"
    r"|(?<![\d,.])(?P<glued>\d{2,3}(?:\.\d{1,2})?)(?=hr)"
)
_CURRENCY = re.compile(r"\b(?:USD|EUR|GBP|INR|CAD|AUD|CHF|PLN|SEK|NOK|DKK|SGD)\b", re.IGNORECASE)
_PER = (
    ("hour", re.compile(r"(?:\bper |/ ?|\ban? |(?<=\d))(?:hr|hour|h)\b|\bhourly\b|\bp/?h\b", re.IGNORECASE)),
    ("day", re.compile(r"(?:\bper |/ ?|\ba )day\b|\bdaily\b|\bp/?d\b", re.IGNORECASE)),
    ("week", re.compile(r"(?:\bper |/ ?|\ba )(?:week|wk)\b|\bweekly\b", re.IGNORECASE)),
    ("month", re.compile(r"(?:\bper |/ ?|\ba )(?:month|mo)\b|\bmonthly\b", re.IGNORECASE)),
    (
        "year",
        re.compile(r"(?:\bper |/ ?|\ba )(?:year|yr|annum)\b|\byearly\b|\bannual|\bp\.?a\b|\bsalary\b", re.IGNORECASE),
    ),
)
_LIKELY_A_YEAR: Final = 10_000_00
MOST_CENTS: Final = 10**11


def find_rate(text: str) -> Rate | None:
    """The rate that a text names; the greatest of a range. Without a time, large amounts are for a year."""
    cents = [each for found in _AMOUNT.finditer(text[:200]) if (each := _cents(found)) is not None]
    if not cents or max(cents) > MOST_CENTS:
        return None
    sign = next((name for mark, name in _SIGNS.items() if mark in text), "")
    named = _CURRENCY.search(text)
    per = next((name for name, words in _PER if words.search(text)), "")
    most = max(cents)
    return Rate(most, named.group().upper() if named else sign or "USD", per or _usual_time(most))


def _cents(found: "re.Match[str]") -> int | None:
    try:
        number = Decimal((found["number"] or found["glued"]).replace(",", ""))
    except InvalidOperation:
        return None
    return int(number * 100 * (1000 if found["k"] else 1))


def _usual_time(cents: int) -> str:
    return "year" if cents >= _LIKELY_A_YEAR else "hour"


def rate_text(cents: int | None, currency: str, per: str) -> str:
    """`95.00 USD per hour`; empty for none."""
    return "" if cents is None else f"{Decimal(cents) / 100:.2f} {currency} per {per}"
