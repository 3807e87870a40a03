"""Audit trail: who did what and when, and whether the trail is as it was written.

Visit  ->  entries, newest first, page by page  ->  verify, export
"""

import streamlit as st

from resume_customizer.core.audit import Entry
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several
from resume_customizer.ui.trail_words import details_of, what_was_done


def show(visit: Visit) -> None:
    """The screen."""
    page_header(
        _("Audit trail"), _("Every change, by whom and from where. Entries can't be changed without that being found.")
    )
    _tools(visit)
    cursor = asked_of("audit").cursor
    entries = visit.desk.audit.list_entries(visit.actor, int(cursor) if cursor else None, PAGE + 1)
    page = entries[:PAGE]
    names = {each.user_id: each.name for each in visit.desk.workspaces.list_members(visit.actor)}
    columns = [
        Column("number", _("No."), is_number=True),
        Column("at", _("When")),
        Column("who", _("Who")),
        Column("what", _("What")),
        Column("source", _("From where")),
    ]
    following = str(page[-1].number) if len(entries) > PAGE else ""
    show_table("audit", columns, Page([_row(each, names) for each in page], following))


def _row(entry: Entry, names: dict[str, str]) -> dict[str, object]:
    event = entry.event
    done, details = what_was_done(event.action), details_of(event.details)
    return {
        "id": str(entry.number),
        "number": entry.number,
        "at": event.at,
        "who": names.get(event.actor_id, event.actor_id[:8]),
        "what": f"{done} · {details}" if details else done,
        "source": event.source,
    }


def _tools(visit: Visit) -> None:
    with st.container(horizontal=True):
        if st.button(_("Verify the trail"), icon=":material/verified_user:"):
            with telling():
                found = visit.desk.audit.verify(visit.actor)
                if found.broken:
                    st.error(_("Entry {number} is not as it was written.", number=found.broken.number))
                else:
                    st.success(
                        several(
                            "{count} entry is as it was written.", "All {count} entries are as written.", found.entries
                        )
                    )
        st.download_button(
            _("Export CSV"),
            data=lambda: "\r\n".join(visit.desk.audit.export_csv(visit.actor)),
            file_name="audit.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            _("Export JSON lines"),
            data=lambda: "\n".join(visit.desk.audit.export_json(visit.actor)),
            file_name="audit.jsonl",
            mime="application/jsonl",
            icon=":material/download:",
            on_click="ignore",
        )
