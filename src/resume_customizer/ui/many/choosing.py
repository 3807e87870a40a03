"""What goes into a batch: resumes, what they are customized for, and how they are paired.

Visit  ->  show_choosing()  ->  three cards and a button  ->  the id of the batch that was prepared
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from resume_customizer.core.batches import FIELDS, Pairing
from resume_customizer.core.file_names import split_ending
from resume_customizer.core.permissions import Action
from resume_customizer.services.documents.reading_texts import read_any_text
from resume_customizer.services.staffing.importing import read_rows
from resume_customizer.services.staffing.requirements import Wanted as Listed
from resume_customizer.ui.components.faults import keeping_faults, show_kept_faults, telling
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.parts import fold
from resume_customizer.ui.look import MOST_UPLOADED
from resume_customizer.ui.many.choices import Choices, ChoicesKeeper, PointSet
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked, several

_HELD: Final = "bulk-choices"
_PLACE: Final = "bulk-place"
_SERIAL: Final = "bulk-serial"
_SHOWN: Final = 200
PAIRINGS: Final = {
    Pairing.ALL: marked("Every resume for everything"),
    Pairing.BY_NAME: marked("By their names"),
    Pairing.BY_TABLE: marked("By a table"),
}


def show_choosing(visit: Visit) -> str:
    """The cards; gives the id of a batch in the run in which it was prepared."""
    keeper = ChoicesKeeper(visit, st.session_state.setdefault(_PLACE, {}))
    whose = visit.actor.workspace_id
    if st.session_state.get(f"{_HELD}-of") != whose:
        st.session_state[_HELD], st.session_state[f"{_HELD}-of"] = keeper.load(), whose
    held: Choices = st.session_state[_HELD]
    serial = _serial()
    left, right = st.columns(2)
    with left.container(border=True, height="stretch"):
        chosen = _resumes(visit, held)
    with right.container(border=True, height="stretch"):
        chosen = _targets(visit, chosen)
    with st.container(border=True):
        chosen = _pairing(visit, chosen)
    if chosen != held:
        keeper.keep(chosen)
        st.session_state[_HELD] = chosen
    if chosen.sets != held.sets or serial != _serial():
        st.rerun()
    pairs = len(chosen.resumes) * chosen.targets
    lacks = not pairs or (bool(chosen.requirements) and not chosen.banks)
    told = several("Look at {count} pair", "Look at {count} pairs", pairs)
    label = told if chosen.pairing is Pairing.ALL and pairs else _("Look at the pairs")
    if st.button(label, type="primary", icon=":material/grid_view:", disabled=lacks):
        with telling():
            batch = visit.desk.batches.prepare(visit.actor, chosen.wanted(f"{datetime.now(UTC):%Y-%m-%d}"))
            keeper.forget()
            st.session_state.pop(f"{_HELD}-of")
            visit.desk.batches.forecast(visit.actor, batch.batch_id)
            return batch.batch_id
    st.caption(_("Nothing is made yet: you see first what each would be."))
    return ""


# ------------------------------------------------------------------ resumes


def _resumes(visit: Visit, held: Choices) -> Choices:
    st.markdown(f"**{_('1 · Resumes')}**")
    held = _dropped(visit, held)
    search = str(st.session_state.get("bulk-resume-search", ""))
    resumes, actor = visit.desk.resumes, visit.actor
    page = (
        resumes.search_resumes(actor, search, "", _SHOWN)
        if search.strip()
        else resumes.list_resumes(actor, "-changed_at", "", _SHOWN)
    )
    names = {each.id: each.name for each in page.records}
    if not (names or search or held.resumes):
        st.caption(_("Files that you drop are stored among the resumes, and chosen."))
        return held
    st.text_input(_("Search resumes"), key="bulk-resume-search", icon=":material/search:")
    chosen = _many(_("Resumes"), "resumes", names, held.resumes)
    with st.container(horizontal=True):
        if names and st.button(several("Take all {count}", "Take all {count}", len(names)), key="bulk-all-resumes"):
            chosen = {**held.resumes, **names}
            _anew()
        if held.resumes and st.button(_("Take none"), key="bulk-no-resumes"):
            chosen = {}
            _anew()
    return replace(held, resumes=chosen)


def _dropped(visit: Visit, held: Choices) -> Choices:
    """Word files that were dropped are stored and chosen."""
    if not visit.may(Action.CHANGE_RECORDS):
        return held
    key = f"bulk-drop-{_serial()}"
    files = st.file_uploader(
        _("Word files (.docx), up to {most} MB each", most=MOST_UPLOADED),
        type=["docx"],
        accept_multiple_files=True,
        key=key,
    )
    show_kept_faults()
    chosen = dict(held.resumes)
    for each in files or ():
        with keeping_faults(each.name):
            resume = visit.desk.resumes.upload(visit.actor, each.name, each.getvalue())
            chosen[resume.id] = resume.name
    if files:
        _anew()
    return replace(held, resumes=chosen)


# ------------------------------------------------------------------ targets


def _targets(visit: Visit, held: Choices) -> Choices:
    st.markdown(f"**{_('2 · What for')}**")
    search = str(st.session_state.get("bulk-opening-search", ""))
    requirements, actor = visit.desk.requirements, visit.actor
    page = (
        requirements.search_requirements(actor, search, "", _SHOWN)
        if search.strip()
        else requirements.list_requirements(actor, Listed(), "", _SHOWN)
    )
    names = {
        each.id: f"{each.title} · {each.end_client or each.client or each.vendor_company}" for each in page.records
    }
    if not (names or search or held.requirements):
        st.caption(_("There is no requirement yet: add points of your own."))
        return _sets(visit, held)
    st.text_input(_("Search requirements"), key="bulk-opening-search", icon=":material/search:")
    openings = _many(_("Requirements"), "requirements", names, held.requirements)
    held = replace(held, requirements=openings)
    if openings:
        banks = {each.id: each.name for each in visit.desk.banks.list_banks(actor, limit=_SHOWN).records}
        usual = dict.fromkeys(held.banks or tuple(banks)[:1], "")
        chosen = _many(_("Points come from"), "banks", banks, {each: banks.get(each, each) for each in usual})
        held = replace(held, banks=tuple(chosen))
        if not banks:
            st.warning(_("There is no point bank yet: requirements need one to take points from."))
    return _sets(visit, held)


def _sets(visit: Visit, held: Choices) -> Choices:
    """Points of one's own, each under a name."""
    for at, each in enumerate(held.sets):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            lines = each.points.count("\n") + 1
            told = several("{count} line", "{count} lines", lines)
            st.markdown(f"**{plain(each.label)}** · {told}{' · ' + _('with a posting') if each.posting else ''}")
            away = _("Take away {name}", name=each.label)
            if st.button(away, key=f"bulk-set-{at}-{each.label}", icon=":material/close:", type="tertiary"):
                return replace(held, sets=(*held.sets[:at], *held.sets[at + 1 :]))
    with fold(_("Add points of your own"), "add", "bulk-own", is_open=not held.targets) as is_open:
        added = (_typed_set(held) or _dropped_sets(visit)) if is_open else ()
    return replace(held, sets=(*held.sets, *added)) if added else held


