"""Saved views: filters, columns and order of one list, one's own or everybody's.

    save()  ->  list_views()  ->  the choice is used again

Promises (tests in tests/services/test_saved_views.py):

* One's own views are seen by nobody else; shared ones are changed by whoever may change records.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from resume_customizer.core.accounts import read_name
from resume_customizer.core.actor import Actor
from resume_customizer.core.errors import Conflict, InvalidInput, NotFound
from resume_customizer.core.permissions import Action
from resume_customizer.core.records.workspaces import SavedView
from resume_customizer.services.ground import Ground
from resume_customizer.services.store import Reading

SCREENS: Final = ("requirements", "consultants", "submissions", "interviews", "mails", "resumes", "points", "jobs")
_LONGEST: Final = 20_000
_MOST: Final = 100


class SavedViews:
    """Views of lists in the actor's workspace."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def save(
        self, actor: Actor, screen: str, view_name: str, choice: Mapping[str, Any], *, is_shared: bool = False
    ) -> SavedView:
        """Keep a choice under a name; the same name again takes the place of the one before."""
        actor.require(Action.CHANGE_RECORDS if is_shared else Action.VIEW_RECORDS)
        named = read_name(view_name, "view's name")
        if screen not in SCREENS or len(json.dumps(choice)) > _LONGEST:
            raise InvalidInput("bad-view", f"A view is of one of {', '.join(SCREENS)}, and not longer than a page.")
        owner = None if is_shared else actor.user_id
        with self._ground.inside(actor) as tx:
            there = list(tx.every(SavedView, order="name", screen=screen))
            found = next((each for each in there if (each.name, each.owner_id) == (named, owner)), None)
            if found:
                return tx.update(replace(found, choice=dict(choice)))
            if len(there) >= _MOST:
                raise Conflict("too-many-views", f"There are {_MOST} views of this list; remove one first.")
            added = tx.add(SavedView(screen=screen, name=named, owner_id=owner, choice=dict(choice)))
            self._ground.record(tx, actor, "view.saved", ("view", added.id), {"name": named})
        return added

    def list_views(self, actor: Actor, screen: str) -> tuple[SavedView, ...]:
        """One's own and the shared views of a list, by name."""
        actor.require(Action.VIEW_RECORDS)
        with self._ground.store.reading(actor) as tx:
            found = list(tx.every(SavedView, order="name", screen=screen))
        return tuple(each for each in found if each.owner_id in {None, actor.user_id})

    def remove_view(self, actor: Actor, view_id: str) -> None:
        """Forget a view."""
        with self._ground.inside(actor) as tx:
            actor.require(Action.VIEW_RECORDS)
            found = _visible(tx, actor, view_id)
            actor.require(Action.VIEW_RECORDS if found.owner_id else Action.CHANGE_RECORDS)
            tx.delete(found)
            self._ground.record(tx, actor, "view.removed", ("view", found.id), {"name": found.name})


def _visible(tx: Reading, actor: Actor, view_id: str) -> SavedView:
    found = tx.get(SavedView, view_id)
    if found.owner_id not in {None, actor.user_id}:
        raise NotFound("not-found", "There is no such saved view.")
    return found
