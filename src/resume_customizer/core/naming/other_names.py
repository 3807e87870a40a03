"""Whether a name of a technology is part of something else: an organization, an address, an account, a number.

    text, span  ->  is_in_address(), is_in_other_name()

Promises (tests in tests/core/test_other_names.py):

* Part of an organization's name ("Oracle Corporation", "Convergys India Pvt. Ltd.", "University of Phoenix") is no
  technology; nor is part of an address.
* Where somebody has an account ("GitHub: github.com/ada", "Skype: ada.l") is not what somebody works with.
* Letters in front of a long number ("grant SES-0112072") name what is numbered.
"""

import re

_ORGANIZATION = re.compile(
    r"(?: (?:India|US|USA|UK|Global|Group|International|Technologies|Technology|Solutions|Software|Services|Consulting|"
    r"Infotech|Systems|Private|Pvt)\b\.?){0,3},? (?:Inc|Corp|Corporation|Ltd|LLC|LLP|GmbH|Pvt|Private|Limited)\b"
)
_INSTITUTION = re.compile(
    r" (?:Labs|University|Institute|College|School|Factory|Management Institute|Journal|Magazine|Hospital|Airlines|"
    r"Airport|Properties|Holdings|Restaurant|Systems(?= ?(?:[-–]|$|\n)))\b"
)
_EMPLOYER_LINE = re.compile(r" [-–] {0,2}(?:\n|$|[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?, [A-Z])")
_GOES_ON = (" ", ",")
_CAPITAL_OR_DASH = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ-–")
_OF_PLACE = ("university of", "college of", "school of", "city of", "bank of", "state of")
_CLIENT = ("client", "client:", "client -", "client :", "customer:", "employer:", "company:", "organization:")
_INSIDE_ADDRESSES = frozenset("/.@-_=?&#:")
_HOST = re.compile(r"\.(?:com|org|net|io|dev|edu|gov|example)/")
_NUMBER = re.compile(r"-(?:\d\d-)?\d{5,}")
_HAVE_ACCOUNTS = frozenset(
    "github gitlab bitbucket skype linkedin facebook twitter instagram youtube medium kaggle behance".split()
) | {"stack overflow", "stackoverflow", "google+"}
_ACCOUNT = re.compile(
    r"(?: ?(?:id|account|profile|handle|name|page|link|url))? ?[:|] ?(?:id ?:? ?)?"
    r"(?:\S{0,60}[/@.]\S|[a-z]\w{3,}\n|(?:linkedin|github|stack ?overflow|twitter)\b)"
    r"|(?: ?(?:id|account|profile|handle|link|url))\b"
)


def is_in_other_name(text: str, lowered: str, start: int, end: int) -> bool:
    """Part of an organization's name, the label of an account, or letters of a number."""
    if _is_organization(text, lowered, start, end):
        return not text[start:end].islower()
    if lowered[start:end] in _HAVE_ACCOUNTS:
        return _ACCOUNT.match(lowered, end) is not None
    return text[end : end + 1] == "-" and text[start:end].isupper() and _NUMBER.match(text, end) is not None


def is_in_address(lowered: str, start: int, end: int) -> bool:
    """In the address of a page or a mailbox."""
    if lowered.startswith(("://", "@"), end):
        return True
    if start and lowered[start - 1] in _INSIDE_ADDRESSES:
        word = lowered[max(0, start - 80) : start].rsplit(maxsplit=1)[-1]
        if "://" in word or word.startswith("www.") or word.endswith("@") or _HOST.search(word):
            return True
    return lowered[start:end].endswith((".com", ".org")) and lowered.startswith("/", end)


def _is_organization(text: str, lowered: str, start: int, end: int) -> bool:
    if (
        text[end : end + 1] in _GOES_ON
        and text[end + 1 : end + 3].strip()[:1] in _CAPITAL_OR_DASH
        and (_ORGANIZATION.match(text, end) or _INSTITUTION.match(text, end) or _is_employer_line(text, start, end))
    ):
        return True
    before = lowered[max(0, start - 15) : start].rstrip()
    return before.endswith(_OF_PLACE) or (before.endswith(_CLIENT) and _is_maker_alone(text, end))


def _is_employer_line(text: str, start: int, end: int) -> bool:
    """`Oracle -  Mumbai, Maharashtra`, or `Oracle -` alone in its line."""
    return (not start or text[start - 1] == "\n") and _EMPLOYER_LINE.match(text, end) is not None


def _is_maker_alone(text: str, end: int) -> bool:
    """Not the first of several things, as in "Client: HTML, CSS"."""
    return _character_after(text, end) in ("", "\n", "-", "–", "(")


def _character_after(text: str, end: int) -> str:
    return text[end : end + 8].lstrip(" \xa0")[:1]
