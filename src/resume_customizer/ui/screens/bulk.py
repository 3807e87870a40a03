"""Bulk: many resumes for many requirements or points, looked at first, then made.

Visit  ->  batches | choosing  ->  one batch: what each cell would be, which are made, progress, results, one ZIP

Which batch is open stands in the address: a refresh or another tab shows the same.
"""

from dataclasses import replace
from typing import Final

import streamlit as st

from resume_customizer.core.batches import BatchStatus
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.resumes import Batch
from resume_customizer.services.background.batches import BatchView
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain
from resume_customizer.ui.components.progress import Moving, show_progress
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.many.cells import forget_cells, show_cells
from resume_customizer.ui.many.choosing import show_choosing
from resume_customizer.ui.many.running import STANDS, batch_moving, show_download, steer_batch
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked, several

ADDRESS: Final = "batch"
NEW, ALL = marked("New batch"), marked("Batches")


def show(visit: Visit) -> None:
    """The screen."""
    opened = st.query_params.get(ADDRESS, "")
    if opened:
        _one(visit, opened)
        return
    page_header(_("Bulk"), _("Many resumes for many openings: see what each would be, choose, make them all."))
    found = asked_of("batches")
    page = visit.desk.batches.list_batches(visit.actor, found.cursor, PAGE)
    views = [ALL, NEW] if visit.may(Action.CUSTOMIZE) else [ALL]
    usual = NEW if not page.records and not found.after and NEW in views else ALL
    view = st.segmented_control(
        _("View"), views, default=usual, format_func=_, key="bulk-part", label_visibility="collapsed"
    )
    if view == NEW:
        made = show_choosing(visit)
        if made:
            _open(made)
    elif not page.records:
        empty_state(_("No batch yet"), _("Choose resumes and what they are for; nothing is made before you say so."))
    else:
        _list(page.records, page.next)


def _open(batch_id: str) -> None:
    st.session_state.pop("bulk-part", None)
    forget_cells()
    st.query_params.clear()
    if batch_id:
        st.query_params[ADDRESS] = batch_id
    st.rerun()


def _list(batches: tuple[Batch, ...], following: str) -> None:
    columns = [
        Column("name", _("Name")),
        Column("status", _("Status"), is_word=True),
        Column("total", _("Resumes"), is_number=True),
        Column("done", _("Made"), is_number=True),
        Column("failed", _("Failed"), is_number=True),
        Column("created", _("Begun")),
    ]
    rows = [
        {
            "id": each.id,
            "name": each.name,
            "status": _(STANDS[BatchStatus(each.status)]),
            "total": each.total,
            "done": each.done,
            "failed": each.failed,
            "created": each.created_at,
        }
        for each in batches
    ]
    opened = show_table("batches", columns, Page(rows, following), opens=True)
    if opened:
        _open(opened)


def _one(visit: Visit, batch_id: str) -> None:
    if st.button(_("All batches"), icon=":material/arrow_back:", type="tertiary"):
        _open("")
    with telling():
        batch = visit.desk.batches.show(visit.actor, batch_id)
        page_header(plain(batch.name), ", ".join(plain(each) for each in batch.targets[:8]))
        for problem in batch.problems[:10]:
            st.warning(plain(error_sentence(problem)))

        _progress(visit, batch)
        batch = visit.desk.batches.show(visit.actor, batch_id)  # read after it, so that none of it is older
        show_download(visit, batch)
        chosen = show_cells(visit, batch)
        if batch.status is BatchStatus.NEW and visit.may(Action.CUSTOMIZE):
            _run(visit, batch, chosen)


def _progress(visit: Visit, batch: BatchView) -> None:
    def look(visit: Visit) -> tuple[Moving, ...]:
        return (replace(batch_moving(visit, batch.batch_id), title=_("Progress")),)

    (now,) = look(visit)
    if now.is_moving or batch.status is not BatchStatus.NEW:
        show_progress(f"batch-{batch.batch_id}", visit, look, steer_batch)
        return
    is_seen = batch.foreseen == sum(batch.counts.values())
    if not is_seen and visit.may(Action.CUSTOMIZE) and st.button(_("Look at every pair"), icon=":material/visibility:"):
        visit.desk.batches.forecast(visit.actor, batch.batch_id)
        st.rerun()


def _run(visit: Visit, batch: BatchView, chosen: list[int] | None) -> None:
    count = sum(batch.counts.values()) if chosen is None else len(chosen)
    left = several(
        "{count} customization is left this month", "{count} customizations are left this month", batch.quota_left
    )
    st.caption(left)
    label = several("Make {count} resume", "Make {count} resumes", count)
    if st.button(label, type="primary", icon=":material/play_arrow:", disabled=not count):
        with telling():
            visit.desk.batches.run(visit.actor, batch.batch_id, chosen)
            st.rerun()
