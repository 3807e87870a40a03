"""Fields and files on the command line, for the commands of the staffing desk.

--set client="Harbor Bank" --set priority=3  ->  read_fields_of()  ->  {"client": "Harbor Bank", "priority": "3"}
"""

from typing import Annotated, Any

import typer

from resume_customizer.cli.exits import wrong_usage

Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field and its value; can be repeated.", show_default=False),
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many at most.")]
Item = Annotated[str, typer.Argument(metavar="ID", help="Its id.", show_default=False)]
Requirement = Annotated[
    str, typer.Option("--requirement", metavar="ID", help="For which requirement.", show_default=False)
]
Consultant = Annotated[str, typer.Option("--consultant", metavar="ID", help="Who.", show_default=False)]


def read_fields_of(given: list[str] | None) -> dict[str, object]:
    """Fields as they were typed."""
    fields: dict[str, object] = {}
    for each in given or ():
        name, sign, value = each.partition("=")
        if not sign or not name.strip():
            raise wrong_usage(f"--set takes FIELD=VALUE, e.g. --set client=Harbor; this has no field: {each[:80]}")
        fields[name.strip()] = value.strip()
    return fields


def shown_fields(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record
    """A record as it is shown: without its workspace, its contact data and what was read of its resume."""
    from resume_customizer.services.staffing.views_of_requirements import record_to_json

    return record_to_json(record, frozenset({"workspace_id", "contact", "experiences"}))
