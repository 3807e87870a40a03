"""The cells of a batch: as a grid of resumes and targets, as a list, and one of them with its reasons and files.

BatchView  ->  show_cells()  ->  which are to be made (left-out ones stand in the address, so a refresh keeps them)
"""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from resume_customizer.core.batches import BatchStatus, ItemStatus
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.resumes import BatchItem
from resume_customizer.services.background.batches import BatchView
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.matrix import MOST, Cell, cell_opened, left_out, show_matrix
from resume_customizer.ui.components.table import PAGE, Column, Page, asked_of, show_table
from resume_customizer.ui.customizing.results import DOCX
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked, several

_WITHOUT: Final = "without"
_OPENED: Final = "bulk-cell"
_KNOWN: Final = "bulk-cells"
_PAGE: Final = 1000
_MOST_IN_ADDRESS: Final = 1500
STANDS: Final = {
    ItemStatus.NEW: marked("not made"),
    ItemStatus.WAITING: marked("waits"),
    ItemStatus.DONE: marked("made"),
    ItemStatus.FAILED: marked("failed"),
    ItemStatus.LEFT_OUT: marked("left out"),
    ItemStatus.CANCELLED: marked("cancelled"),
}
GRID, LIST = marked("Grid"), marked("List")


def show_cells(visit: Visit, batch: BatchView) -> list[int] | None:
    """Show them; gives the numbers of the chosen ones, None for all of them."""
    is_new = batch.status is BatchStatus.NEW
    view = st.segmented_control(
        _("View"), [GRID, LIST], default=GRID, format_func=_, key="bulk-view", label_visibility="collapsed"
    )
    chosen = None
    if view == LIST:
        _list(visit, batch)
    items = _every(visit, batch)
    if is_new:
        chosen = _choose(items)
    if view != LIST:
        _grid(items, set(chosen or ()) if chosen is not None else None, is_new=is_new)
    opened = st.session_state.get(_OPENED)
    item = next((each for each in items if each.number == opened), None)
    if item is not None:
        with telling():
            _one(visit, item)
    return chosen


def forget_cells() -> None:
    """Another batch is opened, or none."""
    for key in (_OPENED, _KNOWN):
        st.session_state.pop(key, None)


# ------------------------------------------------------------------ which are chosen


def _choose(items: Sequence[BatchItem]) -> list[int] | None:
    changed = left_out()
    if changed is not None:
        text = numbers_to_text(changed)
        if text and len(text) <= _MOST_IN_ADDRESS:
            st.query_params[_WITHOUT] = text
        elif _WITHOUT in st.query_params:
            del st.query_params[_WITHOUT]
    without = set(changed if changed is not None else parse_numbers(st.query_params.get(_WITHOUT, "")))
    return [each.number for each in items if each.number not in without] if without else None


