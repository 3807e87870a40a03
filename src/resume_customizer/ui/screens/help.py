"""Help: what is accepted, with examples that are read as you type, and the keyboard.

a text  ->  the reader of points  ->  the table that Customize would make of it
"""

import streamlit as st

from resume_customizer.core.tech_stack import parse_tech_stack
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.sentences import remark
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

EXAMPLES = {
    marked(
        "A heading, then bullets"
    ): "Java\n•\tDesigned an event backbone for 40 services.\n•\tTuned the garbage collector.",
    marked("In one line"): "Python: • Built pipelines for 3 TB a day. • Cut the cost by a third.",
    marked("Markdown"): "## Kafka\n- Designed topics for 40 services.\n1. Kept consumers in step.",
    marked("A table or CSV"): "technology,point\nKafka,Designed topics for 40 services.\nGo,Wrote the gateway.",
    marked("JSON"): '{"Java": ["Designed an event backbone for 40 services."]}',
}
LONGEST = 5_000


def show(visit: Visit) -> None:  # noqa: ARG001 - the same for everybody
    """The screen."""
    page_header(_("Help"), _("How it works, what it accepts, and how to be quick."))
    how, points, keys = st.tabs([_("How it works"), _("Points that are accepted"), _("Keyboard")])
    with how:
        _how()
    with points:
        _points()
    with keys:
        rows = (
            ("Ctrl K", _("Go to a screen")),
            ("?", _("Show the sheet of shortcuts")),
            ("Esc", _("Close what is open")),
        )
        for key, what in rows:
            st.markdown(f"`{key}`  {what}")


def _how() -> None:
    steps = (
        _("**Drop a resume** as a Word file (.docx). It is read, never changed: what you get is a new file."),
        _("**Paste points**: technologies, each with the sentences that you want to add."),
        _("**Paste a posting**, if there is one: points that it asks for go first."),
        _("**Look at the plan**: which point goes under which experience, and why. Move, lock or leave out any of it."),
        _("**Download** the file, with a certificate that proves that nothing else in it has changed."),
    )
    st.markdown("\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1)))


def _points() -> None:
    chosen = st.selectbox(_("Example"), list(EXAMPLES), format_func=_)
    text = st.text_area(_("Try it"), value=EXAMPLES[chosen], height=160, max_chars=LONGEST, key=f"try-{chosen}")
    with telling():
        bank = parse_tech_stack(text)
        rows = [
            {"id": f"{each.line}", "technology": stack.technology, "point": each.text, "line": each.line}
            for stack in bank.stacks
            for each in stack.points
        ]
        columns = [
            Column("technology", _("Technology")),
            Column("point", _("Point")),
            Column("line", _("Line"), is_number=True),
        ]
        show_table("examples", columns, Page(rows[:100]))
        for notice in bank.notices:
            st.info(plain(remark(notice.message, notice.where)))
