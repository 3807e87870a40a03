"""Point bank: points that are kept, who approved them, and which say the same.

Visit  ->  a bank  ->  import, a page of its points, edit, approve, reject, near-duplicates, export
"""

from typing import Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.core.records.banks import Approval, BankPoint, PointBank
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, page_header, plain
from resume_customizer.ui.components.parts import fold, show_parts
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.components.table import PAGE, Asked, Column, Page, asked_of, show_table
from resume_customizer.ui.desk.sent import show_sent_with
from resume_customizer.ui.sentences import remark
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked, several

_POINT: Final = "bank-point"
_TECHNOLOGIES: Final = "bank-technologies"
APPROVALS: Final = {
    Approval.PROPOSED: marked("waits for approval"),
    Approval.APPROVED: marked("approved"),
    Approval.REJECTED: marked("rejected"),
}


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Point bank"), _("Sentences that people have approved. Only approved ones reach a resume."))
    banks = visit.desk.banks.list_banks(visit.actor, limit=200).records
    if visit.may(Action.CHANGE_RECORDS):
        _new_bank(visit, is_first=not banks)
    if not banks:
        if not visit.may(Action.CHANGE_RECORDS):
            empty_state(_("No point bank yet"), _("Somebody who may change records makes the first one."))
        return
    names = {each.id: each.name for each in banks}
    chosen = st.selectbox(_("Bank"), list(names), format_func=lambda each: names[each], key="bank")
    bank = next(each for each in banks if each.id == chosen)
    show_parts(
        "points-part",
        {
            _("Points"): lambda: _points(visit, bank),
            _("Import"): lambda: _import(visit, bank),
            _("Near-duplicates"): lambda: _alike(visit, bank),
            _("Settings"): lambda: _settings(visit, bank),
        },
    )


def _new_bank(visit: Visit, *, is_first: bool) -> None:
    with fold(_("Make a bank"), "add", "banks-add", is_open=is_first) as is_open:
        if is_open:
            _bank_form(visit, is_first=is_first)


def _bank_form(visit: Visit, *, is_first: bool) -> None:
    with st.form("new-bank", border=False):
        name = st.text_input(_("Name"), value=_("My points") if is_first else "", max_chars=120)
        if st.form_submit_button(_("Make it"), type="primary"):
            with telling():
                made = visit.desk.banks.create(visit.actor, name)
                st.session_state.pop("bank", None)
                st.toast(_("{name} is there.", name=plain(made.name)))
                st.rerun()


def _points(visit: Visit, bank: PointBank) -> None:
    choices = st.container(horizontal=True)
    technologies = _technologies(visit, bank)
    technology = choices.selectbox(
        _("Technology"), ["", *technologies], format_func=lambda each: each or _("All"), key=f"technology-{bank.id}"
    )
    approval = choices.selectbox(
        _("State"),
        ["", *Approval],
        format_func=lambda each: _(APPROVALS[Approval(each)]) if each else _("All"),
        key=f"approval-{bank.id}",
        disabled=bool(technology),
    )
    key = f"points-{bank.id}-{technology}-{approval}"
    asked = asked_of(key)
    columns = [
        Column("technology", _("Technology")),
        Column("text", _("Point")),
        Column("approval", _("State"), is_word=True),
        Column("uses", _("Used"), is_number=True),
    ]
    page = _page(visit, bank, asked, technology, Approval(approval) if approval and not technology else None)
    opened = show_table(key, columns, page, search=_("Search all banks"), opens=True)
    if opened:
        st.session_state[_POINT] = opened
    if st.session_state.get(_POINT):
        with telling():
            _point(visit, visit.desk.banks.show_point(visit.actor, st.session_state[_POINT]))
    if approval == Approval.PROPOSED and page.rows and visit.may(Action.APPROVE_POINTS):
        told = several("Approve this {count} point", "Approve these {count} points", len(page.rows))
        if st.button(told, icon=":material/done_all:"):
            visit.desk.banks.approve(visit.actor, [str(row["id"]) for row in page.rows])
            st.rerun()


def _technologies(visit: Visit, bank: PointBank) -> list[str]:
    """The bank's technologies, for choosing: looked up when the screen is opened and when points came or went."""
    known: dict[str, list[str]] = st.session_state.setdefault(_TECHNOLOGIES, {})
    if bank.id not in known:
        known[bank.id] = list(visit.desk.banks.list_technologies(visit.actor, bank.id))
    return known[bank.id]


