"""Where points and postings come from besides typing: a point bank, a stored opening.

Bench  ->  show_banks() | show_openings()  ->  asked for  ->  take_source(): the work with the text and what it is for
"""

from typing import Any, Final

import streamlit as st

from resume_customizer.core.records.banks import Approval
from resume_customizer.services.staffing.requirements import Wanted
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.parts import popover
from resume_customizer.ui.customizing.bench import Bench
from resume_customizer.ui.texts import _

_ASKED: Final = "customize-source"
_SHOWN: Final = 50
_PAGE: Final = 200
_MOST_POINTS: Final = 400
_TECHNOLOGIES: Final = "customize-technologies"


def take_source(bench: Bench) -> None:
    """What was asked for since the last run; raises the errors of reading it."""
    asked: dict[str, Any] = st.session_state.pop(_ASKED, None) or {}
    if asked.get("do") == "points":
        text = _points_text(bench, asked["bank"], asked["technologies"])
        before = bench.work.now.points.rstrip()
        bench.go(bench.work.with_points(f"{before}\n\n{text}" if before else text))
        bench.fields_anew()
    elif asked.get("do") == "opening":
        found = bench.visit.desk.requirements.show(bench.visit.actor, asked["id"])
        bench.go(bench.work.with_requirement(found.id, found.title, found.posting or bench.work.now.posting))
        bench.fields_anew()
    elif asked.get("do") == "no opening":
        bench.go(bench.work.without_requirement())


def _ask(**asked: Any) -> None:  # noqa: ANN401 - JSON values
    st.session_state[_ASKED] = asked


# ------------------------------------------------------------------ points


def show_banks(bench: Bench) -> None:
    """Choose technologies of a bank; its approved points are added to what stands in the field."""
    with popover(_("From a point bank"), "format_list_bulleted", "customize-banks") as is_open:
        if not is_open:
            return
        banks = {
            each.id: each.name for each in bench.visit.desk.banks.list_banks(bench.visit.actor, limit=_PAGE).records
        }
        if not banks:
            st.markdown(_("There is no point bank yet."))
            return
        bank = st.selectbox(_("Bank"), list(banks), format_func=lambda each: banks[each], key="customize-bank")
        known = _technologies(bench, bank)
        chosen = st.multiselect(
            _("Technologies"),
            list(known),
            _asked_for(bench, known),
            placeholder=_("Choose"),
            format_func=lambda each: f"{each} ({known[each]})",
        )
        st.button(
            _("Take their approved points"),
            type="primary",
            disabled=not chosen,
            on_click=_ask,
            kwargs={"do": "points", "bank": bank, "technologies": chosen},
        )


def _technologies(bench: Bench, bank_id: str) -> dict[str, int]:
    """With the number of points of each; looked up once for a tab."""
    known: dict[str, dict[str, int]] = st.session_state.setdefault(_TECHNOLOGIES, {})
    if bank_id not in known:
        known[bank_id] = bench.visit.desk.banks.list_technologies(bench.visit.actor, bank_id)
    return known[bank_id]


def _asked_for(bench: Bench, known: dict[str, int]) -> list[str]:
    """Those that the posting asks for."""
    if not bench.work.now.posting.strip():
        return []
    asked = " | ".join(each["title"].casefold() for each in bench.read_posting()["needs"])
    return [each for each in known if each.casefold() in asked.split(" | ")]


def _points_text(bench: Bench, bank_id: str, technologies: list[str]) -> str:
    banks, actor = bench.visit.desk.banks, bench.visit.actor
    blocks, left = [], _MOST_POINTS
    for technology in technologies:
        page = banks.list_points(actor, bank_id, technology, limit=min(_PAGE, max(left, 1)))
        lines = [f"• {each.text}" for each in page.records if each.approval == Approval.APPROVED][:left]
        left -= len(lines)
        if lines:
            blocks.append("\n".join([technology, *lines]))
    return "\n\n".join(blocks)


# ------------------------------------------------------------------ openings


def show_openings(bench: Bench) -> None:
    """Choose a stored opening; its posting goes into the field, and what is made belongs to it."""
    requirement_id, title = bench.work.now.requirement
    if requirement_id:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"{_('For')}: **{plain(title)}**")
            st.button(
                _("Not for this opening"),
                icon=":material/close:",
                type="tertiary",
                on_click=_ask,
                kwargs={"do": "no opening"},
            )
    with popover(_("From a requirement"), "work", "customize-openings") as is_open:
        if not is_open:
            return
        search = st.text_input(_("Search requirements"), key="customize-opening-search")
        requirements, actor = bench.visit.desk.requirements, bench.visit.actor
        page = (
            requirements.search_requirements(actor, search, "", _SHOWN)
            if search.strip()
            else requirements.list_requirements(actor, Wanted(), "", _SHOWN)
        )
        names = {
            each.id: f"{each.title} · {each.end_client or each.client or each.vendor_company}" for each in page.records
        }
        if not names:
            st.markdown(_("Nothing is found."))
            return
        chosen = st.selectbox(_("Requirement"), list(names), format_func=lambda each: names[each])
        st.button(
            _("Take it"), type="primary", on_click=_ask, kwargs={"do": "opening", "id": chosen}, key="take-opening"
        )
