"""Changes that were accepted while the database was away and overtaken by others: each in full, until settled.

Visit  ->  what was kept beside  ->  what was wanted  ->  a person has looked at it
"""

import json
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.services.running.kept_changes import KeptBeside
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_OF_EVERY_RECORD: Final = frozenset({"id", "workspace_id", "created_at", "changed_at", "version"})
_MOST: Final = 20


def show_kept_changes(visit: Visit) -> None:
    """A box with those that are open; nothing where there are none."""
    kept = visit.desk.kept_changes.list_open(visit.actor)
    if not kept:
        return
    with st.container(border=True):
        title = several("{count} change was not made", "{count} changes were not made", len(kept))
        st.markdown(f"#### :material/rule: {title}")
        st.markdown(
            _("They were accepted while the database was away; others had changed the same meanwhile. Nothing is lost.")
        )
        for each in kept[:_MOST]:
            _one(visit, each)


def _one(visit: Visit, kept: KeptBeside) -> None:
    what = kept.of_kind.replace("_", " ").capitalize()
    with st.expander(f"{what} · {shown_with_zone(kept.accepted_at)}"):
        st.text(error_sentence(kept.reason))
        if kept.wanted:
            st.caption(_("This was to be written:"))
            st.code(_shown(kept.wanted), language="json", wrap_lines=True)
        else:
            st.caption(_("It was to be removed."))
        if visit.may(Action.CHANGE_RECORDS) and st.button(
            _("I have looked at it"), key=f"kept-{kept.change_id}", icon=":material/check:"
        ):
            visit.desk.kept_changes.settle(visit.actor, kept.change_id)
            st.rerun()


def _shown(row: Mapping[str, Any]) -> str:
    """What people can tell something from: not what every record has, and nothing empty."""
    values = {name: value for name, value in row.items() if name not in _OF_EVERY_RECORD and value not in (None, "")}
    return json.dumps(values, ensure_ascii=False, indent=2, default=str)
