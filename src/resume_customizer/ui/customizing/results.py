"""What comes out: a preview that is the file, and the files.

Bench + plan  ->  show_preview()  |  show_downloads(): DOCX, tracked changes, PDF, certificate, all of it as ZIP
"""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from itertools import groupby
from typing import Any, Final

import streamlit as st

from resume_customizer.core.errors import NotSignedIn
from resume_customizer.core.file_names import split_ending
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.resumes import Customization
from resume_customizer.infrastructure.libreoffice import convert_to_pdf, find_libreoffice
from resume_customizer.resume.pdf_pages import draw_pages
from resume_customizer.resume.preview import preview_html
from resume_customizer.services.documents import one_call, plan_board
from resume_customizer.services.library.customizations import Order
from resume_customizer.services.remembered import Remembered
from resume_customizer.ui.components.faults import telling
from resume_customizer.ui.components.frame import show_frame
from resume_customizer.ui.components.parts import popover
from resume_customizer.ui.customizing.bench import Bench
from resume_customizer.ui.session import look_again, shown_pass
from resume_customizer.ui.texts import _
from resume_customizer.ui.work import File

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGES: Final = Remembered[Any](24)
"""Drawn pages and previews by the bytes that they are of, and for whom; an optimisation only."""


def show_preview(bench: Bench, file: File, plan: Mapping[str, Any]) -> None:
    """One of four looks at the document, each made when it is chosen."""
    looks = {"new": _("With the new points"), "changes": _("Only changes"), "before": _("Before")}
    if find_libreoffice():
        looks["pages"] = _("Pages")
    chosen = st.segmented_control(
        _("Preview"), list(looks), default="new", format_func=lambda each: looks[each], label_visibility="collapsed"
    )
    with telling():
        if chosen == "new":
            show_frame("preview", _html(bench, file, plan), _("The resume with the new points marked"))
        elif chosen == "before":
            html = _remembered(bench, ("before", file.file_id), lambda: _before(bench, file))
            show_frame("preview", html, _("The resume as it was"))
        elif chosen == "changes":
            _changes(plan)
        elif chosen == "pages":
            with st.spinner(_("LibreOffice sets the pages …")):
                pages = _remembered(bench, ("pages", _key(file, plan)), lambda: _pages(bench, file, plan))
            for page in pages:
                st.image(page, width="stretch")


def show_downloads(bench: Bench, file: File, plan: Mapping[str, Any]) -> None:
    """The files, each made when it is asked for."""
    stem, _ending = split_ending(file.name)
    if not plan["placements"]:
        st.info(_("No point is placed, so there is nothing to download."))
        return

    def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
        """Made on a click, when a session may have ended meanwhile."""
        shown = shown_pass()

        def made_later() -> bytes:
            if not look_again(shown, bench.visit):
                raise NotSignedIn("not-signed-in", "Your session has ended; sign in again.")
            return make()

        return made_later

    def button(
        label: str, name: str, kind: str, icon: str, make: Callable[[], bytes], *, primary: bool = False
    ) -> None:
        st.download_button(
            label,
            data=later(make),
            file_name=name,
            mime=kind,
            icon=f":material/{icon}:",
            type="primary" if primary else "secondary",
            on_click="ignore",
            width="content" if primary else "stretch",
            key=f"download-{icon}",
        )

    with st.container(horizontal=True):
        button(
            _("Download the resume"),
            f"{stem} customized.docx",
            DOCX,
            "download",
            lambda: made(bench, file, plan)[0],
            primary=True,
        )
        with popover(_("Other files"), "folder_open", "customize-files", is_wide=False) as is_open:
            if is_open:
                _others(bench, file, plan, button)
        if bench.visit.may(Action.SEND_MAIL) and st.button(_("Send it"), icon=":material/send:"):
            _send(bench, file, plan)


def _others(bench: Bench, file: File, plan: Mapping[str, Any], button: Callable[..., None]) -> None:
    """What else there is besides the resume."""
    stem, _ending = split_ending(file.name)
    button(_("As tracked changes"), f"{stem} tracked.docx", DOCX, "rate_review", lambda: tracked(bench, file, plan))
    if find_libreoffice():
        pdf = lambda: convert_to_pdf(made(bench, file, plan)[0])  # noqa: E731
        button("PDF", f"{stem} customized.pdf", "application/pdf", "picture_as_pdf", pdf)
    certificate = lambda: made(bench, file, plan)[1]  # noqa: E731
    button(_("Certificate"), f"{stem}.certificate.json", "application/json", "verified", certificate)
    button(
        _("All as ZIP"),
        f"{stem}.zip",
        "application/zip",
        "folder_zip",
        lambda: packed(bench, {each.file_id: bench.board(each)["plan"] for each in bench.files}),
    )


