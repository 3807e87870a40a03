"""What goes in: resumes, points, a posting; with what was understood of each beside it.

Bench  ->  take_inputs()  ->  the work with what was dropped and typed;  show_inputs()  ->  three cards
"""

from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit as st

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.file_names import clean_file_name
from resume_customizer.core.permissions import Action
from resume_customizer.services.documents.plan_board import read_resume_briefly
from resume_customizer.ui.components.faults import show_fault, telling
from resume_customizer.ui.components.parts import popover
from resume_customizer.ui.components.textbox import textbox, typed
from resume_customizer.ui.customizing.bench import Bench
from resume_customizer.ui.customizing.sources import show_banks, show_openings
from resume_customizer.ui.look import MOST_UPLOADED
from resume_customizer.ui.sentences import remark
from resume_customizer.ui.texts import _, several
from resume_customizer.ui.work import File

_SAMPLE: Final = Path(__file__).parent.parent / "sample"
_EXAMPLE: Final = "Kafka\n• Designed topics for 40 services.\n• …\n\nPython:\n- Built pipelines for 3 TB a day."
_MOST_SHOWN: Final = 200
_DO: Final = "customize-do"


@cache
def sample(name: str) -> bytes:
    """A file of the sample: an invented person's resume, points and a posting."""
    return (_SAMPLE / name).read_bytes()


def take_inputs(bench: Bench) -> None:
    """What was dropped, typed and clicked since the last run; raises the errors of reading files."""
    wanted = st.session_state.pop(_DO, "")
    if wanted == "sample":
        _take_sample(bench)
    elif wanted == "undo":
        bench.go(bench.work.undo())
        bench.fields_anew()
    elif wanted == "redo":
        bench.go(bench.work.redo())
        bench.fields_anew()
    elif wanted.startswith("drop "):
        bench.go(bench.work.with_files([each for each in bench.files if each.file_id != wanted[5:]]))
    elif wanted.startswith("stored "):
        _take_stored(bench, wanted[7:])
    now = bench.work.now
    bench.go(bench.work.with_points(typed(f"points-{bench.serial}", now.points)))
    bench.go(bench.work.with_posting(typed(f"posting-{bench.serial}", now.posting)))
    _take_dropped(bench)


def ask(what: str) -> None:
    """To be done at the beginning of the next run."""
    st.session_state[_DO] = what


def show_inputs(bench: Bench) -> None:
    """The three cards."""
    resume, points, posting = st.columns(3, border=True)
    with resume:
        _resume(bench)
    with points:
        textbox(f"points-{bench.serial}", _("2 · Points"), bench.work.now.points, example=_EXAMPLE)
        _points(bench)
        if bench.visit.may(Action.VIEW_RECORDS):
            show_banks(bench)
    with posting:
        told = _("Paste the job advertisement here. What it asks for goes first.")
        textbox(f"posting-{bench.serial}", _("3 · Posting, if there is one"), bench.work.now.posting, example=told)
        _posting(bench)
        if bench.visit.may(Action.VIEW_RECORDS):
            show_openings(bench)


# ------------------------------------------------------------------ resumes


def _take_sample(bench: Bench) -> None:
    work = bench.work
    if not work.now.files:
        work = work.with_files([bench.keeper.add("Mara Lindqvist.docx", sample("resume.docx"))])
    work = work.with_points(work.now.points or sample("points.txt").decode())
    bench.go(work.with_posting(work.now.posting or sample("posting.txt").decode()))
    bench.fields_anew()


def _take_stored(bench: Bench, resume_id: str) -> None:
    resumes = bench.visit.desk.resumes
    newest = resumes.list_versions(bench.visit.actor, resume_id)[0]
    if all(each.file_id != newest.id for each in bench.files):
        bench.go(bench.work.with_files([*bench.files, File(newest.id, newest.file_name, resume_id)]))


def _take_dropped(bench: Bench) -> None:
    dropped = st.session_state.get(f"drop-{bench.serial}") or []
    if not dropped:
        return
    files, faults = list(bench.files), []
    for each in dropped:
        name = clean_file_name(each.name, "resume.docx")
        try:
            content = each.getvalue()
            bench.visit.documents.call(read_resume_briefly, content)
            file = bench.keeper.add(name, content)
        except ResumeCustomizerError as fault:
            fault.where = name
            faults.append(fault)
            continue
        files = [*(known for known in files if known.file_id != file.file_id), file]
    bench.fields_anew()  # Streamlit lets the bytes go with the field that held them
    bench.go(bench.work.with_files(files))
    for fault in faults:
        show_fault(fault)


