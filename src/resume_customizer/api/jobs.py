"""Background work over HTTP: how far it is, by asking or as a stream of events, and how it is steered.

GET /jobs/{id}  ->  JobOut  |  GET /jobs/{id}/events  ->  a JobOut whenever something changed, until it has ended
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any, Final

from fastapi import Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from pydantic import Field

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.fields import Listed, Out
from resume_customizer.api.pages import Pages
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes import As
from resume_customizer.api.shapes_of_the_desk import ResultShape
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.jobs import Status
from resume_customizer.core.permissions import Action
from resume_customizer.services.background.jobs import JobView

_VIEW, _STEER = Action.VIEW_RECORDS, Action.CUSTOMIZE
_CONFLICT: Final = (HTTPStatus.CONFLICT,)
_LOOK_EVERY: Final = 1.0
_LONGEST_STREAM: Final = 60
"""Looks for one stream; then the caller connects anew, and is let in anew."""
EVENTS: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}, "description": "One event a change"}
}


class ProgressOut(Out):
    """How far something is."""

    done: int
    total: int
    percent: int
    rate: float = Field(description="Done in a second, so far.")
    seconds_left: int | None


class JobOut(Out):
    """A piece of background work."""

    job_id: str
    kind: str = Field(examples=["batch"])
    status: Status
    step: str = Field(description="What it is at.")
    progress: ProgressOut
    attempts: int
    error_code: str
    error: str
    is_stopping: bool = Field(description="It was asked to stop, and will at its next step.")
    batch_id: str | None
    started_by: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    version: int
    result: Annotated[dict[str, Any], As(ResultShape)]

    @classmethod
    def of_view(cls, view: JobView) -> "JobOut":
        """As a service shows it."""
        return cls.model_validate({**_fields(view), "result": dict(view.result)})


def job_routes(entrance: Entrance) -> Routes:
    """The operations."""
    jobs, routes = entrance.desk.jobs, Routes("jobs", "/jobs")

    @routes.get("", _VIEW, "Background work, the newest first")
    def list_jobs(
        actor: Who,
        paging: Pages,
        status: Annotated[Status | None, Query()] = None,
        batch_id: Annotated[str, Query(max_length=36)] = "",
    ) -> Listed[JobOut]:
        """Of one status, or of one batch."""
        page = jobs.list_jobs(actor, status.value if status else "", batch_id, paging.after, paging.limit)
        return Listed(items=[JobOut.of_view(each) for each in page.jobs], next=page.next)

    @routes.get("/{job_id}", _VIEW, "How far a job is, and what came of it")
    def show(actor: Who, job_id: str) -> JobOut:
        return JobOut.of_view(jobs.show(actor, job_id))

    @routes.get("/{job_id}/events", _VIEW, "The same as it changes, as server-sent events", responses=EVENTS)
    def follow(actor: Who, job_id: str) -> StreamingResponse:
        """Ends when the job has ended, and after a minute: then connect again."""
        return events_of(lambda: JobOut.of_view(jobs.show(actor, job_id)), lambda job: job.finished_at is not None)

    @routes.post("/{job_id}/cancel", _STEER, "Never begin it, or stop it at its next step", errors=_CONFLICT)
    def cancel(actor: Who, job_id: str) -> JobOut:
        return JobOut.of_view(jobs.cancel(actor, job_id))

    @routes.post("/{job_id}/pause", _STEER, "Take it out of the line until it is resumed", errors=_CONFLICT)
    def pause(actor: Who, job_id: str) -> JobOut:
        return JobOut.of_view(jobs.pause(actor, job_id))

    @routes.post("/{job_id}/resume", _STEER, "Put it in line again after a pause", errors=_CONFLICT)
    def resume(actor: Who, job_id: str) -> JobOut:
        return JobOut.of_view(jobs.resume(actor, job_id))

    @routes.post("/{job_id}/retry", _STEER, "Try it again after it failed or was cancelled", errors=_CONFLICT)
    def retry(actor: Who, job_id: str) -> JobOut:
        return JobOut.of_view(jobs.retry(actor, job_id))

    return routes


def events_of(show: Callable[[], Any], is_over: Callable[[Any], bool]) -> StreamingResponse:
    """A stream of what `show` gives, each time that it is another; raises what the first look raises."""
    first = show()

    async def stream() -> AsyncIterator[str]:
        seen, now = "", first
        for _ in range(_LONGEST_STREAM):
            text = now.model_dump_json()
            if text != seen:
                seen = text
                yield f"event: progress\ndata: {text}\n\n"
            if is_over(now):
                yield "event: end\ndata: {}\n\n"
                return
            await asyncio.sleep(_LOOK_EVERY)
            try:
                now = await run_in_threadpool(show)
            except ResumeCustomizerError:  # the caller connects again, and is told by the answer
                return

    return StreamingResponse(stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


def _fields(view: JobView) -> Mapping[str, Any]:
    names = (name for name in JobOut.model_fields if name != "result")
    return {name: getattr(view, name) for name in names}