def _typed_set(held: Choices) -> tuple[PointSet, ...]:
    with st.form("bulk-set", clear_on_submit=True, border=False):
        usual = _("Points {number}", number=len(held.sets) + 1)
        label = st.text_input(_("What they are called"), max_chars=120, placeholder=usual)
        points = st.text_area(_("Points"), height=140, placeholder="Kafka\n• Designed topics for 40 services.")
        posting = st.text_area(_("Posting, if there is one"), height=80)
        if st.form_submit_button(_("Add them")) and points.strip():
            return (PointSet(label=label.strip() or usual, points=points, posting=posting),)
    return ()


def _dropped_sets(visit: Visit) -> tuple[PointSet, ...]:
    """Files with points; each is called as its file."""
    files = st.file_uploader(
        _("Or files with points, each under its own name"), accept_multiple_files=True, key=f"bulk-sets-{_serial()}"
    )
    added = []
    for each in files or ():
        with keeping_faults(each.name):
            text = visit.documents.call(read_any_text, each.getvalue(), each.name).text
            added.append(PointSet(label=split_ending(each.name)[0][:120], points=text))
    if files:
        _anew()
    return tuple(added)


# ------------------------------------------------------------------ pairing


def _pairing(visit: Visit, held: Choices) -> Choices:
    st.markdown(f"**{_('3 · Which goes with which')}**")
    pairing = st.segmented_control(
        _("Pairing"),
        list(PAIRINGS),
        default=held.pairing,
        format_func=lambda each: _(PAIRINGS[each]),
        label_visibility="collapsed",
        key="bulk-pairing",
    )
    held = replace(held, pairing=pairing or Pairing.ALL)
    if held.pairing is Pairing.BY_NAME:
        st.caption(_("A resume goes with what is called as it is, or as its beginning or end."))
    if held.pairing is Pairing.BY_TABLE:
        held = _table(visit, held)
    left, right = st.columns(2)
    name = left.text_input(_("Name of the batch"), held.name, max_chars=120, key=f"bulk-name-{_serial()}")
    told = _("May hold {fields}.", fields=", ".join(f"{{{each}}}" for each in FIELDS))
    pattern = right.text_input(
        _("How its files are called"),
        held.pattern,
        max_chars=200,
        help=told,
        placeholder=held.usual_pattern,
        key=f"bulk-pattern-{_serial()}",
    )
    return replace(held, name=name, pattern=pattern)


def _table(visit: Visit, held: Choices) -> Choices:
    """Pairs from a table: one row for each, resume and target by name."""
    st.caption(_("A table (CSV, XLSX) with the columns “resume” and “target”: names as they are called here."))
    file = st.file_uploader(_("Table of pairs"), type=["csv", "xlsx", "tsv", "txt"], key=f"bulk-table-{_serial()}")
    if file is not None:
        with telling():
            rows = visit.documents.call(read_rows, file.getvalue(), file.name)
            _anew()
            return replace(held, rows=rows, table=file.name)
    if held.rows:
        st.markdown(f"{plain(held.table)} · {several('{count} row', '{count} rows', len(held.rows))}")
    return held


# ------------------------------------------------------------------ how


def _many(label: str, what: str, found: dict[str, str], chosen: Any) -> dict[str, str]:  # noqa: ANN401 - names by ids
    """Several of what was found, and of what was chosen before."""
    names = {**chosen, **found}
    picked = st.multiselect(
        label,
        list(names),
        list(chosen),
        placeholder=_("Choose"),
        format_func=lambda each: names[each],
        key=f"bulk-{what}-{_serial()}",
    )
    return {each: names[each] for each in picked}


def _serial() -> int:
    return st.session_state.setdefault(_SERIAL, 0)


def _anew() -> None:
    """Fields show what is held, not what was put into them."""
    st.session_state[_SERIAL] = _serial() + 1
