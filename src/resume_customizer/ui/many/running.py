"""A batch while it is looked at and made: how far it is, pause and cancel, failures again, all of it as a ZIP.

batch  ->  batch_moving(): as its rows say  ->  components.progress  |  show_download(): names by a pattern, one ZIP
"""

from html import escape
from typing import Final

import streamlit as st

from resume_customizer.core.batches import FIELDS, BatchStatus, ItemStatus
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.jobs import Progress, Status
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.record import Id
from resume_customizer.services.background.batches import FORECAST, BatchView
from resume_customizer.ui.components.faults import show_fault
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.progress import Moving
from resume_customizer.ui.front.files import batch_address
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked, several

STANDS: Final = {
    BatchStatus.NEW: marked("not run yet"),
    BatchStatus.RUNNING: marked("running"),
    BatchStatus.PAUSED: marked("paused"),
    BatchStatus.DONE: marked("finished"),
    BatchStatus.CANCELLED: marked("cancelled"),
}
_OPEN: Final = {Status.WAITING, Status.RUNNING}
_NAMES_SHOWN: Final = 3


def batch_moving(visit: Visit, batch_id: Id) -> Moving:
    """How far a batch is, by its rows; raises NotFound."""
    batch = visit.desk.batches.show(visit.actor, batch_id)
    if batch.status is BatchStatus.NEW:
        return _foreseeing(visit, batch)
    failed = batch.counts.get(ItemStatus.FAILED, 0)
    told = several("{count} failed", "{count} failed", failed) if failed else ""
    return Moving(
        key=batch.batch_id,
        title=batch.name,
        status=_(STANDS[batch.status]),
        progress=batch.progress,
        step=told,
        began=batch.started_at,
        ended=batch.finished_at,
        is_moving=batch.status is BatchStatus.RUNNING,
        is_bad=bool(failed),
        actions=_steps(visit, batch),
    )


def steer_batch(visit: Visit, batch_id: str, what: str) -> None:
    """Pause, go on, cancel, or try again what failed."""
    batches = visit.desk.batches
    steps = {
        "pause": batches.pause,
        "resume": batches.resume,
        "cancel": batches.cancel,
        "retry": batches.retry_failed,
    }
    if what in steps:
        steps[what](visit.actor, batch_id)


def _foreseeing(visit: Visit, batch: BatchView) -> Moving:
    """While every cell is looked at; jobs say whether that goes on."""
    found = visit.desk.jobs.list_jobs(visit.actor, batch_id=batch.batch_id, count=200).jobs
    jobs = [each for each in found if each.kind == FORECAST]
    is_moving = any(each.status in _OPEN for each in jobs)
    began = min((each.started_at for each in jobs if each.started_at), default=None)
    total = sum(batch.counts.values())
    cancel = (("cancel", _("Stop looking"), "stop"),) if is_moving and visit.may(Action.CUSTOMIZE) else ()
    return Moving(
        key=batch.batch_id,
        title=batch.name,
        status=_("looking at every pair") if is_moving else _(STANDS[batch.status]),
        progress=Progress(batch.foreseen, total),
        began=began if is_moving else None,
        is_moving=is_moving,
        actions=cancel,
    )


def _steps(visit: Visit, batch: BatchView) -> tuple[tuple[str, str, str], ...]:
    if not visit.may(Action.CUSTOMIZE):
        return ()
    pause, go_on = ("pause", _("Pause"), "pause"), ("resume", _("Go on"), "play_arrow")
    cancel, retry = ("cancel", _("Cancel"), "stop"), ("retry", _("Try failures again"), "replay")
    if batch.status is BatchStatus.RUNNING:
        return pause, cancel
    if batch.status is BatchStatus.PAUSED:
        return go_on, cancel
    again = batch.counts.get(ItemStatus.FAILED, 0) + batch.counts.get(ItemStatus.CANCELLED, 0)
    return (retry,) if again else ()


def show_download(visit: Visit, batch: BatchView) -> None:
    """All that was made as one ZIP, its files called as a pattern says."""
    made = batch.counts.get(ItemStatus.DONE, 0)
    if not made or not visit.may(Action.EXPORT_RECORDS):
        return
    told = _("May hold {fields}.", fields=", ".join(f"{{{each}}}" for each in FIELDS))
    with st.container(border=True):
        pattern = st.text_input(
            _("How its files are called"), batch.pattern, max_chars=200, help=told, key=f"bulk-names-{batch.batch_id}"
        )
        try:
            names = visit.desk.batch_files.list_names(visit.actor, batch.batch_id, pattern)
        except ResumeCustomizerError as fault:
            show_fault(fault)
            return
        shown = [plain(each) for each in list(names.values())[:_NAMES_SHOWN]]
        more = f", + {len(names) - len(shown):,}" if len(names) > len(shown) else ""
        st.caption(", ".join(shown) + more)
        told = several("Download {count} resume as ZIP", "Download {count} resumes as ZIP", made)
        address = escape(batch_address(visit.actor, batch.batch_id, pattern))
        st.html(f'<a class="rcp-download" href="{address}" download>{escape(told)}</a>')
