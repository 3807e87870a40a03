"""Home: what needs me today, what I did last, what is used.

Visit  ->  what runs and what is due  ->  unfinished and recent work  ->  the workspace's figures
"""

from datetime import UTC, datetime, timedelta
from typing import Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.tiers import Limit
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain
from resume_customizer.ui.components.progress import show_progress
from resume_customizer.ui.components.usage import show_usage
from resume_customizer.ui.customizing.bench import open_draft
from resume_customizer.ui.desk.kept_changes import show_kept_changes
from resume_customizer.ui.many.choices import of_customize
from resume_customizer.ui.moments import shown
from resume_customizer.ui.screens.jobs import jobs_moving, steer_job
from resume_customizer.ui.screens.starting import name_a_workspace
from resume_customizer.ui.session import Visit, workspaces
from resume_customizer.ui.texts import _, several

_SOON: Final = timedelta(hours=12)
_SHOWN: Final = (Limit.CUSTOMIZATIONS, Limit.RESUMES, Limit.STORAGE, Limit.MEMBERS)


def show(visit: Visit) -> None:
    """The screen."""
    here = next((each for each in workspaces(visit) if each.workspace_id == visit.actor.workspace_id), None)
    page_header(_("Home"), plain(here.name) if here else "")
    if here is None:
        name_a_workspace(visit)
        return
    with telling():
        if visit.may(Action.VIEW_RECORDS):
            show_kept_changes(visit)
            _today(visit)
        _recent(visit)
    if visit.may(Action.VIEW_USAGE):
        with telling():
            show_usage(visit, _SHOWN)


def _today(visit: Visit) -> None:
    """What needs somebody: work that runs, mail to follow up, and mail whose fate is open."""
    if jobs_moving(visit):
        with st.container(border=True):
            st.markdown(f"#### :material/pending_actions: {_('Running')}")
            show_progress("home-now", visit, jobs_moving, steer_job)
    to_do = visit.desk.follow_ups.list_to_do(visit.actor, datetime.now(UTC) + _SOON)
    due, failed, unknown = len(to_do.follow_ups), len(to_do.failed), len(to_do.unknown)
    told = (
        (due, several("{count} follow-up is due", "{count} follow-ups are due", due)),
        (failed, several("{count} mail failed", "{count} mails failed", failed)),
        (unknown, several("{count} mail has an unknown fate", "{count} mails have an unknown fate", unknown)),
    )
    lines = [text for count, text in told if count]
    if lines:
        with st.container(border=True):
            st.markdown(f"#### :material/today: {_('Needs you today')}")
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(" · ".join(lines))
                if st.button(_("Open mail"), icon=":material/mail:"):
                    st.session_state["mail-part"] = "due"
                    st.switch_page(st.session_state["pages"]["mail"])


def _recent(visit: Visit) -> None:
    """What is unfinished, and what came out last."""
    unfinished, done = st.columns(2)
    kept = visit.desk.drafts.list_drafts(visit.actor, limit=7).records if visit.may(Action.CUSTOMIZE) else ()
    drafts = of_customize(kept)[:5]
    with unfinished.container(border=True, height="stretch"):
        st.markdown(f"#### :material/edit_note: {_('Unfinished')}")
        if not drafts:
            st.markdown(_("Nothing is under way. Open Customize to begin; each step is kept by itself."))
            if visit.may(Action.CUSTOMIZE) and st.button(_("Open Customize"), icon=":material/tune:"):
                st.switch_page(st.session_state["pages"]["customize"])
        for draft in drafts:
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f"{plain(draft.name or _('Without a resume so far'))} · {shown(draft.changed_at)}")
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
            st.markdown(f"{plain(each.name)} · {placed} · {shown(each.created_at)}")
