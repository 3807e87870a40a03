"""Files that are too large to be held in the page's process: sent in pieces as they are made.

a link on a screen  ->  the gate, which says who asks  ->  a service  ->  the pieces of a ZIP

Promises (tests in tests/ui/test_front.py):

* Who is not signed in, or asks for what is another workspace's, gets nothing.
* A batch is sent in pieces: none of them holds all of it.
"""

from collections.abc import Callable
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import ResumeCustomizerError
from resume_customizer.ui.error_sentences import error_sentence
from resume_customizer.ui.gate import source_of
from resume_customizer.ui.installation import Installation
from resume_customizer.ui.look import VISITOR_HEADER
from resume_customizer.ui.refusing import note_fault, note_screen, note_visit
from resume_customizer.ui.texts import _

_BATCH = "/files/batch"


def batch_address(actor: Actor, batch_id: str, pattern: str) -> str:
    """Where all files of a batch are, called as the pattern says."""
    asked = {"batch": batch_id, "workspace": actor.workspace_id, "names": pattern}
    return f"{_BATCH}?{urlencode(asked)}"


def file_routes(made: Installation) -> list[Route]:
    """For those whom the gate has let in."""
    return [Route(_BATCH, _batch(made))]


def _batch(made: Installation) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        asked = request.query_params
        shown, workspace_id = request.headers.get(VISITOR_HEADER, ""), asked.get("workspace", "")
        visitor = made.visitors.find(shown, source_of(request.scope), workspace_id)
        if not isinstance(visitor, Actor) or visitor.workspace_id != workspace_id:
            return PlainTextResponse(_("There is nothing here."), 404)
        try:
            name, pieces = made.desk.batch_files.download(visitor, asked.get("batch", ""), asked.get("names", ""))
        except ResumeCustomizerError as fault:
            note_visit(visitor)
            note_screen(_BATCH)
            note_fault(fault)
            return PlainTextResponse(error_sentence(fault.message), 404)
        headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}", "cache-control": "no-store"}
        return StreamingResponse(pieces, media_type="application/zip", headers=headers)

    return endpoint