def numbers_to_text(numbers: Iterable[int]) -> str:
    """Like 3-5.9: short enough for an address."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ".".join(str(low) if low == high else f"{low}-{high}" for low, high in parts)


def parse_numbers(text: str) -> list[int]:
    """The numbers of such a text; what is none counts for nothing."""
    found: set[int] = set()
    for part in text[:_MOST_IN_ADDRESS].split("."):
        low, dash, high = part.partition("-")
        last = high if dash else low
        if low.isdecimal() and last.isdecimal() and len(part) < 12:
            found.update(range(int(low), min(int(last), int(low) + MOST) + 1))
    return sorted(found)


# ------------------------------------------------------------------ showing them


def _every(visit: Visit, batch: BatchView) -> list[BatchItem]:
    """All cells, read anew when the batch stands otherwise than when they were read."""
    state = (batch.batch_id, batch.version, batch.foreseen, tuple(batch.counts.items()))
    known = st.session_state.get(_KNOWN)
    if known is None or known[0] != state:
        items, after = [], ""
        while True:
            page = visit.desk.batches.list_items(visit.actor, batch.batch_id, after=after, limit=_PAGE)
            items += page.records
            after = page.next
            if not after:
                break
        known = st.session_state[_KNOWN] = (state, items)
    return known[1]


def _grid(items: Sequence[BatchItem], chosen: set[int] | None, *, is_new: bool) -> None:
    opened = cell_opened()
    if opened:
        st.session_state[_OPENED] = opened
    resumes = list(dict.fromkeys((each.resume_id, each.resume_name) for each in items))
    targets = list(dict.fromkeys((each.target, each.label) for each in items))
    row = {each: at for at, (each, _name) in enumerate(resumes)}
    column = {each: at for at, (each, _name) in enumerate(targets)}
    cells = [
        Cell(
            number=each.number,
            row=row[each.resume_id],
            column=column[each.target],
            mark=_mark(each),
            text=_short(each),
            told=f"{each.resume_name}, {each.label}: {told(each)}",
            is_chosen=chosen is None or each.number in chosen,
        )
        for each in items
    ]
    show_matrix([name for _id, name in resumes], [name for _id, name in targets], cells, chooses=is_new)


def _mark(item: BatchItem) -> str:
    """How the cell is marked: as it stands, or as it was foreseen."""
    if item.status != ItemStatus.NEW:
        return item.status.replace(" ", "-")
    if item.error_code or (item.is_foreseen and not item.placed):
        return "bad"
    return "odd" if item.forecast.get("conflicts") or item.forecast.get("warnings") else "new"


def _short(item: BatchItem) -> str:
    if not item.is_foreseen and item.status != ItemStatus.DONE:
        return ""
    covered = f" · {item.coverage_before // 10}→{item.coverage_after // 10} %" if item.coverage_after else ""
    return f"+{item.placed}{covered}"


def told(item: BatchItem) -> str:
    """A cell in words."""
    if item.error:
        return f"{_(STANDS[ItemStatus(item.status)])}: {error_sentence(item.error)}"
    parts = [_(STANDS[ItemStatus(item.status)])]
    if item.is_foreseen or item.status == ItemStatus.DONE:
        parts.append(several("{count} point placed", "{count} points placed", item.placed))
        if item.unplaced:
            parts.append(several("{count} left out", "{count} left out", item.unplaced))
    parts += [str(each) for each in item.forecast.get("conflicts", ())]
    return ", ".join(parts)


def _list(visit: Visit, batch: BatchView) -> None:
    counts = [each for each in ItemStatus if batch.counts.get(each.value)]
    status = st.selectbox(
        _("Status"),
        [None, *counts],
        format_func=lambda each: f"{_(STANDS[each])} ({batch.counts[each.value]:,})" if each else _("All"),
        key="bulk-status",
    )
    key = f"cells-{batch.batch_id}-{status}"
    asked = asked_of(key)
    page = visit.desk.batches.list_items(visit.actor, batch.batch_id, status or "", asked.cursor, PAGE)
    columns = [
        Column("resume", _("Resume")),
        Column("target", _("For")),
        Column("status", _("Status")),
        Column("placed", _("Points"), is_number=True),
        Column("unplaced", _("Left out"), is_number=True),
        Column("covered", _("Coverage"), is_number=True),
        Column("error", _("Reason")),
    ]
    rows = [
        {
            "id": each.number,
            "resume": each.resume_name,
            "target": each.label,
            "status": _(STANDS[ItemStatus(each.status)]),
            "placed": each.placed,
            "unplaced": each.unplaced,
            "covered": f"{each.coverage_before // 10} → {each.coverage_after // 10} %",
            "error": error_sentence(each.error),
        }
        for each in page.records
    ]
    opened = show_table(key, columns, Page(rows, page.next), opens=True)
    if opened:
        st.session_state[_OPENED] = int(opened)


def _one(visit: Visit, item: BatchItem) -> None:
    """A cell with its reasons, and what was made."""
    with st.container(border=True):
        st.markdown(f"**{plain(item.resume_name)}** · {plain(item.label)}")
        st.markdown(plain(told(item)))
        for title, lines in (
            (_("Left out"), item.forecast.get("unplaced", ())),
            (_("Remarks"), item.forecast.get("warnings", ())),
        ):
            if lines:
                shown = "\n".join(f"- {plain(str(each))}" for each in lines)
                st.markdown(f"{title}\n\n{shown}")
        if item.customization_id and visit.may(Action.EXPORT_RECORDS):
            _files(visit, item.customization_id, item)


def _files(visit: Visit, made: str, item: BatchItem) -> None:
    customizations, actor = visit.desk.customizations, visit.actor
    with st.container(horizontal=True):
        st.download_button(
            _("Download"),
            data=lambda: customizations.read_document(actor, made).content,
            file_name=f"{item.resume_name} {item.label} customized.docx",
            mime=DOCX,
            key=f"cell-{made}",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            _("Certificate"),
            data=lambda: customizations.read_certificate(actor, made).content,
            file_name=f"{item.resume_name} {item.label}.certificate.json",
            mime="application/json",
            key=f"cell-proof-{made}",
            icon=":material/verified:",
            on_click="ignore",
        )
