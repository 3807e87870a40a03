"""Whatever people can do with a service they can do over the API, or a reason is written down here.

fields of Desk  ->  public methods  -  those that modules of api/ call  ->  those with a reason, and no others
"""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Final, get_type_hints

import resume_customizer.api
from resume_customizer.services.desk import Desk

OF_NO_DOOR: Final = {"ground", "working", "sending", "following_up", "reading_answers", "delivering", "upkeep"}
"""What services stand on, and the program's own work: no door gives these to anybody."""
_MACHINE: Final = "for whoever may run commands at the machine"
_PROGRAM: Final = "the program does it by itself"
_INSIDE: Final = "other services ask it, and doors that people see with their eyes"
WITHOUT_ROUTE: Final = {
    "audit.drop_old": _MACHINE,
    "batch_files.list_names": _INSIDE,
    "files.sweep": _MACHINE,
    "first_account.is_open": "there is nobody yet who could call",
    "first_account.make": "there is nobody yet who could call",
    "interviews.send_reminders": _PROGRAM,
    "jobs.list_workers": "admin/system tells of workers, with the machine that they are on",
    "jobs.show_queues": "admin/system tells of queues",
    "jobs.start": "each kind of work has a route of its own",
    "letters.list_letters": _MACHINE,
    "letters.read_letter": _MACHINE,
    "letters.send_waiting": _MACHINE,
    "operating.drop_second_factor": _MACHINE,
    "operating.find_member": _MACHINE,
    "operating.find_user": _MACHINE,
    "operating.new_password_link": _MACHINE,
    "operating.note_upkeep": _MACHINE,
    "resealing.check": _MACHINE,
    "second_factor.accepts": _INSIDE,
    "usage.tier_of": _INSIDE,
}
"""Letters of the program hold links that let people in."""


def methods() -> set[str]:
    """Every public method of every service, as `banks.create`."""
    hints = get_type_hints(Desk)
    found = set[str]()
    for service in (each.name for each in fields(Desk) if each.name not in OF_NO_DOOR):
        every = inspect.getmembers(hints[service], inspect.isfunction)
        found |= {f"{service}.{name}" for name, _ in every if not name.startswith("_")}
    return found


def called() -> set[str]:
    """What modules of the API call, whatever they call the service."""
    return {each for file in Path(resume_customizer.api.__path__[0]).glob("*.py") for each in _calls_in(file)}


def _calls_in(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text("utf-8"))
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            both = (target.elts, value.elts) if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) else None
            for name, given in zip(*(both or ([target], [value])), strict=False):
                if isinstance(name, ast.Name) and (service := _service_of(given, {})):
                    known[name.id] = service
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (service := _service_of(node.value, known)):
            yield f"{service}.{node.attr}"


def _service_of(node: ast.expr, known: dict[str, str]) -> str:
    """The service that an expression is: `entrance.desk.banks`, `desk.banks`, or a name for it."""
    if isinstance(node, ast.Name):
        return known.get(node.id, "")
    if isinstance(node, ast.Attribute):
        owner = node.value
        is_desk = (isinstance(owner, ast.Attribute) and owner.attr == "desk") or (
            isinstance(owner, ast.Name) and owner.id == "desk"
        )
        return node.attr if is_desk else ""
    return ""


def test_every_method_of_a_service_has_a_route_or_a_reason() -> None:
    everything, reached = methods(), called()

    assert len(reached & everything) > 150
    assert sorted(everything - reached - set(WITHOUT_ROUTE)) == []


def test_every_reason_is_still_needed() -> None:
    assert sorted(set(WITHOUT_ROUTE) - (methods() - called())) == []
