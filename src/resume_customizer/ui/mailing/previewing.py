"""Each message as it will be, before anything is kept: what is missing first, then what goes out; or all as files.

messages  ->  what is missing, a few of those that are ready  ->  a ZIP of .eml files, one for each
"""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import streamlit as st

from resume_customizer.services.mail.composing import Message
from resume_customizer.ui.components.frame import show_frame
from resume_customizer.ui.components.headers import plain, two_lines
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.moments import shown_with_zone
from resume_customizer.ui.texts import _

_SHOWN: Final = 5
_UNSAFE: Final = re.compile(r"[^\w@.+-]")


def show_preview(messages: Sequence[Message]) -> None:
    """What would be sent."""
    ready = [each for each in messages if not each.problems]
    st.caption(_("{ready} of {all} messages are ready.", ready=len(ready), all=len(messages)))
    if ready:
        st.download_button(
            _("Download them as files (.eml)"),
            lambda: packed(ready),
            "messages.zip",
            "application/zip",
            icon=":material/download:",
            on_click="ignore",
            help=_("Nothing is sent or kept. A mail program opens these files."),
        )
    for each in sorted(messages, key=lambda each: not each.problems)[:_SHOWN]:
        with st.container(border=True):
            two_lines(each.receiver.address, each.subject)
            for problem in each.problems:
                st.error(plain(error_sentence(problem)))
            if not each.problems:
                _ready(each)
    if len(messages) > _SHOWN:
        st.caption(_("And {count} more.", count=len(messages) - _SHOWN))


def packed(messages: Sequence[Message]) -> bytes:
    """Each message as it goes over the wire, in a ZIP file."""
    pack = BytesIO()
    with ZipFile(pack, "w", ZIP_DEFLATED) as out:
        for number, each in enumerate(messages, 1):
            out.writestr(f"{number:04d}-{_UNSAFE.sub('_', each.receiver.address)}.eml", each.content)
    return pack.getvalue()


def _ready(message: Message) -> None:
    st.caption(_("Goes out at {time}", time=shown_with_zone(message.due_at)))
    as_text, as_page = st.tabs([_("As text"), _("As a page")])
    with as_text:
        st.text(message.text)
    with as_page:
        show_frame(f"page-{message.receiver.address}", message.html, _("The message as a page"), height=320)
    for file in message.files:
        st.caption(f":material/attach_file: {plain(file.name)} · {file.size / 1000:,.0f} kB")
