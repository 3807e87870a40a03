"""Before a file goes out: what it says besides its text, and a copy without contact data and chosen names.

Visit + customization or version  ->  show_client_copy()  ->  report, download
"""

import streamlit as st

from resume_customizer.core.permissions import Action
from resume_customizer.resume.metadata import Metadata
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _


def show_client_copy(visit: Visit, name: str, customization_id: str = "", version_id: str = "") -> None:
    """Show it for one stored file; `name` is the person's."""
    key = customization_id or version_id
    if st.button(_("What does the file say besides its text?"), icon=":material/policy:", key=f"metadata-{key}"):
        with telling():
            _report(visit.desk.client_copies.show_metadata(visit.actor, customization_id, version_id))
    if not visit.may(Action.CUSTOMIZE):
        return
    st.caption(
        _(
            "A copy for a client has no e-mail addresses, phone numbers, profile links and none of these names. More "
            "than additions are made to it, so that no certificate holds for it; it is not kept."
        )
    )
    with st.form(f"client-copy-{key}"):
        names = st.text_area(_("Names to take out, one on each line"), name, height=80)
        wanted = st.form_submit_button(_("Make a copy"))
    if wanted:
        with telling():
            chosen = tuple(dict.fromkeys(filter(None, (each.strip() for each in names.splitlines()))))
            made = visit.desk.client_copies.make_copy(visit.actor, chosen, customization_id, version_id)
            st.success(plain(made.statement))
            st.download_button(
                _("Download the copy"),
                data=made.content,
                file_name=made.name,
                icon=":material/download:",
                on_click="ignore",
            )


def _report(found: Metadata) -> None:
    rows = {
        **found.properties,
        _("Properties of its own"): ", ".join(found.custom_properties),
        _("Marks of revisions"): found.revision_marks,
        _("Hidden texts"): found.hidden_texts,
        _("Comments"): found.comments,
        _("Tracked changes"): found.tracked_changes,
        _("Authors of comments and changes"): ", ".join(found.authors),
    }
    told = [f"| {plain(name)} | {plain(str(value))} |" for name, value in rows.items() if value]
    if not told:
        st.success(_("Nothing: no author, no program, no comment, no hidden text."))
        return
    st.markdown("\n".join((f"| {_('What')} | {_('Says')} |", "|---|---|", *told)))
