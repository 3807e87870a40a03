"""Where sent lines come from and where they went.

Visit  ->  show_search(): every sent resume with a line  |  show_sent_with(): with a point
       ->  show_lines(one submission): each line with its origin
"""

from typing import Final

import streamlit as st

from resume_customizer.services.staffing.sent_lines import SentPage, SentUse
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import two_lines
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_MOST: Final = 200


def show_search(visit: Visit) -> None:
    """A line, or nearly it, and every sent resume that has it."""
    with st.form("sent-search"):
        text = st.text_input(_("A line, or nearly it"), max_chars=2_000)
        wanted = st.form_submit_button(_("Find where it was sent"))
    if not (wanted and text.strip()):
        return
    with telling():
        _uses(visit.desk.sent_lines.find_sent(visit.actor, text=text, limit=_MOST))


def show_sent_with(visit: Visit, point_id: str) -> None:
    """Every sent resume with a point of a bank, the newest first."""
    with telling():
        _uses(visit.desk.sent_lines.find_sent(visit.actor, point_id, limit=_MOST))


def show_lines(visit: Visit, submission_id: str) -> None:
    """The lines that were inserted, with who wrote, approved and placed each, and why."""
    names = {each.user_id: each.name for each in visit.desk.workspaces.list_members(visit.actor)}
    lines = [each for each in visit.desk.sent_lines.list_sent_lines(visit.actor, submission_id) if each.is_added]
    columns = [
        Column("text", _("Line")),
        Column("technology", _("Technology")),
        Column("edition", _("Wording"), is_number=True),
        Column("author", _("Written by")),
        Column("approved", _("Approved by")),
        Column("placed", _("Placed by")),
        Column("reason", _("Why")),
    ]
    rows = [
        {
            "id": each.id,
            "text": each.text,
            "technology": each.technology,
            "edition": each.point_version or "",
            "author": names.get(each.author_id or "", ""),
            "approved": names.get(each.decided_by or "", ""),
            "placed": names.get(each.made_by or "", ""),
            "reason": each.reason,
        }
        for each in lines
    ]
    show_table(f"sent-lines-{submission_id}", columns, Page(rows, total=len(rows)))


def _uses(found: SentPage) -> None:
    count = several("{count} sent resume", "{count} sent resumes", len(found.uses))
    st.caption(_("The newest of them: {count}", count=count) if found.next else count)
    for use in found.uses:
        _use(use)


def _use(use: SentUse) -> None:
    sent = use.submission
    where = " · ".join(filter(None, (sent.end_client, sent.vendor_company, sent.file_name)))
    two_lines(f"{use.consultant}: {where}", use.line.text, f"{use.line.sent_at:%Y-%m-%d}")
