"""Errors, as people see them: what is wrong, where, what to do; never a traceback.

with telling():  ->  show_fault()  |  nothing;  with keeping_faults(file):  ->  the next run: show_kept_faults()
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from resume_customizer.core.errors import Conflict, QuotaExceeded, ResumeCustomizerError, Unavailable
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.error_sentences import error_place, error_sentence
from resume_customizer.ui.refusing import note_fault
from resume_customizer.ui.texts import _

_KEPT: Final = "kept-faults"


@contextmanager
def telling() -> Generator[None]:
    """Show an expected error in place, and go on behind the block."""
    try:
        yield
    except ResumeCustomizerError as fault:
        show_fault(fault)


@contextmanager
def keeping_faults(where: str) -> Generator[None]:
    """Keep an expected error of this file for the next run, because this one begins the page anew."""
    try:
        yield
    except ResumeCustomizerError as fault:
        fault.where = where
        st.session_state.setdefault(_KEPT, []).append(fault)


def show_kept_faults() -> None:
    """Show what was kept, once."""
    for fault in st.session_state.pop(_KEPT, ()):
        show_fault(fault)


def show_fault(fault: ResumeCustomizerError) -> None:
    """The panel for an error of ours; a refusal is written down."""
    note_fault(fault)
    where = f"**{plain(error_place(fault.where))}:** " if fault.where else ""
    text = f"{where}{plain(error_sentence(fault.message))}  \n:gray[{_('Code')}: {plain(fault.code)}]"
    if isinstance(fault, Conflict | QuotaExceeded | Unavailable):
        st.warning(text, icon=":material/info:")
    else:
        st.error(text, icon=":material/error:")


def show_unexpected(fault_id: str) -> None:
    """The panel for what nobody expected."""
    told = _(
        "Something unexpected happened. Nothing was changed. Try it again; if it happens again, report this number:"
    )
    st.error(f"{told} **{fault_id}**", icon=":material/error:")