def _send(bench: Bench, file: File, plan: Mapping[str, Any]) -> None:
    """The mail screen, with the file attached; what it is for stands in the address, so a refresh keeps it."""
    made, requirement_id = kept(bench, file, plan), bench.work.now.requirement[0]
    about = {"with": made.id} | ({"for": requirement_id} if requirement_id else {})
    st.session_state["mail-part"] = "write"
    st.switch_page(st.session_state["pages"]["mail"], query_params=about)


# ------------------------------------------------------------------ making


def made(bench: Bench, file: File, plan: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """The document and its certificate; for a person they are stored, counted, and made once."""
    if bench.visit.is_guest:
        answer = bench.visit.documents.call(one_call.customize, _with_plan(bench, file, plan))
        return answer.content, json.dumps(answer.certificate, ensure_ascii=False, indent=1).encode()
    customizations, actor = bench.visit.desk.customizations, bench.visit.actor
    made = kept(bench, file, plan)
    return customizations.read_document(actor, made.id).content, customizations.read_certificate(actor, made.id).content


def kept(bench: Bench, file: File, plan: Mapping[str, Any]) -> Customization:
    """A person's result, stored and counted once."""
    now = bench.work.now
    order = Order(
        file.file_id,
        points=now.points,
        posting=now.posting,
        plan=plan,
        key=_key(file, plan, now.requirement[0]),
        requirement_id=now.requirement[0],
    )
    return bench.visit.desk.customizations.make(bench.visit.actor, order)


def tracked(bench: Bench, file: File, plan: Mapping[str, Any]) -> bytes:
    """The document with its insertions as tracked changes, in the person's name."""
    visit = bench.visit
    author = "Resume Customizer" if visit.is_guest else visit.desk.accounts.about_me(visit.actor).name
    request = replace(_with_plan(bench, file, plan), author=author, moment=datetime.now(UTC).replace(microsecond=0))
    return visit.documents.call(one_call.customize, request).content


def packed(bench: Bench, plans: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Every resume that gets points, with its certificate."""
    pack, several_names = io.BytesIO(), len({each.name for each in bench.files}) == len(bench.files)
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, file in enumerate(bench.files, 1):
            if plans[file.file_id]["placements"]:
                content, certificate = made(bench, file, plans[file.file_id])
                stem = split_ending(file.name)[0]
                name = stem if several_names else f"{stem} {number}"
                archive.writestr(f"{name} customized.docx", content)
                archive.writestr(f"{name}.certificate.json", certificate)
    return pack.getvalue()


def _with_plan(bench: Bench, file: File, plan: Mapping[str, Any]) -> one_call.Request:
    return replace(bench.request(file), plan=dict(plan))


def _key(file: File, plan: Mapping[str, Any], requirement_id: str = "") -> str:
    """The same plan for the same file and opening is the same work."""
    rows = [[each[name] for name in ("point", "technology", "experience", "after")] for each in plan["placements"]]
    opening = [requirement_id] if requirement_id else []
    made_of = json.dumps([file.file_id, plan["document_sha256"], rows, *opening], ensure_ascii=False)
    return f"screen {sha256(made_of.encode('utf-8', 'replace')).hexdigest()}"


# ------------------------------------------------------------------ looks


def _html(bench: Bench, file: File, plan: Mapping[str, Any]) -> str:
    if not plan["placements"]:
        return f"<p>{_('No point is placed.')}</p>"
    told = _("{count} new, marked in green")
    key = ("html", _key(file, plan), told)

    def draw() -> str:
        return bench.visit.documents.call(plan_board.preview, _with_plan(bench, file, plan), file.name, told)

    return _remembered(bench, key, draw)


def _before(bench: Bench, file: File) -> str:
    resume = bench.content(file).resume
    return bench.visit.documents.call(preview_html, resume, resume, file.name)


def _pages(bench: Bench, file: File, plan: Mapping[str, Any]) -> list[bytes]:
    request = _with_plan(bench, file, plan)
    content = bench.visit.documents.call(one_call.customize, request).content if plan["placements"] else request.resume
    return bench.visit.documents.call(draw_pages, convert_to_pdf(content))


def _changes(plan: Mapping[str, Any]) -> None:
    """Each experience once, with its new bullets behind those that they follow."""
    parts = []
    for (_at, title), placed in groupby(
        plan["placements"], lambda each: (each["experience"], each["experience_title"])
    ):
        told = [f"<h4>{escape(title or '')}</h4>"]
        for after, new in groupby(placed, lambda each: each["after_text"] or ""):
            told += [f"<p>{escape(after)}</p>"] if after else []
            told += [f"<ins>{escape(each['point'])}</ins>" for each in new]
        parts.append(f"<section>{''.join(told)}</section>")
    st.html(f'<div class="rcp-changes">{"".join(parts)}</div>')


def _remembered(bench: Bench, key: tuple[str, ...], make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what make gives
    """Never shared between workspaces or guests."""
    visit = bench.visit
    whose = visit.guest.guest_id if visit.is_guest else visit.actor.workspace_id
    return _PAGES.made((whose, *key), make)
