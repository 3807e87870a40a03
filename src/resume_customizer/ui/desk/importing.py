"""Requirements from a table: what each row would become, then all of it kept.

file  ->  read where documents are worked on  ->  tried: new, there already, wrong  ->  kept after a yes
"""

from typing import Final

import streamlit as st

from resume_customizer.services.staffing.importing import read_rows
from resume_customizer.services.staffing.requirement_transfer import Imported
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked, several

_OUTCOMES: Final = {
    "new": marked("new"),
    "duplicate": marked("there already"),
    "wrong": marked("wrong"),
}
_MOST_SHOWN: Final = 200


def show_import(visit: Visit) -> None:
    """Show it."""
    st.caption(
        _(
            "CSV, XLSX or JSON; the first line names the columns: title, client, vendor, rate, location, skills, "
            "posting … Nothing is kept before you have seen what would become of each row."
        )
    )
    file = st.file_uploader(_("A table of requirements"), type=["csv", "xlsx", "json", "jsonl"])
    if file is None:
        return
    with telling():
        rows = visit.documents.call(read_rows, file.getvalue(), file.name)
        tried = visit.desk.requirement_transfer.import_requirements(visit.actor, rows)
        _show(tried)
        right_ones = bool(tried.count("wrong")) and st.checkbox(_("Keep the right rows, and leave out the wrong ones"))
        stopped = not tried.count("new") or (bool(tried.count("wrong")) and not right_ones)
        label = several("Keep {count} requirement", "Keep {count} requirements", tried.count("new"))
        if st.button(label, type="primary", disabled=stopped, key="import-keep"):
            done = visit.desk.requirement_transfer.import_requirements(
                visit.actor, rows, dry_run=False, keep_right_ones=right_ones
            )
            kept = several("{count} requirement was kept.", "{count} requirements were kept.", done.count("new"))
            st.success(kept)


def _show(tried: Imported) -> None:
    st.markdown(" · ".join(f"**{tried.count(outcome)}** {_(told)}" for outcome, told in _OUTCOMES.items()))
    columns = [
        Column("row", _("Row"), is_number=True),
        Column("title", _("Title")),
        Column("outcome", _("What it is")),
        Column("message", _("Why")),
    ]
    rows = [
        {
            "id": str(each.row),
            "row": each.row,
            "title": each.title,
            "outcome": _(_OUTCOMES[each.outcome]),
            "message": each.message,
        }
        for each in sorted(tried.rows, key=lambda each: (each.outcome != "wrong", each.row))[:_MOST_SHOWN]
    ]
    show_table("requirement-import", columns, Page(rows, total=len(tried.rows)))
