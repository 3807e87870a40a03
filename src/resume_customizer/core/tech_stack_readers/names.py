"""What a heading says: the name of a technology, inside of whatever it is dressed in.

`## 2. **React** (Frontend Library):`  ->  heading_name()  ->  `React`
"""

import re

from resume_customizer.core.tech_stack_readers.markers import DASHES, SIGN_PARTS, is_sign, marker_of
from resume_customizer.core.tech_stack_readers.words import FUNCTION_WORDS, PAST_TENSES

_DASH = re.compile(rf"(?<=\S) [{DASHES}] (?=\S)")
_NAME_SIGNS = frozenset("0123456789.+#/")
_LABEL = re.compile(
    r"(?:tech(?:nology|nologies)?(?: stack)?|stack|skills?|tools?)\s*#?\d*\s*[:=–-]\s*(?=\S)", re.IGNORECASE
)
_SPANS = {
    **{sign: ((sign * 2, sign * 2), (sign, sign)) for sign in "*_"},
    **{sign: ((sign * 2, sign * 2),) for sign in "=~-–—"},
    "`": (("`", "`"),),
    "[": (("[", "]"),),
    "【": (("【", "】"),),
    "<": (("<b>", "</b>"), ("<strong>", "</strong>"), *((f"<h{level}>", f"</h{level}>") for level in range(1, 7))),
}
"""Markup that sets a whole line apart."""
LONGEST_HEADING = 80


def heading_name(text: str) -> str:
    """The technology that a heading names: without decoration, numbering, label or category."""
    name = without_markup(text)
    while name and (name[-1] in SIGN_PARTS or is_sign(name[-1])):
        name = name[:-1].rstrip()
    name = name.rstrip(" :：;=>–—")
    if name.endswith((" -", ":-")):
        name = name[:-2].rstrip(" :")
    name = without_markup(name)
    marker, number, sign = marker_of(name) if name else ("", 0, "")
    if (number or is_sign(marker[:1])) and len(sign) < len(name):
        name = without_markup(name[len(sign) :])
    label = _LABEL.match(name)
    name = name[label.end() :] if label else name
    return _without_category(name).strip("\"“”'‘’ :")


def is_name(text: str, most_words: int) -> bool:
    """Whether the text reads as a technology's name: few words, each with a capital, a digit or a sign."""
    words = heading_name(text).split()
    if not 0 < len(words) <= most_words or words[0].lower() in PAST_TENSES:
        return False
    return _is_proper(words[0]) and all(word in FUNCTION_WORDS or _is_proper(word) for word in words[1:])


def split_title(body: str) -> tuple[str, str] | None:
    """`Java: Designed …` and `**Java** - Designed …` as title and text; None when there is none."""
    if _LABEL.match(body):
        return None
    at, after = body.find(":", 0, LONGEST_HEADING), 1
    if at < 1 or not body[at + 1 :].lstrip("*_").startswith(" "):
        found = _DASH.search(body[:LONGEST_HEADING])
        if not found:
            return None
        at, after = found.start(), 3
    title, text = body[:at].strip("*_ "), body[at + after :].lstrip("*_ ")
    return (title, text) if title and text else None


def _is_proper(word: str) -> bool:
    """Written as names are: a capital, a digit or a sign in it."""
    return not word[0].islower() or word.lower() != word or not _NAME_SIGNS.isdisjoint(word)


def without_markup(text: str) -> str:
    """The text inside of Markdown, chat or HTML markup that spans all of it; else the text itself."""
    if text.startswith("#"):
        inner = text.lstrip("#")
        if inner[:1].isspace() or (inner and " " not in inner and len(text) - len(inner) < 7):
            return _without_closing_hashes(inner.strip())
        return text
    spans = _SPANS.get(text[:1])
    if not spans:
        return text
    tail = text.rstrip(" :" if text[0] in DASHES else " :–-")
    for opening, closing in spans:
        if tail.startswith(opening) and tail.endswith(closing) and len(tail) > len(opening) + len(closing):
            inner = tail[len(opening) : -len(closing)]
            inner = inner.strip(f" {opening[0]}") if opening[0] == closing[-1] else inner.strip()
            if inner and opening not in inner:
                return inner
    return text


def _without_closing_hashes(text: str) -> str:
    bare = text.rstrip("#")
    return bare.rstrip() if bare.endswith(" ") else text


def _without_category(name: str) -> str:
    """`React (Frontend Library)` and `React [UI]` as `React`."""
    for opening, closing in ("()", "[]"):
        if not name.endswith(closing):
            continue
        depth, at = 0, len(name)
        while at > 0:
            at -= 1
            depth += (name[at] == closing) - (name[at] == opening)
            if not depth:
                break
        if at > 0 and len(name) - at > 3 and any(map(str.isalnum, name[:at])):
            return name[:at].rstrip(" -–:")
    return name
