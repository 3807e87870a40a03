"""The HTML that screens make themselves: whatever people and documents are called, it is text in it.

names, points, postings and resumes full of markup  ->  every screen  ->  known tags and attributes alone
"""

from html.parser import HTMLParser
from typing import Final

from streamlit.testing.v1 import AppTest

from builders.docx import a_docx, bold, bullets, heading, line
from builders.staffing import an_opening
from builders.stored import newest_version
from builders.web import Web, with_part
from resume_customizer.services.library.customizations import Order
from resume_customizer.ui.customizing.results import DOCX

EVIL: Final = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>"
POINTS: Final = f"Kafka{EVIL}\n• Designed topics {EVIL}.\nGo\n• Built the gateway {EVIL} in Go.\n"
POSTING: Final = f"Engineer {EVIL}\n\nRequirements:\n- Kafka and Terraform {EVIL} are required.\n- Go is a plus.\n"
TAGS: Final = frozenset(
    "a b br code dd details div dl dt em h2 h3 h4 i ins li meter ol p section small span strong summary table tbody td "
    "th thead tr u ul".split()
)
ATTRIBUTES: Final = frozenset("aria-label class download high href lang max role style title value".split())


class Markup(HTMLParser):
    """What a browser would find in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.strange: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins."""
        self.strange += [tag] if tag not in TAGS else []
        for name, value in attrs:
            is_known = name in ATTRIBUTES and (name != "href" or (value or "").startswith("/"))
            self.strange += [] if is_known else [f"{tag} {name}={value}"]
            self.text += value or ""

    def handle_data(self, data: str) -> None:
        """Text."""
        self.text += data


def own_html(test: AppTest) -> list[str]:
    assert not test.exception
    return [each.proto.body for each in test.get("html")]


def a_resume_full_of_markup() -> bytes:
    return a_docx(
        line(bold(f"Petra {EVIL}")),
        heading("Experience"),
        line(bold(f"Harrow {EVIL}"), f" | Java Developer {EVIL} | Jan 2021 – Present"),
        bullets(f"Built booking services {EVIL}.", "Led a team of three."),
    )


def check(shown: list[str], least: int) -> None:
    """Known tags alone, and the markup in the text of so many of them at least."""
    found = [Markup(each) for each in shown]
    assert [each.strange for each in found if each.strange] == []
    assert sum("onerror=alert(1)" in each.text for each in found) >= least


def test_what_a_document_points_and_a_posting_say_is_text(web: Web) -> None:
    web.desk.workspace("ann")
    test = web.screen("customize", web.pass_of("ann"))
    test.file_uploader[0].set_value([("Petra <b>x</b>.docx", a_resume_full_of_markup(), DOCX)]).run()
    work = test.session_state["customize-work"]
    test.session_state["customize-work"] = work.with_points(POINTS).with_posting(POSTING)
    test.run().button_group[0].set_value("changes").run()

    check(own_html(test), 4)


def test_what_people_and_vendors_write_is_text_on_the_desk(web: Web) -> None:
    ann = web.desk.workspace("ann")
    opening = an_opening(web.desk, ann, title=f"Java {EVIL}", vendor_company=f"Westway {EVIL}")
    version = newest_version(web.desk, ann, web.desk.resumes.upload(ann, "petra.docx", a_resume_full_of_markup())).id
    order = Order(version, points=POINTS, name=f"Copy {EVIL}", requirement_id=opening.id)
    web.desk.customizations.make(ann, order)
    web.desk.timelines.comment(ann, opening.id, f"Called {EVIL}")
    test = web.screen("requirements", web.pass_of("ann"))
    test.session_state["requirement-opened"] = opening.id
    for part, least in (("Timeline", 1), ("Made and sent", 1)):
        check(own_html(with_part(test, "requirement-part", part)), least)
