"""Requirements by status, moved by dragging or by keys (Shift and an arrow).

columns of the board  ->  show_kanban()  ->  Moved | the id of the card that was opened
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from resume_customizer.core.records.desk import NEVER
from resume_customizer.services.staffing.requirements import Column
from resume_customizer.ui.components.element import did, mount
from resume_customizer.ui.texts import _

KEY: Final = "kanban"


@dataclass(frozen=True, slots=True)
class Moved:
    """A card that was put into another column."""

    requirement_id: str
    status: str
    version: int


def card_moved() -> Moved | None:
    """What the person moved since the last run; ask before the board is read."""
    done = did(KEY) or {}
    if done.get("do") != "move":
        return None
    version = done.get("version")
    return Moved(str(done.get("id", "")), str(done.get("status", "")), version if isinstance(version, int) else 0)


def card_opened() -> str:
    """The requirement whose card was opened."""
    done = did(KEY) or {}
    return str(done.get("id", "")) if done.get("do") == "open" else ""


def show_kanban(columns: Sequence[Column], *, moves: bool) -> None:
    """Show it; `moves` for those who may change records."""
    shown = [
        {
            "status": each.status.value,
            "title": _(each.status.value),
            "count": each.count,
            "cards": [
                {
                    "id": one.id,
                    "status": one.status,
                    "version": one.version,
                    "title": one.title,
                    "client": one.end_client or one.client or one.vendor_company,
                    "due": "" if one.due_at == NEVER else f"{one.due_at:%Y-%m-%d}",
                }
                for one in each.requirements
            ],
        }
        for each in columns
    ]
    texts = {"board": _("Board"), "keys": _("Open; Shift and an arrow key move it")}
    mount("kanban", KEY, {"columns": shown, "moves": moves, "texts": texts})
