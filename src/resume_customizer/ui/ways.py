"""Where somebody wanted to go before they were signed in: their browser keeps it for a quarter of an hour.

address of a screen  ->  with_way()  ->  a cookie  ->  sign-in  ->  way_of()  ->  on to that screen

Promises (tests in tests/ui/test_front.py):

* Who asks for a screen and has to sign in first, or to set up a second factor, gets to that screen afterwards.
* It leads to a screen here and nowhere else, whatever the cookie says.
"""

from typing import Final
from urllib.parse import quote, unquote

from starlette.responses import Response

from resume_customizer.ui.visitors import CookieNames

_SECONDS: Final = 15 * 60
_LONGEST: Final = 1000


def with_way(answer: Response, path: str, query: str, names: CookieNames) -> None:
    """The browser remembers a screen that was asked for, with what its address says besides."""
    wanted = f"{path}?{query}" if query else path
    if _is_screen(wanted):
        answer.set_cookie(
            names.way,
            quote(wanted, safe=""),
            max_age=_SECONDS,
            httponly=True,
            samesite="lax",
            secure=names.secure,
            path="/",
        )


def way_of(kept: str) -> str:
    """Where to go on: the screen that was wanted, else the first one."""
    wanted = unquote(kept)
    return wanted if _is_screen(wanted) else "/"


def _is_screen(wanted: str) -> bool:
    """One name behind one slash; and nothing that could end a header or lead to another host."""
    name = wanted.partition("?")[0].removeprefix("/")
    is_name = name.isascii() and name.replace("-", "").isalpha() and name == name.lower()
    is_plain = wanted.isascii() and wanted.isprintable() and " " not in wanted and len(wanted) <= _LONGEST
    return wanted.startswith("/") and is_name and is_plain
