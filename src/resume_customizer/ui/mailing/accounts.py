"""Mail accounts: those that there are, tested, paused, changed or removed; and a new one, by its provider's name.

Visit  ->  each account  ->  test() | pause() | change() | remove();  provider  ->  form  ->  AccountWish  ->  add()
"""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from resume_customizer.core.mail_server import PROVIDERS, Attempt
from resume_customizer.core.permissions import Action
from resume_customizer.core.secret_text import Secret
from resume_customizer.services.mail.mail_accounts import AccountLine, AccountWish
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import empty_state, plain, two_lines
from resume_customizer.ui.components.questions import confirm
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, marked

_OTHER: Final = ""
_SECURITY: Final = {
    "tls": marked("TLS from the beginning (usually port 465)"),
    "starttls": marked("STARTTLS (usually port 587)"),
    "none": marked("None: a server of one's own without sign-in"),
}
_SIGN_INS: Final = {"password": marked("An app password"), "token": marked("A token that the installation fetches")}


def show_accounts(visit: Visit) -> None:
    """The part of the screen Mail set-up for accounts."""
    accounts = visit.desk.mail_accounts.list_accounts(visit.actor)
    for each in accounts:
        with st.container(border=True):
            _account(visit, each)
    if not accounts:
        empty_state(
            _("No mail account yet"),
            _("Without one nothing is sent: messages wait as drafts, and can be downloaded for another mail program."),
            icon="alternate_email",
        )
    if visit.may(Action.SEND_MAIL):
        _add(visit)


def _account(visit: Visit, account: AccountLine) -> None:
    security = {"tls": "TLS", "starttls": "STARTTLS"}.get(account.security, _("without TLS"))
    whose = _("only I use it") if account.is_own else _("for the workspace")
    mailbox = _("answers from {host}", host=account.imap_host) if account.imap_host else _("answers are not read")
    two_lines(
        f"{account.name} <{account.sender}>",
        f"{account.host}:{account.port} · {security} · {whose} · {mailbox}",
        _("paused") if account.is_paused else "",
    )
    if account.fault:
        st.warning(plain(error_sentence(account.fault)))
    if not visit.may(Action.SEND_MAIL):
        return
    account_id, attempts = account.account_id, ()
    with st.container(horizontal=True), telling():
        if st.button(_("Test"), key=f"test-{account_id}", icon=":material/network_check:"):
            with st.spinner(_("Signing in, without sending anything …")):
                attempts = visit.desk.mail_accounts.test(visit.actor, account_id)
        if st.button(_("Go on") if account.is_paused else _("Pause"), key=f"pause-{account_id}"):
            visit.desk.mail_accounts.pause(visit.actor, account_id, is_paused=not account.is_paused)
            st.rerun()
        if confirm(_("Remove"), _("Forget this account and its password?"), _("Remove"), f"rm-{account_id}"):
            visit.desk.mail_accounts.remove(visit.actor, account_id)
            st.rerun()
    for each in attempts:
        _tell(each)
    if not account.is_own and not visit.may(Action.CHANGE_SECRETS):
        return
    with st.expander(_("Change")):
        asked = _form(visit, account, f"change-{account_id}-{account.version}", _OTHER, _("Save"))
        if asked:
            with telling():
                wish, password = asked
                known = Secret(password) if password else None
                visit.desk.mail_accounts.change(visit.actor, account_id, wish, known, account.version)
                st.rerun()


def _tell(attempt: Attempt | None) -> None:
    if attempt is not None:
        (st.success if attempt.outcome == "sent" else st.error)(plain(error_sentence(attempt.message)))


def _add(visit: Visit) -> None:
    st.subheader(_("Add an account"), anchor=False)
    provider = st.selectbox(
        _("Provider"),
        [*PROVIDERS, _OTHER],
        format_func=lambda each: PROVIDERS[each].title if each else _("Another one"),
    )
    asked = _form(visit, None, f"account-{provider}", provider, _("Add"))
    if asked:
        with telling():
            wish, password = asked
            visit.desk.mail_accounts.add(visit.actor, wish, Secret(password))
            st.toast(_("Added. Test it before the first mail."), icon=":material/check:")
            st.rerun()


