"""Texts that mails are written from: the built-in ones, one's own and the workspace's; kept, looked at, taken along.

Visit  ->  a text  ->  form  ->  preview() | save() | change() | remove();  versions;  export() and import_texts()
"""

from typing import Final

import streamlit as st

from resume_customizer.core.mail_text import PLACES
from resume_customizer.core.permissions import Action
from resume_customizer.services.mail.mail_templates import ShownTemplate, TemplateText
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.mailing.words import text_name
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_NEW: Final = ""
_CHOSEN: Final = "mail-text"
_FILE: Final = "mail-texts.json"


def show_texts(visit: Visit) -> None:
    """The part of the screen Mail set-up for texts."""
    templates = {each.template_id: each for each in visit.desk.mail_templates.list_templates(visit.actor)}
    if st.session_state.get(_CHOSEN) not in {*templates, _NEW}:
        st.session_state[_CHOSEN] = next(iter(templates))

    def named(template_id: str) -> str:
        if not template_id:
            return _("A new text")
        line = templates[template_id]
        whose = _("built in") if line.is_built_in else _("only mine") if line.is_own else _("of the workspace")
        return f"{text_name(line)} · {whose}"

    choices = [*templates, _NEW] if visit.may(Action.CHANGE_RECORDS) else list(templates)
    chosen = st.selectbox(_("Text"), choices, format_func=named, key=_CHOSEN)
    found = visit.desk.mail_templates.show(visit.actor, chosen) if chosen else None
    if found and found.line.about:
        st.caption(plain(_(found.line.about)))
    _form(visit, found)
    with st.expander(_("What can be filled in")):
        for name, place in PLACES.items():
            st.text(f"{{{{ {name} }}}}  {_(place.about)}")
    if found and not found.line.is_built_in:
        _versions(visit, found)
    _take_along(visit)


def _form(visit: Visit, found: ShownTemplate | None) -> None:
    key = f"{found.line.template_id}-{found.line.number}" if found else "new"
    is_new = found is None or found.line.is_built_in
    may = visit.may(Action.CHANGE_RECORDS)
    with st.form(f"text-{key}"):
        name = st.text_input(_("Name"), text_name(found.line) if found else "", max_chars=120)
        subject = st.text_input(_("Subject"), found.text.subject if found else "", max_chars=300)
        body = st.text_area(_("Message"), found.text.body if found else "", height=320, max_chars=50_000)
        is_own = st.checkbox(_("Only I use it"), found.line.is_own if found else False, disabled=not is_new)
        with st.container(horizontal=True):
            preview = st.form_submit_button(_("Preview with examples"))
            kept = st.form_submit_button(_("Save as new") if is_new else _("Save"), type="primary", disabled=not may)
    text = TemplateText(subject, body)
    with telling():
        if preview:
            filled = visit.desk.mail_templates.preview(visit.actor, text)
            with st.container(border=True):
                st.text(f"{filled.subject}\n\n{filled.body}")
        if kept and (found is None or found.line.is_built_in):
            visit.desk.mail_templates.save(visit.actor, name, text, is_own=is_own)
            _saved()
        elif kept and found:
            visit.desk.mail_templates.change(visit.actor, found.line.template_id, name, text, found.line.version)
            _saved()


def _saved() -> None:
    st.toast(_("Saved."), icon=":material/check:")
    st.rerun()


def _versions(visit: Visit, found: ShownTemplate) -> None:
    """What the text was before, with the way back to it; and the way to forget it."""
    template_id, line = found.line.template_id, found.line
    earlier = visit.desk.mail_templates.list_versions(visit.actor, template_id)[1:]
    if earlier:
        with st.expander(several("{count} version before", "{count} versions before", len(earlier))):
            for number, text in earlier:
                with st.container(border=True):
                    st.text(f"{number} · {text.subject}\n\n{text.body}")
                    if visit.may(Action.CHANGE_RECORDS) and st.button(_("Go back to it"), key=f"back-{number}"):
                        with telling():
                            visit.desk.mail_templates.change(visit.actor, template_id, line.name, text, line.version)
                            _saved()
    if not visit.may(Action.DELETE_RECORDS):
        return
    question = _("Forget this text and its versions? What was written with it stays.")
    if confirm(_("Remove this text"), question, _("Remove"), f"rm-{template_id}", icon=":material/delete:"):
        with telling():
            visit.desk.mail_templates.remove(visit.actor, template_id)
            st.rerun()


def _take_along(visit: Visit) -> None:
    """Texts as a file, out and in."""
    with st.expander(_("Take texts along as a file, or bring some")):
        if visit.may(Action.EXPORT_RECORDS) and st.button(_("Make a file of all texts")):
            with telling():
                content = visit.desk.mail_templates.export(visit.actor)
                st.download_button(_("Download"), content, _FILE, "application/json", icon=":material/download:")
        if not visit.may(Action.CHANGE_RECORDS):
            return
        with st.form("bring-texts", clear_on_submit=True):
            file = st.file_uploader(_("A file of texts (JSON)"), ["json"])
            is_own = st.checkbox(_("Only I use them"))
            brought = st.form_submit_button(_("Bring them in"))
        if brought and file:
            with telling():
                content = file.getvalue().decode("utf-8-sig", "replace")
                made = visit.desk.mail_templates.import_texts(visit.actor, content, is_own=is_own)
                st.success(several("{count} text was added.", "{count} texts were added.", len(made)))
