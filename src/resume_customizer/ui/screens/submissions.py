"""Submissions: what was sent, a new one with its checks, and the interview sheet.

Visit  ->  list  ->  check, send  |  one submission: file, status, sheet
"""

from datetime import UTC, datetime, time
from functools import partial

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.staffing.submissions import FOLLOWING, SubmissionStatus
from resume_customizer.services.staffing.submission_checks import Checked
from resume_customizer.services.staffing.submissions import Sending
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain, two_lines
from resume_customizer.ui.components.parts import fold
from resume_customizer.ui.components.pickers import pick_day
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.desk.client_copy import show_client_copy
from resume_customizer.ui.desk.files import show_files
from resume_customizer.ui.desk.opened import show_opened
from resume_customizer.ui.desk.sent import show_lines, show_search
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, worded

OPENED = "submission-opened"
_MOST = 200


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Submissions"), _("Who was sent for what, with the exact file; once for each client and role."))
    if show_opened(OPENED, partial(_one, visit)):
        return
    if visit.may(Action.CHANGE_RECORDS):
        with fold(_("Send somebody"), "send", "submissions-new") as is_open:
            if is_open:
                _new(visit)
    with fold(_("Where was a line sent?"), "manage_search", "submissions-search") as is_open:
        if is_open:
            show_search(visit)
    _list(visit)


def _list(visit: Visit) -> None:
    asked = asked_of("submissions")
    page = visit.desk.submissions.list_submissions(visit.actor, after=asked.cursor, limit=PAGE)
    if not page.records:
        empty_state(
            _("Nothing was sent yet"), _("Customize a resume for a requirement, then send it here."), icon="send"
        )
        return
    columns = [
        Column("role", _("Role")),
        Column("client", _("Client")),
        Column("vendor", _("Vendor")),
        Column("status", _("Status"), is_word=True),
        Column("sent", _("Sent")),
    ]
    rows = [
        {
            "id": each.id,
            "role": each.role,
            "client": each.end_client,
            "vendor": each.vendor_company,
            "status": each.status,
            "sent": each.sent_at,
        }
        for each in page.records
    ]
    opened = show_table("submissions", columns, Page(rows, page.next), opens=True)
    if opened:
        st.session_state[OPENED] = opened
        st.rerun()


def _new(visit: Visit) -> None:
    openings = {each.id: each for each in visit.desk.requirements.list_requirements(visit.actor, limit=_MOST).records}
    people = {each.id: each for each in visit.desk.consultants.list_consultants(visit.actor, limit=_MOST).records}
    made = {each.id: each for each in visit.desk.customizations.list_customizations(visit.actor, limit=_MOST).records}
    if not (openings and people and made):
        st.caption(_("It takes a requirement, a consultant, and a customization of one of their resumes."))
        return
    opening = st.selectbox(_("Requirement"), list(openings), format_func=lambda each: openings[each].title)
    person = st.selectbox(_("Consultant"), list(people), format_func=lambda each: people[each].name)
    file = st.selectbox(_("Customization"), list(made), format_func=lambda each: made[each].name)
    left, right = st.columns(2)
    to, rate = left.text_input(_("To whom")), right.text_input(_("Rate"), placeholder="75 USD per hour")
    agreed = left.text_input(_("Right to represent: what the consultant agreed to"))
    with right:
        day = pick_day(_("Agreed on"))
    proof = st.file_uploader(_("A file that proves it"))
    seen = st.checkbox(_("What differs from earlier files is right"))
    sending = Sending(
        requirement_id=opening,
        consultant_id=person,
        customization_id=file,
        rate=rate,
        sent_to=to,
        right_to_represent=agreed,
        represented_since=datetime.combine(day, time(12), UTC) if day else None,
        proof_name=proof.name if proof else "",
        proof=proof.getvalue() if proof else b"",
        accepts_contradictions=seen,
    )
    with st.container(horizontal=True):
        looked, sent = st.button(_("Check first")), st.button(_("Write down that it is sent"), type="primary")
    with telling():
        if looked:
            _checked(visit.desk.submissions.check(visit.actor, sending))
        elif sent:
            st.session_state[OPENED] = visit.desk.submissions.submit(visit.actor, sending).id
            st.rerun()


def _checked(found: Checked) -> None:
    for each in found.stopped_by:
        st.error(plain(each))
    for contradiction in found.contradictions:
        st.warning(plain(contradiction.sentence))
    for repeat in found.repeats:
        told = _("{name} has sent this there: {line}", name=plain(repeat.consultant), line=plain(repeat.line))
        st.warning(told)
        for other in repeat.proposals:
            st.markdown(f"- {_('instead')}: {plain(other)}")
    if not found.stopped_by:
        st.success(_("It can be sent."))


def _one(visit: Visit, submission_id: str) -> None:
    found = visit.desk.submissions.show(visit.actor, submission_id)
    sheet = visit.desk.interview_sheets.show_sheet(visit.actor, submission_id)
    st.subheader(plain(f"{sheet.consultant}: {found.role}"), anchor=False)
    st.caption(
        plain(" · ".join(filter(None, (found.end_client, found.vendor_company, found.sent_to, found.file_name))))
    )
    st.code(f"SHA-256 {found.file_digest}", language=None)
    if found.right_to_represent:
        since = f"{found.represented_since:%Y-%m-%d}" if found.represented_since else ""
        two_lines(_("Right to represent"), f"{found.right_to_represent}  {since}")
    if visit.may(Action.CHANGE_RECORDS):
        current = SubmissionStatus(found.status)
        choices = [current, *(each for each in SubmissionStatus if each in FOLLOWING[current])]
        chosen = st.selectbox(
            _("Status"), choices, format_func=lambda each: worded(each.value), key=f"submission-status-{found.version}"
        )
        if chosen != current:
            with telling():
                visit.desk.submissions.set_status(visit.actor, found.id, chosen, found.version)
                st.rerun()
    st.download_button(
        _("The file that was sent"),
        data=lambda: visit.desk.submissions.read_file(visit.actor, found.id).content,
        file_name=found.file_name,
        icon=":material/download:",
        on_click="ignore",
    )
    with fold(_("Files: proof, letters"), "attach_file", f"files-{found.id}") as is_open:
        if is_open:
            show_files(visit, "submission", found.id)
    if found.customization_id:
        with fold(_("Before it goes out: metadata, a copy without contact"), "policy", f"copy-{found.id}") as is_open:
            if is_open:
                show_client_copy(visit, sheet.consultant, customization_id=found.customization_id)
    with fold(_("What was added, and where it comes from"), "history_edu", f"lines-{found.id}") as is_open:
        if is_open:
            show_lines(visit, found.id)
    st.markdown(f"#### {_('Interview sheet')}")
    for line in sheet.lines:
        with st.container(border=True):
            st.markdown(plain(line.line.text))
            for question in line.questions:
                st.markdown(f"- {plain(question)}")
            _sign_off(visit, found.consultant_id, line.line.text, line.line.id, line.is_confirmed)


def _sign_off(visit: Visit, consultant_id: str, text: str, key: str, said: bool | None) -> None:
    if not visit.may(Action.CHANGE_RECORDS):
        return
    chosen = st.segmented_control(
        _("The consultant stands behind it"),
        [True, False],
        default=said,
        format_func=lambda each: _("Yes") if each else _("No"),
        key=f"sign-{key}",
    )
    if chosen is not None and chosen != said:
        with telling():
            visit.desk.interview_sheets.sign_off(visit.actor, consultant_id, text, is_confirmed=chosen)
