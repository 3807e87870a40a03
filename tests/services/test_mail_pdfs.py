"""Documents that go along as PDFs: the promises of resume_customizer.services.mail.mail_pdfs."""

from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from hashlib import sha256

import pytest

from builders.desk import Desk
from builders.mailing import an_account, send_all, writing
from builders.stored import small_resume
from loopback.mail_server import mail_server
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.records.resumes import StoredFile
from resume_customizer.core.tiers import Limit
from resume_customizer.services.library.stored_files import keep_file
from resume_customizer.services.mail.mail_files import FileWish

BERT = "bert@vendor.example"


def stored(desk: Desk, actor: Actor, content: bytes, kind: str) -> FileWish:
    with desk.ground.inside(actor) as tx:
        digest = keep_file(tx, desk.ground, desk.blobs, actor.workspace_id, content, kind)
    return FileWish(digest=digest, name=f"Marek Dvorak.{kind}", as_pdf=True)


def storage(desk: Desk, actor: Actor) -> int:
    return next(each.used for each in desk.usage.show(actor)[1] if each.limit is Limit.STORAGE)


def test_a_word_document_goes_along_as_a_pdf_the_same_that_was_previewed(
    desk: Desk, libreoffice: Callable[[bytes], bytes]
) -> None:
    assert desk.mail.to_pdf is libreoffice
    ann = desk.workspace("ann")
    with mail_server() as server:
        wish = stored(desk, ann, small_resume(), "docx")
        order = writing(an_account(desk, ann, server), BERT, files=(wish,))
        before = storage(desk, ann)
        [seen] = desk.composing.preview(ann, order)
        previewed = storage(desk, ann)
        desk.composing.queue(ann, order)
        send_all(desk)

    message = message_from_bytes(server.inbox.taken[0].content, policy=default)
    assert isinstance(message, EmailMessage)
    [part] = message.iter_attachments()
    content = part.get_content()
    [file] = seen.files
    assert content.startswith(b"%PDF-")
    assert (part.get_filename(), part.get_content_type()) == ("Marek Dvorak.pdf", "application/pdf")
    assert (file.digest, file.size, file.name) == (sha256(content).hexdigest(), len(content), "Marek Dvorak.pdf")
    assert previewed == before
    assert storage(desk, ann) == before + len(content)
    with desk.ground.inside(ann) as tx:
        kept = tx.find(StoredFile, digest=file.digest)
    assert kept is not None
    assert kept.uses == 1


def test_only_a_word_document_becomes_a_pdf(desk: Desk) -> None:
    ann = desk.workspace("ann")
    wish = stored(desk, ann, b"{}", "json")

    with pytest.raises(InvalidInput, match="no Word document"):
        desk.composing.queue(ann, writing("", BERT, files=(wish,)))
