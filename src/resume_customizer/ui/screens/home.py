"""Home: what needs me today, what I did last, what is used.

Visit  ->  unfinished and recent work  ->  the workspace's figures
"""

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.tiers import Limit
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain
from resume_customizer.ui.components.usage import show_usage
from resume_customizer.ui.customizing.bench import open_draft
from resume_customizer.ui.screens.starting import name_a_workspace
from resume_customizer.ui.session import Visit, workspaces
from resume_customizer.ui.texts import _, several

_SHOWN = (Limit.CUSTOMIZATIONS, Limit.RESUMES, Limit.STORAGE, Limit.MEMBERS)


def show(visit: Visit) -> None:
    """The screen."""
    here = next((each for each in workspaces(visit) if each.workspace_id == visit.actor.workspace_id), None)
    page_header(_("Home"), plain(here.name) if here else "")
    if here is None:
        name_a_workspace(visit)
        return
    with telling():
        _recent(visit)
    if visit.may(Action.VIEW_USAGE):
        with telling():
            show_usage(visit, _SHOWN)


def _recent(visit: Visit) -> None:
    """What is unfinished, and what came out last."""
    unfinished, done = st.columns(2)
    drafts = visit.desk.drafts.list_drafts(visit.actor, limit=5).records if visit.may(Action.CUSTOMIZE) else ()
    with unfinished.container(border=True, height="stretch"):
        st.markdown(f"#### :material/edit_note: {_('Unfinished')}")
        if not drafts:
            st.markdown(_("Nothing is under way. Open Customize to begin; each step is kept by itself."))
        for draft in drafts:
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f"{plain(draft.name or _('Without a resume so far'))} · {draft.changed_at:%Y-%m-%d %H:%M}")
                if st.button(_("Go on"), key=f"draft-{draft.id}"):
                    open_draft(draft.id)
                    st.switch_page(st.session_state["pages"]["customize"])
    with done.container(border=True, height="stretch"):
        st.markdown(f"#### :material/task_alt: {_('Made last')}")
        made = visit.desk.customizations.list_customizations(visit.actor, limit=5).records
        if not made:
            st.markdown(_("What you download is kept, with its proof, and listed here."))
        for each in made:
            placed = several("{count} point placed", "{count} points placed", each.placed)
            st.markdown(f"{plain(each.name)} · {placed} · {each.created_at:%Y-%m-%d %H:%M}")
