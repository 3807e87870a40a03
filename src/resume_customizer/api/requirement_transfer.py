"""Requirements in and out as files: tables that are imported, all of them exported."""

from typing import Annotated, Any

from fastapi import File, Form, Query, Response, UploadFile

from resume_customizer.api.entrance import Entrance
from resume_customizer.api.files import saved_as
from resume_customizer.api.routes import Routes, Who
from resume_customizer.api.shapes_of_the_desk import ImportShape
from resume_customizer.core.permissions import Action
from resume_customizer.services.staffing.importing import read_rows
from resume_customizer.services.staffing.requirement_transfer import Imported

_MOST_FILE = 20_000_000
"""Bytes of a table."""


def requirement_transfer_routes(entrance: Entrance) -> Routes:
    """The operations."""
    transfer, routes = entrance.desk.requirement_transfer, Routes("requirement files")
    lines = {
        "content": {"text/csv": {"schema": {"type": "string"}}, "application/x-ndjson": {"schema": {"type": "string"}}}
    }

    @routes.post(
        "/requirement-imports",
        Action.CHANGE_RECORDS,
        "Import a table of CSV, XLSX or JSON",
        most=_MOST_FILE,
        once=True,
        shows=ImportShape,
    )
    def import_requirements(
        actor: Who,
        file: Annotated[UploadFile, File(description="A table whose first line names the columns.")],
        dry_run: Annotated[bool, Form(description="Only say what would be done.")] = True,
        keep_right_ones: Annotated[bool, Form(description="Keep the right rows, though others are wrong.")] = False,
    ) -> dict[str, Any]:
        rows = entrance.documents.call(read_rows, file.file.read(), file.filename or "")
        done = transfer.import_requirements(actor, rows, dry_run=dry_run, keep_right_ones=keep_right_ones)
        return _imported_to_json(done)

    @routes.get("/requirement-export", Action.EXPORT_RECORDS, "All requirements as one file", responses={200: lines})
    def export(actor: Who, form: Annotated[str, Query(pattern="^(csv|json)$")] = "csv") -> Response:
        found = transfer.export_csv(actor) if form == "csv" else (f"{each}\n" for each in transfer.export_json(actor))
        media = "text/csv; charset=utf-8" if form == "csv" else "application/x-ndjson"
        name = "requirements.csv" if form == "csv" else "requirements.jsonl"
        return Response("".join(found), headers={"Content-Disposition": saved_as(name)}, media_type=media)

    return routes


def _imported_to_json(done: Imported) -> dict[str, Any]:
    """What an import did, for programs."""
    return {
        "kept": done.is_kept,
        "new": done.count("new"),
        "duplicates": done.count("duplicate"),
        "wrong": done.count("wrong"),
        "rows": [
            {
                "row": each.row,
                "outcome": each.outcome,
                "title": each.title,
                "message": each.message,
                "requirement_id": each.requirement_id,
            }
            for each in done.rows
        ],
    }
