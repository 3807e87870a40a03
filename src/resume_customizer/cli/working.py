"""`worker` and `job`: the processes that do background work, and the work itself.

worker  ->  processes on this machine, or Celery's, as RCP_WORKERS says  ->  jobs, until Ctrl-C
job list | show | pause | resume | cancel | retry
"""

import importlib.util
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resume_customizer.cli.desk import As, Commands, WorkspaceName, add_group, as_member, open_desk, operator
from resume_customizer.cli.options import AsJson
from resume_customizer.cli.screen import clean, count, print_json, say, tell
from resume_customizer.core.errors import Unavailable

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from resume_customizer.core.records.work import Worker
    from resume_customizer.services.background.jobs import JobView

JobId = Annotated[str, typer.Argument(metavar="JOB", help="Its id; `job list` shows it.", show_default=False)]


def add_commands(app: typer.Typer, kind: "type[TyperCommand]") -> None:
    """Add the commands of this file."""
    app.command("worker", cls=kind)(worker)
    commands: Commands = {
        "list": list_jobs,
        "show": show,
        "pause": pause,
        "resume": resume,
        "cancel": cancel,
        "retry": retry,
        "queues": queues,
    }
    add_group(app, kind, "job", "Background work: what waits, runs and has ended.", commands)


def worker(
    processes: Annotated[int, typer.Option("--processes", min=1, max=64, metavar="N", help="How many at once.")] = 2,
    beat: Annotated[
        bool, typer.Option("--beat", help="With Celery: only see to it that no work is forgotten.")
    ] = False,
) -> None:
    """Do background work until Ctrl-C; what is in hand then is put back, for others to go on with.

        resume-customizer worker --processes 4

    The server does it by itself unless RCP_WORKERS says otherwise (docs/settings.md); then `mailer` has to run as well,
    for mail and webhooks.
    """
    from resume_customizer.settings import Workers, read_settings

    settings = read_settings()
    if settings.workers is not Workers.EMBEDDED:
        tell("Mail, follow-ups and webhooks are left to `resume-customizer mailer`, which has to run as well.")
    if settings.workers is Workers.CELERY:
        _run_celery(processes, beat=beat)
    elif settings.database_url.get_secret_value().startswith("json:"):
        message = "Records in JSON files belong to one process: the server works on them itself. Use `serve`."
        raise Unavailable("one-process", message)
    else:
        _run_processes(processes)


def _run_processes(processes: int) -> None:
    from resume_customizer.app_bootstrap import open_working
    from resume_customizer.infrastructure.local_worker import Plan, WorkerProcesses

    workers = WorkerProcesses(Plan(open_working), processes)
    workers.stop_on_signals()
    tell(f"{count(processes, 'process', 'processes')} at work. End with Ctrl-C.")
    workers.run()
    tell("All work that was in hand is put back.")


def _run_celery(processes: int, *, beat: bool) -> None:
    if not importlib.util.find_spec("celery"):
        message = "Celery takes the extra `workers`: pip install 'resume-customizer[workers]'."
        raise Unavailable("no-celery", message)
    from resume_customizer.app_bootstrap import require_safe_links
    from resume_customizer.infrastructure.celery import beat_arguments, make_celery, worker_arguments
    from resume_customizer.settings import read_settings

    require_safe_links(read_settings())
    make_celery(read_settings().redis_url.get_secret_value())
    arguments = beat_arguments() if beat else worker_arguments(processes)
    command = [sys.executable, "-m", "celery", "-A", "resume_customizer.worker:app", *arguments]
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 - there is nothing that a shell would read
    raise typer.Exit(subprocess.call(command))


def list_jobs(
    workspace: WorkspaceName,
    status: Annotated[str, typer.Option("--status", metavar="STATUS", help="Only those that stand so.")] = "",
    number: Annotated[int, typer.Option("--count", min=1, max=500, help="How many.")] = 20,
    who: As = "",
    as_json: AsJson = False,
) -> None:
    """List the background work of a workspace, the newest first.

    resume-customizer job list "Bright Desk" --status failed
    """
    with open_desk() as desk:
        page = desk.jobs.list_jobs(as_member(desk, workspace, who), status=status, count=number)
    if as_json:
        print_json({"jobs": [job_values(each) for each in page.jobs]})
        return
    for each in page.jobs:
        say(_line(each), indent=2, hanging=2)
    if not page.jobs:
        say("No background work.")


