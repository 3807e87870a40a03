"""Mail set-up: accounts to send through, texts to write from, sequences that follow, business hours.

Visit  ->  accounts | texts | follow-ups | hours
"""

import streamlit as st

from resume_customizer.core.mail_server import PROVIDERS, Attempt
from resume_customizer.core.mail_text import PLACES
from resume_customizer.core.permissions import Action
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.mail_accounts import AccountLine, AccountWish
from resume_customizer.services.mail_templates import TemplateText
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import page_header, plain, two_lines
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.mailing.sequences import show_sequences
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

PARTS = {
    "accounts": marked("Accounts"),
    "texts": marked("Texts"),
    "follow-ups": marked("Follow-ups"),
    "hours": marked("Business hours"),
}
_OTHER = "other"


def show(visit: Visit) -> None:
    """The screen."""
    page_header(_("Mail set-up"), _("What mail is sent through, written from and followed by."))
    st.session_state.setdefault("setup-part", "accounts")
    part = st.segmented_control(
        _("Part"), list(PARTS), format_func=lambda each: _(PARTS[each]), key="setup-part", label_visibility="collapsed"
    )
    shown = {"texts": _texts, "follow-ups": show_sequences, "hours": _hours}.get(part or "", _accounts)
    shown(visit)


def _accounts(visit: Visit) -> None:
    for each in visit.desk.mail_accounts.list_accounts(visit.actor):
        with st.container(border=True):
            _account(visit, each)
    if not visit.may(Action.SEND_MAIL):
        return
    with st.form("account", clear_on_submit=True):
        st.subheader(_("Add an account"), anchor=False)
        provider = st.selectbox(
            _("Provider"), [*PROVIDERS, _OTHER], format_func=lambda each: _("Another one") if each == _OTHER else each
        )
        name, sender = st.text_input(_("Name"), max_chars=120), st.text_input(_("Your address"), max_chars=254)
        sender_name = st.text_input(_("Your name, as receivers see it"), max_chars=120)
        password = st.text_input(_("App password"), type="password", max_chars=1024)
        signature = st.text_area(_("Signature"), max_chars=2000)
        host = st.text_input(_("Mail server, for another provider"), max_chars=253)
        port = st.number_input(_("Port"), 0, 65535, 465)
        is_own = st.checkbox(_("Only I use it"), value=not visit.may(Action.CHANGE_SECRETS))
        added = st.form_submit_button(_("Add"), type="primary")
    if added:
        known = "" if provider == _OTHER else provider
        wish = AccountWish(
            name,
            sender,
            provider=known,
            sender_name=sender_name,
            signature=signature,
            host="" if known else host,
            port=0 if known else int(port),
            security="" if known else ("starttls" if port == 587 else "tls"),
            is_own=is_own,
        )
        with telling():
            visit.desk.mail_accounts.add(visit.actor, wish, Secret(password))
            st.rerun()


def _account(visit: Visit, account: AccountLine) -> None:
    paused = _("paused") if account.is_paused else ""
    two_lines(f"{account.name} <{account.sender}>", f"{account.host}:{account.port} {account.security} {paused}")
    if account.fault:
        st.warning(plain(account.fault))
    if not visit.may(Action.SEND_MAIL):
        return
    with st.container(horizontal=True):
        if st.button(_("Test"), key=f"test-{account.account_id}"):
            with telling():
                for attempt in visit.desk.mail_accounts.test(visit.actor, account.account_id):
                    _tell(attempt)
        if st.button(_("Go on") if account.is_paused else _("Pause"), key=f"pause-{account.account_id}"):
            with telling():
                visit.desk.mail_accounts.pause(visit.actor, account.account_id, is_paused=not account.is_paused)
                st.rerun()
        if confirm(_("Remove"), _("Forget this account and its password?"), _("Remove"), f"rm-{account.account_id}"):
            with telling():
                visit.desk.mail_accounts.remove(visit.actor, account.account_id)
                st.rerun()


def _tell(attempt: Attempt | None) -> None:
    if attempt is not None:
        (st.success if attempt.outcome == "sent" else st.error)(plain(attempt.message))


def _texts(visit: Visit) -> None:
    templates = visit.desk.mail_templates.list_templates(visit.actor)
    names = {each.template_id: each.name for each in templates}
    chosen = st.selectbox(_("Text"), list(names), format_func=lambda each: names[each])
    found = visit.desk.mail_templates.show(visit.actor, chosen)
    with st.expander(_("What can be filled in")):
        for name, place in PLACES.items():
            st.text(f"{{{{ {name} }}}}  {place.about}")
    with st.form(f"text-{chosen}-{found.line.number}"):
        name = st.text_input(_("Name"), found.line.name, max_chars=120)
        subject = st.text_input(_("Subject"), found.text.subject, max_chars=300)
        body = st.text_area(_("Message"), found.text.body, height=320, max_chars=50_000)
        is_own = st.checkbox(_("Only I use it"), value=found.line.is_own)
        preview = st.form_submit_button(_("Preview with examples"))
        kept = st.form_submit_button(_("Keep as new") if found.line.is_built_in else _("Keep"), type="primary")
    text = TemplateText(subject, body)
    with telling():
        if preview:
            shown = visit.desk.mail_templates.preview(visit.actor, text)
            st.text(f"{shown.subject}\n\n{shown.body}")
        if kept and found.line.is_built_in:
            visit.desk.mail_templates.save(visit.actor, name, text, is_own=is_own)
            st.rerun()
        elif kept:
            visit.desk.mail_templates.change(visit.actor, chosen, name, text, found.line.version)
            st.rerun()


def _hours(visit: Visit) -> None:
    now = visit.desk.outbox.show_settings(visit.actor)
    with st.form("hours"):
        zone = st.text_input(_("Time zone"), now["zone"], max_chars=64)
        opens, closes = st.text_input(_("Opens"), now["opens"]), st.text_input(_("Closes"), now["closes"])
        holidays = st.text_area(_("Holidays, a date on each line"), "\n".join(now["holidays"]), max_chars=10_000)
        kept = st.form_submit_button(_("Keep"), disabled=not visit.may(Action.CHANGE_WORKSPACE))
    if kept:
        with telling():
            wanted = {"zone": zone, "opens": opens, "closes": closes, "holidays": holidays.split()}
            visit.desk.outbox.set_hours(visit.actor, wanted)
            st.toast(_("Kept."))
