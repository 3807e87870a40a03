"""The page that every screen opens in: the promises of resume_customizer.ui.front.opening."""

import json
import re
from pathlib import Path

import pytest
import streamlit
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from builders.web import ADDRESS, Web
from resume_customizer.ui.front.opening import WORDS, Opening, page_in, scripts
from resume_customizer.ui.screens import SCREENS
from resume_customizer.ui.visitors import CookieNames

THEIRS = Path(streamlit.__file__).parent / "static"
PAGE = (THEIRS / "index.html").read_text("utf-8")


def client() -> TestClient:
    """A browser, with a page that says "Streamlit" for Streamlit."""
    return TestClient(Opening(PlainTextResponse("Streamlit"), CookieNames(secure=False)), base_url=ADDRESS)


@pytest.mark.parametrize("path", ["/", *(f"/{each.path}" for each in SCREENS)])
def test_a_screen_opens_in_streamlit_s_page_with_our_name_and_script(path: str) -> None:
    page = client().get(path, headers={"accept-language": "de-DE,en;q=0.5"}).text

    assert '<html lang="de">' in page
    assert "<title>Resume Customizer Pro</title>" in page
    assert page.index("/front/opening-de.js") < page.index('<script type="module"')  # it is there before Streamlit's


def test_but_for_these_few_words_the_page_is_streamlit_s() -> None:
    ours, theirs = page_in("en").splitlines(), PAGE.splitlines()

    assert len([line for line in theirs if line not in ours]) <= 2
    assert len([line for line in ours if line not in theirs]) <= 3


def test_the_language_is_the_one_that_was_chosen_before_the_browser_s() -> None:
    page = client().get("/", headers={"accept-language": "de", "cookie": "rcp_language=en"}).text

    assert '<html lang="en">' in page


def test_everything_else_is_streamlit_s() -> None:
    browser = client()

    for path in ("/static/js/index.js", "/_stcore/health", "/media/x", "/customize/_stcore/health"):
        assert browser.get(path).text == "Streamlit"
    assert browser.post("/customize").text == "Streamlit"


def test_the_scripts_are_open_to_everybody_and_only_german_has_words(web: Web) -> None:
    with web.client() as browser:
        for path, script in scripts().items():
            assert browser.get(path).text == script

    words = {
        path: json.loads(script.partition("\n")[0][len("const WORDS = ") : -1]) for path, script in scripts().items()
    }
    assert words["/front/opening-en.js"] == []
    assert ['[data-testid="stFileUploaderDropzone"]', "", "Upload", "Hochladen"] in words["/front/opening-de.js"]


def test_what_is_replaced_is_what_this_streamlit_says() -> None:
    said = "\n".join(path.read_text("utf-8") for path in (THEIRS / "static" / "js").glob("*.js"))
    texts = [part for _, _, theirs, _ in WORDS for part in theirs.split(" to ")]
    pieces = {piece for text in texts for piece in re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]+)*", text)}

    assert len(pieces) > 30
    assert {piece for piece in pieces if piece not in said} == set()
