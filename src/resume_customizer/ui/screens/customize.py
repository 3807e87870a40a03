"""Customize: the main screen. A resume, points, a posting; the plan; the file.

Visit  ->  bench  ->  what was done since the last run  ->  inputs  ->  result: plan, preview, downloads

The result is a fragment, which runs alone when the plan is changed, and the preview is one in it.

Promises (tests in tests/ui/test_customize.py):

* A change of the plan runs the result alone, unless what can be undone is other than what is shown.
* After another tab's work that is said, and shown.
"""

from typing import Final

import streamlit as st

from resume_customizer.core.errors import Conflict, ResumeCustomizerError
from resume_customizer.ui.components.faults import show_fault, telling
from resume_customizer.ui.components.headers import page_header, plain
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.customizing import inputs, planning, results, sources
from resume_customizer.ui.customizing.bench import Bench, is_elsewhere, open_bench
from resume_customizer.ui.session import Visit, fragment, is_alone
from resume_customizer.ui.texts import _
from resume_customizer.ui.work import File

_ELSEWHERE: Final = "customize-elsewhere"
"""Another tab was quicker: said by the next run."""
_STEPS: Final = "customize-steps"


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Customize"), _("Your document back, with the right points in the right place. Nothing else moves."))
    bench = open_bench(visit)
    with _about_other_tabs(bench):
        sources.take_source(bench)
        inputs.take_inputs(bench)
        if bench.shown is not None:
            planning.take_change(bench, bench.shown)
    if st.session_state.pop(_ELSEWHERE, False):
        st.warning(_("This work was changed in another tab. What it has now is shown; do your last step again."))
    _tools(bench)
    inputs.show_inputs(bench)
    file = _chosen(bench)
    if file is None or not bench.work.now.points.strip():
        _what_is_missing(bench)
        return
    _result(visit)


@fragment()
def _result(visit: Visit) -> None:
    """All that a change of the plan changes; runs alone then."""
    bench = open_bench(visit)
    file = bench.shown
    if is_alone() and file is not None:
        with _about_other_tabs(bench):
            planning.take_change(bench, file)
    if file is None or _ELSEWHERE in st.session_state or st.session_state.get(_STEPS) != _steps(bench):
        st.rerun()
    with telling():
        st.subheader(_("The result"), anchor=False)
        plan = planning.show_figures(bench, file)
        pages = st.container()
        results.show_downloads(bench, file, plan)
        st.subheader(_("The plan"), anchor=False)
        planning.show_plan(bench, file)
        st.subheader(_("Preview"), anchor=False)
        _preview(visit)
        with pages:  # last, because it takes longest
            planning.show_pages(bench, file)


@fragment()
def _preview(visit: Visit) -> None:
    """Another look at it changes nothing else, and runs alone."""
    bench = open_bench(visit)
    if bench.shown is None:
        st.rerun()
    with telling():
        results.show_preview(bench, bench.shown, bench.board(bench.shown)["plan"])


class _about_other_tabs:  # noqa: N801 - reads as what it does
    """Errors of taking in what was done, in their own words; after another tab's work, the way to see it."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(self, _kind: object, fault: BaseException | None, _trace: object) -> bool:
        if isinstance(fault, Conflict) and is_elsewhere(fault):
            st.session_state[_ELSEWHERE] = True
            self._bench.reload()
            return True
        if isinstance(fault, ResumeCustomizerError):
            show_fault(fault)
            return True
        return False


def _steps(bench: Bench) -> tuple[bool, bool]:
    """Whether there is something to be undone, and to be done again."""
    return bool(bench.work.past), bool(bench.work.future)


def _tools(bench: Bench) -> None:
    st.session_state[_STEPS] = past, future = _steps(bench)
    with st.container(horizontal=True):
        st.button(_("Undo"), icon=":material/undo:", disabled=not past, on_click=inputs.ask, args=("undo",))
        st.button(_("Redo"), icon=":material/redo:", disabled=not future, on_click=inputs.ask, args=("redo",))
        if bench.work.now.files or bench.work.now.points:
            question = _("Begin with empty fields? Your work so far stays among the unfinished ones.")
            if bench.visit.is_guest:
                question = _("Begin with empty fields? Your work so far is forgotten.")
            if confirm(_("Begin anew"), question, _("Begin anew"), "anew", icon=":material/restart_alt:"):
                bench.begin_anew()
                st.rerun()


def _chosen(bench: Bench) -> File | None:
    """The resume whose plan is shown."""
    file = bench.shown
    if file is not None and len(bench.files) > 1:
        names = {each.file_id: plain(each.name) for each in bench.files}
        chosen = st.segmented_control(
            _("Plan of"), list(names), default=file.file_id, format_func=lambda each: names[each], key="customize-of"
        )
        if chosen and chosen != file.file_id:
            bench.show_file(chosen)
            st.rerun()
    return bench.shown


def _what_is_missing(bench: Bench) -> None:
    if not bench.files:
        st.info(_("Drop a resume to begin, or use the sample."), icon=":material/upload_file:")
    else:
        st.info(_("Paste points: a technology on a line, then its sentences."), icon=":material/edit_note:")