def show(workspace: WorkspaceName, job_id: JobId, who: As = "", as_json: AsJson = False) -> None:
    """Show how far a job is, and what came of it.

    resume-customizer job show "Bright Desk" 01a229cc-d4f7-7000-91b5-8c1434eae389
    """
    with open_desk() as desk:
        _tell(desk.jobs.show(as_member(desk, workspace, who), job_id), as_json=as_json)


def pause(workspace: WorkspaceName, job_id: JobId, who: As = "", as_json: AsJson = False) -> None:
    """Take a job out of the line until it is resumed."""
    with open_desk() as desk:
        _tell(desk.jobs.pause(as_member(desk, workspace, who), job_id), as_json=as_json)


def resume(workspace: WorkspaceName, job_id: JobId, who: As = "", as_json: AsJson = False) -> None:
    """Put a paused job in line again."""
    with open_desk() as desk:
        _tell(desk.jobs.resume(as_member(desk, workspace, who), job_id), as_json=as_json)


def cancel(workspace: WorkspaceName, job_id: JobId, who: As = "", as_json: AsJson = False) -> None:
    """Never begin a job, or stop it at its next step."""
    with open_desk() as desk:
        _tell(desk.jobs.cancel(as_member(desk, workspace, who), job_id), as_json=as_json)


def retry(workspace: WorkspaceName, job_id: JobId, who: As = "", as_json: AsJson = False) -> None:
    """Try a job again that failed, was cancelled or was set aside."""
    with open_desk() as desk:
        _tell(desk.jobs.retry(as_member(desk, workspace, who), job_id), as_json=as_json)


def queues(as_json: AsJson = False) -> None:
    """Show how much waits and runs in the whole installation, and who works on it.

    resume-customizer job queues
    """
    with open_desk() as desk:
        figures, workers = desk.jobs.show_queues(operator()), desk.jobs.list_workers(operator())
    if as_json:
        rows = [
            {"queue": each.queue, "waiting": each.waiting, "running": each.running, "oldest": _time(each.oldest)}
            for each in figures
        ]
        print_json({"queues": rows, "workers": [_worker_values(each) for each in workers]})
        return
    for each in figures:
        since = f", the first since {each.oldest:%Y-%m-%d %H:%M:%S}" if each.oldest else ""
        say(f"{each.queue}: {each.waiting} waiting{since}, {each.running} running")
    for each in workers:
        figures_of = f"{each.done} done, {each.failed} failed, {each.memory / 1e6:.0f} MB"
        say(f"{clean(each.name)}: {figures_of}, seen {each.seen_at:%H:%M:%S}", indent=2)


def job_values(job: "JobView") -> dict[str, Any]:
    """A job as JSON."""
    progress = job.progress
    return {
        "job_id": job.job_id,
        "kind": job.kind,
        "status": job.status.value,
        "done": progress.done,
        "total": progress.total,
        "percent": progress.percent,
        "rate": progress.rate,
        "seconds_left": progress.seconds_left,
        "step": job.step,
        "attempts": job.attempts,
        "is_stopping": job.is_stopping,
        "error": {"code": job.error_code, "message": job.error} if job.error_code else None,
        "batch_id": job.batch_id,
        "created_at": _time(job.created_at),
        "started_at": _time(job.started_at),
        "finished_at": _time(job.finished_at),
        "result": dict(job.result),
    }


def _tell(job: "JobView", *, as_json: bool) -> None:
    if as_json:
        print_json(job_values(job))
        return
    say(_line(job))
    if job.error:
        say(clean(job.error), "red", indent=2)
    if job.is_stopping:
        say("It is asked to stop, and will at its next step.", indent=2)


def _line(job: "JobView") -> str:
    parts = [job.job_id, f"{job.created_at:%Y-%m-%d %H:%M:%S}", clean(job.kind), job.status.value]
    if job.progress.total:
        parts.append(f"{job.progress.done} of {job.progress.total} ({job.progress.percent} %)")
    if job.progress.seconds_left is not None and not job.finished_at:
        parts.append(f"about {job.progress.seconds_left} s left")
    return "  ".join(parts)


def _worker_values(each: "Worker") -> dict[str, Any]:
    return {
        "name": each.name,
        "host": each.host,
        "process": each.process,
        "queues": each.queues,
        "seen_at": _time(each.seen_at),
        "job_id": each.job_id,
        "done": each.done,
        "failed": each.failed,
        "memory": each.memory,
        "cpu_milliseconds": each.cpu_milliseconds,
    }


def _time(moment: Any) -> str | None:  # noqa: ANN401 - a time or nothing
    return moment.isoformat() if moment else None
