"""The running installation, for whoever runs it: its database, what waits, its processes, and what is left.

Visit  ->  System.show()  ->  figures, and a sentence for each that wants to be seen to
"""

from collections.abc import Iterator
from datetime import timedelta
from html import escape
from typing import Final

import streamlit as st

from resume_customizer.core.machine import MachineFigures
from resume_customizer.services.running.system import SystemFigures
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain
from resume_customizer.ui.components.table import Column, Page, show_table
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit, fragment
from resume_customizer.ui.texts import _

_LITTLE_DISK: Final = 0.1
_LONG_WAIT: Final = 300
_OLD_BACKUP: Final = timedelta(days=2)
_MOST: Final = 50


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("System"), _("How this installation is doing right now; nothing of what workspaces hold."))

    @fragment()
    def now(visit: Visit) -> None:
        with telling():
            _show(visit.desk.system.show(visit.actor))
        st.button(_("Look again"), icon=":material/refresh:")

    now(visit)


def _show(found: SystemFigures) -> None:
    for sentence in _worries(found):
        st.warning(sentence, icon=":material/warning:")
    machine = found.machine
    tiles = (
        (_("Processor"), f"{machine.cpu_percent:.0f} %"),
        (_("Memory in use"), _used(machine.memory, machine.memory_free)),
        (_("Disk in use"), _used(machine.disk, machine.disk_free)),
        (_("Connections in use"), f"{found.store.in_use} / {found.store.most}"),
        (_("Workers"), str(found.workers)),
        (_("Waits for the database"), f"{found.store.waiting:,}"),
    )
    figures = "".join(f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>" for name, value in tiles)
    st.html(f'<div class="rcp-tiles">{figures}</div>')
    backup = shown_with_zone(found.backed_up_at) if found.backed_up_at else _("never")
    st.caption(
        _(
            "{store}, revision {revision}, answers in {time} ms. Last backup: {backup}.",
            store=found.store.built_on,
            revision=found.store.revision,
            time=f"{found.store.milliseconds:.1f}",
            backup=backup,
        )
    )
    _queues(found)
    _processes(machine)


def _worries(found: SystemFigures) -> Iterator[str]:
    """What somebody should see to, as sentences."""
    machine, backed_up_at = found.machine, found.backed_up_at
    if found.store.message:
        yield plain(found.store.message)
    if machine.disk_free_share < _LITTLE_DISK:
        yield _(
            "The disk is almost full: {free} GB are left. Make room, or add some.", free=_gigabytes(machine.disk_free)
        )
    waiting = [each.queue for each in found.queues if each.oldest_seconds > _LONG_WAIT]
    if waiting:
        yield _("Work waits for more than five minutes: {queues}. Look whether workers run.", queues=", ".join(waiting))
    if backed_up_at is None or found.at - backed_up_at > _OLD_BACKUP:
        yield _("There is no backup of the last two days. Make one with the command `backup`, each night.")


def _queues(found: SystemFigures) -> None:
    st.subheader(_("What waits"), anchor=False)
    columns = [
        Column("queue", _("Queue"), is_word=True),
        Column("waiting", _("Waiting"), is_number=True),
        Column("running", _("Running"), is_number=True),
        Column("oldest", _("Oldest, in seconds"), is_number=True),
    ]
    rows = [
        {
            "id": each.queue,
            "queue": each.queue,
            "waiting": each.waiting,
            "running": each.running,
            "oldest": round(each.oldest_seconds),
        }
        for each in found.queues
    ]
    show_table("system-queues", columns, Page(rows))


def _processes(machine: MachineFigures) -> None:
    st.subheader(_("Processes on {host}", host=plain(machine.host)), anchor=False)
    columns = [
        Column("role", _("What it does"), is_word=True),
        Column("number", _("Process"), is_number=True),
        Column("cpu", _("Processor, in %"), is_number=True),
        Column("memory", _("Memory, in MB"), is_number=True),
        Column("threads", _("Threads"), is_number=True),
        Column("since", _("Since")),
    ]
    rows = [
        {
            "id": str(each.process_id),
            "role": each.role,
            "number": str(each.process_id),
            "cpu": each.cpu_percent,
            "memory": round(each.memory / 1e6),
            "threads": each.threads,
            "since": each.began_at,
        }
        for each in machine.processes[:_MOST]
    ]
    show_table("system-processes", columns, Page(rows))


def _used(all_of_it: int, free: int) -> str:
    return f"{_gigabytes(all_of_it - free)} / {_gigabytes(all_of_it)} GB"


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}"
