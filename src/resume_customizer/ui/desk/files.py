"""Files that are kept with a requirement, a consultant or a submission.

Visit + of what  ->  show_files()  ->  download, add, remove
"""

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.desk import Attachment
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import two_lines
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _


def show_files(visit: Visit, of_kind: str, of_id: str) -> None:
    """Show them; what proves a submission can't be removed."""
    listed = visit.desk.attachments.list_attachments(visit.actor, of_kind, of_id)
    if not listed:
        st.caption(_("No files are attached."))
    for each in listed:
        _file(visit, each)
    if not visit.may(Action.CHANGE_RECORDS):
        return
    with st.form(f"attach-{of_kind}-{of_id}", clear_on_submit=True):
        file = st.file_uploader(_("Attach a file"))
        sent = st.form_submit_button(_("Attach"))
    if sent and file is not None:
        with telling():
            visit.desk.attachments.attach(visit.actor, of_kind, of_id, file.name, file.getvalue())
            st.rerun()


def _file(visit: Visit, file: Attachment) -> None:
    told, load, remove = st.columns([8, 2, 2], vertical_alignment="center")
    with told:
        two_lines(file.name, f"{file.size:,} B  {shown_with_zone(file.created_at)}")
    load.download_button(
        _("Download"),
        data=lambda: visit.desk.attachments.read_attachment(visit.actor, file.id).content,
        file_name=file.name,
        key=f"file-{file.id}",
        on_click="ignore",
    )
    if file.of_kind == "submission" or not visit.may(Action.DELETE_RECORDS):
        return
    with remove:
        if confirm(_("Remove"), _("Remove this file? It can't be had back."), _("Remove"), f"file-remove-{file.id}"):
            with telling():
                visit.desk.attachments.remove_attachment(visit.actor, file.id)
                st.rerun()
