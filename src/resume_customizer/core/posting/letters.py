"""Which lines of an e-mail are not the posting: its headers, what it quotes, how it is signed.

    lines  ->  find_unread()  ->  numbers of the lines to leave out, notices

A requirement often comes as a forwarded or answered mail. What was quoted is not asked for again; but where a mail
says nothing itself ("see below"), the quoted text is the posting.

Promises (tests in tests/core/posting/test_letters.py):

* Headers, quoted lines, signatures and disclaimers name nothing; the subject is read as a title.
* A mail that only passes another one on is read with what it quotes.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from resume_customizer.core.notices import Notice

_HEADER = re.compile(
    r"[*_ \t]*(?:from|to|cc|bcc|sent|date|reply-to|importance|attachments?|subject|received"
    r"|message-id)[*_ ]*:",
    re.IGNORECASE,
)
_OLDER_MESSAGE = re.compile(
    r"[-_ ]{2,40}(?:original message|forwarded message|forwarded by|reply message|ursprüngliche"
    r" nachricht)|begin forwarded message:?$",
    re.IGNORECASE,
)
_WROTE = re.compile(r"(?:on|am|le) .{6,120}(?:wrote|schrieb|a écrit) ?:$", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:(?:many |kind |best |warm |with )*(?:thanks|thank you|regards|wishes|sincerely|cheers"
    r"|thx|respectfully)(?: (?:and|&|&amp;) (?:best )?regards| in advance| a lot| so much)?"
    r"|(?:best|yours (?:sincerely|truly|faithfully)|sincerely yours|mit freundlichen grüßen"
    r"|viele grüße|beste grüße|cordialement|saludos))[ ,.!-]*",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:this (?:e-?mail|message|communication)\b.{0,60}\b(?:confidential|intended|privileged"
    r"|sent)|confidentiality notice|disclaimer\b"
    r"|if you (?:have received|are not the intended|wish to|would like to|no longer|do not"
    r" want).{0,80}(?:error|recipient|unsubscribe|remove|receive|mails?)"
    r"|to unsubscribe|unsubscribe\b|sent from my )",
    re.IGNORECASE,
)
_SIGNS = (
    "\n>",
    "\n--",
    "ubject:",
    "egards",
    "hanks",
    "hank you",
    "rote:",
    "nsubscribe",
    "onfidential",
    "incerely",
    "heers",
    "ent from my",
    "Grüße",
    "rüßen",
)
_LONGEST_SIGNATURE = 25
_FEW_WORDS = 25
"""A mail with fewer words of its own only passes another one on."""


class Unread(NamedTuple):
    """What of a text is not the posting."""

    lines: frozenset[int]
    """Positions of the lines, from 0."""
    subject: int | None = None
    """The line with the subject."""
    notices: tuple[Notice, ...] = ()


NOTHING = Unread(frozenset())


def find_unread(text: str, lines: Sequence[str]) -> Unread:
    """The lines that are not the posting's own; for a text that is no mail, none."""
    if text[:1] != ">" and not any(sign in text for sign in _SIGNS):
        return NOTHING
    headers, subject = _headers(lines)
    quoted = _quoted(lines, headers)
    signed = _signed(lines, headers | quoted)
    left_out = headers | quoted | signed
    own = sum(len(line.split()) for at, line in enumerate(lines) if at not in left_out)
    if quoted and own < _FEW_WORDS:
        inner = frozenset(at for at in quoted if lines[at].lstrip().startswith(">"))
        message = "the mail itself says little, so that what it quotes was read as the posting"
        notice = Notice("quoted-posting", message, f"line {min(quoted) + 1}")
        marks = frozenset(at for at in quoted - inner if _is_mark(lines[at].strip()))
        return Unread(headers | marks | _signed(lines, headers), subject, (notice,))
    return Unread(left_out, subject)


def _headers(lines: Sequence[str]) -> tuple[frozenset[int], int | None]:
    """Blocks of mail headers; two lines at least, one of them a sender or a subject."""
    found: set[int] = set()
    subject: int | None = None
    block: list[int] = []
    for at, line in enumerate([*lines, ""]):
        if at < len(lines) and _HEADER.match(line.lstrip("> ")):
            block.append(at)
            continue
        if block:
            names = {lines[each].lstrip("> \t*_").lower()[:4] for each in block}
            if len(block) > 1 and names & {"from", "subj"}:
                found.update(block)
                titles = [each for each in block if "ubject" in lines[each][:16]]
                subject = titles[0] if titles and subject is None else subject
            block = []
    return frozenset(found), subject


def _is_mark(line: str) -> bool:
    """A line that says that another message follows."""
    return bool(_OLDER_MESSAGE.match(line) or _WROTE.match(line))


def _quoted(lines: Sequence[str], headers: frozenset[int]) -> frozenset[int]:
    """Lines with `>`, and all below the mark of an older message."""
    found: set[int] = set()
    below = False
    for at, line in enumerate(lines):
        stripped = line.strip()
        if not below and stripped and _is_mark(stripped):
            below = True
        if below or line.startswith((">", " >")):
            found.add(at)
    return frozenset(found - headers)


def _signed(lines: Sequence[str], others: frozenset[int]) -> frozenset[int]:
    """From a closing to the end of its block or of the mail, and disclaimers."""
    found: set[int] = set()
    until = -1
    for at, line in enumerate(lines):
        if at in others:
            until = -1
            continue
        stripped = line.lstrip("> \t").strip()
        if at <= until:
            if _is_posting_again(stripped):
                until = -1
            else:
                found.add(at)
        elif len(stripped) < 40 and (line.rstrip("\r") in ("-- ", "--") or (stripped and _CLOSING.fullmatch(stripped))):
            found.add(at)
            until = at + _LONGEST_SIGNATURE
        elif stripped and _DISCLAIMER.match(stripped):
            found.add(at)
            until = at + 3
    return frozenset(found)


def _is_posting_again(line: str) -> bool:
    """A heading of a posting or a list item: signatures have none."""
    from resume_customizer.core.posting.headings import find_heading

    if line[:1] in ("•", "*", "·", "●", "▪"):
        return True
    heading = find_heading(line)
    return heading is not None and heading.kind in ("must", "nice", "duties", "title") and len(line) > 3
