"""The text of an HTML page, line by line as a reader sees it.

    <ul><li>Java<li>Go</ul>  ->  text_of_html()  ->  two lines that begin with a bullet

One pass from tag to tag, without a tree: however deep or broken the markup is, the time grows with its length only.

Promises (tests in tests/core/test_html_text.py):

* Scripts, styles and comments are no text; list items begin with a bullet, headings and blocks on a line of their own.
* Broken and hostile markup gives some text, never an error.
"""

import html
import re

_BLOCKS = frozenset(
    "p div br tr table ul ol dl dt dd section article header footer aside main nav form fieldset blockquote pre hr "
    "address h1 h2 h3 h4 h5 h6 title body html head thead tbody figure figcaption details summary option".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SKIPPED = ("script", "style", "template", "noscript", "svg", "textarea", "select")
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
_SPACES = re.compile(r"[ \t\r\f\xa0]+")
_LOOKS_LIKE = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,400}-->\s{0,20})?<(?:!doctype html"
    r"|html|head|body|div|p|table|h1|ul|section|article|span|meta)\b",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return _LOOKS_LIKE.match(text) is not None


def text_of_html(markup: str) -> str:
    """What a page says, without its markup."""
    parts: list[str] = []
    lowered = markup.lower()
    at, end = 0, len(markup)
    while at < end:
        opened = markup.find("<", at)
        if opened < 0:
            parts.append(_text(markup[at:]))
            break
        parts.append(_text(markup[at:opened]))
        at = _behind_tag(markup, lowered, opened, parts)
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return _without_gaps(lines)


def _text(raw: str) -> str:
    """Line breaks of the markup are blanks to a reader."""
    return html.unescape(raw).replace("\n", " ").replace("\x00", "") if raw else ""


def _behind_tag(markup: str, lowered: str, opened: int, parts: list[str]) -> int:
    """Where the tag that begins here ends; adds what it shows."""
    if markup.startswith("<!--", opened):
        closed = markup.find("-->", opened + 4)
        return closed + 3 if closed >= 0 else len(markup)
    name = _NAME.match(lowered, opened + 1)
    if name is None:
        if markup[opened + 1 : opened + 2] in ("!", "?"):
            return _after(markup, ">", opened)
        parts.append("<")
        return opened + 1
    tag = name.group()
    if tag in _SKIPPED:
        closed = lowered.find(f"</{tag}", name.end())
        return _after(markup, ">", closed) if closed >= 0 else len(markup)
    bare = tag.lstrip("/")
    if bare == "li" and tag == bare:
        parts.append("\n• ")
    elif bare in _BLOCKS or bare == "li":
        parts.append("\n\n" if bare in _HEADINGS and tag == bare else "\n")
    elif bare in ("td", "th"):
        parts.append(" ")
    return _end_of_tag(markup, name.end())


def _end_of_tag(markup: str, at: int) -> int:
    """Behind the `>`; one inside of quotation marks does not count, where they are closed."""
    closed = markup.find(">", at)
    if closed < 0:
        return len(markup)
    inside = markup[at:closed]
    for quote in ('"', "'"):
        if inside.count(quote) % 2:
            ended = markup.find(quote, closed, closed + 2000)
            if ended >= 0:
                return _after(markup, ">", ended)
    return closed + 1


def _after(markup: str, mark: str, at: int) -> int:
    found = markup.find(mark, at)
    return found + 1 if found >= 0 else len(markup)


def _without_gaps(lines: "map[str] | object") -> str:
    """At most one empty line in a row, and a bullet with its text."""
    kept: list[str] = []
    for line in lines:  # ty: ignore[not-iterable]
        if kept and kept[-1] == "•" and line:
            kept[-1] = line if line.startswith("•") else f"• {line}"
        elif line or (kept and kept[-1] not in ("", "•")):
            kept.append(line)
    return "\n".join(kept).strip("\n")
