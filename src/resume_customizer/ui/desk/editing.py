"""The fields of a record that somebody else, or another tab, may be changing at the same time.

the record now  ->  show_editing()  ->  what this person changed, once they save it; None until then

Promises (tests in tests/ui/test_editing.py):

* What somebody has typed stays until they save it, whatever others save meanwhile.
* Others' changes of other fields stay; one of the same field is told before it is written over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.core.staffing.requirements import Field
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.desk.forms import CHOICES, show_fields
from resume_customizer.ui.texts import _

Values = Mapping[str, object]


@dataclass(slots=True)
class _Begun:
    """What a form began with."""

    shown: Values
    seen: dict[str, object]
    """What the person knows of: the same, and what they were told since."""
    version: int


def show_editing(
    key: str,
    fields: Mapping[str, Field],
    now: tuple[Values, int],
    choices: Mapping[str, Sequence[str]] = CHOICES,
    *,
    may: bool,
) -> dict[str, object] | None:
    """The form; `now` are the values of the record and its version, `may` whether this person may save."""
    values, version = now
    begun = _begun(key, values, version)
    with st.form(key):
        filled = show_fields(fields, tuple(values), begun.shown, f"{key}-{begun.version}", choices)
        if not st.form_submit_button(_("Save"), disabled=not may):
            return None
    mine = {name: value for name, value in filled.items() if _differ(fields[name], value, begun.seen[name])}
    crossed = [
        name
        for name, value in mine.items()
        if _differ(fields[name], begun.seen[name], values[name]) and _differ(fields[name], value, values[name])
    ]
    if crossed:
        begun.seen |= {name: values[name] for name in crossed}
        named = "; ".join(f"{_(fields[name].label)}: {_shown(values[name])}" for name in crossed)
        told = _(
            "Somebody else has changed this meanwhile, and nothing was saved: {named}. Save once more to put yours in "
            "its place, or open it anew to leave theirs.",
            named=named,
        )
        st.warning(plain(told), icon=":material/info:")
        return None
    return mine


def _begun(key: str, values: Values, version: int) -> _Begun:
    """Begun anew when the form was not on the page a moment ago, and so holds nothing that somebody has typed."""
    kept = st.session_state.get(f"begun-{key}")
    fresh = f"{key}-{kept.version if kept else version}-"
    if kept is None or not any(each in st.session_state for each in (f"{fresh}{name}" for name in values)):
        kept = st.session_state[f"begun-{key}"] = _Begun(values, dict(values), version)
    return kept


def forget_editing(key: str) -> None:
    """It was saved: the form begins anew, with what is there now."""
    st.session_state.pop(f"begun-{key}", None)
    st.toast(_("Saved."), icon=":material/check:")


def _differ(field: Field, one: object, other: object) -> bool:
    return _read(field, one) != _read(field, other)


def _read(field: Field, value: object) -> object:
    """As it would be kept; what can't be is compared as it is."""
    try:
        return field.read(value)
    except (ValueError, ResumeCustomizerError):
        return value


def _shown(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "–")
    return text if len(text) <= 80 else f"{text[:79]}…"