def _resume(bench: Bench) -> None:
    st.markdown(f"**{_('1 · Resume')}**")
    for file in bench.files:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.html(f'<div class="rcp-two"><b>{escape(file.name)}</b></div>', width="content")
            st.button(
                _("Take away"),
                key=f"away-{file.file_id}",
                icon=":material/close:",
                type="tertiary",
                on_click=ask,
                args=(f"drop {file.file_id}",),
            )
    if not bench.files:
        _drop(bench)
        st.button(_("Use the sample"), icon=":material/science:", on_click=ask, args=("sample",), width="stretch")
    else:
        _brief(bench)
    if bench.visit.may(Action.VIEW_RECORDS):
        _stored(bench)
    if bench.files:
        with popover(_("Another file"), "add", "customize-another") as is_open:
            if is_open:
                _drop(bench)


def _drop(bench: Bench) -> None:
    st.file_uploader(
        _("Word files (.docx), up to {most} MB each", most=MOST_UPLOADED),
        type=["docx"],
        accept_multiple_files=True,
        key=f"drop-{bench.serial}",
    )


def _brief(bench: Bench) -> None:
    file = bench.shown
    if file is None:
        return
    with telling():
        found: dict[str, Any] = bench.known(
            ("brief", file), lambda: bench.visit.documents.call(read_resume_briefly, bench.content(file).resume)
        )
        told = several("{count} experience", "{count} experiences", len(found["experiences"]))
        lines = "".join(f"<li>{escape(each)}</li>" for each in found["experiences"])
        brief = f'<div class="rcp-two"><span>{escape(told)}</span><ul>{lines}</ul></div>'
        st.html(brief + _notices(found["notices"]))


def _stored(bench: Bench) -> None:
    with popover(_("Stored resumes"), "folder_open", "customize-stored") as is_open:
        if not is_open:
            return
        names = {
            each.id: each.name for each in bench.visit.desk.resumes.list_resumes(bench.visit.actor, limit=50).records
        }
        if not names:
            st.markdown(_("Nothing is stored yet: what you drop is kept."))
            return
        chosen = st.selectbox(_("Resume"), list(names), format_func=lambda each: names[each], key="stored-resume")
        st.button(_("Take it"), on_click=ask, args=(f"stored {chosen}",), type="primary")


# ------------------------------------------------------------------ points and posting


def _points(bench: Bench) -> None:
    if not bench.work.now.points.strip():
        return
    with telling():
        found = bench.read_points()
        points = several("{count} point", "{count} points", len(found["rows"]))
        technologies = several("{count} technology", "{count} technologies", found["technologies"])
        told = _("Read: {points} in {technologies}", points=points, technologies=technologies)
        rows = "".join(
            f"<tr><td>{each['line']}</td><td>{escape(each['technology'])}</td><td>{escape(each['point'])}</td></tr>"
            for each in found["rows"][:_MOST_SHOWN]
        )
        head = f"<tr><th>{_('Line')}</th><th>{_('Technology')}</th><th>{_('Point')}</th></tr>"
        st.html(_folded(told, _table(head, rows)) + _notices(found["notices"]))


def _posting(bench: Bench) -> None:
    if not bench.work.now.posting.strip():
        return
    with telling():
        found = bench.read_posting()
        states = {"shown": _("shown"), "listed": _("only listed"), "missing": _("missing"), "": ""}
        marks = {"shown": "✓", "listed": "~", "missing": "–", "": ""}
        rows = "".join(
            f'<tr title="{escape(each["text"])}"><td>{marks[each["state"]]}</td><td>{escape(each["title"])}</td>'
            f"<td>{_('must') if each['is_must'] else _('nice')}</td><td>{escape(states[each['state']])}</td></tr>"
            for each in found["needs"]
        )
        asked = several("It asks for {count} thing", "It asks for {count} things", len(found["needs"]))
        head = f"<tr><th></th><th>{_('Asked for')}</th><th>{_('How much')}</th><th>{_('In the resume')}</th></tr>"
        st.html(_folded(asked, _table(head, rows)))


def _folded(told: str, inner: str) -> str:
    """A line that opens; all of it is one element of the page, and opening it asks nothing of the server."""
    return f'<details class="rcp-notices"><summary>{escape(told)}</summary>{inner}</details>'


def _table(head: str, rows: str) -> str:
    return f'<table class="rcp-table"><thead>{head}</thead><tbody>{rows}</tbody></table>'


def _notices(notices: list[dict[str, str]]) -> str:
    """What was odd, each with its line."""
    if not notices:
        return ""
    lines = "".join(f"<li>{escape(remark(each['message'], each['where']))}</li>" for each in notices[:20])
    return _folded(several("{count} remark", "{count} remarks", len(notices)), f"<ul>{lines}</ul>")
