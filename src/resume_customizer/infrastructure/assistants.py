"""What an assistant may do, over the Model Context Protocol: as one member of a workspace, with that one's permissions.

    assistant  ->  tool  ->  who is it?  ->  one service  ->  JSON

An assistant is a language model: it may look, plan and ask for a document, and gives no words to one. So the tools
take points from banks by their ids, and from there only what a person has approved; there is no tool that approves,
that takes a point as text, or that takes a plan, which holds texts.

Promises (tests in tests/infrastructure/test_assistants.py and tests/api/test_assistants_over_http.py):

* Only points that a person approved reach a document, whatever an assistant sends.
* An assistant may do what its member may, no more, and counts in the same limits.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Annotated, Any, Final, TypeAlias

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import InvalidInput, ResumeCustomizerError
from resume_customizer.core.input_rules import read_text
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.banks import Approval, BankPoint
from resume_customizer.core.records.resumes import Customization
from resume_customizer.services.desk import Desk
from resume_customizer.services.documents import one_call
from resume_customizer.services.library.customizations import Order
from resume_customizer.services.ports import DocumentWork

Who: TypeAlias = Callable[[Context[Any, Any]], Actor]
"""Who an assistant works for, by what its request carries."""
Call: TypeAlias = Context[Any, Any]
Values: TypeAlias = dict[str, Any]
INSTRUCTIONS: Final = (
    "Puts points that people have approved into stored Word resumes, by inserting whole paragraphs and nothing else. "
    "Find a resume and a bank with list_resumes and list_banks, look at search_bank and plan, then customize. "
    "You can't add, change or approve points: ask a person to do that in the app."
)
_READS: Final = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_MAKES: Final = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)
_LARGEST_FILE: Final = 20_000_000
Ids = Annotated[list[str], Field(min_length=1, max_length=20)]
Posting = Annotated[str, Field(description="The text of a job advertisement; empty for none.")]
Technologies = Annotated[list[str], Field(max_length=200, description="Only these; empty for all.")]
Rules = Annotated[Values, Field(description='How points are spread, e.g. {"strategy": "best", "experiences": 2}.')]


def make_assistants_server(desk: Desk, documents: DocumentWork, who: Who, version: str) -> MCPServer:
    """A server with all tools."""
    server: MCPServer = MCPServer("resume-customizer", instructions=INSTRUCTIONS, version=version, log_level="WARNING")
    _add_lists(server, desk, who)
    _add_work(server, desk, documents, who)
    return server


def _add_lists(server: MCPServer, desk: Desk, who: Who) -> None:
    @server.tool(annotations=_READS)
    def list_resumes(context: Call, words: str = "", after: str = "") -> Values:
        """Stored resumes, the newest first, each with the id of its newest version; `words` of name or tags."""

        def work(actor: Actor) -> Values:
            found = (
                desk.resumes.search_resumes(actor, read_text(words, "search", "words"), after)
                if words
                else desk.resumes.list_resumes(actor, after=after)
            )
            lines = [
                {"resume_id": each.id, "name": each.name, "tags": list(each.tags)}
                | {"version_id": desk.resumes.list_versions(actor, each.id)[0].id}
                for each in found.records
            ]
            return {"resumes": lines, "next": found.next}

        return _done(context, who, work)

    @server.tool(annotations=_READS)
    def list_banks(context: Call, after: str = "") -> Values:
        """Banks of points, by name."""

        def work(actor: Actor) -> Values:
            found = desk.banks.list_banks(actor, after)
            return {"banks": [{"bank_id": each.id, "name": each.name} for each in found.records], "next": found.next}

        return _done(context, who, work)

    @server.tool(annotations=_READS)
    def search_bank(context: Call, words: str, after: str = "") -> Values:
        """Points of all banks with these words, and whether a person has approved them."""

        def work(actor: Actor) -> Values:
            found = desk.banks.search_points(actor, read_text(words, "search", "words"), after)
            return {"points": [_point(each) for each in found.records], "next": found.next}

        return _done(context, who, work)


def _add_work(server: MCPServer, desk: Desk, documents: DocumentWork, who: Who) -> None:
    @server.tool(annotations=_READS)
    def analyze(context: Call, posting: str) -> Values:
        """What a job advertisement asks for: technologies, must or nice, years, each with its line."""

        def work(actor: Actor) -> Values:
            actor.require(Action.VIEW_RECORDS)
            with desk.technologies.working_for(actor):
                return documents.call(one_call.analyze, read_text(posting, "posting", "posting").encode())

        return _done(context, who, work)

    @server.tool(annotations=_READS)
    def plan(
        context: Call,
        version_id: str,
        bank_ids: Ids,
        posting: Posting = "",
        technologies: Technologies | None = None,
        rules: Rules | None = None,
    ) -> Values:
        """Where each approved point of the banks would go in a version of a resume, and why. Nothing is kept."""
        order = _order(version_id, bank_ids, posting, technologies, rules)
        return _done(context, who, lambda actor: desk.customizations.plan(actor, order))

    @server.tool(annotations=_MAKES)
    def customize(  # noqa: PLR0913, PLR0917 - an order has as many parts
        context: Call,
        version_id: str,
        bank_ids: Ids,
        posting: Posting = "",
        technologies: Technologies | None = None,
        rules: Rules | None = None,
        name: str = "",
    ) -> Values:
        """Put approved points of the banks into a version of a resume; the result is kept for people to download."""
        order = _order(version_id, bank_ids, posting, technologies, rules, read_text(name, "title", "name"))
        return _done(context, who, lambda actor: _made(desk.customizations.make(actor, order)))

    @server.tool(annotations=_READS)
    def verify(
        context: Call, customization_id: str = "", original: str = "", customized: str = "", certificate: str = ""
    ) -> Values:
        """Is a customized file its original plus whole new paragraphs? A kept one by its id, or two in base 64."""

        def work(actor: Actor) -> Values:
            if customization_id:
                return desk.customizations.verify(actor, customization_id)
            actor.require(Action.VIEW_RECORDS)
            files = [_file(original, "original"), _file(customized, "customized")]
            return documents.call(one_call.verify, files[0], files[1], _bytes_of(certificate) or None)

        return _done(context, who, work)


def _done(context: Call, who: Who, work: Callable[[Actor], Values]) -> Values:
    """What a tool gives; an error of ours is told to the assistant, so that it can mend what it asked for."""
    try:
        return work(who(context))
    except ResumeCustomizerError as fault:
        raise ToolError(f"{fault.code}: {fault}") from None


def _order(
    version_id: str,
    bank_ids: list[str],
    posting: str,
    technologies: list[str] | None,
    rules: Values | None,
    name: str = "",
) -> Order:
    """An order that names banks, and so takes what was approved; no text of it can become a point."""
    try:
        text = read_text(posting, "posting", "posting")
    except InvalidInput as fault:
        raise ToolError(f"{fault.code}: {fault}") from None
    wanted = tuple(technologies or ())
    return Order(version_id, bank_ids=tuple(bank_ids), technologies=wanted, posting=text, rules=rules, name=name)


def _point(point: BankPoint) -> Values:
    return {
        "point_id": point.id,
        "bank_id": point.bank_id,
        "technology": point.technology,
        "text": point.text,
        "is_approved": point.approval is Approval.APPROVED,
    }


def _made(made: Customization) -> Values:
    return {
        "customization_id": made.id,
        "name": made.name,
        "placed": made.placed,
        "unplaced": made.unplaced,
        "file": f"/api/v1/customizations/{made.id}/file",
        "certificate": f"/api/v1/customizations/{made.id}/certificate",
    }


def _bytes_of(certificate: str) -> bytes:
    try:
        return certificate.encode()
    except UnicodeEncodeError:
        raise InvalidInput("bad-certificate", "The certificate holds halves of characters.", "certificate") from None


def _file(text: str, where: str) -> bytes:
    if len(text) > _LARGEST_FILE:
        raise InvalidInput("too-large", f"A file may have {_LARGEST_FILE:,} characters of base 64.", where)
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise InvalidInput("bad-base64", "This is not a file in base 64.", where) from None
