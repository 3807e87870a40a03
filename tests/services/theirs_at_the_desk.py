"""What a stranger would try at a staffing desk: its records, and fields of one's own."""

from typing import Any

from builders.desk import Desk
from builders.requirements import DUTIES
from resume_customizer.core.actor import Actor
from resume_customizer.core.sheets import Row

OPENING = {"title": "Java Developer", "end_client": "Harbor Bank", "posting": DUTIES}


def fill_requirements(desk: Desk, owner: Actor, values: dict[str, Any]) -> dict[str, Any]:
    """A requirement with a timeline and somebody on it."""
    made = desk.requirements.create(owner, {**OPENING, "title": "Canary keeper"})
    return {
        "requirement_id": made.id,
        "requirement_ids": (made.id,),
        "comment_id": desk.timelines.comment(owner, made.id, "canary said").id,
        "assignment_id": desk.timelines.assign(owner, made.id, user_id=owner.user_id).assignment_id,
        "view_id": desk.saved_views.save(owner, "requirements", "canary view", {}, is_shared=True).id,
        "fields": OPENING,
        "changes": {"client": "Eve & Sons"},
        "requirements.move.status": "Working",
        "requirements.edit_many.status": "Working",
        "requirements.propose.text": DUTIES,
        "requirements.search_requirements.text": "canary",
        "version": None,
        "wanted": None,
        "comment": "what a stranger would say",
        "rows": (Row(2, OPENING),),
        "dry_run": False,
        "keep_right_ones": True,
        "screen": "requirements",
        "view_name": "mine",
        "choice": {},
        "is_shared": True,
    }