def _form(
    visit: Visit, known: AccountLine | None, key: str, provider: str, button: str
) -> tuple[AccountWish, str] | None:
    """The fields of an account, filled with what it is; gives what was typed once it is sent off."""
    with st.form(key, clear_on_submit=False):
        name = st.text_input(_("Name"), known.name if known else "", max_chars=120)
        sender = st.text_input(_("Your address"), known.sender if known else "", max_chars=254)
        sender_name = st.text_input(
            _("Your name, as receivers see it"), known.sender_name if known else "", max_chars=120
        )
        hint = _("Leave it empty to keep the one that is there.") if known else _app_password_of(provider)
        password = st.text_input(
            _("App password"), type="password", max_chars=1024, help=hint, autocomplete="new-password"
        )
        server = {} if provider else _server(known)
        signature = st.text_area(_("Signature"), known.signature if known else "", max_chars=2000)
        with st.expander(_("Answers, pace, sign-in")):
            more = _more(known, provider)
        may_share = visit.may(Action.CHANGE_SECRETS)
        is_own = st.checkbox(_("Only I use it"), known.is_own if known else not may_share, disabled=not may_share)
        sent_off = st.form_submit_button(button, type="primary")
    if not sent_off:
        return None
    values = {**server, **more}
    wish = AccountWish(
        name, sender, provider=provider, sender_name=sender_name, signature=signature, is_own=is_own, **values
    )
    return wish, password


def _app_password_of(provider: str) -> str:
    if not provider:
        return _("The password of the mailbox, or one that its provider made for programs.")
    name = PROVIDERS[provider].title
    return _("A password for programs, made in the security settings of {provider}.", provider=name)


def _server(known: AccountLine | None) -> dict[str, Any]:
    """Where mail is taken, for who is with no known provider."""
    host = st.text_input(_("Mail server"), known.host if known else "", max_chars=253, placeholder="smtp.example.com")
    security = _choice(_("Connection"), _SECURITY, known.security if known else "")
    port = st.number_input(_("Port"), 1, 65535, known.port if known else 465)
    return {"host": host, "port": int(port), "security": security}


def _more(known: AccountLine | None, provider: str) -> dict[str, Any]:
    """What most people leave as it is."""
    usual = PROVIDERS.get(provider)
    reply_to = st.text_input(_("Answers go to"), known.reply_to if known else "", max_chars=254)
    imap_host = st.text_input(
        _("Mailbox server (IMAP), to see answers and what came back"),
        known.imap_host if known else (usual.imap_host if usual else ""),
        max_chars=253,
    )
    sent_folder = st.text_input(
        _("Folder of sent mail"),
        known.sent_folder if known else (usual.sent_folder if usual else ""),
        max_chars=200,
        help=_("A mail whose fate is unknown is looked for there."),
    )
    per_minute = st.number_input(
        _("Messages a minute at most, 0 for no limit"), 0, 6_000, known.per_minute if known else 30
    )
    user_name = st.text_input(
        _("User name"),
        known.user_name if known else "",
        max_chars=254,
        help=_("Empty: what this provider's users sign in with, usually the address."),
    )
    signs_in_with = _choice(_("Signs in with"), _SIGN_INS, known.signs_in_with if known else "")
    return {
        "reply_to": reply_to,
        "imap_host": imap_host,
        "imap_port": known.imap_port if known else 993,
        "sent_folder": sent_folder,
        "per_minute": int(per_minute),
        "user_name": user_name,
        "signs_in_with": signs_in_with,
    }


def _choice(label: str, names: Mapping[str, str], now: str) -> str:
    """One of these, shown by their names; the first where nothing is chosen yet."""
    values = list(names)
    at = values.index(now) if now else 0
    return st.selectbox(label, values, index=at, format_func=lambda each: _(names[each]))
