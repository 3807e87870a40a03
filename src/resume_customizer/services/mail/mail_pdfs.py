"""A stored Word document goes along as a PDF.

    a file that goes along  ->  Pdfs.attach(): converted, kept  ->  the PDF, which goes along instead

It takes seconds, so it is done outside of every transaction, one at a time; the last ones are remembered, so that what
was previewed is what is sent.

Promises (tests in tests/services/test_mail_pdfs.py):

* The mail names the PDF by its content, like every file that goes along.
* A PDF that nobody sends takes no room of the workspace's storage.
"""

import threading
from collections import OrderedDict
from typing import Final

from resume_customizer.core.errors import InvalidInput
from resume_customizer.core.file_names import split_ending
from resume_customizer.services.ground import Ground
from resume_customizer.services.library.stored_files import keep_file, release_file
from resume_customizer.services.mail.mail_files import MEDIA_TYPES
from resume_customizer.services.mail.mail_ports import ToPdf
from resume_customizer.services.mail.mail_writing import SentFile
from resume_customizer.services.ports import Blobs
from resume_customizer.services.store import Transaction

_REMEMBERED: Final = 16


class Pdfs:
    """PDFs of stored documents."""

    def __init__(self, ground: Ground, blobs: Blobs, convert: ToPdf) -> None:
        self._ground, self._blobs, self._convert = ground, blobs, convert
        self._one_at_a_time = threading.Lock()
        self._made: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    def attach(self, workspace_id: str, file: SentFile) -> SentFile:
        """The PDF of a file, at hand for a while. Raises InvalidInput, Unavailable, UnreadableInput."""
        content = self._of(workspace_id, file)
        with self._ground.within(workspace_id) as tx:
            digest = keep_file(tx, self._ground, self._blobs, workspace_id, content, "pdf")
            release_file(tx, self._ground, workspace_id, digest)
        name = f"{split_ending(file.name)[0]}.pdf"
        return SentFile(digest, name, MEDIA_TYPES["pdf"], len(content))

    def keep(self, tx: Transaction, workspace_id: str, file: SentFile) -> None:
        """Keep a PDF that was attached, for one record more."""
        content = self._blobs.get(workspace_id, file.digest)
        keep_file(tx, self._ground, self._blobs, workspace_id, content, "pdf")

    def _of(self, workspace_id: str, file: SentFile) -> bytes:
        if file.media_type != MEDIA_TYPES["docx"]:
            raise InvalidInput("no-pdf", f"“{file.name}” is no Word document; only those go along as a PDF.")
        key = workspace_id, file.digest
        with self._one_at_a_time:
            if key not in self._made:
                self._made[key] = self._convert(self._blobs.get(*key))
            self._made.move_to_end(key)
            while len(self._made) > _REMEMBERED:
                self._made.popitem(last=False)
            return self._made[key]
