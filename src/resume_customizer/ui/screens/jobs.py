"""Jobs: what goes on in the background, how far it is, what came of it, and why something failed.

Visit  ->  what moves now  ->  a page of jobs, of one state  ->  one job: progress, result or reason, what can be done
"""

from dataclasses import replace
from typing import Final

import streamlit as st

from resume_customizer.core.jobs import MOVES, Status, Step
from resume_customizer.core.permissions import Action
from resume_customizer.services.background.jobs import JobView
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain
from resume_customizer.ui.components.progress import Moving, show_progress
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

ADDRESS: Final = "job"
STATES: Final = {
    Status.WAITING: marked("waits in line"),
    Status.RUNNING: marked("running"),
    Status.PAUSED: marked("paused"),
    Status.DONE: marked("finished"),
    Status.FAILED: marked("failed"),
    Status.QUARANTINED: marked("set aside"),
    Status.CANCELLED: marked("cancelled"),
}
KINDS: Final = {
    "batch": marked("Making resumes"),
    "batch forecast": marked("Looking at a batch"),
}
_MOVING: Final = 5
_BAD: Final = {Status.FAILED, Status.QUARANTINED}


def show(visit: Visit) -> None:
    """The screen."""
    opened = st.query_params.get(ADDRESS, "")
    if opened:
        _one(visit, opened)
        return
    page_header(_("Jobs"), _("What goes on in the background. It goes on too when this page is closed."))
    with telling():
        if jobs_moving(visit):
            show_progress("jobs-now", visit, jobs_moving, steer_job)
        _list(visit)


def jobs_moving(visit: Visit) -> tuple[Moving, ...]:
    """The first few that run, else those that wait."""
    for status in (Status.RUNNING, Status.WAITING):
        found = visit.desk.jobs.list_jobs(visit.actor, status.value, count=_MOVING).jobs
        if found:
            return tuple(moving_of(visit, each) for each in found)
    return ()


def moving_of(visit: Visit, job: JobView) -> Moving:
    """A job as it is shown under way."""
    labels = {
        Step.PAUSE: ("pause", _("Pause"), "pause"),
        Step.RESUME: ("resume", _("Go on"), "play_arrow"),
        Step.RETRY: ("retry", _("Try again"), "replay"),
        Step.CANCEL: ("cancel", _("Cancel"), "stop"),
    }
    may = visit.may(Action.CUSTOMIZE) and not job.is_stopping
    actions = tuple(label for step, label in labels.items() if may and job.status in MOVES[step][0])
    return Moving(
        key=job.job_id,
        title=kind_of(job),
        status=_("stops at its next step") if job.is_stopping else _(STATES[job.status]),
        progress=replace(job.progress, done=_done(job)),
        step=job.step,
        began=job.started_at,
        ended=job.finished_at,
        is_moving=job.status in {Status.WAITING, Status.RUNNING},
        is_bad=job.status in _BAD,
        actions=actions,
    )


def steer_job(visit: Visit, job_id: str, what: str) -> None:
    """Pause, go on, cancel, or try again."""
    jobs = visit.desk.jobs
    steps = {"pause": jobs.pause, "resume": jobs.resume, "cancel": jobs.cancel, "retry": jobs.retry}
    if what in steps:
        steps[what](visit.actor, job_id)


def _done(job: JobView) -> int:
    """How much is done; what came last is told with the end alone."""
    return job.progress.total if job.status == Status.DONE else job.progress.done


def kind_of(job: JobView) -> str:
    """What the job does, in words."""
    return _(KINDS[job.kind]) if job.kind in KINDS else job.kind.capitalize()


def _list(visit: Visit) -> None:
    status = st.selectbox(
        _("State"),
        ["", *Status],
        format_func=lambda each: _(STATES[Status(each)]) if each else _("All"),
        key="jobs-state",
    )
    key = f"jobs-{status}"
    asked = asked_of(key)
    page = visit.desk.jobs.list_jobs(visit.actor, status, after=asked.cursor, count=PAGE)
    if not page.jobs and not status and not asked.after:
        empty_state(_("Nothing was done in the background yet"), _("What Bulk makes, and other long work, is here."))
        return
    columns = [
        Column("kind", _("What")),
        Column("state", _("State"), is_word=True),
        Column("progress", _("Progress"), is_number=True),
        Column("created", _("Begun")),
        Column("error", _("Reason")),
    ]
    rows = [
        {
            "id": each.job_id,
            "kind": kind_of(each),
            "state": _(STATES[each.status]),
            "progress": f"{_done(each):,} / {each.progress.total:,}" if each.progress.total else "",
            "created": each.created_at,
            "error": error_sentence(each.error),
        }
        for each in page.jobs
    ]
    opened = show_table(key, columns, Page(rows, page.next), opens=True)
    if opened:
        st.query_params[ADDRESS] = opened
        st.rerun()


def _one(visit: Visit, job_id: str) -> None:
    if st.button(_("All jobs"), icon=":material/arrow_back:", type="tertiary"):
        st.query_params.clear()
        st.rerun()
    with telling():
        job = visit.desk.jobs.show(visit.actor, job_id)
        page_header(plain(kind_of(job)), shown_with_zone(job.created_at))

        def look(visit: Visit) -> tuple[Moving, ...]:
            return (moving_of(visit, visit.desk.jobs.show(visit.actor, job_id)),)

        show_progress(f"job-{job_id}", visit, look, steer_job)
        if job.error:
            st.error(
                f"{plain(error_sentence(job.error))}  \n{_('Code')}: {plain(job.error_code)}", icon=":material/error:"
            )
        if job.batch_id and st.button(_("Open its batch"), icon=":material/grid_view:"):
            st.switch_page(st.session_state["pages"]["bulk"], query_params={"batch": job.batch_id})
        if job.result:
            shown = "\n".join(f"- {plain(name)}: {plain(str(value)[:500])}" for name, value in job.result.items())
            st.markdown(f"**{_('Result')}**\n\n{shown}")
        if job.attempts > 1:
            st.caption(_("It was begun {count} times.", count=job.attempts))
