"""The plan, to be changed: each point with its experience, why, and whether it stays.

a board (services.plan_board)  ->  show_board()  ->  a change, as services.plan_board takes it
"""

from collections.abc import Mapping
from typing import Any, Final

from resume_customizer.ui.components.element import did, mount
from resume_customizer.ui.sentences import sentence
from resume_customizer.ui.texts import _

KEY: Final = "board"
_FIELDS: Final = ("do", "row", "experience", "place", "point", "technology", "most")


def change_made() -> dict[str, Any] | None:
    """The change that the person made since the last run."""
    done = did(KEY)
    return {name: done[name] for name in _FIELDS if name in done} if done else None


def show_board(board: Mapping[str, Any]) -> None:
    """Show it."""
    plan = board["plan"]
    caps = dict(plan["rules"].get("caps") or ())
    experiences = [
        {
            "title": each["title"],
            "dates": sentence(each["dates"]),
            "takes": takes,
            "bullets": len(each["bullets"]),
            "most": caps.get(at),
        }
        for at, (each, takes) in enumerate(zip(plan["experiences"], board["takes"], strict=True))
    ]
    placed = [
        {
            "row": number,
            "point": each["point"],
            "technology": each["technology"],
            "experience": each["experience"],
            "after": each["after_text"] or "",
            "reason": sentence(each["reason"]),
            "locked": each["locked"],
            "original": each.get("original", ""),
        }
        for number, each in enumerate(plan["placements"], 1)
    ]
    out = [
        {"row": number, "point": each["point"], "technology": each["technology"], "reason": sentence(each["reason"])}
        for number, each in enumerate(plan["unplaced"], 1)
    ]
    mount("board", KEY, {"experiences": experiences, "placed": placed, "out": out, "texts": _texts()})


def _texts() -> dict[str, str]:
    return {
        "keep": _("In the resume"),
        "under": _("Under"),
        "up": _("Up"),
        "down": _("Down"),
        "lock": _("Keep it here"),
        "unlock": _("Let it move"),
        "edit": _("Change the words"),
        "save": _("Save"),
        "cancel": _("Cancel"),
        "was": _("was:"),
        "out": _("Left out"),
        "none": _("No point goes here."),
        "full": _("Can't take points."),
        "after": _("after"),
        "new": _("new"),
        "most": _("at most"),
        "cap": _("Most new points for {name}"),
    }
