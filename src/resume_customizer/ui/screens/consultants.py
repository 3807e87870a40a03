"""Consultants: the list, a new one, one with contact, what fits them and what was sent.

Visit  ->  list  ->  one consultant
"""

from functools import partial

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Consultant
from resume_customizer.core.staffing.consultants import CONSULTANT_FIELDS, CONTACT, PROGRESS, STATUSES
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain, two_lines
from resume_customizer.ui.components.parts import fold, show_parts
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.desk.caseload import show_adviser, show_caseload
from resume_customizer.ui.desk.client_copy import show_client_copy
from resume_customizer.ui.desk.editing import forget_editing, show_editing
from resume_customizer.ui.desk.files import show_files
from resume_customizer.ui.desk.forms import show_fields
from resume_customizer.ui.desk.opened import show_opened
from resume_customizer.ui.moments import own_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _

OPENED = "consultant-opened"
_NEW = ("name", "email", "phone", "location", "time_zone", "skills", "availability", "work_authorization", "notes")

_CHOICES = {"status": STATUSES, "progress": PROGRESS}


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Consultants"), _("Whose resumes are sent out. Contact is kept sealed."))
    if show_opened(OPENED, partial(_one, visit)):
        return
    if visit.may(Action.CHANGE_RECORDS):
        with fold(_("Add a consultant"), "person_add", "consultants-add") as is_open:
            if is_open:
                _add(visit)
    show_caseload(visit)
    _list(visit)


def _add(visit: Visit) -> None:
    with st.form("consultant-new", clear_on_submit=True):
        filled = show_fields(CONSULTANT_FIELDS, _NEW, {"time_zone": own_zone()}, "consultant-new")
        sent = st.form_submit_button(_("Add"), type="primary")
    if sent:
        with telling():
            visit.desk.consultants.create(visit.actor, filled)
            st.rerun()


def _list(visit: Visit) -> None:
    asked = asked_of("consultants")
    if asked.search:
        page = visit.desk.consultants.search_consultants(visit.actor, asked.search, asked.cursor, PAGE)
    else:
        page = visit.desk.consultants.list_consultants(visit.actor, after=asked.cursor, limit=PAGE)
    if not page.records and not asked.search:
        empty_state(
            _("Nobody yet"), _("Add the people whose resumes you send, then upload their resumes."), icon="group"
        )
        return
    columns = [
        Column("name", _("Name")),
        Column("status", _("Status"), is_word=True),
        Column("skills", _("Skills")),
        Column("location", _("Location")),
        Column("availability", _("Availability")),
    ]
    rows = [
        {
            "id": each.id,
            "name": each.name,
            "status": each.status,
            "skills": ", ".join(each.skills[:6]),
            "location": each.location,
            "availability": each.availability,
        }
        for each in page.records
    ]
    opened = show_table("consultants", columns, Page(rows, page.next), search=_("Search consultants"), opens=True)
    if opened:
        st.session_state[OPENED] = opened
        st.rerun()


def _one(visit: Visit, consultant_id: str) -> None:
    found = visit.desk.consultants.show(visit.actor, consultant_id)
    st.subheader(plain(found.name), anchor=False)
    show_adviser(visit, found)
    show_parts(
        "consultant-part",
        {
            _("Fields"): lambda: _fields(visit, found),
            _("Sent"): lambda: _sent(visit, found),
            _("What fits"): lambda: _fits(visit, found),
            _("Files"): lambda: _files(visit, found),
        },
    )


def _fields(visit: Visit, found: Consultant) -> None:
    may = visit.may(Action.CHANGE_RECORDS)
    contact = visit.desk.consultants.show_contact(visit.actor, found.id) if may else {}
    names = tuple(name for name in CONSULTANT_FIELDS if may or name not in CONTACT)
    values = {name: getattr(found, name, contact.get(name, "")) for name in names}
    key = f"consultant-{found.id}"
    changed = show_editing(key, CONSULTANT_FIELDS, (values, found.version), _CHOICES, may=may)
    if changed:
        with telling():
            visit.desk.consultants.edit(visit.actor, found.id, changed, found.version)
            forget_editing(key)
            st.rerun()


def _sent(visit: Visit, found: Consultant) -> None:
    sent = visit.desk.submissions.list_submissions(visit.actor, consultant_id=found.id).records
    if not sent:
        st.caption(_("Nothing was sent yet."))
    for each in sent:
        at = each.sent_at or each.created_at
        two_lines(f"{each.role}, {each.end_client}", f"{at:%Y-%m-%d}  {each.file_name}", _(each.status))


def _fits(visit: Visit, found: Consultant) -> None:
    if st.button(_("Look what fits"), icon=":material/work:"):
        with telling():
            for fit in visit.desk.fitting.find_requirements(visit.actor, found.id):
                score = _("no resume") if fit.score is None else f"{fit.score} / 100"
                two_lines(fit.title, score)


def _files(visit: Visit, found: Consultant) -> None:
    show_files(visit, "consultant", found.id)
    for resume in visit.desk.resumes.list_resumes(visit.actor, consultant_id=found.id, limit=5).records:
        name = plain(_("{name}: copy for a client", name=resume.name))
        with fold(name, "policy", f"copy-{resume.id}") as is_open:
            if is_open:
                newest = visit.desk.resumes.list_versions(visit.actor, resume.id)[0]
                show_client_copy(visit, found.name, version_id=newest.id)
