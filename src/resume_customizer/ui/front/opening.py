"""The page that every screen opens in: Streamlit's own, with our name, the language, and a script of ours.

GET / or /customize  ->  Opening  ->  Streamlit's page and /front/opening-de.js;  anything else  ->  Streamlit

Streamlit's page asks for its server below the address that was opened, is told 404, and asks again at the root; and it
says some words by itself, in English whatever the language is. There is no setting for either: the script tells it the
address, and puts our words in the place of its own.

Promises (tests in tests/ui/test_opening.py, in the browser tests/e2e/test_opening.py):

* A screen that is opened by its address asks for nothing that is not there.
* The page says its language, and Streamlit's own words are in it, too.
* Only words of Streamlit's own parts are changed, never what people wrote.
"""

import json
from functools import cache
from pathlib import Path
from typing import Final

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from resume_customizer.ui.screens import SCREENS
from resume_customizer.ui.texts import LANGUAGES, best_language, catalogue, language, marked, speak
from resume_customizer.ui.visitors import CookieNames

SCRIPT_PATH: Final = "/front/opening-{language}.js"
_PAGES: Final = frozenset({"/", *(f"/{each.path}" for each in SCREENS)})
_THEIRS: Final = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
_SCRIPT: Final = (Path(__file__).parent / "opening.js").read_text("utf-8")
_DROPS: Final = '[data-testid="stFileUploaderDropzone"]'
_UPLOADS: Final = '[data-testid="stFileUploader"]'
_TYPING: Final = '[data-testid="InputInstructions"]'
_MENU: Final = '[data-testid="stMainMenuPopover"]'
_LABEL: Final = "aria-label"
WORDS: Final = (
    (_DROPS, "", "Upload", marked("Upload")),
    (_DROPS, "", r"([\d.]+) ?MB per file", marked("$1 MB per file")),
    (_DROPS, "", "Drag and drop a file here", marked("Drop the file here")),
    (_DROPS, "", "Drag and drop files here", marked("Drop the files here")),
    ('[data-testid="stFileUploaderDropzoneInput"]', _LABEL, "file upload", marked("Files")),
    (_UPLOADS, "", r"(?:Error: )?File must be ([\d.]+ ?[KMG]?B) or smaller\.", marked("A file has at most $1.")),
    (_UPLOADS, "", r"(?:Error: )?(\S+) files are not allowed\..*", marked("Files of the kind $1 are not taken.")),
    (_TYPING, "", "Press Enter to apply", marked("Enter applies it")),
    (_TYPING, "", r"Press (\S+)\+Enter to apply", marked("$1+Enter applies it")),
    (_TYPING, "", "Press Enter to submit form", marked("Enter sends the form")),
    (_TYPING, "", r"Press (\S+)\+Enter to submit form", marked("$1+Enter sends the form")),
    (_MENU, "", "System", marked("As the system")),
    (_MENU, "", "Light", marked("Light")),
    (_MENU, "", "Dark", marked("Dark")),
    (_MENU, "", "Print", marked("Print")),
    (_MENU, "", "Record screen", marked("Record the screen")),
    ('[data-testid="stMainMenuButton"], [data-testid="stMainMenuList"]', _LABEL, "Main menu", marked("Menu")),
    ('[data-testid="stThemeSwitcher"]', _LABEL, "Theme", marked("Look")),
    ('[data-testid="stSkipToContent"]', "", "Skip to main content", marked("To the content")),
    ('[role="listbox"][data-empty]', "", "No results", marked("Nothing fits")),
    *(
        (f'[{name}="{theirs}"]', name, theirs, ours)
        for name, theirs, ours in (
            (_LABEL, "Collapse sidebar", marked("Close the navigation")),
            (_LABEL, "Expand sidebar", marked("Open the navigation")),
            (_LABEL, "Sidebar", marked("Navigation")),
            (_LABEL, "App pages", marked("Screens")),
            (_LABEL, "Navigate to home page", marked("To the first screen")),
            (_LABEL, "Link to heading", marked("Link to this heading")),
            (_LABEL, "Show password", marked("Show the password")),
            (_LABEL, "Hide password", marked("Hide the password")),
            (_LABEL, "Clear value", marked("Empty the field")),
            (_LABEL, "Clear all", marked("Take all out")),
            (_LABEL, "Increment", marked("More")),
            (_LABEL, "Decrement", marked("Less")),
            ("placeholder", "Choose an option", marked("Choose one")),
            ("placeholder", "Choose options", marked("Choose some")),
            ("placeholder", "No options to select", marked("There is nothing to choose")),
        )
    ),
    ('button[aria-haspopup="listbox"][aria-label="Open"]', _LABEL, "Open", marked("Open the list")),
    ('[aria-label^="Help for "]', _LABEL, "Help for (.+)", marked("Help: $1")),
)
"""Where Streamlit says something: in the text or in which attribute, what (a pattern), and what is said instead."""


class Opening:
    """Around Streamlit's application."""

    def __init__(self, app: ASGIApp, names: CookieNames) -> None:
        """`names` tell which cookie holds the language."""
        self._app, self._names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and scope["path"] in _PAGES:
            await self._page(Request(scope))(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _page(self, request: Request) -> Response:
        chosen = request.cookies.get(self._names.language)
        speak(chosen or best_language(request.headers.get("accept-language", "")))
        return HTMLResponse(page_in(language()), headers={"cache-control": "no-cache"})


@cache
def page_in(spoken: str) -> str:
    """Streamlit's page, as it is opened in a language."""
    ours = f'<head>\n    <script src="{SCRIPT_PATH.format(language=spoken)}"></script>'
    page = _THEIRS.replace("<head>", ours, 1).replace('<html lang="en">', f'<html lang="{spoken}">', 1)
    return page.replace("<title>Streamlit</title>", "<title>Resume Customizer Pro</title>", 1)


def scripts() -> dict[str, str]:
    """The script of each language, by its path."""
    return {SCRIPT_PATH.format(language=each): _script_in(each) for each in LANGUAGES}


def _script_in(spoken: str) -> str:
    ours = catalogue(spoken)
    words = [(*where, ours.get(said, said)) for *where, said in WORDS] if spoken != "en" else []
    return f"const WORDS = {json.dumps(words, ensure_ascii=False)};\n{_SCRIPT}"
