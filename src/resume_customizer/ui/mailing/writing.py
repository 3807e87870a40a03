"""Write a mail: text, people, what it is about, what goes along, when; looked at before anything is kept.

Visit  ->  text, requirement, files  ->  form  ->  Writing  ->  preview: each message with its problems  |  the outbox
"""

from datetime import UTC, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import streamlit as st

from resume_customizer.core.mail_lists import Receiver, read_receivers
from resume_customizer.core.mail_schedule import When
from resume_customizer.services.mail.composing import Queued
from resume_customizer.services.mail.mail_drafts import Writing
from resume_customizer.services.mail.mail_templates import TemplateText
from resume_customizer.services.mail.mail_values import About
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.headers import plain
from resume_customizer.ui.components.pickers import pick_day
from resume_customizer.ui.mailing.along import Along, forget_files_along, show_files_along
from resume_customizer.ui.mailing.previewing import show_preview
from resume_customizer.ui.mailing.words import text_name
from resume_customizer.ui.session import Visit
from resume_customizer.ui.texts import _, several

_SHOWN: Final = 5
_MOST: Final = 100
_OWN: Final = "own"
_NONE: Final = ""


def write_mail(visit: Visit) -> None:
    """The part of the screen Mail in which mails are written."""
    text = _text(visit)
    along = show_files_along(visit)
    requirement_id = _requirement(visit, along)
    with st.form("write"):
        subject = st.text_input(_("Subject"), text.subject, max_chars=300)
        body = st.text_area(_("Message"), text.body, height=260, max_chars=50_000)
        people = st.text_area(
            _("To: an address on each line, or a list with columns"),
            max_chars=100_000,
            placeholder=_("Without an address it goes to the vendor of the requirement.") if requirement_id else None,
        )
        file = st.file_uploader(_("Or a list as a file (CSV): a message for each row"), ["csv", "txt"])
        places = st.text_area(_("Values, e.g. title = Java Developer"), max_chars=20_000)
        with st.expander(_("Copies and answers")):
            cc, bcc = st.text_input(_("Cc")), st.text_input(_("Bcc"))
            reply_to = st.text_input(_("Answers go to"), max_chars=254)
        account_id, sequence_id = _way_out(visit)
        when = _when(visit)
        as_drafts = st.checkbox(_("Keep as drafts"))
        with st.container(horizontal=True):
            preview, queue = st.form_submit_button(_("Preview")), st.form_submit_button(_("Send"), type="primary")
    if not (preview or queue):
        return
    with telling():
        read = read_receivers(file.getvalue().decode("utf-8-sig", "replace")) if file else None
        typed: tuple[Receiver, ...] = read_receivers(people).receivers if people.strip() else ()
        wanted = Writing(
            receivers=(*typed, *(read.receivers if read else ())),
            text=TemplateText(subject, body),
            account_id=account_id,
            about=About(requirement_id=requirement_id),
            files=along.files,
            cc=_addresses(cc),
            bcc=_addresses(bcc),
            reply_to=reply_to.strip(),
            values=_values(places),
            when=when,
            as_drafts=as_drafts,
            sequence_id=sequence_id,
        )
        for notice in read.notices[:_SHOWN] if read else ():
            st.info(plain(notice.message))
        with st.spinner(_("Writing …")):
            found = visit.desk.composing.preview(visit.actor, wanted) if preview else None
            queued = None if preview else visit.desk.composing.queue(visit.actor, wanted)
        if found is not None:
            show_preview(found)
        if queued is not None:
            forget_files_along()
            _tell(queued)


# ------------------------------------------------------------------ what is chosen before the form


def _text(visit: Visit) -> TemplateText:
    names = {each.template_id: text_name(each) for each in visit.desk.mail_templates.list_templates(visit.actor)}
    chosen = st.selectbox(
        _("Text"), [_OWN, *names], format_func=lambda each: _("My own words") if each == _OWN else names[each]
    )
    return TemplateText("", "") if chosen == _OWN else visit.desk.mail_templates.show(visit.actor, chosen).text


def _requirement(visit: Visit, along: Along) -> str:
    """What it is about; the one that another screen named stands there already."""
    found = visit.desk.requirements.list_requirements(visit.actor, limit=_MOST).records
    names = {each.id: " · ".join(filter(None, (each.title, each.client))) for each in found}
    named = along.requirement_id
    if named and named not in names:
        with telling():
            names[named] = visit.desk.requirements.show(visit.actor, named).title
    if not names:
        return _NONE
    choices = [_NONE, *names]
    return st.selectbox(
        _("About the requirement"),
        choices,
        index=choices.index(named) if named in names else 0,
        format_func=lambda each: names.get(each, _("None")),
    )


# ------------------------------------------------------------------ parts of the form


def _way_out(visit: Visit) -> tuple[str, str]:
    """The account that it goes out through, and what follows it."""
    accounts = {
        each.account_id: f"{each.name} <{each.sender}>" for each in visit.desk.mail_accounts.list_accounts(visit.actor)
    }
    account = st.selectbox(
        _("Mail account"), [*accounts, _NONE], format_func=lambda each: accounts.get(each, _("None: keep drafts"))
    )
    sequences = {
        each.sequence_id: each.name for each in visit.desk.follow_ups.list_sequences(visit.actor) if each.is_active
    }
    if not sequences:
        return account, _NONE
    sequence = st.selectbox(
        _("Follow-ups"), [_NONE, *sequences], format_func=lambda each: sequences.get(each, _("None"))
    )
    return account, sequence


def _when(visit: Visit) -> When:
    zone = visit.desk.outbox.show_settings(visit.actor)["zone"]
    with st.expander(_("Later")):
        day = pick_day(_("Not before"))
        at = st.time_input(_("Time ({zone})", zone=zone), time(9))
        in_hours = st.checkbox(_("Only in business hours"))
        spread = st.number_input(_("Spread over minutes"), 0, 20_160, 0)
    moment = datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC) if day else None
    return When(moment, in_hours, int(spread))


def _addresses(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.replace(";", ",").split(",") if each.strip())


def _values(text: str) -> dict[str, str]:
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line)
    return {name.strip(): value.strip() for name, _mark, value in pairs}


# ------------------------------------------------------------------ what came of it


def _tell(queued: Queued) -> None:
    count = len(queued.mail_ids)
    st.success(several("{count} message is in the outbox.", "{count} messages are in the outbox.", count))
    if queued.already:
        st.info(_("Left out, because they have the very same message: {who}", who=", ".join(queued.already)))
