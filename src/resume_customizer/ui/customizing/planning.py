"""The plan of one resume: figures, rules, the board.

Bench  ->  take_change()  ->  the work with what was changed;  show_plan()  ->  the plan as it is now
"""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

import streamlit as st

from resume_customizer.core.planning.rules import PRESET_NAMES
from resume_customizer.ui.components.board import change_made, show_board
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.parts import popover
from resume_customizer.ui.customizing.bench import Bench
from resume_customizer.ui.sentences import sentence
from resume_customizer.ui.texts import _, marked, several
from resume_customizer.ui.work import File

_PRESETS: Final = {
    "balanced": marked("Balanced"),
    "recent-first": marked("Recent experiences first"),
    "deep-in-newest": marked("Deep in the newest"),
    "even": marked("Evenly"),
}
_RULES: Final = "customize-rules"


def take_change(bench: Bench, file: File) -> None:
    """What was changed since the last run; raises the errors of a change, which then changes nothing."""
    change = st.session_state.pop(_RULES, None) or change_made()
    if change is None:
        return
    before = bench.work
    after = before.with_change(file.file_id, change)
    bench.work = after
    try:
        bench.board(file)  # a change that can't be carried out is refused here
    finally:
        bench.work = before
    bench.go(after)


def show_figures(bench: Bench, file: File) -> dict[str, Any]:
    """The plan in numbers; raises the errors of reading and planning. Gives the plan."""
    board = bench.board(file)
    plan: dict[str, Any] = board["plan"]
    coverage = board["coverage"]
    placed, left = len(plan["placements"]), len(plan["unplaced"])
    tiles = [
        (several("{count} point placed", "{count} points placed", placed), ""),
        (several("{count} left out", "{count} left out", left), ""),
    ]
    if coverage:
        for name, told in (("must", _("must-haves shown")), ("nice", _("nice-to-haves shown"))):
            each = coverage[name]
            if each["total"]:
                tiles.append((f"{each['before']} → {each['after']} / {each['total']}", told))
    shown = "".join(f"<div><b>{escape(big)}</b><span>{escape(small)}</span></div>" for big, small in tiles)
    missing = [each for each in coverage["rows"] if each["after"] != "shown"] if coverage else []
    told = ""
    if missing:
        lines = "".join(
            f"<li><b>{escape(each['title'])}</b> {escape(sentence(each['remark']))}</li>" for each in missing
        )
        open_still = several("{count} thing asked for stays open", "{count} things asked for stay open", len(missing))
        told = f'<details class="rcp-notices"><summary>{escape(open_still)}</summary><ul>{lines}</ul></details>'
    st.html(f'<div class="rcp-tiles">{shown}</div>{told}')
    return plan


def show_pages(bench: Bench, file: File) -> None:
    """How many pages there are, and will be, as the document's own layout has them."""
    found = bench.pages(file)
    if found is None:
        st.caption(_("The document is too long for its pages to be counted."))
        return
    before, after = found["before"], found["after"]
    if before == after:
        told = several("{count} page, now and with these points", "{count} pages, now and with these points", before)
    else:
        told = _("{before} → {after} pages with these points", before=before, after=after)
    if found["is_sure"]:
        st.caption(f":material/description: {told}")
    else:
        why = ", ".join(found["doubts"]) or "the text ends near the edge of a page"
        st.caption(f":material/description: {told} ({_('about')})", help=plain(why))


def show_plan(bench: Bench, file: File) -> None:
    """The plan, to be changed."""
    board = bench.board(file)
    with st.container(horizontal=True):
        _rules(board["plan"]["rules"])
        st.button(
            _("Decide anew"),
            icon=":material/refresh:",
            help=_("Everything that is not locked is placed once more."),
            on_click=_ask,
            args=({"do": "solve"},),
        )
    show_board(board)


def _ask(change: dict[str, Any]) -> None:
    st.session_state[_RULES] = change


def _rules(rules: Mapping[str, Any]) -> None:
    with popover(_("How to spread"), "tune", "customize-spread", is_wide=False) as is_open:
        if is_open:
            _spreading(rules)


def _spreading(rules: Mapping[str, Any]) -> None:
    with st.form("rules", border=False):
        preset = st.selectbox(
            _("Weigh"), PRESET_NAMES, PRESET_NAMES.index(rules.get("preset") or "balanced"), format_func=_preset
        )
        experiences = st.number_input(_("Experiences that receive, newest first"), 1, 30, rules.get("experiences") or 3)
        most = st.number_input(
            _("Most new points for one experience (0: no limit)"), 0, 100, rules.get("points_per_experience") or 0
        )
        if st.form_submit_button(_("Decide anew"), type="primary"):
            wanted = {"strategy": "best", "preset": preset, "experiences": int(experiences)}
            _ask({"do": "rules", "rules": wanted | ({"points_per_experience": int(most)} if most else {})})
            st.rerun()


def _preset(name: str) -> str:
    return _(_PRESETS[name])
