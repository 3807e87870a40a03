"""Sequences of follow-ups: their steps, changed in a table; what ends them; how many are on their way.

Visit  ->  each sequence with its steps  ->  change_sequence() | switch_sequence()  |  save_sequence()
"""

from typing import Any, Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.services.mail.follow_ups import USUAL, SequenceLine
from resume_customizer.services.mail.following_up import MOST_STEPS, Step
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import two_lines
from resume_customizer.ui.mailing.words import text_name
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_MOST_DAYS: Final = 90


def show_sequences(visit: Visit) -> None:
    """The part of the screen Mail set-up for follow-ups."""
    st.markdown(
        _(
            "A sequence ends with a reply, a bounce, a wish for no more mail, another status of the requirement, "
            "by hand, when it is switched off, or after its last step. What is on its way keeps the steps that it "
            "began with."
        )
    )
    names = {each.template_id: text_name(each) for each in visit.desk.mail_templates.list_templates(visit.actor)}
    for each in visit.desk.follow_ups.list_sequences(visit.actor):
        with st.container(border=True):
            _show(visit, each, names)
    if visit.may(Action.CHANGE_RECORDS):
        with st.form("sequence", clear_on_submit=True):
            name = st.text_input(_("Name"), max_chars=120)
            added = st.form_submit_button(_("Add the usual three steps"), type="primary")
        if added:
            with telling():
                visit.desk.follow_ups.save_sequence(visit.actor, name, USUAL)
                st.rerun()


def _show(visit: Visit, sequence: SequenceLine, names: dict[str, str]) -> None:
    steps = ", ".join(
        _("{name} after {days} days", name=names.get(step.template_id, step.template_id), days=step.days)
        for step in sequence.steps
    )
    running = several("{count} mail on its way", "{count} mails on their way", sequence.running)
    version = _("version {number}", number=sequence.number)
    two_lines(sequence.name, f"{steps} · {version} · {running}", "" if sequence.is_active else _("switched off"))
    if not visit.may(Action.CHANGE_RECORDS):
        return
    with st.expander(_("Change steps")):
        _change(visit, sequence, names)
    label = _("Switch off") if sequence.is_active else _("Switch on")
    if st.button(label, key=sequence.sequence_id):
        with telling():
            visit.desk.follow_ups.switch_sequence(visit.actor, sequence.sequence_id, is_active=not sequence.is_active)
            st.rerun()


def _change(visit: Visit, sequence: SequenceLine, names: dict[str, str]) -> None:
    key = f"{sequence.sequence_id}-{sequence.version}"
    with st.form(f"steps-{key}"):
        name = st.text_input(_("Name"), sequence.name, max_chars=120)
        rows: list[dict[str, Any]] = st.data_editor(
            [{"text": step.template_id, "days": step.days} for step in sequence.steps],
            column_config={
                "text": st.column_config.SelectboxColumn(
                    _("Text"),
                    options=list(names),
                    format_func=lambda each: names.get(str(each), str(each)),
                    required=True,
                ),
                "days": st.column_config.NumberColumn(
                    _("Business days after the step before"), min_value=1, max_value=_MOST_DAYS, required=True
                ),
            },
            num_rows="dynamic",
            key=f"rows-{key}",
        )
        kept = st.form_submit_button(_("Keep"), type="primary")
    if kept:
        with telling():
            steps = tuple(Step(str(each["text"]), int(each["days"])) for each in rows[: MOST_STEPS + 1])
            visit.desk.follow_ups.change_sequence(visit.actor, sequence.sequence_id, name, steps, sequence.version)
            st.rerun()