def _page(visit: Visit, bank: PointBank, asked: Asked, technology: str, approval: Approval | None) -> Page:
    banks = visit.desk.banks
    if asked.search:
        found = banks.search_points(visit.actor, asked.search, asked.cursor, PAGE)
    else:
        found = banks.list_points(visit.actor, bank.id, technology, approval, asked.cursor, PAGE)
    rows = [
        {
            "id": each.id,
            "technology": each.technology,
            "text": each.text,
            "approval": _(APPROVALS[each.approval]),
            "uses": each.uses,
        }
        for each in found.records
    ]
    return Page(rows, found.next)


def _point(visit: Visit, point: BankPoint) -> None:
    banks, actor = visit.desk.banks, visit.actor
    with st.form(f"point-{point.id}-{point.version}"):
        technology = st.text_input(_("Technology"), value=point.technology, max_chars=120)
        text = st.text_area(_("Point"), value=point.text, max_chars=10_000)
        with st.container(horizontal=True):
            saved = st.form_submit_button(_("Save"), type="primary", disabled=not visit.may(Action.CHANGE_RECORDS))
            approved = st.form_submit_button(_("Approve"), disabled=not visit.may(Action.APPROVE_POINTS))
            rejected = st.form_submit_button(_("Reject"), disabled=not visit.may(Action.APPROVE_POINTS))
            closed = st.form_submit_button(_("Close"))
    question = _("Remove this point? Resumes that were made with it keep it; the bank can't get it back.")
    with st.container(horizontal=True):
        asks_where = st.button(_("Where it was sent"), icon=":material/send:", key=f"sent-{point.id}")
        removed = visit.may(Action.DELETE_RECORDS) and confirm(
            _("Remove"), question, _("Remove"), f"remove-point-{point.id}", icon=":material/delete:"
        )
    if saved:
        banks.edit_point(actor, point.id, technology, text, point.version)
    elif approved:
        banks.approve(actor, [point.id])
    elif rejected:
        banks.reject(actor, [point.id])
    elif removed:
        banks.remove_point(actor, point.id)
    if saved or approved or rejected or removed or closed:
        st.session_state.pop(_POINT, None)
        st.session_state.pop(_TECHNOLOGIES, None)
        st.rerun()
    if asks_where:
        show_sent_with(visit, point.id)


def _import(visit: Visit, bank: PointBank) -> None:
    if not visit.may(Action.CHANGE_RECORDS):
        st.info(_("You may look at points here, and not add any."))
        return
    st.markdown(_("Every shape that Customize reads is read here too: see Help."))
    with st.form("import-points", clear_on_submit=True):
        text = st.text_area(_("Points"), height=220, placeholder="Kafka\n• Designed topics for 40 services.")
        waiting = st.checkbox(_("They wait for somebody's approval"), value=not visit.may(Action.APPROVE_POINTS))
        sent = st.form_submit_button(_("Add them"), type="primary")
    if sent:
        approval = Approval.PROPOSED if waiting else None
        done = visit.desk.banks.import_points(visit.actor, bank.id, text, approval=approval)
        st.session_state.pop(_TECHNOLOGIES, None)
        added = several("{count} point is new", "{count} points are new", done.added)
        st.success(_("{added}; {known} were there already.", added=added, known=done.known))
        for notice in done.notices:
            st.info(plain(remark(notice.message, notice.where)))


def _alike(visit: Visit, bank: PointBank) -> None:
    st.markdown(_("Points that say nearly the same are looked for when you ask: it takes a moment."))
    if not st.button(_("Look for them"), icon=":material/content_copy:"):
        return
    pairs = visit.desk.banks.similar_points(visit.actor, bank.id)
    if not pairs:
        st.success(_("No two points say the same."))
    for pair in pairs[:100]:
        with st.container(border=True):
            st.markdown(f"- {plain(pair.other.text)}\n- {plain(pair.point.text)}")


def _settings(visit: Visit, bank: PointBank) -> None:
    if visit.may(Action.EXPORT_RECORDS):
        st.download_button(
            _("Export as text"),
            data=lambda: visit.desk.banks.export_points(visit.actor, bank.id),
            file_name=f"{bank.name}.txt",
            icon=":material/download:",
            on_click="ignore",
        )
    if visit.may(Action.CHANGE_RECORDS):
        with st.form("bank-settings"):
            name = st.text_input(_("Name"), value=bank.name, max_chars=120)
            if st.form_submit_button(_("Save")):
                visit.desk.banks.rename(visit.actor, bank.id, name, bank.version)
                st.rerun()
    if visit.may(Action.DELETE_RECORDS):
        question = _("Remove {name} with all its points? This can't be taken back.", name=plain(bank.name))
        if confirm(_("Remove"), question, _("Remove"), "remove-bank", icon=":material/delete:"):
            visit.desk.banks.remove(visit.actor, bank.id)
            st.session_state.pop("bank", None)
            st.rerun()
