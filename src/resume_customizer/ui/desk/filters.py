"""Which requirements a list shows: what is chosen, and choices that were kept under a name.

Visit  ->  show_filters()  ->  Wanted
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any, Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.workspaces import SavedView
from resume_customizer.core.staffing.requirements import Status
from resume_customizer.services.staffing.requirements import Wanted
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.pickers import pick_day
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

SCREEN: Final = "requirements"
_TEXTS: Final = {
    "client": marked("Client"),
    "vendor_company": marked("Vendor"),
    "primary_technology": marked("Primary technology"),
    "source": marked("Source"),
}
_NAMES: Final = ("status", *_TEXTS)
_TAKEN: Final = "requirements-view"
"""The saved view that was taken last; what is chosen by hand afterwards counts more."""


def show_filters(visit: Visit, order: str) -> Wanted:
    """Show them; gives what is wanted, in this order."""
    views = visit.desk.saved_views.list_views(visit.actor, SCREEN)
    _views(views)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(_("Status"), ["", *(each.value for each in Status)], format_func=_status, key=_key("status"))
        for name, label in _TEXTS.items():
            st.text_input(_(label), key=_key(name), max_chars=200)
        due = pick_day(_("Due until"), key=_key("due"))
    chosen = {name: str(st.session_state.get(_key(name)) or "").strip() for name in _NAMES}
    until = datetime.combine(due, time.max, UTC) if due else None
    _keeping(visit, {**{name: value for name, value in chosen.items() if value}, "order": order}, views)
    return Wanted(**chosen, due_until=until, order=order)


def _views(views: tuple[SavedView, ...]) -> None:
    """Taking one fills the fields, before they are shown."""
    if not views:
        return
    named = {each.id: each for each in views}
    chosen = st.pills(
        _("Saved views"), list(named), format_func=lambda each: _name(named[each]), key="requirements-views"
    )
    if chosen != st.session_state.get(_TAKEN):
        st.session_state[_TAKEN] = chosen
        choice: Mapping[str, Any] = named[chosen].choice if chosen in named else {}
        for name in _NAMES:
            st.session_state[_key(name)] = str(choice.get(name, ""))
        st.session_state[_key("due")] = None


def _keeping(visit: Visit, choice: Mapping[str, str], views: tuple[SavedView, ...]) -> None:
    with st.popover(_("Keep this view"), icon=":material/bookmark:"):
        name = st.text_input(_("Name of the view"), max_chars=120)
        is_shared = visit.may(Action.CHANGE_RECORDS) and st.checkbox(_("For everybody in the workspace"))
        if st.button(_("Keep"), disabled=not name.strip()):
            with telling():
                visit.desk.saved_views.save(visit.actor, SCREEN, name, choice, is_shared=is_shared)
                st.rerun()
        for each in views:
            if each.owner_id is None and not visit.may(Action.CHANGE_RECORDS):
                continue
            if st.button(_("Forget “{name}”", name=each.name), key=f"forget-{each.id}"):
                with telling():
                    visit.desk.saved_views.remove_view(visit.actor, each.id)
                    st.rerun()


def _name(view: SavedView) -> str:
    return view.name if view.owner_id else f"{view.name} ({_('shared')})"


def _status(value: str) -> str:
    return _(value) if value else _("All")


def _key(name: str) -> str:
    return f"requirements-wanted-{name}"
