"""How resumes write dates, and what each way of writing lets a reader know.

("2023-08", "present")  ->  DateShape.shown()  ->  "Aug 2023 – Present"  ->  DateShape.known()
"""

from collections.abc import Callable
from dataclasses import dataclass

ENGLISH = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
LONG_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FRENCH = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
GERMAN = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
SPANISH = (
    "ene.",
    "feb.",
    "mar.",
    "abr.",
    "may.",
    "jun.",
    "jul.",
    "ago.",
    "sept.",
    "oct.",
    "nov.",
    "dic.",
)
PORTUGUESE = (
    "jan",
    "fev",
    "mar",
    "abr",
    "mai",
    "jun",
    "jul",
    "ago",
    "set",
    "out",
    "nov",
    "dez",
)
DUTCH = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
ITALIAN = (
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
)
SEASONS = (
    "Winter",
    "Spring",
    "Spring",
    "Spring",
    "Summer",
    "Summer",
    "Summer",
    "Summer",
    "Fall",
    "Fall",
    "Fall",
    "Winter",
)


@dataclass(frozen=True, slots=True)
class DateShape:
    """One way of writing a span of time."""

    name: str
    between: str
    """What stands between the two dates."""
    present: str
    one: Callable[[str], str]
    """Writes a `YYYY-MM`."""
    years_only: bool = False
    """The months are not told."""
    single: bool = False
    """Only the beginning is written, and it is all that is known: a summer, a year."""
    since: bool = False
    """Spans that go on are written as `Since …`."""

    def shown(self, start: str, end: str) -> str:
        """The span as a resume shows it."""
        if self.single:
            return self.one(start)
        if self.since and end == "present":
            return f"Since {self.one(start)}"
        return self.one(start) + self.between + (self.present if end == "present" else self.one(end))

    def known(self, start: str, end: str) -> tuple[str, str]:
        """What a reader knows from that: `YYYY-MM`, `YYYY` or `present`."""
        cut = 4 if self.years_only else 7
        if self.single:
            return start[:cut], start[:cut]
        return start[:cut], end if end == "present" else end[:cut]


def _month(names: tuple[str, ...], pattern: str = "{month} {year}") -> Callable[[str], str]:
    def write(when: str) -> str:
        month = names[int(when[5:]) - 1]
        return pattern.format(month=month, year=when[:4], short=when[2:4])

    return write


def _digits(pattern: str) -> Callable[[str], str]:
    return lambda when: pattern.format(month=when[5:], year=when[:4])


SHORT = DateShape("short-month", " – ", "Present", _month(ENGLISH))
DATE_SHAPES = (
    SHORT,
    DateShape("long-month-hyphen", " - ", "Present", _month(LONG_ENGLISH)),
    DateShape("slash-current", "-", "Current", _digits("{month}/{year}")),
    DateShape("years-to", " to ", "Present", _digits("{year}"), years_only=True),
    DateShape("apostrophe", " – ", "Present", _month(ENGLISH, "{month} '{short}")),
    DateShape("curly-apostrophe", " – ", "Till Date", _month(ENGLISH, "{month}’{short}")),
    DateShape("summer", "", "", _month(SEASONS), years_only=True, single=True),
    DateShape("since", " – ", "Present", _digits("{year}"), years_only=True, since=True),
    DateShape("since-month", " – ", "Present", _month(ENGLISH), since=True),
    DateShape("em-dash-dots", "—", "present", _month(tuple(name + "." for name in ENGLISH))),
    DateShape("iso", " – ", "Present", _digits("{year}-{month}")),
    DateShape("month-comma", " to ", "Till Date", _month(LONG_ENGLISH, "{month}, {year}")),
    DateShape("dotted-numbers", " – ", "heute", _digits("{month}.{year}")),
    DateShape("year-dash", "–", "now", _digits("{year}"), years_only=True),
    DateShape("french", " – ", "aujourd’hui", _month(FRENCH)),
    DateShape("german", " – ", "heute", _month(GERMAN)),
    DateShape("spanish", " – ", "actualidad", _month(SPANISH)),
    DateShape("portuguese", " – ", "atual", _month(PORTUGUESE, "{month}/{year}")),
    DateShape("dutch", " – ", "heden", _month(DUTCH)),
    DateShape("italian", " – ", "oggi", _month(ITALIAN)),
)
