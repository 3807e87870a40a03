"""The picture that an app reads: the promises of resume_customizer.ui.components.qr_code.

text  ->  qr_code()  ->  Chromium draws it  ->  zxing reads it, which is not what made it
"""

import io
from html.parser import HTMLParser

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser
from streamlit.testing.v1 import AppTest

from builders.desk import PASSWORD
from builders.web import Web, with_part
from resume_customizer.core.secret_text import Secret
from resume_customizer.infrastructure.totp import enrolment_address, new_seed
from resume_customizer.ui.components.qr_code import qr_code

SEED = new_seed(bytes(range(20)))
ADDRESSES = {
    "usual": "ann@desk.example",
    "letters": "jörg+tag@büro.example",
    "long": f"{'a' * 64}@{'.'.join(['b' * 60] * 3)}.example",
    "signs": "o'neil&co%20\"<i>@desk.example",
}


class Pictures(HTMLParser):
    """The pictures of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins."""
        self.found += [dict(attrs)] if tag == "img" else []


def read(browser: Browser, picture: str, page: str) -> list[str]:
    """What a reader finds on a page of this colour, where the picture stands directly beside dark things."""
    window = browser.new_page(viewport={"width": 900, "height": 900})
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.set_content(f'<body style="margin:40px;background:{page}"><img alt="" src="{picture}"></body>')
    window.wait_for_function("document.images[0].complete && document.images[0].naturalWidth > 0")
    drawn = Image.open(io.BytesIO(window.screenshot()))
    window.close()
    assert [each for each in asked if not each.startswith("data:")] == []
    return [each.text for each in zxingcpp.read_barcodes(drawn)]


@pytest.mark.parametrize("account", ADDRESSES.values(), ids=ADDRESSES)
def test_what_is_read_from_it_is_the_text_in_light_pages_and_in_dark_ones(browser: Browser, account: str) -> None:
    address = enrolment_address(SEED, account, "Resume Customizer Pro").reveal()

    assert address.startswith("otpauth://totp/Resume%20Customizer%20Pro:")
    for page in ("#ffffff", "#000000"):
        assert read(browser, qr_code(address), page) == [address]


def test_the_profile_shows_the_picture_beside_the_key_with_words_for_who_can_not_see_it(
    web: Web, browser: Browser
) -> None:
    web.desk.workspace("ann")
    test = with_part(web.screen("profile", web.pass_of("ann")), "profile-part", "Second factor")
    test.text_input[0].input(PASSWORD)
    test.button[0].click().run()

    (picture,) = shown(test)
    (found,) = read(browser, str(picture["src"]), "#111111")
    seed = Secret(test.code[0].value)

    assert found == enrolment_address(seed, "ann@desk.example", "Resume Customizer Pro").reveal()
    assert "type the key below" in str(picture["alt"])


def test_it_is_gone_once_the_second_factor_is_on(web: Web) -> None:
    web.desk.workspace("ann")
    test = with_part(web.screen("profile", web.pass_of("ann")), "profile-part", "Second factor")
    test.text_input[0].input(PASSWORD)
    test.button[0].click().run()
    assert len(shown(test)) == 1
    test.text_input[0].input(web.desk.code(Secret(test.code[0].value)))
    test.button[0].click().run()

    assert shown(test) == []
    assert "enrolment" not in test.session_state


def shown(test: AppTest) -> list[dict[str, str | None]]:
    assert not test.exception
    return Pictures("".join(each.proto.body for each in test.get("html"))).found
