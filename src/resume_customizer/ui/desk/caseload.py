"""A career service's caseload: people and their progress by cohort, advisers, and a cohort as a file.

Visit  ->  show_caseload()  |  show_adviser(one person)
"""

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Consultant
from resume_customizer.core.staffing.consultants import PROGRESS
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _


def show_caseload(visit: Visit) -> None:
    """How far whose people have come; nothing outside of a career service."""
    if not visit.desk.desk_policies.show_policy(visit.actor).is_career_service:
        return
    lines = visit.desk.consultants.caseload(visit.actor)
    if not lines:
        return
    st.markdown(f"#### {_('Caseload')}")
    columns = [
        Column("cohort", _("Cohort")),
        Column("people", _("People"), is_number=True),
        *(Column(each or "none", _(each or "not said"), is_number=True) for each in PROGRESS),
    ]
    rows = [
        {
            "id": each.name or "-",
            "cohort": each.name or _("no cohort"),
            "people": each.people,
            **{name or "none": count for name, count in each.by_progress.items()},
        }
        for each in lines
    ]
    show_table("caseload", columns, Page(rows))
    named = [each.name for each in lines if each.name]
    if named and visit.may(Action.EXPORT_RECORDS):
        _export(visit, named)


def show_adviser(visit: Visit, person: Consultant) -> None:
    """Who looks after somebody; owner and admins of a career service change it."""
    is_career = visit.desk.desk_policies.show_policy(visit.actor).is_career_service
    if not (is_career and visit.may(Action.CHANGE_WORKSPACE)):
        return
    members = {"": _("nobody"), **{m.user_id: m.name for m in visit.desk.workspaces.list_members(visit.actor)}}
    choices = list(members)
    current = person.adviser_id or ""
    chosen = st.selectbox(
        _("Adviser"),
        choices,
        choices.index(current) if current in choices else 0,
        format_func=lambda each: members[each],
        key=f"adviser-{person.id}-{person.version}",
    )
    if chosen != current:
        with telling():
            visit.desk.consultants.set_adviser(visit.actor, person.id, chosen)
            st.rerun()


def _export(visit: Visit, cohorts: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        cohort = st.selectbox(_("Cohort to save"), cohorts)
        st.download_button(
            _("Save the cohort (JSON lines)"),
            data=lambda: "\n".join(visit.desk.consultants.export_cohort(visit.actor, cohort)).encode(),
            file_name="cohort.jsonl",
            mime="application/x-ndjson",
            on_click="ignore",
        )
